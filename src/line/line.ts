/**
 * The line: flows, locales and directory. Compiled, it is plain JSON, so it can be written to one file and imported where there
 * is no file system. Opened, its lexicon is a finder, ready to be asked.
 *
 * @example
 * const line = openLine(JSON.parse(await readFile('dist/line.json', 'utf8')))
 */
import { mapValues } from '../authored/records.ts'
import { type Finder, openFinder } from '../finder/finder.ts'
import type { Lexicon } from '../finder/lexicon.ts'
import type { CountryDirectory, Everywhere } from '../flow/directory.ts'
import type { FlowNode } from '../flow/node.ts'
import { type Settings, sourceLocale } from '../flow/settings.ts'
import type { Sources } from '../flow/sources.ts'
import type { Today } from '../flow/today.ts'
import type { LocaleSettings } from '../locale/locale-settings.ts'
import type { Reviewed } from '../locale/review.ts'
import type { Commands } from '../locale/schema.ts'
import { createTexts, type Resources, type Texts } from '../locale/texts.ts'

export interface LocaleData {
  readonly settings: LocaleSettings
  readonly commands: Commands
  readonly resources: Resources
  /** The states of its texts; absent of the source language, which needs no translation. */
  readonly reviewed?: Reviewed
  /** The clips that there are, by the hash of their words. */
  readonly recordings?: Readonly<Record<string, Recording>>
  /** Of these, what this line plays (tell-recorded.ts). */
  readonly played?: Played
}

export interface Recording {
  readonly seconds: number
  /** Spoken by a machine, for the demo. */
  readonly isScratch?: true
}

export interface Played {
  /** The address of all clips of the language, up to their names. */
  readonly at: string
  /** By the hash of a clip, how long it is. */
  readonly seconds: Readonly<Record<string, number>>
  /** Whether nothing is missing that every call needs. */
  readonly isWhole: boolean
  /** Nodes that have words without a clip. */
  readonly unrecorded: readonly string[]
}

interface TodayTold {
  /** Topics that are not told. */
  readonly off: readonly string[]
  /** By locale, what is said before the main menu, and at the head of a first text. */
  readonly announcement: Readonly<Record<string, string>>
  readonly people: Today['people']['open']
}

interface LineData {
  readonly settings: Settings
  readonly nodes: Readonly<Record<string, FlowNode>>
  /** The nodes that every position knows of: where a call begins, the main menu, key 0, key 9, the helplines,
   * key 7, the sources of a topic, and where words were not sure. */
  readonly start: string
  readonly main: string
  readonly person: string
  readonly ways: string
  readonly helplines: string
  readonly number: string
  readonly sourcesNode: string
  readonly guess: string
  /** Sensitive topics, and the consent that comes before each. */
  readonly guards: Readonly<Record<string, string>>
  readonly locales: Readonly<Record<string, LocaleData>>
  readonly directory: Readonly<Record<string, CountryDirectory>>
  /** The directory's country of each territory, such as US of PR. */
  readonly territories: Readonly<Record<string, string>>
  /** Numbers of countries without a directory. */
  readonly everywhere: Pick<Everywhere, 'emergency' | 'crisis'>
  readonly sources: Sources
  /** By the tag of a language that the line lacks, or that may fall silent (tell-reviewed.ts), the sentence that says so. */
  readonly otherLanguages: Readonly<Record<string, string>>
  /** The switches of today that are in force (today.ts); absent where all is as usual. */
  readonly today?: TodayTold
  /** Languages that say, once in a call or a conversation, that nobody has checked them yet: in the demo. */
  readonly unchecked?: readonly string[]
}

export interface CompiledLine extends LineData {
  readonly lexicon: Lexicon
}

export interface Line extends LineData {
  readonly finder: Finder
}

export function openLine({ lexicon, ...data }: CompiledLine): Line {
  return { ...data, finder: openFinder(lexicon) }
}

/** The texts of a line, ready to be asked for. */
export function textsOf({ settings, locales, otherLanguages }: Line): Texts {
  return createTexts(
    {
      ...mapValues(otherLanguages, (sms) => ({ otherLanguages: { sms } })),
      // Also in place of the sentence that says that the line lacks the language.
      ...mapValues(locales, ({ resources }) => resources),
    },
    mapValues(locales, ({ settings }) => settings.intl),
    sourceLocale(settings),
  )
}
