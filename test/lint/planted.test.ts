/**
 * An operator or a translator makes one mistake in the files of the real line: at most three lines tell of it, and the first names its
 * place, its cause and what to do.
 */
import { describe, expect, test } from 'vitest'
import type { Files } from '../../src/authored/files.ts'
import { formatIssue } from '../../src/authored/issue.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { lintFrom } from '../support/lint-from.ts'
import { root } from '../support/root.ts'
import { misshapen } from './planted/misshapen.ts'
import { type Planted, plant } from './planted/planted.ts'
import { unfit } from './planted/unfit.ts'
import { unreadable } from './planted/unreadable.ts'

const MOST_LINES = 3

const files = withFewExamples(await loadFiles(shippedProject(root)))
const lintPlanted = lintFrom(files)

describe.each(Object.entries({ unreadable, misshapen, unfit }))('%s', (_group, cases) => {
  test.each(cases)('$name', (mistake) => {
    const planted = plant(files, mistake)
    const { issues } = lintPlanted(planted, '', neverLearn)
    const [first] = issues
    const told = issues.map(formatIssue)
    expect(told.length, told.join('\n')).toBeLessThanOrEqual(MOST_LINES)
    expect(told[0]).toMatch(mistake.says)
    expect(first?.file).toBe(mistake.where ?? mistake.file)
    expect(String(planted[first?.file ?? '']).split('\n')[(first?.line ?? 0) - 1]).toContain(mistake.at)
  })
})

test('each mistake of several kinds is planted', () => {
  const all: readonly Planted[] = [...unreadable, ...misshapen, ...unfit]
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(24)
})

/** A line with a mistake never gets so far. */
function neverLearn(): never {
  throw new Error('This mistake was not found before the line was compiled.')
}

/** No mistake here is about the sentences that the finder learns from, and reading them all takes most of the time. */
function withFewExamples(all: Files): Files {
  const learned = Object.keys(all).filter((file) => /\/(examples|cries)\.json$/.test(file))
  return { ...all, ...Object.fromEntries(learned.map((file) => [file, firstsOf(String(all[file]))])) }
}

function firstsOf(json: string): string {
  const lists: Record<string, readonly string[]> = JSON.parse(json)
  return JSON.stringify(Object.fromEntries(Object.entries(lists).map(([name, [first]]) => [name, [first]])))
}
