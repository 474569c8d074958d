/**
 * Takes a text apart into clips: what somebody records once, and what stands for a value. A clip is named by the hash of its words, so
 * that a clip of words that have changed is never played.
 *
 * A text with values is recorded in pieces: the words around each value, and each value by itself. Capitals, and the commas and full
 * stops at either end of a piece, make no other clip. Numbers are put together from the clips of their digits.
 *
 * @example
 * clipPieces('{{label, capital}}, | peze {{key}}.')        // [clip "peze"]
 * clipPieces(`${markValue('Zo')}, | peze ${markValue('1')}.`) // [clip "Zo", a breath, clip "peze", clip "1"]
 */
import { hashOfText } from './text-hash.ts'

interface Clip {
  readonly kind: 'clip'
  readonly name: string
  readonly words: string
}

type Piece = Clip | { readonly kind: 'breath' }

/** What clips are kept as. */
export const CLIP_TYPE = '.wav'
/** Around a value. Unicode has no letters there, so that no text holds them. */
const [OPEN, CLOSE] = ['\uE000', '\uE001']
const VALUE_OR_PLACEHOLDER = /\{\{[^}]*\}\}|[\uE000\uE001]/
/** What is no word at either end of a piece; question and exclamation marks are heard. */
const EDGE = '[\\s|.,:;،؛。、，：；·–—()（）«»“”"…-]*'
const WITH_EDGES = new RegExp(`^(${EDGE})(.*?)(${EDGE})$`, 'su')
const BREATHES = /[|.:。：…]/u
/** A key, a country's short number, or a telephone number as it is spoken: "9 1 1 | 2 2". */
const DIGITS = /^[\d\s|]+$/

/** Puts the marks around a value by which `clipPieces` finds it. */
export function markValue(value: string): string {
  return OPEN + value + CLOSE
}

/** The pieces of a text as authors write it, or of one with marked values; a breath stands between two clips only. */
export function clipPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const piece of text.split(VALUE_OR_PLACEHOLDER).flatMap(pieceOf))
    if (piece.kind === 'clip' || pieces.at(-1)?.kind === 'clip') pieces.push(piece)
  return pieces.at(-1)?.kind === 'breath' ? pieces.slice(0, -1) : pieces
}

export function clipsOf(text: string): readonly Clip[] {
  return clipPieces(text).filter((piece) => piece.kind === 'clip')
}

function pieceOf(text: string): readonly Piece[] {
  const [, before = '', words = '', after = ''] = WITH_EDGES.exec(text) ?? []
  const breath = (edge: string) => (BREATHES.test(edge) ? [{ kind: 'breath' } as const] : [])
  if (words === '') return breath(before)
  const clips = DIGITS.test(words)
    ? [...words.replace(/\s/g, '')].map((each) => (each === '|' ? { kind: 'breath' as const } : clip(each)))
    : [clip(words)]
  return [...breath(before), ...clips, ...breath(after)]
}

function clip(words: string): Clip {
  const plain = words.replaceAll('|', ' ').replace(/\s+/g, ' ').trim()
  return { kind: 'clip', name: hashOfText(plain.toLowerCase()), words: plain }
}
