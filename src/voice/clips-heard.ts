/**
 * The words of every clip that a line plays, by its address: for a simulator, which hears no sound.
 *
 * @example
 * clipsHeard(line)['/recordings/ht/4d5d0d8e2b1c.wav'] // { language: 'ht', words: 'peze', seconds: 0.5 }
 */
import type { Line } from '../line/line.ts'
import { spokenTexts } from '../line/spoken-texts.ts'
import { CLIP_TYPE, clipsOf } from '../locale/clips.ts'

export interface WordsOfClip {
  readonly language: string
  readonly words: string
  readonly seconds: number
}

export function clipsHeard(line: Line): Readonly<Record<string, WordsOfClip>> {
  const clips = Object.entries(line.locales).flatMap(([language, { played }]) =>
    played
      ? spokenTexts(line, language)
          .flatMap(({ text }) => clipsOf(text))
          .flatMap(({ name, words }) => {
            const { [name]: seconds } = played.seconds
            return seconds === undefined
              ? []
              : [[played.at + name + CLIP_TYPE, { language, words, seconds }] as const]
          })
      : [],
  )
  return Object.fromEntries(clips)
}
