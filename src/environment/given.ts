/**
 * What the environment gives for the settings of the line, and what went wrong on its way there: names that are nearly those of a
 * setting, quotes that an `--env-file` keeps, examples that nobody filled in.
 *
 * @example
 * givenSettings({ PORT: ' 3000 ', SECRET: '' }, ['PORT', 'SECRET']) // { PORT: '3000' }
 */
import { distance } from 'fastest-levenshtein'

export type Variables = Readonly<Record<string, string | undefined>>

/** What a shell, a compose file or a template should have replaced, or has replaced by nothing. */
const LEFT_OVER =
  /^(undefined|null|none|None|\[object Object\]|\$\{.*\}|\$\(.*\)|\$[A-Z_]+|%\w+%|<.*>|\{\{.*\}\}|openssl rand .*)$/s
const EXAMPLE =
  /^(change.?me.*|your[ _-].*(token|secret|password|key|number|domain|here)|any 16 characters.*)$/is

/** Values by name, without spaces around them. A blank one counts as unset: compose files write `${SECRET:-}`. */
export function givenSettings(
  variables: Variables,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = variables[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
}

/** A sentence for the operator about a value that cannot be meant, whatever its setting. */
export function mangledProblem(name: string, value: string): string | undefined {
  if (/^(["'`“”„‘’«»]).*["'`“”„‘’«»]$/s.test(value))
    return `${name} has quotes around its value, which \`docker --env-file\` keeps. Write it without quotes.`
  if (LEFT_OVER.test(value) || EXAMPLE.test(value))
    return `${name} holds an example or the name of a variable where its own value belongs. Write the value.`
  // A secret is never typed, so that one with such a character does its work.
  if (/[\p{Cc}\p{Cf}]/u.test(value) && name !== 'SECRET')
    return `${name} has a character that nobody sees, as web pages and chats leave in what is copied. Type the value by hand.`
  return undefined
}

/** Warnings about variables that nobody reads, and that are nearly named like a setting which is not set. */
export function misspeltNames(variables: Variables, names: readonly string[]): readonly string[] {
  const unset = names.filter((name) => !variables[name]?.trim())
  return Object.keys(variables).flatMap((given) => {
    const meant = names.includes(given) ? undefined : unset.find((name) => isNearly(given, name))
    return meant ? [`${given} is not read. Did you mean ${meant}?`] : []
  })
}

/** Up to two typing errors, or words left out: TWILIO_TOKEN. Short names resemble too many others. */
function isNearly(given: string, name: string): boolean {
  const written = given.toUpperCase().replaceAll('-', '_')
  const words = written.split('_')
  const isPart = words.length > 1 && words.every((word) => name.split('_').includes(word))
  return isPart || (name.length > 4 && distance(written, name) <= (name.length > 8 ? 2 : 1))
}
