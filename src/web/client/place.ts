/**
 * Where a call is, as the address of its next step tells it (docs/design/README.md, "A call is a walk through addresses"). The
 * client has no line to read a position by, so it reads what it shows and no more.
 *
 * @example
 * readPlace('/voice/7/en/slow-told-inMX/main/bone-2')
 * // { locale: 'en', pace: 'slow', country: 'MX', node: 'bone', part: 2 }
 */
import type { PhoneNode } from '../pages/phone-nodes.ts'
import { data } from './page.ts'

interface CallPlace {
  readonly locale: string
  readonly pace: string
  /** The one that the caller has named; undefined where that of the call holds. */
  readonly country: string | undefined
  readonly node: string
  readonly part: number
}

const ADDRESS =
  /\/voice\/(?:\d+\/)?(?:anew\/)?([^/]+)\/((normal|slow)[^/]*)\/(?:.*\/)?([a-z][a-z0-9]*)(?:-(\d+))?[^/]*$/
const COUNTRY = /-in([A-Z]{2})(?=-|$)/

/** Undefined for an address that is no place, such as that of a call to a person. */
export function readPlace(action: string): CallPlace | undefined {
  const [, locale, manner = '', pace, node, part = '1'] = ADDRESS.exec(action) ?? []
  if (!locale || !pace || !node) return undefined
  return { locale, pace, country: COUNTRY.exec(manner)?.[1], node, part: Number(part) }
}

/** Undefined for what is no menu and no topic. */
export function nodeAt({ node }: CallPlace): PhoneNode | undefined {
  return Object.hasOwn(data.nodes, node) ? data.nodes[node] : undefined
}

/** The name of a country: that of the list where it is in it. */
export function countryName(list: HTMLSelectElement, code: string): string {
  const listed = [...list.options].find(({ value }) => value === code)
  const { lang } = document.documentElement
  return listed?.text ?? new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code
}
