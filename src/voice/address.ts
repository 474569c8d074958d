/**
 * The address of a step of a call: its number, then the position. The number makes sure that no two steps of a call have
 * the same address, so that a webhook that arrives again is told from a person who presses the same key again.
 *
 * @example
 * stepAddress('', position) // '/voice/{step}/en/normal/main/bone-2', in what is rendered once for all calls
 * atStep(piecesOf(twiml), 7) // … action="/voice/7/en/normal/main/bone-2" …, as bytes
 * readStep('/voice/7/en/normal/main/bone-2') // ['en/normal/main/bone-2', 7]
 */
import { encodePosition, type Position } from '../line/position.ts'

/** TwiML as it is sent, in pieces: between two of them goes the number of the next step. */
export type Pieces = readonly Uint8Array[]

const STEP = '{step}'
const encoder = new TextEncoder()

/** `base` is the path under which Twilio reaches `/voice`, such as an empty string. */
export function stepAddress(base: string, position: Position): string {
  return `${base}/voice/${STEP}/${encodePosition(position)}`
}

/** To be made once for all calls: to encode a document takes longer than to copy it. */
export function piecesOf(twiml: string): Pieces {
  return twiml.split(`/voice/${STEP}/`).map((piece) => encoder.encode(piece))
}

/** TwiML of which the next step has this number. */
export function atStep(pieces: Pieces, step: number): Uint8Array<ArrayBuffer> {
  const address = encoder.encode(`/voice/${step}/`)
  const length = pieces.reduce((sum, piece) => sum + piece.length, address.length * (pieces.length - 1))
  const twiml = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    if (at > 0) {
      twiml.set(address, at)
      at += address.length
    }
    twiml.set(piece, at)
    at += piece.length
  }
  return twiml
}

/** The position and the number of a step, from the path of its webhook. An address that we did not make may have no number. */
export function readStep(path: string): readonly [position: string, step: number] {
  const [, step, position = ''] = /^\/voice\/(?:(\d+)\/)?(.*)$/.exec(path) ?? []
  return [position, Number(step ?? 0)]
}
