/** Loaded before a server, makes what it does once a minute come once a second. */
const MINUTE_MS = 60_000
const { setInterval } = globalThis
globalThis.setInterval = (callback, ms, ...args) =>
  setInterval(callback, ms === MINUTE_MS ? 1000 : ms, ...args)
