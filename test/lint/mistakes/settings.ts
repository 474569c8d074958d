/** Mistakes in flows/line.yaml: numbers, hours, dates, languages, and the name of the line. */
import { MAIN, type Mistake, SETTINGS, US } from './mistake.ts'

const OPEN = ['handoff', 'open'] as const
const TO_ITSELF =
  'This is a number of the line itself, which would call itself. Give the number of people who answer, or null.'

/** A value of the settings, the text at its place, the name of the setting, and what is said of it. */
function badSetting(
  name: string,
  path: readonly (string | number)[],
  value: unknown,
  at: string,
  setting: string,
  message: string,
  what = ` is "${value}".`,
): Mistake {
  return {
    name,
    edits: [[SETTINGS, path, value]],
    issues: [`flows/line.yaml at \`${at}\`: bad-shape: "${setting}"${what} ${message}.`],
  }
}

function hours(days: readonly string[], from: string, to: string) {
  return { days, from, to }
}

const ZONE =
  'Write a time zone by its region and city, as the tz database does, such as "America/New_York": other names ignore summer time, or are not known'
const NO_TELEPHONE =
  'No telephone has this number: count its digits, and leave out a 0 after the country code'
const OVERLAP = 'Some of these hours are in an entry before this one already. Write each hour once'
const DATE = 'Write a date as 2026-12-25, or without the year, 12-25, for every year'

export const settingShapes: readonly Mistake[] = [
  ...['EST', 'MST', 'UTC', 'GMT-5', 'Etc/GMT+5', '-05:00', 'EST5EDT', 'America/Newyork'].map((zone) =>
    badSetting(`the time zone ${zone}`, ['handoff', 'zone'], zone, `zone: ${zone}`, 'handoff.zone', ZONE),
  ),
  badSetting(
    'an hour after the end of the day',
    [...OPEN, 0, 'to'],
    '24:30',
    'to: 24:30 }',
    'handoff.open.to',
    'Write a time of day in quotes, as "17:00"; the end of the day is "24:00"',
  ),
  badSetting(
    'a day without its last minute',
    [...OPEN, 0],
    hours(['mon'], '00:00', '23:59'),
    'to: 23:59',
    'handoff.open.to',
    'At "23:59" the last minute of the day is closed. Write "24:00"',
    ' is "23:59".',
  ),
  badSetting(
    'an hour that begins at the end of the day',
    [...OPEN, 0],
    hours(['mon'], '24:00', '06:00'),
    'from: 24:00',
    'handoff.open.from',
    'Write a time of day in quotes, as "09:00"',
    ' is "24:00".',
  ),
  badSetting(
    'hours that end when they begin',
    [...OPEN, 0, 'to'],
    '09:00',
    'to: 09:00 }',
    'handoff.open.to',
    'It ends when it begins. For a whole day write from "00:00" to "24:00"',
  ),
  badSetting(
    'a day twice',
    [...OPEN, 0, 'days'],
    ['mon', 'tue', 'mon'],
    'mon ], from: "09:00", to',
    'handoff.open.days',
    '"mon" stands here twice. Keep one',
    ':',
  ),
  badSetting(
    'hours that overlap',
    [...OPEN, 1],
    hours(['fri', 'sat'], '16:59', '20:00'),
    'days:',
    'handoff.open',
    OVERLAP,
    ':',
  ),
  badSetting(
    'a night that goes on into the next morning',
    [...OPEN, 1],
    hours(['thu'], '22:00', '09:30'),
    'days:',
    'handoff.open',
    OVERLAP,
    ':',
  ),
  badSetting(
    'a Sunday night that goes on into Monday',
    [...OPEN, 1],
    hours(['sun'], '23:00', '09:01'),
    'days:',
    'handoff.open',
    OVERLAP,
    ':',
  ),
  ...['2026-02-29', '12-32', '25.12.2026', 'christmas'].map((date) =>
    badSetting(
      `the closed date ${date}`,
      ['handoff', 'closed'],
      [date],
      date,
      'handoff.closed',
      DATE,
      ` has "${date}".`,
    ),
  ),
  badSetting(
    'a language twice',
    ['locales'],
    ['en', 'ar', 'ja', 'ht', 'ar'],
    'ar',
    'locales',
    '"ar" stands here twice. Keep one',
    ':',
  ),
  badSetting(
    'a language tag that no program knows',
    ['locales', 0],
    'en-abcdefghij',
    'en-abcdefghij, ar, ja, h',
    'locales',
    'This is no language tag (BCP 47). Write the two or three letters of a language, and after a dash its region or script',
    ' has "en-abcdefghij".',
  ),
  badSetting(
    'a number twice',
    ['numbers', 1, 'number'],
    '+15555550101',
    'number: "+15555550101"',
    'numbers',
    '"+15555550101" stands here twice. Keep one',
    ':',
  ),
  badSetting(
    'a topic twice on the card',
    ['card'],
    ['bone', 'bone'],
    'bone',
    'card',
    '"bone" stands here twice. Keep one',
    ':',
  ),
  ...['+1555555', '+4402079460958', '+999999999999'].map((number) =>
    badSetting(`the number ${number}`, ['number'], number, `number: "${number}"`, 'number', NO_TELEPHONE),
  ),
  badSetting(
    'a number with spaces',
    ['handoff', 'number'],
    '+1 555 555 0199',
    'number: +1 555 555 0199',
    'handoff.number',
    'Write the number in full and in quotes, with + and the country code, here "+15555550199"',
  ),
  badSetting(
    'a number without quotes',
    ['number'],
    15555550100,
    'number: 15555550100',
    'number',
    'Write the number in full and in quotes, with + and the country code, here "+15555550100"',
    ' is the number 15555550100.',
  ),
  ...[
    ['Small\nline', 'name: |-'],
    [' ', 'name: " "'],
    ['Small | line', 'name: Small | line'],
    ['{{name}}', 'name: "{{name}}"'],
  ].map(([name = '', at = '']) =>
    badSetting(
      `the name ${JSON.stringify(name)}`,
      ['name'],
      name,
      at,
      'name',
      'Write the name on one line, without spaces around it and without | < > { }',
      ` is "${name.startsWith('Small\n') ? 'Small…' : name}".`,
    ),
  ),
  {
    name: 'a setting that does not exist',
    edits: [[SETTINGS, ['handoff', 'hours'], []]],
    issues: [
      'flows/line.yaml at `hours: []`: bad-shape: In "handoff": "hours" is not known here. Write one of these, or remove it: number, others, zone, open, closed, textNumber, passNumber.',
    ],
  },
]

export const loops: readonly Mistake[] = [
  {
    name: 'a line that calls itself at key 0',
    edits: [[SETTINGS, ['handoff', 'number'], '+15555550100']],
    issues: [`flows/line.yaml at \`number: "+15555550100"\`: dead-end: ${TO_ITSELF}`],
  },
  {
    name: 'a line that calls another number of its own at key 0',
    edits: [[SETTINGS, ['handoff', 'number'], '+15555550102']],
    issues: [`flows/line.yaml at \`number: "+15555550102"\`: dead-end: ${TO_ITSELF}`],
  },
  {
    name: 'a line that calls itself after others',
    edits: [[SETTINGS, ['handoff', 'others'], ['+15555550198', '+15555550102']]],
    issues: [`flows/line.yaml at \`"+15555550102"\`: dead-end: ${TO_ITSELF}`],
  },
  {
    name: 'a helpline that is the line itself',
    edits: [[US, ['services', 2, 'call'], '+15555550101']],
    issues: [
      'flows/directory/us.yaml at `call: "+15555550101", co`: dead-end: "cancer" has a number of this line, which would call itself. Give the service\'s own.',
      'flows/directory/us.yaml at `call: "+15555550101", co`: no-such-number: No telephone has the number +15555550101. Compare it with the source, digit by digit.',
    ],
  },
]

export const pastDateMistakes: readonly Mistake[] = [
  {
    name: 'a closed date that is over, which is a warning',
    edits: [[SETTINGS, ['handoff', 'closed'], ['01-01', '2026-11-21', '2026-11-22', '2027-01-01']]],
    issues: [
      'flows/line.yaml at `2026-11-21`: warning past-date: 2026-11-21 is over. Remove it; a day without a year is closed each year.',
    ],
  },
  {
    name: 'an announcement that has ended, which is a warning',
    edits: [[SETTINGS, ['announcement'], { until: '2026-11-21T17:00', words: { en: 'Closed.' } }]],
    issues: [
      'flows/line.yaml at `until: 2026-11-21T17:00`: warning past-date: 2026-11-21T17:00 is over, so the announcement is not said. Remove it, or give it a later end.',
    ],
  },
]

export const offMistakes: readonly Mistake[] = [
  {
    name: 'a topic that tells of danger, and no topic at all',
    edits: [
      [MAIN, ['nodes', 'bone', 'always'], true],
      [SETTINGS, ['off'], ['outlook', 'bone', 'outlok', 'main']],
    ],
    issues: [
      'flows/line.yaml at `bone`: always-told: "bone" tells of danger, and is never off. Remove it here.',
      'flows/line.yaml at `outlok`: unknown-node: "outlok" cannot be off: there is no topic of that name. Did you mean "outlook"?',
      'flows/line.yaml at `main`: unknown-node: "main" cannot be off: there is no topic of that name. Remove it.',
    ],
  },
]

/** Of those that `/operate` refuses too. */
export const longAnnouncement: Mistake = {
  name: 'an announcement that does not fit one text',
  edits: [[SETTINGS, ['announcement'], { until: '2026-12-04', words: { en: 'We are closed. '.repeat(14) } }]],
  issues: [
    'flows/line.yaml at `en: "We are closed. We a`: too-long-text (locale en): en operate.tooManyLetters 146',
  ],
}

export const midnightMistakes: readonly Mistake[] = [
  {
    name: 'an afternoon by the clock of twelve hours, which is a warning',
    edits: [[SETTINGS, [...OPEN, 0], hours(['fri'], '09:00', '05:00')]],
    issues: [
      'flows/line.yaml at `days:`: warning over-midnight: From 09:00 to 05:00 goes on into the next morning. If that is meant, write it as two entries, to "24:00" and from "00:00" on the days after; else write "17:00".',
    ],
  },
  {
    name: 'hours that go on into the next morning, which is a warning',
    edits: [[SETTINGS, [...OPEN, 0], hours(['fri'], '22:00', '06:00')]],
    issues: [
      'flows/line.yaml at `days:`: warning over-midnight: From 22:00 to 06:00 goes on into the next morning. If that is meant, write it as two entries, to "24:00" and from "00:00" on the days after; else turn the times round.',
    ],
  },
]
