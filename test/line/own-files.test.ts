/** The operator's own folder over what is shipped: what it says counts, what it does not say stays. */
import { describe, expect, test } from 'vitest'
import { formatIssue } from '../../src/authored/issue.ts'
import { openLine, textsOf } from '../../src/line/line.ts'
import { lint } from '../../src/lint/lint.ts'
import { fixtureFiles } from '../support/fixture.ts'

function withOwn(own: Readonly<Record<string, string>>) {
  const { line, issues } = lint({ ...fixtureFiles, ...own })
  return { line: line && openLine(line), issues: issues.map(formatIssue) }
}

/** The line, or what is wrong with it. */
function lineWith(own: Readonly<Record<string, string>>) {
  const { line, issues } = withOwn(own)
  if (!line) throw new Error(issues.join('\n'))
  return line
}

describe('an own file', () => {
  test('changes the settings that it names', () => {
    const { settings } = lineWith({ 'line/line.yaml': 'name: Harbor Line\nspeech: never\n' })
    const { settings: shipped } = lineWith({})
    expect(settings).toEqual({ ...shipped, name: 'Harbor Line', speech: 'never' })
  })

  test.each([
    ['another ending', 'line/line.yml', 'name: Harbor Line\n'],
    ['capitals', 'line/directory/US.yaml', 'emergency: { checked: 2026-12 }\n'],
  ])('is laid over the shipped file in spite of %s', (_case, path, text) => {
    const { line, issues } = withOwn({ [path]: text })
    expect(issues).toEqual([])
    expect(JSON.stringify(line)).toMatch(/Harbor Line|2026-12/)
  })

  test('changes one text, in whatever file it stands, and leaves the others', () => {
    const own = JSON.stringify({ bone: { sms: { where: 'Our own words.' } } })
    const line = lineWith({ 'line/locales/en/anything.json': own })
    const { bone } = line.locales.en?.resources.nodes ?? {}
    expect(bone?.sms.where).toBe('Our own words.')
    expect(bone?.voice.where).toBe('This cancer can go to the bones.')
  })

  test('changes phrases, and rules of danger', () => {
    const phrases = JSON.stringify({ languageName: 'Our English' })
    const rules = JSON.stringify({ cord: { sms: 'Call {{emergency}} at once, and lie flat.' } })
    const line = lineWith({ 'line/locales/en/phrases.json': phrases, 'line/locales/en/rules.json': rules })
    expect(line.locales.en?.resources.phrases).toMatchObject({ languageName: 'Our English' })
    expect(line.locales.en?.resources.rules.cord?.sms).toBe('Call {{emergency}} at once, and lie flat.')
  })

  test('leaves a helpline out, without touching the words that are shipped', () => {
    const own = [
      'services:',
      '  - { id: nurses, kind: cancer, name: Nurses, call: "+448081570000", confidence: H, source: fiction, checked: 2026-11 }',
    ].join('\n')
    const line = lineWith({ 'line/directory/gb.yaml': own })
    expect(line.directory.GB?.services.map(({ id }) => id)).toEqual(['nurses'])
    expect(line.directory.GB?.emergency.number).toBe('999')
  })

  test('adds messages to learn from', () => {
    const own = JSON.stringify({ bone: ['my shin is sore'] })
    const line = lineWith({ 'line/locales/en/examples.json': own })
    const shipped = lineWith({})
    expect(JSON.stringify([...line.finder.meanings])).not.toBe(JSON.stringify([...shipped.finder.meanings]))
  })

  test('adds a topic, with a place in a menu', () => {
    const texts = (title: string) =>
      JSON.stringify({
        liver: {
          label: title,
          title,
          keywords: [title],
          voice: { about: `${title} words.` },
          sms: { about: `${title} words.` },
          facts: { known: [title] },
        },
      })
    const own = {
      'line/liver.yaml': [
        'nodes:',
        '  liver:',
        '    { kind: topic, number: 88, parts: { voice: [about], sms: [about] },',
        '      facts: [{ id: known, note: it is told, sources: [clinic], voice: about, sms: about }] }',
        '  body: { options: [{ key: 1, to: bone }, { key: 2, to: outlook }, { key: 3, to: liver }] }',
      ].join('\n'),
      ...Object.fromEntries(
        ['en', 'ht', 'ja', 'ar'].map((tag, index) => [
          `line/locales/${tag}/liver.json`,
          texts(`liver ${'abcd'[index]}`),
        ]),
      ),
    }
    const { line, issues } = withOwn(own)
    expect(issues.filter((issue) => issue.includes('line/'))).toEqual([])
    expect(line?.nodes.liver).toMatchObject({ kind: 'topic', number: 88 })
    expect(line?.nodes.body).toMatchObject({ kind: 'menu', options: [{ to: 'bone' }, {}, { to: 'liver' }] })
    expect(line && textsOf(line)).toBeDefined()

    const others = Object.fromEntries(Object.entries(own).filter(([path]) => !path.includes('/ja/')))
    const lacking = withOwn({ ...others, 'line/line.yaml': 'core: [bone, outlook]\n' })
    expect(lacking.line).toBeDefined()
    expect(lacking.issues.filter((issue) => issue.includes('line/'))).toEqual([
      'line/liver.yaml:2:3 warning missing-text (locale ja, node liver): There is no line/locales/ja/liver.json with the texts of "liver", so people who speak "ja" are offered it in "en". Write the file; or leave it so.',
    ])
  })
})

describe('what does not fit', () => {
  test.each([
    ['a lost quote', 'line/line.yaml', 'name: "Harbor', /^line\/line\.yaml:1:\d+ syntax: /],
    ['a setting that is none', 'line/line.yaml', 'nmae: Harbor', /^line\/line\.yaml:1:1 bad-shape: .*nmae/],
    [
      'a part that the topic has not, or no longer',
      'line/locales/en/x.json',
      '{ "bone": { "sms": { "gone": "Words." } } }',
      /^line\/locales\/en\/x\.json:1:\d+ extra-text/,
    ],
    [
      'texts of a node that is gone',
      'line/locales/en/x.json',
      '{ "gone": { "label": "gone", "title": "Gone" } }',
      /^line\/locales\/en\/x\.json:1:\d+ extra-text/,
    ],
    ['a topic off that is none', 'line/line.yaml', 'off: [bne]', /^line\/line\.yaml:1:7 unknown-node: "bne"/],
    [
      'an announcement by another end',
      'line/line.yaml',
      'announcement: { until: Friday, words: { en: Closed. } }',
      /^line\/line\.yaml:1:\d+ bad-shape: .*Write the last day, as 2026-12-04/,
    ],
    [
      'an announcement without an end',
      'line/line.yaml',
      'announcement: { words: { en: Closed. } }',
      /^line\/line\.yaml:1:\d+ bad-shape: .*until/,
    ],
    [
      'a file whose ending an editor has changed',
      'line/line.txt',
      'name: Harbor',
      /^line\/line\.txt:1:1 unknown-file: .* Rename it to line\/line\.yaml, or move it elsewhere\.$/,
    ],
    [
      'texts of a misspelt node, whose label and title would seem to be missing',
      'line/locales/en/x.json',
      '{ "bnoe": { "sms": { "where": "Our own words." } } }',
      /^line\/locales\/en\/x\.json:1:\d+ extra-text .*: No flow has a node "bnoe"\. Did you mean "bone"\?$/,
    ],
    [
      'a misspelt menu',
      'line/menus.yaml',
      'nodes:\n  bdoy: { options: [{ key: 1, to: bone }] }',
      /^line\/menus\.yaml:2:\d+ unknown-node \(node bdoy\): There is no node "bdoy" to change\. Did you mean "body"\? In a new one, "kind" is missing\.$/,
    ],
  ])('is named in its own file: %s', (_case, path, text, issue) => {
    const { line, issues } = withOwn({ [path]: text })
    expect(line).toBeUndefined()
    expect(issues[0]).toMatch(issue)
    expect(issues.filter((each) => !each.includes(' warning ')).length).toBe(1)
  })

  test.each([
    ['settings', 'flows/line.yaml', 'line/line.yaml', 'name: Harbor Line\n'],
    ['nodes', 'flows/main.yaml', 'line/menus.yaml', 'nodes:\n  body: { options: [{ key: 1, to: bone }] }\n'],
    ['phrases', 'locales/en/phrases.json', 'line/locales/en/phrases.json', '{ "languageName": "Ours" }'],
    [
      'texts',
      'locales/en/main.json',
      'line/locales/en/x.json',
      '{ "bone": { "sms": { "where": "Ours." } } }',
    ],
  ])('a shipped file of %s that cannot be read is told alone', (_what, shipped, own, text) => {
    const { issues } = withOwn({ [shipped]: '{', [own]: text })
    expect(issues).toEqual([expect.stringContaining(`${shipped}:1:`)])
    expect(
      lint({ ...fixtureFiles, [shipped]: { problem: 'Not for us.' }, [own]: text }).issues,
    ).toMatchObject([{ file: shipped, code: 'unreadable-file' }])
  })

  test.each([
    ['You can wait a day.', /"can wait" tells people that they may wait/],
    ['Take 20 mg at night.', /"0 mg" is of a dose/],
  ])('unsafe advice in own words is a warning at them: %s', (words, says) => {
    const own = Object.fromEntries(
      ['en', 'ar', 'ht', 'ja'].map((tag) => [
        `line/locales/${tag}/x.json`,
        JSON.stringify({ bone: { sms: { where: words } } }),
      ]),
    )
    const told = withOwn(own).issues.filter((issue) => issue.includes('unsafe-advice'))
    expect(told).toEqual([expect.stringMatching(/^line\/locales\/en\/x\.json:1:\d+ warning /)])
    expect(told[0]).toMatch(says)
  })

  test.each([
    [
      'figures',
      'See 5 doctors.',
      'claim-differs',
      'Your words have the figures 5, and locales/ar/main.json still has none',
    ],
    [
      'placeholders',
      '{{warning.breath}}',
      'placeholder-differs',
      'Your words have the placeholders {{warning.breath}}, and locales/ar/main.json still has none',
    ],
  ])('%s that own words of the source change are told there, and what to do', (what, words, code, says) => {
    const own = JSON.stringify({ bone: { sms: { where: words } } })
    const { line, issues } = withOwn({ 'line/locales/en/x.json': own })
    expect(line).toBeUndefined()
    expect(issues[0]).toMatch(/^line\/locales\/en\/x\.json:1:\d+ /)
    expect(issues[0]).toContain(
      `${code} (locale ar, node bone): ${says}: change them in each language, as in line/locales/ar/words.json, or keep the ${what} here. 2 more places follow from it.`,
    )
    expect(issues).toHaveLength(1)
  })

  test.each([
    [
      'line/notes.txt',
      [
        'line/notes.txt:1:1 warning unknown-file: The line does not read a file of this name. Keep notes under a name that ends in .md, or move them elsewhere.',
      ],
    ],
    [
      'line/plan.docx',
      [
        'line/plan.docx:1:1 warning unknown-file: The line does not read a file of this name. Move it elsewhere, or delete it.',
      ],
    ],
    ['line/README', []],
    ['line/locales/en/readme.txt', []],
    ['line/.DS_Store', []],
    ['line/~$plan.docx', []],
    ['line/.~lock.plan.odt#', []],
  ])('the line starts in spite of %s, which hides no mistake', (path, told) => {
    const { line, issues } = withOwn({ [path]: 'x' })
    expect(line).toBeDefined()
    expect(issues).toEqual(told)
    const slip = { 'line/locales/en/x.json': '{ "bnoe": { "sms": { "where": "Words." } } }' }
    expect(withOwn({ [path]: 'x', ...slip }).issues.filter((issue) => !issue.includes('warning'))).toEqual([
      expect.stringContaining('Did you mean "bone"?'),
    ])
  })

  test('own texts of a language that the line does not have are a warning', () => {
    const { line, issues } = withOwn({
      'line/locales/fr/x.json': '{ "bone": { "sms": { "where": "Os." } } }',
    })
    expect(line).toBeDefined()
    expect(issues).toEqual([
      expect.stringMatching(/^line\/locales\/fr\/x\.json:1:1 warning unknown-locale: /),
    ])
  })

  test('a fact that an own text leaves out is a warning at that text', () => {
    const { line, issues } = withOwn({
      'line/locales/en/x.json': '{\n  "bone": { "sms": { "where": "Other words." } }\n}',
    })
    expect(line).toBeDefined()
    for (const issue of issues.filter((each) => each.includes('fact-not-told')))
      expect(issue).toMatch(/^line\/locales\/en\/x\.json:2:\d+ warning/)
  })
})
