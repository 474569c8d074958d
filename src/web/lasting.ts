/** What outlives a line that is put in the place of another: how often a number has been answered, and how often a password was wrong. */
import { createReplyLimiter } from '../sms/reply-limit.ts'
import type { Deps } from './deps.ts'
import { passwordGuard } from './password.ts'

export type Lasting = ReturnType<typeof createLasting>

export function createLasting({ settings, now }: Pick<Deps, 'settings' | 'now'>) {
  const time = () => now().getTime()
  return { allowanceFor: createReplyLimiter(time), password: passwordGuard(settings, time) }
}
