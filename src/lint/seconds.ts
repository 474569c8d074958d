/** No part is spoken for longer than a tired person can follow: 45 seconds (standards.md IVR-20). */
import type { Files } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import { type Line, textsOf } from '../line/line.ts'
import { secondsOf } from '../voice/seconds.ts'
import { allParts } from './facts.ts'
import { topicsOf, wordsOf } from './measure.ts'
import { textPlace } from './text-place.ts'

const MOST_SECONDS = 45

export function checkSeconds(line: Line, files: Files): readonly Issue[] {
  const texts = textsOf(line)
  return Object.entries(line.locales).flatMap(([locale, { settings }]) =>
    topicsOf(line).flatMap(([node, topic]) =>
      wordsOf(texts, locale, node, topic, 'voice').flatMap((words, index): Issue[] => {
        const seconds = Math.round(secondsOf(words, locale, settings.voice.wordsPerMinute))
        if (seconds <= MOST_SECONDS) return []
        const part = allParts(topic, 'voice')[index] as string
        const message = `The part "${part}" takes ${seconds} seconds to say; the most is ${MOST_SECONDS}. Shorten it, or make two parts of it.`
        const place = textPlace(files, locale, node, ['voice', part])
        return [{ code: 'too-long-spoken', severity: 'error', ...place, locale, node, message }]
      }),
    ),
  )
}
