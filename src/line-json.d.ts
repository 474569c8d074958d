/** The compiled line, written by `npm run build:line` just before the worker is bundled. */
declare module '*/dist/line.json' {
  const line: unknown
  export default line
}
