/** What a webhook tells of the circumstances: country, number called, whether people can be reached now. */

import type { Channel, ChannelContext } from '../line/event.ts'
import { isStaffed } from '../line/hours.ts'
import type { Deps } from '../web/deps.ts'

export type ContextReader = (
  channel: Channel,
  form: (field: 'FromCountry' | 'To') => string | undefined,
) => ChannelContext

const MINUTE_MS = 60_000

export function createContextReader({ line, now }: Pick<Deps, 'line' | 'now'>): ContextReader {
  const { country: defaultCountry, handoff } = line.settings
  let asked = { minute: Number.NaN, staffed: false }
  /** Hours begin and end with a minute, and looking them up in a time zone takes longer than all else here. */
  const isStaffedNow = () => {
    const time = now()
    const minute = Math.floor(time.getTime() / MINUTE_MS)
    if (minute !== asked.minute) asked = { minute, staffed: isStaffed(handoff, time) }
    return asked.staffed
  }
  return (channel, form) => {
    const country = form('FromCountry') ?? ''
    return {
      channel,
      country: /^[A-Z]{2}$/.test(country) ? country : defaultCountry,
      staffed: isStaffedNow(),
      called: /^(?:whatsapp:)?(\+[1-9]\d{6,14})$/.exec(form('To') ?? '')?.[1] ?? null,
    }
  }
}
