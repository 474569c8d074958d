/** What the pages of `/review` share: the language that is reviewed, beside that of the page, and links that keep what is not sent yet. */
import type { Child } from 'hono/jsx'
import type { LocaleSettings } from '../../locale/locale-settings.ts'
import { phrase } from '../../locale/phrases.ts'
import type { ReviewState, TextState } from '../../locale/review.ts'
import type { Group, GroupCounts } from '../../review/groups.ts'
import type { Language } from '../../review/language.ts'
import type { TextSheet } from '../../review/sheets.ts'
import { Layout } from './layout.tsx'
import { PENDING } from './review-form.ts'
import type { PageContext, PageProps } from './site.ts'

export interface ReviewPage {
  readonly page: PageContext
  /** `?language=…` where the reader has asked for one. */
  readonly query: string
  readonly language: Language
  readonly source: LocaleSettings | undefined
  /** Where nothing is written: the rows to send back, as CSV; empty before the first. */
  readonly pending: string
  readonly canWrite: boolean
}

export interface ReviewProps {
  readonly review: ReviewPage
}

const STATE_NAMES = {
  draft: phrase('review.draft'),
  stale: phrase('review.stale'),
  reviewed: phrase('review.reviewed'),
  approved: phrase('review.approved'),
} as const satisfies Readonly<Record<TextState | ReviewState, object>>

const FILE_NAMES: Readonly<Record<string, ReturnType<typeof phrase>>> = {
  directory: phrase('review.directory'),
  pages: phrase('review.pages'),
  phrases: phrase('review.phrases'),
  replies: phrase('review.replies'),
  rules: phrase('review.rules'),
  warnings: phrase('review.warnings'),
}

export function ReviewLayout({
  page,
  title,
  description,
  path,
  isOneLanguage,
  children,
}: PageProps & {
  readonly title: string
  readonly description?: string
  readonly path: string
  /** A link to another page, or to another language of this one, would lose what is not sent yet. */
  readonly isOneLanguage?: boolean
  readonly children?: Child
}) {
  const links = {
    pathFor: (each: string) => `${path}?language=${each}`,
    operatorPage: 'review',
  } as const
  return (
    <Layout
      page={page}
      title={title}
      description={description}
      styles={['pages.css', 'review.css']}
      script="review.js"
      {...(isOneLanguage ? {} : links)}
    >
      {children}
    </Layout>
  )
}

/**
 * A link, which the script of the page turns into a press of a button while a comment is not saved; or a button of the form around it, where
 * rows that are not sent yet must come along.
 */
export function Go({
  review,
  path,
  fragment = '',
  id,
  children,
}: ReviewProps & {
  readonly path: string
  /** With its `#`. */
  readonly fragment?: string
  readonly id?: string
  readonly children?: Child
}) {
  const to = review.page.base + path + review.query + fragment
  if (review.pending === '')
    return (
      <a href={to} class="go" id={id}>
        {children}
      </a>
    )
  return (
    <button type="submit" class="link" formaction={to} id={id}>
      {children}
    </button>
  )
}

export function Pending({ review }: ReviewProps) {
  return review.pending === '' ? null : <input type="hidden" name={PENDING} value={review.pending} />
}

/** How many of how many are read, and what else there is to say of them. */
export function Progress({ page: { words }, counts }: PageProps & { readonly counts: GroupCounts }) {
  const { all, reviewed, approved, stale, missing, red, open } = counts
  const facts = [
    phrase('review.progress', { done: reviewed + approved, all }),
    ...(approved > 0 ? [phrase('review.countApproved', { texts: approved })] : []),
    ...(stale > 0 ? [phrase('review.countStale', { texts: stale })] : []),
    ...(missing > 0 ? [phrase('review.countMissing', { texts: missing })] : []),
    ...(red > 0 ? [phrase('review.countRed', { texts: red, open })] : []),
  ]
  return <span>{facts.map((fact) => words(fact)).join(' · ')}</span>
}

/** The same with a bar. */
export function Overall({
  page,
  counts,
  label,
}: PageProps & { readonly counts: GroupCounts; readonly label: string }) {
  return (
    <p>
      <progress value={counts.reviewed + counts.approved} max={counts.all} aria-label={label} />
      <Progress page={page} counts={counts} />
    </p>
  )
}

export function stateName({ words }: PageContext, state: TextState): string {
  return words(STATE_NAMES[state])
}

/** The title of a group in the source language and in the reviewed one. A file has a name in the language of the page. */
export function groupTitle(review: ReviewPage, group: Group) {
  const { locale, sourceLocale } = review.language
  const { source, text, number } = titlesOf(review, group)
  if (number === undefined && group.kind === 'around') return <>{source}</>
  return (
    <>
      {number !== undefined && `${number} `}
      <bdi lang={sourceLocale}>{source}</bdi>
      {text && locale !== sourceLocale && (
        <>
          {' – '}
          <bdi lang={locale}>{text}</bdi>
        </>
      )}
    </>
  )
}

/** The title of the group of a sheet, and which of its pages it is. */
export function SheetTitle({ review, sheet }: ReviewProps & { readonly sheet: TextSheet }) {
  return (
    <>
      {groupTitle(review, sheet.group)}
      {sheet.of > 1 && ` · ${pageNumber(review.page, sheet)}`}
    </>
  )
}

/** @example pageNumber(page, sheet) // 'Page 2 of 3' */
export function pageNumber({ words }: PageContext, { at, of }: TextSheet): string {
  return words(phrase('review.page', { at, of }))
}

/** The same as plain words, in the language that is reviewed where it is written. */
export function groupWords(review: ReviewPage, group: Group): string {
  const { source, text } = titlesOf(review, group)
  return text ?? source
}

function titlesOf({ page, language }: ReviewPage, { name, kind, units }: Group) {
  if (kind === 'around') {
    const [file = '', piece] = name.split('.')
    const title = FILE_NAMES[file] ? page.words(FILE_NAMES[file]) : file
    return { source: piece ? `${title}: ${piece}` : title }
  }
  const title = units.find(({ key }) => key === `nodes.${name}.title`)
  const node = language.nodes[name]
  return {
    source: title?.source ?? name,
    text: title?.text,
    number: node && 'number' in node ? node.number : undefined,
  }
}

export function languageName(language: Language): string {
  return language.settings?.name ?? language.locale
}
