/** A topic that tells signs of illness names the emergency number, by phone and by text (standards.md IVR-27). */
import { type Check, issueAt } from './draft.ts'

export const checkSymptoms: Check = ({ flow, locales }) =>
  Object.entries(flow.nodes).flatMap(
    ([
      node,
      {
        node: { kind, ...rest },
      },
    ]) => {
      if (kind !== 'topic' || !('symptom' in rest && rest.symptom)) return []
      return Object.entries(locales).flatMap(([locale, { nodes }]) => {
        const written = nodes[node]
        if (!written) return []
        return (['voice', 'sms'] as const).flatMap((channel) => {
          const named = Object.values(written.text[channel]).some((text) => text.includes('{{emergency}}'))
          if (named) return []
          const message = `No ${channel} part of "${node}" names {{emergency}}. Say which signs need help now, and whom to call.`
          return [issueAt('no-emergency-number', written.source, [node, channel], message, { locale, node })]
        })
      })
    },
  )
