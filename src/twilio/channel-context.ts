/**
 * How a person reaches the line, from Twilio's form: their country, the number they called, whether staff can be called now.
 *
 * @example
 * const readContext = createContextReader(deps)
 * readContext('voice', c.var.form) // { channel: 'voice', country: 'US', staffed: true, called: '+15555550100' }
 */
import type { Channel, ChannelContext } from '../line/event.ts'
import { isStaffed } from '../line/hours.ts'
import type { Line } from '../line/line.ts'
import { localesOffered } from '../line/place.ts'
import { phoneIn } from './address.ts'
import { countryOf } from './country.ts'
import type { Form, WebhookDeps } from './webhook-env.ts'

const MINUTE_MS = 60_000

export function createContextReader({ line, now }: Pick<WebhookDeps, 'line' | 'now'>) {
  let known = { minute: Number.NaN, staffed: false }
  /** Once a minute: hours begin and end with a minute, and a look-up in a time zone takes longer than all else here. */
  const isStaffedNow = () => {
    const time = now()
    const minute = Math.floor(time.getTime() / MINUTE_MS)
    if (minute !== known.minute)
      known = { minute, staffed: isStaffed(line.settings.handoff, time, line.today?.people) }
    return known.staffed
  }
  return (channel: Channel, form: Form): ChannelContext => ({
    channel,
    country: countryOf(line, form),
    staffed: isStaffedNow(),
    called: calledNumber(line, form),
  })
}

/** The first language of the number that was called or texted, and of the country of the person. */
export function homeLocale(line: Line, channel: Channel, form: Form): string {
  return localesOffered({
    line,
    context: { channel, called: calledNumber(line, form), country: countryOf(line, form) },
  })[0] as string
}

/** The number of ours that was called or texted; null where it is not a number. */
function calledNumber({ settings }: Line, form: Form): string | null {
  return phoneIn(form('To') ?? form('Called') ?? '', settings.country)
}
