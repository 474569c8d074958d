/** Mistakes in what a language brings: its voice, its plural forms, its letters. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { ENGLISH, type Mistake, SETTINGS } from './mistake.ts'

const VOICE = 'locales/en/locale.json'
const CREOLE = 'locales/ht/locale.json'

export const languageMistakes = {
  'no-plurals': [
    {
      name: 'a language of which the runtime knows no plural forms, and none that stands in',
      edits: [[CREOLE, ['intl']]],
      issues: [
        'locales/ht/locale.json at `"name": "Kreyòl",`: no-plurals (locale ht): The runtime knows no plural forms of "ht". Name a language that has the same ones, under "intl".',
      ],
    },
  ],
  'no-voice': [
    {
      name: 'a number whose languages have no voice',
      edits: [
        [CREOLE, ['voice']],
        [SETTINGS, ['numbers', 1, 'locales'], ['ht']],
      ],
      issues: [
        'flows/line.yaml at `locales:`: no-voice: +15555550102 offers no language that has a voice, or that people have recorded whole, so nobody can call it. Add one that has, a "voice" in its locale.json, or the clips that `npm run recordings` lists.',
      ],
    },
  ],
  'unknown-voice': [
    {
      name: 'a voice that Twilio does not have',
      edits: [[VOICE, ['voice', 'name'], 'Polly.Nobody-Neural']],
      issues: [
        'locales/en/locale.json at `"name": "Polly.Nobody-Ne`: unknown-voice (locale en): Twilio has no voice "Polly.Nobody-Neural" (list of 2026-11-26). The nearest is "Polly.Joanna-Neural". If Twilio has it by now, add it to locales/voices.json.',
      ],
    },
    {
      name: 'a deeper voice of another language',
      edits: [[VOICE, ['voice', 'deeper'], 'Polly.Lea-Neural']],
      issues: [
        'locales/en/locale.json at `"deeper": "Polly.Lea-Neu`: unknown-voice (locale en): "Polly.Lea-Neural" speaks fr-FR, not "en-US". The nearest is "Polly.Joanna-Neural". If Twilio has it by now, add it to locales/voices.json.',
      ],
    },
    {
      name: 'tags that Twilio does not speak or hear',
      edits: [
        [VOICE, ['voice', 'language'], 'en-UK'],
        [VOICE, ['voice', 'speech'], 'en'],
      ],
      issues: [
        'locales/en/locale.json at `"language": "en-UK",`: unknown-voice (locale en): Twilio speaks no language "en-UK" (list of 2026-11-26). The nearest is "en-US". If Twilio has it by now, add it to locales/voices.json.',
        'locales/en/locale.json at `"speech": "en",`: unknown-voice (locale en): Twilio hears no language "en" (list of 2026-11-26). The nearest is "en-US". If Twilio has it by now, add it to locales/voices.json. Leave "speech" out where it hears none.',
      ],
    },
  ],
  'ucs2-letter': [
    {
      name: 'letters that the GSM alphabet lacks, in a language that keeps to it',
      edits: [[ENGLISH, ['outlook', 'sms', 'years'], 'Don’t lose hope – many live for years.']],
      issues: [
        'locales/en/main.json at `"years": "Don’t lose hop`: warning ucs2-letter (locale en, node outlook): The GSM alphabet lacks "’", "–", so that three segments hold 201 characters instead of 459. Write plain letters, or leave these where the language needs them.',
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
