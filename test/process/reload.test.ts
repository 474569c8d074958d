/** A line is changed while it is told: the words of its operator come by SIGHUP, and files with errors change nothing. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fixtureFiles } from '../support/fixture.ts'
import { startNodeServer } from '../support/node-server.ts'
import { copyProject } from '../support/project-copy.ts'
import { root } from '../support/root.ts'

const OUR_WORDS = 'Our own words about bones.'
/** A topic that one language has. */
const LODGING = [
  'nodes:',
  '  lodging:',
  '    { kind: topic, number: 88, parts: { voice: [where], sms: [where] },',
  '      facts: [{ id: free, note: some rooms are free, sources: [clinic], voice: where, sms: where }] }',
  '  body: { options: [{ key: 1, to: bone }, { key: 2, to: outlook }, { key: 3, to: lodging }] }',
].join('\n')
const LODGING_TEXTS = {
  ...{ label: 'rooms', title: 'Rooms', keywords: ['rooms'], facts: { free: ['free'] } },
  ...{ voice: { where: 'Some rooms are free.' }, sms: { where: 'Some rooms are free.' } },
}

test('the own folder is laid over the line, and laid anew by SIGHUP', async () => {
  const project = await smallProject()
  const own = join(project, 'our words')
  write(own, 'line.yaml', 'name: Harbor Line\ncore: [bone, outlook]\n')
  expect(compile(project, own).status).toBe(0)
  const server = await startNodeServer({ LINE_DIR: own }, [], project)
  onTestFinished(() => server.stop())
  expect(await (await fetch(`${server.address}/en`)).text()).toContain('Harbor Line')

  write(own, 'locales/en/words.json', JSON.stringify({ bone: { sms: { where: OUR_WORDS } } }))
  write(own, 'lodging.yaml', LODGING)
  write(own, 'locales/en/lodging.json', JSON.stringify({ lodging: LODGING_TEXTS }))
  server.signal('SIGHUP')
  await expect.poll(() => reply(server.address, 'bone')).toContain(OUR_WORDS)
  expect(server.output()).toMatch(/Learning \d: what people ask in \\"en\\"/)
  await expect
    .poll(() => server.output())
    .toMatch(/line\/lodging\.yaml:2:3 warning missing-text \(locale ht, node lodging\)/)

  write(own, 'line.yaml', 'name: "Harbor Line\n')
  server.signal('SIGHUP')
  await expect.poll(() => server.output()).toMatch(/was not reloaded/)
  expect(server.output()).toMatch(/line\/line\.yaml:\d+:\d+ syntax/)
  expect(await reply(server.address, 'bone')).toContain(OUR_WORDS)

  const again = compile(project, own, '--or-earlier')
  expect(again.status).toBe(0)
  expect(String(again.stderr)).toMatch(/THE FILES HAVE ERRORS\. The line of .* is told/)

  const useCompiler = (script: string) => write(project, 'dist/cli/compile.js', script)
  useCompiler("console.error('x:1:1 a stack'); process.kill(process.pid, 'SIGKILL')")
  server.signal('SIGHUP')
  await expect.poll(() => server.output()).toMatch(/"The compiler was ended by SIGKILL\./)

  // One that is under way ends with the server.
  const pidFile = join(project, 'compiler.pid')
  useCompiler(
    `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(pidFile)}, \`\${process.pid}\n\`); setInterval(() => {}, 1000)`,
  )
  server.signal('SIGHUP')
  await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8')).toMatch(/\n/)
  await server.end()
  await expect.poll(() => isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
})

test('the own prices are laid over those that are shipped', async () => {
  const project = await smallProject()
  const own = join(project, 'our words')
  const prices = join('prices', 'us.yaml')
  cpSync(join(root, 'flows', prices), join(project, 'flows', prices))
  write(own, 'line.yaml', 'name: Harbor Line\n')
  expect(compile(project, own).status).toBe(0)
  const cost = (price: string) => {
    write(own, prices, price)
    return run(project, own, 'cost')
  }
  expect(String(cost('number: 99\n').stdout)).toMatch(/^the number +99\.00 USD/m)
  expect(cost('number: 99\nnumbers: 3\n')).toMatchObject({ status: 1 })
  expect(String(cost('number: [\n').stderr)).toMatch(/^line\/prices\/us\.yaml:1:\d+ syntax/)
})

/** With the fixture line, which compiles in a moment. */
async function smallProject(): Promise<string> {
  const project = await copyProject(fixtureFiles)
  onTestFinished(() => rm(project, { recursive: true, force: true }))
  return project
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function compile(project: string, own: string, ...options: string[]) {
  return run(project, own, 'compile', '--quiet', ...options)
}

function run(project: string, own: string, command: string, ...options: string[]) {
  const words = [join(project, 'dist', 'cli', `${command}.js`), ...options]
  return spawnSync(process.execPath, words, { env: { PATH: process.env.PATH, LINE_DIR: own } })
}

/** Each time from another number: one is answered ten times at most. */
async function reply(address: string, words: string): Promise<string> {
  const form = {
    MessageSid: `SM${randomUUID()}`,
    From: `+1555557${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`,
    FromCountry: 'US',
    Body: words,
  }
  const response = await fetch(`${address}/sms`, { method: 'POST', body: new URLSearchParams(form) })
  return response.text()
}
