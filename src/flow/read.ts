/**
 * Reads every file under `flows/` into typed nodes, settings, directory and sources, with all issues.
 *
 * @example
 * const { flow, issues } = readFlow({ 'flows/line.yaml': '…', 'flows/main.yaml': '…' })
 */
import { type Authored, type Files, readFile } from '../authored/files.ts'
import { type Issue, issueIn } from '../authored/issue.ts'
import { type CountryDirectory, directorySchema, type Everywhere, everywhereSchema } from './directory.ts'
import { type FlowNode, flowFileSchema } from './node.ts'
import { type Settings, settingsSchema } from './settings.ts'
import { type Sources, sourcesSchema } from './sources.ts'

export interface Flow {
  readonly settings: Authored<Settings>
  readonly nodes: Readonly<Record<string, Authored<FlowNode>>>
  readonly directory: Readonly<Record<string, Authored<CountryDirectory>>>
  readonly everywhere: Everywhere
  readonly sources: Sources
}

export const SETTINGS_FILE = 'flows/line.yaml'
const EVERYWHERE_FILE = 'flows/directory/emergency.yaml'
const SOURCES_FILE = 'flows/sources.yaml'

const NOWHERE: Everywhere = { emergency: {}, crisis: {} }

/** `flow` is absent only when `flows/line.yaml` cannot be used; other broken files leave a gap and their issues. */
export function readFlow(files: Files): { flow?: Flow; issues: readonly Issue[] } {
  const issues: Issue[] = []
  const settings = readFile(files, SETTINGS_FILE, settingsSchema, issues)
  const sources = readFile(files, SOURCES_FILE, sourcesSchema, issues)

  // A line that is told in one country only can do without.
  const everywhere =
    EVERYWHERE_FILE in files ? readFile(files, EVERYWHERE_FILE, everywhereSchema, issues)?.data : undefined

  const nodes: Record<string, Authored<FlowNode>> = {}
  const directory: Record<string, Authored<CountryDirectory>> = {}
  for (const file of Object.keys(files).sort()) {
    if (file === EVERYWHERE_FILE) continue
    if (/^flows\/directory\/[^/]+\.yaml$/.test(file)) {
      const country = readFile(files, file, directorySchema, issues)
      if (country) directory[country.data.country] = country
    } else if (/^flows\/[^/]+\.yaml$/.test(file) && file !== SETTINGS_FILE && file !== SOURCES_FILE) {
      const flowFile = readFile(files, file, flowFileSchema, issues)
      if (!flowFile) continue
      const { source } = flowFile
      for (const [slug, data] of Object.entries(flowFile.data.nodes)) {
        const first = nodes[slug]?.source.file
        if (!first) nodes[slug] = { data, source }
        else {
          const message = `The node "${slug}" is in ${first} already. Give one of them another slug.`
          issues.push(issueIn(source, { node: slug })('duplicate-node', ['nodes', slug], message))
        }
      }
    }
  }
  return settings
    ? {
        flow: { settings, nodes, directory, everywhere: everywhere ?? NOWHERE, sources: sources?.data ?? {} },
        issues,
      }
    : { issues }
}
