/**
 * JSON in letters of ASCII: any database can keep it, whatever its encoding; and JavaScript keeps its text at one byte a letter, where
 * one other letter makes it two bytes for all of them.
 *
 * @example
 * asciiJson({ name: 'Línea' }) // '{"name":"L\\u00ednea"}'
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
