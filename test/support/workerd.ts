/** The bundle that is deployed, in workerd, with a D1 database of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Miniflare } from 'miniflare'
import { root } from './root.ts'

export const TOKEN = '12345'
export const PUBLIC_URL = 'https://line.example.org'
export const PASSWORD = 'a password of a test'
export const settings = {
  TWILIO_AUTH_TOKEN: `an older token,${TOKEN}`,
  PUBLIC_URL,
  SECRET: 'sixteen characters or more',
  USAGE_PASSWORD: PASSWORD,
}

export function miniflare(
  bindings: Record<string, string>,
  log: (line: string) => void = () => {},
): Miniflare {
  return new Miniflare({
    modules: true,
    scriptPath: join(root, 'dist', 'worker', 'worker.js'),
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    d1Databases: ['DB'],
    bindings,
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      stdout.resume()
      createInterface({ input: stderr }).on('line', log)
    },
  })
}

export async function migrate(workerd: Miniflare) {
  const database = await workerd.getD1Database('DB')
  for (const file of readdirSync(join(root, 'drizzle', 'sqlite')).filter((name) => name.endsWith('.sql')))
    for (const statement of readFileSync(join(root, 'drizzle', 'sqlite', file), 'utf8').split(
      '--> statement-breakpoint',
    ))
      await database.prepare(statement).run()
  return database
}
