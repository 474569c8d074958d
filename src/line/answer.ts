/**
 * What yes and no answer at a place: a consent, whether a topic helped, "which of these do you mean".
 *
 * @example
 * answerAt(place, true) // { kind: 'agree', topic: 'outlook' } at its consent; undefined where nothing was asked
 */
import type { Intent } from './intent.ts'
import { optionsAt } from './nodes/index.ts'
import { currentNode, type Place } from './place.ts'

/** Yes agrees where something was asked; elsewhere it is no more than thanks. */
export function agree(place: Place, locale: string): Intent {
  return answerAt(place, true) ?? { kind: 'thanks', locale }
}

/** What yes, or no, answers here: a consent, whether a topic helped, or "which of these do you mean". */
export function answerAt(place: Place, yes: boolean): Intent | undefined {
  if (currentNode(place).kind === 'guess') return answerToGuess(place, yes)
  const isAnswer = (each: Intent) =>
    each.kind === 'helped' ? each.helped === yes : yes && each.kind === 'agree'
  const [answer, other] = optionsAt(place).filter(({ intent }) => isAnswer(intent))
  return other ? undefined : answer?.intent
}

/** Yes to several is asked again; no to all of them leads to what else there is. */
function answerToGuess(place: Place, yes: boolean): Intent {
  if (!yes) return { kind: 'main', locale: place.position.locale }
  const [only, other] = optionsAt(place)
  return only && !other ? only.intent : { kind: 'prompt' }
}
