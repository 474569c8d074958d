/**
 * Sets the numbers of the line at Twilio as it needs them: shows the difference, asks, writes. It buys nothing and takes no number away.
 *
 * @example
 * const plan = planSetup(own, 'https://line.example.org')
 * process.stdout.write(writePlan(plan))
 * const done = await applySetup(ask, 'AC…', plan) // { ok: true, value: ['+15555550100'] }
 */
import { type Result, refused } from '../authored/result.ts'
import type { TwilioRest } from '../twilio/rest.ts'
import { CALLS } from '../twilio/rest-calls.ts'
import { type Difference, differences } from './differences.ts'
import type { OwnNumber } from './own-numbers.ts'

/** What is written at once: to a number, or to a Messaging Service, which several numbers may share. */
interface PlannedChange {
  readonly of: Difference['of']
  readonly sid: string
  /** As a person knows it. */
  readonly name: string
  readonly differences: readonly Difference[]
}

const NONE = '(nothing)'

export function planSetup(own: readonly OwnNumber[], publicUrl: string): readonly PlannedChange[] {
  const changes = new Map<string, PlannedChange>()
  for (const each of own)
    for (const difference of differences(each, publicUrl)) {
      const { of, sid } = difference
      const name =
        of === 'number'
          ? `Number ${each.number.phone_number}`
          : `Messaging Service "${each.service?.friendly_name}"`
      const before = changes.get(sid)?.differences ?? []
      const isKnown = before.some(({ field }) => field === difference.field)
      changes.set(sid, { of, sid, name, differences: isKnown ? before : [...before, difference] })
    }
  return [...changes.values()]
}

/** The difference, a line for each setting. */
export function writePlan(plan: readonly PlannedChange[]): string {
  const lines = plan.flatMap(({ name, differences }) => [
    name,
    ...differences.flatMap(({ field, is, wanted }) => [
      `  - ${field}: ${is || NONE}`,
      `  + ${field}: ${wanted || NONE}`,
    ]),
  ])
  return `${lines.join('\n')}\n`
}

/** The names of what was written; at the first failure it stops, and says what is written already. */
export async function applySetup(
  ask: TwilioRest,
  accountSid: string,
  plan: readonly PlannedChange[],
): Promise<Result<readonly string[]>> {
  const done: string[] = []
  for (const { of, sid, name, differences } of plan) {
    const form = Object.fromEntries(differences.map(({ field, wanted }) => [field, wanted]))
    const answer =
      of === 'number'
        ? await ask(CALLS.updateNumber, { path: { AccountSid: accountSid, Sid: sid }, form })
        : await ask(CALLS.updateService, { path: { Sid: sid }, form })
    if (!answer.ok)
      return refused(
        `${name}: ${answer.problem} ${done.length > 0 ? `Written before: ${done.join(', ')}.` : 'Nothing else was written.'} Run \`npm run setup\` again: it shows what is left.`,
      )
    done.push(name)
  }
  return { ok: true, value: done }
}
