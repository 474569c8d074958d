// Hono on Node, constant TwiML, the body not read: the least a server can do.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const answers = JSON.parse(process.env.ANSWERS)
const app = new Hono().post('/:scenario', (c) =>
  c.body(answers[c.req.param('scenario')], 200, { 'content-type': 'text/xml; charset=utf-8' }),
)
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
