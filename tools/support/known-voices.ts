/**
 * What is written to `locales/voices.json`: the voices and the recognisers of speech that Twilio has. They are in the types of its
 * library, which are made from Twilio's own list; a table tells the languages of Polly's voices, whose names do not.
 *
 * @example
 * knownVoices(types, '6.2.0', '2026-11-26').voices['cmn-CN'] // ['Google.cmn-CN-Wavenet-A', …, 'Polly.Zhiyu-Neural']
 */
import { pushTo } from '../../src/authored/records.ts'
import type { KnownVoices } from '../../src/locale/known-voices.ts'

/** Amazon Polly's voices by language (docs.aws.amazon.com/polly/latest/dg/available-voices.html); the tags are those of `<Say language>`. */
const POLLY: Readonly<Record<string, string>> = {
  arb: 'Zeina',
  'ar-AE': 'Hala Zayd',
  'ca-ES': 'Arlet',
  'cmn-CN': 'Zhiyu',
  'cs-CZ': 'Jitka',
  'cy-GB': 'Gwyneth',
  'da-DK': 'Mads Naja Sofie',
  'de-AT': 'Hannah',
  'de-CH': 'Sabrina',
  'de-DE': 'Daniel Hans Marlene Vicki',
  'en-AU': 'Nicole Olivia Russell',
  'en-GB': 'Amy Arthur Brian Emma',
  'en-GB-WLS': 'Geraint',
  'en-IE': 'Niamh',
  'en-IN': 'Aditi Kajal Raveena',
  'en-NZ': 'Aria',
  'en-US': 'Danielle Gregory Ivy Joanna Joey Justin Kendra Kevin Kimberly Matthew Ruth Salli Stephen',
  'en-ZA': 'Ayanda',
  'es-ES': 'Alba Conchita Enrique Lucia Raul Sergio',
  'es-MX': 'Andres Andrés Mia Mía',
  'es-US': 'Lupe Miguel Pedro Penelope',
  'fi-FI': 'Suvi',
  'fr-BE': 'Isabelle',
  'fr-CA': 'Chantal Gabrielle Liam',
  'fr-FR': 'Celine Lea Mathieu Remi Rémi',
  'hi-IN': 'Aditi Kajal',
  'is-IS': 'Dora Karl',
  'it-IT': 'Adriano Bianca Carla Giorgio',
  'ja-JP': 'Kazuha Mizuki Takumi Tomoko',
  'ko-KR': 'Jihye Seoyeon',
  'nb-NO': 'Ida Liv',
  'nl-BE': 'Lisa',
  'nl-NL': 'Laura Lotte Ruben',
  'pl-PL': 'Ewa Jacek Jan Maja Ola',
  'pt-BR': 'Camila Ricardo Thiago Vitoria',
  'pt-PT': 'Cristiano Ines',
  'ro-RO': 'Carmen',
  'ru-RU': 'Maxim Tatyana',
  'sv-SE': 'Astrid Elin',
  'tr-TR': 'Burcu Filiz',
  // Twilio's table names yue-CN; its types know only yue-HK.
  'yue-CN': 'Hiujin',
}

/** `types` is the text of `twilio/lib/twiml/VoiceResponse.d.ts`. */
export function knownVoices(types: string, version: string, date: string): KnownVoices {
  const voices = new Map<string, string[]>()
  for (const voice of valuesOf(types, 'SayVoice')) for (const tag of tagsOf(voice)) pushTo(voices, tag, voice)
  return {
    date,
    source: `twilio@${version} (SayVoice, GatherLanguage); languages of Polly's voices: docs.aws.amazon.com/polly`,
    voices: Object.fromEntries([...voices].sort(([one], [other]) => (one < other ? -1 : 1))),
    speech: valuesOf(types, 'GatherLanguage').sort(),
  }
}

/** The values of a type of the library. */
function valuesOf(types: string, name: string): string[] {
  const [, values = ''] = new RegExp(`type ${name} = ([^;]+);`).exec(types) ?? []
  return [...values.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value)
}

/** The languages that a voice speaks. The basic voices (man, woman, alice) are left out: Twilio advises against them. */
function tagsOf(voice: string): readonly string[] {
  const [, google] = /^Google\.([a-z]{2,3}-[A-Z]{2})-/.exec(voice) ?? []
  if (google) return [google]
  const [, polly = ''] = /^Polly\.([^-]+)/.exec(voice) ?? []
  return Object.entries(POLLY).flatMap(([tag, names]) => (names.split(' ').includes(polly) ? [tag] : []))
}
