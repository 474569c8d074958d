/** The fields of `/operate`: one fieldset a switch, each error beside its field (WCAG 3.3.1). */
import { openHoursText } from '../../line/hours.ts'
import { nodeText } from '../../line/place.ts'
import { themesOf } from '../../line/themes.ts'
import { canBeOff } from '../../line/today.ts'
import { phrase } from '../../locale/phrases.ts'
import { MOST_ANNOUNCEMENT_SECONDS } from '../../today/check-words.ts'
import { type FieldsProps, inputFor, Problems, Until } from './operate-inputs.tsx'
import { pageContext } from './site.ts'

export function AnnouncementFields({ page, today, problems }: FieldsProps) {
  const { line, words } = page
  const { announcement } = today
  const written = line.settings.announcement
  return (
    <fieldset>
      <legend>{words(phrase('operate.announcement'))}</legend>
      <p id="announcement-hint">
        {words(phrase('operate.announcementHint', { seconds: MOST_ANNOUNCEMENT_SECONDS }))}
      </p>
      {written && (
        <p>{words(phrase('operate.announcedInFiles', { date: written.until.replace('T', ' ') }))}</p>
      )}
      {line.settings.locales.map((locale) => {
        const { name, direction } = pageContext(page, locale).settings
        const field = `words.${locale}` as const
        return (
          <>
            <label for={field}>{words(phrase('operate.wordsIn', { language: name }))}</label>
            <textarea
              {...inputFor(field, problems, 'announcement-hint')}
              rows={2}
              lang={locale}
              dir={direction}
              autocomplete="off"
            >
              {announcement?.words[locale] ?? ''}
            </textarea>
            <Problems page={page} field={field} problems={problems} />
          </>
        )
      })}
      <Until page={page} name="until" timeName="time" until={announcement?.until} problems={problems} />
    </fieldset>
  )
}

export function OffFields({ page, today, problems }: FieldsProps) {
  const { line, locale, words } = page
  const themes = themesOf(line, locale).map(({ slug, topics }) => ({
    slug,
    topics: topics.filter((topic) => canBeOff(line, topic.slug)),
  }))
  const inFiles = line.settings.off ?? []
  const topicsInFiles = inFiles.map((slug) => words(nodeText(slug, 'title'))).join(', ')
  return (
    <fieldset id="off">
      <legend>{words(phrase('operate.off'))}</legend>
      <p>{words(phrase('operate.offHint'))}</p>
      {inFiles.length > 0 && <p>{words(phrase('operate.offInFiles', { topics: topicsInFiles }))}</p>}
      <Problems page={page} field="off" problems={problems} />
      {themes
        .filter(({ topics }) => topics.length > 0)
        .map(({ slug: theme, topics }) => (
          <details open={topics.some(({ slug }) => today.off.includes(slug))}>
            <summary>{words(nodeText(theme, 'title'))}</summary>
            {topics.map(({ slug, number }) => (
              <label>
                <input type="checkbox" name="off" value={slug} checked={today.off.includes(slug)} />
                {words(nodeText(slug, 'title'))} ({number})
              </label>
            ))}
          </details>
        ))}
    </fieldset>
  )
}

export function PeopleFields({ page, today, problems }: FieldsProps) {
  const { line, locale, words } = page
  const { handoff, locales } = line.settings
  const { people } = today
  const hours = openHoursText(handoff, [locale, ...locales])
  const choices = [
    ['as-usual', phrase('operate.peopleUsual', { hours })],
    ['open', phrase('operate.peopleOpen')],
    ['closed', phrase('operate.peopleClosed')],
  ] as const
  return (
    <fieldset id="people">
      <legend>{words(phrase('operate.people'))}</legend>
      {choices.map(([value, label]) => (
        <label>
          <input type="radio" name="people" value={value} checked={people.open === value} />
          {words(label)}
        </label>
      ))}
      <Problems page={page} field="people" problems={problems} />
      <Until
        page={page}
        name="peopleUntil"
        timeName="peopleTime"
        until={people.open === 'as-usual' ? undefined : people.until}
        problems={problems}
      />
    </fieldset>
  )
}

export function HolidayFields({ page, today, problems }: FieldsProps) {
  const { words } = page
  return (
    <fieldset>
      <legend>
        <label for="holidays">{words(phrase('operate.holidays'))}</label>
      </legend>
      <p id="holidays-hint">{words(phrase('operate.holidaysHint'))}</p>
      <textarea {...inputFor('holidays', problems, 'holidays-hint')} rows={3} autocomplete="off">
        {today.holidays.join('\n')}
      </textarea>
      <Problems page={page} field="holidays" problems={problems} />
    </fieldset>
  )
}

export function NumberFields({ page, today, problems }: FieldsProps) {
  const { line, words } = page
  const number = line.settings.handoff.number ?? phrase('operate.nobodyYet')
  return (
    <fieldset>
      <legend>
        <label for="number">{words(phrase('operate.number'))}</label>
      </legend>
      <p id="number-hint">{words(phrase('operate.numberHint', { number }))}</p>
      <input
        {...inputFor('number', problems, 'number-hint')}
        type="tel"
        dir="ltr"
        value={today.number ?? ''}
        autocomplete="off"
      />
      <Problems page={page} field="number" problems={problems} />
    </fieldset>
  )
}
