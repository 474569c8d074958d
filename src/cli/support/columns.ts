/**
 * A table for the terminal: each column is as wide as its widest cell.
 *
 * @example
 * inColumns([['Month', 'Calls'], ['November 2026', '152']]) // 'Month          Calls\nNovember 2026  152\n'
 */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}
