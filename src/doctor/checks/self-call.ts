/**
 * Calls the line through PUBLIC_URL as Twilio does, and once with a forged signature, which must be refused. Nothing of it is counted:
 * the call is that of a phone in the browser, from a number of the doctor, and what the token signs is the status of a call that goes on.
 *
 * @example
 * await checkSelfCall(settings, fetch)
 */
import { randomBytes, randomInt } from 'node:crypto'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { signatureFor } from '../../twilio/signature.ts'
import { basePath, type TwilioSettings } from '../../twilio/webhook-env.ts'
import { type Diagnosis, fail, ok } from '../finding.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

type Settings = TwilioSettings & { readonly publicUrl: string }
type Form = Readonly<Record<string, string>>
type Reply = { readonly status: number; readonly body: string; readonly location: string | null } | string

const ABOUT = 'call to ourselves'
/** Twilio gives up after 15 seconds. */
const TIMEOUT_MS = 15_000

export async function checkSelfCall(settings: Settings, fetch: Fetch): Promise<readonly Diagnosis[]> {
  const { publicUrl, authTokens } = settings
  const send = (path: string, form: Form, signature: string) => post(fetch, publicUrl + path, form, signature)
  const signed = (token: string, path: string, form: Form) =>
    webhooks.getExpectedTwilioSignature(token, publicUrl + path, { ...form })
  const byPhone = (path: string, form: Form) => signatureFor(settings, basePath(settings) + path, form)

  // A number of the doctor (twilio/signature.ts), another one each time: one number gets few texts in five minutes.
  const caller: Form = { From: `+15555550${randomInt(500, 1000)}`, To: '+15555550100' }
  const goesOn = { ...caller, CallStatus: 'in-progress' }
  const status = await send('/voice/status', goesOn, signed(authTokens[0] ?? '', '/voice/status', goesOn))
  const problem = problemOf(status, publicUrl)
  if (problem) return [problem]
  const forged = await send('/voice', caller, signed(randomBytes(16).toString('hex'), '/voice', caller))
  const call = await send('/voice', caller, byPhone('/voice', caller))
  const text = { ...caller, Body: 'MENU' }
  const reply = await send('/sms', text, byPhone('/sms', text))
  return [
    isRefused(forged)
      ? ok(ABOUT, 'A forged call is refused.')
      : fail(
          ABOUT,
          'A forged call is answered: anybody can call in the name of Twilio.',
          'Start the server with TWILIO_AUTH_TOKEN set; let the proxy pass on the header X-Twilio-Signature.',
        ),
    ...(isRefused(call)
      ? [
          fail(
            ABOUT,
            'A call from the page /phone is refused, though the token is right.',
            'The server runs with another SECRET than is set here: restart it with this one.',
          ),
        ]
      : [answerFinding('A call', call, '<Gather'), answerFinding('A text', reply, '<Message')]),
  ]
}

function answerFinding(what: string, reply: Reply, has: string): Diagnosis {
  if (typeof reply !== 'string' && reply.status === 200 && reply.body.includes(has))
    return ok(ABOUT, `${what} is answered.`)
  const why = typeof reply === 'string' ? reply : reply.status
  return fail(
    ABOUT,
    `${what} gets no answer that Twilio understands (${why}).`,
    'Look at the log of the server.',
  )
}

/** Why what the token has signed was not taken. */
function problemOf(reply: Reply, publicUrl: string): Diagnosis | undefined {
  if (typeof reply === 'string')
    return fail(
      ABOUT,
      `${publicUrl} does not answer (${reply}).`,
      'Look whether the proxy and the server run.',
    )
  const { status, location } = reply
  if (status === 403)
    return fail(
      ABOUT,
      'A call that is signed as Twilio signs is refused (403).',
      'The server runs with another TWILIO_AUTH_TOKEN or PUBLIC_URL than are set here, or the proxy changes the path: its log says which.',
    )
  if (status >= 300 && status < 400)
    return fail(
      ABOUT,
      `${publicUrl} sends the call on to ${location ?? 'another address'}, and Twilio signs only for the first.`,
      'Write the address that it is sent on to into PUBLIC_URL, and run `npm run setup`.',
    )
  if (status >= 500)
    return fail(
      ABOUT,
      `The proxy answers ${status}: it does not reach the server.`,
      "Start the server, and compare its PORT with the proxy's.",
    )
  return status < 300
    ? undefined
    : fail(
        ABOUT,
        `Something else than the line answers at ${publicUrl} (${status}).`,
        'Compare PUBLIC_URL, with its path, with the proxy.',
      )
}

function isRefused(reply: Reply): boolean {
  return typeof reply !== 'string' && reply.status === 403
}

/** The answer, or in words why there is none. */
async function post(fetch: Fetch, url: string, form: Form, signature: string): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      },
      body: new URLSearchParams(form).toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return {
      status: response.status,
      body: await response.text(),
      location: response.headers.get('location'),
    }
  } catch (error) {
    const { cause, message } = error instanceof Error ? error : { cause: undefined, message: String(error) }
    return cause instanceof Error && 'code' in cause ? String(cause.code) : message
  }
}
