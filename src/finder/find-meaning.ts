/**
 * What a sentence asks, by what the examples of a language teach (train-meaning.ts).
 *
 * @example
 * findMeaning(finder, tokenize('my hips ache at night'), 'en') // { kind: 'node', to: 'bone', part: 'signs', … }
 */
import { likelihoods, type OpenClassifier } from './classifier.ts'
import { featuresOf } from './features.ts'
import type { Finder } from './finder.ts'
import type { KeywordTarget } from './keywords.ts'
import type { Token } from './tokens.ts'
import { topicOf } from './train-meaning.ts'

export type Meaning =
  | KeywordTarget
  /** A reply about the line itself, or to a greeting, grief, or words about something else. */
  | { readonly kind: 'reply'; readonly to: string; readonly locale: string }
  | { readonly kind: 'stop' | 'yes'; readonly locale: string }
  /** Not sure: two or three nodes, the likeliest first. */
  | { readonly kind: 'guesses'; readonly nodes: readonly string[]; readonly locale: string }
  | { readonly kind: 'nothing'; readonly locale: string }

export interface Reading {
  readonly meaning: Meaning
  /** How likely it is that somebody is in danger now, and the likeliest sign. */
  readonly emergency: number
  readonly rule: string
}

/** From this likelihood on a topic is told at once; measured by npm run bench -- finder. */
const SURE = 0.45
/** Below so many times an even chance, even the best label is chance. */
const CHANCE = 3
/** A further guess is offered from this share of the best one's likelihood on. */
const LEAST_SHARE = 0.08
const MAX_GUESSES = 3
const RULE = 'rule:'
/** So many times likelier than the best topic must it be that no topic is asked for. */
const ASIDE_LEAD = 1.5
/** In letters. */
const SHORTEST_TELLING = 4
/** So much more must speak for another language than for the current one. */
const CURRENT_LEAD = 1.2

type OpenMeaning = { readonly topics: OpenClassifier; readonly parts: OpenClassifier }

export function findMeaning(finder: Finder, message: readonly Token[], locale: string): Reading {
  const features = featuresOf(message, finder.functionWords)
  const spoken = languageOf(finder, message, locale)
  const model = finder.meanings.get(spoken)
  if (!model) return { meaning: { kind: 'nothing', locale }, emergency: 0, rule: '' }
  const ranked = [...likelihoods(model.topics, features)].sort(([, one], [, other]) => other - one)
  const rules = ranked.filter(([label]) => label.startsWith(RULE))
  const others = ranked.filter(([label]) => !label.startsWith(RULE) && label !== 'crisis')
  return {
    meaning: meaningOf(others, spoken, (topic) => partOf(model.parts, features, topic)),
    emergency: rules.reduce((sum, [, likelihood]) => sum + likelihood, 0),
    rule: rules[0]?.[0].slice(RULE.length) ?? '',
  }
}

/** The language whose examples have its words most often; of words that several have as often, the current one. */
function languageOf({ meanings }: Finder, message: readonly Token[], current: string): string {
  let best = current
  let most = CURRENT_LEAD * commonness(meanings.get(current), message)
  // So short a word alone may be of any language.
  const [word, second] = message
  if (!second && most > 0 && (word?.key.length ?? 0) < SHORTEST_TELLING) return current
  for (const [locale, model] of meanings) {
    const common = locale === current ? 0 : commonness(model, message)
    if (common > most) [best, most] = [locale, common]
  }
  return best
}

/** The less telling a word is in a language, the more often that language has it. */
function commonness(model: OpenMeaning | undefined, message: readonly Token[]): number {
  let sum = 0
  for (const { key } of message) {
    const [telling] = model?.topics.features.get(key) ?? []
    if (telling) sum += key.length / telling
  }
  return sum
}

/** The meaning in the language of the position, if there is one. */
export function meaningFor<T extends { readonly locale: string }>(
  meanings: readonly T[],
  locale: string,
): T | undefined {
  return meanings.find((meaning) => meaning.locale === locale) ?? meanings[0]
}

/** Whether any language of the line has a word in its examples; by its phonetic key. */
export function isKnown({ meanings }: Finder, key: string): boolean {
  return [...meanings.values()].some(({ topics }) => topics.features.has(key))
}

type Ranked = readonly (readonly [label: string, likelihood: number])[]

function meaningOf(ranked: Ranked, locale: string, partFor: (topic: string) => string | undefined): Meaning {
  const [best] = ranked
  if (!best || best[1] < CHANCE / ranked.length) return { kind: 'nothing', locale }
  const [label, likelihood] = best
  // All that asks for no topic counts together: a topic that is less likely than that would be a guess at chance.
  const others = ranked.filter(([each]) => !isTopic(each))
  const aside = others.reduce((sum, [, share]) => sum + share, 0)
  const [other] = others
  if (other && (other === best || aside > ASIDE_LEAD * likelihood)) return otherMeaning(other[0], locale)
  if (likelihood >= SURE) {
    const part = partFor(label)
    return { kind: 'node', to: label, locale, ...(part ? { part } : {}) }
  }
  const nodes = ranked
    .filter(([each, share]) => isTopic(each) && share >= LEAST_SHARE * likelihood)
    .slice(0, MAX_GUESSES)
    .map(([each]) => each)
  return { kind: 'guesses', nodes, locale }
}

function isTopic(label: string): boolean {
  return !label.includes(':') && label !== 'stop' && label !== 'yes'
}

function otherMeaning(label: string, locale: string): Meaning {
  if (label === 'stop' || label === 'yes') return { kind: label, locale }
  const [kind = '', to = ''] = label.split(':')
  return kind === 'reply' ? { kind, to, locale } : { kind: 'command', to: to as never, locale }
}

/** The part of a topic that is likelier than all its others together. */
function partOf(
  parts: OpenClassifier,
  features: ReadonlyMap<string, number>,
  topic: string,
): string | undefined {
  const own = [...likelihoods(parts, features)].filter(([label]) => topicOf(label) === topic)
  const sum = own.reduce((all, [, likelihood]) => all + likelihood, 0)
  return own.find(([, likelihood]) => likelihood > sum / 2)?.[0].slice(topic.length + 1)
}
