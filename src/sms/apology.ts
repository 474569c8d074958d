/**
 * What a texter reads when something of ours failed: an apology with the emergency number, and whom to call instead: the
 * crisis line first, for what we could not read may have been a cry for help. Made so that it cannot fail (line/prepare.ts);
 * and by `npm run fallback`, to be kept where it can be had without us.
 *
 * @example
 * const apologyFor = createSmsApology(line, texts)
 * apologyFor('en', 'US') // 'Sorry, something went wrong on our side. … Emergency: 911.\n988 Suicide & Crisis Lifeline: 988 …'
 */
import type { Line } from '../line/line.ts'
import { emergency, type Place, phoneOf } from '../line/place.ts'
import { prepare } from '../line/prepare.ts'
import { servicesNear, serviceText } from '../line/services.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import { writePhone } from './render.ts'

/** One of each kind, so that the text stays within three segments. */
const KINDS = ['crisis', 'cancer'] as const

export function createSmsApology(line: Line, texts: Texts): (locale: string, country: string) => string {
  return prepare(line, 'sms', (place) => writeApology(place, texts))
}

export function writeApology(place: Place, texts: Texts): string {
  const services = KINDS.flatMap((kind) => {
    const service = servicesNear(place).find((each) => each.kind === kind && each.call)
    return service?.call ? [{ service, call: service.call }] : []
  })
  return [
    phrase('sms.trouble', { emergency: emergency(place) }),
    ...services.map(({ service, call }) =>
      phrase('sms.service', {
        name: serviceText(service, place, 'name'),
        number: phoneOf(call, place.context.country),
      }),
    ),
  ]
    .map((wording) => texts(place.position.locale, wording, writePhone))
    .join('\n')
}
