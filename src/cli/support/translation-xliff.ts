/**
 * A language as XLIFF 1.2, which Weblate, Crowdin, Trados and OmegaT read: a `<file>` for each authored file, placeholders as `<x/>`,
 * which a translator cannot change, and where a text is heard as notes.
 *
 * @example
 * <trans-unit id="rules.breath.sms" approved="no" maxwidth="459" size-unit="char"><source>Call <x id="1" equiv-text="{{emergency}}"/> now. …
 */
import { type InlineText, jsToXliff12, type TransUnit, type Xliff, xliff12ToJs } from 'xliff'
import { type Result, refused } from '../../authored/result.ts'
import type { Language, Unit } from '../../review/language.ts'
import { heardAt, longestOf, piecesOf, placeholders } from '../../review/notes.ts'
import type { Returned } from './translation.ts'

/** How a whole file ends. The library closes what a file that was cut off has left open, and half a sentence is a text for it. */
const END = /<\/([\w.-]+:)?xliff\s*>\s*(<!--[^>]*-->\s*)*$/

export async function writeXliff({ locale, sourceLocale, units, nodes }: Language): Promise<string> {
  const resources: Record<string, Record<string, TransUnit>> = {}
  for (const unit of units) {
    const file = unit.file.replace(`locales/${locale}/`, `locales/${sourceLocale}/`)
    resources[file] ??= {}
    resources[file][unit.key] = transUnit(unit, nodes)
  }
  const xml = await jsToXliff12(
    { sourceLanguage: sourceLocale, targetLanguage: locale, resources },
    { indent: '' },
  )
  // The library's own indentation would put spaces into texts. Words are escaped, so these are tags.
  const lines = xml.replace(/<(?=(\/?(file|body)|trans-unit|\/xliff)\b)/g, '\n<')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines}\n`
}

export async function readXliff(xml: string, locale: string): Promise<Result<readonly Returned[]>> {
  let xliff: Xliff
  try {
    xliff = await xliff12ToJs(xml, { captureSpacesBetweenElements: true })
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return refused(
      `This is no XLIFF that can be read (${reason}). Export it again, or repair it in the program that wrote it.`,
    )
  }
  if (!END.test(xml))
    return refused('The end of this file is missing: it was cut off on its way. Get it again.')
  const { xliffVersion, targetLanguage, resources } = xliff
  if (xliffVersion) return refused(`This is XLIFF ${xliffVersion}. Save it as XLIFF 1.2.`)
  if (targetLanguage !== undefined && targetLanguage.toLowerCase() !== locale.toLowerCase())
    return refused(`This file is of the language "${targetLanguage}", not of "${locale}".`)
  const units = Object.values(resources).flatMap((units) => Object.entries(units))
  const written = xml.match(/<trans-unit\b/g)?.length ?? 0
  if (units.length < written) return refused('Two units have the same id, or one has none. Keep one of each.')
  return { ok: true, value: units.map(([key, unit]) => returned(key, unit)) }
}

function transUnit(unit: Unit, nodes: Language['nodes']): TransUnit {
  const longest = longestOf(unit)
  const notes = [
    heardAt(unit.key, nodes),
    ...(longest ? [`At most ${longest.most} ${longest.unit}`] : []),
    ...(unit.row?.comment ? [`Comment: ${unit.row.comment}`] : []),
    ...(unit.row?.backTranslation ? [`Back-translation: ${unit.row.backTranslation}`] : []),
  ]
  return {
    source: inline(unit.source, unit.source),
    ...(unit.text === undefined ? {} : { target: inline(unit.text, unit.source) }),
    note: notes,
    additionalAttributes: {
      approved: unit.state === 'approved' ? 'yes' : 'no',
      'xml:space': 'preserve',
      ...(longest?.unit === 'characters' ? { maxwidth: String(longest.most), 'size-unit': 'char' } : {}),
    },
  }
}

/** Placeholders have the numbers that they have in the source; those that it lacks get the next ones. */
function inline(text: string, source: string): InlineText {
  const ids = placeholders(source)
  const used = new Set<number>()
  const idOf = (name: string) => {
    const found = ids.findIndex((each, at) => each === name && !used.has(at))
    const id = found >= 0 ? found : ids.length + used.size
    used.add(id)
    return String(id + 1)
  }
  const pieces = piecesOf(text).map((piece, at) =>
    at % 2 === 0 ? piece : { Standalone: { id: idOf(piece), 'equiv-text': piece } },
  )
  return pieces.length === 1 ? text : pieces.filter((piece) => piece !== '')
}

function returned(key: string, { source, target, additionalAttributes }: TransUnit): Returned {
  const approved = additionalAttributes?.approved
  const words = plain(source ?? '', [])
  return {
    at: `Unit "${key}"`,
    key,
    source: words,
    text: plain(target ?? '', placeholders(words)),
    isApproved: approved === undefined ? undefined : approved === 'yes',
  }
}

/** Some programs keep only the number of a placeholder. */
function plain(text: InlineText, known: readonly string[]): string {
  return [text]
    .flat()
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : (piece.Standalone?.['equiv-text'] ?? known[Number(piece.Standalone?.id) - 1] ?? '{{?}}'),
    )
    .join('')
}
