/** A newer line takes the place of the one that is told, and nobody notices but by its words. */
import { expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { fixtureFiles, fixtureLine, openFixture } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const call = { CallSid: 'CA1', From: '+15555577391', To: '+15555550100', FromCountry: 'US' }
const text = { MessageSid: 'SM1', From: '+15555577391', To: '+15555550100', FromCountry: 'US' }

test('a step of a call that began before is answered in the newer words', async () => {
  const server = await startTestServer({ line: fixtureLine })
  const step = '/voice/3/en/normal/main/body'
  const answer = async () => (await server.post(step, { ...call, Digits: '1' })).text()
  expect(await answer()).toContain('This cancer can go to the bones.')
  server.use(reworded('This cancer can go to the bones.', 'Bones are where it goes most.'))
  expect(await answer()).toContain('Bones are where it goes most.')
})

test('pages are those of the newer line', async () => {
  const server = await startTestServer({ line: fixtureLine })
  const page = async () => (await server.app.request('/en/bone', { redirect: 'follow' })).text()
  expect(await page()).toContain('It can go to the bones.')
  server.use(reworded('It can go to the bones.', 'It goes to bones.'))
  expect(await page()).toContain('It goes to bones.')
})

test('a number that has had its replies has had them of the newer line too', async () => {
  const server = await startTestServer({ line: fixtureLine })
  const send = async (id: number) =>
    (await server.post('/sms', { ...text, MessageSid: `SM${id}`, Body: 'bone' })).text()
  for (let id = 0; id < 10; id += 1) expect(await send(id)).toContain('<Message ')
  server.use(openFixture(fixtureFiles))
  expect(await send(10)).not.toContain('<Message ')
})

function reworded(old: string, newer: string) {
  const file = 'locales/en/main.json'
  const files: Files = { ...fixtureFiles, [file]: String(fixtureFiles[file]).replaceAll(old, newer) }
  return openFixture(files)
}
