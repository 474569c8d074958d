/**
 * How long a call has lasted, in the bar.
 *
 * @example
 * const clock = createClock(element('elapsed', HTMLSpanElement))
 * clock.start() // '0:00', then '0:01' …
 */
const SECOND = 1000
const MINUTE = 60

export function createClock(place: HTMLElement) {
  let ticking: ReturnType<typeof setInterval> | undefined
  const stop = () => {
    clearInterval(ticking)
    ticking = undefined
  }
  return {
    /** Goes on where it runs already. */
    start() {
      if (ticking !== undefined) return
      const began = Date.now()
      const tell = () => {
        place.textContent = minutes(Math.floor((Date.now() - began) / SECOND))
      }
      tell()
      ticking = setInterval(tell, SECOND)
    },
    /** Leaves what it shows. */
    stop,
    reset() {
      stop()
      place.textContent = ''
    },
    /** Empty where no call was answered. */
    shown: () => place.textContent ?? '',
  }
}

/** @example minutes(125) // '2:05' */
function minutes(seconds: number): string {
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`
}
