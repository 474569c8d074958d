/**
 * What was told before, for whoever does the same at the same place: the core is pure, so they are told the same.
 *
 * Keys and silence are looked up as they are; words by what they were understood to mean, which is made of the line's own
 * words only. What people say of themselves is never kept.
 *
 * @example
 * const remember = createMemory<string>((twiml) => twiml.length)
 * remember('en/normal/main', around, event, () => understand(…), (reading) => render(follow(…, reading)))
 */
import { LRUCache } from 'lru-cache'
import type { ChannelContext, UserEvent } from '../line/event.ts'
import type { Interpretation } from '../line/intent.ts'

/** `tell` is asked where nothing is remembered of this event at this path; `read` where it may be needed for that. */
export type Remember<T> = (
  path: string | null,
  context: ChannelContext,
  event: UserEvent,
  read: () => Interpretation,
  tell: (reading: Interpretation) => T,
) => T

/** In characters: all that people walk through in a day, at about 1,500 a turn. */
const MOST_KEPT = 4_000_000

export function createMemory<T extends object>(lengthOf: (told: T) => number): Remember<T> {
  const kept = new LRUCache<string, T>({
    maxSize: MOST_KEPT,
    sizeCalculation: (told, key) => lengthOf(told) + key.length,
  })
  return (path, { country, staffed, called }, event, read, tell) => {
    const reading = 'words' in event ? read() : undefined
    const key = `${path}\n${country}\n${staffed}\n${called}\n${JSON.stringify(reading ?? event)}`
    const before = kept.get(key)
    if (before) return before
    const told = tell(reading ?? read())
    kept.set(key, told)
    return told
  }
}
