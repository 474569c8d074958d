/**
 * Helplines of the caller's country. By phone: the services as options, then each service as a part of its own, its number
 * twice, with an option that connects. By text: the numbers, one or two a text, and last how to call them through a relay.
 */
import type { Service } from '../../flow/directory.ts'
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { openHoursText } from '../hours.ts'
import { emergency, type NodeBehaviour, type Option, option, type Place, phoneOf } from '../place.ts'
import { currentStep } from '../position.ts'
import {
  crisisLine,
  dialable,
  numberToCall,
  serviceDetails,
  servicesNear,
  serviceText,
  serviceWords,
  textToSend,
} from '../services.ts'
import type { Prompt } from '../turn.ts'

const CONNECT = 1
/** As many as fit into three segments in any language. */
const LINES_A_TEXT = 5

export const helplines: NodeBehaviour<NodeOf<'helplines'>> = {
  parts: (_node, place) =>
    place.context.channel === 'voice' ? 1 + servicesNear(place).length : textPages(place).length,
  options: (_node, place) => (place.context.channel === 'voice' ? spokenOptions(place) : []),
  voice: (_node, place) => spoken(place),
  sms: (_node, place) => texted(place),
}

/** By phone, the part that tells of the service of this index: the first part names them all. */
export function partOfService(service: number): number {
  return service + 2
}

function chosenIndex({ position }: Place): number {
  return currentStep(position).part - partOfService(0)
}

function chosenService(place: Place): Service | undefined {
  return servicesNear(place)[chosenIndex(place)]
}

function spokenOptions(place: Place): readonly Option[] {
  const chosen = chosenService(place)
  if (chosen) return dialable(chosen) ? [connectOption(chosen, place)] : []
  return servicesNear(place).map((service, index) =>
    option(index + 1, serviceLabel(service, place), serviceText(service, place, 'name'), {
      kind: 'part',
      part: partOfService(index),
    }),
  )
}

/** What for, and its name. */
export function serviceLabel(service: Service, place: Place): Wording {
  return phrase('helplines.label', {
    name: serviceText(service, place, 'name'),
    about: serviceText(service, place, 'about'),
  })
}

function connectOption(service: Service, place: Place): Option {
  const name = serviceText(service, place, 'name')
  const intent = { kind: 'connect', service: chosenIndex(place) } as const
  return { ...option(CONNECT, name, name, intent), voice: phrase('helplines.connect', { key: CONNECT }) }
}

function spoken(place: Place): readonly Prompt[] {
  const chosen = chosenService(place)
  if (!chosen) return intro(place)
  const { country } = place.context
  const number = numberToCall(chosen, place)
  const word = serviceWords(chosen, place)?.word
  const text = chosen.text && phoneOf(chosen.text.to, country)
  return [
    phrase('helplines.service', {
      name: serviceText(chosen, place, 'name'),
      about: serviceText(chosen, place, 'about'),
    }),
    ...serviceDetails(chosen, place),
    ...(number ? [phrase('helplines.number', { number })] : []),
    ...(chosen.second ? [phrase('helplines.second', { number: phoneOf(chosen.second, country) })] : []),
    ...(text && word ? [phrase('helplines.textWord', { text, word })] : []),
    ...(text && !word ? [phrase('helplines.text', { text })] : []),
  ]
}

function intro(place: Place): readonly Prompt[] {
  const services = servicesNear(place)
  if (services.length === 0) return noServices(place)
  return [
    phrase('helplines.intro', { country: { key: `directory:${place.context.country}.name` } }),
    phrase('helplines.emergency', { emergency: emergency(place) }),
    ...services.flatMap((service) => adviceLine(service, place) ?? []),
    phrase('voice.choices', { count: services.length }),
  ]
}

/** Whom to call when the care team does not answer; undefined for services that are for something else. */
function adviceLine(service: Service, place: Place): Prompt | undefined {
  const { kind, call } = service
  if (kind !== 'advice' || !call) return undefined
  const number = phoneOf(call, place.context.country)
  return phrase('helplines.advice', { name: serviceText(service, place, 'name'), number })
}

/** Where no helplines are known, perhaps the line for a crisis is. */
function noServices(place: Place): readonly Prompt[] {
  const near = crisisLine(place)
  return [
    place.context.channel === 'voice'
      ? phrase('helplines.unknown', { emergency: emergency(place) })
      : phrase('sms.helplinesUnknown'),
    ...(near ? [phrase(`${place.context.channel}.despair`, { number: near.number })] : []),
  ]
}

function texted(place: Place): readonly Prompt[] {
  const { part } = currentStep(place.position)
  return textPages(place)[part - 1] ?? []
}

/** The emergency number, then services, of which each stays in one text. */
function textPages(place: Place): readonly (readonly Prompt[])[] {
  const pages: (readonly Prompt[])[] = []
  let page: readonly Prompt[] = [phrase('sms.emergencyLine', { emergency: emergency(place) })]
  for (const [index, block] of textBlocks(place).entries()) {
    if (index > 0 && page.length + block.length > LINES_A_TEXT) {
      pages.push(page)
      page = []
    }
    page = [...page, ...block]
  }
  return [...pages, page]
}

/** The lines of each service; the line's own people too, where the operator lets their number be texted: first in their hours, else last. */
function textBlocks(place: Place): readonly (readonly Prompt[])[] {
  const { line, context, position } = place
  const { name, handoff, locales } = line.settings
  const own =
    handoff.number && handoff.textNumber
      ? [
          [
            phrase('sms.service', { name, number: phoneOf(handoff.number, context.country) }),
            phrase('helplines.hours', { hours: openHoursText(handoff, [position.locale, ...locales]) }),
          ],
        ]
      : []
  const relay = line.directory[context.country]?.relay
  const blocks = [
    ...(context.staffed ? own : []),
    ...inTextOrder(servicesNear(place)).map((service) => [
      textLine(service, place),
      ...serviceDetails(service, place),
    ]),
    ...(context.staffed ? [] : own),
    ...(relay ? [[phrase('sms.relay', { number: phoneOf(relay.number, context.country) })]] : []),
  ]
  return blocks.length > 0 ? blocks : [noServices(place)]
}

/** Further lines for a crisis come last: most people who ask for somebody have questions about cancer. */
function inTextOrder(services: readonly Service[]): readonly Service[] {
  const [first, ...others] = services.filter(({ kind }) => kind === 'crisis')
  return [...(first ? [first] : []), ...services.filter(({ kind }) => kind !== 'crisis'), ...others]
}

/** Its name, and where to call or text it. */
export function textLine(service: Service, place: Place): Prompt {
  const { country } = place.context
  const name = serviceText(service, place, 'name')
  const number = numberToCall(service, place)
  const text = textToSend(service, place)
  const advice = adviceLine(service, place)
  if (advice) return advice
  if (number && service.second)
    return phrase('sms.serviceSecond', { name, number, second: phoneOf(service.second, country) })
  if (number && text) return phrase('sms.serviceBoth', { name, number, text })
  if (number) return phrase('sms.service', { name, number })
  return phrase('sms.serviceText', { name, text: text ?? '' })
}
