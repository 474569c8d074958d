/** How a phone reaches the line: one signed or unsigned form in, one document out. */

export type Form = Readonly<Record<string, string>>

export interface Reply {
  readonly status: number
  readonly body: string
  /** The `name=value` of a cookie to send back from now on. */
  readonly cookie: string | null
  /** The language of the document, where the line says it. */
  readonly language: string | null
}

export type Post = (path: string, form: Form, cookie: string | null) => Promise<Reply>

/** Sends forms by a function of the shape of `fetch`, such as `app.request`, to paths under `address`. */
export function postBy(
  request: (url: string, init: RequestInit) => Response | Promise<Response>,
  address = '',
): Post {
  return async (path, form, cookie) => {
    const response = await request(address + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie ? { cookie } : {}),
      },
      body: new URLSearchParams(form).toString(),
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
