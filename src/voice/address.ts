/**
 * The address of a step of a call: its number, then the position. The number makes sure that no two steps of a call have
 * the same address, so that a webhook that arrives again differs from a person who presses the same key again.
 *
 * @example
 * stepAddress('', position) // '/voice/{step}/en/normal/main/bone-2', in a document that is rendered once for all calls
 * readStep('/voice/7/en/normal/main/bone-2') // { path: 'en/normal/main/bone-2', step: 7, isRestart: false }
 */
import { encodePosition, type Position } from '../line/position.ts'
import { STEP } from '../twilio/answer.ts'

const RESTART = 'anew'
const ADDRESS = new RegExp(`^/voice/(?:(\\d+)/)?(${RESTART}/)?(.*)$`)

/** `base` is the path under which Twilio reaches `/voice`, such as an empty string. */
export function stepAddress(base: string, position: Position): string {
  return `${base}/voice/${STEP}/${encodePosition(position)}`
}

export function restartAddress(base: string, position: Position): string {
  return `${base}/voice/${STEP}/${RESTART}/${encodePosition(position)}`
}

/** What a person of the line hears before they are connected, and what becomes of the key that they press. */
export function screenAddress(base: string, locale: string, step: 'ask' | 'answer'): string {
  return `${base}/voice/screen/${locale}/${step}`
}

/**
 * `path` is the position, as it is written in addresses; `step` is 0 in an address that the line did not make.
 * `isRestart` after an apology: the place speaks in full, though the person did nothing there.
 */
export function readStep(address: string) {
  const [, step, restart, path = ''] = ADDRESS.exec(address) ?? []
  return { path, step: Number(step ?? 0), isRestart: restart !== undefined }
}
