/** Topics to read, the search, and what search engines read, as a browser without a script asks for them. */
import { describe, expect, test } from 'vitest'
import { line } from '../support/line.ts'
import { PUBLIC_URL, startTestServer } from '../support/server.ts'

const read = async (path: string, init?: RequestInit) => {
  const { app } = await startTestServer()
  const response = await app.request(path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const search = (asked: string, locale = 'en') =>
  read(`/${locale}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ asked }).toString(),
  })

describe('a topic', () => {
  test('is one page with the emergency number, what its text says, all that is spoken, and its sources', async () => {
    const { status, text } = await read('/en/bone')
    expect(status).toBe(200)
    expect(text).toMatch(
      /In an emergency, call .*911.*<h1>Bones<\/h1>.*new pain.*ribs, the spine.*calcium.*Breastcancer\.org/s,
    )
    expect(text).not.toMatch(/\||\{\{|9 1 1/)
    expect(text.length).toBeLessThan(30_000)
  })

  test('is in the language of its address, with links to the same topic in the others', async () => {
    const { text } = await read('/es/hueso')
    expect(text).toContain('<html lang="es"')
    expect(text).toContain('<h1>Huesos</h1>')
    expect(text).toContain('hreflang="en" href="https://line.example.org/en/bone"')
  })

  test.each([
    ['/es/bone', '/es/hueso'],
    ['/en/BONE', '/en/bone'],
    ['/en/hueso', '/en/bone'],
    ['/es/C%C3%89REBRO', '/es/cerebro'],
    ['/bone', '/en/bone'],
  ])('is found at %s too', async (path, canonical) => {
    const { status, headers } = await read(path)
    expect(status).toBe(302)
    expect(headers.get('location')).toBe(canonical)
  })

  test('that wounds asks first, and shows only its question', async () => {
    const asked = await read('/en/outlook')
    expect(asked.status).toBe(200)
    expect(asked.text).not.toMatch(/years|survive/)
    const [, way = ''] = /href="([^"]+read=yes)"/.exec(asked.text) ?? []
    expect((await read(way)).text).toMatch(/years/)
  })

  test('offers to call it and to text its word, where the line has a number', async () => {
    expect((await read('/en/bone')).text).not.toContain('tel:+')
    const number = '+15555550100'
    const { app } = await startTestServer({ line: { ...line, settings: { ...line.settings, number } } })
    const text = await (await app.request('/en/bone')).text()
    expect(text).toContain(`href="tel:${number},,1,,,,7,,2,,1"`)
    expect(text).toContain(`href="sms:${number}?&amp;body=BONE"`)
    expect(text).toContain('<svg')
  })

  test('that nobody wrote is a 404 with a way on', async () => {
    const { status, text } = await read('/en/elbow')
    expect(status).toBe(404)
    expect(text).toContain('href="/en"')
  })
})

describe('the search', () => {
  test.each([
    ['en', 'who pays for hospice', '/en/hospice'],
    ['en', 'my hips ache at night', '/en/bone'],
    ['es', 'me duelen los huesos', '/es/hueso'],
  ])('in %s finds "%s"', async (locale, asked, path) => {
    const { status, headers, text } = await search(asked, locale)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toContain(`href="${path}"`)
  })

  test('answers danger first, and opens no topic that wounds beside a cry', async () => {
    expect((await search('my legs went numb and i cannot walk')).text).toMatch(
      /role="alert"[^>]*>Call <a [^>]*href="tel:911"[^>]*>911<\/a> now/,
    )
    const cry = await search('i want to die')
    expect(cry.text).toMatch(/role="alert"[^>]*>You matter.*988/s)
    expect(cry.text).not.toMatch(/href="\/en\/(outlook|lastdays)/)
  })

  test('says that nothing was found, with people to call', async () => {
    const { text } = await search('qqqq zzzz')
    expect(text).toContain('Nothing was found')
    expect(text).toContain('tel:988')
  })

  test('repeats what was typed as text only', async () => {
    expect((await search('"><script>alert(1)</script>')).text).not.toContain('<script>alert')
  })

  test('reads no more than a question', async () => {
    expect((await search('a'.repeat(5000))).status).toBe(413)
    const [, read = ''] = /value="(.*?)"/.exec((await search('bone '.repeat(700))).text) ?? []
    expect(read.length).toBe(500)
    expect((await search('痛'.repeat(500))).status).toBe(200)
  })

  test('by its address alone is the home page', async () => {
    expect((await read('/es/search')).headers.get('location')).toBe('/es')
  })
})

test('search engines get every topic in each language, but those that ask first', async () => {
  const { text, headers } = await read('/sitemap.xml')
  expect(headers.get('content-type')).toContain('application/xml')
  expect(text).toContain(`<loc>${PUBLIC_URL}/es/hueso</loc>`)
  expect(text).toContain(`hreflang="en" href="${PUBLIC_URL}/en/bone"`)
  expect(text).not.toMatch(/outlook|lastdays/)
  const robots = await read('/robots.txt')
  expect(robots.text).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`)
  expect(robots.text).toContain('Disallow: /usage')
})
