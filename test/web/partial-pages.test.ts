/**
 * Pages of a language that lacks a topic: it is not listed; its address, and the search, lead to it in the source language. Pages
 * of one that lacks a voice offer no call.
 */
import { describe, expect, test } from 'vitest'
import { createDemoApp } from '../../src/web/demo.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, openFixture } from '../support/fixture.ts'
import { lacking } from '../support/partial.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const assets = ['pages.css', 'phone.css', 'card.css', 'phone.js', 'topic.js', 'icon.svg', 'social.png'].map(
  (name) => ({
    name,
    path: `/assets/${name}`,
    type: 'text/plain',
    body: '',
  }),
)
const app = createDemoApp(openFixture(lacking(fixtureFiles, 'ht', 'bone')), NOW, assets)

async function read(path: string, init?: RequestInit) {
  const response = await app.request(path, init)
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

describe('a topic that a language lacks', () => {
  test('is not listed, on the page or on the card', async () => {
    expect((await read('/en')).text).toContain('Bones')
    expect((await read('/ht')).text).not.toMatch(/Bones|href="\/(en|ht)\/bone/)
    expect((await read('/en/card')).text).toContain('Bones')
    const card = await read('/ht/card')
    expect(card.status).toBe(200)
    expect(card.text).not.toContain('Bones')
  })

  test('has its address in the source language', async () => {
    expect(await read('/ht/bone')).toMatchObject({ status: 302, location: '/en/bone' })
    expect((await read('/en/bone')).text).toMatch(/<a [^>]*href="\/ht"[^>]*>/)
  })

  test('is found in the source language, and it is said so', async () => {
    const { text } = await read('/ht/search', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ asked: 'bones' }).toString(),
    })
    expect(text).toMatch(/<a href="\/en\/bone" lang="en" hreflang="en">Bones<\/a>.*an anglè sèlman/s)
  })

  test('is not in the site map in that language', async () => {
    const { text } = await read('/sitemap.xml')
    expect(text).toMatch(/<loc>[^<]*\/en\/bone<\/loc>/)
    expect(text.match(/<loc>[^<]*\/en\/bone<\/loc>/g)).toHaveLength(1)
  })
})

test.each(['/ht', '/ht/zo', '/ht/card'])('a language without a voice offers no call at %s', async (path) => {
  const silent = createDemoApp(
    openFixture(editFiles(fixtureFiles, ['locales/ht/locale.json', ['voice']])),
    NOW,
    assets,
  )
  const text = await (await silent.request(path)).text()
  expect(text).toContain('sms:+1555555')
  expect(text).not.toContain('tel:+1555555')
})
