/** Mistakes in what a language says of its recordings: rows that cannot be meant, and clips of words that have changed. */
import { clipsOf } from '../../../src/locale/clips.ts'
import type { Mistake } from './mistake.ts'

const FILE = 'locales/ht/recordings.csv'
const HEAD = 'hash,key,seconds,by,kind'
/** "Orevwa", as the fixture line says it. */
const GOODBYE = clipsOf('Orevwa.')[0]?.name ?? ''

/** Rows in the order of the file, and what is wrong with each. */
const rows: readonly (readonly [row: string, message?: string])[] = [
  [`${GOODBYE},phrases.voice.goodbye,0.8,"M. R., speaker",person`],
  [
    `${GOODBYE},phrases.voice.goodbye,0.8,"M. R., speaker",person`,
    'An earlier row has the same hash. Keep one.',
  ],
  [
    'goodbye,phrases.voice.thanks,0.8,"M. R., speaker",person',
    '"goodbye" is no hash. Let `npm run recordings` write this file.',
  ],
  ['0123456789ab,,0.8,"M. R., speaker",person', 'It has no key. Let `npm run recordings` write this file.'],
  [
    '0123456789ab,phrases.voice.thanks,"0,8","M. R., speaker",person',
    '"seconds" is "0,8". Write a number above 0 such as 1.25.',
  ],
  [
    '0123456789ab,phrases.voice.thanks,0.8,"M. R., speaker",robot',
    '"robot" is no kind. These are: person, scratch.',
  ],
  [
    '0123456789ab,phrases.voice.thanks,0.8,,person',
    'It does not say who spoke. Write initials and role in "by".',
  ],
]

export const recordingMistakes = {
  'recording-row': [
    {
      name: 'rows of recordings that cannot be meant',
      edits: [[FILE, [], [HEAD, ...rows.map(([row]) => row), ''].join('\n')]],
      issues: rows.flatMap(([row, message], index) =>
        message
          ? `${FILE} at \`${row.slice(0, 24)}\`: recording-row: Row ${index + 2}, "${row.split(',')[1]}": ${message}`
          : [],
      ),
    },
    {
      name: 'recordings without one of their columns',
      edits: [[FILE, [], 'hash,key\n']],
      issues: [
        `${FILE} at \`hash,key\`: recording-row: The first row must name these columns: hash, key, seconds, by, kind. It lacks: seconds, by, kind.`,
      ],
    },
  ],
  'stale-recording': [
    {
      name: 'a clip of words that have changed since',
      edits: [
        [FILE, [], `${HEAD}\n${GOODBYE},phrases.voice.goodbye,0.8,"M. R., speaker",person\n`],
        ['locales/ht/phrases.json', ['voice', 'goodbye'], 'Babay.'],
        ['locales/ht/phrases.json', ['voice', 'goodbyeReturned'], 'Babay.'],
      ],
      issues: [
        `${FILE} at \`${GOODBYE},phrases.voi\`: warning stale-recording (locale ht): "phrases.voice.goodbye" has changed since this was recorded, so the clip is not played. Record it anew (\`npm run recordings -- ht\`), or delete this row.`,
      ],
    },
  ],
} satisfies Readonly<Record<string, readonly Mistake[]>>
