/** Every mistake an author can make is found, at its place, with a sentence that says what to do. */
import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import type { IssueCode } from '../../src/authored/issue.ts'
import { check } from '../../src/lint/check.ts'
import { files } from '../support/line.ts'

interface Mistake {
  readonly file: string
  /** What stands there, and what an author writes instead; nothing deletes the file. */
  readonly change: readonly [string | RegExp, string] | null
  /** What the issue says of its place and its matter. */
  readonly at?: Readonly<Record<string, unknown>>
  readonly says: RegExp
}

const SYMPTOMS = 'flows/symptoms.yaml'
const MAIN = 'flows/main.yaml'
const SPANISH = 'locales/es/symptoms.json'

const mistakes: Readonly<Record<IssueCode, Mistake>> = {
  syntax: { file: MAIN, change: [/kind: menu/, 'kind: [menu'], says: /cannot be read/ },
  'missing-file': { file: 'locales/es/phrases.json', change: null, at: { line: 1 }, says: /Add it/ },
  'bad-shape': { file: MAIN, change: [/kind: ways/, 'kind: dance'], at: { node: 'ways' }, says: /kind/ },
  'duplicate-node': {
    file: MAIN,
    change: [/\n {2}kinds:/, '\n  bone:'],
    at: { node: 'bone' },
    says: /stands in .* already/,
  },
  'wrong-number-of-kind': {
    file: MAIN,
    change: [/ways: \{ kind: ways \}/, 'ways: { kind: languages, to: main }'],
    says: /kind "ways"/,
  },
  'unknown-node': {
    file: MAIN,
    change: [/to: brain/, 'to: brian'],
    at: { node: 'head' },
    says: /Did you mean "brain"/,
  },
  'unreachable-node': {
    file: MAIN,
    change: [/to: scope/, 'to: tests'],
    at: { node: 'scope', file: 'flows/tests.yaml' },
    says: /menu/,
  },
  'dead-end': {
    file: MAIN,
    change: [/otherwise: call/, 'otherwise: main'],
    at: { node: 'person' },
    says: /only a helplines/,
  },
  'missing-text': {
    file: SPANISH,
    change: [/"signs": "/, '"sings": "'],
    at: { locale: 'es' },
    says: /part "signs" is missing/,
  },
  'extra-text': {
    file: SPANISH,
    change: [/"signs": "/, '"sings": "'],
    at: { locale: 'es' },
    says: /no (voice|sms) part "sings"/,
  },
  'missing-keyword': {
    file: 'locales/es/main.json',
    change: [/"keywords": \[[^\]]*\]/, '"keywords": []'],
    at: { locale: 'es', node: 'call' },
    says: /no keyword/,
  },
  'placeholder-differs': {
    file: SPANISH,
    change: [/\{\{emergency\}\}/g, '911'],
    at: { locale: 'es' },
    says: /placeholders differ/,
  },
  'unknown-placeholder': {
    file: SPANISH,
    change: [/\{\{emergency\}\}/, '{{emergencia}}'],
    at: { locale: 'es' },
    says: /\{\{emergencia\}\} is not known/,
  },
  'key-used-twice': {
    file: MAIN,
    change: [/key: 2, to: spine/, 'key: 1, to: spine'],
    at: { node: 'head' },
    says: /Key 1/,
  },
  'key-gap': {
    file: MAIN,
    change: [/key: 2, to: spine/, 'key: 7, to: spine'],
    at: { node: 'head' },
    says: /1, 2, 3/,
  },
  'number-used-twice': {
    file: SYMPTOMS,
    change: [/number: 22/, 'number: 21'],
    at: { node: 'brain' },
    says: /21 belongs to "bone"/,
  },
  'keyword-shared': {
    file: SPANISH,
    change: [/"keywords": \[/, '"keywords": ["pain", '],
    at: { locale: 'es' },
    says: /one place only/,
  },
  'reserved-keyword': {
    file: SPANISH,
    change: [/"keywords": \[/, '"keywords": ["Cancel", '],
    at: { locale: 'es' },
    says: /carriers/,
  },
  'too-many-options': {
    file: MAIN,
    change: [/key: 6, to: living \}/, 'key: 6, to: living }\n      - { key: 7, to: bone }'],
    at: { node: 'main', severity: 'error' },
    says: /7 choices/,
  },
  'too-deep': {
    file: MAIN,
    change: [/to: kinds \}([\s\S]*)to: intimacy/, 'to: men }$1to: kinds'],
    at: { node: 'oligo' },
    says: /4 keys/,
  },
  'key-said-first': {
    file: 'locales/en/phrases.json',
    change: [/\{\{label, capital\}\}, \| press \{\{key\}\}/, 'Press {{key}} for {{label}}'],
    at: { locale: 'en' },
    says: /choice first/,
  },
  'unknown-source': {
    file: SYMPTOMS,
    change: [/sources: \[kour2025/, 'sources: [kuor2025'],
    says: /"kuor2025"/,
  },
  'unknown-part': {
    file: SYMPTOMS,
    change: [/voice: where/, 'voice: wear'],
    at: { node: 'symptoms' },
    says: /"wear"/,
  },
  'unknown-locale': {
    file: 'flows/line.yaml',
    change: [
      /# numbers:[\s\S]*?locales: \[es, en\]/,
      'numbers:\n  - number: "+15555550123"\n    locales: [fr]',
    ],
    says: /"fr"/,
  },
  'odd-character': {
    file: SPANISH,
    change: [/"title": "/, '"title": "\\u0007'],
    at: { locale: 'es' },
    says: /cannot be said/,
  },
  'no-default-country': {
    file: 'flows/line.yaml',
    change: [/country: US/, 'country: FR'],
    says: /flows\/directory\/fr.yaml/,
  },
  'too-long-spoken': {
    file: SPANISH,
    change: [/"where": "/, `"where": "${'Son palabras de más. '.repeat(40)}`],
    at: { locale: 'es' },
    says: /seconds/,
  },
  'too-hard': {
    file: SPANISH,
    change: [
      /"voice": \{\s*"(\w+)": "/,
      `"voice": { "$1": "${'Extraordinariamente multidisciplinarias caracterizaciones histopatológicas. '.repeat(9)}`,
    ],
    at: { locale: 'es' },
    says: /inflesz/,
  },
  'claim-differs': {
    file: 'locales/es/understanding.json',
    change: [/27/g, '37'],
    at: { locale: 'es' },
    says: /37 here/,
  },
  'no-emergency-number': {
    file: SPANISH,
    change: [/\{\{emergency\}\}/g, 'su hospital'],
    at: { locale: 'es' },
    says: /Say which signs need help now/,
  },
  'too-long-text': {
    file: SPANISH,
    change: [/"sms": \{\s*"(\w+)": "/, `"sms": { "$1": "${'Son palabras de más. '.repeat(10)}`],
    at: { locale: 'es' },
    says: /segments/,
  },
}

describe('a mistake in an authored file', () => {
  test.each(Object.entries(mistakes))('%s', (code, { file, change, at = {}, says }) => {
    const { line, issues } = check(make(file, change))
    const found = issues.filter((issue) => issue.code === code && says.test(issue.message))
    expect(line === undefined).toBe(true)
    expect(found, JSON.stringify(issues.slice(0, 5), null, 1)).not.toEqual([])
    expect(found[0]).toMatchObject({ ...at })
    expect(found[0]?.message).toMatch(/[.?]$/)
  })

  test('is found at its line and column', () => {
    const text = files[MAIN] as string
    const { issues } = check(make(MAIN, [/to: brain/, 'to: brian']))
    const before = text.slice(0, text.indexOf('{ key: 1, to: brain'))
    expect(issues.find(({ code }) => code === 'unknown-node')).toMatchObject({
      file: MAIN,
      line: before.split('\n').length,
      column: (before.split('\n').at(-1) ?? '').length + 1,
    })
  })

  test('does not hide another: all are reported at once', () => {
    const broken = {
      ...make(MAIN, [/to: brain/, 'to: brian']),
      [SPANISH]: (files[SPANISH] as string).replace('"signs": "', '"sings": "'),
    }
    const codes = check(broken).issues.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['unknown-node', 'missing-text', 'extra-text']))
  })

  test('is no mistake in the files as they are', () => {
    expect(check(files).issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

function make(file: string, change: Mistake['change']): Files {
  if (!change) return Object.fromEntries(Object.entries(files).filter(([name]) => name !== file))
  const [from, to] = change
  const text = files[file] as string
  const changed = text.replace(from, to)
  expect(changed, 'the mistake changes the file').not.toBe(text)
  return { ...files, [file]: changed }
}
