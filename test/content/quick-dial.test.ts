/** On the real line, a number with pauses leads where its card says. */
import { expect, test } from 'vitest'
import { type Line, textsOf } from '../../src/line/line.ts'
import { themesOf } from '../../src/line/themes.ts'
import { placeCall } from '../../src/simulator/caller.ts'
import { postBy } from '../../src/simulator/transport.ts'
import { quickDial } from '../../src/voice/quick-dial.ts'
import { createDemoApp } from '../../src/web/demo.ts'
import { line, locales } from '../support/line.ts'

const NUMBER = '+15555550100'
const alone = (locale: string): Line => ({
  ...line,
  settings: { ...line.settings, numbers: [{ number: NUMBER, locales: [locale] }] },
})

test.each(
  locales.flatMap((locale) => [
    { locale, name: 'a line of several languages', on: line },
    { locale, name: 'a number of one language', on: alone(locale) },
  ]),
)('every topic in $locale, on $name', async ({ locale, on }) => {
  const texts = textsOf(on)
  const post = postBy(createDemoApp(on).request)
  for (const { slug, number } of themesOf(line, locale).flatMap((theme) => theme.topics)) {
    const dialled = quickDial(on, texts, NUMBER, locale, number)
    expect(dialled).toMatch(/^\+15555550100(,+\d+)+$/)
    const caller = await placeCall(post, { From: '+15555550111', To: NUMBER })
    for (const keys of dialled.split(/,+/).slice(1)) await caller.press(keys)
    const action = caller.state.kind === 'listening' ? caller.state.action : ''
    expect(action).toMatch(new RegExp(`^/voice/\\d+/${locale}/.*/(${slug}|${on.guards[slug] ?? slug})$`))
  }
})
