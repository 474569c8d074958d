/** Mistakes in what leads where. */
import type { IssueCode } from '../../../src/authored/issue.ts'
import { ENGLISH, HAITIAN, inEveryLanguage, MAIN, type Mistake, optionsTo, SETTINGS } from './mistake.ts'
import { loops, midnightMistakes, offMistakes, pastDateMistakes } from './settings.ts'

export const flowMistakes = {
  'wrong-number-of-kind': [
    {
      name: 'no node for key 9',
      edits: [[MAIN, ['nodes', 'ways']], ...inEveryLanguage(['ways'])],
      issues: [
        'flows/line.yaml at `name: Smallline`: wrong-number-of-kind: No node is of the kind "ways". Every line needs one; add it to a file in flows/ (flows/line.yaml only lists settings).',
      ],
    },
    {
      name: 'two nodes for key 9',
      edits: [
        [MAIN, ['nodes', 'ways2'], { kind: 'ways' }],
        ...inEveryLanguage(['ways2'], { label: 'a', title: 'A' }),
      ],
      issues: [
        'flows/main.yaml at `ways2:`: wrong-number-of-kind (node ways2): "ways2" is a second node of the kind "ways". Keep one.',
      ],
    },
  ],
  'unknown-node': [
    {
      name: 'a topic of the core that is a menu',
      edits: [[SETTINGS, ['core'], ['bone', 'body', 'outlook']]],
      issues: [
        'flows/line.yaml at `body`: unknown-node: The core of a language cannot have "body": there is no topic of that name. Remove it.',
      ],
    },
    {
      name: 'an example that leads nowhere',
      edits: [['locales/en/examples.json', ['bone.sign'], ['my ribs ache']]],
      issues: [
        'locales/en/examples.json at `"bone.sign": [`: unknown-node (locale en): Examples lead to "bone.sign", which there is not. Did you mean "bone.signs"?',
      ],
    },
    {
      name: 'an example that leads to a command that no line has',
      edits: [['locales/ht/examples.json', ['bone,command:jump'], ['sote']]],
      issues: [
        'locales/ht/examples.json at `"bone,command:jump": [`: unknown-node (locale ht): Examples lead to "command:jump", which there is not. Write a topic, one of its parts, a rule, a reply or a command.',
      ],
    },
    {
      name: 'a link with a typing error',
      edits: [[MAIN, ['nodes', 'bone', 'related'], ['outlkk']]],
      issues: [
        'flows/main.yaml at `outlkk`: unknown-node (node bone): There is no node "outlkk". Did you mean "outlook"?',
      ],
    },
    {
      name: 'a link to a name that every object of JavaScript has',
      edits: [[MAIN, ['nodes', 'bone', 'related'], ['constructor']]],
      issues: [
        'flows/main.yaml at `constructor`: unknown-node (node bone): There is no node "constructor". Add it, or remove the link.',
      ],
    },
    {
      name: 'a link to nothing of a similar name',
      edits: [[MAIN, ['nodes', 'bone', 'related'], ['elsewhere']]],
      issues: [
        'flows/main.yaml at `elsewhere`: unknown-node (node bone): There is no node "elsewhere". Add it, or remove the link.',
      ],
    },
    {
      name: 'a code on the card for no topic',
      edits: [[SETTINGS, ['card'], ['bone', 'main']]],
      issues: [
        'flows/line.yaml at `main`: unknown-node: The card cannot lead to "main": there is no topic of that name with a number. Choose another.',
      ],
    },
  ],
  'unreachable-node': [
    {
      name: 'a menu that nothing leads to',
      edits: [
        [MAIN, ['nodes', 'lost'], { kind: 'menu', options: optionsTo('bone') }],
        ...inEveryLanguage(['lost'], { label: 'a', title: 'A' }),
      ],
      issues: [
        'flows/main.yaml at `lost:`: unreachable-node (node lost): Nothing leads to "lost". Add it to a menu.',
      ],
    },
    {
      name: 'a topic in no menu',
      edits: [[MAIN, ['nodes', 'body', 'options'], optionsTo('bone')]],
      issues: [
        'flows/main.yaml at `outlook:`: unreachable-node (node outlook): No menu leads to "outlook": a caller who does not know of it would not find it. Add it to a menu.',
      ],
    },
  ],
  'dead-end': [
    ...loops,
    {
      name: 'a menu that leads to itself',
      edits: [[MAIN, ['nodes', 'body', 'options'], optionsTo('bone', 'outlook', 'body')]],
      issues: ['flows/main.yaml at `key: 3`: dead-end (node body): "body" leads to itself. Let it lead on.'],
    },
    {
      name: 'a person who leads to a menu',
      edits: [[MAIN, ['nodes', 'person', 'otherwise'], 'main']],
      issues: [
        'flows/main.yaml at `otherwise: main }`: dead-end (node person): "main" is a menu, and only a helplines can stand here: people would be stuck.',
      ],
    },
  ],
  'unknown-source': [
    {
      name: 'a source that is not listed',
      edits: [[MAIN, ['nodes', 'outlook', 'facts', 0, 'sources'], ['clinik']]],
      issues: [
        'flows/main.yaml at `sources: [ clinik ], voi`: unknown-source (node outlook): There is no source "clinik" in flows/sources.yaml. Did you mean "clinic"?',
      ],
    },
  ],
  'duplicate-fact': [
    {
      name: 'two facts of one id',
      edits: [[MAIN, ['nodes', 'bone', 'facts', 1, 'id'], 'hurt']],
      issues: [
        'flows/main.yaml at `id: hurt, note: numb leg`: duplicate-fact (node bone): "bone" has two facts "hurt". Rename one.',
      ],
    },
  ],
  'no-key-words': [
    {
      name: 'a fact without key words in one language',
      edits: [[HAITIAN, ['outlook', 'facts', 'years']]],
      issues: [
        'locales/ht/main.json at `"facts": {}`: no-key-words (locale ht, node outlook): The fact "years" of "outlook" has no key words. Write those that the parts which tell it must hold.',
      ],
    },
  ],
  'fact-not-told': [
    {
      name: 'a text that says something else than its fact',
      edits: [[ENGLISH, ['bone', 'sms', 'where'], 'Nobody knows.']],
      issues: [
        'locales/en/main.json at `"hurt": [`: fact-not-told (locale en, node bone): The sms parts of "bone" that tell the fact "hurt" do not hold: bones. Tell the fact, or correct its key words.',
      ],
    },
  ],
  'unknown-part': [
    {
      name: 'a fact told by a part that does not exist',
      edits: [[MAIN, ['nodes', 'bone', 'facts', 0, 'voice'], ['where', 'wear']]],
      issues: [
        'flows/main.yaml at `voice: [ where, wear ],`: unknown-part (node bone): "bone" has no voice part "wear". Its parts are: where, signs, nurse.',
      ],
    },
    {
      name: 'a fact told by a part of the other channel',
      edits: [
        [MAIN, ['nodes', 'outlook', 'parts', 'sms'], ['time']],
        ...inEveryLanguage(['outlook', 'sms'], { time: 'A.' }),
      ],
      issues: [
        'flows/main.yaml at `sms: years }`: unknown-part (node outlook): "outlook" has no sms part "years". Its parts are: time.',
      ],
    },
  ],
  'unknown-locale': [
    {
      name: 'a source language that the line does not have',
      edits: [[SETTINGS, ['source'], 'fr']],
      issues: [
        'flows/line.yaml at `source: fr`: unknown-locale: The source language "fr" is not among the locales of this line (en, ar, ja, ht). Add it there, or leave this out.',
      ],
    },
    {
      name: 'a language without a folder',
      edits: [[SETTINGS, ['locales'], ['en', 'ar', 'ja', 'ht', 'fr']]],
      issues: [
        'flows/line.yaml at `fr`: unknown-locale: There is no folder locales/fr. It has: ar, en, ht, ja.',
      ],
    },
    {
      name: 'a number that offers a language the line does not have',
      edits: [[SETTINGS, ['numbers', 0, 'locales'], ['ja', 'fr']]],
      issues: [
        'flows/line.yaml at `locales:`: unknown-locale (locale fr): +15555550101 offers "fr", which is not among the locales of this line (en, ar, ja, ht). Add it there first.',
      ],
    },
  ],
  'past-date': pastDateMistakes,
  'always-told': offMistakes,
  'over-midnight': midnightMistakes,
  'no-default-country': [
    {
      name: 'a country without a directory',
      edits: [[SETTINGS, ['country'], 'FR']],
      issues: [
        'flows/line.yaml at `country: FR`: no-default-country: There is no flows/directory/fr.yaml, so callers would hear no emergency number. Add it, or choose another country.',
      ],
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Mistake[]>>
