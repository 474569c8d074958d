/** Figures as the tables of docs/performance.md show them, with the machine that they were measured on. */
import { cpus, loadavg } from 'node:os'

/** Of several rounds, the one in the middle: a slow minute of the machine does not count. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * A figure with its bar.
 *
 * @example
 * judged('2.61', true, '≥ 2.5') // '**2.61** (met: ≥ 2.5)'
 */
export function judged(figure: string, isMet: boolean, bar: string): string {
  return `**${figure}** (${isMet ? 'met' : 'MISSED'}: ${bar})`
}

/** The last sentence under a table; `rest` is how it was measured. */
export function machine(rest: string): string {
  const [cpu] = cpus()
  const load = (loadavg()[1] ?? 0).toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  return `Node ${process.versions.node}, ${cpus().length} cores (${cpu?.model.trim()}), the driver on the same machine, whose load was ${load} with it; ${rest}; ${day}.`
}
