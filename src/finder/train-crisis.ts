/**
 * Trains the crisis classifier: logistic regression on example sentences, when the line is compiled. The same examples give the
 * same weights.
 *
 * @example
 * trainCrisis([{ text: 'they can get on without me', isCrisis: true }, { text: 'can i get on a plane', isCrisis: false }])
 */
import { pushTo } from '../authored/records.ts'
import { crisisFeatures } from './crisis-features.ts'
import { type CrisisModel, likelihood, normaliser } from './crisis-score.ts'
import { toTokens } from './tokens.ts'

export interface CrisisExample {
  /** Normalised, without abbreviations. */
  readonly text: string
  readonly isCrisis: boolean
}

/** What is learnt of a feature. */
interface Parameter {
  weight: number
  /** AdaGrad (Duchi, Hazan and Singer 2011): a parameter that seldom changes changes more each time. */
  squaredGradients: number
}

const EPOCHS = 8
const LEARNING_RATE = 0.5
/** Draws every weight a little towards nought, so that none grows by what one sentence happens to have. */
const L2 = 1e-4
/** Examples are taken in strides, so that both kinds come mixed. Prime, so that none is left out. */
const STRIDE = 7919

export function trainCrisis(examples: readonly CrisisExample[]): CrisisModel {
  const parameters = new Map<string, Parameter>()
  const bias = createParameter()
  const prepared = examples.map(({ text, isCrisis }) => {
    const features = [...crisisFeatures(toTokens(text).map(({ key }) => key))]
    return { isCrisis, own: features.map((feature) => parameterOf(parameters, feature)) }
  })
  for (let step = 0; step < EPOCHS * prepared.length; step += 1) {
    const example = prepared[(step * STRIDE) % prepared.length]
    if (!example) continue
    const { isCrisis, own } = example
    const weights = own.map(({ weight }) => weight)
    const error = likelihood(bias.weight, weights) - (isCrisis ? 1 : 0)
    const share = error / normaliser(own.length)
    for (const parameter of own) descend(parameter, share + L2 * parameter.weight)
    descend(bias, error)
  }
  const groups = new Map<number, string[]>()
  for (const [feature, { weight }] of parameters) pushTo(groups, rounded(weight), feature)
  groups.delete(0)
  const weights = [...groups]
    .sort(([one], [other]) => one - other)
    .map(([weight, features]) => ({ weight, features: features.sort() }))
  return { bias: rounded(bias.weight), weights }
}

function createParameter(): Parameter {
  return { weight: 0, squaredGradients: 1e-8 }
}

function parameterOf(parameters: Map<string, Parameter>, feature: string): Parameter {
  const parameter = parameters.get(feature) ?? createParameter()
  parameters.set(feature, parameter)
  return parameter
}

function descend(parameter: Parameter, gradient: number): void {
  parameter.squaredGradients += gradient ** 2
  parameter.weight -= (LEARNING_RATE * gradient) / Math.sqrt(parameter.squaredGradients)
}

/** To one decimal: finer weights tell nothing. */
function rounded(weight: number): number {
  return Math.round(weight * 10) / 10
}
