/**
 * Guess: words that may mean two or three topics; offers them to choose from.
 *
 * @example
 * guess: { kind: guess }
 */
import { z } from 'zod'

export const guessSchema = z.strictObject({ kind: z.literal('guess') })

export type GuessNode = z.infer<typeof guessSchema>
