/** Takes the pictures of README.md and docs/ anew, by `SCREENSHOTS=docs/pictures npx vitest run --project browser pictures`; otherwise it is skipped. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { heard, press } from '../support/browser-phone.ts'
import { root } from '../support/root.ts'

const folder = process.env.SCREENSHOTS

const languages = [
  {
    locale: 'en',
    call: 'Call',
    send: 'Send',
    write: 'Your text',
    text: 'my ribs hurt',
    keys: ['1', '1', '3'],
  },
  {
    locale: 'es',
    call: 'Llamar',
    send: 'Enviar',
    write: 'Su mensaje',
    text: 'me duelen los huesos',
    keys: ['2', '1', '3'],
  },
]

describe.runIf(folder)('pictures', () => {
  describeInBrowser('of the pages', (visit) => {
    test.each(languages)('the phone in $locale', async ({ locale, call, send, write, text, keys }) => {
      const page = await visit.open(`/phone?language=${locale}`, { viewport: { width: 1200, height: 900 } })
      await page.clock.install()
      await page.getByLabel(write).fill(text)
      await page.getByRole('button', { name: send, exact: true }).click()
      await page.locator('#thread article').nth(1).waitFor()
      await page.getByRole('button', { name: call, exact: true }).click()
      for (const key of keys) await press(page, key)
      await expect.poll(() => heard(page)).toMatch(/ribs|costillas/)
      await page.screenshot({ path: join(root, folder as string, `phone-${locale}.png`), fullPage: true })
    })

    test.each([
      ['page-en', '/en', {}],
      ['page-es-dark', '/es', { colorScheme: 'dark' }],
      ['card-es', '/es/card', { viewport: { width: 800, height: 1100 } }],
    ] as const)('%s', async (name, path, options) => {
      const page = await visit.open(path, options)
      await page.screenshot({ path: join(root, folder as string, `${name}.png`) })
    })
  })
})
