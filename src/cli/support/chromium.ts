/**
 * The browser of this machine that prints pages, and that the pages are tested in: Chromium or Chrome.
 *
 * @example
 * findChromium(process.env.CHROMIUM_PATH) // '/usr/bin/chromium'
 */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** What to tell whoever has none. */
export const NO_CHROMIUM =
  'No Chromium was found. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to your browser.'

/** `named` goes before the usual places; null where there is none. */
export function findChromium(named: string | undefined): string | null {
  return [...(named ? [named] : []), ...USUAL_PLACES].find((path) => existsSync(path)) ?? null
}

export function launchChromium(executablePath: string): Promise<Browser> {
  // Root, as in most containers, has no sandbox; the pages are our own.
  return chromium.launch({ executablePath, chromiumSandbox: false })
}
