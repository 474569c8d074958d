/** `/review`: the languages, and how much of each is read. `/review/<locale>`: the same of its topics. */
import type { Result } from '../../authored/result.ts'
import { phrase } from '../../locale/phrases.ts'
import { countsOf, type Group } from '../../review/groups.ts'
import type { Language } from '../../review/language.ts'
import { sheetsOf } from '../../review/sheets.ts'
import {
  Go,
  groupTitle,
  languageName,
  Overall,
  Pending,
  Progress,
  ReviewLayout,
  type ReviewProps,
} from './review-page.tsx'
import { DownloadButton } from './review-sign.tsx'
import type { PageProps } from './site.ts'

const KINDS = [
  ['topic', phrase('review.topics')],
  ['around', phrase('review.around')],
  ['place', phrase('review.places')],
] as const satisfies readonly (readonly [Group['kind'], object])[]

export function ReviewIndexPage({
  page,
  query,
  languages,
}: PageProps & { readonly query: string; readonly languages: readonly Result<Language>[] }) {
  const { base, line, words } = page
  const title = words(phrase('review.title', { name: line.settings.name }))
  const intro = words(phrase('review.intro'))
  return (
    <ReviewLayout page={page} title={title} description={intro} path="/review">
      <h1>{title}</h1>
      <p>{intro}</p>
      <ul class="groups">
        {languages.map((read) =>
          read.ok ? (
            <li>
              <a href={`${base}/review/${read.value.locale}${query}`} lang={read.value.locale}>
                {languageName(read.value)}
              </a>
              {read.value.locale === read.value.sourceLocale ? (
                <span>{words(phrase('review.isSource'))}</span>
              ) : (
                <Progress page={page} counts={countsOf(read.value.units)} />
              )}
            </li>
          ) : (
            <li>
              <ReviewProblems page={page} problems={read.problems} />
            </li>
          ),
        )}
      </ul>
    </ReviewLayout>
  )
}

/** The contents of a language. */
export function ReviewContentsPage({ review }: ReviewProps) {
  const { page, language } = review
  const { words } = page
  const { locale, sourceLocale } = language
  const title = words(phrase('review.of', { language: languageName(language) }))
  const intro = words(phrase('review.introLanguage'))
  // A topic of several pages once.
  const groups = [...new Set(sheetsOf(language).map(({ group }) => group))]
  return (
    <ReviewLayout
      page={page}
      title={title}
      description={intro}
      path={`/review/${locale}`}
      isOneLanguage={review.pending !== ''}
    >
      <h1>{title}</h1>
      {locale === sourceLocale ? (
        <p>{words(phrase('review.sourceOnly'))}</p>
      ) : (
        <Overall page={page} counts={countsOf(language.units)} label={title} />
      )}
      <p>{intro}</p>
      <form method="post" action={`${page.base}/review/${locale}${review.query}`} class="contents">
        <Pending review={review} />
        <DownloadButton review={review} />
        {KINDS.map(([kind, heading]) => (
          <section aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{words(heading)}</h2>
            <GroupList review={review} groups={groups.filter((group) => group.kind === kind)} />
          </section>
        ))}
      </form>
    </ReviewLayout>
  )
}

function GroupList({ review, groups }: ReviewProps & { readonly groups: readonly Group[] }) {
  const { page, language } = review
  const { locale, sourceLocale } = language
  return (
    <ul class="groups">
      {groups.map((group) => (
        <li>
          <Go review={review} path={`/review/${locale}/${group.name}`}>
            {groupTitle(review, group)}
          </Go>
          {locale !== sourceLocale && <Progress page={page} counts={countsOf(group.units)} />}
        </li>
      ))}
    </ul>
  )
}

/** Issues of the authored files, in the language of the commands that list them too. */
function ReviewProblems({ page, problems }: PageProps & { readonly problems: readonly string[] }) {
  return (
    <div role="alert">
      <p>{page.words(phrase('review.broken'))}</p>
      <ul dir="auto">
        {problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

export function ReviewBrokenPage({ page, problems }: PageProps & { readonly problems: readonly string[] }) {
  const title = page.words(phrase('review.title', { name: page.line.settings.name }))
  return (
    <ReviewLayout page={page} title={title} path="/review">
      <h1>{title}</h1>
      <ReviewProblems page={page} problems={problems} />
    </ReviewLayout>
  )
}
