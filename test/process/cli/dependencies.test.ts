/** `npm ci --omit=dev` installs every package that the server and the commands load (docs/operations.md). */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../support/root.ts'

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The packages that a file of dist/ imports: those that the build leaves out of its bundles. */
function packagesIn(file: string): readonly string[] {
  const code = readFileSync(join(root, 'dist', file), 'utf8')
  return [...code.matchAll(/(?:^import .*from |^import |\bimport\()"([^"./][^"]*)"/gm)].flatMap(
    ([, name = '']) => (name.startsWith('node:') || builtinModules.includes(name) ? [] : packageOf(name)),
  )
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

test('no bundle imports a package of development', () => {
  const bundles = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !file.startsWith('worker') && !file.startsWith('tools'),
  )
  const imported = new Set(bundles.flatMap(packagesIn))
  expect([...imported]).toContain('playwright-core')
  expect([...imported].filter((name) => !dependencies[name])).toEqual([])
})
