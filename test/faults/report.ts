/** Writes docs/reliability.md, once every fault was survived. */
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Reporter, TestModule } from 'vitest/node'
import type { Fault } from './fault.ts'

const FAULTS = 'test/faults'
const FILE = 'docs/reliability.md'

const introduction = (date: string) => `# What happens when something fails

People call this line at three in the morning and have nobody else. So it is built to answer whatever fails, and to count what it
answered. \`npm run bench -- faults\` breaks one thing after another, under a real server that is called and texted over HTTP with
signed webhooks, as Twilio does, and wrote this table on ${date}, on ${cpus().length} cores, where the people were at work too.

- **Heard** is what callers heard and texters read while it failed: the words of the topic or of the apology, in Spanish, which the
  callers had chosen.
- **Slowest** is the slowest answer while it failed, with 20 people calling and 20 texting at once, from the first byte sent to the last
  received. Twilio waits 15 seconds. The counts are written beside the answers, never before them: where a database fails, all have
  their answer while it still has nothing.
- **Counted** is how many calls and texts were counted in the end, of how many were answered. **Lost** must be 0 everywhere but after
  \`kill -9\`, which loses what was counted since the last write, half a second before.

How a server ends (signals once or often, npm, a terminal that closes, the first process of a container, a database that is locked meanwhile), and what does not end it (errors that
nobody catches, files of earlier runs that are broken or another user's, a log that nobody reads) is tried at each change: \`test/process/ending.test.ts\`, \`survival.test.ts\`.

| What fails | Heard | Slowest | Counted | Lost |
| --- | --- | --: | --: | --: |
`

function row({ fault, heard, slowest, asked, counted }: Fault): string {
  return `| ${fault} | ${heard} | ${slowest} ms | ${counted} of ${asked} | ${Math.max(0, asked - counted)} |`
}

// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter so
export default class FaultReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = [...modules]
      .sort((one, other) => one.moduleId.localeCompare(other.moduleId))
      .flatMap((module) => [...module.children.allTests()])
    // A part of the faults would make a table that looks whole.
    if (modules.length < readdirSync(FAULTS).filter((name) => name.endsWith('.test.ts')).length) return
    if (!tests.every((test) => test.ok() && test.meta().fault)) return
    const rows = tests.flatMap((test) => test.meta().fault ?? []).map(row)
    const date = new Date().toISOString().slice(0, 10)
    writeFileSync(FILE, `${introduction(date)}${rows.join('\n')}\n`)
  }
}
