/**
 * A text that tells people they may wait, or are well, or names a dose: nobody on a line has seen them. Key words of each language
 * (`signs.json`) find it, so this asks, and does not know.
 *
 * @example
 * line/locales/en/words.json:3:21 warning unsafe-advice (locale en, node bone): "can wait" tells people that they may wait. …
 */
import { issueIn, type MakeIssue, type Path } from '../authored/issue.ts'
import { PLAIN_SPELLING } from '../finder/spelling.ts'
import { normalise } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { CHANNELS, type Check, holdsKeyWord, nodeTexts } from './check.ts'

const ADVICE = {
  wait: 'tells people that they may wait, and nobody here has seen them. Say whom they can ask.',
  reassure: 'tells people that they are well, and nobody here has seen them. Say whom they can ask.',
  dose: 'is of a dose, which their own team decides. Leave it out.',
} as const
const KINDS = ['wait', 'reassure', 'dose'] as const
const NUMBER = /\d+([.,]\d+)*/g
const SHARED = ['rules', 'warnings', 'replies'] as const

export const checkUnsafe: Check<Draft> = function* (draft) {
  for (const { locale, path, words, issue } of advisingTexts(draft)) {
    const { unsafe } = draft.locales[locale]?.signs.data ?? {}
    if (!unsafe) continue
    const told = ` ${normalise(words.replace(NUMBER, '0'), PLAIN_SPELLING)} `
    for (const kind of KINDS) {
      const found = unsafe[kind].find((each) => holdsKeyWord(told, each))
      if (found) yield issue('unsafe-advice', path, `"${found}" ${ADVICE[kind]}`, 'warning')
    }
  }
}

/** What topics, answers to danger and replies say. */
function* advisingTexts(draft: Draft): Generator<{
  readonly locale: string
  readonly path: Path
  readonly words: string
  readonly issue: MakeIssue
}> {
  for (const { locale, text, issue } of nodeTexts(draft))
    for (const channel of CHANNELS)
      for (const [part, words] of Object.entries(text[channel]))
        yield { locale, path: [channel, part], words, issue }
  for (const [locale, files] of Object.entries(draft.locales))
    for (const name of SHARED) {
      const { data, source } = files[name]
      const issue = issueIn(source, { locale })
      for (const [sign, texts] of Object.entries(data))
        for (const channel of CHANNELS) yield { locale, path: [sign, channel], words: texts[channel], issue }
    }
}
