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

/** The folder with package.json. It is searched for, because the bundler decides where this file ends up in `dist/`. */
export const root = projectFolder(dirname(fileURLToPath(import.meta.url)))

/** With the operator's own folder. */
export const project = projectAt(root, readEnvironment())

/** The arguments of the command. It ends with its usage for `--help`, and with a sentence for a wrong one, where `parseArgs` throws. */
export function readArguments<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(`${usage}\n`)
    process.exit()
  }
  try {
    return parseArgs<Config>(config)
  } catch (error) {
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/)
    const options = Object.keys(config.options ?? {}).map((name) => `--${name}`)
    return exitWith(
      `${problem.replace(/\.$/, '')}.${options.length > 0 ? ` Options: ${options.join(', ')}.` : ''}`,
    )
  }
}

/** The locale of that name, else the first of the line. */
export function localeOrExit(line: Line, name: string | undefined): string {
  const { locales } = line.settings
  const locale = locales.find((each, index) => (name === undefined ? index === 0 : each === name))
  return locale ?? exitWith(`There is no locale "${name}". This line has: ${locales.join(', ')}.`)
}

/** The country of that ISO code, else the line's own; the directory must have it. */
export function countryOrExit({ settings, directory }: Line, code: string | undefined): string {
  const country = code ?? settings.country
  if (directory[country]) return country
  return exitWith(
    `The directory has no numbers for "${country}". It has: ${Object.keys(directory).join(', ')}.`,
  )
}

function projectFolder(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : projectFolder(dirname(folder))
}
