/**
 * Goes through every call there can be, as Twilio would: from each place that an answer leads to, all that a caller can
 * do there, until no answer leads anywhere new.
 *
 * A place is the address of a step. The way that led there is left out of it, whether the keys were told, and how often somebody was
 * called, or there would be more places than anybody can visit: the way decides only where `*` leads, whether a call begins in the choice of language, and, in the other
 * ways and the sources, which topic they are about.
 *
 * @example
 * const steps = await crawl({ line, country: 'US', deedsAt: (place) => (place.manner === 'normal' ? KEYS : []) })
 */
import { menuKeys } from '../../src/flow/menu-keys.ts'
import type { Line } from '../../src/line/line.ts'
import { isOffered, nodesOffered } from '../../src/line/offered.ts'
import type { FormFields } from '../../src/simulator/transport.ts'
import { readTwiml, type Verb } from '../../src/simulator/twiml.ts'
import { createApp } from '../../src/web/app.ts'

export interface Place {
  /** All that decides what is said there. */
  readonly name: string
  readonly locale: string
  /** Pace, patience and what was missed, such as `slow-long-silence2`. */
  readonly manner: string
  readonly node: string
  readonly part: number
  /** One address at which it was found. */
  readonly address: string
}

export interface Deed {
  readonly name: string
  readonly form: FormFields
  /** Done while the people of the line can be called; otherwise after their hours. */
  readonly open?: true
}

/** What one deed led to. */
export interface Step {
  /** Null for a call that arrives. */
  readonly from: Place | null
  readonly deed: Deed
  /** The document that answered; one is the same object however often it was the answer. */
  readonly verbs: readonly Verb[]
  /** Where the answer leads; null where it ends the call. */
  readonly to: Place | null
}

interface Crawl {
  readonly line: Line
  readonly country: string
  /** What is done at a place where the line listens; nothing where it is not gone on from. */
  readonly deedsAt: (place: Place) => readonly Deed[]
}

export const press = (key: string): Deed => ({ name: `presses ${key}`, form: { Digits: key } })
export const say = (words: string): Deed => ({ name: `says "${words}"`, form: { SpeechResult: words } })
export const silence: Deed = { name: 'says nothing', form: {} }
/** The same, when somebody of the line can be called. */
export const inHours = (deed: Deed): Deed => ({ ...deed, name: `${deed.name}, in hours`, open: true })

export const isDeed = ({ name }: Deed, other: Deed): boolean => name === other.name

export const KEYS: readonly Deed[] = [...'0123456789*#'].map(press)

/** How a call that the line connected ends, and what Twilio might say of it that it does not say today. */
const DIALLED: readonly Deed[] = [
  ...['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled', ''].map((status) => ({
    name: `the call that was connected ends as "${status}"`,
    form: { DialCallStatus: status },
  })),
  { name: 'hangs up', form: { DialCallStatus: 'completed', CallStatus: 'completed' } },
]

const HOURS = { open: new Date('2026-11-23T15:00:00Z'), closed: new Date('2026-11-23T03:00:00Z') }
const ARRIVAL: Deed = { name: 'calls', form: {} }

export async function crawl({ line, country, deedsAt }: Crawl): Promise<readonly Step[]> {
  let now = HOURS.closed
  const app = createApp({
    line,
    assets: [],
    usage: {
      count: () => {},
      setStopped: () => {},
      isStopped: () => false,
      read: async () => [],
      check: async () => null,
    },
    settings: { publicUrl: null, authTokens: [], secret: 'a secret of a test', usagePassword: null },
    now: () => now,
    logError: (error) => {
      throw error
    },
  })
  const read = createReader()
  const steps: Step[] = []
  const places = new Map<string, Place>()
  const dialled = new Map<string, Place>()

  const take = async (from: Place | null, deed: Deed) => {
    now = deed.open ? HOURS.open : HOURS.closed
    const response = await app.request(from?.address ?? '/voice', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ To: '+15555550100', FromCountry: country, ...deed.form }).toString(),
    })
    const xml = await response.text()
    const where = `${from?.name ?? 'A call'}, ${deed.name}`
    if (response.status !== 200) throw new Error(`${where}: ${response.status} ${xml}`)
    const { verbs, to: address } = read(xml, where)
    const found = address === null ? null : placeAt(line, address)
    const to = found && (places.get(found.name) ?? found)
    const step = { from, deed, verbs, to }
    steps.push(step)
    return step
  }

  const goOn = async (from: Place | null, deed: Deed) => {
    const { verbs, to } = await take(from, deed)
    if (!to) return
    // While the line calls somebody, the address is that of the place where the caller then is.
    const [visited, deeds] = verbs.at(-1)?.kind === 'dial' ? [dialled, DIALLED] : [places, []]
    if (visited.has(to.name)) return
    visited.set(to.name, to)
    for (const end of deeds) await goOn(to, end)
  }

  await goOn(null, ARRIVAL)
  // Places are added to the end while those before them are visited.
  for (const place of places.values()) for (const deed of deedsAt(place)) await goOn(place, deed)
  return steps
}

function placeAt({ nodes }: Line, address: string): Place {
  const [, , , locale = '', mannerAndCalls = '', ...trail] = address.split('/')
  const manner = mannerAndCalls.replace(/-told|-called\d\d/g, '')
  const [step = '', ...before] = trail.toReversed()
  const slugOf = (name: string) => name.split(/[-_~]/)[0] as string
  const [node, part] = [slugOf(step), Number(/-(\d+)/.exec(step)?.[1] ?? 1)]
  const topic = before.map(slugOf).find((slug) => nodes[slug]?.kind === 'topic')
  const behind = {
    ways: topic ? 'of a topic' : '',
    sources: topic,
    languages: before.length > 0 ? 'again' : '',
  }
  const about = nodes[node] && node in behind ? behind[node as keyof typeof behind] : undefined
  const name = [locale, manner, step, ...(about ? [about] : [])].join('/')
  return { name, locale, manner, node, part, address: address.replace(/^\/voice\/\d+/, '/voice/1') }
}

/** The topic that a place is about and that its language lacks: it is told there, offered, asked about in its consent, or its sources are. */
export function lackedTopic(line: Line, place: Place | null): string | undefined {
  const slugs = place?.name.split(/[/~]/).map((each) => each.replace(/[-_]\d+$/, '')) ?? []
  return slugs
    .map((slug) => {
      const node = line.nodes[slug]
      return node?.kind === 'consent' ? node.before : slug
    })
    .find((slug) => line.nodes[slug]?.kind === 'topic' && !isOffered(line, place?.locale ?? '', slug))
}

/** The nodes that a language leads to, or tells in the source language. */
export function nodesToReach(line: Line, locale: string): readonly string[] {
  const inMenus = menuKeys(nodesOffered(line, locale), line.main)
  return Object.keys(line.nodes).filter((slug) => line.nodes[slug]?.kind !== 'menu' || inMenus.has(slug))
}

/** Reads each document once, whatever the address in it. */
function createReader() {
  const known = new Map<string, readonly Verb[]>()
  return (xml: string, where: string) => {
    // What the person hears who is called is no step of this call.
    const addresses = new Set(xml.match(/\/voice\/(?!screen\/)[^"<]+/g))
    const [to = null] = addresses
    if (addresses.size > 1) throw new Error(`${where}: it leads to ${[...addresses].join(' and ')}`)
    const bare = to ? xml.replaceAll(to, '/voice/1') : xml
    try {
      const verbs = known.get(bare) ?? readTwiml(bare)
      known.set(bare, verbs)
      return { verbs, to }
    } catch (error) {
      throw new Error(`${where}: ${(error as Error).message}`)
    }
  }
}
