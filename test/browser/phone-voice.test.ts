/** Voices that fail: a call in the browser goes on, in the time that its words would have taken; a topic says so. */
import { expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { listen, listenFor } from '../support/browser-phone.ts'

/** What the browser's voice does after it was told to speak. */
const VOICES = {
  'never begins': '',
  'begins and never ends': 'utterance.onstart?.()',
  'fails because the page may not speak': 'utterance.onerror?.({ error: "not-allowed" })',
  'is interrupted by another page': 'utterance.onstart?.(); utterance.onerror?.({ error: "interrupted" })',
  'ends without having begun': 'utterance.onend?.()',
} as const

const speechWith = (then: string, voices = "[{ lang: 'en-US' }, { lang: 'es-US' }]") => `
  globalThis.cancelled = 0
  globalThis.resumed = 0
  Object.defineProperty(globalThis, 'speechSynthesis', { value: {
    getVoices: () => ${voices},
    addEventListener: () => {},
    speak: (utterance) => { ${then} },
    cancel: () => { globalThis.cancelled += 1 },
    resume: () => { globalThis.resumed += 1 },
  } })
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
`

describeInBrowser('the phone, whose voice', (visit) => {
  const call = async (script: string) => {
    const page = await visit.open('/phone', { script })
    await page.clock.install()
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await listenFor(page, 'English, press 1.')
    return page
  }
  const state = (page: Awaited<ReturnType<typeof call>>) => page.locator('#state').innerText()

  test.each(Object.entries(VOICES))(
    '%s, still comes to the end of the prompt, and listens',
    async (_name, then) => {
      const page = await call(speechWith(then))
      await expect
        .poll(async () => {
          await listen(page, 5)
          return state(page)
        })
        .toMatch(/listens/)
    },
  )

  test('is silent for want of voices, still listens', async () => {
    const page = await call(speechWith('', '[]'))
    await listen(page, 20)
    await expect.poll(() => state(page)).toMatch(/listens/)
    expect(await page.locator('#heard').getAttribute('aria-live')).toBe('polite')
  })

  test('never begins, is given up for a screen reader', async () => {
    const page = await call(speechWith(''))
    await listen(page, 60)
    expect(await page.locator('#place').innerText()).toContain('no voice for English')
    await page.locator('#keypad button[value="1"]').click()
    await listenFor(page, 'In an emergency')
    expect(await page.locator('#heard').getAttribute('aria-live')).toBe('polite')
    expect(await page.evaluate('globalThis.cancelled')).toBeGreaterThan(0)
  })

  test('was paused, is told to go on', async () => {
    const page = await call(speechWith('utterance.onend?.()'))
    expect(await page.evaluate('globalThis.resumed')).toBeGreaterThan(0)
  })

  test('reads a topic, can be stopped by the same button, and says so when it fails in the middle', async () => {
    const page = await visit.open('/en/bone', {
      script: speechWith('globalThis.last = utterance; utterance.onstart?.()'),
    })
    await page.getByRole('button', { name: 'Listen' }).press('Enter')
    expect(await page.locator('#text .now').count()).toBe(1)
    await page.getByRole('button', { name: 'Stop' }).press('Enter')
    await expect.poll(() => page.locator('#text .now').count()).toBe(0)
    await page.getByRole('button', { name: 'Listen' }).press('Enter')
    await page.evaluate("globalThis.last.onerror({ error: 'network' })")
    await expect.poll(() => page.getByRole('status').innerText()).toContain('voice has stopped')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Listen')
    expect(await page.locator('#text .now').count()).toBe(0)
  })
})
