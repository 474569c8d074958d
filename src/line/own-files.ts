/**
 * The operator's own folder over the files that are shipped. It has the same files, with what is other in them: `line/line.yaml` over
 * `flows/line.yaml`, `line/locales/es/symptoms.json` over `locales/es/symptoms.json`. Nodes and their texts are known by their slug,
 * in whatever file they are; those that no shipped file has are new.
 *
 * @example
 * layOwnFiles({ 'flows/line.yaml': 'name: Plainline\ncountry: US', 'line/line.yaml': 'name: Our line' })
 * // { files: { 'flows/line.yaml': { data: { name: 'Our line', country: 'US' }, … } }, issues: [] }
 */

import { didYouMean } from '../authored/did-you-mean.ts'
import type { ReadableFiles } from '../authored/files.ts'
import { type Issue, issueAtStart, issueIn } from '../authored/issue.ts'
import { overlay } from '../authored/overlay.ts'
import { isOwn, shippedPath } from '../authored/own-path.ts'
import { isRecord } from '../authored/records.ts'
import { asSource, readSource, type Source } from '../authored/source.ts'
import { isNodeFile } from '../flow/read.ts'
import { isNodeTextFile } from '../locale/read.ts'

/** Messages that the finder learns from: an operator's are added to those that are shipped. */
const ADDED = /^locales\/[^/]+\/(examples|cries|alarms)\.json$/
const REVIEW = /\.csv$/

/** `unread` are files that are there, and cannot be read. */
export function layOwnFiles(
  files: Readonly<Record<string, string | Source>>,
  unread: readonly string[] = [],
): {
  readonly files: ReadableFiles
  readonly issues: readonly Issue[]
} {
  const paths = Object.keys(files)
  const own = paths.filter((path) => isOwn(path) && !REVIEW.test(path))
  if (own.length === 0) return { files, issues: [] }
  const issues: Issue[] = []
  const laid: Record<string, string | Source> = { ...files }
  const shipped = new Map<string, Source>()
  const read = (path: string): Source | undefined => {
    const file = laid[path]
    if (typeof file !== 'string') return file
    const known = shipped.get(path)
    if (known) return known
    const result = readSource(path, file)
    if (!result.ok) return undefined
    shipped.set(path, result.value)
    return result.value
  }
  const isBroken = (target: string) =>
    [...unread, ...paths].some(
      (path) => !isOwn(path) && isLaidUnder(path, target) && (unread.includes(path) || !read(path)),
    )
  const slugs = slugsIn(paths, unread, files)
  for (const path of own.sort()) {
    delete laid[path]
    const result = asSource(path, files[path] ?? '')
    if (!result.ok) {
      issues.push(...result.problems)
      continue
    }
    const { data } = result.value
    if (data !== null && !isRecord(data)) {
      const message = 'This file holds no names with values, such as "name: Harbor Line". Write it so.'
      issues.push(issueAtStart(path, 'bad-shape', message))
      continue
    }
    const target = targetOf(path, paths)
    // A fault of the shipped file is reported there; without that file, the own one would seem to lack values.
    if (isBroken(target)) continue
    const isOfNodes = isNodeFile(target) || isNodeTextFile(target)
    if (!isOfNodes) laid[target] = layOver(read(target), result.value, target)
    else {
      const unknown = unknownNodes(result.value, target, slugs)
      issues.push(...unknown.issues)
      layNodes(laid, read, unknown.rest, target)
    }
  }
  return { files: laid, issues }
}

/** The shipped file of this name, whatever its ending (.yml) and its capitals (US.yaml). */
function targetOf(own: string, paths: readonly string[]): string {
  const target = shippedPath(own)
  const plain = (path: string) => path.toLowerCase().replace(/\.yml$/, '.yaml')
  return paths.find((path) => !isOwn(path) && plain(path) === plain(target)) ?? target
}

/** Whether an own file may be laid over this one: for nodes, any of their folder. */
function isLaidUnder(path: string, target: string): boolean {
  if (path === target) return true
  const isLike = isNodeFile(target) ? isNodeFile : isNodeTextFile(target) ? isNodeTextFile : () => false
  return isLike(path) && path.startsWith(target.slice(0, target.lastIndexOf('/') + 1))
}

function layOver(shipped: Source | undefined, own: Source, path: string): Source {
  return shipped ? overlay(shipped, own, ADDED.test(path) ? 'add' : 'replace') : own
}

/** Each node over the shipped one of its slug; what is left is a file of its own. */
function layNodes(
  laid: Record<string, string | Source>,
  read: (path: string) => Source | undefined,
  own: Source,
  target: string,
): void {
  const folder = target.slice(0, target.lastIndexOf('/') + 1)
  const isLike = isNodeFile(target) ? isNodeFile : isNodeTextFile
  let rest = nodesOf(own.data, target)
  for (const path of Object.keys(laid)) {
    if (!path.startsWith(folder) || !isLike(path)) continue
    const shipped = read(path)
    const known = nodesOf(shipped?.data, target)
    const both = Object.keys(rest).filter((slug) => Object.hasOwn(known, slug))
    if (!shipped || both.length === 0) continue
    const over = { ...own, data: withNodes(own.data, pick(rest, both), target) }
    laid[path] = layOver(shipped, over, path)
    rest = Object.fromEntries(Object.entries(rest).filter(([slug]) => !both.includes(slug)))
  }
  const name = `${folder}own-${target.slice(folder.length)}`
  if (Object.keys(rest).length > 0 || !isRecord(own.data))
    laid[name] = { ...own, data: withNodes(own.data, rest, target) }
}

/** The nodes of all flows; nothing where one of them cannot be read, since any of them may be in it. */
function slugsIn(
  paths: readonly string[],
  unread: readonly string[],
  files: Readonly<Record<string, string | Source>>,
): { readonly shipped: readonly string[]; readonly all: readonly string[] } | undefined {
  const isFlow = (path: string) => isNodeFile(targetOf(path, paths))
  if (unread.some(isFlow)) return undefined
  const read = paths.filter(isFlow).map((path) => ({ path, result: asSource(path, files[path] ?? '') }))
  const nodes = (isMeant: (path: string) => boolean) =>
    read.flatMap(({ path, result }) =>
      result.ok && isMeant(path) ? Object.keys(nodesOf(result.value.data, targetOf(path, paths))) : [],
    )
  return read.every(({ result }) => result.ok)
    ? { shipped: nodes((path) => !isOwn(path)), all: nodes(() => true) }
    : undefined
}

/** What an own file says of nodes that there are not, as issues, and the file without it: a schema would only miss the rest of the node. */
function unknownNodes(
  own: Source,
  target: string,
  slugs: ReturnType<typeof slugsIn>,
): { readonly issues: readonly Issue[]; readonly rest: Source } {
  const nodes = nodesOf(own.data, target)
  const isFlow = isNodeFile(target)
  // A new node has a kind.
  const isUnknown = (slug: string) =>
    isFlow
      ? slugs && isRecord(nodes[slug]) && !('kind' in nodes[slug]) && !slugs.shipped.includes(slug)
      : slugs && !slugs.all.includes(slug)
  const unknown = Object.keys(nodes).filter(isUnknown)
  if (unknown.length === 0) return { issues: [], rest: own }
  const issues = unknown.map((node) => {
    const issue = issueIn(own, isFlow ? { node } : { locale: target.split('/')[1] ?? '', node })
    return isFlow
      ? issue(
          'unknown-node',
          ['nodes', node],
          `There is no node "${node}" to change. ${didYouMean(node, slugs?.shipped ?? [], 'Correct its name.')} In a new one, "kind" is missing.`,
        )
      : issue(
          'extra-text',
          [node],
          `No flow has a node "${node}". ${didYouMean(node, slugs?.all ?? [], 'Remove its texts, or correct the slug.')}`,
        )
  })
  const known = pick(
    nodes,
    Object.keys(nodes).filter((slug) => !unknown.includes(slug)),
  )
  return { issues, rest: { ...own, data: withNodes(own.data, known, target) } }
}

/** In flows they stand below `nodes`, in a locale at the top. */
function nodesOf(data: unknown, path: string): Readonly<Record<string, unknown>> {
  const nodes = isNodeFile(path) && isRecord(data) ? data.nodes : data
  return isRecord(nodes) ? nodes : {}
}

function withNodes(data: unknown, nodes: Readonly<Record<string, unknown>>, path: string): unknown {
  if (!isRecord(data)) return data
  return isNodeFile(path) ? { ...data, nodes } : nodes
}

function pick(nodes: Readonly<Record<string, unknown>>, slugs: readonly string[]) {
  return Object.fromEntries(slugs.map((slug) => [slug, nodes[slug]]))
}
