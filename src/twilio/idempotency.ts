/**
 * A webhook that arrives again, sent by Twilio or copied by others, gets the answer of the first time and counts once.
 *
 * It is known by its signature, which covers the address and every field: no two steps of a call have the same address
 * (voice/address.ts), and no two texts the same MessageSid. Twilio marks what it tries again by a header as well.
 * Answers are kept in memory, without the words or the number of whoever asked, until 5,000 others have come.
 *
 * @example
 * const once = createOnce()
 * once(['L/OH5YylLD5NRKLltdqwSvS0BnU='], () => answer) // asks for the answer
 * once(['L/OH5YylLD5NRKLltdqwSvS0BnU='], () => answer) // gives it again
 */
import type { Answer } from '../web/answer.ts'
import { createRecent, hashOf } from '../web/recent.ts'

/** Asks for an answer, and so counts, at the first copy of a webhook only. */
export type Once = (marks: readonly string[], answer: () => Answer) => Answer

/** At 200 webhooks a second, more than come in the 15 seconds in which Twilio may try again. */
const KEPT = 5000

export function createOnce(): Once {
  const answers = createRecent<Answer>(KEPT)
  return (marks, answerNow) => {
    const hashes = marks.map(hashOf)
    // No answer is waited for, so no copy can come in between.
    let answer: Answer | undefined
    for (const hash of hashes) answer ??= answers.find(hash)
    answer ??= answerNow()
    for (const hash of hashes) answers.keep(hash, answer)
    return answer
  }
}
