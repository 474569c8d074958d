/** Mistakes in the directory and in the sources. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { type Mistake, US } from './mistake.ts'

const SOURCES = 'flows/sources.yaml'
const EVERYWHERE = 'flows/directory/emergency.yaml'

/** What `emergency.yaml` says of one more country. */
function everywhere(crisis: string, checked = '2026-11'): string {
  return `source: fiction\nchecked: ${checked}\nemergency: { FR: "112" }\ncrisis: { ${crisis} }\n`
}

export const directoryMistakes = {
  'no-such-number': [
    {
      name: 'a number with a digit that its country does not give out',
      edits: [[US, ['services', 2, 'call'], '+11005550101']],
      issues: [
        'flows/directory/us.yaml at `call: "+11005550101", co`: no-such-number: No telephone has the number +11005550101. Compare it with the source, digit by digit.',
      ],
    },
    {
      name: 'a number of another country',
      edits: [[US, ['services', 2, 'second'], '+448081570000']],
      issues: [
        'flows/directory/us.yaml at `second: "+448081570000"`: no-such-number: +448081570000 is not a number of US. Give the one that is called there.',
      ],
    },
    {
      name: 'a number to text that no telephone has',
      edits: [[US, ['services', 3, 'text', 'to'], '+11005550101']],
      issues: [
        'flows/directory/us.yaml at `to: "+11005550101" }, co`: no-such-number: No telephone has the number +11005550101. Compare it with the source, digit by digit.',
      ],
    },
    {
      name: 'a crisis line of a country without a directory',
      edits: [
        [
          EVERYWHERE,
          [],
          everywhere('FR: { name: A, call: "+33000000000", source: fiction, checked: 2026-11 }'),
        ],
      ],
      issues: [
        'flows/directory/emergency.yaml at `call: "+33000000000", so`: no-such-number: No telephone has the number +33000000000. Compare it with the source, digit by digit.',
      ],
    },
  ],
  'checked-long-ago': [
    {
      name: 'numbers that were checked 91 days ago, which is one warning',
      edits: [
        [US, ['emergency', 'checked'], '2026-08-23'],
        [US, ['services', 0, 'checked'], '2026-07'],
        [US, ['services', 1, 'checked'], '2026-08-24'],
      ],
      issues: [
        'flows/directory/us.yaml at `country: US`: warning checked-long-ago: Checked more than 90 days ago, the oldest in 2026-07: emergency, crisis. Call these numbers (`npm run lines -- directory` lists them), and write the date of today.',
      ],
    },
    {
      name: 'the numbers of every country',
      edits: [[EVERYWHERE, [], everywhere('', '2025-11')]],
      issues: [
        'flows/directory/emergency.yaml at `source: fiction`: warning checked-long-ago: Checked more than 90 days ago, the oldest in 2025-11: emergency. Call these numbers (`npm run lines -- directory` lists them), and write the date of today.',
      ],
    },
  ],
  'undated-source': [
    {
      name: 'a source without a date',
      edits: [[SOURCES, ['leaflet', 'date'], 'undated']],
      issues: [
        'flows/sources.yaml at `date: undated }`: warning undated-source: Nobody can say how old "leaflet" is. Write when it was published or revised; where the page does not say, when it was read: read 2026-11-26.',
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
