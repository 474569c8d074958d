/** Every golden script, played again: what callers hear and read has not changed unnoticed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playRules } from '../src/cli/support/play-rules.ts'
import { menuKeys } from '../src/flow/menu-keys.ts'
import type { NodeKind } from '../src/flow/node.ts'
import { isOffered, nodesOffered } from '../src/line/offered.ts'
import { isSpoken } from '../src/line/place.ts'
import { replay } from '../src/simulator/transcript.ts'
import { createDemoApp } from '../src/web/demo.ts'
import { line, locales } from './support/line.ts'
import { root } from './support/root.ts'

/** A Saturday night, when nobody of the line's own people can be called. */
const NIGHT = new Date('2026-11-22T03:00:00Z')
/** Keys 7 and 9 have no counterpart in a text, where digits and languages are read wherever they are sent. */
const VOICE_ONLY = [line.number, line.ways]

const scripts = ['calls', 'texts'].flatMap((folder) =>
  readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)

/** By phone, the languages that have a voice. */
const localesOf = (channel: 'voice' | 'sms') =>
  channel === 'sms' ? locales : locales.filter((locale) => isSpoken(line, locale))

/** What was counted while the scripts were played, such as `voice es finish bone`. */
const counted = new Set<string>()
const app = createDemoApp(line, NIGHT, [], (channel, locale, tallies) => {
  for (const { event, subject } of tallies) {
    counted.add(`${channel} ${locale} ${event}`)
    counted.add(`${channel} ${locale} ${event} ${subject}`)
  }
})
const rules = playRules(line, app.request)
/** Each script is played once, by the first test that asks for it. */
const played = new Map<string, Promise<string>>()
function playAgain(name: string): Promise<string> {
  const script = played.get(name) ?? replay(readFileSync(join(root, 'test', name), 'utf8'), rules)
  played.set(name, script)
  return script
}

describe('golden scripts', () => {
  test.each(scripts)('%s', async (name) => {
    await expect(await playAgain(name)).toMatchFileSnapshot(join(root, 'test', name))
  })

  test.each(
    (['voice', 'sms'] as const).flatMap((channel) =>
      localesOf(channel).map((locale) => [locale, channel] as const),
    ),
  )('go through every node in %s by %s, and every topic to its end', async (locale, channel) => {
    for (const name of scripts) await playAgain(name)
    const offered = nodesOffered(line, locale)
    const inMenus = menuKeys(offered, line.main)
    const missing = Object.entries(offered)
      .filter(([slug, { kind }]) => inMenus.has(slug) || isOwnKind(kind, slug, locale))
      .filter(([slug]) => channel === 'voice' || !VOICE_ONLY.includes(slug))
      .filter(([slug, { kind }]) => !counted.has(`${channel} ${locale} ${eventAt(slug, kind)}`))
      .map(([slug]) => slug)
    expect(missing).toEqual([])
  })

  test.each(['calls', 'texts'])('%s are the same in every language that has all topics', (folder) => {
    const names = (locale: string) =>
      scripts
        .filter((name) => name.startsWith(`${folder}/${locale}/`))
        .map((name) => name.slice(`${folder}/${locale}/`.length))
        .sort()
    const slugs = Object.keys(line.nodes)
    const whole = localesOf(folder === 'calls' ? 'voice' : 'sms').filter((locale) =>
      slugs.every((slug) => isOffered(line, locale, slug)),
    )
    for (const locale of whole) expect(names(locale), locale).toEqual(names(whole[0] ?? ''))
  })
})

/** Kinds that no menu leads to: consents of the topics that the language has, and what keys and words open. */
function isOwnKind(kind: NodeKind, slug: string, locale: string): boolean {
  return kind === 'consent' ? isOffered(line, locale, slug) : kind !== 'menu' && kind !== 'topic'
}

/** What is counted where somebody was at a node: a topic at its end, and some kinds without their slug. */
function eventAt(slug: string, kind: NodeKind): string {
  switch (kind) {
    case 'topic':
      return `finish ${slug}`
    case 'handoff':
      return 'handoff'
    case 'guess':
      return 'guess'
    case 'languages':
      return 'language'
    default:
      return `open ${slug}`
  }
}
