/**
 * What was kept of late under marks such as signatures: under the last `kept` of them at least, and at most twice as many.
 *
 * A Map would do the same. But marks are strings that come and go with each webhook, and the collector of garbage would carry
 * each over with an entry: that, not the looking up, is what a Map costs here (docs/performance.md). So marks are kept as
 * hashes in two tables, of which the older is dropped whole.
 *
 * @example
 * const recent = createRecent<Answer>(5000)
 * recent.keep(hashOf('L/OH5YylLD5NRKLltdqwSvS0BnU='), answer)
 * recent.find(hashOf('L/OH5YylLD5NRKLltdqwSvS0BnU=')) // answer
 */
export interface Recent<Value> {
  find(mark: Hash): Value | undefined
  keep(mark: Hash, value: Value): void
}

/** 64 bits, in two halves: enough to tell any two marks apart. */
export type Hash = readonly [number, number]

interface Table<Value> {
  /** Two numbers for each place. */
  readonly hashes: Int32Array
  readonly values: (Value | undefined)[]
  size: number
}

/** Odd, with their bits well mixed. */
const MULTIPLIERS = [0x9e3779b1, 0x85ebca6b] as const

export function createRecent<Value extends object>(kept: number): Recent<Value> {
  // Half of the places stay empty, so that one is found within a step or two.
  const places = 2 ** Math.ceil(Math.log2(2 * kept))
  const newTable = (): Table<Value> => ({
    hashes: new Int32Array(2 * places),
    values: new Array<Value | undefined>(places).fill(undefined),
    size: 0,
  })
  let [recent, earlier] = [newTable(), newTable()]
  const turn = () => {
    const older = earlier
    older.values.fill(undefined)
    older.size = 0
    ;[recent, earlier] = [older, recent]
  }
  return {
    find: (mark) => recent.values[placeOf(mark, recent)] ?? earlier.values[placeOf(mark, earlier)],
    keep(mark, value) {
      if (recent.size >= kept) turn()
      const { hashes, values } = recent
      const place = placeOf(mark, recent)
      if (values[place] === undefined) recent.size += 1
      hashes[2 * place] = mark[0]
      hashes[2 * place + 1] = mark[1]
      values[place] = value
    },
  }
}

export function hashOf(mark: string): Hash {
  let [one, other]: readonly [number, number] = MULTIPLIERS
  for (let at = 0; at < mark.length; at += 1) {
    const code = mark.charCodeAt(at)
    one = Math.imul(one ^ code, MULTIPLIERS[0])
    one ^= one >>> 15
    other = Math.imul(other ^ code, MULTIPLIERS[1])
    other ^= other >>> 15
  }
  return [one, other]
}

/** Where a mark stands, or would: from its own place on, the first that is its or nobody's. */
function placeOf([one, other]: Hash, { hashes, values }: Table<object>): number {
  const last = values.length - 1
  let place = one & last
  while (values[place] !== undefined && (hashes[2 * place] !== one || hashes[2 * place + 1] !== other))
    place = (place + 1) & last
  return place
}
