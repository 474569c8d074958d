/**
 * What yes, no and "ok" answer at a place: a consent, whether a topic helped, "which of these do you mean", "do you need more time?".
 *
 * @example
 * agree(place, 'en')  // { kind: 'agree', topic: 'outlook' } at its consent; while a part is read: { kind: 'next' }
 * refuse(place, 'en') // by phone { kind: 'decline' }: back to the menu
 */
import type { Intent } from './intent.ts'
import { goesOn, optionsAt, partsAt } from './nodes/index.ts'
import { currentNode, type Place } from './place.ts'
import { currentStep } from './position.ts'
import { hasAskedForTime } from './reprompt.ts'

/** The reply to a no where nothing was asked. */
export const NO = 'no'

/** Yes agrees where something was asked. Elsewhere it is no more than thanks; said to a part, a wish to hear on. */
export function agree(place: Place, locale: string): Intent {
  const answer = answerAt(place, true)
  if (answer) return answer
  if (place.context.channel === 'sms') return { kind: 'thanks', locale }
  return { kind: goesOn(place) ? 'next' : 'choices' }
}

/** No declines what is told or offered. */
export function refuse(place: Place, locale: string): Intent {
  const answer = answerAt(place, false)
  if (answer) return answer
  if (place.context.channel === 'sms') return { kind: 'reply', reply: NO, locale }
  switch (currentNode(place).kind) {
    case 'number':
    case 'sources':
    case 'ways':
      return { kind: 'back' }
    case 'helplines': {
      // Not this number: the next one.
      const { part } = currentStep(place.position)
      return { kind: part > 1 && part < partsAt(place) ? 'next' : 'decline' }
    }
    default:
      return { kind: 'decline' }
  }
}

/** "Thank you" and "ok", said while a part is read, mean no more than that somebody listens; at a question they are no answer to it. */
export function acknowledge(place: Place, locale: string): Intent {
  const isSaid = place.context.channel === 'voice'
  if (isSaid && hasAskedForTime(place.position)) return { kind: 'more time' }
  if (isSaid && goesOn(place)) return { kind: 'next' }
  const isQuestion = ['consent', 'guess'].includes(currentNode(place).kind)
  return isSaid && isQuestion ? { kind: 'choices' } : { kind: 'thanks', locale }
}

/** What yes, or no, answers here; undefined where nothing was asked. */
export function answerAt(place: Place, yes: boolean): Intent | undefined {
  if (hasAskedForTime(place.position)) return { kind: yes ? 'more time' : 'choices' }
  if (currentNode(place).kind === 'guess') return answerToGuess(place, yes)
  const isAnswer = ({ kind, ...each }: Intent) =>
    'helped' in each ? each.helped === yes : yes && (kind === 'agree' || kind === 'connect')
  const [answer, other] = optionsAt(place).filter(({ intent }) => isAnswer(intent))
  return other ? undefined : answer?.intent
}

/** Yes to several is asked again; no to all of them leads to what else there is. */
function answerToGuess(place: Place, yes: boolean): Intent | undefined {
  const [only, other] = optionsAt(place)
  if (yes) return only && !other ? only.intent : { kind: 'prompt' }
  return place.context.channel === 'sms' ? { kind: 'main', locale: place.position.locale } : undefined
}
