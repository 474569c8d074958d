/**
 * What is played as what is heard: the simulator knows nothing of the line, so it is told the words of each clip by its address.
 *
 * @example
 * readPlay('/recordings/ht/9d1f….wav', readClip)     // one chunk: the words of the clip
 * readPlay('/recordings/ht/silence-600.wav', readClip) // no words, and a pause of 600 ms
 */
import type { Said } from './twiml.ts'

interface ClipHeard {
  readonly language: string
  readonly words: string
  readonly seconds: number
}

/** Undefined for an address that the line has no clip at. */
export type ReadClip = (url: string) => ClipHeard | undefined

/** A clip without words, by its name, such as `silence-600.wav`. */
const SILENCE = /\/silence-(\d+)\.wav$/

export function readPlay(url: string, readClip: ReadClip): Said {
  const silence = SILENCE.exec(url)?.[1]
  if (silence !== undefined)
    return {
      kind: 'say',
      language: '',
      isPlayed: true,
      chunks: [{ words: '', pause: Number(silence), isSlow: false, url }],
    }
  const clip = readClip(url)
  if (!clip) throw new Error(`The line has no clip at ${url}.`)
  const { language, words, seconds } = clip
  return {
    kind: 'say',
    language,
    isPlayed: true,
    chunks: [{ words, pause: 0, isSlow: false, url, seconds }],
  }
}

/** Clips that follow each other are one thing that is heard; silence belongs to the words before it. */
export function joinPlayed<V extends { readonly kind: string }>(verbs: readonly (V | Said)[]): (V | Said)[] {
  const joined: (V | Said)[] = []
  for (const verb of verbs) {
    const last = joined.at(-1)
    if (isPlayed(verb) && last && isPlayed(last) && (verb.language === '' || verb.language === last.language))
      joined[joined.length - 1] = { ...last, chunks: append(last.chunks, verb.chunks) }
    else joined.push(verb)
  }
  return joined
}

function append(chunks: Said['chunks'], more: Said['chunks']): Said['chunks'] {
  const [last, [next]] = [chunks.at(-1), more]
  return last && next && next.words === ''
    ? [...chunks.slice(0, -1), { ...last, pause: last.pause + next.pause }]
    : [...chunks, ...more]
}

function isPlayed(verb: { readonly kind: string }): verb is Said {
  return 'isPlayed' in verb
}
