/**
 * `flows/sources.yaml`: the publications that facts are taken from.
 *
 * @example
 * mandal2023:
 *   title: What is Metastatic Breast Cancer?
 *   publisher: News-Medical
 *   date: 2023-01-20
 *   url: https://www.news-medical.net/health/What-is-Metastatic-Breast-Cancer.aspx
 */
import { z } from 'zod'

export const sourcesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    date: z.string().min(4).describe('A date, a year, or "undated"'),
    url: z.url().optional(),
  }),
)

export type Sources = z.infer<typeof sourcesSchema>
