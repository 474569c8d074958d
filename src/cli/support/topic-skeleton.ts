/**
 * The files of a new topic in the operator's own folder, with every text still to be written: each empty one is an issue at its place, so
 * that nothing of it is told before it is whole.
 *
 * @example
 * topicSkeleton(draft, 'lymphedema', 'effects') // { ok: true, value: { number: 87, files: { 'line/lymphedema.yaml': '…', … } } }
 */

import { stringify } from 'yaml'
import { OWN_FOLDER } from '../../authored/own-path.ts'
import { mapValues } from '../../authored/records.ts'
import { type Result, refused } from '../../authored/result.ts'
import { slug as slugField } from '../../flow/fields.ts'
import { menuKeys } from '../../flow/menu-keys.ts'
import type { NodeOf } from '../../flow/node.ts'
import type { Draft } from '../../line/draft.ts'
import { MOST_OPTIONS } from '../../lint/menus.ts'
import { MOST_KEYS } from '../../lint/reach.ts'

interface TopicSkeleton {
  readonly number: number
  readonly files: Readonly<Record<string, string>>
}

const NUMBERS = Array.from({ length: 90 }, (_, index) => 10 + index)

const TEXTS = {
  label: '',
  title: '',
  keywords: [],
  phrases: [],
  voice: { what: '' },
  sms: { what: '' },
  facts: { 'first-fact': [] },
}

/** `menu` is where it is offered. */
export function topicSkeleton(
  draft: Draft,
  slug: string,
  menu: string | undefined,
): Result<TopicSkeleton, string> {
  const { nodes } = draft.flow
  const problem = slugField.safeParse(slug).error?.issues[0]?.message
  if (problem) return refused(`"${slug}" cannot be the name of a topic. ${problem}.`)
  if (Object.hasOwn(nodes, slug))
    return refused(
      `There is "${slug}" already, in ${nodes[slug]?.source.file}. Change its words in your own folder, or choose another name.`,
    )
  const menus = menusWithRoom(draft)
  const options = menus.get(menu ?? '')
  if (menu === undefined || !options)
    return refused(
      `${menu === undefined ? '' : noRoom(nodes[menu]?.data.kind, menu)}Say in which menu it is offered: \`npm run new-topic ${slug} -- --menu NAME\`. These have room: ${[...menus].map(([name, { length }]) => `${name} (${length})`).join(', ')}.`,
    )
  const taken = new Set(Object.values(nodes).map(({ data }) => ('number' in data ? data.number : undefined)))
  const number = NUMBERS.toReversed().find((each) => !taken.has(each))
  if (number === undefined) return refused('Every number from 10 to 99 has a topic. Leave one out first.')
  const topic = {
    kind: 'topic',
    number,
    parts: { voice: ['what'], sms: ['what'] },
    related: [],
    facts: [{ id: 'first-fact', note: '', sources: [], voice: 'what', sms: 'what' }],
  }
  const flow = stringify(
    { nodes: { [slug]: topic, [menu]: { options: [...options, { key: options.length + 1, to: slug }] } } },
    { indentSeq: false },
  )
  const texts = `${JSON.stringify({ [slug]: TEXTS }, null, 2)}\n`
  const locales = draft.flow.settings.data.locales.map(
    (locale) => [`${OWN_FOLDER}/locales/${locale}/${slug}.json`, texts] as const,
  )
  return {
    ok: true,
    value: { number, files: { [`${OWN_FOLDER}/${slug}.yaml`]: NOTE + flow, ...Object.fromEntries(locales) } },
  }
}

const NOTE = `# A topic of your own. flows/README.md explains each line; \`npm run lines\` lists what is still to be written.
# Name the sources of its facts in sources.yaml in this folder, as flows/sources.yaml does.
`

function noRoom(kind: string | undefined, menu: string): string {
  return kind === 'menu' ? `The menu "${menu}" is full, or too deep. ` : `There is no menu "${menu}". `
}

function menusWithRoom({ flow }: Draft): ReadonlyMap<string, NodeOf<'menu'>['options']> {
  const nodes = mapValues(flow.nodes, ({ data }) => data)
  const [main = ''] = Object.values(nodes).flatMap((node) => (node.kind === 'languages' ? [node.to] : []))
  const keys = menuKeys(nodes, main)
  return new Map(
    Object.entries(nodes).flatMap(([slug, node]) => {
      const depth = keys.get(slug)?.length
      const hasRoom =
        node.kind === 'menu' && depth !== undefined && depth < MOST_KEYS && node.options.length < MOST_OPTIONS
      return hasRoom ? [[slug, node.options] as const] : []
    }),
  )
}
