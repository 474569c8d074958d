/**
 * Whether the files that answer while the line fails are where the number says: those on other servers, not Twilio's own.
 *
 * @example
 * await checkFallbacks('+15555550100', own, 'https://line.example.org', fetch)
 */
import { type Diagnosis, fail, ok } from '../finding.ts'
import type { OwnNumber } from '../own-numbers.ts'
import type { Fetch } from './self-call.ts'

const TIMEOUT_MS = 15_000

export async function checkFallbacks(
  phone: string,
  { number }: OwnNumber,
  publicUrl: string,
  fetch: Fetch,
): Promise<readonly Diagnosis[]> {
  const fallbacks = [
    [number.voice_fallback_url, number.voice_fallback_method],
    [number.sms_fallback_url, number.sms_fallback_method],
  ] as const
  const elsewhere = fallbacks.flatMap(([url, method]) =>
    url && URL.canParse(url) && isElsewhere(new URL(url).hostname, publicUrl) ? [{ url, method }] : [],
  )
  const problems = await Promise.all(elsewhere.map((each) => problemOf(each, fetch)))
  return elsewhere.map(({ url }, index) => {
    const problem = problems[index]
    return problem
      ? fail(
          phone,
          `The fallback ${url} is no answer (${problem}).`,
          'Put there what `npm run fallback` writes (docs/operations.md, "Answers that hold without us").',
        )
      : ok(phone, `The fallback ${url} is there.`)
  })
}

/** A TwiML Bin answers Twilio only, and one on the line's own server is checked with it. */
function isElsewhere(host: string, publicUrl: string): boolean {
  return !/(^|\.)twilio\.com$|\.twil\.io$/.test(host) && host !== new URL(publicUrl).hostname
}

async function problemOf(
  { url, method }: { readonly url: string; readonly method: string | null },
  fetch: Fetch,
): Promise<string | undefined> {
  try {
    const response = await fetch(url, { method: method ?? 'POST', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) return `${method} gives ${response.status}`
    return (await response.text()).includes('<Response') ? undefined : 'it is no TwiML'
  } catch {
    return 'it cannot be reached from here'
  }
}
