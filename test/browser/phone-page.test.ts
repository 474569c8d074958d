/** What the page of the phone gives beside the call: its layout, tabs, transcripts to keep, links, and what a carrier does. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeViolations, describeInBrowser, overflow } from '../support/browser.ts'
import { heard, key, listen, press } from '../support/browser-phone.ts'

const SMALL = { width: 320, height: 640 }
const WIDE = { width: 1280, height: 900 }

const dial = (page: Page) => page.getByRole('button', { name: 'Call', exact: true })
const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not shown.`)
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

/** Lets time pass until the page has these words at a place. */
const until = (page: Page, selector: string, words: string | RegExp) =>
  expect
    .poll(async () => {
      await listen(page, 1)
      return page.locator(selector).innerText()
    })
    .toMatch(words)

async function call(page: Page, keys: readonly string[]): Promise<void> {
  await page.clock.install()
  await dial(page).click()
  for (const each of keys) await press(page, each)
}

function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.textContent')
}

async function text(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your text').fill(words)
  await page.getByRole('button', { name: 'Send' }).click()
}

describeInBrowser('the page of the phone', (visit) => {
  describe('its layout', () => {
    test('has keypad, transcript and texts side by side on a wide screen, all in view with the bar', async () => {
      const page = await visit.open('/phone', { viewport: WIDE })
      await call(page, ['1'])
      await page.locator('#bar').evaluate((bar) => bar.scrollIntoView())
      const [keypad, log, thread] = await Promise.all(
        ['#keypad', '#heard', '#thread'].map((selector) => boxOf(page, selector)),
      )
      expect(keypad?.right).toBeLessThan(log?.x ?? 0)
      expect(log?.right).toBeLessThan(thread?.x ?? 0)
      expect(Math.max(keypad?.bottom ?? 0, log?.bottom ?? 0)).toBeLessThan(WIDE.height)
      expect(await page.getByRole('tab').count()).toBe(0)
      await page.setViewportSize({ width: 800, height: 900 })
      expect((await boxOf(page, '#heard')).y).toBeLessThan((await boxOf(page, '#keypad')).bottom)
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      expect((await boxOf(page, '#hang-up')).y).toBeGreaterThanOrEqual(0)
    })

    test.each(['en', 'es'])('has tabs on a small screen, by keys too, in %s', async (locale) => {
      const page = await visit.open(`/phone?language=${locale}`, { viewport: SMALL })
      const tabs = page.getByRole('tab')
      expect((await boxOf(page, '#keypad')).bottom).toBeLessThan((await boxOf(page, '#heard')).y)
      expect(await page.locator('#texts').isVisible()).toBe(false)
      await tabs.first().focus()
      await page.keyboard.press('ArrowRight')
      expect(await tabs.nth(1).getAttribute('aria-selected')).toBe('true')
      const line = await tabs
        .nth(1)
        .evaluate((tab) => tab.ownerDocument.defaultView?.getComputedStyle(tab).borderBottomColor)
      expect(line).not.toBe('rgba(0, 0, 0, 0)')
      expect(await page.evaluate('document.activeElement.id')).toBe('texts-tab')
      expect(await page.getByRole('tabpanel').getAttribute('id')).toBe('texts')
      expect(await page.locator('#bar').isVisible()).toBe(true)
      expect([await axeViolations(page), await overflow(page)]).toEqual([[], 0])
      await page.keyboard.press('Home')
      expect(await page.getByRole('tabpanel').getAttribute('id')).toBe('call')
      for (const button of await page.locator('#phone button:visible').all())
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      expect([await axeViolations(page), await overflow(page)]).toEqual([[], 0])
    })
  })

  test('rings for two seconds, then counts the seconds of the call', async () => {
    const page = await visit.open('/phone')
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(1000)
    await dial(page).click()
    await listen(page, 1)
    expect(await page.locator('#state').innerText()).toBe('It rings.')
    await until(page, '#state', 'speaks')
    await listen(page, 61)
    expect(await page.locator('#elapsed').innerText()).toMatch(/^1:0\d$/)
  })

  test('says so when it does not take a key: before a call, and while the line does not listen', async () => {
    const page = await visit.open('/phone')
    await page.clock.install()
    await key(page, '1').click({ force: true })
    expect(await page.locator('#refused').innerText()).toBe('You are not in a call. Press Call first.')
    await dial(page).click()
    await key(page, '1').click({ force: true })
    expect(await page.locator('#refused').innerText()).toContain('Wait until the line listens')
    await until(page, '#state', 'speaks')
    expect(await page.locator('#refused').innerText()).toBe('')
  })

  test('tells of each turn its key, topic, part and seconds, and keeps, copies, downloads and prints calls', async () => {
    const page = await visit.open('/phone')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await call(page, ['1', '1', '3'])
    await until(page, '#heard', /You: press 3\s+Bones · part 1 of \d · \d+ seconds\s+Bones\./)
    await page.getByRole('button', { name: 'Hang up' }).click()
    await dial(page).click()
    const record = page.locator('#earlier details')
    await record.locator('summary').click()
    expect(await record.innerText()).toContain('Bones · part 1')
    expect(await heard(page)).not.toContain('Bones')
    await record.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => page.locator('#copied').innerText()).toBe('Copied.')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      record.getByRole('button', { name: 'Download' }).click(),
    ])
    const written = readFileSync(await download.path(), 'utf8')
    expect(download.suggestedFilename()).toMatch(/\.txt$/)
    expect(written).toMatch(/\n\nYou: press 3\nBones · part 1 of \d · \d+ seconds\nBones\.\n/)
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(written)
    await page.evaluate('globalThis.print = () => {}')
    await record.getByRole('button', { name: 'Print' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await record.locator('.said').isVisible()).toBe(true)
    expect(await page.locator('#heard').isVisible()).toBe(false)
    expect(await page.locator('#texts').isVisible()).toBe(false)
  })

  test('opens a topic, a language and a country by a link, and keeps them for other languages', async () => {
    const page = await visit.open('/phone?topic=bone&language=es&country=MX')
    await page.clock.install()
    expect(await page.locator('#country').inputValue()).toBe('MX')
    expect(await page.getByLabel('Su mensaje').inputValue()).toBe('HUESO')
    expect(await page.locator('#linked').innerText()).toContain('“Huesos”')
    expect(await page.locator('a[hreflang="en"]').first().getAttribute('href')).toContain(
      'topic=bone&country=MX',
    )
    await page.getByRole('button', { name: 'Llamar', exact: true }).click()
    await until(page, '#heard', /Huesos · parte 1 de \d/)
    expect(await page.locator('#place').innerText()).toContain('País: México. Idioma: Español')
    // A link would end the call, so it asks first; the call goes on meanwhile.
    const english = page.locator('a[hreflang="en"]').first()
    await english.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /la llamada termina/ })
    expect(await focused(page)).toBe('Seguir en la llamada')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect([await dialog.isVisible(), await focused(page)]).toEqual([false, 'English'])
    expect(await page.locator('#hang-up').isEnabled()).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Terminar la llamada y salir' }).click()
    await page.waitForURL(/language=en&topic=bone&country=MX/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  test('says that a link names no topic and no country of the line', async () => {
    const page = await visit.open('/phone?topic=nothing&country=XX')
    expect(await page.locator('#linked').innerText()).toMatch(/“XX” is not in the list.*no topic “nothing”/)
    expect(await page.locator('#country').inputValue()).toBe('US')
  })

  test('shows the country of the conversation, once the caller has named another', async () => {
    const page = await visit.open('/phone')
    await call(page, ['1'])
    await until(page, '#state', 'at any time')
    await page.getByLabel('Or say it').fill('I am in Mexico')
    await page.getByRole('button', { name: 'Say it' }).click()
    await until(page, '#place', 'Country: Mexico')
  })

  test('blocks texts after STOP until START, as the phone company does, and says so', async () => {
    const page = await visit.open('/phone')
    const notes = page.locator('#thread .note')
    const thread = () => page.locator('#thread').innerText()
    await text(page, 'Stop')
    await expect.poll(() => notes.last().innerText()).toContain('answers STOP by itself')
    await text(page, 'BONE')
    await expect.poll(() => notes.last().innerText()).toContain('blocks what the line answers')
    expect(await thread()).not.toContain('new pain')
    await text(page, 'START')
    await expect.poll(() => notes.last().innerText()).toContain('lets the texts of the line through again')
    await text(page, 'BONE')
    await expect.poll(thread).toContain('new pain')
    await page.getByLabel('You call from').selectOption('GB')
    await expect.poll(() => notes.last().innerText()).toContain('another phone. Country: the United Kingdom')
  })

  test('offers voices where the browser has several, and speaks by the one that is picked', async () => {
    const script = `
      globalThis.spoken = []
      Object.defineProperty(globalThis, 'speechSynthesis', { value: {
        getVoices: () => [{ name: 'Ann', lang: 'en-US' }, { name: 'Bob', lang: 'en-GB' }, { name: 'Eva', lang: 'es-ES' }],
        speak: (utterance) => { globalThis.spoken.push(utterance.voice?.name); utterance.onend?.() },
        cancel: () => {},
        resume: () => {},
      } })
      globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
    `
    const page = await visit.open('/phone', { script })
    const voices = page.getByLabel('Voice')
    expect(await voices.locator('option').allInnerTexts()).toEqual(['Ann', 'Bob'])
    await voices.selectOption('Bob')
    await call(page, ['1'])
    await expect.poll(() => page.evaluate('globalThis.spoken')).toContain('Bob')
  })
})
