/** The list for the clinician: which sentences have changed, why they are told, and who published it. */
import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { changedSentences } from '../../src/cli/support/changed-sentences.ts'
import { changesPage } from '../../src/cli/support/changes-page.ts'
import { files, line, locales } from '../support/line.ts'

const locale = 'en'
const inFiles = (texts: Readonly<Record<string, unknown>>): Files =>
  Object.fromEntries(
    Object.entries(texts).map(([name, data]) => [`locales/en/${name}.json`, JSON.stringify(data)]),
  )
const bone = (weak: string, where = 'It goes to the ribs.') => ({
  bone: { title: 'Bones', voice: { where, weak }, sms: { weak: 'A weak bone can break.' } },
})
const changes = (before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) =>
  changedSentences(inFiles(before), inFiles(now), locale)

describe('a sentence that has changed', () => {
  test('stands with its topic, part and channel; its neighbours do not', () => {
    expect(
      changes(
        { symptoms: bone('Bones break. | Call today.') },
        { symptoms: bone('Bones break. | Call now. Keep still.') },
      ),
    ).toEqual([
      {
        of: 'topic',
        name: 'bone',
        part: 'weak',
        channel: 'voice',
        was: ['Call today.'],
        now: ['Call now.', 'Keep still.'],
      },
    ])
  })

  test('is none where it has moved to another part or file', () => {
    const before = { symptoms: bone('Bones break.', 'It goes to the ribs. Ask us.') }
    expect(changes(before, { places: bone('Ask us. | Bones break.') })).toEqual([])
  })

  test('may be of a topic that is new, or gone', () => {
    const [told] = changes({}, { symptoms: bone('Bones break.') })
    expect(told).toMatchObject({ part: 'where', was: [], now: ['It goes to the ribs.'] })
    const [gone] = changes({ symptoms: bone('Bones break.') }, {})
    expect(gone).toMatchObject({ part: 'where', was: ['It goes to the ribs.'], now: [] })
  })

  test('may be of a warning or a rule, which has no part', () => {
    const cord = (words: string) => ({ cord: { voice: words, sms: words } })
    const found = changes(
      { warnings: cord('Call today.'), rules: cord('{{warning.cord}}') },
      { warnings: cord('Call now.'), rules: cord('{{warning.cord}} Lie flat.') },
    )
    expect(found.map(({ of, channel, now }) => [of, channel, now])).toEqual([
      ['warning', 'voice', ['Call now.']],
      ['warning', 'sms', ['Call now.']],
      ['rule', 'voice', ['Lie flat.']],
      ['rule', 'sms', ['Lie flat.']],
    ])
  })

  test('is looked for only in files that can be read', () => {
    const broken = { 'locales/en/symptoms.json': '{', 'locales/en/places.json': { problem: 'No.' } }
    expect(changedSentences(broken, broken, locale)).toEqual([])
  })
})

test.each(locales)('the page in %s has nothing to show where nothing has changed', (each) => {
  const page = changesPage({ line, locale: each, files }, changedSentences(files, files, each), 'v1')
  expect(page).toMatch(/^# .+: sentences changed since v1\n\nNo sentence has changed\.\n$/)
})

describe.each(locales)('the whole of %s as if it were new', (each) => {
  const page = changesPage({ line, locale: each, files }, changedSentences({}, files, each), 'nothing')

  test('has every topic, warning and rule under its own heading', () => {
    for (const [slug, node] of Object.entries(line.nodes))
      if (node.kind === 'topic')
        expect(page).toMatch(new RegExp(`\n## Topic: .+ \\(${slug}, ${node.number}\\)\n`))
    for (const name of Object.keys(line.locales[each]?.resources.rules ?? {}))
      expect(page).toContain(`\n## Rule: ${name}\n`)
    expect(page).toContain('\n## Warning: cord\n')
  })

  test('says why and by whom, with title and date', () => {
    expect(page).toContain(
      '- why: cancer can go to any bone; most often to ribs, spine, pelvis, long bones of arms and legs (Breastcancer.org, Metastatic Breast Cancer, 2025-07-02)',
    )
    expect(page).not.toMatch(/undefined|\{\{warning/)
  })
})
