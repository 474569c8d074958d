/** `/review/<locale>/<topic>`: the texts of one topic, or of one file, to read, hear, comment and sign. */
import { phrase } from '../../locale/phrases.ts'
import { countsOf, type Group } from '../../review/groups.ts'
import type { Unit } from '../../review/language.ts'
import type { SheetEntry } from '../../review/sheet.ts'
import { textsByKey } from '../../review/told.ts'
import { CitedSources, sourcesOf } from './review-about.tsx'
import type { Reviewer } from './review-form.ts'
import {
  Go,
  groupTitle,
  groupWords,
  languageName,
  Overall,
  Pending,
  ReviewLayout,
  type ReviewProps,
  stateName,
} from './review-page.tsx'
import { nextOpen, type Outcome, OutcomeMessage, SignAll, WhoSigns } from './review-sign.tsx'
import { partId, ReviewText, textHeading } from './review-text.tsx'

interface ReviewTopicProps extends ReviewProps {
  readonly group: Group
  readonly groups: readonly Group[]
  readonly reviewer: Reviewer
  readonly outcome: Outcome
  /** What was sent and not taken over, so that nobody writes it twice. */
  readonly unsent: ReadonlyMap<string, SheetEntry>
}

export function ReviewTopicPage({ review, group, groups, reviewer, outcome, unsent }: ReviewTopicProps) {
  const { page, language, query } = review
  const { base, words } = page
  const { locale, sourceLocale, units } = language
  const path = `/review/${locale}/${group.name}`
  const title = words(phrase('review.of', { language: languageName(language) }))
  const isSource = locale === sourceLocale
  const open = nextOpen(group, undefined)
  const at = groups.findIndex(({ name }) => name === group.name)
  const texts = { source: textsByKey(units, 'source'), text: textsByKey(units, 'text') }
  const sources = sourcesOf(language.nodes, group.name)
  return (
    <ReviewLayout
      page={page}
      title={`${groupWords(review, group)} – ${title}`}
      path={path}
      isOneLanguage={review.pending !== ''}
    >
      <form method="post" action={base + path + query} class="review">
        <Pending review={review} />
        <p class="back">
          <Go review={review} path={`/review/${locale}`}>
            {words(phrase('review.allTopics'))}
          </Go>
        </p>
        <h1>{groupTitle(review, group)}</h1>
        <OutcomeMessage review={review} group={group} nextGroup={groups[at + 1]} outcome={outcome} />
        {isSource ? (
          <p>{words(phrase('review.sourceOnly'))}</p>
        ) : (
          <Overall page={page} counts={countsOf(group.units)} label={title} />
        )}
        <p id="no-voice" hidden>
          {words(phrase('review.noVoice', { language: languageName(language) }))}
        </p>
        <p id="voice-failed" class="problem" role="alert" hidden>
          {words(phrase('review.voiceFailed', { language: languageName(language) }))}
        </p>
        <Keywords review={review} slug={group.name} />
        {open && !isSource && (
          <p>
            <a href={`#${partId(open.key)}`}>{words(phrase('review.firstOpen'))}</a>
          </p>
        )}
        <Parts review={review} units={group.units} />
        {!isSource && <WhoSigns review={review} group={group} reviewer={reviewer} />}
        <h2 id="texts">{words(phrase('review.texts'))}</h2>
        {!isSource && group.units.some(({ isRed }) => isRed) && (
          <p>
            <strong>{words(phrase('review.back'))}:</strong> {words(phrase('review.backTranslation'))}
          </p>
        )}
        {group.units.map((unit) => (
          <ReviewText
            review={review}
            unit={unit}
            texts={texts}
            sources={sources}
            unsent={unsent.get(unit.key)}
            refusal={outcome.taken?.refused.get(unit.key)}
          />
        ))}
        {!isSource && (
          <p class="actions">
            <SignAll review={review} group={group} />
          </p>
        )}
        <CitedSources page={page} sources={sources} />
        <Neighbours review={review} group={group} groups={groups} />
      </form>
    </ReviewLayout>
  )
}

function Keywords({ review, slug }: ReviewProps & { readonly slug: string }) {
  const { page, language } = review
  const { [slug]: keywords = [] } = language.keywords
  if (keywords.length === 0) return null
  return (
    <p>
      {page.words(phrase('review.keywords'))} <bdi lang={language.locale}>{keywords.join(', ')}</bdi>
    </p>
  )
}

/** The contents of the page, each text with its state. */
function Parts({ review, units }: ReviewProps & { readonly units: readonly Unit[] }) {
  const { page, language } = review
  const { words } = page
  return (
    <details class="parts">
      <summary>{words(phrase('review.contents'))}</summary>
      <ul>
        {units.map(({ key, state }) => (
          <li>
            <a href={`#${partId(key)}`}>{textHeading(page, key, language.nodes)}</a>
            {language.locale !== language.sourceLocale && ` (${stateName(page, state)})`}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Neighbours({
  review,
  group,
  groups,
}: ReviewProps & { readonly group: Group; readonly groups: readonly Group[] }) {
  const { page, language } = review
  const { words } = page
  const at = groups.findIndex(({ name }) => name === group.name)
  const [previous, next] = [groups[at - 1], groups[at + 1]]
  const path = `/review/${language.locale}`
  return (
    <nav aria-label={words(phrase('review.otherTopics'))} class="neighbours">
      <ul>
        {next && (
          <li>
            <Go review={review} path={`${path}/${next.name}`}>
              {words(phrase('review.next'))} {groupTitle(review, next)}
            </Go>
          </li>
        )}
        {previous && (
          <li>
            <Go review={review} path={`${path}/${previous.name}`}>
              {words(phrase('review.previous'))} {groupTitle(review, previous)}
            </Go>
          </li>
        )}
      </ul>
    </nav>
  )
}
