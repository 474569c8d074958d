/**
 * Why the store failed, in the database's own words. What Drizzle puts around them quotes the statement with all its
 * values, among them marks of the stop list.
 *
 * @example
 * reasonOf(new Error('Failed query: insert … params: 9f2c…', { cause: new Error('database is locked') })) // 'database is locked'
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}
