/** What every webhook route works with: the form, the answer, the dependencies, the settings of Twilio. */
import type { Line } from '../line/line.ts'
import type { Texts } from '../locale/texts.ts'
import type { UsageRecorder } from '../usage/recorder.ts'

export interface TwilioSettings {
  /** The address that Twilio calls; null in the demo. */
  readonly publicUrl: string | null
  /** Tokens that may sign webhooks; none in the demo, where nothing is checked. */
  readonly authTokens: readonly string[]
  /** Signs cookies, and the webhooks of phones in a browser. */
  readonly secret: string
}

/** How Twilio may call a webhook: by POST, or by GET where the Console says so. */
export const WEBHOOK_METHODS = ['POST', 'GET']

/** The fields of Twilio's forms that the line reads, of some twenty. */
export type Field =
  | ('From' | 'To' | 'FromCountry' | 'ToCountry' | 'ForwardedFrom')
  | ('Caller' | 'Called' | 'CallerCountry' | 'CalledCountry')
  | ('Digits' | 'SpeechResult' | 'CallStatus' | 'CallDuration')
  | ('DialCallStatus' | 'DialCallDuration' | 'DialBridged')
  | ('CallSid' | 'MessageSid')
  | ('Body' | 'NumMedia' | 'OptOutType' | 'MessageStatus')

/** The value of a field; undefined where it was not sent. */
export type Form = (field: Field) => string | undefined

export interface Answer {
  /** Null where Twilio expects no document. One document may serve all calls: see `step`. */
  readonly twiml: string | null
  /** The number of the next step of a call, which replaces `STEP` when the document is sent. */
  readonly step?: number
  readonly language?: string
  /** A `Set-Cookie` header. */
  readonly cookie?: string
}

export interface WebhookEnv {
  readonly Variables: {
    requestId: string
    form: Form
    /** Counts what a person does; of a phone in a browser only that somebody has tried the line. */
    usage: Pick<UsageRecorder, 'count' | 'setStopped' | 'isStopped'>
    answer: Answer
  }
}

/** What the routes of both channels are built from. */
export interface WebhookDeps {
  readonly line: Line
  readonly texts: Texts
  readonly usage: UsageRecorder
  readonly settings: TwilioSettings
  /** The time now. */
  readonly now: () => Date
  /** Logs an error for the operator, with the id of the request where it is known. Never given a number, a name or a message. */
  readonly logError: (error: unknown, about: string, requestId?: string) => void
  /** Called when the signature of a webhook does not fit; `why` works out a sentence for the operator. */
  readonly onRefused?: (why: () => string) => void
  /** Called when Twilio sends what belongs to another address, with a sentence for the operator. */
  readonly onMisdirected?: (sentence: string) => void
  /** Called when a text stays without its answer: its number has had enough replies, or the line has sent its most. */
  readonly onHeldBack?: (by: 'number' | 'line') => void
  /** Called when the line has sent its most, once in that hour or day. */
  readonly onCeiling?: (most: Line['settings']['replies']) => void
}

/** The path under which the outside reaches this server: empty, or such as `/line`. */
export function basePath({ publicUrl }: Pick<TwilioSettings, 'publicUrl'>): string {
  return publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, '') : ''
}

/** Of a cookie that only this server reads, below its path and by HTTPS where it has that. */
export function ownCookie(settings: Pick<TwilioSettings, 'publicUrl'>, path = '') {
  return {
    path: `${basePath(settings)}${path}` || '/',
    httpOnly: true,
    secure: settings.publicUrl?.startsWith('https:') ?? false,
  }
}

/** A path as the line knows it, whether a proxy passes on the path of PUBLIC_URL or cuts it off. */
export function withoutBase(path: string, base: string): string {
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) || '/' : path
}
