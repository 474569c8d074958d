/**
 * A topic that is off today is not told, by whatever way a person comes to it: by a key, a word, its number, or where they are
 * already. They are told so in a sentence, and go on from where they were before.
 *
 * @example
 * withoutOff(place, openNode(place, 'bone')) // "This topic is not on the line today. The body, press 1. …"
 */
import { phrase } from '../locale/phrases.ts'
import type { Line } from './line.ts'
import { isOff } from './offered.ts'
import type { Place } from './place.ts'
import { currentStep, type Step } from './position.ts'
import { menuAndPerson } from './prompts.ts'
import { tally } from './tally.ts'
import { moveTo, type Transition } from './transition.ts'

/** The transition, unless it tells a topic that is off. */
export function withoutOff(place: Place, transition: Transition): Transition {
  const { line, context } = place
  const { position, prompt } = transition
  const slug = offAt(line, currentStep(position))
  // Some answers tell nothing of the place, such as the one to STOP.
  if (slug === undefined || prompt === 'none') return transition
  const trail = position.trail.filter((step) => offAt(line, step) === undefined && !isEntered(line, step))
  const left = trail.length > 0 ? trail : [{ node: line.main, part: 1 }]
  const tallies = [tally('off-today', slug)]
  const there = { ...position, retries: null, trail: left }
  if (context.channel === 'voice')
    return moveTo(there, { preamble: [phrase('voice.offToday')], prompt: 'short', tallies })
  const preamble = [phrase('sms.offToday', menuAndPerson({ ...place, position: there }))]
  return moveTo(there, { preamble, prompt: 'none', tallies })
}

/** Those that are on; all where none is, so that the person is told why. */
export function onlyOn(line: Line, slugs: readonly string[]): readonly string[] {
  const on = slugs.filter((slug) => !isOff(line, slug))
  return on.length > 0 ? on : slugs
}

/** The topic that is off at a step; of a guess, where every topic is. */
function offAt(line: Line, { node, among = [] }: Step): string | undefined {
  if (isOff(line, node)) return node
  return among.length > 0 && among.every((slug) => isOff(line, slug)) ? among[0] : undefined
}

/** Where a number is entered: it has been. */
function isEntered({ number }: Line, { node }: Step): boolean {
  return node === number
}
