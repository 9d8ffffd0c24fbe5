/** Lets a few pieces of work run at a time; the others wait their turn, up to a bound. */
export interface Gate {
  /** Runs the work when there is room. `onFull` makes the error for a caller who would wait in too long a queue. */
  pass<T>(work: () => Promise<T>, onFull: () => Error): Promise<T>
}

export function createGate({ running: maxRunning, waiting: maxWaiting }: { running: number; waiting: number }): Gate {
  let running = 0
  const waiting: (() => void)[] = []

  async function enter(onFull: () => Error): Promise<void> {
    if (running < maxRunning) {
      running++
      return
    }
    if (waiting.length >= maxWaiting) throw onFull()
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  /** The place goes straight to the next in line, so `running` changes only when nobody waits. */
  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  return {
    async pass(work, onFull) {
      await enter(onFull)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
