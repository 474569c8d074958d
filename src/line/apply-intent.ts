/**
 * Makes a move: where the person then is, what is said before that place speaks, and what is counted.
 *
 * @example
 * walk(place, { kind: 'open', node: 'bone' }) // { position: …/bone, lead: [], tells: 'full', … }
 */
import { phrase } from '../locale/phrases.ts'
import { afterCall, connect } from './connect.ts'
import type { Move } from './intent.ts'
import { partsAt } from './nodes/index.ts'
import { currentNode, currentSlug, inLocale, localesOffered, type Place } from './place.ts'
import { atPart, here, positionAt, stepBack, stepTo } from './position.ts'
import { commandWord } from './prompts.ts'
import { missKey, missSilence } from './reprompt.ts'
import { tally } from './tally.ts'
import { type Arrival, arriveAt, open, stay } from './transition.ts'

export function walk(place: Place, move: Move): Arrival {
  const { line, position } = place
  switch (move.kind) {
    case 'tell':
      return stay(place, { tells: 'full' })
    case 'open':
      return open(inLocale(place, move.locale), move.node)
    case 'guess': {
      const there = stepTo(inLocale(place, move.locale).position, line.guess)
      const trail = [...there.trail.slice(0, -1), { node: line.guess, part: 1, among: move.among }]
      return {
        position: { ...there, trail },
        lead: [],
        tells: 'full',
        tallies: [tally('guess', move.among[0])],
      }
    }
    case 'agree':
      return arriveAt(place, stepTo(stepBack(position), move.topic))
    case 'main':
      return arriveAt(place, {
        ...inLocale(place, move.locale).position,
        missed: null,
        trail: [{ node: line.main, part: 1 }],
      })
    case 'locale':
      return changeLocale(place, move.locale)
    case 'back':
      return back(place)
    case 'next':
      return next(place)
    case 'part':
      return arriveAt(place, atPart(position, move.part))
    case 'pace': {
      const paced = {
        ...(currentNode(place).kind === 'ways' ? stepBack(position) : position),
        pace: move.pace,
        missed: null,
      }
      return {
        position: paced,
        lead: [phrase(move.pace === 'slow' ? 'voice.slower' : 'voice.normalPace')],
        tells: 'full',
        tallies: [],
      }
    }
    case 'more time':
      return stay(place, { wait: 'long', lead: [phrase('voice.moreTimeGiven')], tells: 'short' })
    case 'connect':
      return connect(place, move.service)
    case 'connected':
      return afterCall(place, move.answered)
    case 'silence':
      return missSilence(place)
    case 'wrong key':
      return missKey(place, phrase('voice.wrongKey', { key: move.key }), 'wrong-key')
    case 'unmatched':
      return unmatched(place)
    case 'thanks':
      return thanked(inLocale(place, move.locale))
    case 'media': {
      const [menu, person] = [commandWord(place, 'menu'), commandWord(place, 'person')]
      return stay(place, { lead: [phrase('sms.wordsOnly', { menu, person })], tells: 'nothing' })
    }
    case 'stop': {
      const stopped = inLocale(place, move.locale)
      return {
        ...stay(stopped, { lead: [phrase('sms.stopped', { name: line.settings.name })], tells: 'nothing' }),
        tallies: [tally('stop')],
      }
    }
    case 'carrier':
      return {
        ...stay(place, { tells: 'nothing' }),
        awaits: { kind: 'nothing' },
        tallies: [tally('carrier-word')],
      }
  }
}

function changeLocale(place: Place, locale: string): Arrival {
  const { line, position } = place
  const chosen = { ...position, locale, missed: null }
  const tallies = [tally('language', locale)]
  const first = position.trail.length === 1 && currentSlug(place) === line.start
  if (first) {
    const main = { ...chosen, trail: positionAt(line.main, locale).trail }
    const arrival = arriveAt(place, main)
    const tells = place.around.channel === 'voice' ? 'welcome' : 'full'
    return { ...arrival, tells, tallies: [...tallies, ...arrival.tallies] }
  }
  // The choice of language and the other ways are left; the person is back in the place they came from.
  const passed = [line.start, line.ways]
  const trail = position.trail.filter(({ node }) => !passed.includes(node))
  const lead = place.around.channel === 'voice' ? [phrase('voice.nowInThisLanguage')] : []
  return {
    position: { ...chosen, trail: trail.length > 0 ? trail : positionAt(line.main, locale).trail },
    lead,
    tells: 'full',
    tallies,
  }
}

function back(place: Place): Arrival {
  const { line, position } = place
  if (position.trail.length > 1) return { position: stepBack(position), lead: [], tells: 'full', tallies: [] }
  // An address that we did not make may begin anywhere.
  const isOutermost = [line.main, line.start].includes(currentSlug(place))
  const outermost = isOutermost && localesOffered(place).length > 1 ? line.start : line.main
  return {
    position: { ...position, missed: null, trail: [{ node: outermost, part: 1 }] },
    lead: [],
    tells: 'full',
    tallies: [],
  }
}

function next(place: Place): Arrival {
  const { part } = here(place.position)
  if (part < partsAt(place)) return arriveAt(place, atPart(place.position, part + 1))
  if (place.around.channel === 'voice')
    return stay(place, { lead: [phrase('voice.nothingToSkip')], tells: 'short' })
  const [menu, person] = [commandWord(place, 'menu'), commandWord(place, 'person')]
  return stay(place, { lead: [phrase('sms.allTold', { menu, person })], tells: 'nothing' })
}

function thanked(place: Place): Arrival {
  if (place.around.channel === 'voice') return stay(place, { lead: [phrase('voice.thanks')], tells: 'short' })
  const [menu, person] = [commandWord(place, 'menu'), commandWord(place, 'person')]
  return stay(place, { lead: [phrase('sms.thanks', { menu, person })], tells: 'nothing' })
}

function unmatched(place: Place): Arrival {
  if (place.around.channel === 'voice') return missKey(place, phrase('voice.notHeard'), 'unmatched')
  const [menu, person] = [commandWord(place, 'menu'), commandWord(place, 'person')]
  return {
    ...stay(place, { lead: [phrase('sms.unmatched', { menu, person })], tells: 'nothing' }),
    tallies: [tally('unmatched', currentSlug(place))],
  }
}
