/** No topic is harder to read than its language's limit, measured over all that it says and texts. */
import type { Files } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import type { Line } from '../line/line.ts'
import { isHarder } from '../locale/readability.ts'
import { gradeTopics } from './measure.ts'
import { textPlace } from './text-place.ts'

export function checkGrades(line: Line, files: Files): readonly Issue[] {
  return gradeTopics(line).flatMap(({ locale, node, grade }): Issue[] => {
    const bounds = line.locales[locale]?.settings.readability
    if (grade === null || !bounds || !isHarder(bounds.formula, grade, bounds.aim)) return []
    const severity = isHarder(bounds.formula, grade, bounds.limit) ? 'error' : 'warning'
    const message = `"${node}" scores ${grade} by ${bounds.formula}; aim at ${bounds.aim}, and never past ${bounds.limit}. Use shorter words and sentences.`
    return [{ code: 'too-hard', severity, ...textPlace(files, locale, node, []), locale, node, message }]
  })
}
