/** A clinician at `/review`: reads, hears and signs with the keyboard alone, on any screen, in any direction. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, describeInBrowser, overflow } from '../support/browser.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { type NodeServer, startNodeServer } from '../support/node-server.ts'
import { copyProject } from '../support/project-copy.ts'

/** A browser with a voice for Spanish, which keeps what it was told to say. */
const VOICE = `
  globalThis.said = []
  Object.defineProperty(globalThis, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'es-MX' }],
    addEventListener: () => {},
    speak: (utterance) => { globalThis.said.push([utterance.lang, utterance.text]); utterance.onstart?.(); utterance.onend?.() },
    cancel: () => {},
    resume: () => {},
  } })
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
`
const SMALL: BrowserContextOptions = { viewport: { width: 320, height: 640 } }
const MOST_PRESSES = 300
const SMALLEST_TARGET = 44

/** A server of the demo over a copy of the project, at which a page is opened. */
interface Demo {
  readonly folder: string
  readonly server: NodeServer
}

async function startDemo(files?: typeof fixtureFiles): Promise<Demo> {
  const folder = await copyProject(files)
  return { folder, server: await startNodeServer({}, [], folder) }
}

async function endDemo({ folder, server }: Demo): Promise<void> {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

describeInBrowser('the review', (visit) => {
  const openAt = ({ server }: Demo, path: string, options: BrowserContextOptions = {}) =>
    visit.open(server.address + path, { ...options, script: VOICE })

  describe('of the demo', () => {
    let demo: Demo
    beforeAll(async () => {
      demo = await startDemo()
    })
    afterAll(() => endDemo(demo))
    const reviewFile = () => readFile(join(demo.folder, 'locales/es/review.csv'), 'utf8')

    test('says at the text that a voice has failed', async () => {
      const page = await openAt(demo, '/review/es/basics')
      await page.evaluate("speechSynthesis.speak = (utterance) => utterance.onerror({ error: 'network' })")
      await page.locator('.hear').first().click()
      const failed = page.locator('.hear + #voice-failed')
      await failed.waitFor()
      expect(await failed.innerText()).toMatch(/^Your browser's voice for Español has failed\./)
      expect(await page.locator('.hear').first().getAttribute('aria-pressed')).toBe('false')
    })

    test('is read, heard and signed with the keyboard alone, two topics one after the other', async () => {
      const page = await openAt(demo, '/review', { locale: 'es-MX' })
      await follow(page, 'Español', 'main a')
      await follow(page, '11 The basics')
      await focus(page, 'Iniciales')
      await page.keyboard.type('M. R.')
      await page.keyboard.press('Tab')
      await page.keyboard.type('enfermera')
      await press(page, 'Oírlo')
      await expect.poll(() => page.evaluate('said')).toEqual([['es', 'lo básico']])
      await follow(page, 'Firmar este texto')
      expect(await focused(page)).toContain('Textos firmados: 1.')
      await press(page, 'Siga con: Título')
      await follow(page, 'Firmar todos los textos')
      expect(await focused(page)).toMatch(/Textos firmados: 12\. Ya estaban firmados: 1\./)
      const basics = await reviewFile()
      expect(
        basics.match(/^nodes\.basics\..*,reviewed,"M\. R\., enfermera",\d{4}-\d\d-\d\d,human,,,.*$/gm),
      ).toHaveLength(13)

      await follow(page, 'Siguiente:')
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
        '12 How it spreads – Si se extiende',
      )
      await press(page, 'Comentario')
      await focus(page, 'Comentario', 'textarea')
      await page.keyboard.type('Más corto.')
      await follow(page, 'Firmar todos los textos')
      expect(await focused(page)).toContain('Textos firmados: 11. Textos con notas nuevas: 1.')
      const both = await reviewFile()
      expect(both.split('\n').filter((row) => row.includes(',reviewed,'))).toHaveLength(24)
      expect(both).toContain('human,,Más corto.')
    })

    test.each(['/review', '/review/es', '/review/es/urgent'])(
      '%s has nothing that axe finds wrong, light, dark and in forced colours, and fits a small screen and large letters',
      async (path) => {
        const page = await openAt(demo, path, SMALL)
        expect(await axeViolations(page)).toEqual([])
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await axeViolations(page, 'colours')).toEqual([])
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
        expect(await axeViolations(page, 'colours')).toEqual([])
        expect(await overflow(page)).toBe(0)
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        expect(await overflow(page)).toBe(0)
        await page.emulateMedia({ media: 'print' })
        expect(await page.locator('main .groups a, main .words').first().isVisible()).toBe(true)
      },
    )

    test('leads an old address on to its text, and takes a comment along that was not saved', async () => {
      const page = await openAt(demo, '/review/es/urgent#part-sms-back')
      await page.waitForURL(/urgent\.\d#part-sms-back$/)
      expect(await page.locator('.text:target').count()).toBe(1)
      await page.locator('.text summary', { hasText: 'Comment' }).first().click()
      await page.locator('.text details textarea').first().fill('Más claro.')
      await page
        .getByRole('link', { name: /^Previous:/ })
        .first()
        .click()
      await page.getByRole('status').waitFor()
      expect(await reviewFile()).toContain('human,,Más claro.')
    })

    test('has buttons, links to topics and choices that a finger hits', async () => {
      const page = await openAt(demo, '/review/es/urgent', SMALL)
      const small = await page
        .locator('main :is(button, summary, .states label, nav a, .back a)')
        .evaluateAll(
          (all, least) =>
            all
              .filter((each) => each.getBoundingClientRect().height < least && each.checkVisibility())
              .map((each) => each.outerHTML),
          SMALLEST_TARGET,
        )
      expect(small).toEqual([])
    })

    test('works without scripts, and follows the Content-Security-Policy with them', async () => {
      const page = await openAt(demo, '/review/es/bone', { javaScriptEnabled: false })
      await page.getByLabel('Initials').fill('M. R.')
      await page.getByLabel('Role').fill('nurse')
      await page
        .getByRole('button', { name: /^Sign all texts/ })
        .first()
        .click()
      expect(await page.getByRole('status').innerText()).toContain('Texts signed: 14.')
      const errors: string[] = []
      const scripted = await openAt(demo, '/review')
      scripted.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      await scripted.goto(`${demo.server.address}/review/es/bone`)
      expect(errors).toEqual([])
    })
  })

  describe('in a language from right to left', () => {
    let demo: Demo
    beforeAll(async () => {
      demo = await startDemo(fixtureFiles)
    })
    afterAll(() => endDemo(demo))

    test.each(['/review', '/review/ar', '/review/ar/bone'])(
      '%s has nothing that axe finds wrong, and fits',
      async (path) => {
        const page = await openAt(demo, `${path}?language=ar`, SMALL)
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
        expect(await axeViolations(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
      },
    )

    test('the source, from left to right, stands on the right of the translation, and keys as on a telephone', async () => {
      const page = await openAt(demo, '/review/ar/bone?language=ar')
      const [source, translation] = [
        page.locator('.words[dir=ltr]').nth(2),
        page.locator('.words[dir=rtl]').nth(2),
      ]
      const [right, left] = [await source.boundingBox(), await translation.boundingBox()]
      expect(right?.y).toBe(left?.y)
      expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1)
      // The keys of a telephone are not turned round.
      await page.goto(`${demo.server.address}/phone?language=ar`)
      const [one, two] = [page.locator('#keypad [value="1"]'), page.locator('#keypad [value="2"]')]
      expect((await one.boundingBox())?.x).toBeLessThan((await two.boundingBox())?.x ?? 0)
    })
  })

  test('of a live line goes from topic to topic and comes back as a file', async () => {
    const page = await visit.open('/review/es/basics')
    await page.getByLabel('Initials').fill('M. R.')
    await page.getByLabel('Role').fill('nurse')
    await page
      .getByRole('button', { name: /^Sign all texts/ })
      .first()
      .click()
    await page
      .getByRole('button', { name: /^Next: 12/ })
      .first()
      .click()
    await page
      .getByRole('button', { name: /^Sign all texts/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'All topics of this language' }).click()
    expect(await page.getByRole('main').innerText()).toContain('24 of ')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download review.es.csv' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('review.es.csv')
    const text = await readFile(await download.path(), 'utf8')
    expect(text.split('\n').filter((row) => row.includes(',reviewed,"M. R., nurse",'))).toHaveLength(24)
  })
})

/** Presses Tab until the focus is on something of that name. */
async function focus(page: Page, name: string, selector = '*'): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      `document.activeElement.matches(${JSON.stringify(selector)}) && (document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel ?? document.activeElement.textContent).trim().replace(/\\s+/g, ' ').startsWith(${JSON.stringify(name)})`,
    )
    if (isThere) return
  }
  throw new Error(`Tab never came to "${name}".`)
}

async function press(page: Page, name: string, selector?: string): Promise<void> {
  await focus(page, name, selector)
  await page.keyboard.press('Enter')
}

/** The same of what leads to another page. */
async function follow(page: Page, name: string, selector?: string): Promise<void> {
  await focus(page, name, selector)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.innerText')
}
