/**
 * Conversations as scripts that a clinician can review, and that can be played again from their own text.
 *
 * @example
 * CALL from US, to +15555550100
 *
 * Line     Plainline.
 *          English, press 1.
 *          (es-US) Español, oprima 2.
 *
 * Caller   presses 1
 */
import { placeCall } from './caller.ts'
import { createTexter } from './texter.ts'
import type { Post } from './transport.ts'
import { linesOf, lineText, type Said } from './twiml.ts'

export interface Conversation {
  readonly channel: 'voice' | 'sms'
  readonly country: string
  readonly to: string
  /** What the person does, in the words of a script: `presses 1`, `says "bones"`, `says nothing`; or the texts sent. */
  readonly deeds: readonly string[]
}

/** Counts what a text costs; the phone knows no way of its own to do that. */
export type CountSegments = (text: string) => number

const FROM = '+15555550111'
const INDENT = ' '.repeat(9)

/** Plays a conversation against the line and writes its script. */
export async function play(
  post: Post,
  conversation: Conversation,
  countSegments: CountSegments,
): Promise<string> {
  return conversation.channel === 'voice'
    ? playCall(post, conversation)
    : playTexts(post, conversation, countSegments)
}

/** Reads back from a script who called, and what they did. */
export function readTranscript(script: string): Conversation {
  const header = /^(CALL|TEXTS) from (\S+), to (\S+)/m.exec(script)
  if (!header) throw new Error('A transcript begins with "CALL from US, to +15555550100" or "TEXTS from …".')
  const [, kind, country, to] = header as unknown as [string, string, string, string]
  const deeds = [...script.matchAll(/^(?:Caller|Person|Texter) {2,}(.*)$/gm)].map(
    ([, deed]) => deed as string,
  )
  return { channel: kind === 'CALL' ? 'voice' : 'sms', country, to, deeds }
}

async function playCall(post: Post, { country, to, deeds }: Conversation): Promise<string> {
  const call = {
    CallSid: 'CA00000000000000000000000000000001',
    From: FROM,
    To: to,
    FromCountry: country,
    Direction: 'inbound',
  }
  const caller = await placeCall(post, call)
  const script = [`CALL from ${country}, to ${to}`, hears(caller.heard)]
  for (const deed of deeds) {
    const spoken = /^says "(.*)"$/.exec(deed)
    const pressed = /^presses ([0-9]{1,2}|[*#])$/.exec(deed)
    if (pressed) await caller.press(pressed[1] as string)
    else if (spoken) await caller.say(spoken[1] as string)
    else if (deed === 'says nothing') await caller.wait()
    else if (deed === 'answers' || deed === 'does not answer') await caller.dialled(deed === 'answers')
    else throw new Error(`Nobody can do "${deed}" on a phone.`)
    script.push(`${/answer/.test(deed) ? 'Person' : 'Caller'}   ${deed}`, hears(caller.heard))
    if (caller.state.kind === 'dialling')
      script.push(`Line     [rings ${caller.state.number} for ${caller.state.seconds} seconds]`)
  }
  if (caller.state.kind === 'ended') script.push('Line     [ends the call]')
  if (caller.state.kind === 'listening') script.push(`Line     [waits ${caller.state.seconds} seconds]`)
  return `${script.filter(Boolean).join('\n\n')}\n`
}

async function playTexts(
  post: Post,
  { country, to, deeds }: Conversation,
  countSegments: CountSegments,
): Promise<string> {
  const texter = createTexter(post, { From: FROM, To: to, FromCountry: country })
  const script = [`TEXTS from ${country}, to ${to}`]
  for (const deed of deeds) {
    script.push(`Texter   ${deed}`)
    const { replies } = await texter.send(deed)
    for (const reply of replies) {
      const segments = countSegments(reply)
      const cost = `[${segments} ${segments === 1 ? 'segment' : 'segments'}]`
      script.push(`Line     ${[...reply.split('\n'), cost].join(`\n${INDENT}`)}`)
    }
    if (replies.length === 0) script.push('Line     [stays silent]')
  }
  return `${script.join('\n\n')}\n`
}

/** The main language of what is heard goes unmarked; another is named. */
function hears(heard: readonly Said[]): string {
  const main = heard.at(0)?.language
  const lines = heard.flatMap((said) =>
    linesOf(said)
      .map(lineText)
      .map((line) => (said.language === main ? line : `(${said.language}) ${line}`)),
  )
  return lines.length > 0 ? `Line     ${lines.join(`\n${INDENT}`)}` : ''
}
