/**
 * Scores of nodes, added up in arrays that are made once, since a message touches a few of many.
 *
 * @example
 * const scores = createScores(2)
 * scores.add(1, 0, 14.2)
 * scores.best(3) // [{ node: 1, locale: 0, score: 14.2 }]
 * scores.forget() // all are nought again
 */
export interface Scored {
  readonly node: number
  /** In which most of the score was got at once. */
  readonly locale: number
  readonly score: number
}

export interface Scores {
  readonly add: (node: number, locale: number, score: number) => void
  /** Counts only by how much it is above the most that the node got at once before. */
  readonly raise: (node: number, locale: number, score: number) => void
  /** Best first. */
  readonly best: (count: number) => readonly Scored[]
  /** Nothing stays of what somebody asked, nor is taken for what the next one asks. */
  readonly forget: () => void
}

export function createScores(nodes: number): Scores {
  const sums = new Float64Array(nodes)
  const most = new Float64Array(nodes)
  const locales = new Uint8Array(nodes)
  const touched: number[] = []
  const add: Scores['add'] = (node, locale, score) => {
    if (score <= 0) return
    if (sums[node] === 0) touched.push(node)
    sums[node] = (sums[node] as number) + score
    if (score <= (most[node] as number)) return
    most[node] = score
    locales[node] = locale
  }
  return {
    add,
    raise(node, locale, score) {
      const before = most[node] as number
      if (score <= before) return
      if (sums[node] === 0) touched.push(node)
      sums[node] = (sums[node] as number) + score - before
      most[node] = score
      locales[node] = locale
    },
    best(count) {
      const best: Scored[] = []
      for (const node of touched) {
        const score = sums[node] as number
        if (best.length < count || score > (best[count - 1] as Scored).score)
          insert(best, { node, locale: locales[node] as number, score }, count)
      }
      return best
    },
    forget() {
      for (const node of touched) {
        sums[node] = 0
        most[node] = 0
      }
      touched.length = 0
    },
  }
}

function insert(best: Scored[], scored: Scored, count: number): void {
  let place = best.length
  while (place > 0 && (best[place - 1] as Scored).score < scored.score) place -= 1
  best.splice(place, 0, scored)
  if (best.length > count) best.pop()
}
