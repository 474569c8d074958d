/**
 * Numbers for names, in the order in which they come.
 *
 * @example
 * const nodes = createNumbering(['bone'])
 * nodes.numberOf('liver') // 1
 * nodes.names // ['bone', 'liver']
 */
export interface Numbering {
  readonly names: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  /** Gives a new name its number. */
  readonly numberOf: (name: string) => number
}

export function createNumbering(first: readonly string[] = []): Numbering {
  const names = [...first]
  const numbers = new Map<string, number>()
  for (let number = 0; number < first.length; number += 1) numbers.set(first[number] as string, number)
  return {
    names,
    numbers,
    numberOf(name) {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      return names.push(name) - 1
    },
  }
}
