/**
 * Every fact has an id of its own, and names sources that exist and parts that tell it. In each language those parts hold the
 * key words of the fact: one that is only named is told to nobody.
 */

import { didYouMean } from '../authored/did-you-mean.ts'
import { withCause } from '../authored/issue.ts'
import { isOwn } from '../authored/own-path.ts'
import { PLAIN_SPELLING } from '../finder/spelling.ts'
import { normalise } from '../finder/tokens.ts'
import type { TopicNode } from '../flow/topic.ts'
import type { Draft } from '../line/draft.ts'
import { withWarnings } from '../locale/warnings.ts'
import {
  allParts,
  CHANNELS,
  type Check,
  type CompiledDraft,
  flowNodes,
  holdsKeyWord,
  nodeTexts,
} from './check.ts'

export const checkFacts: Check<Draft> = function* (draft) {
  const known = Object.keys(draft.flow.sources?.data ?? {})
  for (const { slug, node, issue } of flowNodes(draft)) {
    if (node.kind !== 'topic') continue
    const ids = new Set<string>()
    for (const list of ['facts', 'leftOut'] as const)
      for (const [index, { id, sources }] of (node[list] ?? []).entries()) {
        if (ids.has(id))
          yield issue('duplicate-fact', [list, index, 'id'], `"${slug}" has two facts "${id}". Rename one.`)
        ids.add(id)
        for (const source of sources)
          if (!known.includes(source))
            yield withCause(
              issue(
                'unknown-source',
                [list, index, 'sources'],
                `There is no source "${source}" in flows/sources.yaml. ${didYouMean(source, known, 'Add it, or correct its name.')}`,
              ),
              `source ${source}`,
            )
      }
    for (const { channel, part, path } of partsNamed(node)) {
      const names = allParts(node, channel)
      if (names.includes(part)) continue
      const message = `"${slug}" has no ${channel} part "${part}". Its parts are: ${names.join(', ')}.`
      yield withCause(issue('unknown-part', path, message), `part ${slug}.${part}`)
    }
  }
}

/** The parts that the facts of a topic and its helpline name. */
function partsNamed({ facts, helpline }: TopicNode) {
  const ofFacts = facts.flatMap((fact, index) =>
    CHANNELS.flatMap((channel) =>
      [fact[channel]].flat().map((part) => ({ channel, part, path: ['facts', index, channel] })),
    ),
  )
  const ofHelpline = helpline
    ? [{ channel: 'sms' as const, part: helpline.sms, path: ['helpline', 'sms'] }]
    : []
  return [...ofFacts, ...ofHelpline]
}

/** In each language, the parts that are named for a fact say it. What is wrong in a flow would be told here once more. */
export const checkFactsTold: Check<CompiledDraft> = function* ({ draft }) {
  for (const { locale, slug, text, issue } of nodeTexts(draft)) {
    const node = draft.flow.nodes[slug]?.data
    if (node?.kind !== 'topic') continue
    const warnings = draft.locales[locale]?.warnings.data ?? {}
    const known = node.facts.map(({ id }) => id)
    for (const id of Object.keys(text.facts ?? {}))
      if (!known.includes(id))
        yield issue(
          'extra-text',
          ['facts', id],
          `"${slug}" tells no fact "${id}". Remove its key words, or correct the id.`,
        )
    for (const fact of node.facts) {
      const keyWords = text.facts?.[fact.id]
      if (!keyWords) {
        yield issue(
          'no-key-words',
          ['facts'],
          `The fact "${fact.id}" of "${slug}" has no key words. Write those that the parts which tell it must hold.`,
        )
        continue
      }
      for (const channel of CHANNELS) {
        const told = partsOf(fact, channel).map((part) => text[channel][part] ?? '')
        const words = normalise(withWarnings(told.join(' '), warnings, channel), PLAIN_SPELLING)
        const missing = keyWords.filter((each) => !holdsKeyWord(words, each))
        if (missing.length === 0) continue
        const message = `The ${channel} parts of "${slug}" that tell the fact "${fact.id}" do not hold: ${missing.join(', ')}. Tell the fact, or correct its key words.`
        // An operator may leave a fact out in words of their own.
        const own = partsOf(fact, channel)
          .map((part) => issue('fact-not-told', [channel, part], message, 'warning'))
          .find(({ file }) => isOwn(file))
        yield own ?? issue('fact-not-told', ['facts', fact.id], message)
      }
    }
  }
}

function partsOf(fact: TopicNode['facts'][number], channel: (typeof CHANNELS)[number]): readonly string[] {
  return [fact[channel]].flat()
}
