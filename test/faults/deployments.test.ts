/** Content that changes under a call: an old and a new line side by side, and a locale file that is broken. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TopicNode } from '../../src/flow/topic.ts'
import type { CompiledLine, LocaleData } from '../../src/line/line.ts'
import type { SpokenNode } from '../../src/locale/texts.ts'
import { placeCall } from '../../src/simulator/caller.ts'
import { root } from '../support/root.ts'
import { countIn, record } from './fault.ts'
import { createPeople, somebody, wordsOf } from './people.ts'
import { folder, type Server, serve } from './server.ts'

/** A server's folder of its own. */
function install(...names: readonly string[]): string {
  const made = folder()
  for (const name of ['dist', 'drizzle', 'package.json', ...names])
    cpSync(join(root, name), join(made, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'))
  return made
}

const LINE = join('dist', 'line.json')

/** The line as it was before a topic (19), a part of the bones and a language (French, on key 3) were taken out. */
function oldLine(line: CompiledLine): CompiledLine {
  const bone = line.nodes.bone as TopicNode
  const { en, es } = line.locales as Readonly<Record<'en' | 'es', LocaleData>>
  const older = (data: LocaleData): LocaleData => {
    const { nodes } = data.resources
    const words = nodes.bone as SpokenNode
    const bone = { ...words, voice: { ...words.voice, older: 'Esto ya no se dice.' } }
    return { ...data, resources: { ...data.resources, nodes: { ...nodes, bone, oldbone: bone } } }
  }
  const parts = { ...bone.parts, voice: [...bone.parts.voice, 'older'] }
  return {
    ...line,
    settings: { ...line.settings, locales: [...line.settings.locales, 'fr'] },
    nodes: { ...line.nodes, bone: { ...bone, parts }, oldbone: { ...bone, parts, number: 19 } },
    locales: { en: older(en), es: older(es), fr: older(es) },
    lexicon: { ...line.lexicon, numbers: { ...line.lexicon.numbers, 19: 'oldbone' } },
  }
}

test('an old and a new line, side by side', async ({ task }) => {
  const database = `file:${join(folder(), 'plainline.db')}`
  const place = install()
  const line = JSON.parse(readFileSync(join(place, LINE), 'utf8')) as CompiledLine
  writeFileSync(join(place, LINE), JSON.stringify(oldLine(line)))
  const [before, after] = [await serve(database, { root: place }), await serve(database)]
  let current: Server
  const people = createPeople((...request) => current.post(...request))

  /** What a caller hears who pressed these keys at the old line, and then one at the new. */
  const cross = async (keys: readonly string[], key: string) => {
    current = before
    const caller = await placeCall(people.post, somebody())
    for (const pressed of keys) await caller.press(pressed)
    current = after
    await caller.press(key)
    return wordsOf(caller)
  }
  const [part, topic, language] = [
    await cross(['2', '7', '2', '1', '#', '#', '#', '#', '#'], '8'),
    await cross(['2', '7', '1', '9'], '8'),
    await cross(['3', '2'], '8'),
  ]
  expect(part).toMatch(/^Huesos, parte 5|^Los huesos guardan calcio/)
  expect(topic).toMatch(/^Marque los dos dígitos del tema/)
  expect(language).toMatch(/^Head, spine, skin/)
  await people.ask(5)
  current = before
  await people.ask(5)
  expect(await Promise.all([before.end(), after.end()])).toEqual([0, 0])
  record(
    task,
    'Two deployments at once during a call: a part, a topic and a language are gone',
    people,
    await countIn(database),
    {
      heard:
        'the last part that is left; the place they came from, in their language; the place they were at, in the first language',
    },
  )
})

test('a locale file that is broken', async ({ task }) => {
  const database = `file:${join(folder(), 'plainline.db')}`
  const place = install('flows', 'locales', 'src', 'tools', 'build.mjs', 'tsconfig.json')
  const running = await serve(database, { root: place })
  const people = createPeople(running.post)
  await people.ask(5)
  const file = join(place, 'locales', 'es', 'symptoms.json')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20))
  const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: place, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/locales\/es\/symptoms\.json:\d+/)
  await people.ask(5)
  expect(await running.end()).toBe(0)
  const again = await serve(database, { root: place })
  const others = createPeople(again.post)
  await others.ask(5)
  expect(await again.end()).toBe(0)
  const asked = people.asked + others.asked
  const slowest = Math.max(people.slowest, others.slowest)
  record(
    task,
    'A locale file is broken: the build refuses it with its line, and the server, also when started again, tells what was built before',
    { asked, slowest },
    await countIn(database),
  )
})
