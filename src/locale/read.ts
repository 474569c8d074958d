/**
 * Reads the files of one locale, `locales/<locale>/*.json`, and lists every issue in them.
 *
 * @example
 * const { locale, issues } = readLocale(files, 'es')
 * locale.nodes.bone.text.label // 'los huesos'
 */

import { z } from 'zod'
import { type Authored, type Files, readFile } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import type { Source } from '../authored/source.ts'
import {
  type Alarms,
  alarmsSchema,
  type Commands,
  type Cries,
  commandsSchema,
  criesSchema,
  type DirectoryTexts,
  directoryTextsSchema,
  type LocaleSettings,
  localeSettingsSchema,
  type NodeText,
  type Numerals,
  nodeTextsSchema,
  numeralsSchema,
} from './schema.ts'

/** The texts of a node, and the file that holds them. */
export interface AuthoredNodeText {
  readonly text: NodeText
  readonly source: Source
}

export interface AuthoredLocale {
  readonly settings: Authored<LocaleSettings>
  readonly commands: Authored<Commands>
  readonly alarms: Authored<Alarms>
  readonly cries: Authored<Cries>
  readonly numerals: Authored<Numerals>
  readonly phrases: Authored<object>
  readonly pages: Authored<object>
  readonly directory: Authored<DirectoryTexts>
  readonly nodes: Readonly<Record<string, AuthoredNodeText>>
}

const OWN_FILES = ['locale', 'commands', 'alarms', 'cries', 'numerals', 'phrases', 'pages', 'directory']

/** `locale` is absent when one of the required files (`OWN_FILES`) is missing or broken. */
export function readLocale(
  files: Files,
  name: string,
): { locale?: AuthoredLocale; issues: readonly Issue[] } {
  const issues: Issue[] = []
  const folder = `locales/${name}/`
  const settings = readFile(files, `${folder}locale.json`, localeSettingsSchema, issues)
  const commands = readFile(files, `${folder}commands.json`, commandsSchema, issues)
  const alarms = readFile(files, `${folder}alarms.json`, alarmsSchema, issues)
  const cries = readFile(files, `${folder}cries.json`, criesSchema, issues)
  const numerals = readFile(files, `${folder}numerals.json`, numeralsSchema, issues)
  const phrases = readFile(files, `${folder}phrases.json`, z.looseObject({}), issues)
  const pages = readFile(files, `${folder}pages.json`, z.looseObject({}), issues)
  const directory = readFile(files, `${folder}directory.json`, directoryTextsSchema, issues)

  const nodes: Record<string, AuthoredNodeText> = {}
  for (const file of Object.keys(files).sort()) {
    const [, theme] = file.match(/^locales\/[^/]+\/([^/]+)\.json$/) ?? []
    if (!file.startsWith(folder) || !theme || OWN_FILES.includes(theme)) continue
    const texts = readFile(files, file, nodeTextsSchema, issues)
    if (!texts) continue
    for (const [slug, text] of Object.entries(texts.data)) {
      const first = nodes[slug]
      if (first) issues.push(duplicateTexts(slug, texts.source, first.source.file))
      else nodes[slug] = { text, source: texts.source }
    }
  }
  if (!settings || !commands || !alarms || !cries || !numerals || !phrases || !pages || !directory)
    return { issues }
  return { locale: { settings, commands, alarms, cries, numerals, phrases, pages, directory, nodes }, issues }
}

function duplicateTexts(slug: string, source: Source, first: string): Issue {
  return {
    code: 'duplicate-node',
    severity: 'error',
    ...source.at([slug]),
    node: slug,
    message: `The texts of "${slug}" are in ${first} already. Keep them in one file.`,
  }
}
