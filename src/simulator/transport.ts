/**
 * How the simulator reaches the line: one signed or unsigned form in, one document out.
 *
 * @example
 * const post = postBy(createDemoApp(line).request)
 * await post('/voice', { From: '+15555550111', To: '+15555550100' }, null) // { status: 200, body: '<?xml …', … }
 */

export type FormFields = Readonly<Record<string, string>>

interface Reply {
  readonly status: number
  readonly body: string
  /** The `name=value` of a cookie to send back from now on. */
  readonly cookie: string | null
  /** The `Content-Language` of the document. */
  readonly language: string | null
}

export type Post = (path: string, fields: FormFields, cookie: string | null) => Promise<Reply>

/** Sends forms by a function with the signature of `fetch`, such as `app.request`, to paths under `address`. */
export function postBy(
  request: (url: string, init: RequestInit) => Response | Promise<Response>,
  address = '',
): Post {
  return async (path, fields, cookie) => {
    const response = await request(address + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie ? { cookie } : {}),
      },
      body: new URLSearchParams(fields).toString(),
    })
    const set = response.headers.get('set-cookie')
    return {
      status: response.status,
      body: await response.text(),
      cookie: set?.split(';')[0] ?? null,
      language: response.headers.get('content-language'),
    }
  }
}
