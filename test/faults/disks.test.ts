/** Disks that take no more: everybody is answered, and everybody is counted, if need be from the log. */
import { openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canMount, mountDisk } from './disk.ts'
import { BACK, countIn, record, survive } from './fault.ts'
import { createPeople } from './people.ts'
import { folder, serve } from './server.ts'

describe.skipIf(!canMount)('a disk', () => {
  test('that is full, and has room again', async ({ task }) => {
    const disk = await mountDisk()
    await survive(task, {
      fault: 'The disk of the database is full, and has room again (SQLite, tmpfs of 8 MB)',
      server: await serve(`file:${disk.place}/plainline.db`, disk),
      begin: disk.fill,
      end: disk.makeRoom,
      count: disk.count,
    })
  })

  test('that is full until the server has ended', async ({ task }) => {
    const disk = await mountDisk()
    const database = `file:${disk.place}/plainline.db`
    const server = await serve(database, disk)
    const people = createPeople(server.post)
    await people.ask(1)
    await expect.poll(disk.count, BACK).toBe(people.asked)
    disk.fill()
    await people.ask(20)
    expect(await server.end()).toBe(0)
    disk.makeRoom()
    const line =
      server
        .output()
        .split('\n')
        .find((text) => text.includes('"unwritten"')) ?? ''
    const { file, unwritten } = JSON.parse(line)
    writeFileSync(file.replace(disk.place, disk.outside), JSON.stringify(unwritten))
    const next = await serve(database, disk)
    await expect.poll(disk.count, BACK).toBe(people.asked)
    await next.end()
    record(
      task,
      'The disk of the database is full when the server is to end, so that there is no room for a spool file either (SQLite, tmpfs of 8 MB). An operator copies them from the log into the file it names',
      people,
      await disk.count(),
    )
  })

  test('that is read-only when the server starts', async ({ task }) => {
    const disk = await mountDisk()
    disk.become('ro')
    const people = createPeople((await serve(`file:${disk.place}/plainline.db`, disk)).post)
    await people.ask(20)
    disk.become('rw')
    await expect.poll(disk.count, BACK).toBe(people.asked)
    record(
      task,
      'The disk of the database is read-only at start, and is mended (SQLite, tmpfs mounted read-only)',
      people,
      await disk.count(),
    )
  })
})

test('the log on a full disk', async ({ task }) => {
  const database = `file:${join(folder(), 'plainline.db')}`
  const full = openSync('/dev/full', 'w')
  const server = await serve(database, { stdio: ['ignore', full, full] })
  const people = createPeople(server.post)
  await people.ask(20)
  expect(await server.end()).toBe(0)
  record(task, 'The disk of the log is full (/dev/full)', people, await countIn(database))
})
