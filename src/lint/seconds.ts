/** No part is spoken for longer than a tired person can follow: 45 seconds (docs/design/standards.md IVR-20). */
import { secondsOf } from '../voice/seconds.ts'
import { spokenLanguage } from '../voice/spoken-language.ts'
import { type Check, type CompiledDraft, nodeTexts } from './check.ts'
import { partTexts } from './measure.ts'

export const MOST_PART_SECONDS = 45

export const checkSeconds: Check<CompiledDraft> = function* ({ draft, line, texts }) {
  for (const { locale, slug, issue } of nodeTexts(draft)) {
    const node = line.nodes[slug]
    if (node?.kind !== 'topic') continue
    const language = spokenLanguage(line, locale)
    for (const { part, words } of partTexts(texts, locale, slug, node, 'voice')) {
      const seconds = Math.round(secondsOf(words, language))
      if (seconds > MOST_PART_SECONDS)
        yield issue(
          'too-long-spoken',
          ['voice', part],
          `The part "${part}" takes ${seconds} seconds to say; the most is ${MOST_PART_SECONDS}. Shorten it, or make two parts of it.`,
        )
    }
  }
}
