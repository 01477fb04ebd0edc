import { expect, test } from 'vitest'
import { createSeeded } from '../../support/seeded.ts'
import { dot, fitListwise, fitLogistic, sigmoid, type Choice } from './fit.ts'

const { next } = createSeeded(11)
const gaussian = (): number => next() + next() + next() - 1.5
const TRUE = [2, -1, 0.5]
const vector = (): number[] => TRUE.map(() => gaussian() * 2)

test('a listwise fit finds the direction by which the right ones were chosen', () => {
  const choices = Array.from({ length: 400 }, (): Choice => {
    const features = Array.from({ length: 8 }, vector)
    const scores = features.map((one) => dot(one, TRUE))
    return { features, isRight: scores.map((score) => score === Math.max(...scores)) }
  })
  const options = { start: [0, 0, 0], l2: 0.005, rounds: 600, step: 0.05 }
  const weights = fitListwise(choices, options)
  const scale = (weights[0] ?? 0) / 2
  expect(scale).toBeGreaterThan(0.3)
  expect(weights.map((weight) => Math.round((weight / scale) * 10) / 10)).toEqual([2, -1, 0.5])
  const hits = choices.filter(({ features, isRight }) => {
    const scores = features.map((one) => dot(one, weights))
    return isRight[scores.indexOf(Math.max(...scores))]
  })
  expect(hits.length / choices.length).toBeGreaterThan(0.98)
})

test('a logistic fit finds the probabilities by which cases hold', () => {
  const cases = Array.from({ length: 4_000 }, () => {
    const features = [1, ...vector()]
    return { features, holds: next() < sigmoid(dot(features, [-0.5, ...TRUE])) }
  })
  const options = { start: [0, 0, 0, 0], l2: 0, rounds: 400, step: 0.05 }
  const weights = fitLogistic(cases, options)
  for (const [at, weight] of [-0.5, ...TRUE].entries()) {
    expect(Math.abs((weights[at] ?? 0) - weight), `weight ${at}`).toBeLessThan(0.25)
  }
})

test('fixed weights stay, a penalty pulls the others to zero, nothing right teaches nothing', () => {
  const choice: Choice = {
    features: [
      [1, 1],
      [0, 0],
    ],
    isRight: [true, false],
  }
  const options = { start: [0.1, 3], l2: 0, rounds: 50, step: 0.05, fixed: [1] }
  const [free = 0, fixed] = fitListwise([choice], options)
  expect(free).toBeGreaterThan(0.5)
  expect(fixed).toBe(3)
  const heavy = fitListwise([choice], { ...options, l2: 10, rounds: 500 })
  expect(Math.abs(heavy[0] ?? 1)).toBeLessThan(0.05)
  const wrong = { ...choice, isRight: [false, false] }
  expect(fitListwise([wrong], options)).toEqual([0.1, 3])
})
