/** A QR code with what it does beneath it; on a screen, its caption is the link. */
import { raw } from 'hono/html'
import { renderSVG } from 'uqr'

export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  return (
    <figure class="qr">
      {/* The caption says the same to a screen reader. */}
      <span aria-hidden="true">{raw(renderSVG(content, { border: 2, ecc: 'M' }))}</span>
      <figcaption>
        <a href={content}>{label}</a>
      </figcaption>
    </figure>
  )
}
