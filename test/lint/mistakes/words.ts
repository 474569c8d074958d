/** Mistakes in words: characters, keywords, and lengths of what is said and texted. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import type { Edit } from '../../support/edit-files.ts'
import { ENGLISH, HAITIAN, type Mistake, PHRASES, SETTINGS } from './mistake.ts'
import { longAnnouncement } from './settings.ts'

/** A value of the English texts with a quotation mark in it, and the text at its place. */
function strayQuote(name: string, path: Edit[1], value: string, node: string, at: string): Mistake {
  return {
    name,
    edits: [[ENGLISH, path, value]],
    issues: [
      `locales/en/main.json at \`${at}\`: stray-quote (locale en, ${node}): A quotation mark stands around all of this text, or alone at one end, and people would read it. Remove it: a text needs only the straight double quotes (") of its file.`,
    ],
  }
}

const TWICE =
  'which makes each text with it more than twice as long: text 1 of "main" in locales/en, for one, is then over 3 segments.'

/** A name of the line in a long greeting. */
function tooLongBy(name: string, line: string, length: number, at: string, message: string): Mistake {
  return {
    name,
    edits: [
      [PHRASES, ['sms', 'greeting'], `{{name}}: ${'texts about cancer. '.repeat(length)}`],
      [SETTINGS, ['name'], line],
    ],
    issues: [`flows/line.yaml at \`${at}\`: too-long-text: ${message}`],
  }
}

export const wordMistakes = {
  'odd-character': [
    {
      name: 'a control character in a title',
      edits: [[HAITIAN, ['bone', 'title'], 'Zo\u0007']],
      issues: [
        'locales/ht/main.json at `"title": "Zo\\u0007",`: odd-character (locale ht, node bone): This text has a character that cannot be said or sent (a control character, half of a pair, or a misread accent). Type it again.',
      ],
    },
    {
      name: 'half of a pair in a phrase',
      edits: [[PHRASES, ['voice', 'thanks'], 'Thanks \ud83d']],
      issues: [
        'locales/en/phrases.json at `"thanks": "Thanks \\ud83d`: odd-character (locale en): This text has a character that cannot be said or sent (a control character, half of a pair, or a misread accent). Type it again.',
      ],
    },
    {
      name: 'letters that were saved as UTF-8 and opened as Windows-1252',
      edits: [['locales/ht/directory.json', ['US', 'name'], 'peyi Ã¨']],
      issues: [
        'locales/ht/directory.json at `"name": "peyi Ã¨",`: odd-character (locale ht): This text has a character that cannot be said or sent (a control character, half of a pair, or a misread accent). Type it again.',
      ],
    },
    {
      name: 'a control character in the name of the line',
      edits: [[SETTINGS, ['name'], 'Small\u0007line']],
      issues: [
        'flows/line.yaml at `name: "Small\\aline"`: odd-character: This text has a character that cannot be said or sent (a control character, half of a pair, or a misread accent). Type it again.',
      ],
    },
  ],
  'stray-quote': [
    strayQuote('a label in curly quotes', ['bone', 'label'], '“bones”', 'node bone', '"label": "“bones”",'),
    strayQuote(
      'a title with a quote of the file',
      ['bone', 'title'],
      'Bones"',
      'node bone',
      '"title": "Bones\\"",',
    ),
    strayQuote('a keyword in quotes', ['bone', 'keywords', 0], "'bone'", 'node bone', `"'bone'",`),
    strayQuote(
      'half of a pair',
      ['outlook', 'voice', 'years'],
      'Some live long.”',
      'node outlook',
      '"years": "Some live long',
    ),
  ],
  'missing-keyword': [
    {
      name: 'a topic without a keyword',
      edits: [[HAITIAN, ['bone', 'keywords'], []]],
      issues: [
        'locales/ht/main.json at `"bone": {`: missing-keyword (locale ht, node bone): "bone" has no keyword, so nobody can text for it. Give it one.',
      ],
    },
  ],
  'keyword-shared': [
    {
      name: 'the name of a language as a word of another',
      edits: [['locales/ht/commands.json', ['language'], ['english']]],
      issues: [
        'locales/ht/commands.json at `"english"`: keyword-shared (locale ht): "english" leads to "language en" already (en). In one language a word can lead to one place only, and the name of a language in all.',
      ],
    },
    {
      name: 'a word of two topics',
      edits: [[ENGLISH, ['outlook', 'keywords'], ['outlook', 'Bone']]],
      issues: [
        'locales/en/main.json at `"Bone"`: keyword-shared (locale en, node outlook): "Bone" leads to "bone" already (en). In one language a word can lead to one place only, and the name of a language in all.',
      ],
    },
    {
      name: 'a word of a command',
      edits: [[ENGLISH, ['bone', 'keywords'], ['bone', 'menu']]],
      issues: [
        'locales/en/main.json at `"menu"`: keyword-shared (locale en, node bone): "menu" leads to "command menu" already (en). In one language a word can lead to one place only, and the name of a language in all.',
      ],
    },
  ],
  'phrase-shared': [
    {
      name: 'a phrase of two topics',
      edits: [[ENGLISH, ['outlook', 'phrases'], ['How long', 'My rib hurts!']]],
      issues: [
        'locales/en/main.json at `"My rib hurts!"`: warning phrase-shared (locale en, node outlook): "My rib hurts!" stands at "bone" already (en). Keep it where it belongs most.',
      ],
    },
    {
      name: 'a phrase of two topics in two languages',
      edits: [[HAITIAN, ['outlook', 'phrases'], ['my rib hurts']]],
      issues: [
        'locales/ht/main.json at `"my rib hurts"`: warning phrase-shared (locale ht, node outlook): "my rib hurts" stands at "bone" already (en). Keep it where it belongs most.',
      ],
    },
  ],
  'keyword-not-said': [
    {
      name: 'a printed keyword that its topic does not say',
      edits: [[ENGLISH, ['bone', 'keywords'], ['skeleton', 'bone']]],
      issues: [
        'locales/en/main.json at `"skeleton",`: warning keyword-not-said (locale en, node bone): "bone" never says "skeleton", which is printed for it. Say it in a part, or print another word first.',
      ],
    },
  ],
  'reserved-keyword': [
    {
      name: 'a word of the carriers in countries of another language',
      edits: [
        ['locales/ht/countries.json', ['carriers'], { stop: ['ARRÊT'], help: ['AIDE'] }],
        [ENGLISH, ['bone', 'keywords'], ['bone', 'arret']],
      ],
      issues: [
        'locales/en/main.json at `"arret"`: reserved-keyword (locale en, node bone): "arret" belongs to the phone carriers, or is one letter from a word that does: whoever texts that is cut off or answered by them. Choose another word.',
      ],
    },
    {
      name: 'a word of the carriers',
      edits: [[ENGLISH, ['bone', 'keywords'], ['bone', 'Cancel']]],
      issues: [
        'locales/en/main.json at `"Cancel"`: reserved-keyword (locale en, node bone): "Cancel" belongs to the phone carriers, or is one letter from a word that does: whoever texts that is cut off or answered by them. Choose another word.',
      ],
    },
    {
      name: 'a printed word one letter from a word of the carriers',
      edits: [[ENGLISH, ['bone', 'keywords'], ['stip']]],
      issues: [
        'locales/en/main.json at `"stip"`: reserved-keyword (locale en, node bone): "stip" belongs to the phone carriers, or is one letter from a word that does: whoever texts that is cut off or answered by them. Choose another word.',
      ],
    },
  ],
  'too-long-spoken': [
    {
      name: 'a part of 46 seconds',
      edits: [[ENGLISH, ['outlook', 'voice', 'years'], 'Some. '.repeat(57)]],
      issues: [
        'locales/en/main.json at `"years": "Some. Some. So`: too-long-spoken (locale en, node outlook): The part "years" takes 46 seconds to say; the most is 45. Shorten it, or make two parts of it.',
      ],
    },
  ],
  'too-long-text': [
    longAnnouncement,
    tooLongBy(
      'a name that is too long for one of the texts',
      'A Line for People Who Live with a Cancer',
      18,
      'name: A Line for People',
      'The name has 40 letters; the most with which every text fits into 3 segments is 15. Shorten it, or text 1 of "main" in locales/en.',
    ),
    tooLongBy(
      'a name with a curly apostrophe',
      'Small’s',
      8,
      'name: Small’s',
      `The name has "’", ${TWICE} Write it as "Small's".`,
    ),
    tooLongBy(
      'a name with an accent',
      'Línea',
      8,
      'name: Línea',
      `The name has "í", ${TWICE} Write it as "Linea".`,
    ),
    tooLongBy(
      'a name in another script',
      '小さな線',
      8,
      'name: 小さな線',
      `The name has "小", "さ", "な", "線", ${TWICE} Write it with plain letters.`,
    ),
    {
      name: 'a text of four segments',
      edits: [[ENGLISH, ['outlook', 'sms', 'years'], 'Many live for some years. '.repeat(20)]],
      issues: [
        'locales/en/main.json at `"sms": {`: too-long-text (locale en, node outlook): Text 1 of "outlook" is 4 segments as it is sent; the most is 3, which is 459 characters. Shorten it.',
      ],
    },
    {
      name: 'a text that is too long as a first contact',
      edits: [[ENGLISH, ['bone', 'sms', 'where'], `Bones. ${'It can go there. '.repeat(25)}`]],
      issues: [
        'locales/en/main.json at `"sms": {`: too-long-text (locale en, node bone): Text 1 of "bone" is 4 segments as it is sent; the most is 3, which is 459 characters. Shorten it.',
      ],
    },
  ],
  'too-hard': [
    {
      name: 'a topic above the limit of its language',
      edits: [
        [ENGLISH, ['outlook', 'voice', 'years'], 'Multidisciplinary histopathological characterisation.'],
      ],
      issues: [
        'locales/en/main.json at `"outlook": {`: too-hard (locale en, node outlook): "outlook" scores 27.9 by flesch-kincaid; aim at 9, and never over 12. Use shorter words and sentences.',
      ],
    },
    {
      name: 'a topic above the aim of its language, which is a warning',
      edits: [
        [
          ENGLISH,
          ['outlook', 'voice', 'years'],
          'Generally, several people with it continue living for many years afterwards.',
        ],
      ],
      issues: [
        'locales/en/main.json at `"outlook": {`: warning too-hard (locale en, node outlook): "outlook" scores 9.4 by flesch-kincaid; aim at 9, and never over 12. Use shorter words and sentences.',
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
