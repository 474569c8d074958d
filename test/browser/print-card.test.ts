/** The card as it comes out of a printer. */

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, launchChromium } from '../../src/cli/support/chromium.ts'
import { printCard } from '../../src/cli/support/print-card.ts'
import type { Line } from '../../src/line/line.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { papers } from '../../src/web/pages/card.tsx'
import { assets } from '../support/assets.ts'
import { line, locales } from '../support/line.ts'

const chromium = findChromium(process.env.CHROMIUM_PATH)
const withNumber: Line = { ...line, settings: { ...line.settings, number: '+15555550100' } }
/** In PostScript points (1/72 inch), rounded. */
const sizes = { a4: [595, 842], letter: [612, 792] } as const

describe.skipIf(!chromium)('the card', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium(chromium as string)
  })
  afterAll(() => browser?.close())

  test.each(locales.flatMap((locale) => papers.map((paper) => ({ locale, paper }))))(
    'in $locale on $paper is whole sheets: a poster, all words, and wallet cards, with a number and without',
    async ({ locale, paper }) => {
      for (const each of [line, withNumber]) {
        const pdf = (
          await printCard(browser, createDemoApp(each, new Date(), assets), locale, paper)
        ).toString('latin1')
        const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
          Math.round(Number(width)),
          Math.round(Number(height)),
        ])
        const app = createDemoApp(each, new Date(), assets)
        const page = await (await app.request(`/${locale}/card`)).text()
        const sheets = page.match(/<section class="sheet/g)?.length ?? 0
        expect(sheets).toBeGreaterThanOrEqual(3)
        expect(boxes).toEqual(Array.from({ length: sheets }, () => sizes[paper]))
        expect(pdf).toContain(`/Lang (${locale})`)
      }
    },
  )

  test.each(locales)(
    'in %s has a number of 60 points, a code of 60 mm, and no word under 18 points on its posters',
    async (locale) => {
      const app = createDemoApp(withNumber, new Date(), assets)
      const page = await browser.newPage()
      await page.emulateMedia({ media: 'print' })
      await page.route('**/*', async (route) => {
        const response = await app.request(new URL(route.request().url()).pathname)
        const headers = Object.fromEntries(response.headers)
        await route.fulfill({ status: response.status, headers, body: await response.text() })
      })
      await page.goto(`http://line.invalid/${locale}/card`)
      const points = (selector: string) =>
        page.evaluate<number[]>(
          `[...document.querySelectorAll('${selector}')]
            .filter((each) => each.textContent.trim())
            .map((each) => (Number.parseFloat(getComputedStyle(each).fontSize) * 72) / 96)`,
        )
      expect(await points('.poster .number .phone')).toEqual([60])
      expect(Math.min(...(await points('.poster *, .all *')))).toBeGreaterThanOrEqual(18)
      expect(Math.min(...(await points('.wallet *')))).toBeGreaterThanOrEqual(8)
      expect(await page.locator('.poster figure a').getAttribute('href')).toBe('tel:+15555550100')
      const { width = 0 } = (await page.locator('.poster svg').boundingBox()) ?? {}
      expect((width * 25.4) / 96).toBeCloseTo(60, 0)
      for (const sheet of await page.locator('.poster, .all, .wallet > div:first-child').all())
        expect(await sheet.innerText()).toContain('1-555-555-0100')
      await page.close()
    },
  )
})
