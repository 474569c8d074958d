/**
 * The kind and the code of an error and where it arose, without its message, which may quote what somebody said.
 *
 * @example
 * stackWithoutMessage(new TypeError('no topic for "i want to …"')) // 'TypeError\n    at take (src/line/take.ts:26:9)…'
 */
const FRAME = /^ {4}at .*[):\d]$/

export function stackWithoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && /^\w{1,50}$/.test(String(error.code)) ? ` ${error.code}` : ''
  const lines = (error.stack ?? '').replace(error.message, '').split('\n').slice(1)
  // A message that was changed after the stack was made still stands there.
  return [error.name + code, ...lines.filter((line) => FRAME.test(line))].join('\n')
}
