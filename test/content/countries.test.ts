/** On the real line: messages that say which country their writer is in, and messages that name a country otherwise. */
import { describe, expect, test } from 'vitest'
import { countryNamed } from '../../src/finder/country-named.ts'
import { files, line, locales } from '../support/line.ts'

const said: Readonly<Record<string, readonly (readonly [words: string, country: string])[]>> = {
  en: [
    ['I am in the UK', 'GB'],
    ["I'm in the uk does this still apply", 'GB'],
    ['MEXICO', 'MX'],
    ['calling from Ireland', 'IE'],
    ['calling frm jamaica', 'JM'],
    ['im in canada btw', 'CA'],
    ['Hi, I live in Australia now', 'AU'],
    ['we are in South Africa', 'ZA'],
    ['texting from India, please help', 'IN'],
    ['Now in France. Number for ambulance?', 'FR'],
    ['england', 'GB'],
    ['im in irland', 'IE'],
    ['I am in Leeds, UK', 'GB'],
    ["my legs are numb, I'm in Scotland", 'GB'],
    ["I'm from New Zealand", 'NZ'],
    ['In Spain', 'ES'],
    ['i live in the states', 'US'],
    ["I'm in the U.S.", 'US'],
    ['i am in the us', 'US'],
    ['puerto rico', 'US'],
    ['phillipines', 'PH'],
    ['we moved to Poland', 'PL'],
    ['sorry i am in Northern Ireland', 'GB'],
    ['I am in Turkey', 'TR'],
  ],
  es: [
    ['estoy en México', 'MX'],
    ['Estoy en Francia. ¿Número de ambulancia?', 'FR'],
    ['toy en españa aki no hay 911', 'ES'],
    ['vivo en Puerto Rico, ¿sirve?', 'US'],
    ['soy de Argentina', 'AR'],
    ['le escribo desde Colombia', 'CO'],
    ['MEXICO', 'MX'],
    ['Hola, vivo en el Reino Unido', 'GB'],
    ['estoy en Guatemala', 'GT'],
    ['ya me vine pa México', 'MX'],
    ['aquí en Ecuador', 'EC'],
    ['desde Suiza', 'CH'],
    ['estoy en los EE. UU.', 'US'],
    ['llamo de Honduras', 'HN'],
    ['me encuentro en Lima, Perú', 'PE'],
    ['ando en Costa Rica', 'CR'],
    ['República Dominicana', 'DO'],
    ['El Salvador', 'SV'],
    ['estoy en mejico', 'MX'],
    ['Chile por favor', 'CL'],
    ['vivo en Inglaterra ahora', 'GB'],
    ['estoy en Canadá y me duele mucho la espalda', 'CA'],
    ['Venesuela', 'VE'],
  ],
}

const notSaid: Readonly<Record<string, readonly string[]>> = {
  en: [
    'is treatment better in Germany',
    'my sister lives in the dominican republic',
    'mum is in poland',
    'im not in america',
    'outside us',
    'us',
    'tell us',
    'can I fly to Mexico',
    'I was in Spain last year',
    'turkey',
    'jordan',
    'my nurse is from Jamaica',
    "I'm in Spain next week, can I travel",
    'I am in Canada in July',
    'if I am in Mexico can I get chemo',
    'they have a cure in Cuba',
    'I am in Georgia',
    'I am in New Mexico',
    'I am in pain',
    'sprain',
    'indian',
    'herbs from China',
    "I'm from India and I want to know about turmeric",
    'who pays in the UK',
    'Mexico has cheaper ibrance',
  ],
  es: [
    '¿es mejor el tratamiento en Alemania?',
    'mi hermana vive en Italia',
    'mi mamá está en Oaxaca',
    'no estoy en Estados Unidos',
    'funciona fuera de USA?',
    'mi primo dice que en China hay vacuna',
    'si estoy en México, ¿me atienden?',
    'voy a México en mayo',
    'jugo de china',
    'china',
    'lo hice en México vale en EEUU?',
    'mi doctora es de Cuba',
    'soy de Argentina y quiero saber del mate',
    'estoy en Granada',
    'reunión',
    'Guadalupe',
    'Mauricio',
    'estoy en España la próxima semana',
    'quiero morir en México',
    'me operaron en Chile',
    'cuánto cuesta en México',
    'estoy en cama',
    'la medicina llega de la India',
  ],
}

describe.each(Object.keys(said))('in %s', (locale) => {
  test.each(said[locale] ?? [])('"%s" is said in %s', (words, country) => {
    expect(countryNamed(line.finder, words)?.country).toBe(country)
  })

  test.each(notSaid[locale] ?? [])('"%s" says of nobody where they are', (words) => {
    expect(countryNamed(line.finder, words)).toBeUndefined()
  })
})

test('each country of the directory has its name printed in every language', () => {
  for (const locale of locales)
    for (const country of Object.keys(line.directory))
      expect(line.locales[locale]?.resources.countries[country]).toMatch(/^\p{L}/u)
})

test('no name of a country leads to a topic', () => {
  const names = [...line.finder.countries.names.meanings.keys()]
  expect(names.filter((name) => line.finder.keywords.meanings.has(name))).toEqual([])
})

test.each(locales)('messages about something else say it of nobody, or of the writer: %s', (locale) => {
  const examples: Readonly<Record<string, readonly string[]>> = JSON.parse(
    String(files[`locales/${locale}/examples.json`]),
  )
  const others = Object.entries(examples).flatMap(([label, texts]) =>
    label === 'reply:country' ? [] : texts,
  )
  const set = others.filter((words) => countryNamed(line.finder, words))
  expect(set.length / others.length).toBeLessThan(0.001)
})
