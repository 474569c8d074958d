/**
 * What a row of the table of documents is, and the line that the rows are rendered for. It says only what a row gives it,
 * so that each row can be read by itself.
 *
 * @example
 * render({ prompts: [words('Bones, | press 1.')], expects: key }) // '<?xml …><Response><Gather …'
 */
import { type Line, type LocaleData, textsOf } from '../../../src/line/line.ts'
import { positionAt } from '../../../src/line/position.ts'
import type { Expectation, Prompt, Turn } from '../../../src/line/turn.ts'
import type { PhoneNumber } from '../../../src/locale/wording.ts'
import { renderVoice } from '../../../src/voice/render.ts'
import { fixtureLine } from '../../support/fixture.ts'

export interface Row {
  readonly name: string
  /** The vendor's rule, in the words of docs/design/twilio.md. */
  readonly rule: string
  readonly render: () => string
  /** The children of <Response>, one each. */
  readonly verbs: readonly string[]
}

/** Somali is not among them: Twilio has no voice for it. */
export const line: Line = {
  ...fixtureLine,
  locales: {
    en: locale('English', 'Polly.Joanna-Neural', 'en-US', 'en-US'),
    es: locale('Español', 'Polly.Lupe-Neural', 'es-US', 'es-MX'),
    ht: locale('Kreyòl', 'Polly.Lea-Neural', 'fr-FR', ''),
  },
  directory: {
    US: {
      country: 'US',
      territories: [],
      emergency: { number: '911', source: 'a test', checked: '2026-11' },
      services: [
        { id: 'crisis', kind: 'crisis', name: 'Crisis line', call: '988', ...checked() },
        { id: 'texts', kind: 'breast', name: 'Texts only', text: { to: '741741' }, ...checked() },
      ],
    },
  },
}

export const texts = textsOf(line)

/** One key within ten seconds. */
export const oneKey = { kind: 'answer', seconds: 10, hints: [] } as const satisfies Expectation
export const end: Expectation = { kind: 'nothing' }

export function words(text: string, more: Omit<Prompt, 'key' | 'values'> = {}): Prompt {
  return { key: 'phrases:words', values: { words: text }, ...more }
}

export function phoneNumber(phone: PhoneNumber): Prompt {
  return { key: 'phrases:words', values: { words: phone } }
}

/** At the main menu in English where the row names no other position. The only place that calls `renderVoice`. */
export function render(
  {
    prompts,
    expects,
    position,
  }: Pick<Turn, 'prompts' | 'expects'> & { position?: Partial<Turn['position']> },
  base = '',
  speech: Line['settings']['speech'] = 'menus',
): string {
  return renderVoice({ ...line, settings: { ...line.settings, speech } }, texts, base, {
    prompts,
    expects,
    position: { ...positionAt('main', 'en'), ...position },
    tallies: [],
  })
}

function locale(name: string, voice: string, language: string, speech: string): LocaleData {
  const [template] = Object.values(fixtureLine.locales)
  if (!template) throw new Error('The fixture has no locale.')
  return {
    ...template,
    settings: { ...template.settings, name, voice: { name: voice, language, speech, wordsPerMinute: 150 } },
    resources: {
      nodes: {},
      phrases: {
        words: '{{words}}',
        languageName: name,
        voice: {
          trouble: `Sorry (${language}). In an emergency, call {{emergency}}. | The menu follows.`,
          troubleLast: `Sorry (${language}). In an emergency, call {{emergency}}.`,
          callLater: `Please call later (${language}).`,
        },
        emergency: { unknown: 'your emergency number' },
        helplines: { service: '{{name}}: {{about}}.', number: 'Call {{number}}.' },
      },
      rules: {},
      replies: {},
      countries: {},
      directory: {
        US: {
          name: 'the United States',
          services: {
            crisis: { name: 'Crisis & suicide line', about: 'for dark thoughts' },
            texts: { name: 'Texts only', about: 'by text' },
          },
        },
      },
    },
  }
}

function checked() {
  return { languages: [], confidence: 'H' as const, source: 'a test', checked: '2026-11' }
}
