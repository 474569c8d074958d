/**
 * The address of a step of a call: its number, then the position. The number makes sure that no two steps of a call have
 * the same address, so that a webhook that arrives again is told from a person who presses the same key again.
 *
 * @example
 * stepAddress('', position) // '/voice/{step}/en/normal/main/bone-2', in what is rendered once for all calls
 * atStep(piecesOf(twiml), 7) // … action="/voice/7/en/normal/main/bone-2" …, as bytes
 * readStep('/voice/7/en/normal/main/bone-2') // { path: 'en/normal/main/bone-2', step: 7, anew: false }
 */
import { encodePosition, type Position } from '../line/position.ts'

/** TwiML as it is sent, in pieces: between two of them goes the number of the next step. */
export type Pieces = readonly Uint8Array<ArrayBuffer>[]

const STEP = '{step}'
const ANEW = 'anew'
const ADDRESS = new RegExp(`^/voice/(?:(\\d+)/)?(${ANEW}/)?(.*)$`)
const encoder = new TextEncoder()

/** `base` is the path under which Twilio reaches `/voice`, such as an empty string. */
export function stepAddress(base: string, position: Position): string {
  return `${base}/voice/${STEP}/${encodePosition(position)}`
}

/** Where somebody is told all of a place, though they did nothing there: after an apology. */
export function anewAddress(base: string, position: Position): string {
  return `${base}/voice/${STEP}/${ANEW}/${encodePosition(position)}`
}

/** To be made once for all calls: to encode a document takes longer than to copy it. */
export function piecesOf(twiml: string): Pieces {
  return twiml.split(`/voice/${STEP}/`).map((piece) => encoder.encode(piece))
}

/** TwiML of which the next step has this number. */
export function atStep(pieces: Pieces, step: number): Uint8Array<ArrayBuffer> {
  if (pieces.length === 1) return pieces[0] as Uint8Array<ArrayBuffer>
  const address = encoder.encode(`/voice/${step}/`)
  const length = pieces.reduce((sum, piece) => sum + piece.length, address.length * (pieces.length - 1))
  // From a pool, and not filled with zeros first: a third faster.
  const twiml = Buffer.allocUnsafe(length)
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

export interface CallStep {
  /** The position, as it is written in addresses. */
  readonly path: string
  /** An address that we did not make may have none: 0. */
  readonly step: number
  readonly anew: boolean
}

/** The step that the path of its webhook names. */
export function readStep(address: string): CallStep {
  const [, step, anew, path = ''] = ADDRESS.exec(address) ?? []
  return { path, step: Number(step ?? 0), anew: anew !== undefined }
}
