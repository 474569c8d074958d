/**
 * The operator's own folder, whose files are laid over those that are shipped. It is known as `line/`, wherever it is.
 *
 * @example
 * shippedPath('line/directory/US.yaml') // 'flows/directory/US.yaml'
 * shippedPath('line/locales/es/main.json') // 'locales/es/main.json'
 */

export const OWN_FOLDER = 'line'

export function isOwn(path: string): boolean {
  return path.startsWith(`${OWN_FOLDER}/`)
}

/** The path of the file that an own file is laid over; of any other, its own. */
export function shippedPath(path: string): string {
  if (!isOwn(path)) return path
  const name = path.slice(OWN_FOLDER.length + 1)
  return name.startsWith('locales/') ? name : `flows/${name}`
}

/** The path of an own file that is laid over a shipped one. */
export function ownPath(shipped: string): string {
  return `${OWN_FOLDER}/${shipped.replace(/^flows\//, '')}`
}
