/**
 * Reads every file under `flows/` into typed nodes, settings, directory and sources, with all issues.
 *
 * @example
 * const { flow, issues } = readFlow({ 'flows/line.yaml': '…', 'flows/main.yaml': '…' })
 */
import { type Authored, type ReadableFiles, readFile } from '../authored/files.ts'
import { type Issue, issueIn } from '../authored/issue.ts'
import { type CountryDirectory, directorySchema, type Everywhere, everywhereSchema } from './directory.ts'
import { type FlowNode, flowFileSchema } from './node.ts'
import { type Settings, settingsSchema } from './settings.ts'
import { type Sources, sourcesSchema } from './sources.ts'

export interface Flow {
  readonly settings: Authored<Settings>
  readonly nodes: Readonly<Record<string, Authored<FlowNode>>>
  readonly directory: Readonly<Record<string, Authored<CountryDirectory>>>
  /** A line that is told in one country only can do without. */
  readonly everywhere?: Authored<Everywhere>
  readonly sources?: Authored<Sources>
}

export const SETTINGS_FILE = 'flows/line.yaml'
const EVERYWHERE_FILE = 'flows/directory/emergency.yaml'
const EVERYWHERE = /^flows\/directory\/emergency\.ya?ml$/
const SOURCES_FILE = 'flows/sources.yaml'
/** Files of flows/ that hold no nodes. */
const OWN_FILES = /^flows\/(line|sources)\.ya?ml$/

/** Whether a file holds nodes. */
export function isNodeFile(path: string): boolean {
  return /^flows\/[^/]+$/.test(path) && !OWN_FILES.test(path)
}

/** `flow` is absent only when `flows/line.yaml` cannot be used; other broken files leave a gap and their issues. */
export function readFlow(files: ReadableFiles): { flow?: Flow; issues: readonly Issue[] } {
  const issues: Issue[] = []
  const settings = readFile(files, SETTINGS_FILE, settingsSchema, issues)
  const sources = readFile(files, SOURCES_FILE, sourcesSchema, issues)

  const everywhere = Object.keys(files).some((file) => EVERYWHERE.test(file))
    ? readFile(files, EVERYWHERE_FILE, everywhereSchema, issues)
    : undefined

  // Without a prototype: a node may be called "constructor".
  const nodes: Record<string, Authored<FlowNode>> = Object.create(null)
  const directory: Record<string, Authored<CountryDirectory>> = {}
  for (const file of Object.keys(files).sort()) {
    if (/^flows\/directory\/[^/]+$/.test(file) && !EVERYWHERE.test(file)) {
      const country = readFile(files, file, directorySchema, issues)
      if (!country) continue
      const { data, source } = country
      const first = directory[data.country]?.source.file
      if (!first) directory[data.country] = country
      else {
        const message = `The numbers of ${data.country} are in ${first} already. Keep one file for a country, and correct the "country" of the other.`
        issues.push(issueIn(source)('duplicate-file', ['country'], message))
      }
    } else if (isNodeFile(file)) {
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
        flow: {
          settings,
          nodes,
          directory,
          ...(everywhere ? { everywhere } : {}),
          ...(sources ? { sources } : {}),
        },
        issues,
      }
    : { issues }
}
