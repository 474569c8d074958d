/** Addresses of the steps of a call: numbered when they are sent, and read back as they were written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodePosition } from '../../src/line/position.ts'
import { STEP } from '../../src/twilio/answer.ts'
import { readStep, restartAddress, stepAddress } from '../../src/voice/address.ts'
import { at } from '../support/fixture-person.ts'

const position = at('main', 'bone')
const path = encodePosition(position)

describe('the address of a step', () => {
  test('has a place for its number, and names the position, under the path of the line', () => {
    expect(stepAddress('', position)).toBe(`/voice/${STEP}/${path}`)
    expect(stepAddress('/line', position)).toBe(`/line/voice/${STEP}/${path}`)
  })

  test('after an apology says so', () => {
    expect(restartAddress('/line', position)).toBe(`/line/voice/${STEP}/anew/${path}`)
  })

  test('is read back', () => {
    fc.assert(
      fc.property(fc.nat(), (step) => {
        const numbered = (address: string) => readStep(address.replace(STEP, String(step)))
        expect(numbered(stepAddress('', position))).toEqual({ path, step, isRestart: false })
        expect(numbered(restartAddress('', position))).toEqual({ path, step, isRestart: true })
      }),
    )
  })

  test('that the line did not make has no number', () => {
    expect(readStep(`/voice/${path}`)).toEqual({ path, step: 0, isRestart: false })
    expect(readStep(`/voice/anew/${path}`)).toEqual({ path, step: 0, isRestart: true })
    expect(readStep('/voice/')).toEqual({ path: '', step: 0, isRestart: false })
  })

  test('of another channel is no step', () => {
    for (const address of ['', '/sms', `/x/voice/7/${path}`, '/voice'])
      expect(readStep(address)).toEqual({ path: '', step: 0, isRestart: false })
  })
})
