/** The compiled line, written by `npm run build` just before the worker is bundled. */
declare module '*/dist/line.json' {
  const line: unknown
  export default line
}

/** What browsers load, written by `build.mjs`. */
declare module '*/dist/assets.json' {
  const assets: readonly import('./web/assets.ts').Asset[]
  export default assets
}

/** The authored files that `/review` reads, written by `npm run build`. */
declare module '*/dist/authored.json' {
  const files: import('./authored/files.ts').Files
  export default files
}
