/**
 * The features of a message for the classifier, each with its weight: every word, every pair of neighbouring words, and groups of
 * letters of every longer word, so that "knackerd" and "chemos" resemble what was learnt. Words are given by their phonetic keys. In
 * scripts without spaces a letter is a word; pairs and triples of letters are what words are elsewhere.
 *
 * @example
 * featuresOf(tokenize('my bones', spelling), new Set(['my'])) // { my: 0.15, '<s> my': 1, bones: 1, 'my bones': 1, '#<bo': 0.4, … }
 */
import { isUnspacedLetter, type Token } from './tokens.ts'

/** Words that say who, when or how politely count for little by themselves, and in full beside their neighbours. */
const FUNCTION_WORD = 0.15
const PAIR = 1
const LETTERS = 0.4
const LETTER_GROUPS = [3, 4, 5]
/** A shorter word is compared as a whole. */
const SHORTEST_SPLIT = 4
/** No word has these characters. */
const START = '<s>'
const END = '</s>'

export function featuresOf(
  message: readonly Token[],
  functionWords: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  let before = START
  // The two letters before a letter, where its script has no spaces.
  let letters: readonly string[] = []
  for (const { text, key } of message) {
    const isFunctionWord = functionWords.has(text)
    features.set(key, isFunctionWord ? FUNCTION_WORD : 1)
    features.set(`${before} ${key}`, PAIR)
    before = key
    if (isUnspacedLetter(text)) {
      if (letters.length === 2) features.set([...letters, key].join(' '), PAIR)
      letters = [...letters.slice(-1), key]
    } else letters = []
    if (!isFunctionWord && key.length >= SHORTEST_SPLIT)
      for (const group of lettersOf(`<${key}>`)) features.set(group, LETTERS)
  }
  if (message.length > 0) features.set(`${before} ${END}`, PAIR)
  return features
}

function* lettersOf(word: string): Generator<string> {
  for (const length of LETTER_GROUPS)
    for (let at = 0; at + length <= word.length && length < word.length; at += 1)
      yield `#${word.slice(at, at + length)}`
}
