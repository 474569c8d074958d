/**
 * Whether two words are at most one edit apart: one letter more, less or other, or two neighbours that changed places
 * (a Damerau–Levenshtein distance of at most 1).
 *
 * @example
 * isWithinOneEdit('myself', 'mysefl') // true
 * isWithinOneEdit('house', 'horses') // false
 */
export function isWithinOneEdit(word: string, typed: string): boolean {
  const shorter = Math.min(word.length, typed.length)
  if (Math.max(word.length, typed.length) - shorter > 1) return false
  let start = 0
  while (start < shorter && word.charCodeAt(start) === typed.charCodeAt(start)) start += 1
  let end = 0
  while (
    end < shorter - start &&
    word.charCodeAt(word.length - 1 - end) === typed.charCodeAt(typed.length - 1 - end)
  )
    end += 1
  const [left, leftTyped] = [word.length - start - end, typed.length - start - end]
  if (left <= 1 && leftTyped <= 1) return true
  return left === 2 && leftTyped === 2 && word[start] === typed[start + 1] && word[start + 1] === typed[start]
}
