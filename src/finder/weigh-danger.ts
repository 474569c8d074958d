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
  /** What is answered has the crisis line named beside it, where it is no crisis answer itself. */
  readonly mayBeCrisis: boolean
}

/** From these likelihoods on; measured on messages of which nothing was learnt (docs/finding.md). */
const EMERGENCY_THRESHOLD = 0.2
/** Where a pattern of a sign stands in the message; and for a word alone, such as CHILLS, which asks nothing else. */
const CLEAR_EMERGENCY_THRESHOLD = 0.1
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
 * A softmax regression over what classifiers and patterns say, in log odds, fitted to 3,867 messages of which no classifier had learnt
 * (docs/finding.md tells how): each says too much or too little by itself, and they err on different messages.
 */
const WEIGHTS: Readonly<Record<Alarm, Readonly<Record<Reading, number>>>> = {
  emergency: {
    ...{ always: -0.92, length: 1.22, isStory: -2.84 },
    ...{ signs: 1.58, dangerSigns: 0.44, signHeard: 1.07 },
    ...{ cries: 0.16, dangerCries: 0.13, cryHeard: -0.3 },
  },
  crisis: {
    ...{ always: 0.16, length: 0.22, isStory: -2.65 },
    ...{ signs: 0.27, dangerSigns: 0.04, signHeard: -0.72 },
    ...{ cries: 1.09, dangerCries: 0.52, cryHeard: 1.67 },
  },
}

/**
 * A pattern of self-harm is a cry even where examples say nothing of one, unless it stands somewhere in a story. The wish to die goes before
 * every sign, as its answer names the emergency number too, but not before pills that were likelier taken.
 */
export function weigh(evidence: Evidence): Weighed {
  const { emergency, crisis } = likelihoodsOf(evidence)
  const { heard, signs, words, isStory } = evidence
  const isHeard = heard?.alarm === 'crisis'
  const isClear = heard?.alarm === 'emergency' || words === 1
  const isEmergency = emergency >= (isClear ? CLEAR_EMERGENCY_THRESHOLD : EMERGENCY_THRESHOLD)
  const isCrisis = crisis >= CRISIS_THRESHOLD || (isHeard && !isStory && !isEmergency)
  const mayBeCrisis = isHeard || crisis >= POSSIBLE_CRISIS_THRESHOLD
  const goesFirst = signs.rule === OVERDOSE && emergency > crisis
  if (isEmergency && (goesFirst || !isCrisis))
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
