/**
 * Each value of each authored file, changed in every way that its schema may refuse, is told in our own words: none of the schema
 * library's come through.
 */
import { expect, test } from 'vitest'
import { type Files, readFile } from '../../src/authored/files.ts'
import type { Issue, Path } from '../../src/authored/issue.ts'
import { readSource, type Source } from '../../src/authored/source.ts'
import { directorySchema, everywhereSchema } from '../../src/flow/directory.ts'
import { flowFileSchema } from '../../src/flow/node.ts'
import { pricesSchema } from '../../src/flow/prices.ts'
import { settingsSchema } from '../../src/flow/settings.ts'
import { sourcesSchema } from '../../src/flow/sources.ts'
import { countriesSchema, directoryTextsSchema } from '../../src/locale/country-texts.ts'
import { knownVoicesSchema } from '../../src/locale/known-voices.ts'
import { localeSettingsSchema } from '../../src/locale/locale-settings.ts'
import { otherLanguagesSchema } from '../../src/locale/other-languages.ts'
import {
  alarmsSchema,
  commandsSchema,
  criesSchema,
  examplesSchema,
  nodeTextsSchema,
  numeralsSchema,
  repliesSchema,
  rulesSchema,
  signsSchema,
} from '../../src/locale/schema.ts'
import { fixtureFiles } from '../support/fixture.ts'

const files: Files = {
  ...fixtureFiles,
  'flows/directory/emergency.yaml':
    'source: a list\nchecked: 2026-11\nemergency: { FR: "112" }\ncrisis: { FR: { name: Ligne, call: "3114", source: a, checked: 2026-11 } }\n',
  'flows/prices/us.yaml':
    'country: US\ncurrency: USD\nnumber: 1\ntollFreeNumber: 2\ncall: { minute: 1, tollFree: 1, connected: 1, speech: 1, characters: 1 }\ntext: { in: 1, out: 1, carrier: 1 }\n',
}

const schemas = {
  'flows/line.yaml': settingsSchema,
  'flows/main.yaml': flowFileSchema,
  'flows/sources.yaml': sourcesSchema,
  'flows/directory/us.yaml': directorySchema,
  'flows/directory/emergency.yaml': everywhereSchema,
  'flows/prices/us.yaml': pricesSchema,
  'locales/en/locale.json': localeSettingsSchema,
  'locales/en/main.json': nodeTextsSchema,
  'locales/en/commands.json': commandsSchema,
  'locales/en/alarms.json': alarmsSchema,
  'locales/en/cries.json': criesSchema,
  'locales/en/examples.json': examplesSchema,
  'locales/en/rules.json': rulesSchema,
  'locales/en/replies.json': repliesSchema,
  'locales/en/signs.json': signsSchema,
  'locales/en/numerals.json': numeralsSchema,
  'locales/en/directory.json': directoryTextsSchema,
  'locales/en/countries.json': countriesSchema,
  'locales/other-languages.json': otherLanguagesSchema,
  'locales/voices.json': knownVoicesSchema,
}

const WRONG = [
  7,
  -1,
  2.5,
  1e12,
  'x',
  '',
  'UK',
  'X'.repeat(200),
  true,
  false,
  null,
  [],
  ['x', 'x'],
  [7],
  {},
  { 'A b': {} },
]
/** Of each group of names; every kind of value is among them. */
const MOST_NAMES = 14
const LIBRARY = /invalid|expected|received|too (big|small)|unrecognized|must match|undefined|\[object|nan\b/i

test.each(Object.entries(schemas))('%s', (file, schema) => {
  const source = sourceOf(file)
  const told = new Set<string>()
  const tell = (path: Path, value: unknown) => {
    const issues: Issue[] = []
    readFile<unknown>({ [file]: withValue(source, path, value) }, file, schema, issues)
    for (const { message } of issues) told.add(message)
  }
  for (const path of pathsOf(source.data)) {
    for (const value of WRONG) tell(path, value)
    tell(path, undefined)
  }
  const messages = [...told]
  expect(messages.length).toBeGreaterThan(0)
  expect(messages.filter((message) => LIBRARY.test(message))).toEqual([])
  // A sentence with its stop, and none of them the one for what has no words of its own.
  expect(messages.filter((message) => !/^[A-Z"].*[.?]$/s.test(message))).toEqual([])
  expect(messages.filter((message) => /has not the form/.test(message))).toEqual([])
})

function sourceOf(file: string): Source {
  const read = readSource(file, String(files[file] ?? ''))
  if (!read.ok) throw new Error(`${file} cannot be read.`)
  return read.value
}

/** The file with another value at a path, or without one, as if it was read so: nothing is parsed again. */
function withValue(source: Source, path: Path, value: unknown): Source {
  const data = changed(source.data, path, value)
  return {
    ...source,
    data,
    valueAt(asked) {
      const found = asked.reduce<unknown>((inside, step) => Object(inside)[step], data)
      return { value: found, written: String(found) }
    },
  }
}

function changed(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(data)) {
    const items = data.map((item, index) => (index === step ? changed(item, rest, value) : item))
    return rest.length === 0 && value === undefined ? items.filter((_, index) => index !== step) : items
  }
  const { [step]: before, ...others } = Object(data)
  if (rest.length === 0 && value === undefined) return others
  return Object.fromEntries([...Object.entries(others), [step, changed(before, rest, value)]])
}

/** The way to each value, and to a name that there is not in each group of names. */
function* pathsOf(data: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (typeof data !== 'object' || data === null) return
  if (Array.isArray(data)) {
    if (data.length > 0) yield* pathsOf(data[0], [...path, 0])
    return
  }
  yield [...path, 'nmae']
  for (const [name, item] of Object.entries(data).slice(0, MOST_NAMES)) yield* pathsOf(item, [...path, name])
}
