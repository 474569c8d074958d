/** The operator's pages in a real browser. Counts: asked for by keyboard, drawn, read in the table, taken to a spreadsheet. Today's switches: set by keyboard. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/usage/stores/open.ts'
import { axeViolations, describeInBrowser, overflow } from '../support/browser.ts'
import { root } from '../support/root.ts'

const HOUR = Date.UTC(2026, 9, 14, 15) / 3_600_000
/** All that a page of one week tells. */
const SEPTEMBER_EVENTS = [
  ...[
    ['call', ''],
    ['message', ''],
    ['language', 'en'],
    ['language', 'es'],
  ],
  ...[
    ['open', 'bone'],
    ['open', 'brain'],
    ['open', 'pain'],
    ['open', 'liver'],
    ['open', 'lungs'],
  ],
  ...[
    ['handoff', 'dialled'],
    ['handoff', 'answered'],
    ['handoff', 'missed'],
  ],
  ...[
    ['emergency', ''],
    ['crisis', ''],
    ['unmatched', 'main'],
    ['unmatched', 'bone'],
    ['unmatched', 'brain'],
  ],
  ...[
    ['trouble', ''],
    ['undelivered', ''],
    ['held-back', ''],
  ],
] as const
const OCTOBER = '/usage?from=2026-10-01&to=2026-10-31&by=week'

/** The colours of the first chart, as `r,g,b`; without those that are see-through. */
const colorsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const { width, height } = document.querySelector('canvas')
    const { data } = document.querySelector('canvas').getContext('2d').getImageData(0, 0, width, height)
    const pixels = Array.from({ length: width * height }, (_, pixel) => [...data.slice(pixel * 4, pixel * 4 + 4)])
    return [...new Set(pixels.filter(([,,, opacity]) => opacity === 255).map((pixel) => pixel.slice(0, 3).join()))]
  })()`)

describeInBrowser('the counts', (visit) => {
  beforeAll(async () => {
    const store = await openStore(visit.server.database, join(root, 'drizzle'))
    const counter = { channel: 'voice', locale: 'en', event: 'call', subject: '' } as const
    await store.add({
      id: 'counts of a test',
      counters: [
        { ...counter, hour: HOUR, count: 40 },
        { ...counter, hour: HOUR + 23, count: 6 },
        { ...counter, hour: HOUR + 24 * 7, count: 3 },
        ...SEPTEMBER_EVENTS.map(([event, subject]) => ({
          ...counter,
          hour: HOUR - 24 * 21,
          event,
          subject,
          count: 123,
        })),
      ],
    })
    await store.close()
  })

  test('are asked for by keyboard alone', async () => {
    const page = await visit.open(OCTOBER)
    await page.getByRole('combobox').focus()
    await page.keyboard.type('Month')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/by=month/)
    const row = page.getByRole('row', { name: 'October 2026' })
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['50', '0', '0', '0'])
  })

  test('hide small numbers in table and chart, and have a name that a screen reader says', async () => {
    const page = await visit.open(OCTOBER)
    const row = page.getByRole('row', { name: 'Oct 19 – 25, 2026' })
    expect(await row.getByRole('cell').first().innerText()).toBe('under 5')
    const charts = page.getByRole('img', { name: /The table below it has the same numbers/ })
    expect(await charts.count()).toBe(2)
    expect(await colorsOf(page)).toContain('1,85,122')
  })

  test('are drawn again in the colours of another theme', async () => {
    const page = await visit.open(OCTOBER)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => colorsOf(page)).toContain('125,201,240')
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    await expect.poll(() => colorsOf(page)).toContain('0,0,0')
  })

  test.each([
    ['a width of 320 pixels', { viewport: { width: 320, height: 640 } }],
    ['forced colours', { forcedColors: 'active' }],
    ['dark', { colorScheme: 'dark' }],
  ] as const)('have nothing axe finds wrong, and fit, in %s', async (_name, options) => {
    const page = await visit.open(OCTOBER, options)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })

  test('of one week are told on a page that fits a narrow screen, and prints on one sheet of A4 or Letter', async () => {
    const page = await visit.open('/usage/week?week=2026-W39', { viewport: { width: 320, height: 640 } })
    expect(await page.getByText('People called 125 times').count()).toBe(1)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format })
      expect(pdf.toString('latin1').match(/\/Type *\/Page\b/g), format).toHaveLength(1)
    }
  })

  test('follow the Content-Security-Policy, and stay as tables when the script does not load', async () => {
    const page = await visit.open(OCTOBER)
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.reload()
    await page.getByRole('img').first().waitFor()
    expect(errors).toEqual([])
    const bare = await visit.open(OCTOBER, { javaScriptEnabled: false })
    expect(await bare.getByRole('img').count()).toBe(0)
    expect(await bare.getByRole('row', { name: 'Oct 12 – 18, 2026' }).innerText()).toContain('45')
  })

  test('can be downloaded as a file', async () => {
    const page = await visit.open(OCTOBER)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('counts-2026-10-01-2026-10-31.csv')
    expect(await readFile(await download.path(), 'utf8')).toContain('Calls,under 5\r\n')
  })

  test('say on the page what is wrong with a range', async () => {
    const page = await visit.open('/usage?from=2026-10-31&to=2026-10-01')
    expect(await page.getByRole('alert').innerText()).toBe(
      'The first day, 2026-10-31, comes after the last, 2026-10-01. Turn them round.',
    )
    expect(await axeViolations(page)).toEqual([])
  })

  test("lead to today's switches, where an announcement is set with the keyboard alone on a narrow screen", async () => {
    const page = await visit.open(OCTOBER, { viewport: { width: 320, height: 640 } })
    await tabTo(page, 'Today')
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await tabTo(page, 'In English')
    await page.keyboard.type('The office is closed on Friday.')
    await tabTo(page, 'Put it on the line')
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    // It lacks its end: the summary has the focus, and leads to the field.
    await tabTo(page, 'Say until when')
    await page.keyboard.press('Enter')
    const day = new Date(Date.now() + 2 * 86_400_000)
    await page.keyboard.type(`${day.getMonth() + 1}`.padStart(2, '0') + `${day.getDate()}`.padStart(2, '0'))
    await page.keyboard.type(String(day.getFullYear()))
    await tabTo(page, 'Put it on the line')
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Saved: Announcement.')
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect(await overflow(page)).toBe(0)
    await page.goto(`${visit.server.address}/en`)
    expect(await page.locator('.notice').innerText()).toBe('Note: The office is closed on Friday.')
    expect(await page.locator('.notice').evaluate((notice) => notice.scrollWidth <= notice.clientWidth)).toBe(
      true,
    )
  })
})

/** Presses Tab until the focus is on what has a name that begins so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(
      '(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()',
    )
    if (focused.startsWith(name)) return
  }
  throw new Error(`Tab never came to "${name}".`)
}
