/** The default country has its numbers, and every service has its words in every locale. */
import type { Authored } from '../authored/files.ts'
import { issueIn, withCause } from '../authored/issue.ts'
import { isOwn } from '../authored/own-path.ts'
import type { CountryDirectory } from '../flow/directory.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { DirectoryTexts } from '../locale/country-texts.ts'
import type { Check } from './check.ts'

export const checkDirectory: Check<Draft> = function* ({ flow, locales }) {
  const { country } = flow.settings.data
  if (!flow.directory[country])
    yield issueIn(flow.settings.source)(
      'no-default-country',
      ['country'],
      `There is no flows/directory/${country.toLowerCase()}.yaml, so callers would hear no emergency number. Add it, or choose another country.`,
    )
  const owners = new Map(Object.entries(flow.directory).map(([code, { source }]) => [code, source.file]))
  for (const authored of Object.values(flow.directory)) {
    for (const [index, code] of authored.data.territories.entries()) {
      const first = owners.get(code)
      if (first)
        yield issueIn(authored.source)(
          'duplicate-file',
          ['territories', index],
          `The numbers of ${code} are in ${first} already. Keep it in one file.`,
        )
      owners.set(code, authored.source.file)
    }
    const { number } = authored.data.emergency
    const elsewhere = flow.everywhere?.data.emergency[authored.data.country]
    // The number that matters most is written twice, so that a slip of the hand is seen.
    if (elsewhere && elsewhere !== number)
      yield issueIn(authored.source)(
        'emergency-differs',
        ['emergency', 'number'],
        `The emergency number is ${number} here, and ${elsewhere} in flows/directory/emergency.yaml. Correct the one that is wrong.`,
      )
    yield* wrongServices(authored)
    const original = locales[sourceLocale(flow.settings.data)]
    for (const [locale, { directory }] of Object.entries(locales)) {
      yield* differingWords(authored, directory, locale)
      if (original)
        yield* lackingDetails(
          original.directory.data[authored.data.country],
          directory,
          locale,
          authored.data.country,
        )
    }
  }
}

function* wrongServices({ data: { country, services }, source }: Authored<CountryDirectory>) {
  for (const [index, { id, call, text }] of services.entries()) {
    if (services.findIndex((service) => service.id === id) < index)
      yield issueIn(source)(
        'bad-shape',
        ['services', index, 'id'],
        `"${id}" is the id of a service before this one. Give each its own.`,
      )
    if (!call && !text)
      yield issueIn(source)(
        'bad-shape',
        ['services', index],
        `"${id}" of ${country} has neither a number to call nor one to text. Give one, or leave it out.`,
      )
  }
}

function* differingWords(
  { data: { country, services }, source: { file } }: Authored<CountryDirectory>,
  { data, source }: Authored<DirectoryTexts>,
  locale: string,
) {
  const issue = issueIn(source, { locale })
  const words = data[country]
  if (!words) {
    yield withCause(
      issue('missing-text', [], `The words for ${country} are missing. Add them.`),
      `words ${country}`,
    )
    return
  }
  const ids = services.map(({ id }) => id)
  const lacking = ids.filter((id) => !words.services[id])
  // Words that are shipped stay where an operator's own list leaves out a helpline.
  const isShipped = (id: string) => isOwn(file) && !isOwn(source.at([country, 'services', id]).file)
  const unknown = Object.keys(words.services).filter((id) => !ids.includes(id) && !isShipped(id))
  const isRenamed = lacking.length === 1 && unknown.length === 1
  for (const id of lacking)
    yield withCause(
      issue(
        'missing-text',
        [country, 'services'],
        isRenamed
          ? `The service "${id}" of ${country} has no words, and those of "${unknown[0]}" no service. Give both one id.`
          : `The service "${id}" of ${country} has no words. Add them.`,
      ),
      isRenamed ? `services ${country}` : `service ${country} ${id}`,
    )
  for (const id of isRenamed ? [] : unknown)
    yield withCause(
      issue(
        'extra-text',
        [country, 'services', id],
        `flows/directory has no service "${id}" in ${country}. Remove its words, or correct the id.`,
      ),
      `service ${country} ${id}`,
    )
}

/** What the source language knows of a service, people of all languages are told. */
function* lackingDetails(
  known: DirectoryTexts[string] | undefined,
  { data, source }: Authored<DirectoryTexts>,
  locale: string,
  country: string,
) {
  for (const [id, words] of Object.entries(data[country]?.services ?? {}))
    for (const field of ['area', 'hours', 'languages'] as const)
      if (known?.services[id]?.[field] && !words[field])
        yield issueIn(source, { locale })(
          'missing-text',
          [country, 'services', id],
          `The ${field} of "${id}" in ${country} are known in the source language, and missing here. Write them.`,
        )
}
