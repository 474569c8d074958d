/**
 * Mistakes that operators and translators make in the files of the real line, and in their own folder: one each, planted by one
 * edit of the text as it stands on disk.
 */

export interface Planted {
  readonly name: string
  readonly file: string
  /** What the edit finds, and what it writes there; without `find` it writes the whole file. */
  readonly find?: string | RegExp
  readonly write: string
  /** The file under another name. */
  readonly rename?: string
  /** Where the first issue is, if not in the file itself. */
  readonly where?: string
  /** What the line named holds, after the edit. */
  readonly at: string
  /** What the first issue says. */
  readonly says: RegExp
}

const LINE = 'flows/line.yaml'
const MAIN = 'flows/main.yaml'
const SYMPTOMS = 'flows/symptoms.yaml'
const US = 'flows/directory/us.yaml'
const WORDS = 'locales/es/symptoms.json'
const OWN = 'line/line.yaml'

const OPEN = '[mon, tue, wed, thu, fri], from: "09:00", to: "17:00"'

/** Files that cannot be read as YAML or JSON. */
const unreadable: readonly Planted[] = [
  { name: 'a lost closing quote in YAML', file: US, find: 'number: "911"', write: 'number: "911', at: 'number: "911,', says: /quote/ },
  { name: 'a lost closing quote at the end of a line', file: US, find: 'call: "988"', write: 'call: "988', at: 'call: "988', says: /quote/ },
  { name: 'a lost opening quote in YAML', file: US, find: 'call: "988"', write: 'call: 988"', at: 'call: 988"', says: /quote/ },
  { name: 'a lost colon', file: SYMPTOMS, find: '    number: 20', write: '    number 20', at: 'number 20', says: /colon/ },
  { name: 'no space after a colon', file: LINE, find: 'name: Plainline', write: 'name:Plainline', at: 'name:Plainline', says: /colon/ },
  { name: 'a colon within a name', file: OWN, write: 'name: Hope: a line\n', at: 'Hope: a line', says: /colon.*quotes/ },
  { name: 'a bracket that is not closed', file: SYMPTOMS, find: 'fever, tell]', write: 'fever, tell', at: 'sms: [where', says: /\]/ },
  { name: 'a tab in YAML', file: SYMPTOMS, find: '    number: 20', write: '\tnumber: 20', at: '\tnumber: 20', says: /tab/i },
  { name: 'a line indented too far', file: SYMPTOMS, find: '    number: 20', write: '      number: 20', at: 'number: 20', says: /space/ },
  { name: 'a line indented too little', file: SYMPTOMS, find: '    number: 20', write: '   number: 20', at: 'number: 20', says: /space/ },
  { name: 'a key twice in YAML', file: LINE, find: 'country: US', write: 'country: US\nname: Hope', at: 'name: Hope', says: /twice/ },
  { name: 'a key twice in JSON', file: WORDS, find: '"title": "Señales",', write: '"title": "Señales",\n    "title": "Signos",', at: '"title": "Signos"', says: /twice/ },
  { name: 'a comma missing in JSON', file: WORDS, find: '"title": "Señales",', write: '"title": "Señales"', at: '"title": "Señales"', says: /comma/ },
  { name: 'a comma missing in a list', file: WORDS, find: '"síntomas", "síntoma"', write: '"síntomas" "síntoma"', at: '"síntomas" "síntoma"', says: /comma/ },
  { name: 'smart quotes in JSON', file: WORDS, find: '"title": "Señales"', write: '“title”: “Señales”', at: '“title”', says: /straight/ },
  { name: 'a lost quote in JSON', file: WORDS, find: '"title": "Señales",', write: '"title": "Señales,', at: '"title": "Señales,', says: /quote/ },
  { name: 'a quotation within a text in JSON', file: WORDS, find: '"title": "Señales"', write: '"title": "Las "señales" hoy"', at: 'Las "se', says: /quot/ },
  { name: 'a text over two lines in JSON', file: WORDS, find: '"title": "Señales"', write: '"title": "Las\nseñales"', at: '"title": "Las', says: /one line|line break/ },
  { name: 'a colon missing in JSON', file: WORDS, find: '"title": "Señales"', write: '"title" "Señales"', at: '"title" "', says: /colon/ },
  { name: 'a brace missing in JSON', file: WORDS, find: /\}\s*$/, write: '', at: '', says: /\}/ },
  { name: 'a brace too many in JSON', file: WORDS, find: '"title": "Señales",', write: '"title": "Señales" },', at: '', says: /\}|ends/ },
  { name: 'another encoding', file: WORDS, find: 'síntomas', write: 's\uFFFDntomas', at: 's\uFFFDntomas', says: /UTF-8/ },
  { name: 'a file of another ending', file: WORDS, find: '{', write: '{', rename: 'locales/es/symptoms.txt', where: 'locales/es/symptoms.txt', at: '', says: /Rename it to locales\/es\/symptoms\.json/ },
  { name: 'a JSON file with a further ending', file: WORDS, find: '{', write: '{', rename: 'locales/es/symptoms.json.txt', where: 'locales/es/symptoms.json.txt', at: '', says: /Rename it to locales\/es\/symptoms\.json/ },
  { name: 'flows with a further ending', file: SYMPTOMS, find: 'nodes', write: 'nodes', rename: 'flows/symptoms.yaml.txt', where: 'flows/symptoms.yaml.txt', at: '', says: /Rename it to flows\/symptoms\.yaml/ },
  { name: 'an empty file', file: WORDS, write: '', at: '', says: /empty/ },
  { name: 'an empty flow file', file: SYMPTOMS, write: '', at: '', says: /empty/ },
  { name: 'an empty settings file', file: LINE, write: '\n', at: '', says: /empty/ },
]

/** Values of another form than their schema has. */
const misshapen: readonly Planted[] = [
  { name: 'a misspelt setting', file: LINE, find: /^card:/m, write: 'crad:', at: 'crad:', says: /"crad".*Did you mean "card"/ },
  { name: 'a misspelt setting of the own folder', file: OWN, write: 'name: Hope\ncrad: [bone]\n', at: 'crad:', says: /"crad".*Did you mean "card"/ },
  { name: 'a misspelt value', file: OWN, write: 'speech: allways\n', at: 'allways', says: /"allways".*Did you mean "always"/ },
  { name: 'hours as "9-17"', file: LINE, find: 'from: "09:00", to: "17:00"', write: 'from: "9-17"', at: '"9-17"', says: /9-17.*"09:00"/ },
  { name: 'a time without its zero', file: OWN, write: `handoff:\n  open:\n    - { days: [mon], from: "9:00", to: "17:00" }\n`, at: '"9:00"', says: /"9:00".*"09:00"/ },
  { name: 'a time in words', file: OWN, write: `handoff:\n  open:\n    - { days: [mon], from: 9am, to: "17:00" }\n`, at: '9am', says: /"9am".*"09:00"/ },
  { name: 'a time as a whole number', file: OWN, write: `handoff:\n  open:\n    - { days: [mon], from: 9, to: "17:00" }\n`, at: 'from: 9,', says: /"09:00"/ },
  { name: 'days as "mon-fri"', file: LINE, find: OPEN, write: 'mon-fri, from: "09:00", to: "17:00"', at: 'mon-fri', says: /\[mon, tue/ },
  { name: 'days in capitals', file: LINE, find: '[mon, tue,', write: '[Mon, tue,', at: '[Mon', says: /"Mon".*"mon"/ },
  { name: 'a phone number without +', file: OWN, write: 'number: "15555550100"\n', at: '"15555550100"', says: /"15555550100".*"\+15555550100"/ },
  { name: 'a phone number in groups', file: OWN, write: 'number: "+1 555 555 0100"\n', at: '+1 555 555 0100', says: /"\+15555550100"/ },
  { name: 'a phone number without quotes', file: OWN, write: 'number: +15555550100\n', at: '+15555550100', says: /in quotes.*"\+15555550100"/ },
  { name: 'an emergency number without quotes', file: US, find: 'number: "911"', write: 'number: 911', at: 'number: 911', says: /in quotes.*"911"/ },
  { name: 'a country in small letters', file: LINE, find: 'country: US', write: 'country: us', at: 'country: us', says: /"us".*"US"/ },
  { name: 'a country by another name', file: LINE, find: 'country: US', write: 'country: UK', at: 'country: UK', says: /"UK".*"GB"/ },
  { name: 'a country of three letters', file: LINE, find: 'country: US', write: 'country: USA', at: 'country: USA', says: /"USA".*two letters/ },
  { name: 'a directory of a country by another name', file: 'flows/directory/gb.yaml', find: 'country: GB', write: 'country: UK', at: 'country: UK', says: /"UK".*"GB"/ },
  { name: 'a month that there is not', file: US, find: 'source: "standards section 5", checked: 2026-11', write: 'source: "standards section 5", checked: 2026-13-01', at: '2026-13-01', says: /2026-13-01.*no (day|date)|2026-13-01.*month/ },
  { name: 'a date as it is written in Germany', file: US, find: 'source: "standards section 5", checked: 2026-11', write: 'source: "standards section 5", checked: 24.12.2026', at: '24.12.2026', says: /"24\.12\.2026".*2026-12-24/ },
  { name: 'a closed date as it is written in Germany', file: OWN, write: 'handoff: { closed: [24.12.2026] }\n', at: '24.12.2026', says: /"24\.12\.2026".*2026-12-24/ },
  { name: 'a language by its name', file: LINE, find: 'locales: [en, es]', write: 'locales: [en, Spanish]', at: 'Spanish', says: /"Spanish".*"es"/ },
  { name: 'one language without brackets', file: LINE, find: 'locales: [en, es]', write: 'locales: en', at: 'locales: en', says: /list.*\[en\]/ },
  { name: 'yes for true', file: OWN, write: 'askIfItHelped: yes\n', at: 'yes', says: /true or false/ },
  { name: 'a text where true or false belongs', file: OWN, write: 'askIfItHelped: "true"\n', at: '"true"', says: /without quotes/ },
  { name: 'a name that is too long', file: OWN, write: `name: ${'Hope '.repeat(17).trim()}\n`, at: 'Hope Hope', says: /84 letters.*40/ },
  { name: 'a name in UCS-2', file: OWN, write: 'name: Hope’s Line\n', at: 'Hope’s', says: /“?’/ },
  { name: 'an unknown kind', file: US, find: 'kind: cancer', write: 'kind: cancr', at: 'kind: cancr', says: /"cancr".*Did you mean "cancer"/ },
  { name: 'an unknown kind of node', file: MAIN, find: '  main:\n    kind: menu', write: '  main:\n    kind: menue', at: 'kind: menue', says: /"menue".*Did you mean "menu"/ },
  { name: 'no kind of a node', file: MAIN, find: '  main:\n    kind: menu\n', write: '  main:\n', at: 'main:', says: /"kind" is missing/ },
  { name: 'a source that is missing', file: US, find: ', source: "standards section 5"', write: '', at: 'emergency:', says: /"source" is missing/ },
  { name: 'an address that is none', file: 'flows/sources.yaml', find: 'url: https://www.news', write: 'url: www.news', at: 'url: www.news', says: /"www\.news.*https:/ },
  { name: 'a wrong indent that puts nodes into another', file: SYMPTOMS, find: '\n  bone:\n', write: '\n    bone:\n', at: 'bone:', says: /"bone".*(indent|space)/ },
  { name: 'a text where a list belongs', file: WORDS, find: '"keywords": ["síntomas", "síntoma", "señales"]', write: '"keywords": "síntomas"', at: '"keywords": "síntomas"', says: /list.*\["síntomas"\]/ },
  { name: 'a misspelt name in JSON', file: WORDS, find: '"title": "Señales"', write: '"titel": "Señales"', at: '"titel"', says: /"titel".*Did you mean "title"/ },
  { name: 'an empty text', file: WORDS, find: '"title": "Señales"', write: '"title": ""', at: '"title": ""', says: /empty/ },
  { name: 'a number of three digits', file: SYMPTOMS, find: 'number: 20', write: 'number: 200', at: 'number: 200', says: /200.*10.*99/ },
  { name: 'a setting of a part with nothing behind it', file: LINE, find: 'country: US', write: 'country:', at: 'country:', says: /"country" is empty|nothing/ },
  { name: 'a list that was a dash forgotten', file: OWN, write: 'handoff:\n  open:\n    days: [mon]\n    from: "09:00"\n    to: "17:00"\n', at: 'days: [mon]', says: /list/ },
]

/** Files that can be read, and do not fit together. */
const unfit: readonly Planted[] = [
  { name: 'a node misspelt in a menu', file: MAIN, find: '- { key: 1, to: liver }', write: '- { key: 1, to: livr }', at: 'livr', says: /no node "livr".*Did you mean "liver"/ },
  { name: 'a node renamed in flows only', file: SYMPTOMS, find: '\n  liver:\n', write: '\n  livers:\n', at: 'livers:', says: /"livers".*"liver"/ },
  { name: 'a part renamed in flows only', file: SYMPTOMS, find: 'voice: [where, whole, tell, now, legs, fever]', write: 'voice: [places, whole, tell, now, legs, fever]', at: 'places', says: /"places".*"where"/ },
  { name: 'a part renamed in one locale', file: WORDS, find: '"whole": "', write: '"hole": "', at: '"hole"', says: /"hole".*"whole"/ },
  { name: 'a node renamed in one locale', file: WORDS, find: '  "liver": {', write: '  "livers": {', at: '"livers"', says: /"livers".*"liver"/ },
  { name: 'a number used twice', file: SYMPTOMS, find: 'number: 20', write: 'number: 21', at: 'number: 21', says: /21.*"symptoms"|21.*"bone"/ },
  { name: 'a key used twice', file: MAIN, find: '- { key: 2, to: head }', write: '- { key: 1, to: head }', at: 'key: 1, to: head', says: /Key 1/ },
  { name: 'a placeholder misspelt', file: 'locales/es/phrases.json', find: '{{emergency}}', write: '{{emergencia}}', at: '{{emergencia}}', says: /\{\{emergencia\}\}|\{\{emergency\}\}/ },
  { name: 'a source misspelt', file: SYMPTOMS, find: 'sources: [metastasis2015]', write: 'sources: [metastasis2051]', at: 'metastasis2051', says: /"metastasis2051".*Did you mean "metastasis2015"/ },
  { name: 'an own text of a gone part', file: 'line/locales/en/words.json', write: '{ "bone": { "sms": { "gone": "Words." } } }\n', at: 'gone', says: /"gone"/ },
  { name: 'an own text of a gone topic', file: 'line/locales/en/words.json', write: '{ "gonetopic": { "label": "gone", "title": "Gone" } }\n', at: 'gonetopic', says: /"gonetopic"/ },
  { name: 'an own menu that leads to a gone topic', file: 'line/menus.yaml', write: 'nodes:\n  reasons:\n    options:\n      - { key: 1, to: spread }\n      - { key: 2, to: return }\n      - { key: 3, to: causes }\n      - { key: 4, to: genes }\n      - { key: 5, to: gonetopic }\n', at: 'gonetopic', says: /"gonetopic"/ },
  { name: 'own examples under a label that is none', file: 'line/locales/en/examples.json', write: '{ "bones": ["my shin is sore"] }\n', at: 'bones', says: /"bones".*Did you mean "bone"/ },
  { name: 'an own topic without its kind', file: 'line/liver2.yaml', write: 'nodes:\n  liver2: { number: 98 }\n', at: 'liver2', says: /"kind" is missing/ },
  { name: 'a broken shipped file under an own one', file: SYMPTOMS, find: '    number: 20', write: '    number 20', at: 'number 20', says: /colon/ },
]

export const planted = { unreadable, misshapen, unfit }
