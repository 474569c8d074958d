/** Every golden transcript, played again: what callers hear and read has not changed unnoticed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { play, readTranscript } from '../src/simulator/transcript.ts'
import { postBy } from '../src/simulator/transport.ts'
import { countSegments } from '../src/sms/segments.ts'
import { createDemoApp } from '../src/web/demo.ts'
import { line, locales, slugs } from './support/line.ts'
import { root } from './support/root.ts'

/** A Saturday night, when nobody of the line's own people can be called. */
const post = postBy(createDemoApp(line, new Date('2026-11-22T03:00:00Z')).request)
/** Keys 7 and 9 have no counterpart in a text, where digits and languages are read wherever they are sent. */
const VOICE_ONLY = ['number', 'ways']
const recorded = ['calls', 'texts'].flatMap((folder) =>
  readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)

describe('golden transcripts', () => {
  test.each(recorded)('%s', async (name) => {
    const file = join(root, 'test', name)
    const script = await play(post, readTranscript(readFileSync(file, 'utf8')), countSegments)
    await expect(script).toMatchFileSnapshot(file)
  })

  test.each(locales)('there is one for every node in %s, by phone and by text', (locale) => {
    const missing = slugs.flatMap((slug) =>
      ['calls', 'texts']
        .map((folder) => `${folder}/${locale}/${slug}.txt`)
        .filter((name) => !VOICE_ONLY.some((only) => name === `texts/${locale}/${only}.txt`))
        .filter((name) => !recorded.includes(name)),
    )
    expect(missing).toEqual([])
  })
})
