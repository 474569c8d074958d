/** Loaded before a server, breaks what it is told to by message. People's words and numbers are in every error. */
import { Server } from 'node:net'
import { isMainThread } from 'node:worker_threads'

const words = 'zebrafinch +15555577391'
const threads = []
const servers = []
const ways = {
  reject: () => void Promise.reject(Object.assign(new Error(words), { code: '57P01' })),
  rejectWords: () => void Promise.reject(words),
  throw: () => {
    throw new TypeError(`${words}\n${words}`)
  },
  print: () => console.error(new Error(words)),
  printWords: () => console.warn(words),
  // As where no file descriptor is left for a connection.
  accept: () => servers.at(-1).emit('error', Object.assign(new Error(words), { code: 'EMFILE' })),
  // sqlite-worker.ts does not know this method: its promise is rejected, and nothing handles that.
  thread: () => threads.at(-1).postMessage({ method: words }),
}

if (isMainThread) {
  const { listen } = Server.prototype
  Server.prototype.listen = function listenAndTell(...args) {
    servers.push(this)
    return listen.apply(this, args)
  }
  process.on('worker', (thread) => threads.push(thread))
  process.on('message', (way) => setImmediate(ways[way]))
}
process.channel?.unref()
