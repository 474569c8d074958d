/**
 * What a line tells of its languages, by who has read them (`review` in `flows/line.yaml`). A live line leaves out the topics with
 * a text below the bar, and is silent in a language without its phrases, its way about or a core topic. The demo tells everything,
 * and says of what is below the bar that nobody has checked it. The source language is always told.
 *
 * @example
 * const { line, notices } = tellReviewed(opened, { isDemo: false })
 * // notices: ['es (español) is silent: 2311 of its texts are not reviewed. …']
 */
import { belowBar, type Reviewed } from '../locale/review.ts'
import type { Line } from './line.ts'
import { isCore } from './offered.ts'
import { isSpoken } from './place.ts'

type Bar = Line['settings']['review']

/** Of a language, the nodes below the bar, and whether it is told at all. */
interface Verdict {
  readonly locale: string
  readonly left: readonly string[]
  readonly isSilent: boolean
  readonly texts: number
}

/** `notices` are sentences for the operator, one a language. */
export function tellReviewed(
  line: Line,
  { isDemo }: { readonly isDemo: boolean },
): { readonly line: Line; readonly notices: readonly string[] } {
  const bar = line.settings.review
  const verdicts = Object.entries(line.locales).flatMap(([locale, { reviewed }]) =>
    reviewed ? [judge(line, locale, reviewed, isDemo && bar === 'all' ? 'reviewed' : bar)] : [],
  )
  const below = verdicts.filter(({ texts }) => texts > 0)
  const notices = below.map((verdict) => notice(line, verdict, isDemo))
  // Some may be so for another reason (tell-recorded.ts).
  const unchecked = [...new Set([...(line.unchecked ?? []), ...below.map(({ locale }) => locale)])]
  if (isDemo) return { line: { ...line, unchecked }, notices }
  return { line: below.reduce(leaveOut, line), notices }
}

function judge(line: Line, locale: string, { around, nodes }: Reviewed, bar: Bar): Verdict {
  const below = Object.entries(nodes).flatMap(([slug, counts]) => (belowBar(counts, bar) > 0 ? [slug] : []))
  // Nobody is asked for consent in words that nobody has read.
  const left = new Set(
    below.flatMap((slug) => {
      const node = line.nodes[slug]
      return node?.kind === 'consent' ? [slug, node.before] : [slug]
    }),
  )
  const all = [around, ...Object.values(nodes)]
  return {
    locale,
    left: [...left],
    isSilent: belowBar(around, bar) > 0 || [...left].some((slug) => isCore(line, slug)),
    texts: all.reduce((sum, counts) => sum + belowBar(counts, bar), 0),
  }
}

function leaveOut(line: Line, { locale, left, isSilent }: Verdict): Line {
  const { [locale]: data, ...locales } = line.locales
  if (isSilent || !data) return withoutLocale({ ...line, locales }, locale)
  const { resources } = data
  const nodes = Object.fromEntries(Object.entries(resources.nodes).filter(([slug]) => !left.includes(slug)))
  return { ...line, locales: { ...line.locales, [locale]: { ...data, resources: { ...resources, nodes } } } }
}

function withoutLocale(line: Line, locale: string): Line {
  const { settings, otherLanguages } = line
  const others = (locales: readonly string[]) => locales.filter((each) => each !== locale)
  const left = others(settings.locales)
  const sentence = otherLanguages[locale] ?? otherLanguages[new Intl.Locale(locale).language]
  return {
    ...line,
    settings: {
      ...settings,
      locales: left,
      // A number whose languages with a voice all fall silent offers all others: somebody may call it.
      numbers: settings.numbers.map((each) => {
        const locales = others(each.locales)
        return { ...each, locales: locales.some((other) => isSpoken(line, other)) ? locales : left }
      }),
      likely: Object.fromEntries(
        Object.entries(settings.likely).map(([country, locales]) => [country, others(locales)]),
      ),
    },
    otherLanguages: sentence ? { ...otherLanguages, [locale]: sentence } : otherLanguages,
  }
}

function notice({ settings, locales }: Line, { locale, left, isSilent, texts }: Verdict, isDemo: boolean) {
  const name = `${locale} (${locales[locale]?.settings.name ?? locale})`
  const bar = settings.review === 'approved' ? 'approved' : 'reviewed'
  const count = texts === 1 ? '1 text is' : `${texts} of its texts are`
  if (isDemo)
    return `${name} says that it is not checked yet: ${count} not ${bar} (\`npm run review -- ${locale}\`).`
  const what = isSilent ? 'is silent' : `leaves out ${left.join(', ')}`
  return `${name} ${what}: ${count} not ${bar}. Have them read and signed (\`npm run review -- sign ${locale} --by "M. R., nurse"\`), or write \`review: all\` in flows/line.yaml.`
}
