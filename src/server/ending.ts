/**
 * How the process ends: only when its operator asks, and never within a call of SQLite.
 *
 * @example
 * const asked = askedToEnd()
 * const signal = await asked
 * endProcess(await server.shutDown(signal))
 */

/**
 * Signals that end a process unless it handles them, but those that report a fault of the program, and SIGUSR1, which opens
 * Node's debugger. A terminal, npm and systemd may send one or several of them, each more than once. SIGHUP, which a terminal also sends
 * when its window is closed, asks for a reload (node.ts).
 */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGUSR2', 'SIGALRM', 'SIGXCPU', 'SIGPWR'] as const

/** Which calls have returned when the process is to end. */
export interface Idle {
  readonly isDatabaseIdle: boolean
  readonly isLogWritten: boolean
}

/** From now on no signal ends the process by itself. Resolves with the first. */
export function askedToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    // Options of Node may have taken one, such as `--heapsnapshot-signal=SIGUSR2`.
    for (const signal of SIGNALS) if (process.listenerCount(signal) === 0) process.on(signal, resolve)
  })
}

/**
 * `process.exit()` ends the thread of the database, and libSQL aborts the whole process if that happens within one of its
 * calls (`panicked at src/errors.rs`, with a core dump). So a process whose database still hangs ends by a signal, which
 * supervisors take for a clean end as well. So does one whose terminal takes no more output (Ctrl-S): `process.exit()` would wait
 * for the thread that writes to it. The first process of a container is not ended by a signal of its own: its container
 * engine ends it.
 */
export function endProcess({ isDatabaseIdle, isLogWritten }: Idle): void {
  if (isDatabaseIdle && isLogWritten) process.exit()
  process.removeAllListeners('SIGTERM')
  process.kill(process.pid, 'SIGTERM')
  // Only the first process of a container gets so far.
  if (isDatabaseIdle) process.exit()
}
