/** Work in rounds: every step of all before the next step of any, and nobody waits for too many. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRounds } from '../../src/web/rounds.ts'

/** Who did which step, in the order in which they were done. */
function watched(count: number) {
  const done: string[] = []
  const inRounds = createRounds()
  for (let who = 0; who < count; who += 1)
    inRounds({
      step() {
        done.push(`${who} works`)
        return () => {
          done.push(`${who} sends`)
          return undefined
        }
      },
      fail: () => expect.unreachable(),
    })
  return done
}

test('what has come in together is worked out together, and then sent', async () => {
  const done = watched(3)
  expect(done).toEqual([])
  await nextTurn()
  expect(done).toEqual(['0 works', '1 works', '2 works', '0 sends', '1 sends', '2 sends'])
})

test('nobody waits for more than 31 others, and none is forgotten', async () => {
  const done = watched(70)
  await nextTurn()
  expect(done.length).toBe(140)
  expect(done.indexOf('31 sends')).toBeLessThan(done.indexOf('32 works'))
  expect(done.indexOf('63 sends')).toBeLessThan(done.indexOf('64 works'))
})

test('what comes in later has a round of its own', async () => {
  const inRounds = createRounds()
  const done: string[] = []
  const add = (who: string) =>
    inRounds({
      step() {
        done.push(who)
        return undefined
      },
      fail: () => expect.unreachable(),
    })
  add('first')
  await nextTurn()
  add('second')
  expect(done).toEqual(['first'])
  await nextTurn()
  expect(done).toEqual(['first', 'second'])
})

test.each(['works', 'sends'])('who fails while it %s keeps nobody else from any step', async (when) => {
  const inRounds = createRounds()
  const done: string[] = []
  const mistake = new Error('A planted mistake')
  for (const who of ['first', 'failing', 'last']) {
    const act = (what: string) => {
      if (who === 'failing' && what === when) throw mistake
      done.push(`${who} ${what}`)
    }
    inRounds({
      step() {
        act('works')
        return () => {
          act('sends')
          return undefined
        }
      },
      fail: (error) => done.push(`${who} fails: ${error === mistake}`),
    })
  }
  await nextTurn()
  expect(done.filter((each) => !each.startsWith('failing'))).toEqual([
    'first works',
    'last works',
    'first sends',
    'last sends',
  ])
  expect(done.filter((each) => each.startsWith('failing')).at(-1)).toBe('failing fails: true')
})
