/** Of the real line: a question gets its sentence in the first reply, not only its topic. */
import { expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { take } from '../../src/line/take.ts'
import { writeText } from '../../src/sms/render.ts'
import { sms } from '../support/fixture-person.ts'
import { line } from '../support/line.ts'

const texts = textsOf(line)

test.each([
  ['who pays for hospice', /Medicare Part A can pay for hospice/],
  ['¿medicare cubre el hospicio?', /Medicare/],
  ['does a bone scan hurt', /A bone scan looks at all your bones/],
  ['what do i say when i call about my back', /worried about my spine|your spine/],
  ['can my husband catch it', /nobody can catch cancer/],
  ['mis hijos se pueden contagiar', /a nadie se le pega/],
  ['she has no appetite, what do I do', /Do not force them/],
  ['mi mamá no quiere comer', /No obligue/],
  ['weight gain', /gain weight on hormone pills/],
  ['aumento de peso', /suben de peso/],
  ['i forgot to take my kisqali', /Never take two at once/],
])('"%s" is answered at once', (words, answer) => {
  expect(writeText(texts, take(line, null, { kind: 'text', words }, sms))).toMatch(answer)
})
