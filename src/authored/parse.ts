/**
 * YAML, and JSON that `JSON.parse` refuses, parsed with positions; and all that YAML would take otherwise than the author meant it.
 *
 * @example
 * parseText('a: *b', false).fault // { offset: 3, message: '"*b" is a reference in YAML, which is not followed here. …' }
 */
import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { jsonFault } from './json-fault.ts'
import type { Fault } from './lines.ts'
import { yamlFault } from './yaml-fault.ts'

export interface Parsed {
  readonly document: Document.Parsed
  readonly lines: LineCounter
  readonly fault: Fault | undefined
}

/** Some editors and web pages give these where a space belongs; YAML takes them for letters. */
const ODD_INDENTATION = /^ *[\u00A0\u2000-\u200B\u202F\u3000]/m

/** One mistake is told at a time: what the parser finds after it mostly follows from it. */
export function parseText(text: string, isJson: boolean): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = [...document.errors, ...document.warnings]
  const fault = mergeFault(text) ?? (isJson ? jsonFault(text) : strangeInYaml(text, document))
  return { document, lines, fault: fault ?? (error && yamlFault(text, error)) }
}

/** Two versions of a file that git could not make one of. */
function mergeFault(text: string): Fault | undefined {
  const offset = text.search(/^(<{7}|>{7}) /m)
  if (offset < 0) return undefined
  return {
    offset,
    message:
      'Two versions of this file stand below each other here (git could not merge them). Keep one, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
  }
}

function strangeInYaml(text: string, document: Document.Parsed): Fault | undefined {
  const offset = text.search(ODD_INDENTATION)
  if (offset >= 0)
    return { offset, message: 'This line begins with an odd kind of space. Type ordinary spaces.' }
  let fault: Fault | undefined
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `"*${source}" is a reference in YAML, which is not followed here. Put the value in quotes, or write it out.`
      fault = { offset: range?.[0] ?? 0, message }
      return visit.BREAK
    },
  })
  return fault
}
