/**
 * What the phone company does with the texts of one phone: it answers STOP, START and HELP itself, and after STOP lets no text of
 * the line through until START (docs/design/twilio.md section 2, "Opt-out").
 *
 * @example
 * const carrier = createCarrier()
 * carrier.pass('stop') // { note: 'stopped', isBlocked: true }
 * carrier.pass('bone') // { note: 'blocked', isBlocked: true }
 */
import { type CarrierWish, carrierWish } from '../../finder/carrier-words.ts'

interface Passage {
  /** The key of what the page says of it; undefined where the company does nothing. */
  readonly note: string | undefined
  /** Whether answers of the line are kept back. */
  readonly isBlocked: boolean
}

const NOTES: Readonly<Record<CarrierWish, string>> = {
  stop: 'stopped',
  start: 'started',
  yes: 'started',
  help: 'silent',
}

export function createCarrier() {
  let isBlocked = false
  return {
    /** A text on its way to the line, which gets it in any case. */
    pass(text: string): Passage {
      const wish = carrierWish(text.trim().toLowerCase())
      const wasBlocked = isBlocked
      if (wish === 'stop') isBlocked = true
      if (wish === 'start' || wish === 'yes') isBlocked = false
      // YES to a phone that gets texts is the answer to a question.
      if (wish === 'yes' && !wasBlocked) return { note: undefined, isBlocked }
      return { note: wish ? NOTES[wish] : isBlocked ? 'blocked' : undefined, isBlocked }
    },
  }
}
