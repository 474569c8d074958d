/**
 * Lines that every prompt repeats, written as one. A line that differs in a letter, or is missing, keeps its words, so that
 * a script shows it.
 *
 * @example
 * shorten(['Bones.', 'For a person, press 0.', 'To go back, press star.'], [{ name: '[controls]', lines: […] }])
 * // ['Bones.', '[controls]']
 */

export interface Shorthand {
  readonly name: string
  readonly lines: readonly [string, ...string[]]
}

/** Where two shorthands fit, the longer one is taken. */
export function shorten(lines: readonly string[], shorthands: readonly Shorthand[]): readonly string[] {
  const longestFirst = shorthands.toSorted((a, b) => b.lines.length - a.lines.length)
  const result: string[] = []
  for (let at = 0; at < lines.length; ) {
    const fitting = longestFirst.find((each) => each.lines.every((line, index) => line === lines[at + index]))
    result.push(fitting?.name ?? lines[at] ?? '')
    at += fitting?.lines.length ?? 1
  }
  return result
}
