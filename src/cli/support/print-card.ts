/**
 * The card as a PDF, printed by a headless Chromium from the page that the line serves; no server and no network.
 *
 * @example
 * await writeFile('card.es.pdf', await printCard(browser, app, 'es', 'a4'))
 */
import type { Browser, Page } from 'playwright-core'

interface App {
  request(path: string): Response | Promise<Response>
}

/** Chromium must believe in some address; every request for it is answered by the app. */
const ADDRESS = 'http://line.invalid'

export async function printCard(browser: Browser, app: App, locale: string, paper: string): Promise<Buffer> {
  const page = await browser.newPage()
  try {
    await servePages(page, app)
    await page.goto(`${ADDRESS}/${locale}/card?paper=${paper}`)
    return await page.pdf({ preferCSSPageSize: true, tagged: true })
  } finally {
    await page.close()
  }
}

async function servePages(page: Page, app: App): Promise<void> {
  await page.route(`${ADDRESS}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    const response = await app.request(pathname + search)
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
}
