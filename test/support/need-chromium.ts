/** Without Chromium the tests in a browser are skipped, with a sentence that says so; continuous integration fails. */
import { findChromium, NO_CHROMIUM } from '../../src/cli/support/chromium.ts'

export function setup(): void {
  if (findChromium(process.env.CHROMIUM_PATH)) return
  if (process.env.CI) throw new Error(NO_CHROMIUM)
  process.stderr.write(`The tests in a browser are skipped. ${NO_CHROMIUM}\n`)
}
