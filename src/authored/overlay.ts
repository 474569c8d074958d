/**
 * A file of the operator laid over one that is shipped: what it says counts, what it does not say stays, and each value is known by
 * the file where it stands. Records are laid over each other name by name; a list replaces a list, or is added to it.
 *
 * @example
 * overlay(shipped, own, 'replace').data // { name: 'Our line', country: 'US' }
 */

import type { Path } from './issue.ts'
import { isRecord } from './records.ts'
import type { Source } from './source.ts'

/** How two lists become one: the second replaces the first, or is added to it. */
type Lists = 'replace' | 'add'

export function overlay(shipped: Source, own: Source, lists: Lists): Source {
  return {
    file: own.file,
    data: laidOver(shipped.data, own.data, lists),
    at(path) {
      const ownPath = pathIn(shipped.data, own.data, path, lists)
      if (ownPath) return own.at(ownPath)
      // A missing part of a value that only the operator's file has is reported there.
      return depthOf(own.data, path) > depthOf(shipped.data, path) ? own.at(path) : shipped.at(path)
    },
    valueAt(path) {
      const ownPath = pathIn(shipped.data, own.data, path, lists)
      return ownPath ? own.valueAt(ownPath) : shipped.valueAt(path)
    },
  }
}

function laidOver(shipped: unknown, own: unknown, lists: Lists): unknown {
  if (lists === 'add' && Array.isArray(shipped) && Array.isArray(own)) return [...shipped, ...own]
  if (!isRecord(shipped) || !isRecord(own)) return own
  const added = Object.entries(own).map(([name, value]) => [
    name,
    Object.hasOwn(shipped, name) ? laidOver(shipped[name], value, lists) : value,
  ])
  return { ...shipped, ...Object.fromEntries(added) }
}

/** The path in the operator's file, where it has the value at the end of `path`. */
function pathIn(shipped: unknown, own: unknown, path: Path, lists: Lists): Path | undefined {
  const [step, ...rest] = path
  if (step === undefined) return isRecord(shipped) ? undefined : []
  if (Array.isArray(own)) {
    const before = lists === 'add' && Array.isArray(shipped) ? shipped.length : 0
    return Number(step) < before ? undefined : [Number(step) - before, ...rest]
  }
  if (!isRecord(own) || !Object.hasOwn(own, step)) return undefined
  const inside = isRecord(shipped) && Object.hasOwn(shipped, step) ? shipped[step] : undefined
  const found = pathIn(inside, own[step], rest, lists)
  return found && [step, ...found]
}

/** How many steps of a path there are. */
function depthOf(data: unknown, [step, ...rest]: Path): number {
  if (step === undefined || !isRecord(data) || !Object.hasOwn(data, step)) return 0
  return 1 + depthOf(data[step], rest)
}
