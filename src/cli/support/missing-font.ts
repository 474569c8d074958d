/**
 * The first letter of a text that no font of this machine has, by fontconfig's `fc-list`; null where each has one, and where
 * there is no `fc-list` to ask, as on a Mac, which has fonts of all scripts.
 *
 * @example
 * await letterWithoutFont('卡片') // '卡': a PDF would show boxes in its place
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export async function letterWithoutFont(text: string): Promise<string | null> {
  for (const letter of new Set(text.match(/\p{L}/gu))) {
    const codePoint = (letter.codePointAt(0) ?? 0).toString(16)
    const fonts = await run('fc-list', [`:charset=${codePoint}`, 'family']).catch(() => null)
    if (fonts === null) return null
    if (fonts.stdout.trim() === '') return letter
  }
  return null
}
