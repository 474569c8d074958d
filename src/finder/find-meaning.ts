/**
 * What a sentence asks, by what the examples of a language teach (train-meaning.ts).
 *
 * @example
 * findMeaning(finder, tokenize('my hips ache at night', spelling), 'en') // { kind: 'node', to: 'bone', part: 'signs', … }
 */
import { likelihoods, tellingOf } from './classifier.ts'
import { featuresOf } from './features.ts'
import type { Finder } from './finder.ts'
import type { KeywordTarget } from './keywords.ts'
import { messageLanguage } from './message-language.ts'
import type { Token } from './tokens.ts'
import { isStory } from './windows.ts'

export type Meaning =
  | KeywordTarget
  /** A reply about the line itself, or to a greeting, grief, or words about something else. */
  | { readonly kind: 'reply'; readonly to: string; readonly locale: string }
  | { readonly kind: 'stop' | 'yes'; readonly locale: string }
  /** Not sure: two or three nodes, the likeliest first. */
  | { readonly kind: 'guesses'; readonly nodes: readonly string[]; readonly locale: string }
  | { readonly kind: 'nothing'; readonly locale: string }

/** What a message tells of danger. */
export interface Signs {
  /** How likely it is that somebody thinks of harming themselves. */
  readonly crisis: number
  /** How likely it is that somebody is in danger now, and the likeliest sign. */
  readonly emergency: number
  readonly rule: string
}

export interface Reading extends Signs {
  readonly meaning: Meaning
}

/**
 * A topic is told at once where it is so many times likelier than the next one, and not less likely than this: a long story spreads
 * likelihood over much that is not asked. Measured on the messages of writers left out (docs/finding.md).
 */
const SURE_LEAD = 3.2
const LEAST_SURE = 0.12
/** Who is taken to want no more texts gets none: "my number is …" has the words of it. */
const LEAST_SURE_STOP = 0.4
/** Below so many times an even chance, even the best label is chance. */
const CHANCE = 3
/** A further guess is offered from this share of the best one's likelihood on. */
const LEAST_SHARE = 0.06
const MAX_GUESSES = 3
const NOTHING_KNOWN: ReadonlyMap<string, number> = new Map()
const RULE = 'rule:'
const STOP = 'stop'

export function findMeaning(finder: Finder, message: readonly Token[], locale: string): Reading {
  const features = featuresOf(message, finder.functionWords)
  const spoken = messageLanguage(finder, message, locale)
  const model = finder.meanings.get(spoken)
  const topics = model ? likelihoods(model.topics, features) : NOTHING_KNOWN
  const others = normalised([...topics].filter(([label]) => !label.startsWith(RULE) && label !== 'crisis'))
  const isChance = others.every(([, likelihood]) => likelihood < CHANCE / others.length)
  if (!model || isChance) return { ...signsAmong(topics), meaning: { kind: 'nothing', locale: spoken } }
  const parts = [...likelihoods(model.parts, features)]
  const meaning = meaningOf(
    ranked(agreed(others, parts, model.topicOfPart)),
    isStory(message),
    spoken,
    (topic) => partOf(parts, topic),
  )
  return { ...signsAmong(topics), meaning }
}

/** What some words tell of danger, where nothing else is asked of them. */
export function findSigns(finder: Finder, message: readonly Token[], locale: string): Signs {
  const model = finder.meanings.get(messageLanguage(finder, message, locale))
  return signsAmong(
    model ? likelihoods(model.topics, featuresOf(message, finder.functionWords)) : NOTHING_KNOWN,
  )
}

function signsAmong(topics: ReadonlyMap<string, number>): Signs {
  const rules = ranked([...topics].filter(([label]) => label.startsWith(RULE)))
  return {
    crisis: topics.get('crisis') ?? 0,
    emergency: sumOf(rules),
    rule: rules[0]?.[0].slice(RULE.length) ?? '',
  }
}

function ranked(likelihoods: Ranked): Ranked {
  return [...likelihoods].sort(([, one], [, other]) => other - one)
}

/**
 * Topics by what both classifiers hold likely, at their geometric mean: they learn in different ways, so that what only one of them
 * says is chance more often. A node without parts keeps its own. Together topics are as likely as before.
 */
function agreed(others: Ranked, parts: Ranked, topicOfPart: ReadonlyMap<string, string>): Ranked {
  const byTopic = new Map<string, number>()
  for (const [part, likelihood] of parts) {
    const topic = topicOfPart.get(part) ?? part
    byTopic.set(topic, (byTopic.get(topic) ?? 0) + likelihood)
  }
  const topics = others.filter(([label]) => isTopic(label))
  const means = topics.map(
    ([topic, likelihood]) => [topic, Math.sqrt(likelihood * (byTopic.get(topic) ?? likelihood))] as const,
  )
  const share = sumOf(topics) / (sumOf(means) || 1)
  return [
    ...others.filter(([label]) => !isTopic(label)),
    ...means.map(([topic, mean]) => [topic, mean * share] as const),
  ]
}

/** So that together they are 1: what speaks for danger says nothing of what is asked beside it. */
function normalised(likelihoods: Ranked): Ranked {
  const sum = sumOf(likelihoods) || 1
  return likelihoods.map(([label, likelihood]) => [label, likelihood / sum])
}

function sumOf(likelihoods: Ranked): number {
  return likelihoods.reduce((sum, [, likelihood]) => sum + likelihood, 0)
}

/** The meaning in the first of these languages that has one; else that in the first language of the line. */
export function meaningFor<T extends { readonly locale: string }>(
  meanings: readonly T[],
  locales: readonly string[],
): T | undefined {
  for (const locale of locales) {
    const meaning = meanings.find((each) => each.locale === locale)
    if (meaning) return meaning
  }
  return meanings[0]
}

/** Whether any language of the line has a word in its examples; by its phonetic key. */
export function isKnown({ meanings }: Finder, key: string): boolean {
  return [...meanings.values()].some(({ topics }) => tellingOf(topics, key) > 0)
}

type Ranked = readonly (readonly [label: string, likelihood: number])[]

function meaningOf(
  ranked: Ranked,
  isLong: boolean,
  locale: string,
  partFor: (topic: string) => string | undefined,
): Meaning {
  const topics = ranked.filter(([label]) => isTopic(label))
  const others = ranked.filter(([label]) => !isTopic(label))
  const [best] = topics
  const [other] = others
  // Words about a topic speak for several topics, and the words of a story for small talk too: one topic alone may be less likely.
  const isAside = sumOf(others) > sumOf(isLong ? topics : topics.slice(0, MAX_GUESSES))
  if (other && (isAside || !best)) return otherMeaning(other, locale)
  if (!best) return { kind: 'nothing', locale }
  const [topic, likelihood] = best
  if (likelihood >= LEAST_SURE && likelihood >= SURE_LEAD * (topics[1]?.[1] ?? 0)) {
    const part = partFor(topic)
    return { kind: 'node', to: topic, locale, ...(part ? { part } : {}) }
  }
  const nodes = topics
    .slice(0, MAX_GUESSES)
    .filter(([, share]) => share >= LEAST_SHARE * likelihood)
    .map(([each]) => each)
  return { kind: 'guesses', nodes, locale }
}

function isTopic(label: string): boolean {
  return !label.includes(':') && label !== STOP && label !== 'yes'
}

function otherMeaning([label, likelihood]: Ranked[number], locale: string): Meaning {
  if (likelihood < (label === STOP ? LEAST_SURE_STOP : LEAST_SURE)) return { kind: 'nothing', locale }
  if (label === STOP || label === 'yes') return { kind: label, locale }
  const [kind = '', to = ''] = label.split(':')
  return kind === 'reply' ? { kind, to, locale } : { kind: 'command', to: to as never, locale }
}

/** The part of a topic that is likelier than all its others together. */
function partOf(parts: Ranked, topic: string): string | undefined {
  const own = parts.filter(([label]) => label.startsWith(`${topic}.`))
  const sum = sumOf(own)
  return own.find(([, likelihood]) => likelihood > sum / 2)?.[0].slice(topic.length + 1)
}
