/**
 * The schemas of what a locale says of countries: `directory.json`, the names of their helplines, and `countries.json`, how people
 * say where they are.
 *
 * @example
 * directoryTextsSchema.parse({ US: { name: 'the United States', services: { acs: { name: 'American Cancer Society', … } } } })
 */
import { z } from 'zod'

const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Write the two letters of the country (ISO 3166) in capitals, such as "US"')
const words = z.array(z.string().min(1))

const serviceWordsSchema = z.strictObject({
  name: z.string().min(1).describe('Its name, as it is said in this language'),
  about: z.string().min(1).describe('What for, in a few words, as it sounds in "For …"'),
  area: z
    .string()
    .min(1)
    .optional()
    .describe('The places it serves, where it does not serve the whole country'),
  hours: z.string().min(1).optional(),
  languages: z.string().min(1).optional().describe('The languages it speaks, where that is known'),
  word: z.string().min(1).optional().describe('The word to text it'),
  press: z.string().min(1).optional().describe('What to press once it answers, for this language'),
})

export const directoryTextsSchema = z.record(
  countryCode,
  z.strictObject({
    name: z.string().min(1),
    services: z.record(z.string(), serviceWordsSchema),
  }),
)

/** How people say which country they are in. */
export const countriesSchema = z.strictObject({
  before: words.describe('Before the name of a country: the writer is there now'),
  beforeAlone: words.describe('The same, but only where no more is said: "from"'),
  around: words.describe('Words that may stand around either and mean nothing: hello, now, the'),
  notNow: words.describe('Words after a name: the writer is not there now, as in "in Spain next week"'),
  names: z
    .record(countryCode, words.min(1))
    .describe(
      'Names besides that in directory.json; of other countries the first is the one that is printed',
    ),
  notAlone: words.describe('Names that are other words too: they count only after such a phrase'),
  never: words.describe('Names of countries that mostly mean something else here: Georgia'),
  carriers: z
    .strictObject({ stop: words.default([]), start: words.default([]), help: words.default([]) })
    .prefault({})
    .describe('Words that carriers there know besides STOP, START and HELP; no keyword may be one'),
})

export type ServiceWords = z.infer<typeof serviceWordsSchema>
export type DirectoryTexts = z.infer<typeof directoryTextsSchema>
export type Countries = z.infer<typeof countriesSchema>
