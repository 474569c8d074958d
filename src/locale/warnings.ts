/**
 * Puts the one sentence for each danger into the texts that name it (`locales/<locale>/warnings.json`).
 *
 * @example
 * withWarnings('It can press on nerves. {{warning.cord}}', warnings, 'sms')
 * // 'It can press on nerves. Call {{emergency}} now if your legs are suddenly weak …'
 */
import type { SpokenAndTexted } from './schema.ts'

/** `{{warning.cord}}`, as it stands in the text of a topic or a rule. */
export const WARNING = /\{\{\s*warning\.([a-z]+)\s*\}\}/g

/** An unknown name stays as it is: `lint/placeholders.ts` reports it. */
export function withWarnings(text: string, warnings: SpokenAndTexted, channel: 'voice' | 'sms'): string {
  return text.replace(WARNING, (whole, name: string) => warnings[name]?.[channel] ?? whole)
}

/** Whether a text begins with a warning. */
export function beginsWithWarning(text: string): boolean {
  return text.search(WARNING) === 0
}
