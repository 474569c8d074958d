/**
 * Whether a message is answered as danger: by the patterns heard in it, and by what two classifiers learnt from examples.
 *
 * @example
 * weigh({ heard: undefined, signs, danger, words: 9, isStory: false }) // { alarm: { alarm: 'emergency', rule: 'cord' }, mayBeCrisis: false }
 */
import type { Alarm } from '../locale/schema.ts'
import type { Danger } from './danger.ts'
import type { Signs } from './find-meaning.ts'

/** A cry for help, and the language it is in. */
export interface HeardAlarm {
  readonly alarm: Alarm
  /** The sign of an emergency, which has a rule of its own (`rules.json`). */
  readonly rule?: string
  readonly locale: string
}

/** What speaks for and against danger. */
export interface Evidence {
  /** The pattern that stands in the message. */
  readonly heard: HeardAlarm | undefined
  readonly signs: Signs
  readonly danger: Danger
  /** How many the message has. */
  readonly words: number
  readonly isStory: boolean
}

export interface Weighed {
  /** What the message is answered as. */
  readonly alarm?: Pick<HeardAlarm, 'alarm' | 'rule'>
  /** What was asked is answered, and the crisis line is named beside it. */
  readonly mayBeCrisis: boolean
}

/** From these likelihoods on; measured on messages of which nothing was learnt (docs/finding.md). */
const EMERGENCY_THRESHOLD = 0.2
const CRISIS_THRESHOLD = 0.2
const POSSIBLE_CRISIS_THRESHOLD = 0.045
/** Where somebody who wants to die has taken pills, the pills come first. */
const OVERDOSE = 'overdose'
/** A likelihood nearer to 0 or 1 tells no more, so that no classifier alone outweighs all others. */
const LEAST = 0.01
/** More words than this say no more by their number. */
const MOST_WORDS = 60
const READINGS = [
  ...(['always', 'length', 'isStory'] as const),
  ...(['signs', 'dangerSigns', 'signHeard'] as const),
  ...(['cries', 'dangerCries', 'cryHeard'] as const),
]
type Reading = (typeof READINGS)[number]

/**
 * A softmax regression over what classifiers and patterns say, in log odds, fitted to 2,720 messages of which no classifier had learnt
 * (docs/finding.md tells how): each says too much or too little by itself, and they err on different messages.
 */
const WEIGHTS: Readonly<Record<Alarm, Readonly<Record<Reading, number>>>> = {
  emergency: {
    ...{ always: -0.8, length: 1.25, isStory: -3.26 },
    ...{ signs: 1.43, dangerSigns: 0.46, signHeard: 1.12 },
    ...{ cries: 0.14, dangerCries: 0.2, cryHeard: -0.17 },
  },
  crisis: {
    ...{ always: 0.69, length: -0.09, isStory: -2.59 },
    ...{ signs: 0.23, dangerSigns: 0, signHeard: -0.33 },
    ...{ cries: 1.13, dangerCries: 0.46, cryHeard: 2.17 },
  },
}

/**
 * A pattern of self-harm needs no more words to be a cry, unless it stands somewhere in a story. The pills that somebody has taken go
 * before the wish to die, and the wish to die before every other sign: its answer names the emergency number too.
 */
export function weigh(evidence: Evidence): Weighed {
  const { emergency, crisis } = likelihoodsOf(evidence)
  const { heard, signs, isStory } = evidence
  const isHeard = heard?.alarm === 'crisis'
  const isCrisis = crisis >= CRISIS_THRESHOLD || (isHeard && !isStory)
  const mayBeCrisis = isHeard || crisis >= POSSIBLE_CRISIS_THRESHOLD
  if (emergency >= EMERGENCY_THRESHOLD && (signs.rule === OVERDOSE || !isCrisis))
    return { alarm: { alarm: 'emergency', rule: signs.rule }, mayBeCrisis }
  return isCrisis ? { alarm: { alarm: 'crisis' }, mayBeCrisis } : { mayBeCrisis }
}

/** With the likelihood that nobody is in danger, 1. */
function likelihoodsOf(evidence: Evidence): Readonly<Record<Alarm, number>> {
  const readings = readingsOf(evidence)
  const power = (alarm: Alarm) =>
    Math.exp(READINGS.reduce((sum, name) => sum + WEIGHTS[alarm][name] * readings[name], 0))
  const [emergency, crisis] = [power('emergency'), power('crisis')]
  const total = 1 + emergency + crisis
  return { emergency: emergency / total, crisis: crisis / total }
}

function readingsOf({ heard, signs, danger, words, isStory }: Evidence): Readonly<Record<Reading, number>> {
  return {
    always: 1,
    length: Math.log(Math.min(words, MOST_WORDS) + 1),
    isStory: isStory ? 1 : 0,
    signs: logOdds(signs.emergency),
    dangerSigns: logOdds(danger.emergency),
    signHeard: heard?.alarm === 'emergency' ? 1 : 0,
    cries: logOdds(signs.crisis),
    dangerCries: logOdds(danger.crisis),
    cryHeard: heard?.alarm === 'crisis' ? 1 : 0,
  }
}

function logOdds(likelihood: number): number {
  return Math.log(Math.max(likelihood, LEAST) / Math.max(1 - likelihood, LEAST))
}
