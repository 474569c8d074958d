/**
 * `/phone`: a keypad and a text thread, driven by `src/web/client/phone.ts`. The controls are disabled until that script
 * runs: without it, the form would put a text into the URL of the page.
 */
import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { phoneData } from './phone-data.ts'
import type { PageProps } from './site.ts'

const KEYPAD = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
/** ISO 3166-1 reserves this code for private use, so no directory has it. */
const NO_COUNTRY = 'ZZ'

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
      <Countries page={page} />
      <div class="channels">
        <Call page={page} />
        <Thread page={page} />
      </div>
    </Layout>
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

function Call({ page }: PageProps) {
  const { words } = page
  const keyNames: Record<string, string> = {
    '*': words(phrase('phone.star')),
    '#': words(phrase('phone.pound')),
  }
  return (
    <section aria-labelledby="call-title" id="call">
      <h2 id="call-title">{words(phrase('phone.call'))}</h2>
      {/* It stays in view, so that a call can be ended from the keypad. */}
      <div class="bar">
        <p class="actions">
          <Button id="dial" disabled label={words(phrase('phone.callNow'))} />
          <Button id="hang-up" class="second" disabled label={words(phrase('phone.hangUp'))} />
          <label>
            <input type="checkbox" id="aloud" autocomplete="off" checked />
            {words(phrase('phone.aloud'))}
          </label>
        </p>
        <p>
          <span role="status" id="state">
            {words(phrase('phone.idle'))}
          </span>{' '}
          <span role="timer" id="timer" />
        </p>
      </div>
      <p id="place" />
      <h3 id="heard-title">{words(phrase('phone.heard'))}</h3>
      {/* It scrolls, so it takes keyboard focus (WCAG 2.1.1). aria-live is off while the browser speaks. */}
      <div role="log" aria-live="off" aria-labelledby="heard-title" id="heard" tabindex={0} />
      <fieldset id="keypad" disabled>
        <legend>{words(phrase('phone.keypad'))}</legend>
        {KEYPAD.map((key) => (
          <button type="button" value={key} aria-label={keyNames[key]}>
            {key}
          </button>
        ))}
      </fieldset>
      <form id="speech">
        <label>
          {words(phrase('phone.say'))}
          <input name="words" autocomplete="off" disabled />
        </label>
        <p class="actions">
          <Button type="submit" class="second" disabled label={words(phrase('phone.sayNow'))} />
          <Button class="second" id="nothing" disabled label={words(phrase('phone.nothing'))} />
        </p>
        <p id="microphone" hidden>
          <Button
            class="second"
            aria-describedby="microphone-note"
            disabled
            label={words(phrase('phone.microphone'))}
          />{' '}
          <small id="microphone-note">{words(phrase('phone.microphoneNote'))}</small>
        </p>
      </form>
      <p class="actions" id="connected" hidden>
        <Button value="completed" label={words(phrase('phone.answers'))} />
        <Button class="second" value="no-answer" label={words(phrase('phone.noAnswer'))} />
      </p>
    </section>
  )
}

function Thread({ page }: PageProps) {
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

function Button({ label, ...attributes }: JSX.IntrinsicElements['button'] & { readonly label: string }) {
  return (
    <button type="button" {...attributes}>
      {label}
    </button>
  )
}
