/**
 * A QR code with a caption that says what it does.
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
      {/* The caption says the same to a screen reader. */}
      <span aria-hidden="true">{raw(renderSVG(content, { border: 2, ecc: 'M' }))}</span>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
