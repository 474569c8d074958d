/** Loaded before a server, sets its clock forward or back by as many milliseconds as it is sent. */
import { isMainThread } from 'node:worker_threads'

let shift = 0
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length > 0 ? values : [RealDate.now() + shift]))
  }

  static now() {
    return RealDate.now() + shift
  }
}

if (isMainThread)
  process.on('message', (milliseconds) => {
    shift += milliseconds
    process.send(shift)
  })
process.channel?.unref()
