/** One text to review: its source beside it, where it is heard and how long it is, who says so, who has read it, and what to say of it. */

import type { LocaleSettings } from '../../locale/locale-settings.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Language, Unit } from '../../review/language.ts'
import { textPlace } from '../../review/notes.ts'
import { markOf, type Refusal, type SheetEntry } from '../../review/sheet.ts'
import { backTranslationOf } from '../../review/sign.ts'
import { type ToldPiece, toldPieces } from '../../review/told.ts'
import { withoutBreaths } from '../../voice/speech.ts'
import { Facts, Length, SignedBy } from './review-about.tsx'
import { SourceChanges } from './review-changes.tsx'
import { backName, commentName, markName, SIGN } from './review-form.ts'
import { languageName, type ReviewProps, stateName } from './review-page.tsx'
import type { PageContext, PageProps } from './site.ts'

interface ReviewTextProps extends ReviewProps {
  readonly unit: Unit
  /** By key, the texts that stand in place of placeholders, in either language. */
  readonly texts: Readonly<Record<'source' | 'text', ReadonlyMap<string, string>>>
  /** The ids of the publications, as the page numbers them. */
  readonly sources: readonly string[]
  /** What the reviewer wrote, where it was refused. */
  readonly unsent: SheetEntry | undefined
  readonly refusal: Refusal | undefined
}

export const REFUSALS = {
  changed: phrase('review.changed'),
  'not-written': phrase('review.notWritten'),
  'no-back-translation': phrase('review.lacksBack'),
} as const satisfies Readonly<Record<Refusal, Wording>>

export function ReviewText({ review, unit, texts, sources, unsent, refusal }: ReviewTextProps) {
  const { page, language, source } = review
  const { words, line } = page
  const { key, state, text, isRed } = unit
  const id = partId(key)
  const emergency = line.directory[line.settings.country]?.emergency.number ?? ''
  const isSource = language.locale === language.sourceLocale
  const told = toldPieces(key, text ?? '', texts.text, emergency)
  return (
    <section class="text" id={id} aria-labelledby={`${id}-name`} tabindex={-1}>
      <h3 id={`${id}-name`}>{textHeading(page, key, language.nodes)}</h3>
      {refusal && <p class="problem">{words(REFUSALS[refusal])}</p>}
      <p class="facts">
        {!isSource && (
          <strong class={`state ${state}`}>{stateName(page, text === undefined ? 'draft' : state)}</strong>
        )}
        {isRed && <strong class="red">{words(phrase('review.redList'))}</strong>}
        <Length page={page} unit={unit} told={told} settings={language.settings} locale={language.locale} />
        <SignedBy page={page} unit={unit} />
      </p>
      {state === 'stale' && (
        <>
          <p class="problem">{words(phrase('review.sourceChanged'))}</p>
          <SourceChanges review={review} unit={unit} sources={texts.source} emergency={emergency} />
        </>
      )}
      <div class={isSource ? '' : 'pair'}>
        {!isSource && (
          <Words
            name={source?.name ?? language.sourceLocale}
            locale={language.sourceLocale}
            settings={source}
            pieces={toldPieces(key, unit.source, texts.source, emergency)}
          />
        )}
        <div>
          {text === undefined ? (
            <p>{words(phrase('review.notWritten'))}</p>
          ) : (
            <>
              <Words
                name={languageName(language)}
                locale={language.locale}
                settings={language.settings}
                pieces={told}
                id={`${id}-words`}
              />
              <button type="button" class="second hear" data-hear={`${id}-words`} hidden>
                {words(phrase('review.hear'))}
              </button>
            </>
          )}
        </div>
      </div>
      <Facts page={page} textKey={key} nodes={language.nodes} sources={sources} />
      {!isSource && text !== undefined && <Notes page={page} unit={unit} unsent={unsent} />}
    </section>
  )
}

/** @example partId('nodes.bone.voice.where') // 'part-voice-where' */
export function partId(key: string): string {
  const names = key.split('.')
  return ['part', ...names.slice(names[0] === 'nodes' ? 2 : 1)].join('-')
}

/** Whether nobody has read a text as it stands. */
export function isOpen({ state, text }: Unit): boolean {
  return text !== undefined && (state === 'draft' || state === 'stale')
}

export function textHeading({ words }: PageContext, key: string, nodes: Language['nodes']): string {
  const { channel, part, words: rest } = textPlace(key, nodes)
  const by = channel && words(phrase(channel === 'voice' ? 'script.byPhone' : 'script.byText'))
  if (part) return words(phrase('review.part', { by: by ?? '', ...part }))
  if (!key.startsWith('nodes.')) return by ? `${rest} (${by})` : rest
  if (by) return `${by}: ${rest.split(' ').slice(1).join(' ')}`
  return words(phrase(rest === 'label' ? 'review.label' : 'review.titleText'))
}

function Words({
  name,
  locale,
  settings,
  pieces,
  id,
}: {
  readonly name: string
  readonly locale: string
  readonly settings: LocaleSettings | undefined
  readonly pieces: readonly ToldPiece[]
  readonly id?: string
}) {
  return (
    <div class="words" lang={locale} dir={settings?.direction ?? 'auto'}>
      <p class="of">{name}</p>
      <p id={id}>
        {pieces.map(({ words, isFilled }) => {
          const told = withoutBreaths(words)
          return isFilled ? <mark>{told}</mark> : told
        })}
      </p>
    </div>
  )
}

function Notes({
  page,
  unit,
  unsent,
}: PageProps & { readonly unit: Unit; readonly unsent: SheetEntry | undefined }) {
  const { words } = page
  const { key, isRed } = unit
  const heading = `${partId(key)}-name`
  const comment = unsent?.comment ?? unit.row?.comment ?? ''
  return (
    <>
      <input type="hidden" name={markName(key)} value={markOf(unit)} />
      {isRed && (
        <label>
          {words(phrase('review.back'))}
          <textarea name={backName(key)} rows={2} dir="auto" aria-describedby={heading}>
            {unsent?.backTranslation ?? backTranslationOf(unit)}
          </textarea>
        </label>
      )}
      <details open={comment !== ''}>
        <summary>{words(phrase('review.comment'))}</summary>
        <textarea
          name={commentName(key)}
          rows={3}
          dir="auto"
          aria-label={words(phrase('review.comment'))}
          aria-describedby={heading}
        >
          {comment}
        </textarea>
      </details>
      <button type="submit" name={SIGN} value={key} aria-describedby={heading}>
        {words(phrase('review.signOne'))}
      </button>
    </>
  )
}
