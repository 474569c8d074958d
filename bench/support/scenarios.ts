/** What people do: press a key that leads to a menu, or to a topic; text a word, or a sentence with slips. */
import { readFileSync } from 'node:fs'
import type { Request } from 'autocannon'
import type { FlowNode } from '../../src/flow/node.ts'
import type { CompiledLine } from '../../src/line/line.ts'
import { keyPressed, texted } from './requests.ts'

export const SCENARIOS = ['voice-menu', 'voice-topic', 'text-word', 'text-sentence'] as const

export type Scenario = (typeof SCENARIOS)[number]

/** The request of person `number`; `path` is that of a peer, instead of the line's own. */
export type RequestOf = (number: number, path?: string) => Request

interface Step {
  /** The address of the menu, after `/voice/`. */
  readonly at: string
  readonly key: string
  readonly to: string
}

/** Sentences as people type them, from the open benchmark of the finder. */
const sentences = ['en', 'second.en', 'es'].flatMap((name) =>
  readFileSync(`test/finding/${name}.tsv`, 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t')[0] ?? '')
    .filter((text) => text.includes(' ')),
)

export function readLine(): CompiledLine {
  return JSON.parse(readFileSync('dist/line.json', 'utf8'))
}

/** By scenario, its requests, no two from the same person. */
export function scenariosOf(line: CompiledLine): Readonly<Record<Scenario, RequestOf>> {
  const steps = stepsOf(line)
  const words = Object.values(line.locales).flatMap(({ resources }) =>
    Object.entries(resources.nodes).flatMap(([slug, { word }]) =>
      line.nodes[slug]?.kind === 'topic' && word ? [word.toUpperCase()] : [],
    ),
  )
  const press = (kind: FlowNode['kind']): RequestOf => {
    const some = steps.filter((step) => line.nodes[step.to]?.kind === kind)
    return (number, path) => {
      const { at, key } = oneOf(some, number)
      return keyPressed(path ?? `/voice/${at}`, key, number)
    }
  }
  const text = (some: readonly string[]): RequestOf => {
    return (number, path) => texted(path ?? '/sms', oneOf(some, number), number)
  }
  return {
    'voice-menu': press('menu'),
    'voice-topic': press('topic'),
    'text-word': text(words),
    'text-sentence': text(sentences),
  }
}

/** Every option of every menu in every language. */
function stepsOf({ nodes, main, locales }: CompiledLine): readonly Step[] {
  const steps: Step[] = []
  const visit = (slug: string, trail: readonly string[]) => {
    const menu = nodes[slug]
    if (menu?.kind !== 'menu') return
    for (const { key, to } of menu.options) {
      for (const locale of Object.keys(locales))
        steps.push({
          at: [trail.length + 1, locale, 'normal', ...trail, slug].join('/'),
          key: String(key),
          to,
        })
      if (!trail.includes(to)) visit(to, [...trail, slug])
    }
  }
  visit(main, [])
  return steps
}

function oneOf<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('A scenario has nothing to send.')
  return item
}
