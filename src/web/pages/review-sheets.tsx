/** The ways from one page of `/review` to the next: its contents, what nobody has read yet, and the pages beside it. */
import { phrase } from '../../locale/phrases.ts'
import type { TextSheet } from '../../review/sheets.ts'
import { Go, pageNumber, type ReviewProps, SheetTitle, stateName } from './review-page.tsx'
import { isOpen, partId, textHeading } from './review-text.tsx'

interface SheetProps extends ReviewProps {
  readonly sheet: TextSheet
  /** All those of the language. */
  readonly sheets: readonly TextSheet[]
}

/** The contents of the topic, each text with its state; where it has several pages, page by page. */
export function SheetContents({ review, sheet, sheets }: SheetProps) {
  const { page } = review
  const { words } = page
  if (sheet.of === 1)
    return (
      <details class="parts">
        <summary>{words(phrase('review.contents'))}</summary>
        <SheetTexts review={review} sheet={sheet} isHere={true} />
      </details>
    )
  return (
    <details class="parts">
      <summary>{words(phrase('review.allPages'))}</summary>
      {pagesOf(sheet, sheets).map((each) => (
        <>
          <p>
            <strong>{pageNumber(page, each)}</strong>
          </p>
          <SheetTexts review={review} sheet={each} isHere={each === sheet} />
        </>
      ))}
    </details>
  )
}

/** A link to the first text that nobody has read, on this page or on another of its topic. */
export function FirstOpen({ review, sheet, sheets }: SheetProps) {
  const label = review.page.words(phrase('review.firstOpen'))
  const found = [sheet, ...pagesOf(sheet, sheets)].find(({ units }) => units.some(isOpen))
  const open = found?.units.find(isOpen)
  if (!found || !open) return null
  const fragment = `#${partId(open.key)}`
  return (
    <p class="on-screen">
      {found === sheet ? (
        <a href={fragment}>{label}</a>
      ) : (
        <Go review={review} path={pathOf(review, found)} fragment={fragment}>
          {label}
        </Go>
      )}
    </p>
  )
}

export function SheetNeighbours({ review, sheet, sheets }: SheetProps) {
  const { words } = review.page
  const at = sheets.indexOf(sheet)
  const ways = [
    { to: sheets[at + 1], label: words(phrase('review.next')) },
    { to: sheets[at - 1], label: words(phrase('review.previous')) },
  ]
  return (
    <nav aria-label={words(phrase('review.otherTopics'))} class="neighbours">
      <ul>
        {ways.map(
          ({ to, label }) =>
            to && (
              <li>
                <Go review={review} path={pathOf(review, to)}>
                  {label} <SheetTitle review={review} sheet={to} />
                </Go>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}

/** An address that names a text of another page, as all did while a topic had one, leads to its place in the contents, and the script from there to the text. */
function SheetTexts({
  review,
  sheet,
  isHere,
}: ReviewProps & { readonly sheet: TextSheet; readonly isHere: boolean }) {
  const { page, language } = review
  return (
    <ul>
      {sheet.units.map(({ key, state }) => {
        const [id, heading] = [partId(key), textHeading(page, key, language.nodes)]
        return (
          <li>
            {isHere ? (
              <a href={`#${id}`}>{heading}</a>
            ) : (
              <Go review={review} path={pathOf(review, sheet)} fragment={`#${id}`} id={id}>
                {heading}
              </Go>
            )}
            {language.locale !== language.sourceLocale && ` (${stateName(page, state)})`}
          </li>
        )
      })}
    </ul>
  )
}

function pagesOf({ group }: TextSheet, sheets: readonly TextSheet[]): readonly TextSheet[] {
  return sheets.filter((each) => each.group === group)
}

function pathOf({ language }: ReviewProps['review'], { name }: TextSheet): string {
  return `/review/${language.locale}/${name}`
}
