/**
 * The sentences for a value that its schema refuses: what is there, and what to write. Every message of the schema library has
 * its sentence here; where a schema names its own advice (`z.string().regex(…, advice)`), that stands in the place of the general one.
 *
 * @example
 * explainMismatch(mismatch, { value: 911, written: '911' })
 * // '"emergency.number" is the number 911. It must be a text: put it in quotes, "911".'
 */
import { z } from 'zod'
import { didYouMean } from './did-you-mean.ts'
import type { Path } from './issue.ts'

type Mismatch = z.core.$ZodIssue
type RawMismatch = z.core.$ZodRawIssue

/** A value of a file, and how it is written there. */
export interface Written {
  readonly value: unknown
  readonly written: string
}

const LONGEST_SHOWN = 40
/** What is left of quotes that the parser did not take for any. */
const QUOTED = /^[“”„][^“”„]*[“”„]$|^[^"]+"$|^"[^"]+$/
const IN_QUOTES = 'It must be a text: put it in quotes'

/** For `safeParse(data, { error: adviseOn })`: what to write instead. */
export const adviseOn: z.core.$ZodErrorMap = (mismatch) => {
  switch (mismatch.code) {
    case 'invalid_type':
      return typeAdvice(mismatch.expected, mismatch.input)
    case 'too_big':
    case 'too_small':
      return sizeAdvice(mismatch)
    case 'invalid_value':
      return valueAdvice(mismatch.values, mismatch.input)
    case 'invalid_union':
      return unionAdvice(mismatch)
    case 'unrecognized_keys':
      return keysAdvice(mismatch)
    case 'invalid_key':
      return mismatch.issues[0]?.message ?? 'Write another name'
    case 'invalid_format':
      return mismatch.format === 'url'
        ? 'Write the whole address, beginning with "https://"'
        : 'It has not the form that belongs here. Write it as the others in this file'
    case 'not_multiple_of':
      return `Write a number that ${mismatch.divisor} divides`
    default:
      return 'It has not the form that belongs here. Write it as the others in this file'
  }
}

/** One sentence or two. `path` leads to the value. */
export function explainMismatch(mismatch: Mismatch, path: Path, { value, written }: Written): string {
  const name = nameOf(path)
  const inQuotes = mismatch.message === IN_QUOTES ? `, "${written}"` : ''
  const advice = /[.?]$/.test(mismatch.message) ? mismatch.message : `${mismatch.message}${inQuotes}.`
  if (mismatch.code === 'unrecognized_keys') return name ? `In "${name}": ${advice}` : advice
  if (value === undefined) return missing(path)
  if (typeof value === 'string' && QUOTED.test(value))
    return `"${name}" is ${shorten(value)} with a quotation mark that has no partner, or is curly (“ ”). Write straight ones (") around it.`
  if (mismatch.code === 'invalid_key') return `The name "${path.at(-1)}" cannot stand here. ${advice}`
  const isEntry = typeof path.at(-1) === 'number'
  const what = isEntry && value === null ? 'an empty entry' : describe(mismatch, value, written)
  if (!name) return `The file is ${what}. ${advice}`
  if (what === undefined) return `"${name}": ${advice}`
  return `"${name}" ${isEntry ? 'has' : 'is'} ${what}. ${advice}`
}

function missing(path: Path): string {
  const inside = nameOf(path.slice(0, -1))
  return `"${path.at(-1)}" is missing${inside && ` in "${inside}"`}. Add it.`
}

/** Without places in lists, which the line of the issue tells. */
function nameOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.')
}

function describe(mismatch: Mismatch, value: unknown, written: string): string | undefined {
  if (value === null) return 'empty'
  if (mismatch.code === 'custom' && typeof value === 'object') return undefined
  if (mismatch.message.startsWith(`"${value}"`)) return undefined
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object') return 'a group of names with values'
  if (value === '') return 'an empty text'
  if (typeof value !== 'string') return typeof value === 'number' ? `the number ${written}` : written
  const length = mismatch.code === 'too_big' ? `, ${[...value].length} letters` : ''
  return `"${shorten(value)}"${length}`
}

function typeAdvice(expected: string, input: unknown): string {
  switch (expected) {
    case 'string':
      if (isUnquoted(input)) return IN_QUOTES
      return input === null
        ? 'Write a text behind the colon (in quotes where it begins with #), or remove the line'
        : 'It must be one text'
    case 'number':
    case 'int':
      if (typeof input === 'string' && /^\d+(\.\d+)?$/.test(input))
        return `It must be a number: leave out the quotes, ${input}`
      return typeof input === 'number' ? 'It must be a whole number' : 'It must be a number, such as 21'
    case 'boolean':
      return input === 'true' || input === 'false'
        ? `Write it without quotes: ${input}`
        : 'Write true or false, without quotes'
    case 'array':
      if (typeof input === 'string' && /^-\S/.test(input))
        return 'It must be a list: write a space behind each dash'
      return typeof input === 'string' || typeof input === 'number'
        ? `It must be a list: put it in square brackets, [${entriesOf(input)}]`
        : 'It must be a list: put [ ] around it, or a dash and a space before each entry'
    case 'object':
    case 'record':
      return 'It must be names with their values: each on a line of its own, further in than this one, or in { }'
    default:
      return 'It has not the form that belongs here. Write it as the others in this file'
  }
}

function sizeAdvice(mismatch: Extract<RawMismatch, { code: 'too_big' | 'too_small' }>): string {
  const { origin } = mismatch
  const bound = Number('maximum' in mismatch ? mismatch.maximum : mismatch.minimum)
  const { schema } = mismatch
  if (origin === 'number' || origin === 'int') {
    const { minValue, maxValue } = schema instanceof z.ZodNumber ? schema : { minValue: null, maxValue: null }
    if (minValue !== null && maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER)
      return `Write a number from ${minValue} to ${maxValue}`
    return mismatch.code === 'too_big' ? `The most is ${bound}` : `The least is ${bound}`
  }
  const unit = origin === 'string' ? ['letter', 'letters'] : ['entry', 'entries']
  const amount = `${bound} ${unit[bound === 1 ? 0 : 1]}`
  if (mismatch.exact) return `It must have ${amount}`
  if (mismatch.code === 'too_big') return `The most is ${amount}. Shorten it`
  if (bound === 1) return origin === 'string' ? 'Write a text here' : 'Write at least one entry'
  return `The least is ${amount}`
}

function valueAdvice(values: readonly unknown[], input: unknown): string {
  if (values.length === 1) return `Write ${String(values[0])}, or remove the line`
  const names = values.map(String)
  const near = typeof input === 'string' ? didYouMean(input, names) : ''
  return `Write one of these: ${names.join(', ')}${near && `. ${near}`}`
}

/** Of values that may be of several kinds: by the name of the kind, else by the first kind whose type it has. */
function unionAdvice(mismatch: Extract<RawMismatch, { code: 'invalid_union' }>): string {
  const { inst, input } = mismatch
  if (inst instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = inst.def
    const kinds = [...inst.options].flatMap((option) => literalsOf(option, discriminator))
    const written =
      typeof input === 'object' && input !== null ? Reflect.get(input, discriminator) : undefined
    return valueAdvice(kinds, written)
  }
  const branches = 'errors' in mismatch ? mismatch.errors : []
  const fitting = branches.find(
    ([first]) => first && (first.path.length > 0 || first.code !== 'invalid_type'),
  )
  return fitting?.[0]?.message ?? 'Write a text, or a list of texts in square brackets'
}

function literalsOf(option: z.core.$ZodType, name: string): readonly unknown[] {
  const field = option instanceof z.ZodObject ? option.shape[name] : undefined
  return field instanceof z.ZodLiteral ? [...field.values] : []
}

function keysAdvice({ keys, inst, input }: Extract<RawMismatch, { code: 'unrecognized_keys' }>): string {
  const known = inst instanceof z.ZodObject ? Object.keys(inst.shape) : []
  const [first = ''] = keys
  const others = keys.length > 1 ? ` (nor ${keys.slice(1, 4).join(', ')}${keys.length > 4 ? ' …' : ''})` : ''
  const value = input?.[first]
  const near = didYouMean(first, known)
  if (near) return `"${first}" is not known here${others}. ${near}`
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return `"${first}" does not belong inside of this${others}. If it stands beside it, begin its line with as many spaces (in JSON, close the } before it); else remove it`
  return `"${first}" is not known here${others}. Write one of these, or remove it: ${known.join(', ')}`
}

/** "bone, pain" is two. */
function entriesOf(input: string | number): string {
  const entries = typeof input === 'string' ? input.split(/\s*,\s*/) : [input]
  return entries.map((entry) => JSON.stringify(entry)).join(', ')
}

/** YAML takes these for no text. */
function isUnquoted(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

function shorten(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > LONGEST_SHOWN || line !== text ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : text
}
