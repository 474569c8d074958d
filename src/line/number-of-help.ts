/**
 * The number of an emergency or of a crisis line, sent to us instead of being called: a person who sends 911 needs to hear that we are
 * not that, and to call it.
 *
 * @example
 * helpMeant(place, 'nine one one?') // undefined
 * helpMeant(place, '911!') // 'emergency'
 * helpMeant(place, '9-8-8') // 'crisis', in the United States
 */
import type { Service } from '../flow/directory.ts'
import type { Alarm } from '../locale/schema.ts'
import type { Place } from './place.ts'

/** Topics have numbers of two digits. */
const SHORTEST = 3
/** `+` and a code of up to three digits. */
const MOST_BEFORE = 4

/** Of any country: a person who travels may send the number of home. */
export function helpMeant({ line: { directory, everywhere } }: Place, words: string): Alarm | undefined {
  const digits = words.replace(/[\s().!?-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length < SHORTEST) return undefined
  const countries = Object.values(directory)
  const crisis = countries.flatMap(({ services }) => services).filter(({ kind }) => kind === 'crisis')
  const known = Object.values(everywhere.crisis)
  if ([...crisis, ...known].some((service) => isNumberOf(service, digits))) return 'crisis'
  const emergency = [
    ...Object.values(everywhere.emergency),
    ...countries.map(({ emergency }) => emergency.number),
  ]
  return emergency.includes(digits) ? 'emergency' : undefined
}

/** As it is dialled within its country: without `+` and its code, of which nobody thinks. */
function isNumberOf({ call = '', text }: Pick<Service, 'call' | 'text'>, digits: string): boolean {
  return digits === text?.to || (call.endsWith(digits) && call.length - digits.length <= MOST_BEFORE)
}
