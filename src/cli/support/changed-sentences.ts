/**
 * The sentences of a locale that differ between two states of its files: of topics, rules and warnings. A sentence that has
 * only moved to another part has not changed. A warning is compared once, not in each part that tells it.
 *
 * @example
 * changedSentences(before, now, 'en')
 * // [{ of: 'topic', name: 'bone', part: 'weak', channel: 'sms', was: [], now: ['Keep still.'] }]
 */
import { z } from 'zod'
import type { Files } from '../../authored/files.ts'
import { CHANNELS } from '../../lint/check.ts'
import { WARNING } from '../../locale/warnings.ts'

export interface SentenceChange {
  readonly of: 'topic' | 'rule' | 'warning'
  readonly name: string
  /** Empty for a rule and a warning. */
  readonly part: string
  readonly channel: 'voice' | 'sms'
  readonly was: readonly string[]
  readonly now: readonly string[]
}

type Unit = Pick<SentenceChange, 'of' | 'name' | 'channel'> & {
  readonly parts: Readonly<Record<string, string>>
}

const file = z.record(z.string(), z.unknown())
const topic = z.object({ voice: z.record(z.string(), z.string()), sms: z.record(z.string(), z.string()) })
const single = z.object({ voice: z.string(), sms: z.string() })

export function changedSentences(before: Files, now: Files, locale: string): readonly SentenceChange[] {
  const sentences = (words: string) => splitSentences(words, locale)
  const old = unitsOf(before, locale)
  const fresh = unitsOf(now, locale)
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)]
    const unit = is ?? was
    if (!unit) return []
    const { of, name, channel } = unit
    const [told, tells] = [was, is].map(
      (each) => new Set(Object.values(each?.parts ?? {}).flatMap(sentences)),
    )
    const parts = new Set([...Object.keys(is?.parts ?? {}), ...Object.keys(was?.parts ?? {})])
    return [...parts].flatMap((part): readonly SentenceChange[] => {
      const gone = sentences(was?.parts[part] ?? '').filter((each) => !tells?.has(each))
      const added = sentences(is?.parts[part] ?? '').filter((each) => !told?.has(each))
      return gone.length + added.length === 0 ? [] : [{ of, name, part, channel, was: gone, now: added }]
    })
  })
}

/** The parts of topics that tell a warning and nothing else, as `bone.now`: their facts are those of the warning. */
export function partsOfWarning(
  files: Files,
  locale: string,
  { name, channel }: Pick<SentenceChange, 'name' | 'channel'>,
): readonly { readonly topic: string; readonly part: string }[] {
  const only = new RegExp(`^\\{\\{\\s*warning\\.${name}\\s*\\}\\}$`)
  return [...unitsOf(files, locale).values()]
    .filter((unit) => unit.of === 'topic' && unit.channel === channel)
    .flatMap((unit) =>
      Object.entries(unit.parts)
        .filter(([, words]) => only.test(words.trim()))
        .map(([part]) => ({ topic: unit.name, part })),
    )
}

/** By `of`, name and channel, warnings and rules first. What cannot be read has no sentences: lints report it. */
function unitsOf(files: Files, locale: string): ReadonlyMap<string, Unit> {
  const folder = `locales/${locale}/`
  const dangers = (of: 'rule' | 'warning') => unitsIn(files[`${folder}${of}s.json`], of)
  const topics = Object.keys(files)
    .filter((name) => name.startsWith(folder) && !/\/(rules|warnings)\.json$/.test(name))
    .flatMap((name) => unitsIn(files[name], 'topic'))
  const units = [...dangers('warning'), ...dangers('rule'), ...topics]
  return new Map(units.map((unit) => [`${unit.of} ${unit.name} ${unit.channel}`, unit]))
}

function unitsIn(text: Files[string] | undefined, of: SentenceChange['of']): readonly Unit[] {
  return Object.entries(parse(text)).flatMap(([name, data]) => {
    const parts = of === 'topic' ? topic.safeParse(data).data : inOnePart(single.safeParse(data).data)
    return parts ? CHANNELS.map((channel) => ({ of, name, channel, parts: parts[channel] })) : []
  })
}

function inOnePart(texts: z.infer<typeof single> | undefined): z.infer<typeof topic> | undefined {
  return texts && { voice: { '': texts.voice }, sms: { '': texts.sms } }
}

function parse(text: Files[string] | undefined): z.infer<typeof file> {
  try {
    return file.safeParse(JSON.parse(String(text))).data ?? {}
  } catch {
    return {}
  }
}

function splitSentences(words: string, locale: string): readonly string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  // `|` is a breath; a warning is a sentence of its own.
  return words
    .replace(WARNING, '|$&|')
    .split('|')
    .flatMap((phrase) => [...segmenter.segment(phrase)].map(({ segment }) => segment.trim()))
    .filter(Boolean)
}
