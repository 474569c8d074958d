/** The phone in the terminal, used through its standard input as a person uses it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../support/root.ts'

function phone(options: readonly string[], typed: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'phone.js'), ...options])
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  child.stdin.end(typed)
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, output })))
}

test('a call by keys, words and silence', async () => {
  const { code, output } = await phone([], '1\nbones\n\nbye\n')
  expect(code).toBe(0)
  expect(output).toMatch(/English, press 1\.[\s\S]*Urgent signs[\s\S]*ribs, the spine/)
})

test('texts in Spanish from another country, saved as a transcript', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'huesos.txt')
  const { output } = await phone(
    ['--text', '--locale', 'es', '--country', 'MX', '--save', join(folder, 'huesos')],
    'hueso\nbye\n',
  )
  expect(output).toContain('Huesos')
  expect(readFileSync(file, 'utf8')).toMatch(
    /^TEXTS from MX, to \+15555550100\n\nTexter {3}español\n[\s\S]*Texter {3}hueso\n/,
  )
})

test('a language that the line does not have', async () => {
  const { code, output } = await phone(['--locale', 'xx'], '')
  expect(code).toBe(1)
  expect(output).toBe('There is no locale "xx". This line has: en, es.\n')
})
