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
    'in $locale on $paper is three sheets, with a number and without',
    async ({ locale, paper }) => {
      for (const each of [line, withNumber]) {
        const pdf = (
          await printCard(browser, createDemoApp(each, new Date(), assets), locale, paper)
        ).toString('latin1')
        const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
          Math.round(Number(width)),
          Math.round(Number(height)),
        ])
        expect(boxes).toEqual(Array.from({ length: 3 }, () => sizes[paper]))
        expect(pdf).toContain(`/Lang (${locale})`)
      }
    },
  )
})
