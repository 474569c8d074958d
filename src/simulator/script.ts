/**
 * The text of a script: conversations one after another, each under a heading. A clinician can read it, and its own text
 * says how to play it again.
 *
 * @example
 * CALL from US, to +15555550100: bones
 *
 * Line     Plainline.
 *          English, press 1.
 *          (es-US) Español, oprima 2.
 *
 * Caller   presses 1
 */

export interface Conversation {
  readonly channel: 'voice' | 'sms'
  readonly country: string
  readonly to: string
  /** What the conversation shows; empty where the name of the file says it. */
  readonly title: string
  /** Whether the standard controls are written as `[controls]` or as they are spoken. */
  readonly controls: 'short' | 'spelled out'
  /** What the person does, in the words of a script: `presses 1`, `says "bones"`, `says nothing`, `waits 75 seconds`; or the texts sent. */
  readonly steps: readonly string[]
}

type Speaker = 'Line' | 'Caller' | 'Person' | 'Texter'

/** Column in which the words of every speaker begin. */
const WORDS_COLUMN = 9
const HEADING = /^(CALL|TEXTS) from (\S+), to (\+?\d+)(, controls spelled out)?(?:: (.*))?$/
const STEP = /^(?:Caller|Person|Texter) {2,}(.*)$/

/** @throws where a step stands before the first heading, or where there is no heading. */
export function readScript(text: string): readonly Conversation[] {
  const conversations: (Conversation & { steps: string[] })[] = []
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)
    const step = STEP.exec(line)?.[1]
    if (heading) {
      const [, kind, country = '', to = '', controls, title = ''] = heading
      conversations.push({
        channel: kind === 'CALL' ? 'voice' : 'sms',
        country,
        to,
        title,
        controls: controls ? 'spelled out' : 'short',
        steps: [],
      })
    } else if (step !== undefined) {
      const conversation = conversations.at(-1)
      if (!conversation) throw new Error(`"${line}" stands before the first heading.`)
      conversation.steps.push(step)
    }
  }
  if (conversations.length === 0)
    throw new Error('A script begins with "CALL from US, to +15555550100" or "TEXTS from …".')
  return conversations
}

export function conversationHeading({ channel, country, to, title, controls }: Conversation): string {
  const kind = channel === 'voice' ? 'CALL' : 'TEXTS'
  const spelledOut = controls === 'spelled out' ? ', controls spelled out' : ''
  return `${kind} from ${country}, to ${to}${spelledOut}${title ? `: ${title}` : ''}`
}

/** What one speaker says or does; empty where that is nothing. */
export function blockOf(speaker: Speaker, lines: readonly string[]): string {
  return lines.length > 0
    ? `${speaker.padEnd(WORDS_COLUMN)}${lines.join(`\n${' '.repeat(WORDS_COLUMN)}`)}`
    : ''
}

/** Blocks of a conversation stand apart by a line, conversations by two. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter(Boolean).join('\n\n')
}

export function joinConversations(conversations: readonly string[]): string {
  return `${conversations.join('\n\n\n')}\n`
}
