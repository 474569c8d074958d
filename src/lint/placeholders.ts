/**
 * The values a text names, each once, in alphabetical order; a format after a comma is not part of the name.
 *
 * @example
 * placeholdersIn('{{more, upper}}: go on. {{menu}}') // ['menu', 'more']
 */
export function placeholdersIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{\s*([^},]+?)\s*(?:,[^}]*)?\}\}/g)].map(([, name]) => name as string)
  return [...new Set(names)].sort()
}
