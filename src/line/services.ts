/** The services of the caller's country, and their names in the language of the place. */
import type { Service } from '../flow/directory.ts'
import type { Handoff } from '../flow/settings.ts'
import type { ServiceWords } from '../locale/country-texts.ts'
import { phrase } from '../locale/phrases.ts'
import type { Value, Wording } from '../locale/wording.ts'
import { emergency, type Place, phoneOf } from './place.ts'
import type { Calls } from './position.ts'

/** Keys 1 to 6 choose a service: nobody keeps more in mind (docs/design/standards.md 1.3, IVR-04). */
const MOST_SERVICES = 6
/** How many times somebody is called in one call (all people of the line in turn are one time), so that a noise or a stuck key cannot ring for ever. */
const MOST_CALLS: Calls = { person: 2, helpline: 6 }

/** In the order of the directory: crisis lines first. By phone as many as there are keys, in texts all. */
export function servicesNear({ line, context }: Place): readonly Service[] {
  const services = line.directory[context.country]?.services ?? []
  return context.channel === 'voice' ? services.slice(0, MOST_SERVICES) : services
}

/** The service to call about a topic: of the first of these kinds that the country of the place has. */
export function serviceFor(place: Place, kinds: readonly Service['kind'][]): Service | undefined {
  const near = servicesNear(place)
  return kinds.flatMap((kind) => near.find((service) => service.kind === kind) ?? [])[0]
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

/** The numbers of the line's own people, in the order in which they are called. */
function ownPeople({ number, others }: Pick<Handoff, 'number' | 'others'>): readonly string[] {
  return number ? [number, ...others] : []
}

/** Not a number from which this call comes, and not over and over again. */
export function mayCall({ position, context }: Place, whom: keyof Calls, number: string): boolean {
  return (position.calls?.[whom] ?? 0) < MOST_CALLS[whom] && !context.isCircular?.(number)
}

interface CrisisLine {
  readonly name: Value
  readonly number: Value
  readonly text?: Value
}

/** The line to name in a crisis: the first of the country that can be called; none where none is known. */
export function crisisLine(place: Place): CrisisLine | undefined {
  for (const service of servicesNear(place)) {
    const number = numberToCall(service, place)
    if (service.kind !== 'crisis' || !number) continue
    const text = textToSend(service, place)
    return { name: serviceText(service, place, 'name'), number, ...(text && { text }) }
  }
  const { country } = place.context
  const known = place.line.everywhere.crisis[country]
  return known && { name: known.name, number: phoneOf(known.call, country) }
}

/** The number of a service, with what to press for the language of the place: "988, press 2". */
export function numberToCall(service: Service, place: Place): Value | undefined {
  if (!service.call) return undefined
  const number = phoneOf(service.call, place.context.country)
  const press = serviceWords(service, place)?.press
  return press ? phrase('crisis.press', { number, press }) : number
}

/** What to send to a service, within a sentence: "HOME to 741741", or the number alone. */
export function textToSend(service: Service, place: Place): Wording | undefined {
  if (!service.text) return undefined
  const text = phoneOf(service.text.to, place.context.country)
  const word = serviceWords(service, place)?.word
  return word ? phrase('crisis.word', { text, word }) : phrase('crisis.text', { text })
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

/** Whom it serves, when, and in which languages, as far as that is known. */
export function serviceDetails(service: Service, place: Place): readonly Wording[] {
  const { area, hours, languages } = serviceWords(service, place) ?? {}
  const { interpreter } = service
  return [
    ...(area ? [phrase('helplines.area', { area })] : []),
    ...(hours ? [phrase('helplines.hours', { hours })] : []),
    ...(languages ? [phrase('helplines.languages', { languages })] : []),
    ...(interpreter
      ? [phrase('helplines.interpreter', { number: phoneOf(interpreter, place.context.country) })]
      : []),
  ]
}

/** The words of the locale about a service, such as its hours; undefined where the locale has none. */
export function serviceWords({ id }: Service, { line, context, position }: Place): ServiceWords | undefined {
  return line.locales[position.locale]?.resources.directory[context.country]?.services[id]
}
