/** DATABASE_URL, as hosts hand it out and as people write it by hand. */
import { expect, test } from 'vitest'
import { readDatabaseUrl } from '../../src/usage/stores/database-url.ts'
import type { PostgresAddress } from '../../src/usage/stores/postgres-url.ts'

const plain: PostgresAddress = {
  host: 'db.example.org',
  port: 5432,
  user: 'plainline',
  password: 'secret',
  database: 'line',
  tls: 'prefer',
  tlsFiles: {},
  schema: '',
  options: '',
}

test.each<[string, Partial<PostgresAddress>]>([
  ['postgres://plainline:secret@db.example.org/line', {}],
  ['postgresql://plainline:secret@db.example.org:5432/line', {}],
  [
    'postgresql://plainline:secret@ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech/line?sslmode=require&channel_binding=require',
    { host: 'ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech', tls: 'require' },
  ],
  ['postgres://plainline:secret@db.example.org/line?options=endpoint%3Dep-cool-darkness-123456', {}],
  ['postgres://plainline:secret@db.example.org/line?options=project%3Dep-cool-darkness-123456', {}],
  [
    'postgresql://postgres.abcdefghijklm:secret@aws-0-eu-west-1.pooler.supabase.com:6543/postgres?pgbouncer=true&connection_limit=1',
    {
      host: 'aws-0-eu-west-1.pooler.supabase.com',
      port: 6543,
      user: 'postgres.abcdefghijklm',
      database: 'postgres',
    },
  ],
  [
    'postgresql://plainline:secret@db.example.org/line?schema=public&connection_limit=1&pool_timeout=15&connect_timeout=30&statement_cache_size=0',
    { schema: 'public' },
  ],
  ['postgres://plainline:secret@db.example.org/line?sslmode=require&supa=base-pooler.x', { tls: 'require' }],
  [
    'postgres://u1:p2@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d3',
    { host: 'ec2-1-2-3-4.compute-1.amazonaws.com', user: 'u1', password: 'p2', database: 'd3' },
  ],
  ['postgres://plainline:secret@db.example.org/line?sslmode=no-verify', { tls: 'require' }],
  ['postgres://plainline:secret@db.example.org/line?ssl=true', { tls: 'require' }],
  ['postgres://plainline:secret@db.example.org/line?ssl=false', { tls: 'disable' }],
  ['postgres://plainline:secret@db.example.org/line?sslmode=allow', { tls: 'prefer' }],
  ['postgres://plainline:secret@db.example.org/line?sslrootcert=system', { tls: 'verify-full' }],
  [
    'postgres://plainline:secret@db.example.org/line?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem',
    { tls: 'verify-full', tlsFiles: { ca: '/etc/ca.pem' } },
  ],
  ['postgres://plainline:100%25%23%40%3A%2F%3F@db.example.org/line', { password: '100%#@:/?' }],
  ['postgres://plainline:a:b c$&=+!*()[]@db.example.org/line', { password: 'a:b c$&=+!*()[]' }],
  ['postgres://plainline:secret@[::1]:6432/line', { host: '::1', port: 6432 }],
  ['postgres://plainline:secret@%2Fvar%2Frun%2Fpostgresql/line', { host: '/var/run/postgresql' }],
  ['postgres://plainline:secret@localhost/line?host=/cloudsql/a:b:c', { host: '/cloudsql/a:b:c' }],
  ['postgres://plainline:secret@db.example.org/line/', {}],
  [
    'postgres://plainline:secret@db.example.org/line/?sslmode=require&sslnegotiation=direct',
    { tls: 'require' },
  ],
  ['postgres://db.example.org/line?user=plainline&password=a+b', { password: 'a+b' }],
  ['postgres:///line', { host: 'localhost', user: '', password: '', database: 'line' }],
  ['postgres://db.example.org', { user: '', password: '', database: '' }],
])('reads %s', (url, address) => {
  expect(readDatabaseUrl(url)).toEqual({
    ok: true,
    value: { kind: 'postgres', address: { ...plain, ...address } },
  })
})

test.each([
  ['file:plainline.db', 'plainline.db'],
  ['file:./data/plainline.db', './data/plainline.db'],
  ['file:/data/plainline.db', '/data/plainline.db'],
  ['file:///data/plainline.db', '/data/plainline.db'],
  ['file://localhost/data/plainline.db', '/data/plainline.db'],
  ['file:a%20name%25.db', 'a name%.db'],
])('reads %s', (url, path) => {
  expect(readDatabaseUrl(url)).toEqual({ ok: true, value: { kind: 'file', path } })
})

test('reads the address of a remote libSQL database', () => {
  const url = 'libsql://name-org.turso.io?authToken=ey.J-_'
  expect(readDatabaseUrl(url)).toEqual({ ok: true, value: { kind: 'libsql' } })
})

test.each([
  ['mysql://a:b@c/d', /begin with file:, libsql:\/\/ or postgres:\/\//],
  ['prisma+postgres://accelerate.prisma-data.net/?api_key=x', /begin with/],
  ["psql 'postgres://a:b@c/d'", /begin with/],
  ['plainline.db', /begin with/],
  ['postgres:a', /begin with/],
  ['postgres://a:50%@c/d', /write % as %25/],
  ['postgres://a:%zz@c/d', /write % as %25/],
  ['postgres://a:%ff@c/d', /write % as %25/],
  ['postgres://a:b#c@d/e', /# as %23/],
  ['postgres://a:b@c@d/e', /@ as %40/],
  ['postgres://a:b/c@d/e', /\/ as %2F/],
  ['postgres://a:1/2@d/e', /\/ as %2F/],
  ['postgres://a:b?c@d/e', /\? as %3F/],
  ['postgres://a:b@c:70000/d', /port from 1 to 65535/],
  ['postgres://a:b@c:many/d', /port from 1 to 65535/],
  ['postgres://a:b@c/d?port=0', /port from 1 to 65535/],
  ['postgres://a:b@c,d/e', /one host/],
  ['postgres://a:b@c/d?sslmode=required', /sslmode/],
  ['file:', /must name a file/],
  ['file::memory:', /must name a file/],
  ['file:///', /must name a file/],
  ['file:data/', /must name a file/],
  ['file://plainline.db', /must name a file/],
  ['file:plainline.db?mode=memory', /must end with the name of the file/],
  ['file:plainline.db#1', /must end with the name of the file/],
  ['file:100%.db', /write % as %25/],
  ['file:~/plainline.db', /in full in place of ~/],
  ['file:line%00.db', /must end with the name of the file/],
  ['libsql://', /must be like libsql:\/\//],
  ['libsql://host?authToken=50%', /write % as %25/],
])('refuses %s in one sentence that names DATABASE_URL', (url, reason) => {
  const read = readDatabaseUrl(url)
  const problems = read.ok ? [] : read.problems
  expect(problems).toEqual([expect.stringMatching(reason)])
  expect(problems[0]).toMatch(/^DATABASE_URL [^\n]+\.$/)
})
