/**
 * Records: their values changed, and their leaves with the path to each.
 *
 * @example
 * mapValues({ en: 1, es: 2 }, (count) => count * 2) // { en: 2, es: 4 }
 * leavesOf({ voice: { where: 'In the bones.' } }) // [[['voice', 'where'], 'In the bones.']]
 */
import type { Path } from './issue.ts'

/** Whether parsed YAML or JSON is a record. */
export function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** A record with the same keys and changed values. */
export function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** Adds a value to the list of a key. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Every value of parsed YAML or JSON that is neither a list nor a record. */
export function leavesOf(data: unknown): readonly (readonly [Path, unknown])[] {
  const leaves: (readonly [Path, unknown])[] = []
  const gather = (inside: unknown, path: Path) => {
    if (typeof inside !== 'object' || inside === null) leaves.push([path, inside])
    else if (Array.isArray(inside))
      for (const [index, item] of inside.entries()) gather(item, [...path, index])
    else for (const [key, item] of Object.entries(inside)) gather(item, [...path, key])
  }
  gather(data, [])
  return leaves
}
