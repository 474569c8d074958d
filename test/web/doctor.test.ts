/** What the doctor finds, as a page for the operator; and the ways between the operator's pages. */
import { expect, test } from 'vitest'
import { fixtureFiles, fixtureLine } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const PASSWORD = 'correct horse: staple'
const authorization = `Basic ${btoa(`operator:${PASSWORD}`)}`

test('the page tells what is wrong first, with what to do, and looks once for all who ask at a time', async () => {
  let looked = 0
  const examine = async () => {
    looked += 1
    return [
      { level: 'ok', about: 'clock', what: 'It is right.', todo: null },
      { level: 'fail', about: 'account', what: 'It is closed.', todo: 'Run `npm run setup`.' },
    ] as const
  }
  const server = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD, more: { examine } })
  const ask = () => server.app.request('/doctor', { headers: { authorization } })
  const [response] = await Promise.all([ask(), ask()])
  const page = await response.text()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(page).toMatch(
    /doctor\.wrong.*account.*It is closed\. Run <code>npm run setup<\/code>\..*doctor\.right.*It is right\.<\/li>/s,
  )
  expect(page).not.toContain('doctor.better')
  expect(looked).toBe(1)
})

test('it asks for the password, and is nowhere where the server cannot look', async () => {
  const examine = async () => []
  const asked = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD, more: { examine } })
  expect((await asked.app.request('/doctor')).status).toBe(401)
  const blind = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD })
  expect((await blind.app.request('/doctor', { headers: { authorization } })).status).toBe(404)
})

test('each page of the operator leads to all others that the server has', async () => {
  const paths = ['/usage', '/usage/week', '/operate', '/doctor', '/review']
  const more = { examine: async () => [], review: { read: async () => fixtureFiles } }
  const whole = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD, more })
  const linksOf = async ({ app }: typeof whole, path: string) => {
    const page = await (await app.request(`${path}?language=ht`, { headers: { authorization } })).text()
    const [, nav = ''] = /<nav class="operators"(.*?)<\/nav>/s.exec(page) ?? []
    return [...nav.matchAll(/href="([^"?]+)\?language=ht"( aria-current="page")?/g)].map(([, to, isHere]) =>
      isHere ? `here: ${to}` : to,
    )
  }
  for (const path of paths)
    expect(await linksOf(whole, path)).toEqual(paths.map((each) => (each === path ? `here: ${each}` : each)))
  const blind = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD })
  expect(await linksOf(blind, '/usage')).toEqual(['here: /usage', '/usage/week', '/operate'])
  expect(await linksOf(blind, '/en')).toEqual([])
})
