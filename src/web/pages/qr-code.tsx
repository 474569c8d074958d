/** A QR code with what it does beneath it; on a screen, both are one link. */
import { raw } from 'hono/html'
import { renderSVG } from 'uqr'

export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  return (
    <figure class="qr">
      <a href={content}>
        {/* The label says the same to a screen reader. */}
        <span aria-hidden="true">{raw(renderSVG(content, { border: 2, ecc: 'M' }))}</span>
        {label}
      </a>
    </figure>
  )
}
