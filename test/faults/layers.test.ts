/**
 * An exception in each layer, as a mistake of ours would throw it: over HTTP, with a line, a clock and a log of which one
 * thing is broken from some moment on.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { placeCall } from '../../src/simulator/caller.ts'
import { createTexter } from '../../src/simulator/texter.ts'
import { postBy } from '../../src/simulator/transport.ts'
import { createApp } from '../../src/web/app.ts'
import type { Deps } from '../../src/web/deps.ts'
import { assets } from '../support/assets.ts'
import { line } from '../support/line.ts'
import { record } from './fault.ts'
import { createPeople, somebody, wordsOf } from './people.ts'
import { PUBLIC_URL, sign, TOKEN } from './server.ts'

let broken = false

function fail(): void {
  if (broken) throw new Error('A planted mistake')
}

/** The same, but that one of its properties cannot be had. */
function without<T extends object>(whole: T, name: string): T {
  const failFor = (asked: string | symbol) => {
    if (asked === name) fail()
  }
  return new Proxy(whole, {
    get(target, asked) {
      failFor(asked)
      return Reflect.get(target, asked)
    },
    getOwnPropertyDescriptor(target, asked) {
      failFor(asked)
      return Reflect.getOwnPropertyDescriptor(target, asked)
    },
  })
}

const { nodes, locales, finder } = line
const spanish = locales.es
if (!spanish) throw new Error('The line has no Spanish')

/** A call is counted when it comes in; a text as one, or as an apology. */
const ARRIVALS = ['voice call', 'sms message', 'sms trouble']
let counted: string[] = []
const sound: Deps = {
  line,
  assets,
  usage: {
    count: (channel, _locale, tallies) =>
      void counted.push(...tallies.map(({ event }) => `${channel} ${event}`)),
    setStopped: () => {},
    isStopped: () => false,
    read: async () => [],
    check: async () => null,
  },
  settings: { publicUrl: PUBLIC_URL, authTokens: [TOKEN], secret: 'a secret of a test', usagePassword: null },
  now: () => new Date(),
  logError: () => {},
}

/** What Twilio does where an answer is no TwiML. */
const SILENT = /The line answered 500: Something went wrong on our side\./
const AGAIN = /^Disculpe\. Algo falló.* 9 1 1.*Abdomen: 3/s
/** The main menu cannot be told either. */
const BOTH = /^Disculpe\. Algo falló.*En este momento la línea no puede contestar.* 9 8 8/s
const SORRY = /^(Disculpe|Sorry).*911/s
const BONES = /Huesos|Los huesos son uno/
const APOLOGY = 'an apology with the emergency number; by phone then'

interface Planted {
  readonly caller: RegExp
  readonly texter: RegExp
  readonly heard: string
}

const menu: Planted = { caller: AGAIN, texter: SORRY, heard: `${APOLOGY} the main menu, in their language` }
const both: Planted = { caller: BOTH, texter: SORRY, heard: `${APOLOGY} the numbers of the helplines` }

test.for<[string, Partial<Deps>, Planted]>([
  [
    'reading a key or a word',
    { line: { ...line, finder: without(without(finder, 'numbers'), 'fillers') } },
    menu,
  ],
  ['taking a step', { line: { ...line, nodes: without(nodes, 'bone') } }, menu],
  [
    'finding the words',
    {
      line: {
        ...line,
        locales: {
          ...locales,
          es: {
            ...spanish,
            resources: { ...spanish.resources, nodes: without(spanish.resources.nodes, 'bone') },
          },
        },
      },
    },
    menu,
  ],
  [
    'writing TwiML',
    { line: { ...line, locales: { ...locales, es: without(spanish, 'settings') } } },
    { caller: BOTH, texter: BONES, heard: `${both.heard}; by text what they asked for` },
  ],
  ['reading the place of a call', { line: { ...line, locales: without(locales, 'es') } }, both],
  [
    'reading the clock',
    {
      now() {
        fail()
        return new Date()
      },
    },
    both,
  ],
  [
    'counting (what it was to count is counted later)',
    {
      usage: {
        ...sound.usage,
        count(...told) {
          fail()
          sound.usage.count(...told)
        },
        setStopped: fail,
      },
    },
    { caller: BONES, texter: BONES, heard: 'what they asked for, in their language' },
  ],
  [
    'verifying a signature',
    { settings: without(sound.settings, 'authTokens') },
    {
      caller: SILENT,
      texter: SILENT,
      heard: 'nothing of ours: 500, at which Twilio asks its fallback URL (`npm run fallback`)',
    },
  ],
])('%s', async ([layer, part, told], { task }) => {
  const deps = { ...sound, ...part }
  const server = createServer(getRequestListener(createApp(deps).fetch))
  server.listen(0, '127.0.0.1')
  counted = []
  onTestFinished(() => {
    broken = false
    server.close()
  })
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = createPeople(
    postBy((url, init) => fetch(url, sign(url.slice(address.length), init)), address),
  )
  const caller = await placeCall(people.post, somebody())
  await caller.press('2')
  await caller.press('7')
  await caller.press('2')
  broken = true
  const heardByPhone = await caller.press('1').then(
    () => wordsOf(caller),
    (error: Error) => error.message,
  )
  expect(heardByPhone).toMatch(told.caller)
  const read = await createTexter(people.post, somebody())
    .send('HUESOS')
    .then(
      ({ replies }) => replies.join(),
      (error: Error) => error.message,
    )
  expect(read).toMatch(told.texter)
  broken = false
  for (const words of ['HUESOS', 'DOLOR', 'HUESOS']) await createTexter(people.post, somebody()).send(words)
  record(
    task,
    `An exception in ${layer}`,
    people,
    counted.filter((one) => ARRIVALS.includes(one)).length,
    told,
  )
})
