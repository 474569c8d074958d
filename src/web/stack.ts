/**
 * The kind of an error and where it arose, without its message, which may quote what somebody said.
 *
 * @example
 * stackWithoutMessage(new TypeError('no topic for "i want to …"')) // 'TypeError\n    at take (src/line/take.ts:26:9)…'
 */
export function stackWithoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').replace(error.message, '').split('\n').slice(1)
  return [error.name, ...frames].join('\n')
}
