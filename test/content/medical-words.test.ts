/** A medicine, a test or a side effect that is texted opens at once a topic that says it, by phone and by text. */
import { describe, expect, test } from 'vitest'
import { PLAIN_SPELLING } from '../../src/finder/spelling.ts'
import { normalise } from '../../src/finder/tokens.ts'
import { positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import { holdsKeyWord } from '../../src/lint/check.ts'
import { sms } from '../support/fixture-person.ts'
import { line, locales } from '../support/line.ts'
import { readTsv } from '../support/tsv.ts'

/** A review of an earlier version tried so many, and 82 of them opened a topic that never said the word. */
const LEAST = 98
/** The finder learns anew from every example, so a few words may be offered with a choice at times. */
const MOST_MISSED = 3

/** `locale<TAB>word<TAB>said as`: where a topic spells or paraphrases it, in the form of key words (`src/lint/facts.ts`). */
const words = readTsv('content/medical-words').map(([locale = '', word = '', saidAs = word]) => ({
  locale,
  word,
  saidAs,
}))

describe.each(locales)('in %s', (locale) => {
  const own = words.filter((each) => each.locale === locale)

  test('they are many', () => {
    expect(new Set(own.map(({ word }) => word)).size).toBe(own.length)
    expect(own.length).toBeGreaterThanOrEqual(LEAST)
  })

  test('each, but for a few, is answered by a topic that says it', () => {
    const missed = own.map(answer).filter((each) => !each.endsWith(': said'))
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(MOST_MISSED)
    expect(own.length - missed.length).toBeGreaterThanOrEqual(LEAST)
  })
})

/** Such as `Zometa: bonecare: said`. */
function answer({ locale, word, saidAs }: (typeof words)[number]): string {
  const event = { kind: 'text', words: word } as const
  const { node } = take(line, positionAt(line.main, locale), event, sms).position.trail.at(-1) ?? {}
  if (node === undefined || line.nodes[node]?.kind !== 'topic') return `${word}: ${node}: no topic`
  const texts = line.locales[locale]?.resources.nodes[node]
  const isSaid = [texts?.voice, texts?.sms].every((parts) =>
    holdsKeyWord(normalise(Object.values(parts ?? {}).join(' '), PLAIN_SPELLING), saidAs),
  )
  return `${word}: ${node}: ${isSaid ? 'said' : 'not said'}`
}
