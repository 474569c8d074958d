/**
 * Who runs the line, how to reach them, and who has approved its words: from `flows/line.yaml`. What is not set is said, too.
 *
 * @example
 * <Operator page={page} /> // "Harbor Cancer Center runs Plainline. Reach us at: line@harbor.example.org"
 */
import { phrase } from '../../locale/phrases.ts'
import { formatDay } from './format-time.ts'
import type { PageProps } from './site.ts'

export function Operator({ page }: PageProps) {
  const { line, words } = page
  const { name, operator } = line.settings
  if (!operator) return <>{words(phrase('info.nobodyNamed'))}</>
  return (
    <>
      {words(phrase('info.runs', { operator: isolate(operator.name), name }))} <Contact page={page} />
    </>
  )
}

/** Where there is no contact, that there is none. */
function Contact({ page }: PageProps) {
  const { line, words } = page
  const contact = line.settings.operator?.contact
  if (!contact) return <>{words(phrase('info.noContact'))}</>
  const [before = '', after = ''] = words(phrase('info.tellUs', { contact: MARK })).split(MARK)
  return (
    <>
      {before}
      <a href={addressOf(contact)} dir="ltr">
        {contact}
      </a>
      {after}
    </>
  )
}

/** Who has approved the words, and when; or that nobody has. */
export function Approval({ page }: PageProps) {
  const { line, words } = page
  const { approved } = line.settings
  if (!approved) return <>{words(phrase('info.notApproved'))}</>
  return (
    <>{words(phrase('info.approved', { by: isolate(approved.by), date: formatDay(page, approved.on) }))}</>
  )
}

/** Stands for the link while its sentence is made; no text has it (Unicode: private use). */
const MARK = '\ue000'

/** In its own direction within words of another (Unicode, UAX 9: FSI and PDI). */
function isolate(name: string): string {
  return `\u2068${name}\u2069`
}

function addressOf(contact: string): string {
  if (contact.startsWith('https://')) return contact
  return contact.startsWith('+') ? `tel:${contact}` : `mailto:${contact}`
}
