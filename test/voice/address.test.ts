/** Addresses of the steps of a call: numbered, and read back as they were written. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodePosition } from '../../src/line/position.ts'
import { numberSteps, readStep, restartAddress, stepAddress } from '../../src/voice/address.ts'
import { at } from '../support/fixture-person.ts'

const position = at('main', 'bone')
const path = encodePosition(position)

describe('the address of a step', () => {
  test('names its number and the position, under the path of the line', () => {
    expect(numberSteps(stepAddress('', position), 7)).toBe(`/voice/7/${path}`)
    expect(numberSteps(stepAddress('/line', position), 12)).toBe(`/line/voice/12/${path}`)
  })

  test('is numbered everywhere in a document', () => {
    const address = stepAddress('', position)
    expect(numberSteps(`${address} and ${address}`, 3)).toBe(`/voice/3/${path} and /voice/3/${path}`)
  })

  test('is read back', () => {
    fc.assert(
      fc.property(fc.nat(), (step) => {
        expect(readStep(numberSteps(stepAddress('', position), step))).toEqual({
          path,
          step,
          isRestart: false,
        })
        expect(readStep(numberSteps(restartAddress('', position), step))).toEqual({
          path,
          step,
          isRestart: true,
        })
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

  test('after an apology says so, under the path of the line', () => {
    expect(numberSteps(restartAddress('/line', position), 1)).toBe(`/line/voice/1/anew/${path}`)
  })
})
