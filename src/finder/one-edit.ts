/**
 * Whether two words are at most one edit apart: one letter more, less or other, or two neighbours that changed places
 * (a Damerau–Levenshtein distance of at most 1).
 *
 * @example
 * isWithinOneEdit('myself', 'mysefl') // true
 * isWithinOneEdit('house', 'horses') // false
 */
export function isWithinOneEdit(word: string, typed: string): boolean {
  if (Math.abs(word.length - typed.length) > 1) return false
  let same = 0
  while (same < word.length && word.charCodeAt(same) === typed.charCodeAt(same)) same += 1
  const [rest, restTyped] = [word.slice(same), typed.slice(same)]
  const [next, nextTyped] = [rest.slice(1), restTyped.slice(1)]
  if (next === nextTyped || rest === nextTyped || next === restTyped) return true
  return rest[0] === nextTyped[0] && next[0] === restTyped[0] && next.slice(1) === nextTyped.slice(1)
}
