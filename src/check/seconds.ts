/** No part is spoken for longer than a tired person can follow: 45 seconds (standards.md IVR-20). */
import type { Files } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import { allParts } from '../line/checks/facts.ts'
import type { Line } from '../line/line.ts'
import { nodeText } from '../line/place.ts'
import { createTexts } from '../locale/texts.ts'
import { secondsOf } from '../voice/seconds.ts'
import { textPlace } from './text-place.ts'

const MOST_SECONDS = 45

export function checkSeconds(line: Line, files: Files): readonly Issue[] {
  const texts = createTexts(resourcesOf(line))
  return Object.entries(line.locales).flatMap(([locale, { settings }]) =>
    Object.entries(line.nodes).flatMap(([node, { kind, ...rest }]) => {
      if (kind !== 'topic') return []
      return allParts({ kind, ...rest } as Parameters<typeof allParts>[0], 'voice').flatMap(
        (part): Issue[] => {
          // Four digits stand for the longest emergency number there is.
          const words = texts(locale, nodeText(node, `voice.${part}`, { emergency: '0 0 0 0' }), () => '')
          const seconds = Math.round(secondsOf(words, locale, settings.voice.wordsPerMinute))
          if (seconds <= MOST_SECONDS) return []
          const message = `The part "${part}" takes ${seconds} seconds to say; the most is ${MOST_SECONDS}. Shorten it, or make two parts of it.`
          return [
            {
              code: 'too-long-spoken',
              severity: 'error',
              ...textPlace(files, locale, node, ['voice', part]),
              locale,
              node,
              message,
            },
          ]
        },
      )
    }),
  )
}

export function resourcesOf(line: Line) {
  return Object.fromEntries(Object.entries(line.locales).map(([name, { resources }]) => [name, resources]))
}
