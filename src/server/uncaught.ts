/**
 * Keeps the process alive after an error that nothing has caught, of ours or of a library, and keeps libraries from printing:
 * what they print may quote a caller.
 *
 * Node's advice is to end after an uncaught exception, because something may be half done. A request shares nothing with
 * the next one but the counts, which are written under ids; and a caller at night has nobody else.
 *
 * @example
 * surviveUncaught((error, about) => log.error({ error: stackWithoutMessage(error) }, about))
 */

export function surviveUncaught(report: (error: unknown, about: string) => void): void {
  // Node hands rejections of promises to the same listener. An `origin` is `uncaughtException` or `unhandledRejection`.
  process.on('uncaughtException', (error, origin) => report(error, origin))
  for (const method of ['error', 'warn'] as const)
    console[method] = (...printed) =>
      report(printed.find((value) => value instanceof Error) ?? new Error(), 'a library, which printed it')
  for (const method of ['log', 'info', 'debug', 'trace'] as const) console[method] = () => {}
}
