/**
 * Applies an intent at a place: the next position, the preamble, how much of its prompts the next place gives, the tallies.
 *
 * @example
 * applyIntent(place, { kind: 'open', node: 'bone' }) // { position: …/bone, preamble: [], prompt: 'full', … }
 */
import { phrase } from '../locale/phrases.ts'
import { changeLocale, changePace, changeVoice, giveMoreTime, waitOnce } from './change-manner.ts'
import { afterCall, connect } from './connect.ts'
import { decline } from './decline.ts'
import { endAfterGoodbye, endOverlong } from './ending.ts'
import type { Intent } from './intent.ts'
import { partsAt } from './nodes/index.ts'
import { onlyOn } from './off-today.ts'
import { currentNode, currentSlug, emergency, inLocale, localesOffered, type Place } from './place.ts'
import { atPart, currentStep, forgetDigit, restartAt, stepBack, withDigit } from './position.ts'
import { menuAndPerson, otherLanguagePrompt } from './prompts.ts'
import { reply } from './reply.ts'
import { repromptAfterNoMatch, repromptAfterSilence } from './reprompt.ts'
import { type Tally, tally } from './tally.ts'
import {
  agreeTo,
  arriveAt,
  moveTo,
  offer,
  openHelpline,
  openNode,
  stay,
  type Transition,
} from './transition.ts'
import type { Prompt } from './turn.ts'

export function applyIntent(place: Place, intent: Intent): Transition {
  const { line, position } = place
  switch (intent.kind) {
    case 'prompt':
      return stay(place)
    case 'open':
      return openNode(inLocale(place, intent.locale), intent.node, intent.part)
    case 'guess':
      return offer(
        inLocale(place, intent.locale),
        onlyOn(line, intent.among),
        tally('guess', intent.among[0]),
      )
    case 'agree':
      return agreeTo(place, intent.topic)
    case 'reply':
      return reply(inLocale(place, intent.locale), intent.reply)
    case 'country':
      return countrySet(inLocale(place, intent.locale))
    case 'other language':
      return answer(place, otherLanguagePrompt(place, intent.tag), [tally('other-language', intent.tag)])
    case 'main':
      return arriveAt(place, restartAt(inLocale(place, intent.locale).position, line.main))
    case 'locale':
      return changeLocale(place, intent.locale)
    case 'back':
      return back(place)
    case 'next':
      return next(place)
    case 'go on':
      return { ...arriveAt(place, atPart(position, currentStep(position).part + 1)), prompt: 'onward' }
    case 'choices':
      return stay(place, { prompt: 'short' })
    case 'decline':
      return decline(place)
    case 'wait':
      return waitOnce(place)
    case 'keys':
      return stay(place, { prompt: place.context.channel === 'voice' ? 'keys' : 'full' })
    case 'digit':
      return moveTo(withDigit(position, intent.digit))
    case 'part':
      return arriveAt(place, atPart(position, intent.part))
    case 'pace':
      return changePace(place, intent.pace)
    case 'voice':
      return changeVoice(place, intent.deeper)
    case 'more time':
      return giveMoreTime(place)
    case 'helpline':
      return openHelpline(place, intent.service)
    case 'connect':
      return connect(place, intent.service)
    case 'connected':
      return afterCall(place, intent.answered)
    case 'silence':
      return repromptAfterSilence(place)
    case 'wrong key':
      if (place.context.channel === 'sms') return unmatched(place)
      return repromptAfterNoMatch(place, phrase('voice.wrongKey', { key: intent.key }), 'wrong-key')
    case 'unmatched':
      return unmatched(place)
    case 'goodbye':
      return endAfterGoodbye(inLocale(place, intent.locale))
    case 'overlong':
      return endOverlong(place)
    case 'helped':
      return helpedAnswered(place, intent.helped)
    case 'thanks':
      return thanked(inLocale(place, intent.locale))
    case 'media':
      return answer(place, phrase('sms.wordsOnly', menuAndPerson(place)))
    case 'stop':
    case 'start':
    case 'help':
      return answerWish(inLocale(place, intent.locale), intent.kind)
    case 'carrier': {
      const resumes = intent.wish === 'start' || intent.wish === 'yes'
      return silent(place, [tally('carrier-word'), ...(resumes ? [tally('start')] : [])])
    }
    case 'machine':
      return silent(place, [tally('automatic')])
  }
}

function back(place: Place): Transition {
  const { line, position } = place
  if (currentStep(position).digit) return moveTo({ ...forgetDigit(position), retries: null })
  if (position.trail.length > 1) return moveTo(stepBack(position))
  // A trail in a hand-made address may begin anywhere.
  const isOutermost = [line.main, line.start].includes(currentSlug(place))
  const outermost = isOutermost && localesOffered(place).length > 1 ? line.start : line.main
  return moveTo(restartAt(position, outermost))
}

function next(place: Place): Transition {
  const { part } = currentStep(place.position)
  if (part < partsAt(place)) return arriveAt(place, atPart(place.position, part + 1))
  if (place.context.channel === 'voice') {
    // What is asked about, or offered, would follow.
    const isQuestion = ['consent', 'guess'].includes(currentNode(place).kind)
    return stay(place, { preamble: isQuestion ? [] : [phrase('voice.nothingToSkip')], prompt: 'short' })
  }
  return answer(place, phrase('sms.allTold', menuAndPerson(place)))
}

function thanked(place: Place): Transition {
  if (place.context.channel === 'voice')
    return stay(place, { preamble: [phrase('voice.thanks')], prompt: 'short' })
  return answer(place, phrase('sms.thanks', menuAndPerson(place)))
}

function helpedAnswered(place: Place, helped: boolean): Transition {
  const words = phrase(helped ? 'helped.thanks' : 'helped.sorry')
  const tallies = [tally(helped ? 'helped' : 'not-helped', currentSlug(place))]
  if (place.context.channel === 'voice') return stay(place, { preamble: [words], prompt: 'short', tallies })
  return stay(place, { preamble: [words, phrase('sms.last', menuAndPerson(place))], prompt: 'none', tallies })
}

/** Of a text whose words a carrier answers elsewhere. */
function answerWish(place: Place, wish: 'stop' | 'start' | 'help'): Transition {
  const name = place.line.settings.name
  const words = menuAndPerson(place)
  switch (wish) {
    case 'stop':
      return answer(place, phrase('sms.stopped', { name }), [tally(wish)])
    case 'start':
      return answer(place, phrase('sms.resumed', { name, ...words }), [tally(wish)])
    case 'help':
      return answer(place, phrase('sms.help', { name, emergency: emergency(place), ...words }), [tally(wish)])
  }
}

/** What `take` says of the numbers is the answer. */
function countrySet(place: Place): Transition {
  const tallies = [tally('reply', 'country')]
  if (place.context.channel === 'voice') return stay(place, { prompt: 'short', tallies })
  return answer(place, phrase('sms.last', menuAndPerson(place)), tallies)
}

function unmatched(place: Place): Transition {
  if (place.context.channel === 'voice')
    return repromptAfterNoMatch(place, phrase('voice.notHeard'), 'unmatched')
  return answer(place, phrase('sms.unmatched', menuAndPerson(place)), [
    tally('unmatched', currentSlug(place)),
  ])
}

/** A text of this wording alone. */
function answer(place: Place, wording: Prompt, tallies: readonly Tally[] = []): Transition {
  return stay(place, { preamble: [wording], prompt: 'none', tallies })
}

function silent(place: Place, tallies: readonly Tally[]): Transition {
  return stay(place, { prompt: 'none', expects: { kind: 'nothing' }, tallies })
}
