/**
 * The certificate of an address.
 *
 * @example
 * await readCertificate('https://line.example.org') // { ok: true, validTo: 2027-02-01, problem: null }
 */
import { isIP } from 'node:net'
import { connect } from 'node:tls'

export type Certificate =
  /** `problem` is why a browser would not trust it. */
  | { readonly ok: true; readonly validTo: Date; readonly problem: string | null }
  /** Such as `ENOTFOUND`. */
  | { readonly ok: false; readonly code: string }

export type ReadCertificate = (url: string) => Promise<Certificate>

const TIMEOUT_MS = 10_000

export const readCertificate: ReadCertificate = (url) => {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    // The connection carries nothing: what is wrong with the certificate is to be read.
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      // RFC 6066: an IP address is no server name.
      ...(isIP(hostname) ? {} : { servername: hostname }),
      rejectUnauthorized: false,
      timeout: TIMEOUT_MS,
    })
    const end = (certificate: Certificate) => {
      socket.destroy()
      resolve(certificate)
    }
    socket.once('secureConnect', () =>
      end({
        ok: true,
        validTo: new Date(socket.getPeerCertificate().valid_to),
        problem: socket.authorized ? null : String(socket.authorizationError),
      }),
    )
    socket.once('timeout', () => end({ ok: false, code: `no answer within ${TIMEOUT_MS / 1000} seconds` }))
    socket.once('error', (error) =>
      end({ ok: false, code: 'code' in error ? String(error.code) : error.message }),
    )
  })
}
