/**
 * Work in rounds: of all that has come in one turn of Node's loop the first step is taken, then of all the second, and so on.
 *
 * One after the other, each answer would find the processor's caches filled by the sending of the one before, and would wake
 * whoever reads it on this machine, such as a proxy, by itself. In rounds a busy server does the same in two thirds of the
 * time (docs/performance.md); one that is not busy has rounds of one, and nobody waits.
 *
 * @example
 * const inRounds = createRounds()
 * inRounds(() => {
 *   const answer = workOut(question)
 *   return () => send(answer)
 * })
 */
export type InRounds = (step: Step) => void

/** What is to be done next, which may leave another step to do. */
export type Step = () => Step | undefined

/** Nobody waits for more than so many others: a few milliseconds. */
const MOST_IN_A_ROUND = 32

export function createRounds(): InRounds {
  const waiting: Step[] = []
  const doRounds = () => {
    while (waiting.length > 0) {
      let steps: readonly Step[] = waiting.splice(0, MOST_IN_A_ROUND)
      while (steps.length > 0) steps = steps.map((step) => step()).filter((step) => step !== undefined)
    }
  }
  return (step) => {
    if (waiting.length === 0) setImmediate(doRounds)
    waiting.push(step)
  }
}
