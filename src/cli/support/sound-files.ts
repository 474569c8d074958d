/**
 * Sound files in and out: WAV of any kind and MP3 to samples, and samples to the 8 kHz µ-law WAV that telephones carry, which Twilio
 * need not convert (docs/design/twilio.md).
 *
 * @example
 * const read = await readSound('001.mp3', bytes)
 * if (read.ok) await writeFile('4d5d0d8e2b1c.wav', writeClip(read.value))
 */
import { MPEGDecoder } from 'mpg123-decoder'
import wavefile from 'wavefile'
import { type Result, refused } from '../../authored/result.ts'
import { CLIP_RATE, clippingProblem } from './clip-sound.ts'

/** Below it the sounds of s and f are lost. */
const LOWEST_RATE = 8000
/** The library takes ten times as long for 32 bits, which no telephone carries. */
const DEPTH = '16'
/** How files of each kind begin, whatever they are called: some telephones name an MP3 .wav. */
const WAV = /^(RIFF|RIFX|RF64)/
const MP3 = /^(ID3|\xff[\xe0-\xff])/
const FULL_SCALE = 32_768

/** The samples of a recording at the rate of a clip, its channels mixed. */
export async function readSound(name: string, bytes: Uint8Array): Promise<Result<Float64Array>> {
  const sound = await decode(name, bytes).catch(() => null)
  if (!sound || sound.samples.length === 0)
    return refused('This is no WAV or MP3 that can be read. Save it as one of them again.')
  const { rate, samples } = sound
  if (rate < LOWEST_RATE)
    return refused(
      `It has ${rate} samples a second, fewer than a telephone (${LOWEST_RATE}). Record at 16,000 or more.`,
    )
  const clipped = clippingProblem(samples)
  return clipped ? refused(clipped) : { ok: true, value: atClipRate(samples, rate) }
}

export function writeClip(samples: Float64Array): Uint8Array {
  const wav = wavOf(samples, CLIP_RATE)
  wav.toMuLaw()
  return wav.toBuffer()
}

function atClipRate(samples: Float64Array, rate: number): Float64Array {
  if (rate === CLIP_RATE) return samples
  const wav = wavOf(samples, rate)
  // With a low-pass filter before, as the library does where the rate falls.
  wav.toSampleRate(CLIP_RATE)
  return samplesOf(wav)
}

async function decode(name: string, bytes: Uint8Array) {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4))
  if (WAV.test(beginning)) return decodeWav(bytes)
  return MP3.test(beginning) || /\.mp3$/i.test(name) ? await decodeMp3(bytes) : null
}

async function decodeMp3(bytes: Uint8Array) {
  const decoder = new MPEGDecoder()
  await decoder.ready
  const { channelData, sampleRate } = decoder.decode(bytes)
  decoder.free()
  return { rate: sampleRate, samples: mixed(channelData) }
}

function decodeWav(bytes: Uint8Array) {
  const wav = new wavefile.WaveFile()
  wav.fromBuffer(bytes)
  if (wav.bitDepth === '8m') wav.fromMuLaw()
  if (wav.bitDepth === '8a') wav.fromALaw()
  if (wav.bitDepth === '4') wav.fromIMAADPCM()
  wav.toBitDepth(DEPTH)
  const rate = 'sampleRate' in wav.fmt ? Number(wav.fmt.sampleRate) : 0
  return { rate, samples: samplesOf(wav) }
}

function wavOf(samples: Float64Array, rate: number) {
  const wav = new wavefile.WaveFile()
  const scaled = Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * (FULL_SCALE - 1))
  wav.fromScratch(1, rate, DEPTH, scaled)
  return wav
}

function samplesOf(wav: InstanceType<typeof wavefile.WaveFile>): Float64Array {
  return mixed([wav.getSamples(false)].flat()).map((sample) => sample / FULL_SCALE)
}

function mixed(channels: readonly (Float64Array | Float32Array)[]): Float64Array {
  const [first = new Float64Array()] = channels
  return Float64Array.from(first, (_, index) => {
    const sum = channels.reduce((total, channel) => total + (channel[index] ?? 0), 0)
    return sum / channels.length
  })
}
