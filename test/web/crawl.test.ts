/**
 * Every call there can be: each document is one that Twilio performs, and none leaves the caller without a way on.
 *
 * At home every place is visited. Keys without a choice, words, silence and the other ways in which a call is heard
 * (slowly, with more time, after silences) are tried one at a time, and at a sample of the topics, since all topics are
 * told in the same way; other countries are crawled only where the helplines are. `CRAWL=whole` tries everything
 * together, everywhere.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { sourceLocale } from '../../src/flow/settings.ts'
import { textsOf } from '../../src/line/line.ts'
import { isOffered } from '../../src/line/offered.ts'
import { phrase } from '../../src/locale/phrases.ts'
import type { Wording } from '../../src/locale/wording.ts'
import { speakPhone } from '../../src/voice/speech.ts'
import {
  crawl,
  type Deed,
  inHours,
  isDeed,
  KEYS,
  lackedTopic,
  nodesToReach,
  type Place,
  press,
  type Step,
  say,
  silence,
} from '../support/crawl.ts'
import { locales, line as realLine } from '../support/line.ts'

const { settings } = realLine
const line = {
  ...realLine,
  settings: { ...settings, handoff: { ...settings.handoff, number: '+15555550199' } },
}
const localeOf = (locale: string) => line.locales[locale] as (typeof line.locales)[string]
const isWhole = process.env.CRAWL === 'whole'

/** Where a language leads; what it lacks is offered by its number, which is tried at a sample of places. */
const nodesOf = (locale: string) => nodesToReach(line, locale).filter((slug) => isOffered(line, locale, slug))

const gibberish = say('xyzzy plugh')
const person = press('0')
const back = press('*')

/** Of a topic by phone. */
const MOST_PARTS = Math.max(
  ...Object.values(realLine.nodes).map((node) => (node.kind === 'topic' ? node.parts.voice.length : 0)),
)
/** At one topic in so many, another in each language, all is tried that can be done. */
const ONE_IN = 8
const topics = Object.keys(line.nodes).filter((slug) => line.nodes[slug]?.kind === 'topic')
function isInSample({ name, node, locale }: Place): boolean {
  // The sources are those of a topic, which ends the name of the place.
  const about = [node, name.split('/').at(-1)].map((slug) => topics.indexOf(slug ?? '')).find((at) => at >= 0)
  return about === undefined || (about + locales.indexOf(locale)) % ONE_IN === 0
}

/** By locale, the words of two topics that may mean either of them. */
const unsure = new Map(
  locales.map((locale) => {
    const words = topics.flatMap((slug) => localeOf(locale).resources.nodes[slug]?.word ?? [])
    const pairs = words.flatMap((word, at) => words.slice(at + 1).map((other) => `${word} ${other}`))
    return [locale, pairs.find((pair) => isUnsure(pair, locale)) ?? '']
  }),
)

function isUnsure(words: string, locale: string): boolean {
  const { found, heard } = find(line.finder, words, locale)
  return found.kind === 'guesses' && !heard
}

function deedsEverywhere({ locale }: Place): readonly Deed[] {
  const { resources, commands } = localeOf(locale)
  const words = [resources.nodes.bone?.word, unsure.get(locale), commands.slower[0]].map((word) =>
    say(`${word}`),
  )
  return [...KEYS, silence, gibberish, ...words, ...[person, silence, gibberish].map(inHours)]
}

function deedsAtHome(place: Place): readonly Deed[] {
  const { manner } = place
  if (isWhole) return deedsEverywhere(place)
  if (!isInSample(place)) return manner === 'normal' ? [person, back, press('#')] : []
  if (manner === 'normal') return deedsEverywhere(place)
  if (manner === 'normal-silence2') return [silence, inHours(silence), press('1')]
  if (/silence[12]$/.test(manner)) return [silence]
  if (/^normal-key/.test(manner)) return [gibberish, inHours(gibberish)]
  return ['slow', 'normal-long'].includes(manner) ? [silence, press('8')] : []
}

function deedsAbroad(place: Place): readonly Deed[] {
  if (isWhole) return deedsEverywhere(place)
  const { main, start, helplines } = line
  if (place.manner !== 'normal') return [silence]
  if (place.node === helplines) return [...KEYS, silence]
  return [start, main].includes(place.node) ? [person, back, press('1'), press('2'), silence] : []
}

const texts = textsOf(line)
const wordsOf = (locale: string, wording: Wording) => texts(locale, wording, speakPhone).replaceAll(' |', '')
const saysOf = ({ verbs }: Step) =>
  verbs.flatMap((verb) => (verb.kind === 'say' ? verb : verb.kind === 'gather' ? verb.says : []))
const heardIn = (step: Step) =>
  saysOf(step)
    .flatMap(({ chunks }) => chunks.map(({ words }) => words))
    .join(' ')
const listens = ({ verbs }: Step) => verbs.some(({ kind }) => kind === 'gather')
/** After its first digit, 0 is the second. */
const isWithinNumber = (place: Place | null) => /_\d$/.test(place?.name ?? '')
const endsCall = ({ verbs }: Step) => verbs.at(-1)?.kind === 'hangup'
const localeAt = ({ from, to }: Step) => (to ?? from)?.locale ?? (locales[0] as string)

/** Some of the steps that break a rule, to read. */
function breaking(steps: readonly Step[], rule: (step: Step) => boolean): readonly string[] {
  return steps
    .filter((step) => !rule(step))
    .slice(0, 5)
    .map((step) => `${step.from?.name ?? ''} ${step.deed.name}: ${heardIn(step)} → ${step.to?.name ?? ''}`)
}

/** For France, as for most countries, only the emergency number and perhaps a crisis line are known; for Antarctica nothing is. */
describe.each([...Object.keys(line.directory), 'FR', 'AQ'])('a call from %s', (country) => {
  const isHome = country === settings.country
  let steps: readonly Step[] = []
  beforeAll(async () => {
    steps = await crawl({ line, country, deedsAt: isHome ? deedsAtHome : deedsAbroad })
  }, 3_600_000)
  afterAll(() => {
    steps = []
  })

  test('reaches its nodes in every language, at home by over 1,500 documents', () => {
    const visited = new Set(steps.map(({ to }) => `${to?.locale} ${to?.node}`))
    for (const locale of locales)
      for (const node of isHome ? nodesOf(locale) : [line.start, line.main, line.helplines])
        expect(visited).toContain(`${locale} ${node}`)
    expect(new Set(steps.map(({ verbs }) => verbs)).size).toBeGreaterThan(isHome ? 1500 : 20)
  })

  test('is always answered by listening, with a way on for silence; by calling somebody; or by an end', () => {
    const verbs = /^(say )*((gather )?gather redirect|dial|hangup)$/
    expect(breaking(steps, (step) => verbs.test(step.verbs.map(({ kind }) => kind).join(' ')))).toEqual([])
  })

  test('is spoken and heard in the language chosen; only the choice offers each in itself, and a topic that it lacks is told in the source language', () => {
    const voices = locales.map((locale) => localeOf(locale).settings.voice?.language)
    const sourceVoice = localeOf(sourceLocale(settings)).settings.voice?.language
    expect(
      breaking(steps, (step) => {
        const { language, speech } = localeOf(localeAt(step)).settings.voice ?? {}
        const atChoice = listens(step) && step.to?.node === line.start
        const lacks = lackedTopic(line, step.to) !== undefined
        const allowed = atChoice ? voices : [language, ...(lacks ? [sourceVoice] : [])]
        const hears = step.verbs.flatMap((verb) => (verb.kind === 'gather' ? verb.language : []))
        return (
          saysOf(step).every((said) => allowed.includes(said.language)) &&
          hears.every((heard, index) => heard === (index === hears.length - 1 ? speech : ''))
        )
      }),
    ).toEqual([])
  })

  test('goes on in the same language until another is chosen', () => {
    const choices = locales.map((_locale, index) => press(`${index + 1}`))
    const isChoice = ({ from, deed }: Step) =>
      from?.node === line.start &&
      (choices.some((choice) => isDeed(deed, choice)) || from.name.startsWith(`${locales[0]}/normal`))
    expect(
      breaking(
        steps,
        (step) => !step.from || !step.to || isChoice(step) || step.from.locale === step.to.locale,
      ),
    ).toEqual([])
  })

  test('says all of its words: no placeholder, no name of a text', () => {
    expect(
      breaking(steps, (step) => !/[{}]|undefined|phrases:|nodes:|directory:/.test(heardIn(step))),
    ).toEqual([])
  })

  test('is offered a person wherever it is listened to, but in the choice of language and within a number', () => {
    expect(
      breaking(
        steps,
        (step) =>
          !listens(step) ||
          step.to?.node === line.start ||
          isWithinNumber(step.to) ||
          [
            phrase('voice.person', { key: '0' }),
            phrase('voice.keys', { person: '0', ways: '9' }),
            phrase('voice.goesOn', { again: '8', person: '0', ways: '9' }),
          ].some((wording) => heardIn(step).includes(wordsOf(localeAt(step), wording))),
      ),
    ).toEqual([])
  })

  test('reaches a person by 0 in hours, and the helplines outside them', () => {
    expect(
      breaking(
        steps,
        ({ from, deed, to }) => !isDeed(deed, person) || isWithinNumber(from) || to?.node === line.helplines,
      ),
    ).toEqual([])
    expect(
      breaking(
        steps,
        ({ from, deed, verbs }) =>
          !isDeed(deed, inHours(person)) || isWithinNumber(from) || verbs.at(-1)?.kind === 'dial',
      ),
    ).toEqual([])
  })

  test('goes back by *, but from the outermost places', () => {
    const isOutermost = (place: Place | null) => place?.node === line.start || place?.node === line.main
    expect(
      breaking(
        steps,
        ({ from, deed, to }) => !isDeed(deed, back) || isOutermost(from) || (to !== null && to !== from),
      ),
    ).toEqual([])
  })

  test('is ended by silence alone, after patience, with a kind goodbye', () => {
    const onward = new Map(steps.flatMap((step) => (isDeed(step.deed, silence) ? [[step.from, step]] : [])))
    const silences = (place: Place | null, times = 1): number => {
      const step = onward.get(place)
      if (!step || times > 30) return Number.POSITIVE_INFINITY
      return endsCall(step) ? times : silences(step.to, times + 1)
    }
    // Five at the choice of language, which goes on to the main menu by itself; a topic comes to its last part before.
    const counts = [...onward.keys()].map((place) => [place?.name, silences(place)] as const)
    expect(counts.filter(([, times]) => times > 3 + MOST_PARTS)).toEqual([])
    expect(counts.length).toBeGreaterThan(isHome ? 200 : 15)
    const isSilence = ({ deed }: Step) => isDeed(deed, silence) || isDeed(deed, inHours(silence))
    expect(breaking(steps, (step) => !endsCall(step) || isSilence(step))).toEqual([])
    expect(
      breaking(
        steps,
        (step) => !endsCall(step) || heardIn(step).includes(wordsOf(localeAt(step), phrase('voice.goodbye'))),
      ),
    ).toEqual([])
  })
})
