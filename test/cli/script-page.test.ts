/** The page that reviewers read: the whole line in one language. */
import { describe, expect, test } from 'vitest'
import { scriptPage } from '../../src/cli/support/script-page.ts'
import { line, locales } from '../support/line.ts'

describe.each(locales)('the script in %s', async (locale) => {
  const page = String(await scriptPage(line, locale))

  test('is a page in that language', () => {
    expect(page).toMatch(
      new RegExp(`<html lang="${locale}" dir="${line.locales[locale]?.settings.direction}">`),
    )
  })

  test('has every topic, once, with its number', () => {
    const topics = Object.entries(line.nodes).flatMap(([slug, node]) =>
      node.kind === 'topic' ? [{ slug, number: node.number }] : [],
    )
    for (const { slug, number } of topics)
      expect(page.match(new RegExp(`<h2 id="${slug}">.+ \\(${number}\\)</h2>`, 'g'))).toHaveLength(1)
  })

  test('has words for everything: no key and no placeholder is left', () => {
    expect(page).not.toMatch(/\{\{|\bscript\.[a-z]+[A-Z<]|undefined/)
  })
})
