/** The message for the operator after the server has started: the page to open, and the URLs for Twilio's Console. */
import type { Config } from '../config.ts'
import type { Line } from '../line/line.ts'

export function startNotice(
  line: Line,
  { publicUrl, authTokens }: Pick<Config, 'publicUrl' | 'authTokens'>,
  port: number,
): string {
  const local = `http://localhost:${port}`
  const address = publicUrl ?? local
  const demo = authTokens.length === 0
  return [
    `${line.settings.name} answers.`,
    '',
    `  Open                         ${local}/`,
    '  Call it from this terminal   npm run phone',
    `  Twilio, "A call comes in"    POST ${address}/voice`,
    `  Twilio, "A message comes in" POST ${address}/sms`,
    `  Twilio, call status          POST ${address}/voice/status`,
    '',
    ...(demo
      ? [
          'This is a demo: TWILIO_AUTH_TOKEN is not set, so webhooks are not checked, and only this machine can reach it.',
          '',
        ]
      : []),
  ].join('\n')
}
