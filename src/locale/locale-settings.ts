/**
 * The schema of `locale.json`: what the line must know of a language, since no code knows one.
 *
 * @example
 * localeSettingsSchema.parse({ name: 'Kreyòl', direction: 'ltr', intl: 'fr' }) // no voice: offered by text only
 */
import { z } from 'zod'
import { hasPlurals } from './plural-forms.ts'
import { formulas } from './readability.ts'

const letter = /^(?!\p{ASCII})\p{L}$/u
const lettersThatSound = /^\p{L}+(\(\p{L}+\))?$/u

export const localeSettingsSchema = z.strictObject({
  name: z.string().min(1).describe('The language, in itself'),
  direction: z.enum(['ltr', 'rtl']),
  voice: z
    .strictObject({
      name: z.string().min(1).describe('The voice, as <Say voice> takes it'),
      deeper: z
        .string()
        .optional()
        .describe('A deeper voice of the same language, under key 9: some hearing aids carry it better'),
      language: z.string().min(1).describe('The language tag, as <Say language> takes it'),
      speech: z
        .string()
        .min(1)
        .optional()
        .describe(
          'The language tag, as <Gather language> takes it; left out where Twilio hears no speech in it',
        ),
      wordsPerMinute: z.number().min(60).max(220).describe('How fast that voice speaks at normal pace'),
    })
    .optional()
    .describe(
      'Left out where Twilio has no voice: the language is then offered by text and on pages, and by phone once all is recorded',
    ),
  recordings: z
    .strictObject({
      url: z
        .string()
        .regex(
          /^https:\/\/[^\s/?#"'<>]+\/([^\s?#"'<>]*\/)?$/,
          'Write an address that begins with https:// and ends with a slash, such as "https://clips.example.org/ht/"',
        )
        .describe(
          'Where the clips are, each under the hash of its words: a place for files that change never',
        ),
    })
    .optional()
    .describe('Where what somebody has recorded is kept; recordings.csv lists it'),
  intl: z
    .string()
    .refine(hasPlurals, 'The runtime has no rules for this language either. Name another one')
    .optional()
    .describe(
      'A language whose plural forms, dates and lists are used where the runtime has none for this one',
    ),
  abbreviations: z
    .array(z.string().regex(/^\S+\.$/, 'Write one word with its full stop, such as "Dr."'))
    .default([])
    .describe('Words with a full stop that ends no sentence, so that the voice makes no pause there'),
  folding: z
    .record(
      z
        .string()
        .regex(letter, 'Write one small letter that is none of the alphabet from a to z, such as "đ"'),
      z.string().min(1),
    )
    .default({})
    .describe('Letters that people type in another way: "đ" as "d"; accents and marks are left out anyway'),
  sounds: z
    .record(
      z
        .string()
        .regex(lettersThatSound, 'Write letters, and in brackets those of which one follows: "ch", "c(eiy)"'),
      z.string(),
    )
    .default({})
    .describe('Letters, without accents, and what they sound like where people mix them up: "ph" is "f"'),
  readability: z
    .strictObject({
      formula: z.enum(formulas),
      aim: z.number().describe('A topic that is harder to read is a warning'),
      limit: z.number().describe('A topic that is harder to read is an error'),
    })
    .optional()
    .describe('How hard topics may be to read; left out where the language has no accepted formula'),
})

export type LocaleSettings = z.infer<typeof localeSettingsSchema>
