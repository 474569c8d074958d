/** Every page as people see it: in each language and theme, small, large, without scripts, by keyboard, on paper. */
import { expect, test } from 'vitest'
import { axeViolations, describeInBrowser, overflow } from '../support/browser.ts'
import { locales } from '../support/line.ts'

const pages = locales.flatMap((locale) => [
  `/${locale}`,
  `/${locale}/card`,
  `/${locale}/nowhere`,
  `/phone?language=${locale}`,
  `/usage?language=${locale}`,
])
const themes = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const
/** The chart library, which the counts can be read without. */
const CHARTS = /\/usage-\w+\.js$/
const MOST_TRANSFERRED = 60_000

describeInBrowser('the pages', (visit) => {
  test.each(pages.flatMap((path) => themes.map(([name, theme]) => ({ path, name, theme }))))(
    '$path has nothing axe finds wrong, in $name',
    async ({ path, theme }) => {
      const page = await visit.open(path, theme)
      expect(await axeViolations(page)).toEqual([])
    },
  )

  test.each(pages)('%s fits a width of 320 pixels, and text of twice the size', async (path) => {
    const narrow = await visit.open(path, { viewport: { width: 320, height: 640 } })
    expect(await overflow(narrow)).toBe(0)
    for (const width of [360, 1280]) {
      const large = await visit.open(path, { viewport: { width, height: 640 } })
      await large.evaluate("document.documentElement.style.fontSize = '200%'")
      expect(await overflow(large)).toBe(0)
    }
  })

  test.each(locales)('no word to text is broken on a small screen, in %s', async (locale) => {
    const page = await visit.open(`/${locale}`, { viewport: { width: 320, height: 640 } })
    const broken = await page.locator('.topics td').evaluateAll((cells) =>
      cells
        .filter((cell) => {
          const range = cell.ownerDocument.createRange()
          range.selectNodeContents(cell)
          return range.getClientRects().length > 1
        })
        .map((cell) => cell.textContent),
    )
    expect(broken).toEqual([])
  })

  test('in forced colours a checked box and the focus can be seen', async () => {
    const page = await visit.open('/phone', { forcedColors: 'active' })
    expect(await page.evaluate("getComputedStyle(document.querySelector('#aloud')).appearance")).toBe('auto')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
  })

  test.each(pages)('%s can be read without scripts', async (path) => {
    const page = await visit.open(path, { javaScriptEnabled: false })
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(100)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  })

  test('without scripts no text can be put into the address of the phone', async () => {
    const page = await visit.open('/phone', { javaScriptEnabled: false })
    expect(await page.getByRole('main').getByRole('button', { disabled: false }).count()).toBe(0)
    expect(await page.getByLabel('Your text').isDisabled()).toBe(true)
  })

  test.each(pages)('%s is in the language it says, and leads to the others', async (path) => {
    const locale = /\/(\w\w)\b|language=(\w\w)/.exec(path)?.slice(1).find(Boolean)
    const page = await visit.open(path, { locale: 'fr-FR' })
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    const links = page.getByRole('navigation').locator('a[hreflang]')
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('lang')))).toEqual(locales)
  })

  test.each(pages)('%s is small, and asks nobody else for anything', async (path) => {
    let bytes = 0
    const hosts = new Set<string>()
    const page = await visit.open('/health')
    page.on('response', async (response) => {
      hosts.add(new URL(response.url()).host)
    })
    page.on('requestfinished', async (request) => {
      if (CHARTS.test(request.url())) return
      const { responseBodySize, responseHeadersSize } = await request.sizes()
      bytes += responseBodySize + responseHeadersSize
    })
    await page.goto(visit.server.address + path, { waitUntil: 'networkidle' })
    expect([...hosts].filter(Boolean)).toEqual([new URL(visit.server.address).host])
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThan(MOST_TRANSFERRED)
  })

  test('the public page sets no cookie', async () => {
    const page = await visit.open('/es')
    expect(await page.context().cookies()).toEqual([])
  })

  test('the first key press leads past the head, and every link can be reached and seen', async () => {
    const page = await visit.open('/en')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main')
    expect(await page.getByText('Skip to the text').boundingBox()).toMatchObject({ x: expect.any(Number) })
    const links = await page.locator('a').count()
    const reached = new Set<string>()
    for (let presses = 0; presses < links + 2; presses++) {
      reached.add(await page.evaluate('document.activeElement.outerHTML'))
      await page.keyboard.press('Tab')
    }
    expect(reached.size).toBeGreaterThanOrEqual(links)
  })

  test('a page that is not there is told in the best language, with numbers to call', async () => {
    const page = await visit.open('/health', { locale: 'es-MX' })
    const response = await page.goto(`${visit.server.address}/huesos`)
    expect(response?.status()).toBe(404)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Esta página no existe')
    expect(await page.locator('a[href="tel:911"]').count()).toBe(1)
  })
})
