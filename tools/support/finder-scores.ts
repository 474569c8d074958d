/**
 * How well words find their topic, on lines of `text<TAB>locale<TAB>expected` (test/finding/README.md).
 *
 * @example
 * scoreFinding(line, readFinding(tsv)) // { topics: 264, first: 0.91, offered: 0.98, crisis: … }
 */
import { find } from '../../src/finder/find.ts'
import type { Line } from '../../src/line/line.ts'

export interface FindingLine {
  readonly text: string
  readonly locale: string
  /** Topics that are right, or `crisis`, `emergency`, `stop`, `none`, best first. */
  readonly expected: readonly string[]
}

const OTHER = ['crisis', 'emergency', 'stop', 'none']

export function readFinding(tsv: string): readonly FindingLine[] {
  return tsv
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((row) => {
      const [text = '', locale = '', expected = ''] = row.split('\t')
      return { text, locale, expected: expected.split(',') }
    })
}

export function scoreFinding(line: Line, lines: readonly FindingLine[]) {
  const read = lines.map((each) => understand(line, each))
  const of = (kind: string) => read.filter(({ expected }) => expected[0] === kind)
  const not = (kind: string) => read.filter(({ expected }) => expected[0] !== kind)
  const topical = read.filter(({ expected }) => !OTHER.includes(expected[0] as string))
  const right = ({ expected, offered }: (typeof read)[number]) =>
    offered.some((node) => expected.includes(node))
  return {
    /** Lines that ask for a topic; of these, where a right topic was told at once, came first, and was offered at all. */
    topics: topical.length,
    toldAtOnce: share(topical, (each) => each.offered.length === 1 && right(each)),
    topRanked: share(topical, ({ expected, offered }) => expected.includes(offered[0] ?? '')),
    offered: share(topical, right),
    /** Cries of self-harm; of these, where the crisis answer comes first, and where the answer names the crisis line. */
    crisis: of('crisis').length,
    crisisFirst: share(of('crisis'), cameFirst),
    crisisNamed: share(of('crisis'), wasNamed),
    emergency: of('emergency').length,
    emergencyRecall: share(of('emergency'), ({ alarm }) => alarm !== undefined),
    /** Of all other lines, those that raised a false alarm, by kind. */
    crisisFirstFalse: share(not('crisis'), cameFirst),
    crisisNamedFalse: share(not('crisis'), wasNamed),
    emergencyFalse: share(
      not('emergency'),
      ({ alarm, expected }) =>
        alarm === 'emergency' && expected[0] !== 'crisis' && !expected.includes('urgent'),
    ),
    stop: of('stop').length,
    stopRecall: share(of('stop'), ({ stop }) => stop),
    stopFalse: share(not('stop'), ({ stop }) => stop),
    /** Lines about something else; of these, those that were not taken for a topic. */
    none: of('none').length,
    noneKept: share(of('none'), ({ offered }) => offered.length === 0),
    misses: read
      .filter((each) => isMiss(each, right(each)))
      .map(
        ({ text, expected, offered, alarm, despair, stop }) =>
          `${text} => ${[alarm, despair ? 'despair' : '', stop ? 'stop' : '', ...offered].filter(Boolean).join(',')} (want ${expected.join(',')})`,
      ),
  }
}

interface Understood extends FindingLine {
  readonly offered: readonly string[]
  readonly alarm: string | undefined
  readonly despair: boolean
  readonly stop: boolean
}

/** A person is what CALL tells of; a digit leads to its topic. */
export function understand(line: Line, asked: FindingLine): Understood {
  const { found, heard, despair = false } = find(line.finder, asked.text, asked.locale)
  const stop = found.kind === 'stop' || found.kind === 'carrier'
  const offered =
    found.kind === 'node'
      ? [found.to]
      : found.kind === 'guesses'
        ? found.nodes
        : found.kind === 'digits'
          ? [line.finder.numbers.get(found.digits) ?? '']
          : found.kind === 'command' && found.to === 'person'
            ? [line.helplines]
            : []
  return { ...asked, offered, alarm: heard?.alarm, despair, stop }
}

/** Whether the crisis answer comes before anything else. */
export function cameFirst({ alarm }: Understood): boolean {
  return alarm === 'crisis'
}

/** Whether the answer names the crisis line at all. */
export function wasNamed({ alarm, despair }: Understood): boolean {
  return alarm === 'crisis' || despair
}

function isMiss(read: Understood, right: boolean): boolean {
  const { expected, offered, alarm, stop } = read
  switch (expected[0]) {
    case 'crisis':
      return !wasNamed(read)
    case 'emergency':
      return alarm === undefined
    case 'stop':
      return !stop
    case 'none':
      return offered.length > 0 || alarm !== undefined || read.despair
    default:
      return !right || offered.length > 1 || wasNamed(read) || stop
  }
}

/** The share of the items that pass; 1 of none. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  return items.length === 0 ? 1 : items.filter(passes).length / items.length
}
