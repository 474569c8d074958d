/**
 * Parts that every command needs: the project's folder, and its arguments, of which a wrong one ends it with a sentence.
 *
 * @example
 * const { values, positionals } = readArguments(USAGE, { allowPositionals: true })
 * const locale = localeOrExit(line, positionals[0])
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Line } from '../../line/line.ts'
import { readEnvironment } from '../../server/environment.ts'
import { exitWith } from '../../server/load-line.ts'
import { projectAt } from '../../server/project.ts'

// A reader such as `head` may close its end: what follows is written nowhere, and the command still ends its work.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

/** The folder with package.json. It is searched for, because the bundler decides where this file ends up in `dist/`. */
export const root = projectFolder(dirname(fileURLToPath(import.meta.url)))

/** With the operator's own folder. */
export const project = projectAt(root, readEnvironment())

/** The arguments of the command. It ends with its usage for `--help`, and with a sentence for a wrong one, where `parseArgs` throws. */
export function readArguments<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  const given = process.argv.slice(2)
  if (given.some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(`${usage}\n`)
    process.exit()
  }
  const { options = {} } = config
  const args = withNumbersJoined(given, options)
  const lacking = args.find((argument, index) => isText(argument, options) && lacksValue(args[index + 1]))
  if (lacking !== undefined)
    exitWith(`${lacking} has no value. Write it after it: \`${lacking} …\`; --help shows one.`)
  try {
    return parseArgs<Config & { readonly args: string[] }>({ ...config, args })
  } catch (error) {
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/)
    const names = Object.keys(options).map((name) => `--${name}`)
    return exitWith(
      `${problem.replace(/\.$/, '')}.${names.length > 0 ? ` Options: ${names.join(', ')}.` : ''}`,
    )
  }
}

/** The whole number from 0 that an option gives. */
export function countOrExit(option: string, value: string): number {
  if (/^\d{1,7}$/.test(value)) return Number(value)
  return exitWith(`--${option} is "${value}". It must be a whole number from 0 to 9999999, such as 500.`)
}

/** The locale of that name, else the first of the line. */
export function localeOrExit(line: Line, name: string | undefined): string {
  const { locales } = line.settings
  const locale = locales.find((each, index) => (name === undefined ? index === 0 : each === name))
  if (locale !== undefined) return locale
  if (name !== undefined && /^[\w-]+$/.test(name) && existsSync(join(root, 'locales', name)))
    exitWith(
      `"${name}" is a draft: locales/${name} has its texts, and this line does not offer it. To offer it, write into line/line.yaml: \`locales: [${[...locales, name].join(', ')}]\`; \`npm run review -- ${name}\` says what people have yet to sign.`,
    )
  return exitWith(`There is no locale "${name}". This line has: ${locales.join(', ')}.`)
}

/** The country of that ISO code, else the line's own; the directory must have it. */
export function countryOrExit({ settings, directory }: Line, code: string | undefined): string {
  const country = code?.toUpperCase() ?? settings.country
  if (directory[country]) return country
  return exitWith(
    `The directory has no numbers for "${country}". It has: ${Object.keys(directory).join(', ')}.`,
  )
}

type Options = NonNullable<ParseArgsConfig['options']>

/** A negative number after an option is its value, so that the command says what is wrong with it. */
function withNumbersJoined(args: readonly string[], options: Options): string[] {
  return args.flatMap((argument, index) => {
    if (isText(argument, options) && isNegative(args[index + 1])) return [`${argument}=${args[index + 1]}`]
    return isNegative(argument) && isText(args[index - 1], options) ? [] : [argument]
  })
}

/** Whether an argument is an option that takes a value. */
function isText(argument: string | undefined, options: Options): boolean {
  const name = argument?.startsWith('--') ? argument.slice(2) : ''
  return Object.hasOwn(options, name) && options[name]?.type === 'string'
}

function isNegative(argument: string | undefined): boolean {
  return argument !== undefined && /^-[\d.]/.test(argument)
}

function lacksValue(argument: string | undefined): boolean {
  return argument === undefined || argument === '' || argument.startsWith('--')
}

function projectFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : projectFolder(dirname(folder))
}
