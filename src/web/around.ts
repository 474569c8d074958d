/** What a webhook tells of the circumstances: country, number called, whether people can be reached now. */
import { isStaffed } from '../line/hours.ts'
import type { Channel, Circumstances } from '../line/input.ts'
import type { Form } from '../voice/form.ts'
import type { Deps } from './deps.ts'

export function circumstances({ line, now }: Deps, channel: Channel, form: Form): Circumstances {
  const { FromCountry: country = '', To: to = '' } = form
  return {
    channel,
    country: /^[A-Z]{2}$/.test(country) ? country : line.settings.country,
    staffed: isStaffed(line.settings.handoff, now()),
    called: /^(whatsapp:)?(\+[1-9]\d{6,14})$/.exec(to)?.[2] ?? null,
  }
}
