/**
 * The tokens of a text that should be JSON; they are found also where it is not.
 *
 * @example
 * [...tokensOf('{ "a": x }')].map(({ text }) => text) // ['{', '"a"', ':', 'x', '}']
 */

export type JsonToken = {
  readonly kind: 'text' | 'word' | 'mark'
  readonly text: string
  readonly offset: number
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g

export function* tokensOf(text: string): Generator<JsonToken> {
  for (const { 0: found, index: offset } of text.matchAll(TOKEN)) {
    const kind = found.startsWith('"') ? 'text' : /^[{}[\],:]$/.test(found) ? 'mark' : 'word'
    yield { kind, text: found, offset }
  }
}

export function isBracket({ kind, text }: JsonToken, brackets: string): boolean {
  return kind === 'mark' && brackets.includes(text)
}

/** A text in the quotes that it has, the beginning of a long one. */
export function shown(token: JsonToken | undefined): string {
  const text = token?.text ?? ''
  const short = text.length > 33 ? `${text.slice(0, 30)}…${token?.kind === 'text' ? '"' : ''}` : text
  return token?.kind === 'text' ? short : `"${short}"`
}
