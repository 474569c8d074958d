/**
 * Every phrase of the line outside its topics, with the values that each may name in double braces.
 *
 * This table is the single source for the code (a phrase that is not here cannot be said), for the check of
 * `locales/<locale>/phrases.json` (missing phrases, extra phrases, wrong placeholders) and for translators. The
 * table of `pages.json` is in `page-phrases.ts`.
 *
 * @example
 * phrase('voice.option', { label: 'bones', key: '1' }) // "Bones, press 1."
 */
import type { pagePhrases } from './page-phrases.ts'
import type { PhraseTable, Value, Wording } from './wording.ts'

export const linePhrases = {
  'emergency.unknown': ['country', 'number'],
  'emergency.landline': ['number', 'landline'],

  languageName: [],
  'voice.answering': ['name'],
  'voice.moreLanguages': ['key'],
  'voice.language': ['key'],
  'voice.emergency': ['emergency'],
  'voice.about': ['name'],
  'voice.choices': ['count'],
  'voice.here': ['label'],
  'voice.herePart': ['label', 'part'],
  'voice.goesOn': ['again', 'person', 'ways'],
  'voice.keys': ['person', 'ways'],
  'voice.option': ['label', 'key'],
  'voice.shortOption': ['label', 'key'],
  'voice.next': [],
  'voice.last': ['label'],
  'voice.number': ['key'],
  'voice.enterNumber': [],
  'voice.secondDigit': ['digit'],
  'voice.again': ['key'],
  'voice.back': [],
  'voice.person': ['key'],
  'voice.ways': ['key'],
  'voice.nothingToSkip': [],
  'voice.wrongKey': ['key'],
  'voice.notHeard': [],
  'voice.takeYourTime': [],
  'voice.moreTime': ['key'],
  'voice.moreTimeGiven': [],
  'voice.goodbye': [],
  'voice.goodbyeReturned': [],
  'voice.overlong': [],
  'voice.callAgain': ['number'],
  'voice.callLater': [],
  'voice.slower': [],
  'voice.normalPace': [],
  'voice.nowInThisLanguage': [],
  'voice.trouble': ['emergency'],
  'voice.troubleLast': ['emergency'],
  'crisis.call': ['number'],
  'crisis.callOrText': ['number', 'text'],
  'crisis.emergency': ['emergency'],
  'crisis.press': ['number', 'press'],
  'crisis.text': ['text'],
  'crisis.word': ['text', 'word'],
  'voice.crisis': ['name', 'number', 'emergency'],
  'voice.crisisText': ['name', 'number', 'text', 'emergency'],
  'voice.crisisUnknown': ['emergency'],
  'voice.urgent': ['emergency'],
  'voice.despair': ['number'],
  'voice.country': ['country', 'emergency'],
  'voice.thanks': [],
  'voice.somethingElse': [],
  'voice.unchecked': [],
  'voice.announcement': ['words'],
  'voice.offToday': [],

  'consent.hear': ['key'],
  'consent.read': ['key', 'menu'],

  'ways.title': [],
  'ways.slower': [],
  'ways.normalPace': [],
  'ways.language': [],
  'ways.sources': [],
  'ways.deeper': [],
  'ways.usualVoice': [],
  'ways.moreTime': [],

  'sms.country': ['country', 'emergency'],
  'sms.offerLanguage': ['word'],

  'helped.ask': ['label', 'key'],
  'helped.yes': [],
  'helped.no': [],
  'helped.thanks': [],
  'helped.sorry': [],
  'helped.text': ['yes', 'no', 'menu'],

  'guess.ask': [],

  'untranslated.language': [],
  'untranslated.topic': ['language'],
  'untranslated.some': ['language'],
  'untranslated.hear': ['language'],
  'untranslated.read': ['language'],

  'sources.intro': ['title'],
  'sources.one': ['name'],
  'sources.read': ['publisher', 'year'],
  'sources.none': [],

  'handoff.connecting': ['name'],
  'handoff.screen': ['name', 'key'],
  'handoff.accepted': [],
  'handoff.another': [],
  'handoff.closed': ['name'],
  'handoff.missed': [],
  'handoff.returned': ['name'],

  'helplines.intro': ['country'],
  'helplines.emergency': ['emergency'],
  'helplines.label': ['name', 'about'],
  'helplines.service': ['name', 'about'],
  'helplines.advice': ['name', 'number'],
  'helplines.area': ['area'],
  'helplines.hours': ['hours'],
  'helplines.languages': ['languages'],
  'helplines.interpreter': ['number'],
  'helplines.second': ['number'],
  'helplines.number': ['number'],
  'helplines.text': ['text'],
  'helplines.textWord': ['text', 'word'],
  'helplines.connect': ['key'],
  'helplines.connecting': ['name'],
  'helplines.notReached': [],
  'helplines.unknown': ['emergency'],

  'sms.greeting': ['name'],
  'sms.menu': ['person'],
  'sms.option': ['key', 'title'],
  'sms.more': ['more', 'menu'],
  'sms.last': ['menu', 'person'],
  'sms.lastAndNext': ['word', 'menu', 'person'],
  'sms.allTold': ['menu', 'person'],
  'sms.onlyMenu': ['menu'],
  'sms.safety': ['emergency'],
  'sms.unmatched': ['menu', 'person'],
  'sms.trouble': ['emergency'],
  'sms.pause': ['emergency'],
  'sms.pauseHours': ['hours', 'emergency'],
  'sms.emergencyLine': ['emergency'],
  'sms.service': ['name', 'number'],
  'sms.serviceBoth': ['name', 'number', 'text'],
  'sms.serviceText': ['name', 'text'],
  'sms.serviceSecond': ['name', 'number', 'second'],
  'sms.relay': ['number'],
  'sms.stopped': ['name'],
  'sms.wordsOnly': ['menu', 'person'],
  'sms.helplinesUnknown': [],
  'sms.goodbye': ['menu', 'person'],
  'sms.crisis': ['name', 'number', 'emergency'],
  'sms.crisisText': ['number', 'text', 'emergency'],
  'sms.crisisUnknown': ['emergency'],
  'sms.urgent': ['emergency'],
  'sms.despair': ['number'],
  'sms.despairText': ['number', 'text'],
  'sms.thanks': ['menu', 'person'],
  'sms.help': ['name', 'menu', 'person', 'emergency'],
  'sms.resumed': ['name', 'menu', 'person'],
  'sms.unchecked': [],
  'sms.announcement': ['words'],
  'sms.offToday': ['menu', 'person'],
} as const satisfies PhraseTable

type Phrases = typeof linePhrases & typeof pagePhrases
type PhraseKey = keyof Phrases
type ValuesOf<K extends PhraseKey> = { readonly [P in Phrases[K][number]]: Value }

/** The wording of a phrase, with exactly the values that it names. */
export function phrase<K extends PhraseKey>(
  key: K,
  ...values: Phrases[K]['length'] extends 0 ? [] : [ValuesOf<K>]
): Wording {
  return values[0] ? { key: `phrases:${key}`, values: values[0] } : { key: `phrases:${key}` }
}
