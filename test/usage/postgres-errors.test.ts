/** Errors of PostgreSQL that a setting can mend: each is a sentence that names it. */
import { expect, test } from 'vitest'
import { explainPostgres } from '../../src/usage/stores/postgres-errors.ts'

const address = { host: 'db.example.org', tls: 'verify-full' } as const
const failed = (message: string, code = '') => Object.assign(new Error(message), { code })

test.each([
  [
    'Client network socket disconnected before secure TLS connection was established',
    'ECONNRESET',
    /sslmode=prefer$/,
  ],
  ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', /\(self-signed certificate\).* sslrootcert=/],
  ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', /sslrootcert=/],
  ["Hostname/IP does not match certificate's altnames", 'ERR_TLS_CERT_ALTNAME_INVALID', /the host as/],
  ['permission denied for schema public', '42501', /^permission denied for schema public: grant .*\?schema=/],
  ['no schema has been selected to create in', '3F000', /\?schema=plainline$/],
])('%s', (message, code, sentence) => {
  const explained = String(explainPostgres(failed(message, code), address)).replace('Error: ', '')
  expect(explained).toMatch(sentence)
  expect(explained).toContain('DATABASE_URL')
})

test('other errors stay as they are', () => {
  for (const error of [
    failed('permission denied for table counters', '42501'),
    failed('gone', 'ECONNRESET'),
    'odd',
  ])
    expect(explainPostgres(error, address)).toBe(error)
  const untrusted = failed('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(explainPostgres(untrusted, { ...address, tls: 'require' })).toBe(untrusted)
})
