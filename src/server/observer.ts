/**
 * What the operator learns of a running server: its log, its metrics, and the sentences of its watch (watch.ts). The app reports to all
 * three through `deps`.
 *
 * @example
 * const observer = createObserver({ usage, log, alarmUrl: config.alarmUrl, name: 'Plainline' })
 * createApp({ ...observer.deps, line, settings, assets, now })
 */
import type { Logger } from 'pino'
import type { BufferedRecorder } from '../usage/recorder.ts'
import { CEILING_MET, type Deps, TODAY_CHANGED, TODAY_UNREAD } from '../web/deps.ts'
import { stackWithoutMessage } from '../web/stack.ts'
import { createLogThrottle } from './log-throttle.ts'
import { createMetrics } from './metrics.ts'
import { startWatch } from './watch.ts'

type Reports =
  | ('usage' | 'logError' | 'metrics' | 'today')
  | ('onRequest' | 'onHeldBack' | 'onRefused' | 'onMisdirected' | 'onCeiling')

interface Observed {
  readonly usage: BufferedRecorder
  readonly log: Logger
  /** Where the watch posts its sentences; null: nowhere. */
  readonly alarmUrl: string | null
  /** The name of the line. */
  readonly name: string
}

export function createObserver({ usage, log, alarmUrl, name }: Observed) {
  const metrics = createMetrics(usage)
  const throttle = createLogThrottle((kind, more) =>
    log.warn({ kind, more }, 'More lines of this kind in the last minute'),
  )
  const watch = startWatch({
    url: alarmUrl,
    name,
    now: () => performance.now(),
    isUnwritten: () => usage.lastError() !== null,
    warn: (sentence) => log.warn(sentence),
  })
  const deps: Pick<Deps, Reports> = {
    usage: {
      ...usage,
      count(channel, locale, tallies) {
        watch.hear(tallies)
        usage.count(channel, locale, tallies)
      },
    },
    logError(error, about, requestId) {
      metrics.countError()
      const stack = stackWithoutMessage(error)
      throttle.write(stack, () => log.error({ requestId, error: stack }, `Failed at ${about}`))
    },
    metrics: metrics.text,
    today: {
      store: usage,
      onChange: (change) => log.info(change, TODAY_CHANGED),
      onError: (problem) => log.warn({ problem }, TODAY_UNREAD),
    },
    onRequest(request) {
      metrics.observeRequest(request)
      // To log each request would cost as much as to answer it, and /metrics has counted it.
      if (request.status < 400) log.debug(request, 'request')
      else throttle.write(`${request.route} ${request.status}`, () => log.warn(request, 'request'))
    },
    onHeldBack(by) {
      metrics.countHeldBack(by)
      watch.countHeldBack(by)
    },
    onRefused(why) {
      watch.countRefusal()
      throttle.write('a signature', () => log.warn(why()))
    },
    onMisdirected: (sentence) => throttle.write(sentence, () => log.warn(sentence)),
    onCeiling: (most) => log.error(most, CEILING_MET),
  }
  return {
    deps,
    /** From now on no sentence is posted. */
    stopWatching: () => watch.close(),
    /** Logs how many lines were left out. */
    close: () => throttle.close(),
  }
}
