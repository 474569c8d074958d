/** The phone in the browser, by clicks and keys, against a server that checks every signature. */
import { describe, expect, test } from 'vitest'
import { axeViolations, describeInBrowser } from '../support/browser.ts'
import { heard, key, listen, listenToEnd, press } from '../support/browser-phone.ts'
import { freePort } from '../support/free-port.ts'
import { startNodeServer } from '../support/node-server.ts'

const languages = [
  {
    locale: 'en',
    language: '1',
    call: 'Call',
    send: 'Send',
    text: 'Your text',
    end: /That is all on this topic/,
    listens: 'The line listens',
  },
  {
    locale: 'es',
    language: '2',
    call: 'Llamar',
    send: 'Enviar',
    text: 'Su mensaje',
    end: /Aquí termina este tema/,
    listens: 'La línea escucha',
  },
] as const

describeInBrowser('the phone', (visit) => {
  describe.each(languages)('in $locale', ({ locale, language, call, send, text, end, listens }) => {
    test('calls, and goes by clicks alone to the end of the topic about bones', async () => {
      const page = await visit.open(`/phone?language=${locale}`)
      await page.clock.install()
      await page.getByRole('button', { name: call, exact: true }).click()
      for (const choice of [language, '1', '3']) await press(page, choice)
      for (let parts = 0; parts < 12 && !end.test(await heard(page)); parts++) {
        await press(page, '#')
        await listenToEnd(page, end, listens)
      }
      expect(await heard(page)).toMatch(end)
      const spoken = page.locator('#heard p:not(.you)').last()
      expect(await spoken.getAttribute('lang')).toMatch(new RegExp(`^${locale}`))
      expect(await axeViolations(page)).toEqual([])
    })

    test('texts, and shows the segments of each answer', async () => {
      const page = await visit.open(`/phone?language=${locale}`)
      const answers = page.locator('#thread article')
      for (const [index, words] of [
        locale === 'en' ? 'BONE' : 'HUESO',
        locale === 'en' ? 'more' : 'más',
      ].entries()) {
        await page.getByLabel(text).fill(words)
        await page.getByRole('button', { name: send, exact: true }).click()
        await answers.nth(index * 2 + 1).waitFor()
      }
      const first = answers.nth(1).locator('.body')
      expect(await first.innerText()).toContain(locale === 'en' ? 'Bones' : 'Huesos')
      expect(await first.getAttribute('lang')).toBe(locale)
      expect(await answers.nth(3).innerText()).not.toContain(await first.innerText())
      expect(await answers.nth(1).locator('.cost').innerText()).toMatch(/: [1-3]\. .*: \d+\./)
      expect(await axeViolations(page)).toEqual([])
    })
  })

  test('works by the keyboard alone, without losing the focus: call, digits, hang up', async () => {
    const page = await visit.open('/phone')
    await page.clock.install()
    const focused = () => page.locator(':focus').innerText()
    await page.getByRole('button', { name: 'Call', exact: true }).focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Hang up')
    await key(page, '1').click({ trial: true })
    await page.keyboard.press('1')
    await expect.poll(() => heard(page)).toContain('In an emergency')
    await listen(page, 20)
    await key(page, '2').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => heard(page)).toContain('Brain, press 1.')
    expect(await focused()).toBe('2')
    await page.getByRole('button', { name: 'Hang up' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#state').innerText()).toBe('The call has ended.')
    expect(await focused()).toBe('Call')
  })

  test('takes the digits of a topic one by one', async () => {
    const page = await visit.open('/phone')
    await page.clock.install()
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    for (const choice of ['1', '7', '2']) await press(page, choice)
    await expect.poll(() => heard(page)).toContain('Now the second digit.')
    await press(page, '1')
    await expect.poll(() => heard(page)).toContain('It is not bone cancer.')
  })

  test('takes words and silence, and shows language, country and pace', async () => {
    const page = await visit.open('/phone')
    await page.clock.install()
    await page.getByLabel('You call from').selectOption('GB')
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await press(page, '1')
    await listen(page, 20)
    await page.getByLabel('Or say it: type the words').fill('slower')
    await page.getByRole('button', { name: 'Say it' }).click()
    await expect
      .poll(() => page.locator('#place').innerText())
      .toMatch(/United Kingdom\. Language: English\. Pace: slow/)
    await listen(page, 300)
    await expect.poll(() => heard(page)).toContain('You: say nothing')
  })

  test('says that the line cannot be reached, and can call again when it is back', async () => {
    const port = String(await freePort())
    const first = await startNodeServer({ PORT: port })
    const page = await visit.open(`${first.address}/phone`)
    await first.stop()
    const call = page.getByRole('button', { name: 'Call', exact: true })
    await call.click()
    await expect.poll(() => page.locator('#state').innerText()).toContain('cannot be reached')
    const second = await startNodeServer({ PORT: port })
    await call.click()
    await expect.poll(() => heard(page)).toContain('English, press 1.')
    await second.stop()
  })

  test('keeps the place of a reader who looks back, says where a voice is missing, and sends a text by Enter', async () => {
    const page = await visit.open('/phone')
    await page.clock.install()
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await press(page, '1')
    const scrolled = () => page.locator('#heard').evaluate((log) => log.scrollTop)
    await expect
      .poll(async () => {
        await listen(page, 1)
        return scrolled()
      })
      .toBeGreaterThan(200)
    expect(await page.locator('#place').innerText()).toContain('no voice for English')
    await page.getByLabel('You call from').selectOption('GB')
    await page.locator('#heard').evaluate((log) => {
      log.scrollTop = 0
    })
    await press(page, '2')
    await listen(page, 10)
    expect(await scrolled()).toBe(0)
    expect(await page.locator('#place').innerText()).toContain('Country: the United States')
    await page.getByLabel('Your text').fill('BONE')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#thread').innerText()).toContain('new pain')
  })

  test('shows an answer that is no TwiML as an error', async () => {
    const page = await visit.open('/phone')
    await page.route('**/voice', (route) =>
      route.fulfill({ status: 200, contentType: 'text/xml', body: '<Response><Sing>la</Sing></Response>' }),
    )
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await expect.poll(() => page.locator('#state').innerText()).toContain('<Sing>')
  })
})
