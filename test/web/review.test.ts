/** `/review`: clinicians and translators read a language beside its source, comment on it and sign it, topic by topic. */
import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { reviewPath, writeReview } from '../../src/locale/review-file.ts'
import type { ReviewFiles } from '../../src/web/deps.ts'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine } from '../support/fixture.ts'
import { PUBLIC_URL, startTestServer } from '../support/server.ts'
import { languageOf, signed } from '../support/signed.ts'

const PASSWORD = 'a password of a test'
const authorization = `Basic ${btoa(`operator:${PASSWORD}`)}`
const BONE = '/review/ht/bone'
const NURSE = { initials: 'M. R.', role: 'nurse', state: 'reviewed' }
const LABEL = 'nodes.bone.label'
const RULE = 'rules.cord.sms'

/** A server over files of its own; the page of the reviewer is in English. */
async function startReview({ files = fixtureFiles, mayWrite = true } = {}) {
  const disk = { files, isFull: false }
  const write: ReviewFiles['write'] = async ({ locale }, rows) => {
    if (disk.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    disk.files = { ...disk.files, [reviewPath(locale)]: writeReview(rows) }
  }
  const review: ReviewFiles = { read: async () => disk.files, ...(mayWrite ? { write } : {}) }
  const { app, errors } = await startTestServer({
    line: fixtureLine,
    usagePassword: PASSWORD,
    more: { review },
  })
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization, 'accept-language': 'en', ...init.headers }
    const response = await app.request(path, { ...init, headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    app,
    ask,
    errors,
    disk,
    stateOf: (key: string) => languageOf(disk.files, 'ht').units.find((unit) => unit.key === key)?.state,
    rowOf: (key: string) => languageOf(disk.files, 'ht').rows.get(key),
    /** Sends the form of a page as a browser does, with changed fields. */
    send: (
      path: string,
      page: { readonly text: string },
      fields: Readonly<Record<string, string>>,
      headers: Readonly<Record<string, string>> = { origin: PUBLIC_URL },
    ) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ ...fieldsOf(page.text), ...fields }).toString(),
      }),
  }
}

describe('the pages', () => {
  test.each(['/review', '/review/ht', BONE])('%s is only for who has the password', async (path) => {
    const { app, ask } = await startReview()
    expect((await app.request(path)).status).toBe(401)
    const { status, headers } = await ask(path)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('list every language that has a folder, with how many of its texts are read', async () => {
    const { ask } = await startReview({ files: signed(fixtureFiles, 'ht', { group: 'bone' }) })
    const { text } = await ask('/review')
    expect([...text.matchAll(/href="\/review\/(\w+)"/g)].map(([, locale]) => locale)).toEqual([
      'en',
      'ar',
      'ht',
      'ja',
    ])
    const all = languageOf(fixtureFiles, 'ht').units.length
    expect(text).toContain(`en review.progress 8 ${all}`)
  })

  test('list the topics of a language with what is stale, on the red list or not written', async () => {
    const files = editFiles(
      signed(fixtureFiles, 'ht', { group: 'bone' }),
      ['locales/en/main.json', ['bone', 'title'], 'The bones'],
      ['locales/ht/main.json', ['outlook', 'sms', 'years']],
    )
    const { ask } = await startReview({ files })
    const { text } = await ask('/review/ht')
    expect(text).toMatch(/\/review\/ht\/bone".*?en review\.progress 7 8 · en review\.countStale 1</)
    expect(text).toMatch(/\/review\/ht\/outlook".*?en review\.progress 0 4 · en review\.countMissing 1</)
    expect(text).toMatch(/\/review\/ht\/askoutlook".*?en review\.countRed 4 4</)
  })

  test('show a text beside its source, each in its language and direction, with where it is heard', async () => {
    const { ask } = await startReview()
    const { text } = await ask('/review/ar/bone')
    expect(text).toMatch(/<div class="words" lang="en" dir="ltr">/)
    expect(text).toMatch(/<div class="words" lang="ar" dir="rtl">/)
    expect(text).toContain('id="part-voice-signs"')
    expect(text).toContain('en review.part en script.byPhone 2 3 signs')
    expect(text).toMatch(/en review\.seconds \d+</)
    expect(text).toMatch(/en review\.segments 1 \d+</)
    // Each publication once, however many texts rest on it.
    expect(text).toContain('bones may hurt <a href="#source-1">[1]</a> <a href="#source-2">[2]</a>')
    expect(text.match(/The Society, .*?Pain.*?, <span class="date">2021-05/g)).toHaveLength(1)
  })

  test('mark what has changed in the source since a text was signed', async () => {
    const text = ['locales/en/main.json', ['bone', 'title'], 'Your aching bones'] as const
    const before = signed(fixtureFiles, 'ht', { group: 'bone' })
    const { ask } = await startReview({ files: editFiles(before, text) })
    const page = (await ask(BONE)).text.replace(/<span class="unseen"[^>]*>([^<]*)<\/span>/g, '$1')
    expect(page).toContain(
      '<p lang="en" dir="ltr"><del> en review.gone Bones</del><ins> en review.new Your aching bones</ins></p>',
    )
    // A comment of a server that writes nothing loses none of them.
    const far = await startReview({ files: editFiles(before, text), mayWrite: false })
    const noted = await far.send(BONE, await far.ask(BONE), { ...NURSE, 'comment:nodes.bone.title': 'Ache.' })
    const file = await far.send('/review/ht', noted, { download: 'yes' })
    expect(file.text).toMatch(/^nodes\.bone\.title,.*,Ache\.,Bones$/m)
    // Signed by a version that kept no words.
    const path = reviewPath('ht')
    const older = { ...before, [path]: String(before[path]).replace(/,Bones$/gm, ',') }
    const { text: unknown } = await (await startReview({ files: editFiles(older, text) })).ask(BONE)
    expect(unknown).toContain('en review.notKept')
    expect(unknown).not.toContain('<del>')
  })

  test('of a long topic lead from one to the next, and name every text of it', async () => {
    const long = (part: string) => ['locales/en/main.json', ['bone', part], 'Bones. '.repeat(800)] as const
    const { ask, send, rowOf } = await startReview({
      files: editFiles(fixtureFiles, long('label'), long('title')),
    })
    const first = await ask(BONE)
    expect(first.text).toContain('en review.page 1 2')
    expect(first.text).toContain('href="/review/ht/bone.2#part-voice-signs" class="go" id="part-voice-signs"')
    const second = await send('/review/ht/bone.2', first, { ...NURSE, 'comment:nodes.bone.label': 'Long.' })
    expect(second.text).toMatch(/<section class="text" id="part-voice-signs"/)
    expect(second.text).toContain('en review.noted 1')
    expect(rowOf(LABEL)?.comment).toBe('Long.')
    // The last page leads to the next topic.
    const signed = await send('/review/ht/bone.2', second, { ...NURSE, sign: 'all' })
    expect(signed.text).toMatch(/id="message".*?href="\/review\/ht\/outlook"/)
    expect((await ask('/review/ht')).text).not.toContain('bone.2')
  })

  test('of the source language say that nobody signs it', async () => {
    const { ask, send } = await startReview()
    const page = await ask('/review/en/bone')
    expect(page.text).toContain('en review.sourceOnly')
    expect(page.text).not.toContain('name="sign"')
    expect((await send('/review/en/bone', page, { ...NURSE, sign: 'all' })).status).toBe(404)
  })

  test.each(['/review/xx', '/review/ht/nothing'])('%s is not there', async (path) => {
    const { ask } = await startReview()
    expect((await ask(path)).status).toBe(404)
  })

  test('say what is wrong with the files', async () => {
    const { ask } = await startReview({ files: editFiles(fixtureFiles, ['locales/ht/main.json', [], '{']) })
    const { status, text } = await ask(BONE)
    expect(status).toBe(500)
    expect(text).toContain('locales/ht/main.json')
    expect((await ask('/review')).status).toBe(200)
  })
})

describe('a signature', () => {
  test('of one text is written, and the page has the new state', async () => {
    const { ask, send, rowOf, stateOf } = await startReview()
    const { status, text } = await send(BONE, await ask(BONE), { ...NURSE, sign: LABEL })
    expect(status).toBe(200)
    expect(rowOf(LABEL)).toMatchObject({
      state: 'reviewed',
      by: 'M. R., nurse',
      when: '2026-11-23',
      how: 'human',
    })
    expect(stateOf('nodes.bone.title')).toBe('draft')
    expect(text).toMatch(/id="message"[^>]*role="status"[^>]*autofocus/)
    expect(text).toContain('en review.signed 1')
    expect(text).toContain('en review.nextStart')
    expect(text).toMatch(/en review\.goOn en review\.titleText/)
  })

  test('of all texts of a topic counts those that were signed before', async () => {
    const { ask, send, disk } = await startReview()
    await send(BONE, await ask(BONE), { ...NURSE, sign: LABEL })
    const { text } = await send(BONE, await ask(BONE), { ...NURSE, sign: 'all' })
    expect(text).toContain('en review.signed 7 en review.before 1')
    expect(languageOf(disk.files, 'ht').rows.size).toBe(8)
  })

  test('without a role is refused, and nothing that was written is lost', async () => {
    const { ask, send, disk } = await startReview()
    const fields = { ...NURSE, role: '', sign: LABEL, [`comment:${LABEL}`]: 'Too <long>.' }
    const { status, text } = await send(BONE, await ask(BONE), fields)
    expect(status).toBe(400)
    expect(text).toContain('en review.noRole')
    expect(text).toContain('Too &lt;long&gt;.')
    expect(disk.files).toBe(fixtureFiles)
  })

  test('that cannot be written is told in a sentence, and nothing that was written is lost', async () => {
    const { ask, send, disk, errors, rowOf } = await startReview()
    disk.isFull = true
    const fields = { ...NURSE, sign: LABEL, [`comment:${LABEL}`]: 'Too <long>.', [`back:${LABEL}`]: 'Bone' }
    const page = await send(BONE, await ask(BONE), fields)
    expect(page.status).toBe(500)
    expect(page.text).toContain(`en review.unsaved ${reviewPath('ht')}`)
    for (const kept of ['Too &lt;long&gt;.', 'value="M. R."', 'value="nurse"'])
      expect(page.text).toContain(kept)
    expect(errors).toHaveLength(1)
    disk.isFull = false
    await send(BONE, page, { sign: LABEL, [`comment:${LABEL}`]: 'Too <long>.' })
    expect(rowOf(LABEL)).toMatchObject({ by: 'M. R., nurse', comment: 'Too <long>.' })
  })

  test('can be taken back, and the reviewer is remembered from topic to topic', async () => {
    const { ask, send, stateOf } = await startReview()
    const { headers } = await send(BONE, await ask(BONE), { ...NURSE, sign: 'all' })
    const cookie = headers.getSetCookie().find((each) => each.startsWith('reviewer=')) ?? ''
    expect(cookie).toMatch(/^reviewer=[^;]+; Path=\/review; HttpOnly; Secure; SameSite=Strict$/)
    const [value = ''] = cookie.split(';')
    expect((await ask('/review/ht/outlook', { headers: { cookie: value } })).text).toContain('value="nurse"')
    await send(BONE, await ask(BONE), { ...NURSE, state: 'draft', sign: LABEL })
    expect(stateOf(LABEL)).toBe('draft')
  })

  test('that approves the red list needs a back-translation, and the other texts are signed', async () => {
    const { ask, send, stateOf } = await startReview()
    const rules = '/review/ht/rules'
    const fields = { ...NURSE, state: 'approved', sign: 'all', [`back:${RULE}`]: 'Call now.' }
    const { status, text } = await send(rules, await ask(rules), fields)
    expect(status).toBe(409)
    expect(text).toContain('en review.lacksBack')
    expect(stateOf(RULE)).toBe('approved')
    expect(stateOf('rules.cord.voice')).toBe('draft')
  })
})

describe('a comment', () => {
  test('is kept without a signature and in one line', async () => {
    const { ask, send, rowOf, stateOf } = await startReview()
    const comment = 'Say "zo",  \r\n not\u0000this.'
    const { text } = await send(BONE, await ask(BONE), { [`comment:${LABEL}`]: comment })
    expect(text).toContain('en review.noted 1')
    expect(rowOf(LABEL)?.comment).toBe('Say "zo", not this.')
    expect(stateOf(LABEL)).toBe('draft')
  })

  test('is no formula for a spreadsheet that opens the file, and comes back as it was', async () => {
    const { ask, send, rowOf, disk } = await startReview()
    const signer = { ...NURSE, initials: '@M.', sign: LABEL }
    await send(BONE, await ask(BONE), { ...signer, [`comment:${LABEL}`]: '=HYPERLINK("//evil.example")' })
    expect(disk.files[reviewPath('ht')]).toMatch(/,"?'@M\., nurse"?,.*,"?'=HYPERLINK\(/)
    expect(rowOf(LABEL)).toMatchObject({ by: '@M., nurse', comment: '=HYPERLINK("//evil.example")' })
  })

  test('leaves a signature as it is', async () => {
    const { ask, send, rowOf } = await startReview({ files: signed(fixtureFiles, 'ht') })
    await send(BONE, await ask(BONE), { [`comment:${LABEL}`]: 'Fine.' })
    expect(rowOf(LABEL)).toMatchObject({ state: 'reviewed', comment: 'Fine.' })
  })
})

describe('what has changed since the page was opened', () => {
  test('is not signed, the rest is, and what was written stays on the page', async () => {
    const { ask, send, disk, stateOf } = await startReview()
    const page = await ask(BONE)
    disk.files = editFiles(disk.files, ['locales/ht/main.json', ['bone', 'label'], 'zo'])
    const fields = { ...NURSE, sign: 'all', [`comment:${LABEL}`]: 'My words.' }
    const { status, text } = await send(BONE, page, fields)
    expect(status).toBe(409)
    expect(text).toContain('en review.refused 1')
    expect(text).toContain('en review.changed')
    expect(text).toContain('My words.')
    expect(text).toContain('en review.signed 7')
    expect(stateOf(LABEL)).toBe('draft')
  })

  test('is shown first to a reviewer who goes on to another topic', async () => {
    const { ask, send, disk } = await startReview({ mayWrite: false })
    const page = await send(BONE, await ask(BONE), { ...NURSE, sign: 'nodes.bone.title' })
    disk.files = editFiles(disk.files, ['locales/ht/main.json', ['bone', 'label'], 'zo'])
    const fields = { [`comment:${LABEL}`]: 'My words.' }
    for (const path of ['/review/ht/outlook', '/review/ht']) {
      const { status, text } = await send(path, page, { ...fields, download: 'yes' })
      expect(status).toBe(409)
      expect(text).toContain('action="/review/ht/bone"')
      expect(text).toContain('My words.')
    }
  })

  test('by another reviewer is not written over', async () => {
    const { ask, send, rowOf } = await startReview()
    const [one, other] = [await ask(BONE), await ask(BONE)]
    const answers = await Promise.all([
      send(BONE, one, { [`comment:${LABEL}`]: 'First.' }),
      send(BONE, other, { [`comment:${LABEL}`]: 'Second.', ...NURSE, sign: 'nodes.bone.title' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 409])
    expect(answers[1]?.text).toContain('Second.')
    expect(rowOf(LABEL)?.comment).toBe('First.')
    expect(rowOf('nodes.bone.title')?.state).toBe('reviewed')
  })
})

describe('a form', () => {
  test.each([
    ['of another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    [
      'of another site on the same domain',
      { origin: 'https://other.example.org', 'sec-fetch-site': 'same-site' },
    ],
    ['of nowhere', {}],
  ])('%s is refused with a sentence', async (_where, headers) => {
    const { ask, send, disk } = await startReview()
    const { status, text } = await send(BONE, await ask(BONE), { ...NURSE, sign: 'all' }, headers)
    expect(status).toBe(403)
    expect(text).toContain('en info.otherSite http')
    expect(disk.files).toBe(fixtureFiles)
  })

  test.each([
    ['spaces', `comment:${LABEL}=${'+'.repeat(300_000)}x&mark:${LABEL}=`],
    ['fields', Array.from({ length: 60_000 }, (_, index) => `mark:${index}=`).join('&')],
  ])('of very many %s keeps nobody waiting', async (_what, body) => {
    const { ask } = await startReview()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_URL }
    const began = performance.now()
    await ask(BONE, { method: 'POST', headers, body })
    // Before, these took minutes.
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('that is too large is not read', async () => {
    const { ask, send } = await startReview()
    const fields = { [`comment:${LABEL}`]: 'a'.repeat(3 * 1024 * 1024) }
    expect((await send(BONE, await ask(BONE), fields)).status).toBe(413)
  })
})

describe('where the server may not write', () => {
  test('signatures go from topic to topic in the form, and come back as a file', async () => {
    const { ask, send, disk } = await startReview({ mayWrite: false })
    const signedBone = await send(BONE, await ask(BONE), { ...NURSE, sign: 'all' })
    expect(signedBone.text).toContain('en review.notSent')
    expect(signedBone.text).toMatch(/<button[^>]*formaction="\/review\/ht\/outlook"/)
    // The button that opens the next topic.
    const outlook = await send('/review/ht/outlook', signedBone, NURSE)
    const both = await send('/review/ht/outlook', outlook, { ...NURSE, sign: 'all' })
    const contents = await send('/review/ht', both, {})
    expect(contents.text).toContain('en review.progress 8 8')
    const file = await send('/review/ht', contents, { download: 'yes' })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="review.ht.csv"')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.text).toMatch(/^nodes\.bone\.title,.*,Bones$/m)
    const written: Files = { ...fixtureFiles, [reviewPath('ht')]: file.text }
    const { units } = languageOf(written, 'ht')
    expect(units.filter(({ state }) => state === 'reviewed')).toHaveLength(12)
    expect(disk.files).toBe(fixtureFiles)
  })
})

test('without authored files there is nothing to review', async () => {
  const { app } = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD })
  expect((await app.request('/review', { headers: { authorization } })).status).toBe(404)
})

/** The fields that a browser sends of a form, without its buttons. */
function fieldsOf(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input ([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const isLeft = attributes.includes('type="radio"') && !/\bchecked\b/.test(attributes)
    const attributeOf = (name: string) =>
      unescapeHtml(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    return isLeft ? [] : [[attributeOf('name'), attributeOf('value')]]
  })
  const areas = [...html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(
    ([, name = '', text = '']) => [unescapeHtml(name), unescapeHtml(text)],
  )
  return Object.fromEntries([...inputs, ...areas])
}

function unescapeHtml(text: string): string {
  return text.replace(/&(quot|lt|gt|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', '#39': "'", amp: '&' }
