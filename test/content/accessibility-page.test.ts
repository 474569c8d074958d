/** docs/accessibility.md names a test for each need of W3C COGA: each of them is there, under that name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/root.ts'

const page = readFileSync(join(root, 'docs/accessibility.md'), 'utf8')
/** `| 15 | the need | what shows it |` */
const rows = [...page.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(([, need = '', shown = '']) => ({
  need,
  shown,
}))

test('it has all 24 needs', () => {
  expect(rows.map(({ need }) => Number(need))).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
})

test.each(rows)('need $need is shown by tests that are there, or has a reason', ({ shown }) => {
  const files = [...shown.matchAll(/`([\w/*-]+(?:\.[\w-]+)*\.(?:ts|txt))`/g)].flatMap(([, path = '']) => {
    const found = path.includes('*') ? ['en', 'es'].map((locale) => path.replace('*', locale)) : [path]
    return found.map((file) => readFileSync(join(root, 'test', file), 'utf8'))
  })
  expect(files.length > 0 || shown.includes('a reason:')).toBe(true)
  const names = [...shown.matchAll(/"([^"]+)"/g)].flatMap(([, name = '']) => name.split('…'))
  for (const name of names) if (files.length > 0) expect(files.join('\n')).toContain(name.trim())
})
