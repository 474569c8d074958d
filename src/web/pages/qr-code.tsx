/**
 * A code that a phone's camera reads, with what it does beneath it.
 *
 * @example
 * <QrCode content="tel:+15555550100" label="Scan to call" />
 */
import { raw } from 'hono/html'
import { renderSVG } from 'uqr'

interface QrCodeProps {
  readonly content: string
  readonly label: string
}

export function QrCode({ content, label }: QrCodeProps) {
  return (
    <figure>
      {/* The caption tells all that a reader can use of the squares. */}
      <span aria-hidden="true">{raw(renderSVG(content, { border: 2, ecc: 'M' }))}</span>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
