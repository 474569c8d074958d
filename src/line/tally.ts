/**
 * One thing to count. It has no field for a number, a name or a message, so none can be counted by mistake.
 *
 * @example
 * { event: 'open', subject: 'bone' }
 */
export type TallyEvent =
  /** A call came in. */
  | 'call'
  /** A text came in. */
  | 'message'
  /** A language was chosen; the subject is the locale. */
  | 'language'
  /** A node was reached; the subject is its slug. */
  | 'open'
  /** The last part of a topic was reached; the subject is its slug. */
  | 'finish'
  /** A part of a topic was given; the subject is the topic. */
  | 'part-begun'
  /** A part of a topic was heard or read to its end (part-tallies.ts). */
  | 'part-finished'
  /** "Was this what you needed?" was answered by yes, or by no; the subject is the topic. */
  | 'helped'
  | 'not-helped'
  /** Someone asked for a person; the subject says what came of it: `dialled`, `answered`, `missed`, `listed`. */
  | 'handoff'
  /** Words of self-harm were read. */
  | 'crisis'
  /** Words of despair were read that may be of self-harm; the crisis line was named beside the answer. */
  | 'crisis-offered'
  /** Words for signs that need help at once were read. */
  | 'emergency'
  /** Words matched nothing; the subject is the node where they were said, never the words. */
  | 'unmatched'
  /** Nothing was pressed or said in time; the subject is the node. */
  | 'silence'
  /** A key without a choice; the subject is the node. */
  | 'wrong-key'
  /** Words that may mean several topics; the subject is the likeliest. */
  | 'guess'
  /** A topic was asked for that the language lacks, and offered in the source language; the subject is its slug. */
  | 'untranslated'
  /** A topic was asked for that is off today; the subject is its slug. */
  | 'off-today'
  /** The line spoke of itself, or answered a greeting or words about something else; the subject is the reply. */
  | 'reply'
  /** Words in a language that the line lacks; the subject is its tag. */
  | 'other-language'
  /** Someone asked us to text no more. */
  | 'stop'
  /** Someone asked to be texted again. */
  | 'start'
  /** Someone texted HELP, and no carrier answers it. */
  | 'help'
  /** A machine wrote: a phone's own reply, a reaction, a notice. The line stayed silent. */
  | 'automatic'
  /** Replies were held back from a number that sends too many messages. */
  | 'held-back'
  /** A reply of ours did not arrive: the carrier refused it, or the phone cannot be reached. */
  | 'undelivered'
  /** A carrier word (STOP, START, HELP …) that the carrier answers. */
  | 'carrier-word'
  /** An address that this line does not know; the person was brought to the main menu. */
  | 'lost'
  /** The line ended a call that had been too long, or had only repeated itself. */
  | 'overlong'
  /** A call ended; the subject is a band of its length. */
  | 'hang-up'
  /** Something failed and the person got the apology with the emergency number. */
  | 'trouble'

export interface Tally {
  readonly event: TallyEvent
  readonly subject: string
}

export function tally(event: TallyEvent, subject = ''): Tally {
  return { event, subject }
}
