/** The services of the caller's country, and their names in the language of the place. */
import type { Service } from '../flow/directory.ts'
import { ownPeople } from '../flow/settings.ts'
import { phrase } from '../locale/phrases.ts'
import type { ServiceWords } from '../locale/schema.ts'
import type { Value, Wording } from '../locale/wording.ts'
import { emergency, type Place, phoneOf } from './place.ts'
import type { Calls } from './position.ts'

/** Keys 1 to 6 choose a service: nobody keeps more in mind (docs/design/standards.md 1.3, IVR-04). */
const MOST_SERVICES = 6
/** How many times somebody is called in one call (all people of the line in turn are one time), so that a noise or a stuck key cannot ring for ever. */
const MOST_CALLS: Calls = { person: 2, helpline: 6 }

/** In the order of the directory: crisis lines first. */
export function servicesNear({ line, context }: Place): readonly Service[] {
  return (line.directory[context.country]?.services ?? []).slice(0, MOST_SERVICES)
}

/** The number to connect to, where Twilio can dial it: a short number works from a phone only. */
export function dialable(service: Service | undefined): string | undefined {
  return service?.call?.startsWith('+') ? service.call : undefined
}

/**
 * The next of the line's own people, where one can be called now: their number, and how many of them have been tried with it.
 * Undefined where the helplines are told instead.
 */
export function personToCall(place: Place, tried = 0): { number: string; tried: number } | undefined {
  if (!place.context.staffed) return undefined
  const people = ownPeople(place.line.settings.handoff)
  const next = people.findIndex((number, index) => index >= tried && mayCall(place, 'person', number))
  const number = people[next]
  return number ? { number, tried: next + 1 } : undefined
}

/** Not a number from which this call comes, and not over and over again. */
export function mayCall({ position, context }: Place, whom: keyof Calls, number: string): boolean {
  return (position.calls?.[whom] ?? 0) < MOST_CALLS[whom] && !context.circular?.includes(number)
}

export interface CrisisLine {
  readonly name: Value
  readonly number: Value
  readonly text?: Value
}

/** The line to name in a crisis: the first of the country that can be called; none where none is known. */
export function crisisLine(place: Place): CrisisLine | undefined {
  const { country } = place.context
  for (const service of servicesNear(place)) {
    const { kind, call, text } = service
    if (kind !== 'crisis' || !call) continue
    const words = serviceWords(service, place)
    const number = phoneOf(call, country)
    const to = text && phoneOf(text.to, country)
    return {
      name: serviceText(service, place, 'name'),
      number: words?.press ? phrase('crisis.press', { number, press: words.press }) : number,
      ...(to && {
        text: words?.word
          ? phrase('crisis.word', { text: to, word: words.word })
          : phrase('crisis.text', { text: to }),
      }),
    }
  }
  const known = place.line.everywhere.crisis[country]
  return known && { name: known.name, number: phoneOf(known.call, country) }
}

/** Whom to call or text in a crisis, within a sentence: "call 988 or text 988". */
export function crisisAction(place: Place): Wording {
  const near = crisisLine(place)
  if (!near) return phrase('crisis.emergency', { emergency: emergency(place) })
  const { number, text } = near
  return text ? phrase('crisis.callOrText', { number, text }) : phrase('crisis.call', { number })
}

export function serviceText({ id }: Service, { context }: Place, field: 'name' | 'about'): Wording {
  return { key: `directory:${context.country}.services.${id}.${field}` }
}

/** The words of the locale about a service, such as its hours; undefined where the locale has none. */
export function serviceWords({ id }: Service, { line, context, position }: Place): ServiceWords | undefined {
  return line.locales[position.locale]?.resources.directory[context.country]?.services[id]
}
