/**
 * `locales/voices.json`: the voices and the recognisers of speech that Twilio had on a day, so that a slip in `locale.json` is found
 * before a caller hears silence. `npm run lines -- voices` writes it; a voice that Twilio has since then may be added by hand.
 *
 * @example
 * { "date": "2026-11-26", "source": "twilio@6.2.0 …", "voices": { "cmn-CN": ["Polly.Zhiyu-Neural"] }, "speech": ["cmn-Hans-CN"] }
 */
import { z } from 'zod'

export const knownVoicesSchema = z.strictObject({
  date: z.iso.date('Write the day as 2026-11-26').describe('When the list was made'),
  source: z.string().min(1).describe('Where it is from'),
  voices: z
    .record(z.string(), z.array(z.string().min(1)).min(1))
    .describe('By the tag of a language, as <Say language> takes it, the voices that speak it'),
  speech: z.array(z.string().min(1)).describe('The tags of languages that <Gather language> takes'),
})

export type KnownVoices = z.infer<typeof knownVoicesSchema>
