/**
 * YAML, and JSON that `JSON.parse` refuses, parsed with positions; and all that YAML would take otherwise than the author meant it.
 *
 * @example
 * parseText('a: *b').faults // [{ offset: 3, message: '"*b" would be a reference of YAML. Put the value in quotes.' }]
 */
import { type Document, LineCounter, parseDocument, visit } from 'yaml'

/** What keeps a file from being read; `offset` counts characters. */
interface Fault {
  readonly offset: number
  readonly message: string
}

export interface Parsed {
  readonly document: Document.Parsed
  readonly lines: LineCounter
  readonly faults: readonly Fault[]
}

/** Some editors and web pages give these where a space belongs; YAML takes them for letters. */
const ODD_INDENTATION = /^ *[\u00A0\u2000-\u200B\u202F\u3000]/m

const JSON_ADVICE =
  'In JSON each name and each text stands between straight double quotes ("), with a comma between two'

export function parseText(text: string, isJson: boolean): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const strange = isJson ? strangeInJson(document) : strangeInYaml(text, document)
  const faults =
    strange.length > 0 ? strange : [...document.errors, ...document.warnings].map(faultOf(isJson))
  if (!isJson) return { document, lines, faults }
  const lineOf = ({ offset }: Fault) => lines.linePos(offset).line
  // In JSON what follows on the same line mostly follows from the first.
  const firsts = faults.filter((fault) => fault === faults.find((each) => lineOf(each) === lineOf(fault)))
  return { document, lines, faults: firsts }
}

function faultOf(isJson: boolean) {
  return ({ code, message, pos: [offset] }: Document.Parsed['errors'][number]): Fault => {
    if (code === 'MULTIPLE_DOCS')
      return { offset, message: 'A second document begins here. Remove the line "---", or what follows it.' }
    if (code === 'TAG_RESOLVE_FAILED')
      return {
        offset,
        message: 'A value that begins with "!" has a meaning of its own in YAML. Put it in quotes.',
      }
    const advice = isJson && code !== 'DUPLICATE_KEY' ? JSON_ADVICE : 'Correct the line named here'
    return { offset, message: `This file cannot be read: ${message.split(/ at line|\n/)[0]}. ${advice}.` }
  }
}

/** YAML reads more than JSON, and not as it was meant: a comment as a name, a missing quote as a letter. The first of them. */
function strangeInJson(document: Document.Parsed): readonly Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Scalar(_key, { value, type, range, source = '' }) {
      if (typeof value !== 'string' || type === 'QUOTE_DOUBLE') return undefined
      const message = /^\/[/*]/.test(source)
        ? 'JSON has no comments. Remove this one.'
        : `"${source.split('\n')[0]?.slice(0, 30)}" is not written as JSON. ${JSON_ADVICE}.`
      faults.push({ offset: range?.[0] ?? 0, message })
      return visit.BREAK
    },
  })
  return faults
}

function strangeInYaml(text: string, document: Document.Parsed): readonly Fault[] {
  const faults: Fault[] = []
  const indented = text.search(ODD_INDENTATION)
  if (indented >= 0)
    faults.push({
      offset: indented,
      message: 'This line begins with an odd kind of space. Type ordinary spaces.',
    })
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `"*${source}" is a reference in YAML, which is not followed here. Put the value in quotes, or write it out.`
      faults.push({ offset: range?.[0] ?? 0, message })
      return visit.BREAK
    },
  })
  return faults
}
