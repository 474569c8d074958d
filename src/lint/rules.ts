/** Every rule for authored files, in the order they are explained in docs/issues.md. */
import { checkCharacters } from './characters.ts'
import { checkClaims } from './claims.ts'
import { checkDirectory } from './directory.ts'
import type { Check } from './draft.ts'
import { checkFacts } from './facts.ts'
import { checkKeywords } from './keywords.ts'
import { checkLinks } from './links.ts'
import { checkMenus } from './menus.ts'
import { checkNumbers } from './numbers.ts'
import { checkPhrases } from './phrases.ts'
import { checkReach } from './reach.ts'
import { checkSettings } from './settings.ts'
import { checkSymptoms } from './symptoms.ts'
import { checkTexts } from './texts.ts'

export const checks: readonly Check[] = [
  checkSettings,
  checkLinks,
  checkReach,
  checkMenus,
  checkNumbers,
  checkFacts,
  checkTexts,
  checkClaims,
  checkSymptoms,
  checkPhrases,
  checkKeywords,
  checkDirectory,
  checkCharacters,
]
