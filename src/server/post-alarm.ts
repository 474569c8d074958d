/**
 * Posts a sentence to the address of the operator, outside of any request: a second time after a minute where the first fails, and then
 * never again.
 *
 * @example
 * const poster = createPoster('https://hooks.example.org/services/T0/B0', (sentence) => log.warn(sentence))
 * poster.post({ text: 'Plainline: the counts could not be written …', kind: 'counts' })
 */
import type { BoundKind } from './bounds.ts'

/** `text` is the field that Slack and Mattermost show. */
interface OperatorPost {
  readonly text: string
  readonly kind: BoundKind
}

const TIMEOUT_MS = 10_000
const RETRY_MS = 60_000

/** `warn` is given a sentence without the address, which is a secret. */
export function createPoster(url: string, warn: (sentence: string) => void) {
  const closing = new AbortController()
  const retries = new Set<NodeJS.Timeout>()

  const tellFailure = ({ kind, text }: OperatorPost, problem: string) =>
    warn(
      `The alarm "${kind}" could not be sent to ALARM_URL, twice: ${problem}. Try the address with curl. It said: ${text}`,
    )

  const tryPost = async (post: OperatorPost, onProblem: (problem: string) => void) => {
    const problem = await send(url, post, closing.signal)
    if (problem !== null && !closing.signal.aborted) onProblem(problem)
  }

  const retryLater = (post: OperatorPost) => {
    const retry = setTimeout(() => {
      retries.delete(retry)
      void tryPost(post, (problem) => tellFailure(post, problem))
    }, RETRY_MS).unref()
    retries.add(retry)
  }

  return {
    /** Returns at once. */
    post: (post: OperatorPost): void => void tryPost(post, () => retryLater(post)),
    close(): void {
      closing.abort()
      for (const retry of retries) clearTimeout(retry)
    },
  }
}

/** Null, or what went wrong. Never rejects. */
async function send(url: string, post: OperatorPost, closing: AbortSignal): Promise<string | null> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS).unref()
  try {
    const { ok, status, body } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(post),
      // A POST that is redirected becomes a GET, which answers 200 and tells nobody.
      redirect: 'error',
      signal: AbortSignal.any([closing, timeout.signal]),
    })
    await body?.cancel()
    return ok ? null : `it answered ${status}`
  } catch (error) {
    return timeout.signal.aborted ? `it did not answer within ${TIMEOUT_MS / 1000} seconds` : reasonOf(error)
  } finally {
    clearTimeout(timer)
  }
}

/** `fetch` says "fetch failed", and why in its cause. Only the code of it: messages may repeat the address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return `it cannot be reached (${cause.code})`
  return 'it cannot be reached, or sends elsewhere'
}
