/**
 * Links between the pages behind the operator's password, on each of them, so that nobody needs the manual to find one. Only those that
 * this server has.
 *
 * @example
 * <OperatorNav page={page} current="counts" />
 */
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'
import type { Deps } from '../deps.ts'
import type { PageProps } from './site.ts'

const LINKS = {
  counts: ['/usage', phrase('operate.counts')],
  week: ['/usage/week', phrase('operate.week')],
  today: ['/operate', phrase('operate.today')],
  doctor: ['/doctor', phrase('operate.doctor')],
  review: ['/review', phrase('operate.review')],
} as const satisfies Readonly<Record<string, readonly [path: string, label: Wording]>>

export type OperatorPage = keyof typeof LINKS

export function operatorPagesOf({
  today,
  examine,
  review,
}: Pick<Deps, 'today' | 'examine' | 'review'>): readonly OperatorPage[] {
  return [
    'counts',
    'week',
    ...(today ? (['today'] as const) : []),
    ...(examine ? (['doctor'] as const) : []),
    ...(review ? (['review'] as const) : []),
  ]
}

export function OperatorNav({ page, current }: PageProps & { readonly current: OperatorPage }) {
  const { base, locale, operatorPages, words } = page
  return (
    <nav class="operators" aria-label={words(phrase('operate.links'))}>
      <ul>
        {operatorPages.map((each) => {
          const [path, label] = LINKS[each]
          return (
            <li>
              <a
                href={`${base}${path}?language=${locale}`}
                aria-current={each === current ? 'page' : undefined}
              >
                {words(label)}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
