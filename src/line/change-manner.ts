/**
 * Changes of how a person listens: the language, the pace, how long they are waited for. The place stays the same.
 *
 * @example
 * changePace(place, 'slow') // { position: en/slow/main/bone, preamble: "I will speak more slowly.", … }
 */
import { phrase } from '../locale/phrases.ts'
import { isOffered } from './offered.ts'
import { currentNode, currentSlug, type Place, trailIn } from './place.ts'
import { type Position, restartAt, stepBack } from './position.ts'
import { expectAnswer, uncheckedPrompts } from './prompts.ts'
import { tally } from './tally.ts'
import { arriveAt, moveTo, openNode, stay, type Transition } from './transition.ts'

export function changeLocale(place: Place, locale: string): Transition {
  const { line, position } = place
  // The keys were told in another language.
  const { told: _, ...untold } = position
  const chosen = { ...untold, locale, retries: null }
  const tallies = [tally('language', locale)]
  if (position.trail.length === 1 && currentSlug(place) === line.start) {
    const transition = arriveAt(place, restartAt(chosen, line.main))
    const prompt = place.context.channel === 'voice' ? 'welcome' : 'full'
    return { ...transition, prompt, tallies: [...tallies, ...transition.tallies] }
  }
  // The choice of language and the other ways leave the trail: the person is back where they came from.
  const passed = [line.start, line.ways]
  const trail = position.trail.filter(({ node }) => !passed.includes(node))
  const preamble = [
    ...(place.context.channel === 'voice' ? [phrase('voice.nowInThisLanguage')] : []),
    ...uncheckedPrompts({ ...place, position: chosen }),
  ]
  const there = { ...chosen, trail: trailIn(line, locale, trail) }
  const here = trail.at(-1)
  if (!here || isOffered(line, locale, here.node)) return moveTo(there, { preamble, tallies })
  // The new language lacks the topic.
  const transition = openNode({ ...place, position: there }, here.node)
  return { ...transition, preamble, tallies: [...tallies, ...transition.tallies] }
}

export function changePace(place: Place, pace: Position['pace']): Transition {
  const changed = { ...listenedAt(place), pace, retries: null }
  // A text has no pace: it is sent again.
  if (place.context.channel === 'sms') return moveTo(changed)
  return moveTo(changed, { preamble: [phrase(pace === 'slow' ? 'voice.slower' : 'voice.normalPace')] })
}

/** The new voice is its own answer. */
export function changeVoice(place: Place, deeper: boolean): Transition {
  const { deeper: _, ...listened } = listenedAt(place)
  return moveTo({ ...listened, ...(deeper ? { deeper: true } : {}), retries: null })
}

export function giveMoreTime(place: Place): Transition {
  const given = { ...listenedAt(place), wait: 'long', retries: null } as const
  return moveTo(given, { preamble: [phrase('voice.moreTimeGiven')], prompt: 'short' })
}

/** "Hold on": they are waited for as long as somebody who needs more time, but only now. */
export function waitOnce(place: Place): Transition {
  const expects = expectAnswer({ ...place, position: { ...place.position, wait: 'long' } })
  return stay(place, { preamble: [phrase('voice.takeYourTime')], prompt: 'short', expects })
}

/** Where the person listens: the other ways are chosen in passing. */
function listenedAt(place: Place): Position {
  return currentNode(place).kind === 'ways' ? stepBack(place.position) : place.position
}
