/**
 * What a caller hears when something of ours failed: an apology with the emergency number, then the main menu; and
 * where that fails too, the numbers of people to call. Made so that it cannot fail (line/prepare.ts); and
 * by `npm run fallback`, to be kept where it can be had without us.
 */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { Line } from '../line/line.ts'
import { emergency, type Place, phoneOf } from '../line/place.ts'
import { prepare } from '../line/prepare.ts'
import { servicesNear, serviceText } from '../line/services.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'
import { restartAddress } from './address.ts'
import { speak } from './speak.ts'

/** The apology by language and country: then the main menu (`again`), or the numbers to call and the end (`last`). */
export function createVoiceApology(line: Line, texts: Texts, base: string) {
  return prepare(line, 'voice', (place) => renderApology(place, texts, base))
}

/** The numbers to call in each of these languages, the emergency number in all of them first; then the call ends. */
export function renderFinalApology(places: readonly Place[], texts: Texts): string {
  const response = new VoiceResponse()
  for (const place of places)
    say(response, place, texts, [phrase('voice.troubleLast', { emergency: emergency(place) })])
  for (const place of places) say(response, place, texts, [...numbersNear(place), phrase('voice.callLater')])
  response.hangup()
  return response.toString()
}

function renderApology(place: Place, texts: Texts, base: string) {
  const again = new VoiceResponse()
  say(again, place, texts, [phrase('voice.trouble', { emergency: emergency(place) })])
  again.redirect({ method: 'POST' }, restartAddress(base, place.position))
  return { again: again.toString(), last: renderFinalApology([place], texts) }
}

function numbersNear(place: Place): readonly Wording[] {
  return servicesNear(place).flatMap((service) =>
    service.call
      ? [
          phrase('helplines.service', {
            name: serviceText(service, place, 'name'),
            about: serviceText(service, place, 'about'),
          }),
          phrase('helplines.number', { number: phoneOf(service.call, place.context.country) }),
        ]
      : [],
  )
}

function say(response: VoiceResponse, { line, position }: Place, texts: Texts, wordings: readonly Wording[]) {
  for (const wording of wordings) speak(response, { line, texts }, position, [wording])
}
