/** The pages about the line itself, in every language, with a number and without. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { textsOf } from '../../src/line/line.ts'
import { createApp } from '../../src/web/app.ts'
import { infoNames } from '../../src/web/pages/info-names.ts'
import { pageContext } from '../../src/web/pages/site.ts'
import { topicPath } from '../../src/web/pages/topic-paths.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine, openFixture } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const { locales } = fixtureLine.settings
const operator = { name: 'Harbor <Center>', contact: 'line@harbor.example.org' }
const lines: Readonly<Record<string, Line>> = {
  'with a number': withSettings({ operator, approved: { by: 'M. R., nurse', on: '2026-11-26' } }),
  'without a number': withSettings({ number: null, numbers: [] }),
}
const pages = infoNames.flatMap((name) => locales.map((locale) => ({ name, locale })))

function withSettings(settings: Partial<Line['settings']>): Line {
  return { ...fixtureLine, settings: { ...fixtureLine.settings, ...settings } }
}

async function read(line: Line, path: string, headers: Record<string, string> = {}) {
  const { app } = await startTestServer({ line })
  const response = await app.request(path, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe.each(Object.entries(lines))('%s', (_name, line) => {
  test.each(pages)('/$locale/$name is there, whole, and in its language', async ({ name, locale }) => {
    const { status, headers, text } = await read(line, `/${locale}/${name}`)
    expect(status).toBe(200)
    expect(headers.get('content-language')).toBe(locale)
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-control')).toBe(name === 'status' ? 'no-store' : 'public, max-age=300')
    expect(text).toMatch(/<h1>[^<]+<\/h1>/)
    expect(text).not.toMatch(/\{\{|undefined|[\ue000-\ue002]/)
  })

  test('every page names the emergency number first, and the other pages last', async () => {
    for (const path of ['/en', '/en/terms', '/en/bone', '/en/nowhere']) {
      const { text } = await read(line, path)
      expect(text).toMatch(/<header[^>]*><p class="emergency"><a href="tel:911">/)
      for (const name of infoNames) expect(text).toContain(`href="/en/${name}"`)
    }
  })
})

test.each(infoNames)('/%s leads to the page in the language of the reader', async (name) => {
  const { status, headers } = await read(fixtureLine, `/${name}`, { 'accept-language': 'ja, en;q=0.5' })
  expect([status, headers.get('location')]).toEqual([302, `/ja/${name}`])
  expect(headers.get('vary')).toContain('Accept-Language')
})

test('who runs the line, how to reach them and who has approved it stand on every page', async () => {
  const { text } = await read(lines['with a number'] ?? fixtureLine, '/en/bone')
  expect(text).toContain('Harbor &lt;Center&gt;')
  expect(text).toContain('href="mailto:line@harbor.example.org"')
  expect(text).toContain('info.approved')
  expect(text).toContain('November 26, 2026')
})

test.each([
  ['+15555550100', 'tel:+15555550100'],
  ['https://harbor.example.org/line', 'https://harbor.example.org/line'],
])('people may also be reached at %s', async (contact, href) => {
  const { text } = await read(withSettings({ operator: { name: 'Harbor', contact } }), '/en/about')
  expect(text).toContain(`href="${href}"`)
})

test('without an operator, every page says that nobody has put a name there, or approved it', async () => {
  const { text } = await read(fixtureLine, '/en/privacy')
  expect(text).toContain('info.nobodyNamed')
  expect(text).toContain('info.notApproved')
})

test('all sources stand on pages by menu, under their topics, and the page about the line leads there', async () => {
  const { text: about } = await read(fixtureLine, '/ht/about')
  expect(about).toMatch(/<main.*href="\/ht\/sources".*<\/main>/s)
  const { text: contents } = await read(fixtureLine, '/ht/sources')
  expect(contents).toContain('href="/ht/sources/body#bone"')
  const { text } = await read(fixtureLine, '/ht/sources/body')
  expect(text).toContain('<h2 id="bone"><a href="/ht/')
  for (const { publisher, title, date } of Object.values(fixtureLine.sources))
    for (const each of [publisher, title, date]) expect(text).toContain(each)
  expect((await read(fixtureLine, '/ht/sources/call')).status).toBe(404)
})

describe('the status', () => {
  test('says what each language has, the version and the time', async () => {
    const { text } = await read(fixtureLine, '/en/status')
    for (const locale of locales) expect(text).toContain(`<h3 lang="${locale}"`)
    expect(text).toContain('info.countsWork')
    expect(text).toMatch(/info\.version \d+\.\d+\.\d+/)
    expect(text).toMatch(/info\.asOf Nov 22, 2026, 10:00\s?PM EST/)
  })

  test('says that counts fail, and not why', async () => {
    const app = createApp({
      line: fixtureLine,
      assets: ['pages.css', 'icon.svg', 'social.png'].map((name) => ({
        name,
        path: `/${name}`,
        type: '',
        body: '',
      })),
      usage: {
        count: () => {},
        setStopped: () => {},
        isStopped: () => false,
        read: async () => [],
        check: async () => 'no answer from postgres',
      },
      settings: { publicUrl: null, authTokens: ['1'], secret: 'a secret of a test', usagePassword: null },
      now: () => new Date(),
      logError: () => {},
    })
    const text = await (await app.request('/en/status')).text()
    expect(text).toContain('info.countsFail')
    expect(text).not.toContain('postgres')
  })
})

describe('a topic whose word is the name of a page', () => {
  const line = openFixture(editFiles(fixtureFiles, ['locales/en/main.json', ['bone', 'keywords'], ['about']]))
  const site = { line, texts: textsOf(line), assets: [], base: '', origin: '', operatorPages: [] }

  test('has an address of its own', async () => {
    const path = topicPath(pageContext(site, 'en'), 'bone')
    expect(path).toBe('/en/about-')
    expect((await read(line, path)).text).toContain('<h1>Bones</h1>')
    expect((await read(line, '/en/about')).text).toContain('info.aboutWhat')
  })
})

test('search engines find the pages in every language', async () => {
  const { text } = await read(fixtureLine, '/sitemap.xml')
  for (const { name, locale } of pages)
    expect(text).toContain(`<loc>https://line.example.org/${locale}/${name}</loc>`)
  const { text: page } = await read(fixtureLine, '/ja/terms')
  expect(page).toContain('<link rel="alternate" hreflang="ar" href="https://line.example.org/ar/terms"/>')
  expect(page).toContain('<link rel="canonical" href="https://line.example.org/ja/terms"/>')
})
