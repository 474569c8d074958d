/**
 * Every document that the line sends, exactly, and the vendor's rule that makes it so. The rules are quoted from
 * docs/design/twilio.md.
 */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { positionAt } from '../../src/line/position.ts'
import type { Turn } from '../../src/line/turn.ts'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { createVoiceRenderer, renderVoice } from '../../src/voice/render.ts'
import { line } from './documents/document.ts'
import { apologyRows, endRows, textRows } from './documents/ends.ts'
import { gatherRows } from './documents/gather.ts'
import { sayRows } from './documents/say.ts'

const vendorRules = await readFile(new URL('../../docs/design/twilio.md', import.meta.url), 'utf8')

describe('a document that is kept', () => {
  const key = { kind: 'answer', seconds: 10, hints: [] } as const
  const turn: Turn = {
    prompts: [{ key: 'phrases:words', values: { words: 'Bones.' } }],
    expects: key,
    position: positionAt('main', 'en'),
    tallies: [],
  }

  test.each<[string, Partial<Turn>]>([
    ['says something else', { prompts: [{ key: 'phrases:words', values: { words: 'Lungs.' } }] }],
    ['expects something else', { expects: { ...key, seconds: 90 } }],
    ['is at another position', { position: positionAt('bone', 'en') }],
    ['is at another pace', { position: { ...turn.position, pace: 'slow' } }],
  ])('is not that of a turn that %s', (_name, change) => {
    const render = createVoiceRenderer(line, textsOf(line), '')
    const other = { ...turn, ...change }
    expect(render(turn)).toBe(renderVoice(line, textsOf(line), '', turn))
    expect(render(other)).toBe(renderVoice(line, textsOf(line), '', other))
    expect(render(other)).not.toBe(render(turn))
  })

  test('is that of a turn which only counts something else', () => {
    const render = createVoiceRenderer(line, textsOf(line), '')
    expect(render({ ...turn, tallies: [{ event: 'open', subject: 'bone' }] })).toBe(render(turn))
  })
})

describe.each([
  ['a turn that expects an answer', gatherRows],
  ['what a turn says', sayRows],
  ['a turn that expects no answer', endRows],
  ['an apology', apologyRows],
  ['a reply to a text', textRows],
])('%s', (_name, rows) => {
  test.each(rows)('$name', ({ rule, render, verbs }) => {
    const twiml = render()
    const response = verbs.length > 0 ? `<Response>${verbs.join('')}</Response>` : '<Response/>'
    expect(twiml).toBe(`<?xml version="1.0" encoding="UTF-8"?>${response}`)
    expect(() => readTwiml(twiml)).not.toThrow()
    expect(vendorRules).toContain(rule)
  })
})
