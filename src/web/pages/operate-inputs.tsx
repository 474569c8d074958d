/** Parts of the fields of `/operate`: what is wrong, beside its field (WCAG 3.3.1), and the end of a switch. */
import type { Child } from 'hono/jsx'
import type { Today } from '../../flow/today.ts'
import { phrase } from '../../locale/phrases.ts'
import type { TodayField, TodayProblem } from '../../today/check.ts'
import type { PageProps } from './site.ts'

export interface FieldsProps extends PageProps {
  /** As they stand, or as somebody has typed them. */
  readonly today: Today
  readonly problems: readonly TodayProblem[]
}

interface UntilProps extends Omit<FieldsProps, 'today'> {
  readonly name: 'until' | 'peopleUntil'
  readonly timeName: string
  readonly until: string | undefined
}

export function Until({ page, name, timeName, until = '', problems }: UntilProps) {
  const { line, words } = page
  const [date, time = ''] = until.split('T')
  return (
    <>
      <div class="until">
        <label>
          {words(phrase('operate.until'))}
          <input {...inputFor(name, problems, `${name}-hint`)} type="date" value={date} />
        </label>
        <label>
          {words(phrase('operate.time'))}
          <input type="time" name={timeName} value={time} aria-describedby={`${name}-hint`} />
        </label>
      </div>
      <small id={`${name}-hint`}>
        {words(phrase('operate.untilHint', { zone: line.settings.handoff.zone }))}
      </small>
      <Problems page={page} field={name} problems={problems} />
    </>
  )
}

export function inputFor(field: TodayField, problems: readonly TodayProblem[], hint: string) {
  const isWrong = problems.some((each) => each.field === field)
  return {
    id: field,
    name: field,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `${field}-problem ${hint}` : hint,
  }
}

export function Problems({
  page,
  field,
  problems,
}: Omit<FieldsProps, 'today'> & { readonly field: TodayField }): Child {
  const here = problems.filter((each) => each.field === field)
  if (here.length === 0) return null
  return (
    <p class="problem" id={`${field}-problem`}>
      {here.map(({ problem }) => page.words(problem)).join(' ')}
    </p>
  )
}
