/** A real Chromium on a real server that checks signatures and asks for a password; skipped where there is no Chromium. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { findChromium, launchChromium } from '../../src/cli/support/chromium.ts'
import { freePort } from './free-port.ts'
import { type NodeServer, startNodeServer } from './node-server.ts'

export const PASSWORD = 'a password of a test'

const VIEWPORT = { width: 1280, height: 720 }

/** A page may take as long on a slow machine. */
const PATIENCE_MS = 60_000

/** What the package itself gives as its source is not minified, and takes twice as long to load. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe that a theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

export interface VisitOptions extends BrowserContextOptions {
  /** Runs in the page before its own scripts. */
  readonly script?: string
}

export interface Visit {
  readonly server: NodeServer
  /** A page of a new visitor, at a path of the server or at a URL. It belongs to the test until that ends. */
  open(path: string, options?: VisitOptions): Promise<Page>
  /** A new page for several tests, still empty; closed with the browser. */
  share(options?: BrowserContextOptions): Promise<Page>
}

const chromium = findChromium(process.env.CHROMIUM_PATH)

/** Tests in a browser, over a server of their own. */
export function describeInBrowser(name: string, tests: (visit: Visit) => void): void {
  describe.skipIf(!chromium)(name, () => {
    let browser: Browser
    let server: NodeServer
    beforeAll(async () => {
      const port = await freePort()
      server = await startNodeServer({
        PORT: String(port),
        TWILIO_AUTH_TOKEN: '12345',
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        SECRET: 'sixteen characters or more',
        USAGE_PASSWORD: PASSWORD,
      })
      browser = await launchChromium(chromium as string)
    })
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })
    const newContext = async (options: BrowserContextOptions) => {
      const context = await browser.newContext({
        httpCredentials: { username: 'operator', password: PASSWORD },
        locale: 'en-US',
        // The contrast of a colour that is still changing cannot be measured.
        reducedMotion: 'reduce',
        ...options,
      })
      context.setDefaultTimeout(PATIENCE_MS)
      return context
    }
    // A process of Chromium for a new page takes longer than most tests, so a test is given a page of an earlier one.
    const free = new Map<string, Page[]>()
    const take = async (options: BrowserContextOptions) => {
      const kind = JSON.stringify(options)
      const pages = free.get(kind) ?? []
      free.set(kind, pages)
      const page = pages.pop() ?? (await (await newContext(options)).newPage())
      onTestFinished(async () => {
        await forget(page)
        pages.push(page)
      })
      return page
    }
    tests({
      get server() {
        return server
      },
      async open(path, { script, viewport, colorScheme = null, forcedColors = null, ...options } = {}) {
        const page = await take(options)
        await page.setViewportSize(viewport ?? VIEWPORT)
        await page.emulateMedia({ media: null, colorScheme, forcedColors })
        if (script) {
          const added = await page.addInitScript(script)
          onTestFinished(() => added.dispose())
        }
        await page.goto(new URL(path, server.address).href)
        return page
      },
      async share(options = {}) {
        return (await newContext(options)).newPage()
      },
    })
  })
}

/** Makes the page one of a new visitor: no cookie, no permission, no answer in the place of the server's, and the real time. No page stores anything else. */
async function forget(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.context().clearCookies()
  await page.context().clearPermissions()
  if (await page.evaluate<boolean>('Boolean(Date.isFake)')) {
    await page.clock.install()
    await page.clock.resume()
  }
}

/** What axe finds wrong, as `rule: element`; empty where nothing is. */
export async function axeViolations(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> {
  // Evaluated, not loaded as a script: the policy of the pages forbids that.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
    {
      ...(rules === 'colours' ? { runOnly: { type: 'rule' as const, values: COLOUR_RULES } } : {}),
      // It takes twice as long to describe what is right.
      resultTypes: ['violations' as const],
    },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** How far the page can be scrolled sideways, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
