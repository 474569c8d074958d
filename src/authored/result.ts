/**
 * The outcome of reading something that a person wrote: a value, or all its problems.
 *
 * @example
 * const config = readConfig(process.env)
 * if (!config.ok) exitWith(config.problems.join('\n'))
 */
export type Result<Value, Problem = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function refused<Problem>(...problems: readonly Problem[]): Result<never, Problem> {
  return { ok: false, problems }
}
