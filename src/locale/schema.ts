/**
 * The schemas of one locale's files, `locales/<locale>/*.json`:
 *
 * | file                                       | holds                                     |
 * | ------------------------------------------ | ----------------------------------------- |
 * | `locale.json`                              | see locale-settings.ts                    |
 * | `commands.json`, `numerals.json`           | words that move about, words for numbers  |
 * | `alarms.json`, `cries.json`                | words of danger, examples to learn from   |
 * | `phrases.json`, `pages.json`               | all prose outside the topics, of the line and of the web pages |
 * | `examples.json`                            | messages people send, by what they lead to |
 * | `rules.json`, `warnings.json`              | what answers a sign of danger; what topics say of it |
 * | `signs.json`                               | words that tell a danger without its warning, or unsafe advice |
 * | `replies.json`                             | what the line says of itself               |
 * | `directory.json`, `countries.json`         | see country-texts.ts                      |
 * | any other                                  | texts of nodes, by slug                   |
 */
import { z } from 'zod'

const words = z.array(z.string().min(1)).min(1)

/** Words that people text or say to move about. The first word of each list is printed. */
export const commandsSchema = z.strictObject({
  more: words,
  menu: words,
  hello: words.describe(
    'Greets: opens the menu by text; by phone, where somebody asks whether anyone is there, tells the place again',
  ),
  person: words,
  back: words,
  again: words,
  keys: words.describe('Asks which keys can be pressed'),
  slower: words,
  faster: words,
  source: words.describe('Asks who says so'),
  languages: words.describe('Asks for the choice of language'),
  wait: words.describe('Asks the line to wait a moment'),
  enough: words.describe('Wants to hear no more of this'),
  thanks: words.describe('Says thank you, or only yes'),
  goodbye: words.describe('Says goodbye, or that nothing more is wanted: ends a call'),
  language: words.describe('Names this language'),
})

/** Patterns that are looked for inside what a person texts or says: danger, and ordinary sentences that resemble it. */
export const alarmsSchema = z.strictObject({
  crisis: words.describe('Self-harm'),
  emergency: words.describe('Signs that need help at once'),
  ordinary: words.describe('Resembles either of them, and is ordinary in this disease'),
  stop: words.describe('Asks for no more texts'),
  start: words.describe('Asks for texts again, as a whole message'),
  reactions: words.describe('What a phone writes before the text that somebody reacted to: "Liked"'),
  replies: words.describe('What phones answer by themselves, as a whole message: "On my way."'),
  notices: words.describe(
    'What only a machine writes, within a message; word next to word; 0000 is any number of four to eight digits',
  ),
  signatures: words.describe('What a phone adds to a message: "Sent from my iPhone"'),
})

/** Examples for the crisis classifier: it recognises a cry for help that no pattern of `alarms.json` lists. */
export const criesSchema = z.strictObject({
  cries: words.describe('Sentences of people who think of harming themselves, or fear it for another'),
  ordinary: words.describe('Sentences in similar words without that thought'),
})

/**
 * What an example leads to: a topic (`bone`) or one of its parts (`bone.signs`), a sign of danger (`rule:cord`, `crisis`), a reply
 * (`reply:bot`), a command (`command:person`), `stop` (text me no more) or `yes`.
 */
export const examplesSchema = z.record(z.string(), words)

/** One text for each channel. */
const spokenAndTexted = z.record(
  z.string().regex(/^[a-z]+$/, 'Write a name in lower-case letters'),
  z.strictObject({ voice: z.string().min(1), sms: z.string().min(1) }),
)

/** By sign of danger, the one answer to it. It names the emergency number. */
export const rulesSchema = spokenAndTexted

/** By sign of danger, the one sentence that every topic tells which names that sign, as `{{warning.cord}}`. */
export const warningsSchema = spokenAndTexted

/** Key words by which a text is seen to say what it must not; written as those of facts: "metasta", "a|b". */
export const signsSchema = z.strictObject({
  urgent: z.array(z.string().min(1)).describe('Words that ask to act at once: "call now", "right away"'),
  signs: z
    .record(z.string(), words)
    .describe('By the name of a warning, key words that a text about its danger holds, all of them'),
  unsafe: z
    .strictObject({
      wait: words.describe('Words that tell people they may wait: "can wait"'),
      reassure: words.describe('Words that tell people they are well: "nothing to worry"'),
      dose: words.describe('Words of a dose; 0 is any number: "0 mg"'),
    })
    .optional()
    .describe('What nobody can say to people whom they have not seen'),
})

/** What the line says of itself, and to greetings, grief and words about something else. */
export const repliesSchema = spokenAndTexted

/** By number or key, the words for it. */
const numberWords = z.record(
  z.string().regex(/^(\d{1,2}|[*#])$/, 'Write a number of at most two digits, * or #'),
  words,
)

/** Words for people who say a choice instead of pressing its key. */
export const numeralsSchema = z.strictObject({
  fillers: words.describe('Words around an answer that mean nothing: please, press, number'),
  background: words.describe('Words that say who, when or how politely, and nothing about the question'),
  shorthand: z.record(z.string(), z.string()).describe('Texting abbreviations, and their full words'),
  choices: z.array(words).length(6).describe('The words for the choices 1 to 6'),
  numbers: numberWords.describe(
    'The words for 0, for 7 and above, for * and for #; 21 needs no words of its own where it is 20 and 1',
  ),
  homophones: numberWords.describe('What speech recognition may hear instead of a number: "to" for 2'),
  around: words.describe('Words that may stand around a number, besides the fillers: topic, choose, go'),
  beforeDigits: words.describe(
    'Words that may stand before digits, and mean something else before a word: no, nr',
  ),
})

const parts = z.record(z.string(), z.string().min(1))

const nodeTextSchema = z.strictObject({
  label: z.string().min(1).describe('As it sounds in "…, press 1", within a sentence as well'),
  title: z.string().min(1).describe('As it heads a text or a menu line'),
  keywords: z.array(z.string().min(1)).default([]).describe('Words that lead here; the first is printed'),
  phrases: z.array(z.string().min(1)).default([]).describe('What people call it in everyday words'),
  voice: parts.default({}),
  sms: parts.default({}),
  facts: z
    .record(z.string(), words)
    .optional()
    .describe('By the id of a fact, key words that the parts which tell it must hold: "metasta", "a|b"'),
})

export const nodeTextsSchema = z.record(z.string(), nodeTextSchema)

export type Commands = z.infer<typeof commandsSchema>
export type Command = Exclude<keyof Commands, 'language'>
export type Alarms = z.infer<typeof alarmsSchema>
export type Alarm = 'crisis' | 'emergency'
export type Cries = z.infer<typeof criesSchema>
export type Examples = z.infer<typeof examplesSchema>
export type SpokenAndTexted = z.infer<typeof spokenAndTexted>
export type Numerals = z.infer<typeof numeralsSchema>
export type NodeText = z.infer<typeof nodeTextSchema>
