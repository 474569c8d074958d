/**
 * The finding of a check of the doctor: plain data, which a terminal or a page shows.
 *
 * @example
 * writeFindings([warn('account', 'This is a trial account.', 'Upgrade it in the Console.')])
 * // '! account: This is a trial account. Upgrade it in the Console.\n'
 */

export interface Diagnosis {
  readonly level: 'ok' | 'warn' | 'fail'
  /** Such as `account`, or a number of the line. */
  readonly about: string
  /** One sentence: what is so. */
  readonly what: string
  /** One sentence: what to do; null where there is nothing to do. */
  readonly todo: string | null
}

const SIGNS = { ok: '✓', warn: '!', fail: '✗' } as const

export function ok(about: string, what: string): Diagnosis {
  return { level: 'ok', about, what, todo: null }
}

export function warn(about: string, what: string, todo: string): Diagnosis {
  return { level: 'warn', about, what, todo }
}

export function fail(about: string, what: string, todo: string): Diagnosis {
  return { level: 'fail', about, what, todo }
}

/** A line for each, and one with their number. */
export function writeFindings(findings: readonly Diagnosis[]): string {
  const count = (level: Diagnosis['level']) => findings.filter((each) => each.level === level).length
  return `${findings.map(writeFinding).join('')}\n${count('ok')} ✓, ${count('warn')} !, ${count('fail')} ✗\n`
}

export function writeFinding({ level, about, what, todo }: Diagnosis): string {
  return `${SIGNS[level]} ${about}: ${what}${todo ? ` ${todo}` : ''}\n`
}

export function exitCodeFor(findings: readonly Diagnosis[]): 0 | 1 {
  return findings.some(({ level }) => level === 'fail') ? 1 : 0
}

/** One cause is told once: findings of several checks that say the same become one. */
export function mergeFindings(findings: readonly Diagnosis[]): readonly Diagnosis[] {
  const merged = new Map<string, Diagnosis>()
  for (const finding of findings) {
    const key = `${finding.level} ${finding.what} ${finding.todo}`
    const first = merged.get(key)
    merged.set(key, first ? { ...first, about: `${first.about}, ${finding.about}` } : finding)
  }
  return [...merged.values()]
}
