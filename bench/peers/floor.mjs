// Hono on Node, form parsed, signature verified, constant TwiML: the least that a webhook of Twilio's needs.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { PORT, PUBLIC_URL, TWILIO_AUTH_TOKEN } = process.env
const answers = JSON.parse(process.env.ANSWERS)
const app = new Hono().post('/:scenario', async (c) => {
  const form = new URLSearchParams(await c.req.text())
  form.sort()
  let signed = PUBLIC_URL + c.req.path
  for (const [name, value] of form) signed += name + value
  const expected = createHmac('sha1', TWILIO_AUTH_TOKEN).update(signed).digest()
  const given = Buffer.from(c.req.header('x-twilio-signature') ?? '', 'base64')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.text('not signed', 403)
  return c.body(answers[c.req.param('scenario')], 200, { 'content-type': 'text/xml; charset=utf-8' })
})
serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' })
