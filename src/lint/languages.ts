/**
 * The source language has texts for every node. Another language may lack topics, but for the core pack, without which it is not
 * offered at all: then one issue lists all that it lacks. A topic of the operator's own that it lacks is a warning: a file may be forgotten.
 *
 * @example
 * flows/line.yaml:14:15 incomplete-language (locale ht): locales/ht lacks 3 nodes that a language needs to be offered: bone, pain, ways. …
 */
import { issueIn } from '../authored/issue.ts'
import { isOwn } from '../authored/own-path.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkLanguages: Check<Draft> = function* ({ flow, locales }) {
  const { data, source } = flow.settings
  const original = sourceLocale(data)
  for (const [slug, { source }] of Object.entries(flow.nodes))
    if (locales[original] && !locales[original].nodes[slug])
      yield {
        ...issueIn(source, { locale: original, node: slug })(
          'missing-text',
          ['nodes', slug],
          `locales/${original} has no texts for "${slug}". Write them in the file named like this one.`,
        ),
        follows: [`texts ${original} ${slug}`, `node ${slug}`],
      }
  for (const [slug, { data: node, source: file }] of Object.entries(flow.nodes)) {
    const place = file.at(['nodes', slug])
    if (node.kind !== 'topic' || !isOwn(place.file) || !locales[original]?.nodes[slug]) continue
    for (const [locale, { nodes }] of Object.entries(locales)) {
      if (nodes[slug]) continue
      const lacking = place.file.replace(/^line\/(.*)\.ya?ml$/, `line/locales/${locale}/$1.json`)
      yield issueIn(file, { locale, node: slug })(
        'missing-text',
        ['nodes', slug],
        `There is no ${lacking} with the texts of "${slug}", so people who speak "${locale}" are offered it in "${original}". Write the file; or leave it so.`,
        'warning',
      )
    }
  }
  const needed = Object.keys(flow.nodes).filter(
    (slug) => flow.nodes[slug]?.data.kind !== 'topic' || (data.core?.includes(slug) ?? true),
  )
  for (const [locale, { nodes }] of Object.entries(locales)) {
    const lacked = needed.filter((slug) => !nodes[slug])
    if (locale === original || lacked.length === 0) continue
    const what = lacked.length === 1 ? 'a node' : `${lacked.length} nodes`
    const follows = lacked.flatMap((slug) => [`texts ${locale} ${slug}`, `node ${slug}`])
    yield {
      ...issueIn(source, { locale })(
        'incomplete-language',
        ['locales', data.locales.indexOf(locale)],
        `locales/${locale} lacks ${what} that a language needs to be offered: ${lacked.join(', ')}. Write their texts, in files named as in locales/${original}; until then take "${locale}" out of this list.`,
      ),
      follows,
    }
  }
}
