/** A real Chromium on a real server that checks signatures and asks for a password; skipped where there is no Chromium. */
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { findChromium, launchChromium } from '../../src/cli/support/chromium.ts'
import { freePort } from './free-port.ts'
import { type NodeServer, startNodeServer } from './node-server.ts'

export const PASSWORD = 'a password of a test'

/** A page may take as long on a slow machine. */
const PATIENCE_MS = 60_000

/** The rules of axe that a theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

export interface Visit {
  readonly server: NodeServer
  /** A new page of a new visitor, at a path; closed with its test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
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
    tests({
      get server() {
        return server
      },
      async open(path, options = {}) {
        const context = await newContext(options)
        onTestFinished(() => context.close())
        const page = await context.newPage()
        await page.goto(server.address + path)
        return page
      },
      async share(options = {}) {
        return (await newContext(options)).newPage()
      },
    })
  })
}

/** What axe finds wrong, as `rule: element`; empty where nothing is. */
export async function axeViolations(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> {
  // Evaluated, not loaded as a script: the policy of the pages forbids that.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source)
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
