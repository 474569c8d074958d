/**
 * `npm run new-topic lodging -- --menu papers`: the files of a new topic in your own folder, with a free number, to be written.
 *
 * @example
 * npm run new-topic lodging                      # says which menus have room
 * npm run new-topic lodging -- --menu papers
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { formatIssue } from '../authored/issue.ts'
import { OWN_FOLDER } from '../authored/own-path.ts'
import { readDraft } from '../line/draft.ts'
import { loadFiles } from '../server/load-files.ts'
import { exitWith } from '../server/load-line.ts'
import { pathOnDisk } from '../server/project.ts'
import { writeTogether } from '../server/write-together.ts'
import { project, readArguments } from './support/command.ts'
import { topicSkeleton } from './support/topic-skeleton.ts'

const USAGE = `npm run new-topic NAME -- --menu MENU

Writes the files of a new topic into your own folder, with a free number. Without --menu it says which menus have room.`

const { values, positionals } = readArguments(USAGE, {
  options: { menu: { type: 'string' } },
  allowPositionals: true,
})
const [slug, ...more] = positionals
if (slug === undefined || more.length > 0)
  exitWith('Name the topic in one word of small letters: `npm run new-topic lodging -- --menu papers`.')
const { draft, issues } = readDraft(await loadFiles(project))
if (!draft) exitWith(issues.map(formatIssue).join('\n'))
const skeleton = topicSkeleton(draft, slug, values.menu)
if (!skeleton.ok) exitWith(skeleton.problems.join('\n'))

const own = project.own ?? join(project.root, OWN_FOLDER)
const { number, files } = skeleton.value
const placed = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [pathOnDisk({ ...project, own }, path), text]),
)
const [there] = Object.keys(placed).filter((file) => existsSync(file))
if (there) exitWith(`${there} is there already. Move it away, or choose another name.`)
for (const file of Object.keys(placed)) await mkdir(dirname(file), { recursive: true })
await writeTogether('/', placed)
process.stdout.write(
  `"${slug}" is topic ${number}. Written: ${Object.keys(placed).join(', ')}. Fill in its texts: \`npm run lines\` lists what is missing, and nothing of it is told before. The line then learns its examples, a minute or two, and says so as it goes.\n`,
)
