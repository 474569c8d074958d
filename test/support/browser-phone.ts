/** What a caller does with the phone in the browser. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The clock of the page is put forward, so that nothing waits for it. */
const AT_ONCE = { interval: 5 }

/** Lets the time of what is said pass, without waiting for it. */
export const listen = (page: Page, seconds: number) => page.clock.runFor(seconds * 1000)
export const heard = (page: Page) => page.locator('#heard').innerText()
export const key = (page: Page, value: string) => page.locator(`#keypad button[value="${value}"]`)

/** Lets the line ring and speak until it has said these words. */
export async function listenFor(page: Page, words: string): Promise<void> {
  await expect
    .poll(async () => {
      await listen(page, 1)
      return heard(page)
    }, AT_ONCE)
    .toContain(words)
}

/** Lets the line speak until it waits for the caller, or says these words. */
export async function listenToEnd(page: Page, words: RegExp, listens: string): Promise<void> {
  await expect
    .poll(async () => {
      await listen(page, 1)
      return words.test(await heard(page)) || (await page.locator('#state').innerText()).includes(listens)
    }, AT_ONCE)
    .toBe(true)
}

/** Presses a key as soon as the line would take it. */
export async function press(page: Page, value: string): Promise<void> {
  await expect
    .poll(async () => {
      await listen(page, 1)
      return key(page, value).isDisabled()
    }, AT_ONCE)
    .toBe(false)
  await key(page, value).click()
}
