/**
 * Finds and starts the Chromium or Chrome of this machine: it prints the card, and the tests of the pages run in it.
 *
 * @example
 * findChromium(process.env.CHROMIUM_PATH) // '/usr/bin/chromium'
 */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The sentence for an operator who has no browser. */
export const NO_CHROMIUM =
  'No Chromium was found. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to your browser.'

/** The first that exists of `named` and the usual paths. */
export function findChromium(named: string | undefined): string | null {
  return [...(named ? [named] : []), ...USUAL_PATHS].find((path) => existsSync(path)) ?? null
}

/** Playwright takes more than a second to load, so it loads only here. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  // Chromium's sandbox does not run as root, which most containers use; the pages are the project's own.
  return chromium.launch({ executablePath, chromiumSandbox: false })
}
