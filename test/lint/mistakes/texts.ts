/** Mistakes in the texts of nodes, phrases and the directory. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { ENGLISH, HAITIAN, inEveryLanguage, type Mistake, PHRASES, SETTINGS, US } from './mistake.ts'

const EVERYWHERE = 'source: fiction\nchecked: 2026-11\nemergency: { US: "911", GB: "999" }\ncrisis: {}\n'

const REVIEW = 'locales/ht/review.csv'
const REVIEW_HEAD = 'key,sourceHash,textHash,state,by,when,how,backTranslation'
const reviewRows: readonly (readonly [row: string, message?: string])[] = [
  ['nodes.bonee.label,1,2,draft,,,human,', 'No text has this key. Delete the row, or correct its key.'],
  [
    'nodes.bone.label,1,2,signed,"M. R., nurse",2026-11-26,human,',
    '"signed" is no state. These are: draft, reviewed, approved.',
  ],
  [
    'nodes.bone.title,1,2,reviewed,M. R.,2026-11-26,human,',
    '"M. R." names no role. Write initials, a comma and the role, such as "M. R., nurse".',
  ],
  [
    'nodes.body.label,1,2,reviewed,"M. R., nurse",26/11/2026,human,',
    '"when" is "26/11/2026". Write a day such as 2026-11-26.',
  ],
  [
    'nodes.body.title,1,2,reviewed,"M. R., nurse",2026-11-26,machine,',
    'What a machine has read is a draft. Let a person sign it.',
  ],
  ['nodes.call.label,1,2,draft,,,robot,', '"how" is "robot". Write human or machine.'],
  ['nodes.call.title,1,2,draft,,,human,'],
  ['nodes.call.title,1,2,draft,,,human,', 'An earlier row has the same key. Keep one.'],
]

export const textMistakes = {
  'missing-text': [
    {
      name: 'a rule for a danger that one language lacks',
      edits: [['locales/ht/rules.json', ['breath']]],
      issues: [
        'locales/ht/rules.json at `{`: missing-text (locale ht): "breath" is missing, which locales/en has. Write it.',
      ],
    },
    {
      name: 'a node without texts in the source language',
      edits: [
        [ENGLISH, ['outlook']],
        ['locales/en/examples.json', ['outlook']],
      ],
      issues: [
        'flows/main.yaml at `outlook:`: missing-text (locale en, node outlook): locales/en has no texts for "outlook". Write them in the file named like this one.',
      ],
    },
    {
      name: 'a file of phrases that is hardly begun',
      edits: [[PHRASES, ['untranslated']]],
      issues: [
        'locales/en/phrases.json at `{`: missing-text (locale en): 5 phrases are missing: untranslated.language, untranslated.topic, untranslated.some, untranslated.hear, untranslated.read. Write them.',
      ],
    },
    {
      name: 'a part without words in one language',
      edits: [[HAITIAN, ['outlook', 'sms', 'years']]],
      issues: [
        'locales/ht/main.json at `"sms": {},`: missing-text (locale ht, node outlook): The sms part "years" is missing. Write it.',
      ],
    },
    {
      name: 'a phrase that is not written',
      edits: [[PHRASES, ['voice', 'back']]],
      issues: [
        'locales/en/phrases.json at `"voice": {`: missing-text (locale en): The phrase "voice.back" is missing. Write it.',
      ],
    },
    {
      name: 'a phrase without one of its plural forms',
      edits: [['locales/ar/phrases.json', ['voice', 'choices_two']]],
      issues: [
        'locales/ar/phrases.json at `"voice": {`: missing-text (locale ar): The phrase "voice.choices_two" is missing. Write it, with {{count}}.',
      ],
    },
    {
      name: 'a country without words',
      edits: [['locales/ar/directory.json', ['GB']]],
      issues: [
        'locales/ar/directory.json at `{`: missing-text (locale ar): The words for GB are missing. Add them.',
      ],
    },
    {
      name: 'hours of a helpline that one language lacks',
      edits: [['locales/ht/directory.json', ['US', 'services', 'crisis', 'hours']]],
      issues: [
        'locales/ht/directory.json at `"crisis": {`: missing-text (locale ht): The hours of "crisis" in US are known in the source language, and missing here. Write them.',
      ],
    },
    {
      name: 'a service without words',
      edits: [['locales/ar/directory.json', ['US', 'services', 'cancer']]],
      issues: [
        'locales/ar/directory.json at `"services": {`: missing-text (locale ar): The service "cancer" of US has no words. Add them.',
      ],
    },
  ],
  'incomplete-language': [
    {
      name: 'lists of words of danger that are stubs beside that of the source language',
      edits: [['locales/en/alarms.json', ['stop'], [1, 2, 3, 4, 5, 6].map((each) => `no more ${each}`)]],
      issues: [
        ['ar', '"stop": ["لا تراسلني"],'],
        ['ht', '"stop": ["kite m anpè"],'],
        ['ja', '"stop": ["送らないで"],'],
      ].map(
        ([locale, at]) =>
          `locales/${locale}/alarms.json at \`${at}\`: incomplete-language (locale ${locale}): This language has 1 way to say "stop", and locales/en has 6: people in danger would not be heard. Write how they say it; until then take "${locale}" out of flows/line.yaml.`,
      ),
    },
    {
      name: 'a node that is no topic, in a language other than the source',
      edits: [[HAITIAN, ['ways']]],
      issues: [
        'flows/line.yaml at `ht]`: incomplete-language (locale ht): locales/ht lacks a node that a language needs to be offered: ways. Write their texts, in files named as in locales/en; until then take "ht" out of this list.',
      ],
    },
    {
      name: 'a language without topics of the core, and without some others, which it may lack',
      edits: [
        [SETTINGS, ['core'], ['bone']],
        [HAITIAN, ['bone']],
        [HAITIAN, ['outlook']],
        [HAITIAN, ['askoutlook']],
      ],
      issues: [
        'flows/line.yaml at `ht ]`: incomplete-language (locale ht): locales/ht lacks 2 nodes that a language needs to be offered: bone, askoutlook. Write their texts, in files named as in locales/en; until then take "ht" out of this list.',
      ],
    },
  ],
  untranslated: [
    {
      name: 'texts copied from the source language, in two files',
      edits: [
        [HAITIAN, ['bone', 'voice', 'where'], 'This cancer can go to the bones.'],
        [HAITIAN, ['bone', 'sms', 'where'], 'It can go to the bones.'],
        ['locales/ht/rules.json', ['breath', 'voice'], 'Call {{emergency}} now, and sit up.'],
      ],
      issues: [
        'locales/ht/main.json at `"where": "This cancer ca`: untranslated (locale ht): 2 texts equal those of locales/en word for word. The first is nodes.bone.voice.where. Translate them; a topic that is not translated yet is left out whole.',
        'locales/ht/rules.json at `"voice": "Call {{emergen`: untranslated (locale ht): 1 text equals that of locales/en word for word. The first is rules.breath.voice. Translate them; a topic that is not translated yet is left out whole.',
      ],
    },
  ],
  'extra-text': [
    {
      name: 'signs of a danger that has no warning',
      edits: [['locales/ht/signs.json', ['signs', 'moon'], ['lalin']]],
      issues: [
        'locales/ht/signs.json at `"moon": [`: extra-text (locale ht): There is no warning "moon" in warnings.json. Remove its signs, or correct the name.',
      ],
    },
    {
      name: 'a reply that the first language lacks',
      edits: [['locales/ht/replies.json', ['moon'], { voice: 'Lalin.', sms: 'Lalin.' }]],
      issues: [
        'locales/ht/replies.json at `"moon": {`: extra-text (locale ht): locales/en has no "moon". Remove it, or correct its name.',
      ],
    },
    {
      name: 'texts of a node that does not exist',
      edits: [[ENGLISH, ['skin'], { label: 'skin', title: 'Skin' }]],
      issues: [
        'locales/en/main.json at `"skin": {`: extra-text (locale en, node skin): No flow has a node "skin". Remove its texts, or correct the slug.',
      ],
    },
    {
      name: 'words of a part that does not exist',
      edits: [[ENGLISH, ['outlook', 'voice', 'weeks'], 'Some live for weeks.']],
      issues: [
        'locales/en/main.json at `"weeks": "Some live for`: extra-text (locale en, node outlook): The flow has no voice part "weeks". Remove it, or add it to the flow.',
      ],
    },
    {
      name: 'a phrase that nothing says',
      edits: [[PHRASES, ['voice', 'sing'], 'La, la.']],
      issues: [
        'locales/en/phrases.json at `"sing": "La, la."`: extra-text (locale en): No phrase "voice.sing" is ever said. Remove it, or correct its name.',
      ],
    },
    {
      name: 'words of a service that does not exist',
      edits: [['locales/en/directory.json', ['US', 'services', 'moon'], { name: 'Moon', about: 'a talk' }]],
      issues: [
        'locales/en/directory.json at `"moon": {`: extra-text (locale en): flows/directory has no service "moon" in US. Remove its words, or correct the id.',
      ],
    },
  ],
  'placeholder-differs': [
    {
      name: 'a warning that the first language does not tell',
      edits: [[HAITIAN, ['bone', 'sms', 'where'], 'Li ka ale nan zo. {{warning.breath}}']],
      issues: [
        'locales/ht/main.json at `"where": "Li ka ale nan`: placeholder-differs (locale ht, node bone): The placeholders differ from those of locales/en: none there, {{warning.breath}} here. Tell the same ones.',
      ],
    },
    {
      name: 'a phrase without its key',
      edits: [[PHRASES, ['voice', 'person'], 'For a person, press zero.']],
      issues: [
        'locales/en/phrases.json at `"person": "For a person,`: placeholder-differs (locale en): "voice.person" must have these placeholders: {{key}}. It has: none.',
      ],
    },
  ],
  'own-warning': [
    {
      name: 'a danger in words of its own',
      edits: inEveryLanguage(['outlook', 'sms', 'years'], 'Call {{emergency}}.'),
      issues: ['ar', 'en', 'ht', 'ja'].map(
        (locale) =>
          `locales/${locale}/main.json at \`"years": "Call {{emergen\`: own-warning (locale ${locale}, node outlook): A topic tells a danger by its warning, such as {{warning.cord}} (warnings.json): every topic then says the same. Use one, or add one.`,
      ),
    },
  ],
  'danger-without-warning': [
    {
      name: 'signs of a danger that ask to call, without the warning',
      edits: [[ENGLISH, ['outlook', 'sms', 'years'], 'Many live for years. Are your legs numb? Call now.']],
      issues: [
        'locales/en/main.json at `"years": "Many live for`: warning danger-without-warning (locale en, node outlook): This seems to tell the danger "cord" in words of its own. Tell it by {{warning.cord}}, so that every topic says the same.',
      ],
    },
  ],
  'unsafe-advice': [
    [
      'You can wait until Monday.',
      '"can wait" tells people that they may wait, and nobody here has seen them. Say whom they can ask.',
    ],
    [
      'There is nothing to worry about.',
      '"nothing to worry" tells people that they are well, and nobody here has seen them. Say whom they can ask.',
    ],
  ].map(([words = '', says]) => ({
    name: words,
    edits: [[ENGLISH, ['outlook', 'sms', 'years'], words]],
    issues: [
      `locales/en/main.json at \`"years": ${JSON.stringify(words).slice(0, 15)}\`: warning unsafe-advice (locale en, node outlook): ${says}`,
    ],
  })),
  'unknown-placeholder': [
    {
      name: 'a reply with a value that it does not get',
      edits: [['locales/ar/replies.json', ['bot', 'voice'], 'أنا {{emergency}}']],
      issues: [
        'locales/ar/replies.json at `"voice": "أنا {{emergenc`: unknown-placeholder (locale ar): {{emergency}} is not known here. It may name: {{menu}}, {{name}}, {{person}}.',
      ],
    },
    {
      name: 'a warning with a slip in its name',
      edits: inEveryLanguage(['outlook', 'voice', 'years'], 'A {{warning.chord}}.'),
      issues: ['ar', 'en', 'ht', 'ja'].map(
        (locale) =>
          `locales/${locale}/main.json at \`"years": "A {{warning.ch\`: unknown-placeholder (locale ${locale}, node outlook): {{warning.chord}} is not known here. Did you mean {{warning.cord}}?`,
      ),
    },
    {
      name: 'a value that no part may name',
      edits: inEveryLanguage(['outlook', 'voice', 'years'], 'A {{name}}.'),
      issues: [
        'locales/ar/main.json at `"years": "A {{name}}."`: unknown-placeholder (locale ar, node outlook): {{name}} is not known here. These are: {{crisis}}, {{warning.cord}}, {{warning.breath}}.',
        'locales/en/main.json at `"years": "A {{name}}."`: unknown-placeholder (locale en, node outlook): {{name}} is not known here. These are: {{crisis}}, {{warning.cord}}, {{warning.breath}}.',
        'locales/ht/main.json at `"years": "A {{name}}."`: unknown-placeholder (locale ht, node outlook): {{name}} is not known here. These are: {{crisis}}, {{warning.cord}}, {{warning.breath}}.',
        'locales/ja/main.json at `"years": "A {{name}}."`: unknown-placeholder (locale ja, node outlook): {{name}} is not known here. These are: {{crisis}}, {{warning.cord}}, {{warning.breath}}.',
      ],
    },
  ],
  'key-said-first': [
    {
      name: 'the key before the choice in short menus',
      edits: [[PHRASES, ['voice', 'shortOption'], '{{key}}: | {{label}}.']],
      issues: [
        'locales/en/phrases.json at `"shortOption": "{{key}}:`: key-said-first (locale en): "voice.shortOption" says the key before the choice. Say the choice first: people forget a key they hear before they know what it is for.',
      ],
    },
    {
      name: 'the key before the choice',
      edits: [[PHRASES, ['voice', 'option'], 'Press {{key}} | for {{label}}.']],
      issues: [
        'locales/en/phrases.json at `"option": "Press {{key}}`: key-said-first (locale en): "voice.option" says the key before the choice. Say the choice first: people forget a key they hear before they know what it is for.',
      ],
    },
  ],
  'claim-differs': [
    {
      name: 'another figure in one language',
      edits: [
        ...inEveryLanguage(['outlook', 'voice', 'years'], '27 in 100, 2.5.'),
        [HAITIAN, ['outlook', 'voice', 'years'], '37 sou 100, 2,5.'],
      ],
      issues: [
        'locales/ht/main.json at `"years": "37 sou 100, 2,`: claim-differs (locale ht, node outlook): The figures differ from those of locales/en: 100, 2.5, 27 there, 100, 2.5, 37 here. Tell the same ones.',
      ],
    },
    {
      name: 'a figure in one language only',
      edits: [[HAITIAN, ['outlook', 'sms', 'years'], '5.']],
      issues: [
        'locales/ht/main.json at `"years": "5."`: claim-differs (locale ht, node outlook): The figures differ from those of locales/en: none there, 5 here. Tell the same ones.',
      ],
    },
  ],
  'emergency-differs': [
    {
      name: 'an emergency number with two digits the wrong way round',
      edits: [
        [US, ['emergency', 'number'], '191'],
        ['flows/directory/emergency.yaml', [], EVERYWHERE],
      ],
      issues: [
        'flows/directory/us.yaml at `number: "191", source: f`: emergency-differs: The emergency number is 191 here, and 911 in flows/directory/emergency.yaml. Correct the one that is wrong.',
      ],
    },
  ],
  'no-emergency-number': [
    {
      name: 'a rule for a danger without the number',
      edits: [['locales/ja/rules.json', ['cord', 'sms'], '横になってください。']],
      issues: [
        'locales/ja/rules.json at `"sms": "横になってください。"`: no-emergency-number (locale ja): "cord" must name {{emergency}}.',
      ],
    },
    {
      name: 'signs of illness, and no emergency number by text',
      edits: inEveryLanguage(['bone', 'sms', 'signs'], 'A.'),
      issues: [
        'locales/ar/main.json at `"sms": {`: no-emergency-number (locale ar, node bone): No sms part of "bone" tells a danger by its warning, such as {{warning.breath}}. Say which signs need help now, and whom to call.',
        'locales/en/main.json at `"sms": {`: no-emergency-number (locale en, node bone): No sms part of "bone" tells a danger by its warning, such as {{warning.breath}}. Say which signs need help now, and whom to call.',
        'locales/ht/main.json at `"sms": {`: no-emergency-number (locale ht, node bone): No sms part of "bone" tells a danger by its warning, such as {{warning.breath}}. Say which signs need help now, and whom to call.',
        'locales/ja/main.json at `"sms": {`: no-emergency-number (locale ja, node bone): No sms part of "bone" tells a danger by its warning, such as {{warning.breath}}. Say which signs need help now, and whom to call.',
      ],
    },
  ],
  'other-language': [
    {
      name: 'an English sentence within another language',
      edits: [[HAITIAN, ['outlook', 'voice', 'years'], 'Anpil moun viv. What is my life? Li bon.']],
      issues: [
        'locales/ht/main.json at `"years": "Anpil moun viv`: warning other-language (locale ht, node outlook): This seems to be in English: "What is my life". Translate it, if it is.',
      ],
    },
    {
      name: 'a sentence in the letters of another language',
      edits: [['locales/ja/phrases.json', ['voice', 'thanks'], 'You are welcome here always.']],
      issues: [
        'locales/ja/phrases.json at `"thanks": "You are welco`: warning other-language (locale ja): This seems to be in English: "You are welcome here always". Translate it, if it is.',
      ],
    },
  ],
  'review-row': [
    {
      name: 'rows of a review that cannot be meant',
      edits: [[REVIEW, [], [REVIEW_HEAD, ...reviewRows.map(([row]) => row), ''].join('\n')]],
      issues: reviewRows.flatMap(([row, message], index) =>
        message
          ? `${REVIEW} at \`${row.slice(0, 24)}\`: warning review-row: Row ${index + 2}, "${row.split(',')[0]}": ${message}`
          : [],
      ),
    },
    {
      name: 'a review without one of its columns',
      edits: [[REVIEW, [], 'key,state\n']],
      issues: [
        `${REVIEW} at \`key,state\`: review-row: The first row must name these columns: key, sourceHash, textHash, state, by, when, how, backTranslation. It lacks: sourceHash, textHash, by, when, how, backTranslation.`,
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
