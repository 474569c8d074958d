/**
 * `/phone`: a keypad and a text thread; `src/browser/phone.ts` brings them to life. Until it does they are disabled, or a
 * text that is sent would be put into the address of the page.
 */
import { raw } from 'hono/html'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { phoneData } from './phone-data.ts'
import type { Reading } from './site.ts'

const KEYPAD = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
/** No country has this code (ISO 3166 keeps it free), so no directory knows it. */
const NO_COUNTRY = 'ZZ'

export function Phone({ reading }: { readonly reading: Reading }) {
  const { line, words } = reading
  const title = words(phrase('phone.title', { name: line.settings.name }))
  return (
    <Layout
      reading={reading}
      title={title}
      pathFor={(each) => `/phone?language=${each}`}
      styles={['pages.css', 'phone.css']}
      script="phone.js"
    >
      <h1>{title}</h1>
      <p>{words(phrase('phone.intro'))}</p>
      <noscript>
        <p>{words(phrase('phone.needsScript'))}</p>
      </noscript>
      {/* Not run, only read, so the policy for scripts does not concern it. */}
      <script type="application/json" id="data">
        {raw(JSON.stringify(phoneData(reading)).replaceAll('<', '\\u003c'))}
      </script>
      <Countries reading={reading} />
      <div class="channels">
        <Call reading={reading} />
        <Thread reading={reading} />
      </div>
    </Layout>
  )
}

function Countries({ reading }: { readonly reading: Reading }) {
  const { line, locale, words } = reading
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

function Call({ reading }: { readonly reading: Reading }) {
  const { words } = reading
  const keyNames: Record<string, string> = {
    '*': words(phrase('phone.star')),
    '#': words(phrase('phone.pound')),
  }
  return (
    <section aria-labelledby="call-title" id="call">
      <h2 id="call-title">{words(phrase('phone.call'))}</h2>
      <p class="actions">
        <button type="button" id="dial" disabled>
          {words(phrase('phone.callNow'))}
        </button>
        <button type="button" id="hang-up" class="second" disabled>
          {words(phrase('phone.hangUp'))}
        </button>
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
      <p id="place" />
      <h3 id="heard-title">{words(phrase('phone.heard'))}</h3>
      {/* Scrolls, so the keyboard must reach it; silent while the browser itself reads aloud. */}
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
          <button type="submit" class="second" disabled>
            {words(phrase('phone.sayNow'))}
          </button>
          <button type="button" class="second" id="nothing" disabled>
            {words(phrase('phone.nothing'))}
          </button>
        </p>
        <p id="microphone" hidden>
          <button type="button" class="second" aria-describedby="microphone-note" disabled>
            {words(phrase('phone.microphone'))}
          </button>{' '}
          <small id="microphone-note">{words(phrase('phone.microphoneNote'))}</small>
        </p>
      </form>
      <p class="actions" id="connected" hidden>
        <button type="button" value="completed">
          {words(phrase('phone.answers'))}
        </button>
        <button type="button" class="second" value="no-answer">
          {words(phrase('phone.noAnswer'))}
        </button>
      </p>
    </section>
  )
}

function Thread({ reading }: { readonly reading: Reading }) {
  const { words } = reading
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
          <button type="submit" disabled>
            {words(phrase('phone.send'))}
          </button>
          <button type="button" class="second" id="anew" disabled>
            {words(phrase('phone.anew'))}
          </button>
        </p>
      </form>
      <p role="alert" id="thread-trouble" />
    </section>
  )
}
