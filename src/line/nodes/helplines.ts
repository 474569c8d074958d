/**
 * Helplines of the caller's country. By phone: the services as options, then each service as a part of its own, its number
 * twice, with an option that connects. By text: the numbers, two a text.
 */
import type { Service } from '../../flow/directory.ts'
import type { NodeOf } from '../../flow/node.ts'
import { phrase } from '../../locale/phrases.ts'
import { openHoursText } from '../hours.ts'
import { emergency, type NodeBehaviour, type Option, option, type Place, phoneOf } from '../place.ts'
import { currentStep } from '../position.ts'
import { crisisLine, dialable, servicesNear, serviceText, serviceWords } from '../services.ts'
import type { Prompt } from '../turn.ts'

const CONNECT = 1
const LINES_A_TEXT = 2

export const helplines: NodeBehaviour<NodeOf<'helplines'>> = {
  parts: (_node, place) =>
    place.context.channel === 'voice'
      ? 1 + servicesNear(place).length
      : Math.ceil(textLines(place).length / LINES_A_TEXT),
  options: (_node, place) => (place.context.channel === 'voice' ? spokenOptions(place) : []),
  voice: (_node, place) => spoken(place),
  sms: (_node, place) => texted(place),
}

function chosenService(place: Place): Service | undefined {
  return servicesNear(place)[currentStep(place.position).part - 2]
}

function spokenOptions(place: Place): readonly Option[] {
  const chosen = chosenService(place)
  if (chosen) return dialable(chosen) ? [connectOption(chosen, place)] : []
  return servicesNear(place).map((service, index) => {
    const name = serviceText(service, place, 'name')
    const label = phrase('helplines.label', { name, about: serviceText(service, place, 'about') })
    return option(index + 1, label, name, { kind: 'part', part: index + 2 })
  })
}

function connectOption(service: Service, place: Place): Option {
  const name = serviceText(service, place, 'name')
  const intent = { kind: 'connect', service: currentStep(place.position).part - 2 } as const
  return { ...option(CONNECT, name, name, intent), voice: phrase('helplines.connect', { key: CONNECT }) }
}

function spoken(place: Place): readonly Prompt[] {
  const chosen = chosenService(place)
  if (!chosen) return intro(place)
  const { country } = place.context
  const words = serviceWords(chosen, place)
  const text = chosen.text && phoneOf(chosen.text.to, country)
  return [
    phrase('helplines.service', {
      name: serviceText(chosen, place, 'name'),
      about: serviceText(chosen, place, 'about'),
    }),
    ...(words?.hours ? [phrase('helplines.hours', { hours: words.hours })] : []),
    ...(chosen.call ? [phrase('helplines.number', { number: phoneOf(chosen.call, country) })] : []),
    ...(text && words?.word ? [phrase('helplines.textWord', { text, word: words.word })] : []),
    ...(text && !words?.word ? [phrase('helplines.text', { text })] : []),
  ]
}

function intro(place: Place): readonly Prompt[] {
  const services = servicesNear(place)
  if (services.length === 0) return noServices(place)
  return [
    phrase('helplines.intro', { country: { key: `directory:${place.context.country}.name` } }),
    phrase('helplines.emergency', { emergency: emergency(place) }),
    phrase('voice.choices', { count: services.length }),
  ]
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
  const page = textLines(place).slice((part - 1) * LINES_A_TEXT, part * LINES_A_TEXT)
  return part === 1 ? [phrase('sms.emergencyLine', { emergency: emergency(place) }), ...page] : page
}

/** A line for each number: the line's own people first, where the operator lets their number be texted. */
function textLines(place: Place): readonly Prompt[] {
  const { line, context, position } = place
  const { name, handoff } = line.settings
  const { number, textNumber } = handoff
  const hours = openHoursText(handoff, position.locale)
  const own =
    number && textNumber
      ? [phrase('sms.staff', { name, number: phoneOf(number, context.country), hours })]
      : []
  const lines = [...own, ...servicesNear(place).map((service) => textLine(service, place))]
  return lines.length > 0 ? lines : noServices(place)
}

function textLine(service: Service, place: Place): Prompt {
  const { country } = place.context
  const name = serviceText(service, place, 'name')
  const number = service.call ? phoneOf(service.call, country) : undefined
  const text = service.text ? phoneOf(service.text.to, country) : undefined
  const word = serviceWords(service, place)?.word
  if (number && text) return phrase('sms.serviceBoth', { name, number, text })
  if (number) return phrase('sms.service', { name, number })
  return phrase('sms.serviceText', { name, text: text ?? '', word: word ?? '' })
}
