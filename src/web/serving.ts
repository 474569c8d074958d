/**
 * Answers with the newest line. Another one takes its place between two requests: what has begun is answered by the line that it began
 * with, and a call goes on with its next step, since its position is in the address of that step.
 *
 * @example
 * const serving = createServing(deps, line)
 * createServer(getRequestListener(serving.fetch))
 * serving.use(withOverrides(reloaded, config))
 */
import type { Line } from '../line/line.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { createLasting } from './lasting.ts'

export function createServing(deps: Omit<Deps, 'line'>, line: Line) {
  const lasting = createLasting(deps)
  const serve = (line: Line) => createApp({ ...deps, line }, lasting)
  let app = serve(line)
  return {
    fetch: (request: Request, env?: object) => app.fetch(request, env),
    use(newer: Line): void {
      app = serve(newer)
    },
  }
}
