/**
 * `flows/sources.yaml`: the publications that facts are taken from.
 *
 * @example
 * mandal2023:
 *   title: What is Metastatic Breast Cancer?
 *   publisher: News-Medical
 *   date: 2023-01-20   # or: read 2026-11-26
 *   url: https://www.news-medical.net/health/What-is-Metastatic-Breast-Cancer.aspx
 */
import { z } from 'zod'
import { dayFirst, isDate } from './fields.ts'

const sourceSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  date: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?|read \d{4}-\d{2}-\d{2}|undated)$/, { error: dateAdvice })
    .refine((date) => !date.includes('-') || isDate(date.replace('read ', '')), { error: dateAdvice })
    .describe(
      'When it was published or revised; "read 2026-11-26" where it does not say; "undated" is a warning',
    ),
  url: z.url().optional(),
})

export const sourcesSchema = z.record(
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'Write it in small letters, digits and hyphens, such as "mandal2023"'),
  sourceSchema,
)

export type Publication = z.infer<typeof sourceSchema>
export type Sources = z.infer<typeof sourcesSchema>

function dateAdvice({ input }: { readonly input?: unknown }): string {
  return `Write when it was published or revised, as ${dayFirst(input) ?? '2023-01-20'}, 2023-01 or "2023"; else when it was read, as read 2026-11-26`
}
