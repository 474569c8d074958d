/** `/review/<locale>/<topic>`: the texts of one topic, or of one file, to read, hear, comment and sign; a long one has several pages. */
import { phrase } from '../../locale/phrases.ts'
import { countsOf } from '../../review/groups.ts'
import type { SheetEntry } from '../../review/sheet.ts'
import type { TextSheet } from '../../review/sheets.ts'
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
  pageNumber,
  ReviewLayout,
  type ReviewProps,
} from './review-page.tsx'
import { FirstOpen, SheetContents, SheetNeighbours } from './review-sheets.tsx'
import { type Outcome, OutcomeMessage, SignAll, WhoSigns } from './review-sign.tsx'
import { ReviewText } from './review-text.tsx'

interface ReviewTopicProps extends ReviewProps {
  readonly sheet: TextSheet
  readonly sheets: readonly TextSheet[]
  readonly reviewer: Reviewer
  readonly outcome: Outcome
  /** What was sent and not taken over, so that nobody writes it twice. */
  readonly unsent: ReadonlyMap<string, SheetEntry>
}

export function ReviewTopicPage({ review, sheet, sheets, reviewer, outcome, unsent }: ReviewTopicProps) {
  const { page, language, query } = review
  const { base, words } = page
  const { locale, sourceLocale, units } = language
  const { group, of } = sheet
  const path = `/review/${locale}/${sheet.name}`
  const title = words(phrase('review.of', { language: languageName(language) }))
  const isSource = locale === sourceLocale
  const next = sheets[sheets.indexOf(sheet) + 1]
  const texts = { source: textsByKey(units, 'source'), text: textsByKey(units, 'text') }
  const sources = sourcesOf(language.nodes, sheet.units)
  return (
    <ReviewLayout
      page={page}
      title={[groupWords(review, group), ...(of > 1 ? [pageNumber(page, sheet)] : []), title].join(' – ')}
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
        {of > 1 && <p>{pageNumber(page, sheet)}</p>}
        <OutcomeMessage review={review} sheet={sheet} next={next} outcome={outcome} />
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
        {!isSource && <FirstOpen review={review} sheet={sheet} sheets={sheets} />}
        <SheetContents review={review} sheet={sheet} sheets={sheets} />
        {!isSource && <WhoSigns review={review} sheet={sheet} reviewer={reviewer} />}
        <h2 id="texts">{words(phrase('review.texts'))}</h2>
        {!isSource && sheet.units.some(({ isRed }) => isRed) && (
          <p>
            <strong>{words(phrase('review.back'))}:</strong> {words(phrase('review.backTranslation'))}
          </p>
        )}
        {sheet.units.map((unit) => (
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
            <SignAll review={review} sheet={sheet} />
          </p>
        )}
        <CitedSources page={page} sources={sources} />
        <SheetNeighbours review={review} sheet={sheet} sheets={sheets} />
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
