/**
 * The bounds at which the operator is told that something is wrong, and the sentences. Never with a number, a name or a word of a caller.
 *
 * @example
 * const due = duePosts(crossedBounds(figures), told, now)
 * due.map((kind) => sentenceOf(kind, figures, 'Plainline')) // ['Plainline: 6 answers in the last ten minutes were apologies …']
 */

/** What a server has measured of itself, since its start. */
export interface Figures {
  /** In the last `WINDOW_MS`: answers that were apologies, webhooks whose signature did not fit, texts past the ceiling of the line. */
  readonly apologies: number
  readonly refusals: number
  readonly heldBack: number
  /** For how long no counts could be written. */
  readonly unwrittenMs: number
  /** For how long Twilio has sent nothing that is counted. */
  readonly silentMs: number
  /** For how long, before that, it sent something without a pause of `SILENCE_MS`. */
  readonly usedMs: number
}

export type BoundKind = 'apologies' | 'refusals' | 'ceiling' | 'counts' | 'silence'

/** When a kind was told last, and when its bound was last seen to be crossed. */
interface ToldTimes {
  readonly at: number
  readonly crossedAt: number
}

type ToldByKind = ReadonlyMap<BoundKind, ToldTimes>

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export const WINDOW_MS = 10 * MINUTE_MS
/** One may be a single odd request. As many mean that a part of the line fails for everybody who comes to it. */
const MOST_APOLOGIES = 5
/** A stranger who tries sends a few. A wrong token or address refuses each call, and Twilio tries each again. */
const MOST_REFUSALS = 20
/** A database that is restarted or backed up is away for less. */
const UNWRITTEN_MS = 10 * MINUTE_MS
/** A whole day, so that a quiet night is none. */
export const SILENCE_MS = DAY_MS
/** A line that is quiet on Sundays has no such week, and is never told to be silent. */
const USED_MS = 7 * DAY_MS
const WELL_MS = HOUR_MS
const AGAIN_MS = DAY_MS

interface Bound {
  readonly isCrossed: (figures: Figures) => boolean
  /** What happened and what to do, after the name of the line. */
  readonly sentence: (figures: Figures) => string
}

const BOUNDS: Readonly<Record<BoundKind, Bound>> = {
  apologies: {
    isCrossed: ({ apologies }) => apologies >= MOST_APOLOGIES,
    sentence: ({ apologies }) =>
      `${apologies} answers in the last ten minutes were apologies with the emergency number, because something failed. Look into the log for "Failed at", and call the line; if it goes on, start the server again.`,
  },
  refusals: {
    isCrossed: ({ refusals }) => refusals >= MOST_REFUSALS,
    sentence: ({ refusals }) =>
      `${refusals} requests in the last ten minutes had no signature of Twilio that fits, and were refused. Call the line: if it does not answer, run \`npm run doctor\`, since the token or the address is wrong; if it answers, somebody is trying, and there is nothing to do.`,
  },
  ceiling: {
    isCrossed: ({ heldBack }) => heldBack > 0,
    sentence: () =>
      'it has sent its most texts for an hour or a day, and people are told to wait; cries for help are answered. If many people are writing, put more into `replies` of line.yaml; if machines are, see "What it may cost" in docs/operations.md.',
  },
  counts: {
    isCrossed: ({ unwrittenMs }) => unwrittenMs >= UNWRITTEN_MS,
    sentence: () =>
      'the counts could not be written for ten minutes. Calls and texts are answered, and the counts wait in memory. Look at the database and its disk; the log says why.',
  },
  silence: {
    isCrossed: ({ silentMs, usedMs }) => silentMs >= SILENCE_MS && usedMs >= USED_MS,
    sentence: () =>
      'Twilio has sent no call and no text for a day, after at least one each day for a week. Call the line: if it does not answer, run `npm run doctor`, which looks at the balance, the number and its addresses.',
  },
}

const KINDS: readonly BoundKind[] = ['apologies', 'refusals', 'ceiling', 'counts', 'silence']

export function crossedBounds(figures: Figures): readonly BoundKind[] {
  return KINDS.filter((kind) => BOUNDS[kind].isCrossed(figures))
}

/** Of the bounds that are crossed now, those to tell: once, and again after it was well for an hour, or after a day. */
export function duePosts(crossed: readonly BoundKind[], told: ToldByKind, now: number): readonly BoundKind[] {
  return crossed.filter((kind) => {
    const last = told.get(kind)
    return !last || now - last.crossedAt >= WELL_MS || now - last.at >= AGAIN_MS
  })
}

/** The times of each kind after the sentences of `due` were posted. */
export function toldAfter(
  crossed: readonly BoundKind[],
  due: readonly BoundKind[],
  told: ToldByKind,
  now: number,
): ToldByKind {
  const latest = crossed.map((kind) => {
    const at = due.includes(kind) ? now : (told.get(kind)?.at ?? now)
    return [kind, { at, crossedAt: now }] as const
  })
  return new Map([...told, ...latest])
}

export function sentenceOf(kind: BoundKind, figures: Figures, name: string): string {
  return `${name}: ${BOUNDS[kind].sentence(figures)}`
}
