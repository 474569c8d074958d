/**
 * Plays conversations against the line and writes them down as a script.
 *
 * @example
 * const player = await startPlayer(conversation, rules) // its opening: the heading and the greeting
 * await player.perform('presses 1')                     // 'Caller   presses 1\n\nLine     In an emergency, …'
 */
import { placeCall } from './caller.ts'
import type { ReadClip } from './played.ts'
import {
  blockOf,
  type Conversation,
  conversationHeading,
  joinBlocks,
  joinConversations,
  readScript,
} from './script.ts'
import { secondsToSay } from './seconds.ts'
import { type Shorthand, shorten } from './shorthand.ts'
import { createTexter } from './texter.ts'
import type { Post } from './transport.ts'
import { linesOf, lineText, type Said } from './twiml.ts'

/** What the simulator must be told, since it knows nothing of the line. */
export interface PlayRules {
  readonly post: Post
  readonly countSegments: (text: string) => number
  /** The standard controls of each language. */
  readonly controls: readonly Shorthand[]
  /** The words of what is played. */
  readonly readClip?: ReadClip
}

interface Player {
  /** What the person can do now: `dialling` while somebody else is called. */
  readonly state: 'listening' | 'dialling' | 'ended'
  /** What stands in the script before the first step. */
  readonly opening: string
  /** Takes one step and returns what it adds to the script. */
  perform(step: string): Promise<string>
  /** The last words of the script: whether the line waits or has ended the call. */
  closing(): string
}

const FROM = '+15555550111'

/** Plays every conversation of a script again, and returns the script as it now reads. */
export async function replay(script: string, rules: PlayRules): Promise<string> {
  const played: string[] = []
  for (const conversation of readScript(script)) played.push(await play(conversation, rules))
  return joinConversations(played)
}

export async function play(conversation: Conversation, rules: PlayRules): Promise<string> {
  const player = await startPlayer(conversation, rules)
  const blocks = [player.opening]
  for (const step of conversation.steps) blocks.push(await player.perform(step))
  return joinBlocks([...blocks, player.closing()])
}

/** Starts a conversation; its steps are left to the caller of `perform`. */
export function startPlayer(conversation: Conversation, rules: PlayRules): Promise<Player> {
  return conversation.channel === 'voice' ? startCall(conversation, rules) : startTexts(conversation, rules)
}

async function startCall(
  conversation: Conversation,
  { post, controls, readClip }: PlayRules,
): Promise<Player> {
  const { country, to } = conversation
  const fields = {
    CallSid: `CA${crypto.randomUUID().replaceAll('-', '')}`,
    From: FROM,
    To: to,
    FromCountry: country,
    Direction: 'inbound',
  }
  const caller = await placeCall(post, fields, readClip)
  const shorthands = conversation.controls === 'short' ? controls : []
  const heard = () => blockOf('Line', shorten(linesHeard(caller.heard), shorthands))
  const rings = () =>
    caller.state.kind === 'dialling'
      ? blockOf('Line', [`[rings ${caller.state.number} for ${caller.state.seconds} seconds]`])
      : ''
  /** The caller does nothing for so long, from the end of what was said; each time that the line gives up waiting, it speaks. */
  const wait = async (seconds: number) => {
    const blocks: string[] = []
    for (let left = seconds; caller.state.kind === 'listening' && caller.state.seconds <= left; ) {
      left -= caller.state.seconds
      await caller.wait()
      left -= secondsToSay(caller.heard)
      blocks.push(heard())
    }
    return blocks
  }
  return {
    get state() {
      return caller.state.kind
    },
    opening: joinBlocks([conversationHeading(conversation), heard()]),
    async perform(step) {
      const waited = /^waits (\d{1,3}) seconds$/.exec(step)?.[1]
      if (waited !== undefined)
        return joinBlocks([blockOf('Caller', [step]), ...(await wait(Number(waited)))])
      const spoken = /^says "(.*)"$/.exec(step)?.[1]
      const pressed = /^presses ([0-9]{1,2}|[*#])$/.exec(step)?.[1]
      const answers = step === 'answers' || step === 'does not answer'
      if (pressed !== undefined) await caller.press(pressed)
      else if (spoken !== undefined) await caller.say(spoken)
      else if (step === 'says nothing') await caller.wait()
      else if (answers) await caller.dialled(step === 'answers')
      else throw new Error(`Nobody can do "${step}" on a phone.`)
      return joinBlocks([blockOf(answers ? 'Person' : 'Caller', [step]), heard(), rings()])
    },
    closing() {
      if (caller.state.kind === 'ended') return blockOf('Line', ['[ends the call]'])
      if (caller.state.kind === 'dialling') return ''
      return blockOf('Line', [`[waits ${caller.state.seconds} seconds]`])
    },
  }
}

async function startTexts(conversation: Conversation, { post, countSegments }: PlayRules): Promise<Player> {
  const { country, to } = conversation
  const texter = createTexter(post, { From: FROM, To: to, FromCountry: country })
  const received = (reply: string) => {
    const segments = countSegments(reply)
    return blockOf('Line', [...reply.split('\n'), `[${segments} ${segments === 1 ? 'segment' : 'segments'}]`])
  }
  return {
    state: 'listening',
    opening: conversationHeading(conversation),
    async perform(step) {
      const { replies } = await texter.send(step)
      const answer = replies.length > 0 ? replies.map(received) : [blockOf('Line', ['[stays silent]'])]
      return joinBlocks([blockOf('Texter', [step]), ...answer])
    },
    closing: () => '',
  }
}

/** The main language of what is heard goes unmarked; another is named. */
function linesHeard(heard: readonly Said[]): readonly string[] {
  const main = heard.at(0)?.language
  return heard.flatMap((said) =>
    linesOf(said)
      .map(lineText)
      .map((line) => (said.language === main ? line : `(${said.language}) ${line}`)),
  )
}
