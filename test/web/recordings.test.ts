/** The clips of the demo, and what a page may play. */
import { describe, expect, test } from 'vitest'
import { CLIPS, openRecorded } from '../support/recorded.ts'
import { startTestServer } from '../support/server.ts'

const HOST = 'http://localhost:3000'
const line = openRecorded({ isDemo: true, kind: 'scratch' })
const files: Readonly<Record<string, string>> = {
  'ht/0123456789ab.wav': 'a clip',
  'ht/silence-600.wav': 'silence',
}
const loadClip = async (locale: string, file: string) => {
  const { [`${locale}/${file}`]: clip } = files
  return clip === undefined ? null : new TextEncoder().encode(clip)
}
const demo = () =>
  startTestServer({ line, settings: { authTokens: [], publicUrl: null }, more: { loadClip } })

describe('the demo', () => {
  test.each(['0123456789ab.wav', 'silence-600.wav'])('serves %s from its folder', async (file) => {
    const { app } = await demo()
    const answer = await app.request(`${HOST}/recordings/ht/${file}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    expect(await answer.text()).toBe(files[`ht/${file}`])
  })

  test('sends on to the address of the language for what it lacks', async () => {
    const { app } = await demo()
    const answer = await app.request(`${HOST}/recordings/ht/ba9876543210.wav`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${CLIPS}ba9876543210.wav`])
  })

  test.each([
    'recordings/en/0123456789ab.wav',
    'recordings/xx/0123456789ab.wav',
    'recordings/ht/script.csv',
    'recordings/ht/..%2F..%2Fpackage.json',
    'recordings/ht/%2e%2e/0123456789ab.wav',
    'recordings/constructor/0123456789ab.wav',
  ])('has nothing at %s', async (path) => {
    const { app } = await demo()
    expect((await app.request(`${HOST}/${path}`)).status).toBe(404)
  })

  test('tells the phone in the browser what is said in each clip, and lets it play them', async () => {
    const { app } = await demo()
    const answer = await app.request(`${HOST}/phone`)
    expect(answer.headers.get('content-security-policy')).toContain(
      "media-src 'self' https://clips.example.org",
    )
    expect(await answer.text()).toMatch(
      /"\/recordings\/ht\/[0-9a-f]{12}\.wav":\{"language":"ht","words":"peze","seconds":1\}/,
    )
  })
})

test('the page of a topic has the clips of each part that is recorded, also on a live line', async () => {
  const clipsOn = async (told: typeof line) => {
    const { app } = await startTestServer({ line: told })
    const page = await app.request('/ht/zo')
    expect(page.headers.get('content-security-policy')).toContain(`media-src 'self' ${new URL(CLIPS).origin}`)
    return [...(await page.text()).matchAll(/<p data-clips="([^"]+)"/g)].map(([, clips = '']) => clips)
  }
  const [first = '', ...others] = await clipsOn(openRecorded())
  expect(others).toHaveLength(1)
  expect(JSON.parse(first.replaceAll('&quot;', '"'))).toContainEqual({
    url: expect.stringMatching(/^https:\/\/clips\.example\.org\/ht\/[0-9a-f]{12}\.wav$/),
    seconds: 1,
    pause: 600,
  })
  const { app } = await startTestServer({ line })
  expect(await (await app.request('/en/privacy')).text()).toContain(`info.clipsWhat ${new URL(CLIPS).origin}`)
  // A clip of words that have changed is not there.
  expect(await clipsOn(openRecorded({ without: ['nodes.bone.voice.where'] }))).toHaveLength(1)
})

test('a live line serves no clips', async () => {
  const { app } = await startTestServer({ line, more: { loadClip } })
  expect((await app.request(`${HOST}/recordings/ht/0123456789ab.wav`)).status).toBe(404)
})
