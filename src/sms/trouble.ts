/**
 * What a texter reads when something of ours failed: an apology with the emergency number, and the crisis line of the
 * country, for what we could not read may have been a cry for help. Made at start, so that it cannot fail later.
 *
 * @example
 * const trouble = createSmsTrouble(line, texts)
 * trouble('en', 'US') // 'Sorry, something went wrong on our side. … Emergency: 911.\n988 Suicide & Crisis Lifeline: 988'
 */
import type { Line } from '../line/line.ts'
import { emergency, type Place, phoneOf } from '../line/place.ts'
import { prepare } from '../line/prepare.ts'
import { crisisService, serviceText } from '../line/services.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import { writePhone } from './render.ts'

export function createSmsTrouble(line: Line, texts: Texts): (locale: string, country: string) => string {
  return prepare(line, 'sms', (place) =>
    wordingsAt(place)
      .map((wording) => texts(place.position.locale, wording, writePhone))
      .join('\n'),
  )
}

function wordingsAt(place: Place) {
  const service = crisisService(place)
  return [
    phrase('sms.trouble', { emergency: emergency(place) }),
    ...(service?.call
      ? [
          phrase('sms.service', {
            name: serviceText(service, place, 'name'),
            number: phoneOf(service.call, place.around.country),
          }),
        ]
      : []),
  ]
}
