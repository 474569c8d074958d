/**
 * The small line in fourteen languages: ten are the fourth of its own under other names, in which Twilio hears no speech.
 *
 * @example
 * fourteenLanguages.settings.locales // ['en', 'ar', 'ja', 'ht', 'tr', …]
 */
import type { Line } from '../../src/line/line.ts'
import { type Edit, editFiles } from './edit-files.ts'
import { fixtureFiles, openFixture } from './fixture.ts'

/** Languages that count in one and more, as the fourth does. */
const OTHERS: Readonly<Record<string, string>> = {
  ...{ tr: 'Türkçe', el: 'Ελληνικά', hi: 'हिन्दी', ur: 'اردو', fil: 'Filipino' },
  ...{ so: 'Soomaali', am: 'አማርኛ', sw: 'Kiswahili', de: 'Deutsch', nl: 'Nederlands' },
}
const TEMPLATE = 'locales/ht/'
const SETTINGS = 'flows/line.yaml'

export const fourteenLanguages: Line = open()

function open(): Line {
  const templates = Object.entries(fixtureFiles).filter(([file]) => file.startsWith(TEMPLATE))
  const edits = Object.entries(OTHERS).flatMap(([locale, name]): readonly Edit[] => [
    ...templates.map(([file, text]): Edit => [file.replace(TEMPLATE, `locales/${locale}/`), [], text]),
    [`locales/${locale}/locale.json`, ['name'], name],
    [`locales/${locale}/phrases.json`, ['languageName'], name],
    [`locales/${locale}/phrases.json`, ['voice', 'language'], `${name}, | {{key}}.`],
    [`locales/${locale}/commands.json`, ['language'], [name.toLowerCase()]],
  ])
  return openFixture(
    editFiles(
      fixtureFiles,
      ...edits,
      [SETTINGS, ['locales'], ['en', 'ar', 'ja', 'ht', ...Object.keys(OTHERS)]],
      [SETTINGS, ['likely'], { US: ['en', 'ht'], TR: ['tr'] }],
    ),
  )
}
