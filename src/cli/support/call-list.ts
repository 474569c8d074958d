/**
 * The list for calling the numbers of the directory, as every 90 days: each with its hours, when it was last checked, and what to
 * ask. Those that were checked longest ago come first.
 *
 * @example
 * callList(line) // [['country', 'name', …], ['GB', 'Breast Cancer Now', '0808 800 6000', 'not known', '2026-11', 'Their name? …']]
 */
import type { Service } from '../../flow/directory.ts'
import type { Line } from '../../line/line.ts'
import type { ServiceWords } from '../../locale/country-texts.ts'
import { phoneGroups } from '../../locale/phone-groups.ts'

type Row = readonly [
  country: string,
  name: string,
  number: string,
  hours: string,
  checked: string,
  ask: string,
]

const HEAD: Row = ['country', 'name', 'number', 'hours', 'checked', 'what to ask']
const NOT_KNOWN = 'not known'
/** An emergency number must not be called to try it. */
const EMERGENCY: readonly [name: string, hours: string, ask: string] = [
  'emergency',
  'day and night',
  'Do not call: compare with a page of the government. Does it work from every phone?',
]

export function callList({ directory, everywhere, locales, settings }: Line): readonly Row[] {
  const words = locales[settings.locales[0] ?? '']?.resources.directory ?? {}
  const near = Object.values(directory).flatMap(({ country, emergency, relay, services }): readonly Row[] => [
    row(country, EMERGENCY, [emergency.number, emergency.landline], emergency.checked),
    ...(relay
      ? [
          row(
            country,
            ['relay', NOT_KNOWN, 'Must people register? What is dialled?'],
            [relay.number],
            relay.checked,
          ),
        ]
      : []),
    ...services.map((service) => serviceRow(country, service, words[country]?.services[service.id])),
  ])
  const elsewhere = Object.entries(everywhere.crisis).map(([country, { name, call, checked }]) =>
    row(country, [name, 'day and night', 'Whom do you help, and in which languages?'], [call], checked),
  )
  return [HEAD, ...[...near, ...elsewhere].sort((a, b) => (a[4] < b[4] ? -1 : a[4] > b[4] ? 1 : 0))]
}

function serviceRow(country: string, service: Service, words: ServiceWords | undefined): Row {
  const { name, call, second, interpreter, text, checked } = service
  const ask = [
    words?.hours ? 'Are the hours right?' : 'When do you answer?',
    words?.languages ? 'Are the languages right?' : 'In which languages?',
    words?.area ? `Only for ${words.area}?` : 'For the whole country?',
    ...(text ? [`Does a text get an answer${words?.word ? ` (${words.word})` : ''}?`] : []),
    ...(words?.press ? [`Is it still "${words.press}"?`] : []),
  ]
  return row(
    country,
    [words?.name ?? name, words?.hours ?? NOT_KNOWN, ask.join(' ')],
    [call, second, interpreter, text?.to],
    checked,
  )
}

function row(
  country: string,
  [name, hours, ask]: readonly [string, string, string],
  numbers: readonly (string | undefined)[],
  checked: string,
): Row {
  const written = new Set(
    numbers.flatMap((phone) => (phone ? [phoneGroups({ phone, country }).join(' ')] : [])),
  )
  return [country, name, [...written].join(', '), hours, checked, ask]
}
