/**
 * `npm run transcripts`: writes the golden transcript of every node, and of words that lead to none, on both channels and in every language, under
 * test/calls/ and test/texts/. The difference that git then shows is what callers will notice.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadLineOrExit } from '../src/server/load-line.ts'
import { play } from '../src/simulator/transcript.ts'
import { postBy } from '../src/simulator/transport.ts'
import { countSegments } from '../src/sms/segments.ts'
import { createDemoApp } from '../src/web/demo.ts'
import { SAYINGS, sayingTour, tour } from './support/tour.ts'

const TO = '+15555550100'

const root = fileURLToPath(new URL('../..', import.meta.url))
const line = await loadLineOrExit(root)
const post = postBy(createDemoApp(line).request)
let written = 0
for (const locale of line.settings.locales) {
  for (const [channel, folder] of [
    ['voice', 'calls'],
    ['sms', 'texts'],
  ] as const) {
    const tours = [
      ...Object.keys(line.nodes).map((slug) => [slug, tour(line, locale, slug, channel)] as const),
      ...Object.keys(SAYINGS).map((saying) => [saying, sayingTour(line, locale, saying, channel)] as const),
    ]
    for (const [name, deeds] of tours) {
      if (channel === 'sms' && deeds.length === 0) continue
      const script = await play(
        post,
        { channel, country: line.settings.country, to: TO, deeds },
        countSegments,
      )
      const file = join(root, 'test', folder, locale, `${name}.txt`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, script)
      written += 1
    }
  }
}
process.stdout.write(`${written} transcripts written under test/calls/ and test/texts/.\n`)
