/** A word leads to one place only, is never a carrier's, and every topic has one in every locale. */

import { distance } from 'fastest-levenshtein'
import type { Issue } from '../../authored/issue.ts'
import type { Path, Source } from '../../authored/source.ts'
import { CARRIER_WORDS } from '../../finder/carrier-words.ts'
import { normalise } from '../../finder/tokens.ts'
import { type Check, type Draft, issueAt } from './draft.ts'

interface Word {
  readonly word: string
  readonly owner: string
  readonly source: Source
  readonly path: Path
  readonly locale: string
  /** It is shown as a word to text, so a slip of the thumb must not make a carrier's word of it. */
  readonly printed: boolean
}

export const checkKeywords: Check = (draft) => {
  const issues: Issue[] = []
  const owners = new Map<string, Word>()
  for (const entry of wordsOf(draft)) {
    const about = { locale: entry.locale, node: entry.owner }
    const key = normalise(entry.word)
    const first = owners.get(key)
    if (CARRIER_WORDS.has(key) || (entry.printed && isNearCarrierWord(key)))
      issues.push(
        issueAt(
          'reserved-keyword',
          entry.source,
          entry.path,
          `"${entry.word}" belongs to the phone carriers, or is one letter from a word that does: whoever texts that is cut off or answered by them. Choose another word.`,
          about,
        ),
      )
    else if (first && first.owner !== entry.owner)
      issues.push(
        issueAt(
          'keyword-shared',
          entry.source,
          entry.path,
          `"${entry.word}" leads to "${first.owner}" already (${first.locale}). A word can lead to one place only.`,
          about,
        ),
      )
    else owners.set(key, entry)
  }
  return [...issues, ...withoutKeyword(draft)]
}

function wordsOf({ locales }: Draft): readonly Word[] {
  return Object.entries(locales).flatMap(([locale, { nodes, commands }]) => [
    ...Object.entries(commands.data).flatMap(([owner, words]) =>
      words.map((word, index) => ({
        word,
        // The word that names a language belongs to that locale alone; other commands mean the same in every locale.
        owner: owner === 'language' ? `language ${locale}` : `command ${owner}`,
        source: commands.source,
        path: [owner, index],
        locale,
        printed: index === 0,
      })),
    ),
    ...Object.entries(nodes).flatMap(([owner, { text, source }]) =>
      text.keywords.map((word, index) => ({
        word,
        owner,
        source,
        path: [owner, 'keywords', index],
        locale,
        printed: index === 0,
      })),
    ),
  ])
}

function withoutKeyword({ flow, locales }: Draft): readonly Issue[] {
  return Object.entries(locales).flatMap(([locale, { nodes }]) =>
    Object.entries(nodes).flatMap(([slug, { text, source }]) =>
      flow.nodes[slug] && 'number' in flow.nodes[slug].node && text.keywords.length === 0
        ? [
            issueAt(
              'missing-keyword',
              source,
              [slug],
              `"${slug}" has no keyword, so nobody can text for it. Give it one.`,
              { locale, node: slug },
            ),
          ]
        : [],
    ),
  )
}

function isNearCarrierWord(word: string): boolean {
  return [...CARRIER_WORDS].some((reserved) => distance(reserved, word) <= 1)
}
