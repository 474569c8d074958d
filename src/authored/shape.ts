/**
 * Checks a parsed file against its schema; every mismatch is an issue at its own place.
 *
 * @example
 * const { data, issues } = shape(source, settingsSchema)
 */
import type { z } from 'zod'
import type { Issue } from './issue.ts'
import type { Path, Source } from './source.ts'

export function shape<T>(source: Source, schema: z.ZodType<T>): { data?: T; issues: readonly Issue[] } {
  const result = schema.safeParse(source.data)
  if (result.success) return { data: result.data, issues: [] }
  const issues = result.error.issues.map((problem): Issue => {
    const path = problem.path as Path
    const at = path.length > 0 ? `"${path.join('.')}": ` : ''
    return {
      code: 'bad-shape',
      severity: 'error',
      ...source.at(path),
      ...(path[0] === 'nodes' && path.length > 1 ? { node: String(path[1]) } : {}),
      message: `${at}${problem.message}.`,
    }
  })
  return { issues }
}
