/** The services of the caller's country: which are offered, and how each is called in the language of the place. */
import type { Service } from '../flow/directory.ts'
import type { ServiceWords } from '../locale/schema.ts'
import type { Wording } from '../locale/wording.ts'
import type { Place } from './place.ts'

/** Keys 1 to 6 choose a service: more than one can keep in mind would not be heard (standards.md 1.3, IVR-04). */
const MOST_SERVICES = 6

/** In the order of the directory: crisis lines first. */
export function servicesNear({ line, context }: Place): readonly Service[] {
  return (line.directory[context.country]?.services ?? []).slice(0, MOST_SERVICES)
}

/** The number to connect to, where Twilio can dial it: short numbers work from phones only. */
export function dialable(service: Service | undefined): string | undefined {
  return service?.call?.startsWith('+') ? service.call : undefined
}

/** The service to name in a crisis: the first that can be called, else none. */
export function crisisService(place: Place): Service | undefined {
  return servicesNear(place).find(({ kind, call }) => kind === 'crisis' && call !== undefined)
}

export function serviceText({ id }: Service, { context }: Place, field: 'name' | 'about'): Wording {
  return { key: `directory:${context.country}.services.${id}.${field}` }
}

/** What the locale says of a service beyond its name; nothing where the locale lacks it. */
export function serviceWords({ id }: Service, { line, context, position }: Place): ServiceWords | undefined {
  return line.locales[position.locale]?.resources.directory[context.country]?.services[id]
}
