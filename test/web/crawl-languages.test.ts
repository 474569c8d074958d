/**
 * Every call there can be on the small line, in a language that nobody speaks and that lacks topics: nobody hears a word of another
 * language but in a topic that was announced as one, and that is told by the voice of its language.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { textsOf } from '../../src/line/line.ts'
import { isOffered } from '../../src/line/offered.ts'
import { positionAt } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import { writePhone } from '../../src/sms/render.ts'
import {
  crawl,
  type Deed,
  inHours,
  KEYS,
  lackedTopic,
  nodesToReach,
  type Place,
  press,
  type Step,
  say,
  silence,
} from '../support/crawl.ts'
import { fixtureFiles, openFixture } from '../support/fixture.ts'
import { lacking } from '../support/partial.ts'
import { outsidePseudo, pseudoIn, withPseudoLocale } from '../support/pseudo-locale.ts'

const [SOURCE, PSEUDO] = ['en', 'en-XA']
/** Names; and opening hours, which the runtime writes. */
const SAME_IN_ALL = /^(Smallline|Clinic|Society|Journal|Leaflet|The|English|Mon|Fri|AM|PM|New|York)$/i
const NOBODY_UNDERSTANDS = 'xyzzy plugh'
const TOPICS = ['bone', 'outlook']

const lines: readonly (readonly [name: string, files: Files, lacked: readonly string[]])[] = [
  ['with all topics', withPseudoLocale(fixtureFiles, SOURCE, PSEUDO), []],
  ...[['outlook'], ['bone'], TOPICS].map(
    (lacked) =>
      [
        `without ${lacked.join(' and ')}`,
        lacking(withPseudoLocale(fixtureFiles, SOURCE, PSEUDO), PSEUDO, ...lacked),
        lacked,
      ] as const,
  ),
]

/** In a language that hears no words, only keys are pressed. */
function deedsAt({ manner, locale }: Place): readonly Deed[] {
  if (locale !== PSEUDO) return manner === 'normal' ? [press('9'), press('2'), press('*')] : []
  if (manner === 'normal')
    return [...KEYS, silence, ...['outlook', 'bones', 'um', NOBODY_UNDERSTANDS].map(say), inHours(press('0'))]
  return [press('8'), press('1'), silence]
}

describe.each(lines)('a language %s', (_name, files, lacked) => {
  const line = openFixture(files)
  const voiceOf = (locale: string) => line.locales[locale]?.settings.voice?.language
  let steps: readonly Step[] = []
  beforeAll(async () => {
    steps = await crawl({ line, country: 'US', deedsAt })
  })

  /** The name of the line and those of publishers are the same in every language. */
  const names = [line.settings.name, ...Object.values(line.sources).map(({ publisher }) => publisher)].join(
    ' ',
  )
  const lackedAt = (place: Place | null) => lackedTopic(line, place)
  const own = () => steps.filter(({ to }) => to?.locale === PSEUDO)

  test('is crawled: every place that it has, and what it lacks in the source language', () => {
    expect(TOPICS.filter((topic) => !isOffered(line, PSEUDO, topic))).toEqual(lacked)
    const visited = new Set(own().map(({ to }) => to?.node))
    expect([...visited].sort()).toEqual([...nodesToReach(line, PSEUDO)].sort())
  })

  test('has no word of another language in its voice, and no other voice has a word of it', () => {
    const wrong = own().flatMap((step) =>
      saysOf(step).flatMap(({ language, words }) => {
        const isOwn = language === voiceOf(PSEUDO)
        const odd = isOwn ? outsidePseudo(words).filter((word) => !names.includes(word)) : pseudoIn(words)
        return odd.length > 0 ? [`${nameOf(step)}: ${odd.join(' ')}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('is told in the source language only what it lacks, and the choice of language', () => {
    const wrong = own().filter(
      (step) =>
        saysOf(step).some(({ language }) => language !== voiceOf(PSEUDO)) &&
        !lackedAt(step.to) &&
        step.to?.node !== line.start,
    )
    expect(wrong.map(nameOf)).toEqual([])
  })

  test('says so before', () => {
    const isAnnounced = ({ from, to, deed }: Step) => {
      const topic = lackedAt(to)
      if (!topic || !from || to?.node === line.guess) return true
      // By *, or by a key that keeps the place, one comes back to what was announced.
      const isBack = deed.name === press('*').name || lackedAt(from) === topic
      return isBack || from.node === line.ways || from.node === line.guess
    }
    expect(
      own()
        .filter((step) => !isAnnounced(step))
        .map(nameOf),
    ).toEqual([])
    const offers = own().filter(
      ({ from, to }) => to?.node === line.guess && from?.node !== line.guess && lackedAt(to),
    )
    expect(offers.length > 0).toBe(lacked.length > 0)
    for (const offer of offers)
      expect(
        saysOf(offer)
          .map(({ words }) => words)
          .join(' '),
        nameOf(offer),
      ).toMatch(/àEnglishé/)
  })

  test('listens in its own language', () => {
    const heard = own().flatMap(({ verbs }) =>
      verbs.flatMap((verb) => (verb.kind === 'gather' ? verb.language : [])),
    )
    expect([...new Set(heard)].sort()).toEqual(['', voiceOf(PSEUDO)])
  })
})

test('texts have no word outside the language, but in the topic that was announced', () => {
  const files = lacking(withPseudoLocale(fixtureFiles, SOURCE, PSEUDO), PSEUDO, 'bone')
  const line = openFixture(files)
  const texts = textsOf(line)
  const context = { channel: 'sms', country: 'US', staffed: true, called: null } as const
  const start = positionAt(line.main, PSEUDO)
  const messages = [
    ...line.finder.numbers.keys(),
    ...line.finder.keywords.meanings.keys(),
    NOBODY_UNDERSTANDS,
  ]
  const turns = messages.flatMap((words) => {
    const first = take(line, start, { kind: 'text', words }, context)
    return [
      first,
      ...['1', '2', '8'].map((key) => take(line, first.position, { kind: 'text', words: key }, context)),
    ]
  })
  const wrong = turns.flatMap(({ prompts, position }) => {
    const own = prompts.filter(
      ({ locale = position.locale }) => locale === PSEUDO && position.locale === PSEUDO,
    )
    const written = own.map((prompt) => texts(PSEUDO, prompt, writePhone)).join(' ')
    return outsidePseudo(written).filter((word) => !SAME_IN_ALL.test(word))
  })
  expect(wrong).toEqual([])
  const announced = turns.filter(({ prompts }) =>
    prompts.some(({ key }) => key === 'phrases:untranslated.topic'),
  )
  expect(announced.length).toBeGreaterThan(1)
})

function saysOf({ verbs }: Step) {
  const says = verbs.flatMap((verb) =>
    verb.kind === 'say' ? [verb] : verb.kind === 'gather' ? verb.says : [],
  )
  return says.map(({ language, chunks }) => ({ language, words: chunks.map(({ words }) => words).join(' ') }))
}

function nameOf({ from, deed, to }: Step): string {
  return `${from?.name ?? ''} ${deed.name} → ${to?.name ?? ''}`
}
