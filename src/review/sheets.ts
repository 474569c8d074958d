/**
 * The pages on which the texts of a language are read and signed, in reading order. A long file comes in pieces, by the first name in it;
 * what is too long for one sitting comes on several pages of like length.
 *
 * @example
 * sheetsOf(language) // […, { name: 'urgent', at: 1, of: 3, … }, { name: 'urgent.2', at: 2, of: 3, … }, …]
 */
import { type Group, groupsOf } from './groups.ts'
import type { Language, Unit } from './language.ts'

/** What one page of `/review` shows. Its name stands in the address: that of the group, and from the second page on its number. */
export interface TextSheet extends Group {
  /** The topic, file or piece of a file that it is a page of. */
  readonly group: Group
  readonly at: number
  readonly of: number
}

/** A file of more texts comes in pieces. */
const MOST_TEXTS = 100

/** In characters of the source: some ten minutes of reading, and a page of HTML below 40 KB. */
const LONGEST_SHEET = 8500

/** What the heading, the comment and the button of a text count, in the same characters. */
const EACH_TEXT = 350

/** What the back-translation of a text of the red list counts. */
const BACK_TRANSLATION = 250

export function sheetsOf(language: Language): readonly TextSheet[] {
  return groupsOf(language).flatMap(piecesOf).flatMap(pagesOf)
}

function piecesOf(group: Group): readonly Group[] {
  const { name, kind, units } = group
  if (kind !== 'around' || units.length <= MOST_TEXTS) return [group]
  const nameOf = (unit: Unit) => `${name}.${unit.key.split('.')[1]}`
  return [...new Set(units.map(nameOf))].map((piece) => ({
    name: piece,
    kind,
    units: units.filter((unit) => nameOf(unit) === piece),
  }))
}

/** A text is on the page that its middle falls on. */
function pagesOf(group: Group): readonly TextSheet[] {
  const { name, kind, units } = group
  const length = units.reduce((sum, unit) => sum + lengthOf(unit), 0)
  const most = Math.ceil(length / LONGEST_SHEET)
  const pages = Array.from({ length: most }, (): Unit[] => [])
  let before = 0
  for (const unit of units) {
    const middle = before + lengthOf(unit) / 2
    pages[Math.floor((middle / length) * most)]?.push(unit)
    before += lengthOf(unit)
  }
  // A text longer than a page leaves the next one empty.
  const filled = pages.filter((some) => some.length > 0)
  return filled.map((some, index) => {
    const at = index + 1
    return { name: at === 1 ? name : `${name}.${at}`, kind, units: some, group, at, of: filled.length }
  })
}

function lengthOf({ source, isRed }: Unit): number {
  return EACH_TEXT + source.length + (isRed ? BACK_TRANSLATION : 0)
}
