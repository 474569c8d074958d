/**
 * Work in rounds: of all that has come in one turn of Node's loop the first step is taken, then of all the second, and so on.
 *
 * One after the other, each answer would find the processor's caches filled by the sending of the one before, and would wake
 * whoever reads it on this machine, such as a proxy, by itself. In rounds a busy server does the same in two thirds of the
 * time (docs/performance.md); one that is not busy has rounds of one, and nobody waits.
 *
 * @example
 * const inRounds = createRounds()
 * inRounds({
 *   step() {
 *     const answer = workOut(question)
 *     return () => send(answer)
 *   },
 *   fail: (error) => hangUp(error),
 * })
 */
export interface Work {
  readonly step: Step
  /** Told of what a step threw. No step of this work comes after; all other work goes on. */
  readonly fail: (error: unknown) => void
}

/** What is to be done next, which may leave another step to do. */
export type Step = () => Step | undefined

/** Nobody waits for more than so many others: a few milliseconds. */
const MOST_IN_A_ROUND = 32

export function createRounds(): (work: Work) => void {
  const waiting: Work[] = []
  const doRounds = () => {
    while (waiting.length > 0) {
      let round: readonly Work[] = waiting.splice(0, MOST_IN_A_ROUND)
      while (round.length > 0) round = round.map(doStep).filter((left) => left !== undefined)
    }
  }
  return (work) => {
    if (waiting.length === 0) setImmediate(doRounds)
    waiting.push(work)
  }
}

/** What is left of the work. */
function doStep({ step, fail }: Work): Work | undefined {
  try {
    const next = step()
    return next && { step: next, fail }
  } catch (error) {
    fail(error)
    return undefined
  }
}
