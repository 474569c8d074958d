/** A topic that tells signs of illness names the emergency number, on both channels (docs/design/standards.md IVR-27). */
import type { Draft } from '../line/draft.ts'
import { withWarnings } from '../locale/warnings.ts'
import { CHANNELS, type Check, nodeTexts, placeholdersIn } from './check.ts'

export const checkSymptoms: Check<Draft> = function* (draft) {
  for (const { locale, slug, text, issue } of nodeTexts(draft)) {
    const warnings = draft.locales[locale]?.warnings.data ?? {}
    const node = draft.flow.nodes[slug]?.data
    if (node?.kind !== 'topic' || !node.symptom) continue
    for (const channel of CHANNELS)
      if (
        !placeholdersIn(withWarnings(Object.values(text[channel]).join(), warnings, channel)).includes(
          'emergency',
        )
      )
        yield issue(
          'no-emergency-number',
          [channel],
          `No ${channel} part of "${slug}" tells a danger by its warning, such as {{warning.breath}}. Say which signs need help now, and whom to call.`,
        )
  }
}
