/**
 * People who call and text while something fails: each caller chooses Spanish and asks for the topic of the bones by its
 * number, each texter by its word.
 *
 * @example
 * const people = createPeople(server.post)
 * await people.ask(20) // 20 callers and 20 texters
 * people.asked // 40, which is what has to be counted
 */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Caller, placeCall } from '../../src/simulator/caller.ts'
import { createTexter } from '../../src/simulator/texter.ts'
import type { Post } from '../../src/simulator/transport.ts'

/** What tells the topic, by phone and by text. */
const BONES = /Los huesos son uno|^Huesos\n/

/** Below the ceiling of the line's replies in an hour (flows/line.yaml). */
const MOST_TEXTS = 800

export interface People {
  /** So many call and so many text, all at once, and all get what they ask for. */
  ask(times: number): Promise<void>
  /** So many text, and later call, again and again, until the server takes no more. */
  askUntilGone(texters: number): Promise<void>
  /** Calls and texts that were answered. */
  readonly asked: number
  /** The slowest answer of all, in milliseconds. */
  readonly slowest: number
  /** Sends one form, as one of them. */
  readonly post: Post
}

export function createPeople(post: Post): People {
  let [asked, slowest] = [0, 0]
  const timed: Post = async (path, ...rest) => {
    const began = performance.now()
    const reply = await post(path, ...rest)
    slowest = Math.max(slowest, performance.now() - began)
    if (reply.status === 200 && (path === '/voice' || path === '/sms')) asked += 1
    return reply
  }
  const ask = async (times: number) => {
    await Promise.all(Array.from({ length: times }, () => [callForBones(timed), textForBones(timed)]).flat())
  }
  const askUntilGone = async (texters: number) => {
    const goOn = async (): Promise<void> => {
      try {
        for (;;) await (asked < MOST_TEXTS ? textForBones(timed) : callForBones(timed))
      } catch (error) {
        // What fetch says of a connection that is refused or broken.
        if (!(error instanceof TypeError)) throw error
      }
    }
    await Promise.all(Array.from({ length: texters }, goOn))
  }
  return {
    ask,
    askUntilGone,
    post: timed,
    get asked() {
      return asked
    },
    get slowest() {
      return Math.ceil(slowest)
    },
  }
}

async function callForBones(post: Post): Promise<void> {
  const caller = await placeCall(post, { ...somebody(), CallSid: `CA${randomUUID()}` })
  await caller.press('2')
  await caller.press('7')
  for (const key of '21') await caller.press(key)
  expect(wordsOf(caller)).toMatch(BONES)
}

async function textForBones(post: Post): Promise<void> {
  const { replies } = await createTexter(post, somebody()).send('HUESOS')
  expect(replies.join()).toMatch(BONES)
}

/** All that was said since the last key. */
export function wordsOf({ heard }: Caller): string {
  return heard.flatMap(({ chunks }) => chunks.map(({ words }) => words)).join(' ')
}

/** A number of their own, so that nobody is held back for sending too many texts. */
export function somebody() {
  const number = Math.floor(Math.random() * 1e7)
  return { From: `+1555${String(number).padStart(7, '0')}`, To: '+15555550100', FromCountry: 'US' }
}
