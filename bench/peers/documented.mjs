// The way Twilio's documentation shows: Express, `twilio.webhook()`, and a response built for each request.
import express from 'express'
// biome-ignore lint/style/noRestrictedImports: as documented
import twilio from 'twilio'

const { PORT, PUBLIC_URL, TWILIO_AUTH_TOKEN } = process.env
const words = JSON.parse(process.env.WORDS)
const { VoiceResponse, MessagingResponse } = twilio.twiml
const app = express()
app.use(express.urlencoded({ extended: false }))
app.use(twilio.webhook(TWILIO_AUTH_TOKEN, { protocol: 'https', host: new URL(PUBLIC_URL).host }))
app.post('/voice-:scenario', (request, response) => {
  const twiml = new VoiceResponse()
  const gather = twiml.gather({ input: 'dtmf speech', numDigits: 1, timeout: 10, action: request.path })
  gather.say({ voice: 'Polly.Joanna-Neural', language: 'en-US' }, words[`voice-${request.params.scenario}`])
  twiml.redirect(request.path)
  response.type('text/xml').send(twiml.toString())
})
app.post('/text-:scenario', (request, response) => {
  const twiml = new MessagingResponse()
  twiml.message(words[`text-${request.params.scenario}`])
  response.type('text/xml').send(twiml.toString())
})
app.listen(Number(PORT), '127.0.0.1')
