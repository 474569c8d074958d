/**
 * Prints the card's page as a PDF in a headless Chromium. The app answers the browser's requests, without a server or a network.
 *
 * @example
 * await writeFile('card.es.pdf', await printCard(browser, app, 'es', 'a4'))
 */
import type { Browser } from 'playwright-core'

interface App {
  request(path: string): Response | Promise<Response>
}

/** An origin for the page's URLs; RFC 6761 keeps `.invalid` out of the DNS. */
const ORIGIN = 'http://line.invalid'

export async function printCard(browser: Browser, app: App, locale: string, paper: string): Promise<Buffer> {
  const page = await browser.newPage()
  try {
    await page.route(`${ORIGIN}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url())
      const response = await app.request(pathname + search)
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      })
    })
    await page.goto(`${ORIGIN}/${locale}/card?paper=${paper}`)
    return await page.pdf({ preferCSSPageSize: true, tagged: true })
  } finally {
    await page.close()
  }
}
