/** Pages and files that are the same for everybody: rendered once, compressed once, and sent as the browser asks. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compress } from '../../src/server/compress.ts'
import type { Encoding } from '../../src/web/response-cache.ts'
import { line as realLine } from '../support/line.ts'
import { startTestServer } from '../support/server.ts'

/** A server that tells how often a page was rendered, and what was compressed. */
async function start() {
  let renders = 0
  const compressed: Encoding[] = []
  const line = { ...realLine }
  // Every public page tells whom to call; nothing else looks at the directory when a page is asked for.
  Object.defineProperty(line, 'directory', {
    get: () => {
      renders += 1
      return realLine.directory
    },
  })
  const server = await startTestServer({
    line,
    more: {
      compress: (body, encoding) => {
        compressed.push(encoding)
        return compress(body, encoding)
      },
    },
  })
  await server.app.request('/en')
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    server.app.request(path, { method, headers })
  return { get, compressed, renders: () => renders }
}

const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('a page is rendered once', () => {
  test.each([
    ['asked for again', ['/en', '/en/', '/EN', '/en?from=poster', '/en?a=1&b=2', '/', '//en']],
    ['under a language that is asked for', ['/?language=en', '/?language=EN', '/?language=xx']],
  ])('%s', async (_case, paths) => {
    const { get, renders } = await start()
    await get('//en')
    const before = renders()
    for (const path of paths) await get(path)
    expect(renders()).toBe(before)
  })

  test('for 10,000 addresses at which nothing is', async () => {
    const { get, renders, compressed } = await start()
    const gzip = { 'accept-encoding': 'gzip' }
    await get('/nothing', gzip)
    const before = renders()
    for (let number = 0; number < 10_000; number += 1)
      expect((await get(`/${number}/${number * 7}?q=${number}`, gzip)).status).toBe(404)
    expect(renders()).toBe(before)
    expect(compressed).toEqual(['gzip'])
  })

  test('for many who come first at the same time', async () => {
    const { get, renders, compressed } = await start()
    const before = renders()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => get('/es', { 'accept-encoding': 'br, gzip' })),
    )
    const bodies = await Promise.all(
      answers.map(async (answer) => Buffer.from(await bytes(answer)).toString('hex')),
    )
    expect(new Set(bodies).size).toBe(1)
    expect(compressed).toEqual(['br'])
    const once = renders() - before
    await get('/es')
    expect(renders() - before).toBe(once)
  })
})

describe('a page is compressed', () => {
  test.each<[string | undefined, Encoding | null]>([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip;q=1.0, identity;q=0.5, *;q=0', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['identity;q=0, *', 'br'],
    ['gzip, identity', 'gzip'],
    ['*', 'br'],
    ['identity', null],
    ['identity, gzip;q=0.5', null],
    ['*;q=0', null],
    ['identity;q=0', null],
    ['deflate', null],
    ['gzip;q=0', null],
    ['', null],
    [',;q=,,;;', null],
    [undefined, null],
    [`${'x,'.repeat(8000)}gzip`, null],
  ])('for a browser that sends "%s"', async (wanted, encoding) => {
    const { get } = await start()
    const plain = await (await get('/en')).text()
    const answer = await get('/en', wanted === undefined ? {} : { 'accept-encoding': wanted })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toBe('Accept-Language, Accept-Encoding')
    const body = await bytes(answer)
    const read = { br: brotliDecompressSync, gzip: gunzipSync }
    expect(Buffer.from(encoding ? read[encoding](body) : body).toString()).toBe(plain)
  })

  test('not where the runtime does it', async () => {
    const { app } = await startTestServer()
    const answer = await app.request('/en', { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.text()).toContain('BONE')
  })
})

describe('a page that the browser has', () => {
  test.each([
    ['its tag', (tag: string) => tag, 304],
    ['its tag, as a strong one', (tag: string) => tag.slice(2), 304],
    ['its tag among others', (tag: string) => `"a,b", ${tag}, W/"c"`, 304],
    ['any', () => '*', 304],
    ['another tag', () => 'W/"another"', 200],
    ['a part of its tag', (tag: string) => `${tag.slice(0, 20)}"`, 200],
    ['its tag without quotes', (tag: string) => tag.slice(3, -1), 200],
    ['nothing', () => '', 200],
  ])('is not sent again: %s', async (_case, write, status) => {
    const { get } = await start()
    const tag = (await get('/en')).headers.get('etag') ?? ''
    const answer = await get('/en', { 'if-none-match': write(tag), 'accept-encoding': 'gzip' })
    expect(answer.status).toBe(status)
    expect((await bytes(answer)).length > 0).toBe(status === 200)
    expect(answer.headers.get('etag')).toBe(tag)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  })

  test('is another in another language, and one that is missing has no such answer', async () => {
    const { get } = await start()
    const tag = (await get('/en')).headers.get('etag') ?? ''
    expect((await get('/es', { 'if-none-match': tag })).status).toBe(200)
    expect((await get('/nothing', { 'if-none-match': '*' })).status).toBe(404)
  })
})

describe('odd requests for pages', () => {
  test.each([
    ['HEAD', '/en', {}, 200],
    ['HEAD', '/nothing', {}, 404],
    ['GET', '/en', { range: 'bytes=0-9' }, 200],
    ['GET', '/en', { range: 'bytes=9-0,x' }, 200],
    ['OPTIONS', '/en', {}, 404],
    ['DELETE', '/en', {}, 404],
    ['GET', `/${'a'.repeat(15_000)}`, {}, 404],
    ['GET', '/%', {}, 404],
    ['GET', '/%E0%A4%A/%ff', {}, 404],
    ['GET', '/en/../../etc/passwd', {}, 404],
    ['GET', '/assets/%2e%2e%2fline.json', {}, 404],
    ['GET', '/assets/', {}, 404],
    ['GET', '/en//card', {}, 404],
    ['GET', '/eN/cARD', {}, 404],
    ['GET', '/robots.text', {}, 404],
  ])('%s, number %#, are answered', async (method, path, headers, status) => {
    const { get } = await start()
    const answer = await get(path, headers, method)
    expect(answer.status).toBe(status)
    const body = await answer.text()
    if (method === 'GET') expect(body).toMatch(/^<!doctype html>/)
    else expect(body.length > 0).toBe(method !== 'HEAD')
  })

  test('get a page in the language of its reader, who may have refused one', async () => {
    const { get } = await start()
    const languageFor = async (wanted: string) =>
      (await get('/', { 'accept-language': wanted })).headers.get('content-language')
    expect(await languageFor('es;q=0, *')).toBe('en')
    expect(await languageFor(`${'xx,'.repeat(5000)}es`)).toBe('en')
    expect((await get('/nothing')).headers.get('vary')).toBe('Accept-Language, Accept-Encoding')
  })
})
