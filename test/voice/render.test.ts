/**
 * Every document that the line sends, exactly, and the vendor's rule that makes it so. The rules are quoted from
 * docs/design/twilio.md.
 */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { apologyRows, endRows, textRows } from './documents/ends.ts'
import { gatherRows } from './documents/gather.ts'
import { sayRows } from './documents/say.ts'

const vendorRules = await readFile(new URL('../../docs/design/twilio.md', import.meta.url), 'utf8')

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
