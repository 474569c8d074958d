/** Every page as people see it: in each language and theme, small, large, without scripts, by keyboard, on paper. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { infoNames } from '../../src/web/pages/info-names.ts'
import { assets } from '../support/assets.ts'
import { axeViolations, describeInBrowser, overflow } from '../support/browser.ts'
import { line, locales } from '../support/line.ts'

const withNumber: Line = { ...line, settings: { ...line.settings, number: '+15555550100' } }
const appWithNumber = createDemoApp(withNumber, new Date(), assets)
const pages = locales.flatMap((locale) =>
  [
    `/${locale}`,
    `/${locale}/card`,
    `/${locale}/${locale === 'es' ? 'hueso' : 'bone'}`,
    `/${locale}/nowhere`,
    ...infoNames.map((name) => `/${locale}/${name}`),
    `/phone?language=${locale}`,
    `/usage?language=${locale}`,
  ].map((path) => ({ path, locale })),
)
/** Beside the light one. A theme changes nothing but colours. */
const themes = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const
/** The chart library, which the counts can be read without. */
const CHARTS = /\/usage-\w+\.js$/
const MOST_TRANSFERRED = 60_000

describeInBrowser('the pages', (visit) => {
  let page: Page
  let plain: Page
  let bytes = 0
  const hosts = new Set<string>()
  beforeAll(async () => {
    plain = await visit.share({ javaScriptEnabled: false })
    page = await visit.share({ locale: 'fr-FR' })
    // Each page is measured as its first visitor loads it.
    const session = await page.context().newCDPSession(page)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    page.on('response', (response) => void hosts.add(new URL(response.url()).host))
    page.on('requestfinished', async (request) => {
      if (CHARTS.test(request.url())) return
      const { responseBodySize, responseHeadersSize } = await request.sizes()
      bytes += responseBodySize + responseHeadersSize
    })
  })

  describe.each(pages)('$path', ({ path, locale }) => {
    beforeAll(async () => {
      bytes = 0
      hosts.clear()
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.emulateMedia({ colorScheme: null, forcedColors: null })
      await page.goto(visit.server.address + path, { waitUntil: 'networkidle' })
    })

    test('is small, and loads nothing from other servers', async () => {
      expect([...hosts].filter(Boolean)).toEqual([new URL(visit.server.address).host])
      expect(bytes).toBeGreaterThan(1000)
      expect(bytes).toBeLessThan(MOST_TRANSFERRED)
    })

    test('is in the language of its address, whatever the browser prefers, and links to the other languages', async () => {
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      const links = page.getByRole('navigation').locator('a[hreflang]')
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('lang')))).toEqual(locales)
    })

    test('has no violation that axe finds', async () => {
      expect(await axeViolations(page)).toEqual([])
    })

    // The words of a page change none of its colours.
    test.skipIf(locale !== locales[0]).each(Object.entries(themes))(
      'has colours that axe finds nothing wrong with, in %s',
      async (_name, theme) => {
        await page.emulateMedia(theme)
        expect(await axeViolations(page, 'colours')).toEqual([])
      },
    )

    // Last: it changes the page.
    test('fits a width of 320 pixels, and text of twice the size', async () => {
      await page.setViewportSize({ width: 320, height: 640 })
      // A chart follows the width a moment later.
      await expect.poll(() => overflow(page)).toBe(0)
      await page.evaluate("document.documentElement.style.fontSize = '200%'")
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 640 })
        await expect.poll(() => overflow(page)).toBe(0)
      }
    })

    test('can be read without scripts', async () => {
      await plain.goto(visit.server.address + path)
      expect((await plain.getByRole('main').innerText()).length).toBeGreaterThan(100)
      expect(await plain.getByRole('heading', { level: 1 }).count()).toBe(1)
    })
  })

  test.each(
    locales.flatMap((locale) =>
      ['', '/card', '/status', '/privacy', locale === 'es' ? '/hueso' : '/bone'].map(
        (path) => `/${locale}${path}`,
      ),
    ),
  )('%s of a line with a number has it on one line, and fits as well', async (path) => {
    const page = await visit.open('/health', { viewport: { width: 320, height: 640 } })
    const address = visit.server.address + path
    await page.route(address, async (route) => {
      const response = await appWithNumber.request(path)
      await route.fulfill({ headers: Object.fromEntries(response.headers), body: await response.text() })
    })
    await page.goto(address)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    const heights = await page.evaluate<number[]>(
      "[...document.querySelectorAll('.actions .phone')].map((each) => each.getBoundingClientRect().height)",
    )
    // Two lines of the largest are 70 pixels high.
    expect(Math.max(0, ...heights)).toBeLessThan(50)
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 })
      expect(await overflow(page)).toBe(0)
    }
  })

  test.each(locales)('no keyword is broken over two lines on a small screen, in %s', async (locale) => {
    const page = await visit.open(`/${locale}`, { viewport: { width: 320, height: 640 } })
    const broken = await page.locator('.topics .word').evaluateAll((cells) =>
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

  test('without scripts the form of the phone puts no text into the URL', async () => {
    const page = await visit.open('/phone', { javaScriptEnabled: false })
    expect(await page.getByRole('main').getByRole('button', { disabled: false }).count()).toBe(0)
    expect(await page.getByLabel('Your text').isDisabled()).toBe(true)
  })

  test('the public page sets no cookie', async () => {
    const page = await visit.open('/es')
    expect(await page.context().cookies()).toEqual([])
  })

  test('the first Tab reaches the skip link, and every link can be reached and seen', async () => {
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

  test('on paper a page has its words and no forms, buttons or menus', async () => {
    const page = await visit.open('/en')
    await page.emulateMedia({ media: 'print' })
    const shown = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.filter((each) => each.checkVisibility()).length)
    for (const selector of ['form', '.skip', '.masthead ul', '.jumps']) expect(await shown(selector)).toBe(0)
    expect(await shown('.topics li')).toBeGreaterThan(80)
    expect(await shown('.emergency a')).toBe(1)
    expect(await page.evaluate("getComputedStyle(document.querySelector('.brand')).color")).toBe(
      'rgb(0, 0, 0)',
    )
  })

  test('links that people press in a hurry are large, and focus has a ring that can be seen', async () => {
    const page = await visit.open('/en', { viewport: { width: 360, height: 740 } })
    for (const selector of ['.emergency a', '.actions a', '.masthead a:visible', '.jumps a', 'footer nav a'])
      for (const link of await page.locator(selector).all())
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth')).toBe('3px')
  })

  test('a refusal is a page that axe finds nothing wrong with', async () => {
    const page = await visit.open('/health')
    // Chromium without a window shows nothing of a page that asks for a password, so the question is taken out.
    await page.route('**/usage', async (route) => {
      const { authorization: _, ...headers } = route.request().headers()
      const response = await fetch(route.request().url(), { headers })
      await route.fulfill({
        status: response.status,
        contentType: 'text/html',
        body: await response.text(),
      })
    })
    const response = await page.goto(`${visit.server.address}/usage`)
    expect(response?.status()).toBe(401)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This page asks for a password')
    expect(await axeViolations(page)).toEqual([])
  })

  test('a missing page is answered in the best language, with numbers to call', async () => {
    const page = await visit.open('/health', { locale: 'es-MX' })
    const response = await page.goto(`${visit.server.address}/huesos`)
    expect(response?.status()).toBe(404)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Esta página no existe')
    expect(await page.locator('a[href="tel:911"]').count()).toBe(1)
  })
})
