/**
 * State that stays when a new line replaces the old one: how often a number has been answered, how often a password was wrong, and
 * today's switches.
 */
import { createReplyLimiter } from '../sms/reply-limit.ts'
import { createTodayKeeper } from '../today/keeper.ts'
import type { Deps, TodayDeps } from './deps.ts'
import { passwordGuard } from './password.ts'

export type Lasting = ReturnType<typeof createLasting>

const NONE: TodayDeps = { store: { readToday: async () => null, writeToday: async () => false } }

export function createLasting({ settings, now, today = NONE }: Pick<Deps, 'settings' | 'now' | 'today'>) {
  const time = () => now().getTime()
  return {
    allowanceFor: createReplyLimiter(time),
    password: passwordGuard(settings, time),
    today: createTodayKeeper({ ...today, now: time }),
  }
}
