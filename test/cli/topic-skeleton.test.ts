/** A new topic is written as files that say what is missing in them, and that compile once it is there. */
import { describe, expect, test } from 'vitest'
import { topicSkeleton } from '../../src/cli/support/topic-skeleton.ts'
import { type Draft, readDraft } from '../../src/line/draft.ts'
import { lint } from '../../src/lint/lint.ts'
import { fixtureFiles } from '../support/fixture.ts'

const { draft } = readDraft(fixtureFiles)

function skeleton(slug: string, menu?: string) {
  return topicSkeleton(draft as Draft, slug, menu)
}

describe('a new topic', () => {
  test('has a free number, a place in a menu, and a file in each language', () => {
    const made = skeleton('lymphedema', 'body')
    expect(made.ok && made.value.number).toBe(99)
    expect(made.ok && Object.keys(made.value.files)).toEqual([
      'line/lymphedema.yaml',
      ...['en', 'ar', 'ja', 'ht'].map((locale) => `line/locales/${locale}/lymphedema.json`),
    ])
  })

  test('is told only when every text of it is written', () => {
    const made = skeleton('lymphedema', 'body')
    if (!made.ok) throw new Error(made.problems.join())
    const { line, issues } = lint({ ...fixtureFiles, ...made.value.files })
    expect(line).toBeUndefined()
    expect(new Set(issues.filter(({ severity }) => severity === 'error').map(({ file }) => file))).toEqual(
      new Set(Object.keys(made.value.files)),
    )
    const written = Object.entries(made.value.files).map(([path, text]) => [path, filledIn(path, text)])
    expect(lint({ ...fixtureFiles, ...Object.fromEntries(written) }).line?.nodes).toHaveProperty('lymphedema')
  })
})

test.each([
  ['without a menu', 'lymphedema', undefined, /Say in which menu.*main \(2\), body \(2\)/],
  ['with a menu that is none', 'lymphedema', 'bone', /There is no menu "bone"\. Say in which menu/],
  ['with a name that is taken', 'bone', 'body', /There is "bone" already, in flows\/main\.yaml/],
  ['with a name in capitals', 'Arm-Swelling', 'body', /cannot be the name of a topic/],
])('a topic %s is refused in a sentence', (_case, slug, menu, sentence) => {
  const made = skeleton(slug, menu)
  expect(made.ok ? [] : made.problems).toEqual([expect.stringMatching(sentence)])
})

/** As an author would fill it in; each language its own words. */
function filledIn(path: string, text: string): string {
  const words = `Puffy ${path.split('/')[2]}`
  return text
    .replace('note: ""', 'note: it is told')
    .replace('sources: []', 'sources: [clinic]')
    .replace(/"(label|title|what)": ""/g, `"$1": "${words}"`)
    .replace('"keywords": []', `"keywords": ["${words}"]`)
    .replace('"first-fact": []', `"first-fact": ["${words}"]`)
}
