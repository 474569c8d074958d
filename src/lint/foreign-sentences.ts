/**
 * A sentence in another language of the line, left there by a copy or a half-made translation: by its script, or by the words that
 * say nothing of the subject ("fillers" and "background" in `numerals.json`).
 *
 * @example
 * // locales/es/main.json:12:7 warning other-language (locale es): This seems to be in English: "It may go to the bones". …
 */
import { issueIn } from '../authored/issue.ts'
import { PLAIN_SPELLING } from '../finder/spelling.ts'
import { normalise } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { scriptOf } from '../locale/script-of.ts'
import { nodeOf, type ToldText, toldTexts } from '../locale/told-texts.ts'
import { type Check, PLACEHOLDER } from './check.ts'

/** Two such words may be a name, or words that both languages write alike. */
const FEWEST_WORDS = 3
/** Fewer letters of another script may be a name. */
const FEWEST_LETTERS = 12
/** Names of services stay as they are. */
const NAME = /^directory\..*\.name$/
const SENTENCE_END = /[.!?|:;。！？؟।]+/u
const LONGEST_QUOTE = 60

interface Language {
  readonly locale: string
  readonly name: string
  readonly script: string | undefined
  /** A letter of its script. */
  readonly letter: RegExp
  readonly segmenter: Intl.Segmenter
  /** Its fillers and background. */
  readonly words: ReadonlySet<string>
  readonly told: ReadonlyMap<string, ToldText>
}

export const checkForeignSentences: Check<Draft> = function* ({ locales }) {
  const languages = Object.entries(locales).map(([locale, each]): Language => {
    const told = toldTexts(each)
    const { fillers, background } = each.numerals.data
    const script = scriptOf(
      [...told]
        .map(([key, { text }]) => (key.startsWith('pages.') ? '' : withoutPlaceholders(text)))
        .join(' '),
    )
    return {
      locale,
      name: each.settings.data.name,
      script,
      letter: script ? new RegExp(`\\p{Script=${script}}`, 'u') : /$^/,
      segmenter: new Intl.Segmenter(locale, { granularity: 'word' }),
      words: new Set([...fillers, ...background].map((word) => normalise(word, PLAIN_SPELLING))),
      told,
    }
  })
  for (const own of languages) {
    const { locale, told } = own
    const others = languages.filter((language) => language !== own)
    for (const [key, { text, source, path }] of told) {
      const found = NAME.test(key) ? undefined : findOther(text, own, others)
      const node = nodeOf(key)
      if (found)
        yield issueIn(source, { locale, ...(node ? { node } : {}) })(
          'other-language',
          path,
          `This seems to be in ${found.name}: "${shorten(found.sentence)}". Translate it, if it is.`,
          'warning',
        )
    }
  }
}

function findOther(text: string, own: Language, others: readonly Language[]) {
  for (const sentence of withoutPlaceholders(text).split(SENTENCE_END)) {
    const words = [...new Set(normalise(sentence, PLAIN_SPELLING).split(' '))]
    const other = others.find((each) => hasWordsOf(words, each, own) || hasLettersOf(sentence, each, own))
    if (other) return { sentence: sentence.trim(), name: other.name }
  }
  return undefined
}

function hasWordsOf(words: readonly string[], other: Language, own: Language): boolean {
  const ofOther = words.filter((word) => other.words.has(word) && !own.words.has(word)).length
  return ofOther >= FEWEST_WORDS && ofOther > words.filter((word) => own.words.has(word)).length
}

function hasLettersOf(sentence: string, other: Language, own: Language): boolean {
  if (other.script === own.script || !other.script || !own.script) return false
  return !own.letter.test(sentence) && scriptOf(sentence) === other.script && isLong(sentence, other)
}

function isLong(sentence: string, { segmenter }: Language): boolean {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) return false
  const words = [...segmenter.segment(sentence)]
  return words.filter(({ isWordLike }) => isWordLike).length >= FEWEST_WORDS
}

function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, ' ')
}

function shorten(sentence: string): string {
  return sentence.length > LONGEST_QUOTE ? `${sentence.slice(0, LONGEST_QUOTE)}…` : sentence
}
