/**
 * A text as it is told, in pieces: its own words, and what stands in place of its placeholders.
 *
 * @example
 * toldPieces('rules.cord.voice', language, '911')
 * // [{ words: 'Call ', isFilled: false }, { words: '9 1 1', isFilled: true }, { words: ' now.', isFilled: false }]
 */
import { WARNING } from '../locale/warnings.ts'
import type { Unit } from './language.ts'
import { piecesOf, textPlace } from './notes.ts'

export interface ToldPiece {
  readonly words: string
  /** In place of a placeholder. One whose value depends on the call is its name. */
  readonly isFilled: boolean
}

const EMERGENCY = /^\{\{\s*emergency\s*\}\}$/
const NAME = /^\{\{\s*([^},]+?)\s*(?:,[^}]*)?\}\}$/

/** `texts` are those of its own language, by key. */
export function toldPieces(
  key: string,
  text: string,
  texts: ReadonlyMap<string, string>,
  emergency: string,
): readonly ToldPiece[] {
  const channel = textPlace(key, {}).channel ?? 'sms'
  const fill = (placeholder: string): string => {
    if (EMERGENCY.test(placeholder)) return channel === 'voice' ? [...emergency].join(' ') : emergency
    const [, name = ''] = NAME.exec(placeholder) ?? []
    return `[${name}]`
  }
  return piecesOf(text).flatMap((piece, at): readonly ToldPiece[] => {
    if (at % 2 === 0) return piece === '' ? [] : [{ words: piece, isFilled: false }]
    const warning = new RegExp(WARNING).exec(piece)?.[1]
    const told = warning && texts.get(`warnings.${warning}.${channel}`)
    if (!told) return [{ words: fill(piece), isFilled: true }]
    const words = piecesOf(told).map((each, place) => (place % 2 === 0 ? each : fill(each)))
    return [{ words: words.join(''), isFilled: true }]
  })
}

/** By key, the texts of a language; with `of`, those of its source. */
export function textsByKey(units: readonly Unit[], of: 'text' | 'source'): ReadonlyMap<string, string> {
  return new Map(units.flatMap((unit) => (unit[of] === undefined ? [] : [[unit.key, unit[of]]])))
}
