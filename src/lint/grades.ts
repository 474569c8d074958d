/** No topic is harder to read than its language's limit, measured over all that it says and texts. */
import { isHarder } from '../locale/readability.ts'
import { type Check, type CompiledDraft, nodeTexts } from './check.ts'
import { topicGrade } from './measure.ts'

export const checkGrades: Check<CompiledDraft> = function* ({ draft, line, texts }) {
  for (const { locale, slug, issue } of nodeTexts(draft)) {
    const node = line.nodes[slug]
    const bounds = line.locales[locale]?.settings.readability
    if (node?.kind !== 'topic' || !bounds) continue
    const { formula, aim, limit } = bounds
    const past = isHarder(formula, 1, 0) ? 'over' : 'under'
    const grade = topicGrade(texts, locale, formula, slug, node)
    if (isHarder(formula, grade, aim))
      yield issue(
        'too-hard',
        [],
        `"${slug}" scores ${grade} by ${formula}; aim at ${aim}, and never ${past} ${limit}. Use shorter words and sentences.`,
        isHarder(formula, grade, limit) ? 'error' : 'warning',
      )
  }
}
