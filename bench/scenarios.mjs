// What people do: press a key that leads to a menu, or to a topic; text a word, or a sentence with slips.
import { readFileSync } from 'node:fs'
import { keyPressed, texted } from './requests.mjs'

/** Sentences as people type them, from the open benchmark of the finder. */
const sentences = ['en', 'second.en', 'es'].flatMap((name) =>
  readFileSync(`test/finding/${name}.tsv`, 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t')[0])
    .filter((text) => text.includes(' ')),
)

/** By name, the requests of a scenario, no two from the same person: `at` is the path at the line, or at a peer. */
export function scenariosOf(line) {
  const steps = stepsOf(line)
  const words = Object.values(line.locales).flatMap(({ resources }) =>
    Object.entries(resources.nodes).flatMap(([slug, { word }]) =>
      'number' in line.nodes[slug] ? [word.toUpperCase()] : [],
    ),
  )
  const press = (kind) => {
    const some = steps.filter((step) => line.nodes[step.to].kind === kind)
    return (number, path) => {
      const { at, key } = some[number % some.length]
      return keyPressed(path ?? `/voice/${at}`, key, number)
    }
  }
  const text = (some) => (number, path) => texted(path ?? '/sms', some[number % some.length], number)
  return {
    'voice-menu': press('menu'),
    'voice-topic': press('topic'),
    'text-word': text(words),
    'text-sentence': text(sentences),
  }
}

/** Every option of every menu in every language: where it is offered, its key, and where it leads. */
function stepsOf({ nodes, main, locales }) {
  const steps = []
  const visit = (slug, trail) => {
    for (const { key, to } of nodes[slug].options) {
      for (const locale of Object.keys(locales))
        steps.push({
          at: [trail.length + 1, locale, 'normal', ...trail, slug].join('/'),
          key: String(key),
          to,
        })
      if (nodes[to].kind === 'menu' && !trail.includes(to)) visit(to, [...trail, slug])
    }
  }
  visit(main, [])
  return steps
}
