/**
 * `/doctor`: what the doctor finds of the account, the number and the server, what is wrong first. Behind the operator's password, and
 * only where the server can look: its sentences are those of `npm run doctor`, which are for operators, in English.
 *
 * @example
 * app.route('/', doctorRoutes(deps, site, cache, guard))
 */
import { Hono, type MiddlewareHandler } from 'hono'
import { SENTENCE_LANGUAGE } from '../../authored/issue.ts'
import type { Diagnosis } from '../../doctor/finding.ts'
import { phrase } from '../../locale/phrases.ts'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { Layout } from './layout.tsx'
import { bestLocale, pageContent } from './send-page.tsx'
import { type PageProps, pageContext, type Site } from './site.ts'

const LEVELS = [
  ['fail', '✗', 'doctor.wrong'],
  ['warn', '!', 'doctor.better'],
  ['ok', '✓', 'doctor.right'],
] as const

export function doctorRoutes(
  { examine }: Pick<Deps, 'examine'>,
  site: Site,
  cache: ResponseCache,
  guard: MiddlewareHandler,
): Hono {
  const app = new Hono()
  if (!examine) return app
  /** Requests that come while it runs wait for its findings: one run asks Twilio some twenty times. */
  let running: Promise<readonly Diagnosis[]> | undefined
  return app.get('/doctor', guard, async (c) => {
    running ??= examine().finally(() => {
      running = undefined
    })
    const findings = await running
    const locale = bestLocale(c, site)
    const page = <DoctorPage page={pageContext(site, locale)} findings={findings} />
    return cache.sendUncached(c, pageContent(locale, page, 'no-store'))
  })
}

function DoctorPage({ page, findings }: PageProps & { readonly findings: readonly Diagnosis[] }) {
  const { words } = page
  const groups = LEVELS.map(([level, sign, title]) => ({
    sign,
    title,
    found: findings.filter((finding) => finding.level === level),
  }))
  return (
    <Layout page={page} title={words(phrase('doctor.title'))} operatorPage="doctor">
      <h1>{words(phrase('doctor.title'))}</h1>
      <p>
        <Sentences text={words(phrase('doctor.intro'))} />
      </p>
      {groups
        .filter(({ found }) => found.length > 0)
        .map(({ sign, title, found }) => (
          <section>
            <h2>
              {sign} {words(phrase(title))}
            </h2>
            <ul lang={SENTENCE_LANGUAGE} dir="ltr">
              {found.map(({ about, what, todo }) => (
                <li>
                  <strong>{about}</strong>: <Sentences text={todo ? `${what} ${todo}` : what} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Layout>
  )
}

/** Text between backticks is code, as in the terminal. */
function Sentences({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
}
