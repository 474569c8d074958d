/**
 * Takes the pictures of README.md and docs/ anew, by `SCREENSHOTS=docs/pictures npx vitest run --project browser pictures`; otherwise it is
 * skipped. With 128 colours they are a third as large: `pngquant --ext .png --force --nofs 128 docs/pictures/*.png`.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Line, openLine } from '../../src/line/line.ts'
import { lint } from '../../src/lint/lint.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { openStore } from '../../src/usage/stores/open.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { assets } from '../support/assets.ts'
import { describeInBrowser } from '../support/browser.ts'
import { heard, press } from '../support/browser-phone.ts'
import { editFiles } from '../support/edit-files.ts'
import { type NodeServer, startNodeServer } from '../support/node-server.ts'
import { copyProject } from '../support/project-copy.ts'
import { root } from '../support/root.ts'
import { signed } from '../support/signed.ts'

const folder = process.env.SCREENSHOTS
/** Those of the real line, loaded only where pictures are taken. */
const files = folder ? await loadFiles(shippedProject(root)) : {}

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

/** Each is taken on a small screen and on a large one. */
const PAGES = [
  ['page-en', '/en'],
  ['page-es', '/es'],
  ['topic-en', '/en/bone'],
  ['about-en', '/en/about'],
  ['privacy-es', '/es/privacy'],
  ['terms-en', '/en/terms'],
  ['accessibility-en', '/en/accessibility'],
  ['status-en', '/en/status'],
  ['missing-en', '/en/nowhere'],
  ['card-es', '/es/card'],
  ['week-en', '/usage/week'],
  ['operate-en', '/operate'],
  ['doctor-en', '/doctor'],
] as const
const LARGE = { width: 1280, height: 850 }
const SIZES = [{ width: 360, height: 740 }, LARGE]
const RIGHT_TO_LEFT = 'ar'
const HOUR_MS = 3_600_000
/** How often each is made up to happen in an hour of a week. */
const COUNTED = [
  ['voice', 'call', '', 21],
  ['sms', 'message', '', 34],
  ['voice', 'language', 'en', 14],
  ['voice', 'language', 'es', 7],
  ['voice', 'open', 'bone', 12],
  ['sms', 'open', 'pain', 9],
  ['voice', 'handoff', 'dialled', 6],
  ['voice', 'unmatched', 'main', 5],
] as const

describe.runIf(folder)('pictures', () => {
  describeInBrowser('of the pages', (visit) => {
    beforeAll(async () => {
      const store = await openStore(visit.server.database, join(root, 'drizzle'))
      const now = Math.floor(Date.now() / HOUR_MS)
      const weeks = Array.from({ length: 52 }, (_, week) => week)
      const counters = weeks.flatMap((week) =>
        COUNTED.map(([channel, event, subject, most]) => ({
          channel,
          event,
          subject,
          locale: 'en',
          hour: now - 24 * 7 * week - 24,
          count: Math.ceil(most * (1.2 + Math.sin(week / 4))),
        })),
      )
      await store.add({ id: 'counts of the pictures', counters })
      await store.close()
    })

    test.each(languages)('the phone in $locale', async ({ locale, call, send, write, text, keys }) => {
      const page = await visit.open(`/phone?language=${locale}`, { viewport: { width: 1200, height: 900 } })
      await page.clock.install()
      await page.getByLabel(write).fill(text)
      await page.getByRole('button', { name: send, exact: true }).click()
      await page.locator('#thread article').nth(1).waitFor()
      await page.getByRole('button', { name: call, exact: true }).click()
      for (const key of keys) await press(page, key)
      await expect.poll(() => heard(page)).toMatch(/ribs|costillas/)
      // The bar that stays in view would stand in the middle of the picture.
      await page.evaluate('scrollTo(0, 0)')
      await page.screenshot({ path: pathOf(`phone-${locale}`), fullPage: true })
    })

    test.each(
      PAGES.flatMap(([name, path]) =>
        SIZES.map((viewport) => [`${name}-${viewport.width}`, path, viewport] as const),
      ),
    )('%s', async (name, path, viewport) => {
      const page = await visit.open(path, { viewport })
      await page.screenshot({ path: pathOf(name) })
    })

    test('usage-en', async () => {
      const page = await visit.open('/usage', { viewport: { width: 1280, height: 1400 } })
      await page.getByRole('img').first().waitFor()
      await page.screenshot({ path: pathOf('usage-en') })
    })

    test('page-es-dark', async () => {
      const page = await visit.open('/es', { viewport: LARGE, colorScheme: 'dark' })
      await page.screenshot({ path: pathOf('page-es-dark') })
    })

    describe('of a review', () => {
      let server: NodeServer
      let folder: string
      beforeAll(async () => {
        folder = await copyProject()
        const source = 'locales/en/symptoms.json'
        const text =
          'The most common sign is new pain. It may come at night, or be an ache that does not go away.'
        const changed = editFiles(signed(files, 'es', { group: 'bone' }), [
          source,
          ['bone', 'sms', 'signs'],
          text,
        ])
        for (const path of [source, 'locales/es/review.csv'])
          await writeFile(join(folder, path), String(changed[path]))
        server = await startNodeServer({}, [], folder)
      })
      afterAll(async () => {
        await server.stop()
        await rm(folder, { recursive: true, force: true })
      })

      test.each(SIZES)('whose source has changed, $width pixels wide', async (viewport) => {
        const page = await visit.share({ viewport })
        await page.goto(`${server.address}/review/es`)
        await page.screenshot({ path: pathOf(`review-es-${viewport.width}`) })
        await page.goto(`${server.address}/review/es/bone#part-sms-signs`)
        await page.screenshot({ path: pathOf(`review-bone-es-${viewport.width}`) })
        await page.context().close()
      })
    })

    test.each(SIZES)('from right to left, with a number, $width pixels wide', async (viewport) => {
      const app = createDemoApp(withNumber(RIGHT_TO_LEFT), new Date(), assets)
      const page = await visit.share({ viewport })
      await page.route('**/*', async (route) => {
        const response = await app.request(new URL(route.request().url()).pathname)
        const headers = Object.fromEntries(response.headers)
        await route.fulfill({ headers, body: Buffer.from(await response.arrayBuffer()) })
      })
      await page.goto(`http://localhost/${RIGHT_TO_LEFT}`)
      await page.screenshot({ path: pathOf(`page-${RIGHT_TO_LEFT}-${viewport.width}`) })
      await page.context().close()
    })
  })
})

const pathOf = (name: string) => join(root, folder as string, `${name}.png`)

/** The line with a language that is still a draft. It learns from no examples, which takes minutes and shows in no picture. */
function withNumber(locale: string): Line {
  const few = Object.entries(files).map(([file, text]) => {
    const isLearnt = /\/(examples|cries)\.json$/.test(file)
    return [file, isLearnt && typeof text === 'string' ? shorten(text) : text] as const
  })
  const { line } = lint(
    editFiles(
      Object.fromEntries(few),
      ['flows/line.yaml', ['locales'], ['en', locale]],
      ['flows/line.yaml', ['number'], '+15555550100'],
    ),
  )
  if (!line) throw new Error(`The line does not fit together with "${locale}".`)
  return openLine(line)
}

function shorten(text: string): string {
  const messages: Record<string, readonly string[]> = JSON.parse(text)
  return JSON.stringify(
    Object.fromEntries(Object.entries(messages).map(([label, some]) => [label, some.slice(0, 2)])),
  )
}
