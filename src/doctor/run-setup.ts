/**
 * `npm run setup` from the difference to what is written, with its questions and its sentences.
 *
 * @example
 * process.exitCode = await runSetup({ ask, print, confirm: null }, settings, { isSure: false })
 */
import type { TwilioRest } from '../twilio/rest.ts'
import { failedCall } from './checks/failed-call.ts'
import { checkNumber } from './checks/number.ts'
import { writeFinding } from './finding.ts'
import { readOwnNumbers } from './own-numbers.ts'
import type { DoctorSettings } from './settings.ts'
import { applySetup, planSetup, writePlan } from './setup.ts'

interface SetupDeps {
  readonly ask: TwilioRest
  readonly print: (text: string) => void
  /** Asks the operator; null where nobody can be asked. */
  readonly confirm: ((question: string) => Promise<boolean>) | null
}

/** `isSure` is `--yes`. Tells the exit code: 1 where a number is not as it should be, and stays so. */
export async function runSetup(
  deps: SetupDeps,
  { credentials, server, numbers }: Whole,
  { isSure }: { readonly isSure: boolean },
): Promise<0 | 1> {
  const { ask, print } = deps
  const { accountSid } = credentials
  const found = await readOwnNumbers(ask, accountSid, numbers)
  if (!found.ok) {
    print(writeFinding(failedCall('numbers', found)))
    return 1
  }
  const own = numbers.flatMap((phone) => found.value[phone] ?? [])
  const missing = numbers.filter((phone) => !found.value[phone])
  for (const phone of missing)
    for (const each of checkNumber(phone, null, server.publicUrl)) print(writeFinding(each))
  const plan = planSetup(own, server.publicUrl)
  if (plan.length === 0 && own.length > 0) print('Nothing is to be changed.\n')
  const isDone = plan.length === 0 || (await showAndWrite(deps, accountSid, plan, isSure))
  return isDone && missing.length === 0 ? 0 : 1
}

/** Whether it was written. */
async function showAndWrite(
  { ask, print, confirm }: SetupDeps,
  accountSid: string,
  plan: ReturnType<typeof planSetup>,
  isSure: boolean,
): Promise<boolean> {
  print(writePlan(plan))
  if (!isSure && !confirm) {
    print('This is only shown: nobody can be asked here. `npm run setup -- --yes` writes it.\n')
    return false
  }
  if (!isSure && !(await confirm?.('Write this to Twilio?'))) {
    print('Nothing was written.\n')
    return false
  }
  const done = await applySetup(ask, accountSid, plan)
  print(
    done.ok
      ? `Written: ${done.value.join(', ')}. Now \`npm run doctor\`.\n`
      : `${done.problems.join('\n')}\n`,
  )
  return done.ok
}

/** Settings of which nothing is missing. */
interface Whole extends DoctorSettings {
  readonly credentials: NonNullable<DoctorSettings['credentials']>
  readonly server: NonNullable<DoctorSettings['server']>
}

export function isWhole(settings: DoctorSettings): settings is Whole {
  return settings.credentials !== null && settings.server !== null && settings.numbers.length > 0
}
