/**
 * `npm run operate`: today's switches in the database of DATABASE_URL, which a running line reads within ten seconds. Checked as on
 * `/operate`, and told in the same words.
 *
 * @example
 * npm run operate                                    # what is switched today
 * npm run operate -- announce en "The office is closed on Friday." --until 2026-12-04
 * npm run operate -- closed --until "2026-12-04 17:00"
 */

import { installLine } from '../config.ts'
import type { Today } from '../flow/today.ts'
import { textsOf } from '../line/line.ts'
import { inForce } from '../line/today.ts'
import { phrase } from '../locale/phrases.ts'
import { dialledPhone, type Wording } from '../locale/wording.ts'
import { readEnvironment } from '../server/environment.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { changedSwitches, SWITCHES, switchesInUse, type TodaySwitch } from '../today/changes.ts'
import { checkToday } from '../today/check.ts'
import { SECONDS_TO_EVERYWHERE } from '../today/keeper.ts'
import { clearToday, type KnownToday, readToday, saveToday } from '../today/rows.ts'
import { rootCauseMessage, type Store } from '../usage/stores/store.ts'
import { changeToday } from './support/change-today.ts'
import { localeOrExit, project, readArguments } from './support/command.ts'
import { openStoreOrExit } from './support/open-store.ts'

const USAGE = `npm run operate: what is switched today. After \`npm run operate -- \`, each of these changes it:

  announce en "Closed on Friday." --until 2026-12-04
  closed --until "2026-12-04 17:00"   nobody is called; open: key 0 calls your people; as-usual: in their hours
  off bone                            a topic, by its slug; on: it is told again
  holiday 2026-12-24                  nobody is called then; workday: no holiday any more
  number +18005550100                 whom key 0 calls; none: the number of line.yaml
  clear                               everything as usual; or one of: ${SWITCHES.join(', ')}
  --locale es                         the answer in that language`

const { values, positionals } = readArguments(USAGE, {
  options: { until: { type: 'string' }, locale: { type: 'string' } },
  allowPositionals: true,
})
const installed = installLine(await loadLineOrExit(project), readEnvironment())
if (!installed.ok) exitWith(installed.problems.join('\n'))
const { config, line } = installed.value
const locale = localeOrExit(line, values.locale)
const texts = textsOf(line)
const words = (wording: Wording) => texts(locale, wording, dialledPhone)
const now = new Date()

const store = await openStoreOrExit(config.databaseUrl)
const outcome = await operate(store).catch((cause: unknown) => ({
  isDone: false,
  text: words(phrase('operate.unread', { problem: rootCauseMessage(cause) })),
}))
await store.close()
if (!outcome.isDone) exitWith(outcome.text)
process.stdout.write(`${outcome.text}\n`)

async function operate(store: Store): Promise<{ isDone: boolean; text: string }> {
  const isClear = positionals.length === 1 && positionals[0] === 'clear'
  const known = await readToday(store).catch((cause: unknown) => {
    if (!isClear) throw cause
    return null
  })
  if (known === null) {
    const cleared = await clearToday(store, now.getTime())
    return cleared
      ? { isDone: true, text: describe(cleared) }
      : { isDone: false, text: words(phrase('operate.other')) }
  }
  const standing = inForce(line, known.today, now)
  if (positionals.length === 0) return { isDone: true, text: describe({ ...known, today: standing }) }
  const changed = changeToday(standing, positionals, values.until)
  if (!changed.ok) return { isDone: false, text: changed.problems.join('\n') }
  const today = changed.value
  const problems = checkToday(line, texts, today, now)
  if (problems.length > 0)
    return { isDone: false, text: problems.map(({ problem }) => words(problem)).join('\n') }
  const switches = changedSwitches(standing, today)
  if (switches.length === 0) return { isDone: true, text: words(phrase('operate.nothingChanged')) }
  const saved = await saveToday(store, known, today, now.getTime())
  if (!saved) return { isDone: false, text: words(phrase('operate.other')) }
  const sentences = [
    words(phrase('operate.saved', { switches: switches.map(nameOf).join(', ') })),
    words(phrase('operate.within', { seconds: SECONDS_TO_EVERYWHERE })),
  ]
  return { isDone: true, text: `${sentences.join(' ')}\n\n${describe(saved)}` }
}

/** What stands, a line each. */
function describe({ today, changedAt }: KnownToday): string {
  const { zone } = line.settings.handoff
  const inUse = switchesInUse(today)
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return [
    ...(inUse.length > 0
      ? inUse.flatMap((each) => linesOf(today, each))
      : [words(phrase('operate.asUsual'))]),
    ...filesLines(),
    ...(changedAt > 0 ? [words(phrase('operate.changedAt', { time: format.format(changedAt), zone }))] : []),
  ].join('\n')
}

/** What `line.yaml` has under the switches. */
function filesLines(): readonly string[] {
  const { off = [], announcement } = line.settings
  return [
    ...(announcement
      ? [words(phrase('operate.announcedInFiles', { date: announcement.until.replace('T', ' ') }))]
      : []),
    ...(off.length > 0 ? [words(phrase('operate.offInFiles', { topics: off.join(', ') }))] : []),
  ]
}

function linesOf(today: Today, each: TodaySwitch): readonly string[] {
  const { announcement, off, people, holidays, number } = today
  const until = (end: string) => words(phrase('operate.ends', { date: end.replace('T', ' ') }))
  switch (each) {
    case 'announcement':
      return [
        `${nameOf(each)}. ${until(announcement?.until ?? '')}`,
        ...Object.entries(announcement?.words ?? {}).map(([language, said]) => `  ${language}  ${said}`),
      ]
    case 'off':
      return [`${nameOf(each)}: ${off.join(', ')}`]
    case 'people':
      if (people.open === 'as-usual') return []
      return [
        `${words(phrase(people.open === 'open' ? 'operate.peopleOpen' : 'operate.peopleClosed'))}. ${until(people.until)}`,
      ]
    case 'holidays':
      return [`${nameOf(each)}: ${holidays.join(', ')}`]
    case 'number':
      return [`${nameOf(each)}: ${number}`]
  }
}

function nameOf(each: TodaySwitch): string {
  return words(phrase(`operate.${each}`))
}
