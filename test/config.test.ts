/** The settings of an operator, with the fixture line: what starts, and the sentence for what does not. */
import { describe, expect, test } from 'vitest'
import { installLine } from '../src/config.ts'
import { fixtureLine } from './support/fixture.ts'

const TOKEN = '0123456789abcdef0123456789abcdef'
const SID = `AC${TOKEN}`
const SECRET = 'sixteen characters or more'
const PUBLIC_URL = 'https://line.example.org'
const whole = { TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_URL, SECRET }

function problems(variables: Readonly<Record<string, string>>): readonly string[] {
  const installed = installLine(fixtureLine, variables)
  return installed.ok ? [] : installed.problems
}

function config(variables: Readonly<Record<string, string>>) {
  const installed = installLine(fixtureLine, variables)
  if (!installed.ok) throw new Error(installed.problems.join(' '))
  return installed.value.config
}

describe('a line that Twilio can reach', () => {
  test.each([[''], ['  '], ['\t'], ['\r']])('does not start without a token: %j', (token) => {
    expect(problems({ ...whole, TWILIO_AUTH_TOKEN: token })).toEqual([
      'TWILIO_AUTH_TOKEN must be set beside PUBLIC_URL: without it anybody could call in the name of Twilio.',
    ])
  })

  test.each([[','], [' , ,'], [', ']])('does not start with a list of no token: %j', (token) => {
    expect(problems({ ...whole, TWILIO_AUTH_TOKEN: token })).toEqual([
      'TWILIO_AUTH_TOKEN holds no token. Copy "Auth Token" from the Account Dashboard of Twilio\'s Console, or leave it unset for a demo.',
    ])
  })

  test.each([
    ['the SID of the account', SID, /holds a SID/],
    ['the SID of a key', `SK${TOKEN}`, /holds a SID/],
    ['a SID in small letters, beside a token', `${TOKEN},ac${TOKEN}`, /holds a SID/],
    ['a token cut short', TOKEN.slice(1), /something else than tokens/],
    ['a token in capitals', TOKEN.toUpperCase(), /something else than tokens/],
    ['the secret of an API key', 'kT3bXo9Zq1WmPv7uYc5RsLd8Ef2Gh4Jn', /something else than tokens/],
    ['what a program writes of a variable that is not set', 'undefined', /holds an example or the name/],
    ['what a file writes of nothing', 'null', /holds an example or the name/],
    ['what Python writes of nothing', 'None', /holds an example or the name/],
    ['two tokens with a space between', `${TOKEN} ${TOKEN}`, /something else than tokens/],
    ['two tokens with a semicolon between', `${TOKEN};${TOKEN}`, /something else than tokens/],
    ['a token with its account', `${SID}:${TOKEN}`, /something else than tokens/],
    ['a comment of an env file', `${TOKEN} # the main account`, /something else than tokens/],
  ])('does not start with %s for a token, and quotes none of it', (_name, token, sentence) => {
    const [problem = '', ...others] = problems({ ...whole, TWILIO_AUTH_TOKEN: token })
    expect(others).toEqual([])
    expect(problem).toMatch(sentence)
    expect(problem).toMatch(/^TWILIO_AUTH_TOKEN /)
    expect(problem).not.toContain(TOKEN.slice(1, 9))
  })

  test('starts with a token of an unusual form, with a warning', () => {
    expect(config({ ...whole, TWILIO_AUTH_TOKEN: `12345,${TOKEN}` })).toMatchObject({
      authTokens: ['12345', TOKEN],
      warnings: [expect.stringMatching(/^TWILIO_AUTH_TOKEN does not look like Twilio's/)],
    })
    expect(config(whole).warnings).toEqual([])
  })

  test.each([
    ['hooks.example.org/T0', /^ALARM_URL must be a whole address/],
    ['ftp://hooks.example.org/T0', /^ALARM_URL must be a whole address/],
    ['http://hooks.example.org/T0', /^ALARM_URL must begin with https/],
    ['http://10.hooks.example.org/T0', /^ALARM_URL must begin with https/],
    ['http://[2001:db8::5]/T0', /^ALARM_URL must begin with https/],
    ['https://me:word@hooks.example.org/T0', /^ALARM_URL must not hold a user/],
  ])('does not start with %s as ALARM_URL', (ALARM_URL, sentence) => {
    expect(problems({ ...whole, ALARM_URL })).toEqual([expect.stringMatching(sentence)])
  })

  test.each(['https://hooks.example.org/T0?sig=a%2Fb', 'http://ntfy.local:8080/line'])(
    'starts with %s as ALARM_URL',
    (ALARM_URL) => {
      expect(config({ ...whole, ALARM_URL }).alarmUrl).toBe(ALARM_URL)
    },
  )

  test.each(['PUBLIC_URL', 'USAGE_PASSWORD', 'METRICS_TOKEN', 'DATABASE_URL', 'HOST'])(
    'does not start where %s has a character that nobody sees',
    (name) => {
      for (const unseen of ['\u200b', '\u00ad', '\u2060', '\u202a', '\u0007'])
        expect(problems({ ...whole, [name]: `https://line.ex${unseen}ample.org` })).toEqual([
          `${name} has a character that nobody sees, as web pages and chats leave in what is copied. Type the value by hand.`,
        ])
    },
  )

  test('starts where the secret has one: it is never typed, and another would forget the stop list', () => {
    expect(config({ ...whole, SECRET: 'sixteen\u200bcharacters' }).secret).toBe('sixteen\u200bcharacters')
  })

  test.each(['sixteen letters and', 'sixteen-létters-and', 'sixteen"letters"and'])(
    'does not start with %j as METRICS_TOKEN, which no monitor can send',
    (METRICS_TOKEN) => {
      expect(problems({ ...whole, METRICS_TOKEN })).toEqual([
        expect.stringMatching(/^METRICS_TOKEN must have letters without accents/),
      ])
    },
  )

  test.each([
    ['/voice', /must end before \/voice:/],
    ['/voice/', /must end before \/voice:/],
    ['/line/Voice', /must end before \/Voice:/],
    ['/sms/status', /must end before \/sms\/status:/],
    ['/?x=1', /must not have "\?" or "#"/],
    ['?', /must not have "\?" or "#"/],
    ['#rc=2', /must not have "\?" or "#"/],
    ['#', /must not have "\?" or "#"/],
    ['/ line', /must be the whole address/],
    ['//line', /must be the whole address/],
    [',https://other.example.org', /must be the whole address/],
    [':99999', /must be the whole address/],
  ])('does not start at an address that ends in %j', (end, sentence) => {
    expect(problems({ ...whole, PUBLIC_URL: PUBLIC_URL + end })).toEqual([expect.stringMatching(sentence)])
    expect(problems({ ...whole, PUBLIC_URL: PUBLIC_URL + end })).toEqual([
      expect.stringMatching(/^PUBLIC_URL /),
    ])
  })

  test.each([
    ['line.example.org', /must be the whole address/],
    ['https:line.example.org', /must be the whole address/],
    ['https:/line.example.org', /must be the whole address/],
    ['https:\\\\line.example.org', /must be the whole address/],
    ['https://https://line.example.org', /must be the whole address/],
    ['wss://line.example.org', /must be the whole address/],
    ['https://*.example.org', /must be the whole address/],
    ['https://me:word@line.example.org', /must not hold a user/],
    ['https://me@line.example.org', /must not hold a user/],
    ['http://line.example.org', /must begin with https/],
    ['HTTP://LINE.EXAMPLE.ORG', /must begin with https/],
    ['http://203.0.113.9', /must begin with https/],
    ['Https://line.example.org', /must be written as Twilio calls it: https:\/\/line\.example\.org\./],
    ['https://Line.example.org:443', /must be written as Twilio calls it: https:\/\/line\.example\.org\./],
    ['https://línea.example.org', /must be written as .+: https:\/\/xn--lnea-vpa\.example\.org\./],
    ['https://example.org/línea', /must be written as .+: https:\/\/example\.org\/l%C3%ADnea\./],
    ['https://example.org/a/../line', /must be written as .+: https:\/\/example\.org\/line\./],
  ])('does not start at %s', (address, sentence) => {
    expect(problems({ ...whole, PUBLIC_URL: address })).toEqual([expect.stringMatching(sentence)])
  })

  test.each([
    ['https://line.example.org', 'https://line.example.org'],
    [' https://line.example.org/ \r', 'https://line.example.org'],
    ['https://example.org/line//', 'https://example.org/line'],
    ['https://line.example.org:8443', 'https://line.example.org:8443'],
    ['https://line.example.org:443', 'https://line.example.org:443'],
    ['https://example.org:443/line/', 'https://example.org:443/line'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://10.0.0.5', 'http://10.0.0.5'],
    ['http://line.internal', 'http://line.internal'],
  ])('starts at %j', (address, publicUrl) => {
    expect(config({ ...whole, PUBLIC_URL: address }).publicUrl).toBe(publicUrl)
  })

  test('needs secrets that differ from each other and from what is documented', () => {
    expect(problems({ ...whole, SECRET: TOKEN })).toEqual([
      'SECRET must not be the same as a token of Twilio. Choose another.',
    ])
    expect(problems({ ...whole, USAGE_PASSWORD: SECRET })).toEqual([
      'USAGE_PASSWORD must not be the same as SECRET. Choose another.',
    ])
    expect(
      problems({ USAGE_PASSWORD: 'twelve-letters-and-more', METRICS_TOKEN: 'twelve-letters-and-more' }),
    ).toEqual(['METRICS_TOKEN must not be the same as USAGE_PASSWORD. Choose another.'])
    expect(problems({ ...whole, SECRET: 'too short' })).toEqual(['SECRET must have at least 16 characters.'])
    expect(problems({ ...whole, USAGE_PASSWORD: 'too short' })).toEqual([
      'USAGE_PASSWORD must have at least 12 characters.',
    ])
    for (const value of [
      'openssl rand -hex 32',
      '$(openssl rand -hex 32)',
      `\${SECRET_OF_THE_LINE}`,
      '<any 16 characters or more>',
      'changeme-changeme',
      'your-secret-of-the-line-here',
    ])
      expect(problems({ ...whole, SECRET: value })).toEqual([
        'SECRET holds an example or the name of a variable where its own value belongs. Write the value.',
      ])
  })
})

describe('any setting', () => {
  test.each(['"', "'", '`', '“'])('with %s around its value is refused', (quote) => {
    for (const [name, value] of Object.entries({
      ...{ ...whole, PORT: '3000', HOST: '0.0.0.0', LOG_LEVEL: 'info', DEFAULT_COUNTRY: 'US' },
      ...{ USAGE_PASSWORD: 'twelve letters', HANDOFF_NUMBER: '+15555550199', DATABASE_URL: 'file:a.db' },
    }))
      expect(problems({ ...whole, [name]: `${quote}${value}${quote}` })).toContainEqual(
        `${name} has quotes around its value, which \`docker --env-file\` keeps. Write it without quotes.`,
      )
  })

  test('that is blank counts as unset, as compose files leave it', () => {
    const names = [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'TWILIO_AUTH_TOKEN',
      'SECRET',
      'USAGE_PASSWORD',
      'DEFAULT_COUNTRY',
    ]
    for (const blank of ['', ' ', '\r'])
      expect(
        config(Object.fromEntries([...names, 'HANDOFF_NUMBER', 'LOG_LEVEL'].map((name) => [name, blank]))),
      ).toMatchObject({
        ...{ port: 3000, host: '127.0.0.1', publicUrl: null, authTokens: [], logLevel: 'info' },
        ...{ usagePassword: null, defaultCountry: null, handoffNumber: null },
      })
  })

  test.each([
    [
      'PORT',
      ['many', '70000', '3000.5', '-1', '0x10', '3e3', '3000/tcp'],
      'PORT must be a number from 0 to 65535, such as 3000.',
    ],
    [
      'HOST',
      ['http://0.0.0.0', '0.0.0.0:3000', 'a b', '[::1]'],
      'HOST must be an address to listen on, such as 0.0.0.0, without http:// or a port.',
    ],
    [
      'LOG_LEVEL',
      ['trace', 'verbose', '1'],
      'LOG_LEVEL must be one of: fatal, error, warn, info, debug, silent.',
    ],
    [
      'HANDOFF_NUMBER',
      ['911', '+1 555 555 0199', '18005550100', '+4402079460958', '+155', 'tel:+15555550199'],
      'HANDOFF_NUMBER must be a full number, with + and the country code and nothing between the digits, such as +18005550100.',
    ],
    [
      'HANDOFF_NUMBER',
      ['+15555550100', '+15555550102'],
      'HANDOFF_NUMBER is a number of this line (flows/line.yaml), which would call itself. Give the number of people who answer.',
    ],
  ])('%s is refused by its name where it is wrong', (name, values, sentence) => {
    for (const value of values) expect(problems({ [name]: value })).toEqual([sentence])
  })

  test.each(['FR', 'UK', 'USA', 'france', '__proto__', 'constructor'])(
    'DEFAULT_COUNTRY is refused where it is %s',
    (country) => {
      expect(problems({ DEFAULT_COUNTRY: country })).toEqual([
        `DEFAULT_COUNTRY is ${country.toUpperCase()}, but the directory has no numbers for it. It has: GB, US.`,
      ])
    },
  )

  test('is read in small letters or capitals where that cannot be mistaken', () => {
    expect(config({ LOG_LEVEL: 'DEBUG', DEFAULT_COUNTRY: 'gb', HOST: '::1' })).toMatchObject({
      logLevel: 'debug',
      defaultCountry: 'GB',
    })
  })

  test('is told of once, all in one list', () => {
    const names = problems({
      ...{ PORT: 'many', PUBLIC_URL: 'line', LOG_LEVEL: 'all', SECRET: '"short"', DEFAULT_COUNTRY: 'FR' },
      ...{ DATABASE_URL: 'mysql://x', HANDOFF_NUMBER: '911', HOST: 'a b', USAGE_PASSWORD: 'short' },
    }).map((sentence) => sentence.split(' ')[0])
    expect(names.sort()).toEqual([
      ...['DATABASE_URL', 'DEFAULT_COUNTRY', 'HANDOFF_NUMBER', 'HOST', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL'],
      ...['SECRET', 'TWILIO_AUTH_TOKEN', 'USAGE_PASSWORD'],
    ])
  })

  test.each([
    ['TWILIO_TOKEN', 'TWILIO_AUTH_TOKEN'],
    ['TWILIO_AUTHTOKEN', 'TWILIO_AUTH_TOKEN'],
    ['AUTH_TOKEN', 'TWILIO_AUTH_TOKEN'],
    ['twilio_auth_token', 'TWILIO_AUTH_TOKEN'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['PUBLIC-URL', 'PUBLIC_URL'],
    ['USAGE_PASSWROD', 'USAGE_PASSWORD'],
    ['SECRETS', 'SECRET'],
  ])('named %s is a warning, with its right name', (name, meant) => {
    expect(config({ [name]: 'a value' }).warnings).toEqual([`${name} is not read. Did you mean ${meant}?`])
    expect(problems({ [name]: 'a value', PORT: 'many' })).toContain(
      `${name} is not read. Did you mean ${meant}?`,
    )
  })

  test('of another program is none of ours', () => {
    const others = [
      'PATH',
      'HOME',
      'POST',
      'PWD',
      'HOSTNAME',
      'SHELL',
      'TWILIO_ACCOUNT_SID',
      'NODE_ENV',
      'LANG',
    ]
    expect(config(Object.fromEntries(others.map((name) => [name, 'a']))).warnings).toEqual([])
    expect(config({ ...whole, TWILIO_TOKEN: TOKEN }).warnings).toEqual([])
  })
})
