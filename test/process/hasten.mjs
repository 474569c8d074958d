/** Loaded before a server, makes what it does once a minute come ten times a second. */
const MINUTE_MS = 60_000
const { setInterval } = globalThis
globalThis.setInterval = (callback, ms, ...args) =>
  setInterval(callback, ms === MINUTE_MS ? 100 : ms, ...args)
