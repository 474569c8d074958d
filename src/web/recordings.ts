/**
 * The clips of the demo: from the folder `recordings/`, where `npm run recordings` puts them, else from the language's own address. A
 * live line plays them from that address by itself.
 *
 * @example
 * app.route('/recordings', recordingRoutes(deps)) // GET /recordings/ht/4d5d0d8e2b1c.wav
 */
import { Hono } from 'hono'
import type { Line } from '../line/line.ts'
import type { Deps } from './deps.ts'

const NAME = /^([0-9a-f]{12}|silence-\d{3,4})\.wav$/

export function recordingRoutes({ line, loadClip }: Pick<Deps, 'line' | 'loadClip'>): Hono {
  const app = new Hono()
  app.get('/:locale/:file', async (c) => {
    const { locale, file } = c.req.param()
    if (!Object.hasOwn(line.locales, locale) || !NAME.test(file)) return c.notFound()
    const clip = await loadClip?.(locale, file)
    // A clip that is recorded again has another name.
    if (clip) return c.body(clip, 200, { 'content-type': 'audio/wav', 'cache-control': 'no-cache' })
    const { url } = line.locales[locale]?.settings.recordings ?? {}
    return url ? c.redirect(url + file) : c.notFound()
  })
  return app
}

/** The hosts that a phone in the browser may play clips from. */
export function clipOrigins({ locales }: Pick<Line, 'locales'>): readonly string[] {
  const urls = Object.values(locales).flatMap(({ settings }) => settings.recordings?.url ?? [])
  return [...new Set(urls.map((url) => new URL(url).origin))]
}
