/**
 * Reads the files of one locale, `locales/<locale>/*.json`, and lists every issue in them.
 *
 * @example
 * const { locale, issues } = readLocale(files, 'es')
 * locale.nodes.bone.data.label // 'los huesos'
 */
import { z } from 'zod'
import { type Authored, type ReadableFiles, readFile } from '../authored/files.ts'
import { type Issue, issueAtStart, issueIn } from '../authored/issue.ts'
import { countriesSchema, directoryTextsSchema } from './country-texts.ts'
import { localeSettingsSchema } from './locale-settings.ts'
import {
  alarmsSchema,
  commandsSchema,
  criesSchema,
  examplesSchema,
  type NodeText,
  nodeTextsSchema,
  numeralsSchema,
  repliesSchema,
  rulesSchema,
  signsSchema,
  warningsSchema,
} from './schema.ts'

/** The files that every locale must have, by what they hold. */
const required = {
  settings: localeSettingsSchema,
  commands: commandsSchema,
  alarms: alarmsSchema,
  cries: criesSchema,
  examples: examplesSchema,
  rules: rulesSchema,
  warnings: warningsSchema,
  signs: signsSchema,
  replies: repliesSchema,
  numerals: numeralsSchema,
  phrases: z.looseObject({}),
  pages: z.looseObject({}),
  directory: directoryTextsSchema,
  countries: countriesSchema,
}

type RequiredFiles = {
  readonly [Name in keyof typeof required]: Authored<z.infer<(typeof required)[Name]>>
}

export interface AuthoredLocale extends RequiredFiles {
  readonly nodes: Readonly<Record<string, Authored<NodeText>>>
}

const NAMED = new Set(Object.keys(required).map((name) => (name === 'settings' ? 'locale' : name)))

/** Whether a file holds texts of nodes. */
export function isNodeTextFile(path: string): boolean {
  const [, name = ''] = /^locales\/[^/]+\/([^/]+)\.json$/.exec(path) ?? []
  return name !== '' && !NAMED.has(name)
}

/** `locale` is absent when one of the required files is missing or broken. */
export function readLocale(
  files: ReadableFiles,
  name: string,
): { locale?: AuthoredLocale; issues: readonly Issue[] } {
  const issues: Issue[] = []
  const folder = `locales/${name}/`
  const paths = Object.keys(required).map((name) => `${folder}${name === 'settings' ? 'locale' : name}.json`)
  const absent = paths.filter((path) => !Object.hasOwn(files, path))
  const [first = '', second] = absent
  // One issue tells of a language that is hardly begun.
  if (second !== undefined) {
    const message = `These files are missing: ${absent.join(', ')}. Add them; the README of locales/ shows their form.`
    issues.push({ ...issueAtStart(first, 'missing-file', message), follows: absent })
  }
  const toRead = second === undefined ? paths : paths.filter((path) => !absent.includes(path))
  const own = Object.entries(required).map(([name, schema], index) => {
    const path = paths[index] ?? ''
    return [name, toRead.includes(path) ? readFile<object>(files, path, schema, issues) : undefined] as const
  })
  // Without a prototype: texts may be of a node called "constructor".
  const nodes: Record<string, Authored<NodeText>> = Object.create(null)
  const themes = Object.keys(files).filter((file) => file.startsWith(folder) && isNodeTextFile(file))
  for (const file of themes.sort()) {
    const texts = readFile(files, file, nodeTextsSchema, issues)
    if (!texts) continue
    const { source } = texts
    for (const [slug, data] of Object.entries(texts.data)) {
      const first = nodes[slug]?.source.file
      if (!first) nodes[slug] = { data, source }
      else {
        const message = `The texts of "${slug}" are in ${first} already. Keep them in one file.`
        issues.push(issueIn(source, { node: slug })('duplicate-node', [slug], message))
      }
    }
  }
  if (own.some(([, file]) => !file)) return { issues }
  return { locale: { ...(Object.fromEntries(own) as RequiredFiles), nodes }, issues }
}
