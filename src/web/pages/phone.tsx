/**
 * `/phone`: one object with a bar, a keypad, a transcript and a text thread, driven by `src/web/client/phone.ts`. The controls are disabled until that script
 * runs: without it, the form would put a text into the URL of the page.
 */
import { raw } from 'hono/html'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { Button, CallPanel } from './phone-call.tsx'
import { NO_COUNTRY, phoneData } from './phone-data.ts'
import type { PageProps } from './site.ts'

export function PhonePage({ page }: PageProps) {
  const { line, words } = page
  const title = words(phrase('phone.title', { name: line.settings.name }))
  return (
    <Layout
      page={page}
      title={title}
      description={words(phrase('phone.intro'))}
      pathFor={(each) => `/phone?language=${each}`}
      styles={['pages.css', 'phone.css']}
      script="phone.js"
    >
      <h1>{title}</h1>
      <p>{words(phrase('phone.intro'))}</p>
      <noscript>
        <p>{words(phrase('phone.needsScript'))}</p>
      </noscript>
      {/* Data, not a script: the Content-Security-Policy for scripts does not apply. */}
      <script type="application/json" id="data">
        {raw(JSON.stringify(phoneData(page)).replaceAll('<', '\\u003c'))}
      </script>
      <p id="linked" class="lead" role="status" />
      <Settings page={page} />
      <div id="phone">
        <Bar page={page} />
        <Tabs page={page} />
        <div class="panels">
          <CallPanel page={page} />
          <ThreadPanel page={page} />
        </div>
      </div>
      <Leaving page={page} />
    </Layout>
  )
}

/** Asked in a call, before a link of the page would end it. */
function Leaving({ page }: PageProps) {
  const { words } = page
  return (
    <dialog id="leaving" aria-labelledby="leaving-words">
      <form method="dialog">
        <p id="leaving-words">{words(phrase('phone.leaving'))}</p>
        <p class="actions">
          <Button type="submit" value="stay" label={words(phrase('phone.stay'))} />
          <Button type="submit" class="second" value="leave" label={words(phrase('phone.leave'))} />
        </p>
      </form>
    </dialog>
  )
}

function Settings({ page }: PageProps) {
  const { words } = page
  return (
    <div class="settings">
      <Countries page={page} />
      <label id="voice-label" hidden>
        {words(phrase('phone.voice'))}
        <select id="voice" autocomplete="off" />
      </label>
      <label class="check">
        <input type="checkbox" id="aloud" autocomplete="off" checked />
        {words(phrase('phone.aloud'))}
      </label>
    </div>
  )
}

function Countries({ page }: PageProps) {
  const { line, locale, words } = page
  const names = line.locales[locale]?.resources.directory ?? {}
  return (
    <label>
      {words(phrase('phone.country'))}
      <select id="country" autocomplete="off">
        {Object.keys(line.directory).map((country) => (
          <option value={country} selected={country === line.settings.country}>
            {names[country]?.name ?? country}
          </option>
        ))}
        <option value={NO_COUNTRY}>{words(phrase('phone.otherCountry'))}</option>
      </select>
    </label>
  )
}

/** It stays in view, so that a call can be ended from the keypad and from the texts. */
function Bar({ page }: PageProps) {
  const { words } = page
  return (
    <div class="bar" id="bar">
      <p class="actions">
        <Button id="dial" disabled label={words(phrase('phone.callNow'))} />
        <Button id="hang-up" class="second" disabled label={words(phrase('phone.hangUp'))} />
        <span role="timer" id="elapsed" aria-label={words(phrase('phone.elapsed'))} />
      </p>
      <p>
        <span role="status" id="state">
          {words(phrase('phone.idle'))}
        </span>{' '}
        <span role="timer" id="timer" />
      </p>
    </div>
  )
}

/** The script shows them on a small screen alone. */
function Tabs({ page }: PageProps) {
  const { words } = page
  const tabs = { call: phrase('phone.call'), texts: phrase('phone.thread') }
  return (
    <div role="tablist" id="tabs" aria-label={words(phrase('phone.tabs'))} hidden>
      {Object.entries(tabs).map(([panel, label]) => (
        <Button role="tab" class="second" id={`${panel}-tab`} aria-controls={panel} label={words(label)} />
      ))}
    </div>
  )
}

function ThreadPanel({ page }: PageProps) {
  const { words } = page
  return (
    <section aria-labelledby="thread-title" id="texts">
      <h2 id="thread-title">{words(phrase('phone.thread'))}</h2>
      <div role="log" aria-labelledby="thread-title" id="thread" tabindex={0} />
      <form id="write">
        <label>
          {words(phrase('phone.write'))}
          <textarea name="words" rows={2} maxlength={1600} autocomplete="off" required disabled />
        </label>
        <p class="actions">
          <Button type="submit" disabled label={words(phrase('phone.send'))} />
          <Button class="second" id="anew" disabled label={words(phrase('phone.anew'))} />
        </p>
      </form>
      <p role="alert" id="thread-trouble" />
    </section>
  )
}
