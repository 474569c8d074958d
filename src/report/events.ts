/**
 * The events of a report, in its order: what people asked for, danger, parts, and at the end what went wrong. By series (counts.ts), the
 * phrase that names it.
 *
 * Not in it: `language`, `open`, `finish`, `helped`, `not-helped` and `hang-up`, which have tables of their own.
 */
export const EVENTS = {
  call: 'event.call',
  message: 'event.message',
  handoff: 'event.handoff',
  'handoff answered': 'event.answered',
  'handoff missed': 'event.missed',
  emergency: 'event.emergency',
  crisis: 'event.crisis',
  'crisis-offered': 'event.crisisOffered',
  'part-begun': 'event.partBegun',
  'part-finished': 'event.partFinished',
  reply: 'event.reply',
  guess: 'event.guess',
  unmatched: 'event.unmatched',
  silence: 'event.silence',
  'wrong-key': 'event.wrongKey',
  overlong: 'event.overlong',
  'other-language': 'event.otherLanguage',
  untranslated: 'event.untranslated',
  'off-today': 'event.offToday',
  stop: 'event.stop',
  start: 'event.start',
  help: 'event.help',
  'carrier-word': 'event.carrierWord',
  automatic: 'event.automatic',
  'held-back': 'event.heldBack',
  undelivered: 'event.undelivered',
  lost: 'event.lost',
  trouble: 'event.trouble',
  rehearsal: 'event.rehearsal',
} as const
