/**
 * The registration packet: the fields of Twilio's forms for a campaign (A2P 10DLC) and for the verification of a toll-free number, as
 * https://www.twilio.com/docs/messaging/api/usapptoperson-resource and …/tollfree-verification-resource name them, filled in with what
 * the line texts. What only the operator knows is a blank.
 *
 * @example
 * writePacket({ name: 'Plainline', number: null, publicUrl: null, locale: 'en', languages: ['en'], operator: null, texts })
 * // '# Registration of the texts of Plainline\n…'
 */
import { SENTENCE_LANGUAGE } from '../authored/issue.ts'

export interface LineTexts {
  /** First texts of topics, then others. */
  readonly samples: readonly string[]
  /** The printed words of all topics. */
  readonly words: readonly string[]
  /** The replies to START, HELP and STOP. */
  readonly start: string
  readonly help: string
  readonly stop: string
  /** Whether any text of the line has a link. */
  readonly hasLinks: boolean
}

export interface PacketFacts {
  readonly name: string
  /** Null: left blank. */
  readonly number: string | null
  readonly publicUrl: string | null
  readonly locale: string
  /** Their tags: the forms are in English, and so are the names in them. */
  readonly languages: readonly string[]
  /** Who runs it. */
  readonly operator: string | null
  readonly texts: LineTexts
}

/** A field of a form: its name there, and what to write. */
type Field = readonly [name: string, text: string, most?: number]

const BLANK = '______'
/** The limits of the campaign form, in characters. */
const MOST = { description: 4096, flow: 2048, sample: 1024, reply: 320, keywords: 255 }
const STOP_WORDS = 'STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT'
const HELP_WORDS = 'HELP, INFO'

export function writePacket(facts: PacketFacts): string {
  return [
    `# Registration of the texts of ${facts.name}`,
    `Copy each answer into the field of the form with that name. ${BLANK} is what only you know. Texts below are what this line really sends; print this again after they have changed.`,
    section('Who you are', identity(facts)),
    section('A2P 10DLC campaign (a local number)', campaign(facts)),
    section('Toll-free verification (a toll-free number)', tollFree(facts)),
  ].join('\n\n')
}

function identity({ publicUrl }: PacketFacts): readonly Field[] {
  return [
    ['Legal name, as on the letter of the tax office', BLANK],
    ['Registration number (in the US the EIN), who gave it, and the country', `${BLANK}, ${BLANK}, ${BLANK}`],
    [
      'Kind of organisation',
      `${BLANK} (NON_PROFIT, GOVERNMENT, PRIVATE_PROFIT …; with 501(c)(3), say so: it lowers the fees)`,
    ],
    ['Street, city, state, postal code', BLANK],
    ['Website', publicUrl ?? BLANK],
    ['Contact: first and last name, email, phone', BLANK],
    ['Email for the result', BLANK],
  ]
}

function campaign(facts: PacketFacts): readonly Field[] {
  const { help, start, stop, words, hasLinks } = facts.texts
  const samples = samplesOf(facts)
  return [
    ['Use case', `CHARITY where you are a 501(c)(3) organisation; otherwise PUBLIC_SERVICE_ANNOUNCEMENT`],
    ['Campaign description', description(facts), MOST.description],
    ['Message flow (how people opt in)', flow(facts), MOST.flow],
    ...samples.map((text, index): Field => [`Sample message ${index + 1}`, text, MOST.sample]),
    ['Messages have links', yesOrNo(hasLinks)],
    ['Messages have phone numbers', 'Yes (those of helplines)'],
    ['Subscriber opt-in; subscriber opt-out; subscriber help', 'Yes; yes; yes'],
    ['Age-gated content; direct lending; affiliate marketing', 'No; no; no'],
    ['Opt-in keywords', keywords(words), MOST.keywords],
    [
      'Opt-in message (the answer to START, which undoes a STOP; a word of a topic gets that topic)',
      start,
      MOST.reply,
    ],
    ['Opt-out keywords', STOP_WORDS, MOST.keywords],
    [
      'Opt-out message (Twilio answers STOP in its own words; to have these, set them in Advanced Opt-Out)',
      stop,
      MOST.reply,
    ],
    ['Help keywords', HELP_WORDS, MOST.keywords],
    ['Help message (likewise)', help, MOST.reply],
    ...addresses(facts),
  ]
}

function tollFree(facts: PacketFacts): readonly Field[] {
  const { texts, number } = facts
  return [
    ['Toll-free number', number ?? BLANK],
    ['Use case categories', 'CHARITY_NONPROFIT, PUBLIC_SERVICE_ANNOUNCEMENT'],
    ['Use case summary', description(facts)],
    ['Production message sample', samplesOf(facts)[0] ?? BLANK],
    ['Opt-in type', 'VIA_TEXT'],
    [
      'Opt-in image',
      `${pageAddress(facts, 'card')} (the printed card with the words to text; also put a picture of it at a public address)`,
    ],
    ['Additional information (how people opt in)', flow(facts)],
    ['Opt-in keywords', keywords(texts.words)],
    ['Help message sample', texts.help],
    ['Message volume a month', BLANK],
    ['Age-gated content', 'No'],
    ...addresses(facts),
  ]
}

function description({ name, languages, operator }: PacketFacts): string {
  const names = new Intl.DisplayNames(SENTENCE_LANGUAGE, { type: 'language' })
  const inEnglish = new Intl.ListFormat(SENTENCE_LANGUAGE).format(
    languages.map((tag) => names.of(tag) ?? tag),
  )
  return `${name} explains metastatic breast cancer in plain words to people who have it and to those near them, free of charge. A person texts a word, such as the name of a topic, and gets the answer to it as one text: general information, and numbers of helplines. Every message is an answer to a text of that person; ${name} sends none by itself, no advertising, and asks for no money. It answers in ${inEnglish}. It is run by ${operator ?? BLANK}.`
}

function flow({ name, number, publicUrl, locale, texts }: PacketFacts): string {
  const words = texts.words.slice(0, 3).join(', ')
  const page = (name: string) => pageAddress({ publicUrl, locale }, name)
  const onPage = publicUrl ? ` and on the page ${publicUrl}/${locale}` : ''
  return `People opt in by texting first. They read the number (${number ?? BLANK}) and words to text, such as ${words}, on a printed card in waiting rooms (${page('card')})${onPage}. Nobody is texted who has not texted ${name} first; there is no list, no import of numbers, and no recurring message: one text is answered by one text. The terms (${page('terms')}) say that message and data rates may apply, and the privacy policy (${page('privacy')}) what is kept. HELP is answered with who we are and how to stop; STOP ends the texts. Numbers are not sold, shared or used for anything else.`
}

/** Two to five of them, of 20 characters or more. */
function samplesOf({ texts }: PacketFacts): readonly string[] {
  return texts.samples.filter((text) => text.length >= 20).slice(0, 5)
}

function addresses(facts: PacketFacts): readonly Field[] {
  return [
    ['Privacy policy', pageAddress(facts, 'privacy')],
    ['Terms and conditions', pageAddress(facts, 'terms')],
  ]
}

function pageAddress({ publicUrl, locale }: Pick<PacketFacts, 'publicUrl' | 'locale'>, name: string): string {
  return publicUrl ? `${publicUrl}/${locale}/${name}` : BLANK
}

/** As many as the form takes: letters and digits only. */
function keywords(words: readonly string[]): string {
  let list = ''
  for (const word of ['START', ...words].filter((each) => /^[A-Z0-9]+$/.test(each))) {
    const longer = list ? `${list}, ${word}` : word
    if (longer.length > MOST.keywords) break
    list = longer
  }
  return list
}

function yesOrNo(is: boolean): string {
  return is ? 'Yes' : 'No'
}

function section(title: string, fields: readonly Field[]): string {
  return [`## ${title}`, ...fields.map(writeField)].join('\n\n')
}

function writeField([name, text, most]: Field): string {
  const note =
    most && text.length > most ? ` (${text.length} characters; the form takes ${most}: shorten it)` : ''
  return `**${name}**${note}\n\n${text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')}`
}
