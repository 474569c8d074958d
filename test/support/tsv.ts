/**
 * The rows of a table beside the tests, without its heading; each as its columns.
 *
 * @example
 * readTsv('content/misroutes') // [['en', 'acupuncture', 'remedies'], …]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

export function readTsv(name: string): readonly (readonly string[])[] {
  const text = readFileSync(join(root, 'test', `${name}.tsv`), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
}
