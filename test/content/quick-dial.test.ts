/** A number with pauses leads where its card says, on the real line. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { textsOf } from '../../src/line/line.ts'
import { themesOf } from '../../src/line/themes.ts'
import { placeCall } from '../../src/simulator/caller.ts'
import { postBy } from '../../src/simulator/transport.ts'
import { quickDial } from '../../src/voice/quick-dial.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { line, locales } from '../support/line.ts'

const NUMBER = '+15555550100'
const oneLanguage: Line = {
  ...line,
  settings: { ...line.settings, numbers: [{ number: NUMBER, locales: ['es'] }] },
}
const topics = themesOf(line).flatMap(({ topics }) => topics)

describe.each([
  ['a line of several languages', line, locales],
  ['a number of one language', oneLanguage, ['es']],
] as const)('on %s', (_name, each, offered) => {
  test.each(offered.flatMap((locale) => topics.map((topic) => ({ ...topic, locale }))))(
    '$number in $locale leads to $slug',
    async ({ slug, number, locale }) => {
      const dialled = quickDial(each, textsOf(each), NUMBER, locale, number)
      expect(dialled).toMatch(/^\+15555550100(,+\d+)+$/)
      const caller = await placeCall(postBy(createDemoApp(each).request), {
        From: '+15555550111',
        To: NUMBER,
      })
      for (const keys of dialled.split(/,+/).slice(1)) await caller.press(keys)
      expect(caller.state).toMatchObject({ kind: 'listening' })
      const [, at] = /\/voice\/\d+\/(.*)/.exec(caller.state.kind === 'ended' ? '' : caller.state.action) ?? []
      const place = at?.split('/').at(-1)?.replace(/-\d+$/, '') ?? ''
      expect([slug, each.guards[slug]]).toContain(place)
      expect(at).toMatch(new RegExp(`^${locale}/`))
    },
  )
})

test('waits while the emergency sentence is said, which no key ends', () => {
  const dialled = quickDial(line, textsOf(line), NUMBER, 'en', 21)
  const [, beforeSeven = ''] = /(,+)7/.exec(dialled) ?? []
  expect(beforeSeven.length).toBeGreaterThanOrEqual(3)
})
