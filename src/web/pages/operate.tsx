/** `/operate`: today's switches as a form, what people hear and read with them, and what came of the last change. Without a script. */

import { SENTENCE_LANGUAGE } from '../../authored/issue.ts'
import type { Today } from '../../flow/today.ts'
import type { Line } from '../../line/line.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import { changedSwitches, switchesInUse, type TodaySwitch } from '../../today/changes.ts'
import { type FirstWords, firstWords } from '../../today/first-words.ts'
import { SECONDS_TO_EVERYWHERE } from '../../today/keeper.ts'
import type { KnownToday } from '../../today/rows.ts'
import { Layout } from './layout.tsx'
import {
  AnnouncementFields,
  HolidayFields,
  NumberFields,
  OffFields,
  PeopleFields,
} from './operate-fields.tsx'
import type { FieldsProps } from './operate-inputs.tsx'
import { type PageContext, type PageProps, pageContext } from './site.ts'

const MOST_FAULTS = 10

export interface OperateProps extends FieldsProps {
  /** What stands in the database. */
  readonly known: KnownToday
  readonly token: string
  /** The line with the switches of the form, or those that stand. */
  readonly told: Line
  readonly isPreview?: boolean
  /** Whether the files can be reloaded. */
  readonly mayReload: boolean
  /** What keeps the files from being told, as `npm run lines` says it. */
  readonly faults?: readonly string[]
  /** The outcome of the last form. */
  readonly outcome?: Wording | undefined
  readonly saved?: readonly TodaySwitch[]
  /** The switches of an operator who was too late: somebody else had saved before. */
  readonly yours?: Today | undefined
}

export function OperatePage(props: OperateProps) {
  const { page, known, token, problems, saved = [], outcome, yours, mayReload, faults = [] } = props
  const { line, base, locale, words } = page
  const title = words(phrase('operate.title', { name: line.settings.name }))
  return (
    <Layout
      page={page}
      title={title}
      pathFor={(each) => `/operate?language=${each}`}
      styles={['pages.css', 'operate.css']}
      operatorPage="today"
    >
      <h1>{title}</h1>
      {problems.length > 0 && <Summary page={page} problems={problems} />}
      {outcome && (
        <p role="alert" class="problem" tabindex={-1} autofocus>
          {words(outcome)}
        </p>
      )}
      {faults.length > 0 && (
        <ul lang={SENTENCE_LANGUAGE} dir="ltr">
          {faults.slice(0, MOST_FAULTS).map((fault) => (
            <li>{fault}</li>
          ))}
        </ul>
      )}
      {saved.length > 0 && (
        <p role="status" class="saved" tabindex={-1} autofocus>
          {words(phrase('operate.saved', { switches: namesOf(page, saved) }))}{' '}
          {words(phrase('operate.within', { seconds: SECONDS_TO_EVERYWHERE }))}
        </p>
      )}
      {yours && <Yours page={page} known={known} yours={yours} />}
      <p>{words(phrase('operate.intro'))}</p>
      <Standing page={page} known={known} />
      <form action={`${base}/operate?language=${locale}`} method="post" class="operate">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="version" value={known.version} />
        <AnnouncementFields {...props} />
        <PeopleFields {...props} />
        <HolidayFields {...props} />
        <NumberFields {...props} />
        <OffFields {...props} />
        <p class="actions">
          <button type="submit" name="do" value="save">
            {words(phrase('operate.save'))}
          </button>
          <button type="submit" name="do" value="preview" class="second">
            {words(phrase('operate.preview'))}
          </button>
        </p>
      </form>
      <Preview {...props} />
      {mayReload && (
        <form action={`${base}/operate/reload?language=${locale}`} method="post">
          <h2>{words(phrase('operate.files'))}</h2>
          <p>{words(phrase('operate.filesWhat'))}</p>
          <input type="hidden" name="token" value={token} />
          <p class="actions">
            <button type="submit">{words(phrase('operate.reload'))}</button>
          </p>
        </form>
      )}
    </Layout>
  )
}

/** It gets the focus, and leads to each field that is wrong (WCAG 3.3.1, and GOV.UK's error summary). */
function Summary({ page, problems }: Omit<FieldsProps, 'today'>) {
  const { words } = page
  return (
    <div role="alert" class="problem" tabindex={-1} autofocus>
      <p>{words(phrase('operate.mend'))}</p>
      <ul>
        {problems.map(({ field, problem }) => (
          <li>
            <a href={`#${field}`}>{words(problem)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Standing({ page, known }: PageProps & Pick<OperateProps, 'known'>) {
  const { line, locale, words } = page
  const { zone } = line.settings.handoff
  const inUse = switchesInUse(known.today)
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return (
    <p>
      <strong>
        {words(
          inUse.length > 0
            ? phrase('operate.switched', { switches: namesOf(page, inUse) })
            : phrase('operate.asUsual'),
        )}
      </strong>{' '}
      {known.changedAt > 0 &&
        words(phrase('operate.changedAt', { time: format.format(known.changedAt), zone }))}
    </p>
  )
}

/** So that nobody has to write an announcement again. */
function Yours({ page, known, yours }: PageProps & { readonly known: KnownToday; readonly yours: Today }) {
  const { words } = page
  return (
    <section>
      <h2>{words(phrase('operate.yours'))}</h2>
      <p>{namesOf(page, changedSwitches(known.today, yours))}</p>
      {Object.entries(yours.announcement?.words ?? {}).map(([locale, written]) => (
        <p lang={locale} dir={pageContext(page, locale).settings.direction}>
          {written}
        </p>
      ))}
    </section>
  )
}

function Preview({ page, told, isPreview = false }: OperateProps) {
  const { line, texts, words } = page
  const isAnnounced = Object.keys(told.today?.announcement ?? {}).length > 0
  return (
    <section id="preview">
      {/* Far below the button: the focus brings it into view. */}
      <h2 {...(isPreview ? { tabindex: -1, autofocus: true } : {})}>
        {words(phrase(isPreview ? 'operate.then' : 'operate.now'))}
      </h2>
      {line.settings.locales.map((locale) => {
        const { name, direction } = pageContext(page, locale).settings
        const { heard, read }: FirstWords = firstWords(told, texts, locale)
        return (
          <details open={isPreview}>
            <summary>{name}</summary>
            {isAnnounced && !told.today?.announcement[locale] && (
              <p>{words(phrase('operate.silent', { language: name }))}</p>
            )}
            {heard.length > 0 && <h3>{words(phrase('operate.heard'))}</h3>}
            <p lang={locale} dir={direction}>
              {heard.join(' ')}
            </p>
            <h3>{words(phrase('operate.read'))}</h3>
            <p lang={locale} dir={direction} class="text">
              {read}
            </p>
          </details>
        )
      })}
    </section>
  )
}

function namesOf({ words }: PageContext, switches: readonly TodaySwitch[]): string {
  return switches.map((each) => words(phrase(`operate.${each}`))).join(', ')
}
