/** What is read and signed on one page is short enough for one sitting, whatever the length of a topic. */
import { expect, test } from 'vitest'
import { sheetsOf } from '../../src/review/sheets.ts'
import { fixtureFiles } from '../support/fixture.ts'
import { languageOf } from '../support/signed.ts'

const language = languageOf(fixtureFiles, 'ht')

function sheetsWith(length: number) {
  const units = language.units.map((unit) =>
    unit.key.startsWith('nodes.bone.') ? { ...unit, source: 'x'.repeat(length) } : unit,
  )
  return sheetsOf({ ...language, units }).filter(({ group }) => group.name === 'bone')
}

test('a short topic has one page', () => {
  expect(sheetsWith(10)).toMatchObject([{ name: 'bone', at: 1, of: 1 }])
})

test('a long topic comes on pages of like length, each text once and in order', () => {
  const sheets = sheetsWith(2000)
  expect(sheets.map(({ name, units }) => [name, units.length])).toEqual([
    ['bone', 3],
    ['bone.2', 2],
    ['bone.3', 3],
  ])
  expect(sheets.flatMap(({ units }) => units)).toEqual(sheets[0]?.group.units)
})

test('no page is empty, however long a text is', () => {
  expect(sheetsWith(30_000).map(({ units, of }) => [units.length, of])).toEqual(Array(8).fill([1, 8]))
})
