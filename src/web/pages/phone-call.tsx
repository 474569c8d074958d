/** The call on `/phone`: its keys, and its transcript beside them. `src/web/client/phone.ts` drives both. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { phrase } from '../../locale/phrases.ts'
import type { PageProps } from './site.ts'

const KEYPAD = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

export function CallPanel({ page }: PageProps) {
  return (
    <section aria-labelledby="call-title" id="call">
      <h2 id="call-title">{page.words(phrase('phone.call'))}</h2>
      <div class="keys">
        <Keys page={page} />
      </div>
      <Transcript page={page} />
      <Speech page={page} />
    </section>
  )
}

function Keys({ page }: PageProps) {
  const { words } = page
  const keyNames: Record<string, string> = {
    '*': words(phrase('phone.star')),
    '#': words(phrase('phone.pound')),
  }
  return (
    <>
      <p class="actions" id="connected" hidden>
        <Button value="completed" label={words(phrase('phone.answers'))} />
        <Button class="second" value="no-answer" label={words(phrase('phone.noAnswer'))} />
      </p>
      <fieldset id="keypad" disabled>
        <legend>{words(phrase('phone.keypad'))}</legend>
        {KEYPAD.map((key) => (
          <button type="button" value={key} aria-label={keyNames[key]}>
            {key}
          </button>
        ))}
      </fieldset>
      <p role="status" id="refused" />
    </>
  )
}

function Speech({ page }: PageProps) {
  const { words } = page
  return (
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
  )
}

function Transcript({ page }: PageProps) {
  const { words } = page
  return (
    <div class="transcript">
      <h3 id="heard-title">{words(phrase('phone.heard'))}</h3>
      <p id="place" />
      <div class="record">
        {/* It scrolls, so it takes keyboard focus (WCAG 2.1.1). aria-live is off while the browser speaks. */}
        <div role="log" class="said" aria-live="off" aria-labelledby="heard-title" id="heard" tabindex={0} />
        <p class="actions" id="tools" hidden>
          <Button class="second" value="copy" label={words(phrase('phone.copy'))} />
          <Button class="second" value="download" label={words(phrase('phone.download'))} />
          <Button class="second" value="print" label={words(phrase('phone.print'))} />
        </p>
      </div>
      <p>
        <span role="status" id="copied" />
      </p>
      <section id="earlier" aria-labelledby="earlier-title" hidden>
        <h3 id="earlier-title">{words(phrase('phone.earlier'))}</h3>
      </section>
    </div>
  )
}

export function Button({
  label,
  ...attributes
}: JSX.IntrinsicElements['button'] & { readonly label: string }) {
  return (
    <button type="button" {...attributes}>
      {label}
    </button>
  )
}
