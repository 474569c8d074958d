/**
 * A small disk of one's own, in a mount namespace that ends with its test, and leaves no trace.
 *
 * @example
 * const disk = await mountDisk()
 * const server = await serve(`file:${disk.place}/plainline.db`, { by: disk.by })
 * disk.fill()
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { countIn } from './fault.ts'
import { folder } from './server.ts'

export interface Disk {
  /** Where it is, for processes that are started by `by`. */
  readonly place: string
  readonly by: readonly string[]
  /** Where it is, for everybody else. */
  readonly outside: string
  fill(): void
  makeRoom(): void
  become(access: 'ro' | 'rw'): void
  /** Calls and texts in a database on it. */
  count(): Promise<number>
}

/** Containers may forbid it. */
export const canMount = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0

export async function mountDisk(): Promise<Disk> {
  const place = folder()
  const mount = 'mount -t tmpfs -o size=8m tmpfs "$0" && echo mounted && exec cat'
  const holder = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', mount, place])
  onTestFinished(() => void holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  const by = ['nsenter', `--target=${holder.pid}`, '--user', '--mount', '--preserve-credentials']
  const outside = `/proc/${holder.pid}/root${place}`
  const filler = join(outside, 'filler')
  const block = Buffer.alloc(4096)
  return {
    place,
    by,
    outside,
    fill() {
      try {
        for (;;) writeFileSync(filler, block, { flag: 'a' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    },
    makeRoom: () => rmSync(filler),
    become(access) {
      const [command = '', ...options] = by
      spawnSync(command, [...options, 'mount', '-o', `remount,${access}`, place])
    },
    async count() {
      // SQLite would look for the path in the namespace of the test.
      const copy = join(folder(), 'plainline.db')
      for (const end of ['', '-wal'])
        if (existsSync(join(outside, `plainline.db${end}`)))
          copyFileSync(join(outside, `plainline.db${end}`), copy + end)
      return countIn(`file:${copy}`)
    },
  }
}
