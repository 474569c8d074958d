/**
 * Today's switches after one command of `npm run operate`. What is wrong with a date, a number or a topic says check.ts.
 *
 * @example
 * changeToday(today, ['off', 'bone'], undefined)              // { ok: true, value: { ...today, off: ['bone'] } }
 * changeToday(today, ['announce', 'en', 'Closed.'], '2026-12-04')
 */
import { type Result, refused } from '../../authored/result.ts'
import { AS_USUAL, type Today } from '../../flow/today.ts'
import { SWITCHES } from '../../today/changes.ts'
import { tidyNumber, tidyWords } from '../../today/tidy.ts'

const NOT_UNDERSTOOD = refused(
  'This is not one of its commands. `npm run operate -- --help` lists them, with an example of each.',
)

/** How many words may follow each command. */
const COUNTS: ReadonlyMap<string, readonly [fewest: number, most: number]> = new Map([
  ['announce', [2, 2]],
  ['off', [1, 20]],
  ['on', [1, 20]],
  ['open', [0, 0]],
  ['closed', [0, 0]],
  ['as-usual', [0, 0]],
  ['holiday', [1, 20]],
  ['workday', [1, 20]],
  ['number', [1, 1]],
  ['clear', [0, 1]],
])

/** `until` is a date, or a date and a time with a space or a T between them. */
export function changeToday(
  today: Today,
  [command, ...given]: readonly string[],
  until: string | undefined,
): Result<Today> {
  const [first, second] = given
  const [fewest, most] = COUNTS.get(command ?? '') ?? [1, 0]
  if (given.length < fewest || given.length > most) return NOT_UNDERSTOOD
  const end = until?.trim().replace(' ', 'T') ?? ''
  const { announcement, off, holidays } = today
  switch (command) {
    case 'announce':
      return changed(today, {
        announcement: announce(announcement, first ?? '', tidyWords(second ?? ''), end),
      })
    case 'off':
      return changed(today, { off: [...new Set([...off, ...given])] })
    case 'on':
      return changed(today, { off: off.filter((topic) => !given.includes(topic)) })
    case 'open':
    case 'closed':
      return changed(today, { people: { open: command, until: end } })
    case 'as-usual':
      return changed(today, { people: AS_USUAL.people })
    case 'holiday':
      return changed(today, { holidays: [...new Set([...holidays, ...given])].sort() })
    case 'workday':
      return changed(today, { holidays: holidays.filter((date) => !given.includes(date)) })
    case 'number':
      return changed(today, { number: first === 'none' ? null : tidyNumber(first ?? '') })
    case 'clear': {
      const cleared = SWITCHES.find((each) => each === first)
      if (first !== undefined && !cleared) return NOT_UNDERSTOOD
      return { ok: true, value: cleared ? { ...today, [cleared]: AS_USUAL[cleared] } : AS_USUAL }
    }
    default:
      return NOT_UNDERSTOOD
  }
}

/** Without words, the language says none. Another language may have said until when. */
function announce(
  standing: Today['announcement'],
  locale: string,
  words: string,
  until: string,
): Today['announcement'] {
  const all = Object.entries({ ...standing?.words, [locale]: words }).filter(([, each]) => each !== '')
  if (all.length === 0) return null
  return { until: until || (standing?.until ?? ''), words: Object.fromEntries(all) }
}

function changed(today: Today, more: Partial<Today>): Result<Today> {
  return { ok: true, value: { ...today, ...more } }
}
