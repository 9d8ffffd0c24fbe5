/** Outcomes that nobody has read are forgotten beyond this number. */
const MAX_KEPT = 1_000

/** What came of waiting: the outcome, or null while the work goes on. */
export type Waited<Result> = { result: Result } | null

/**
 * Work that outlives the request that began it: 1C asks again every few seconds and must find the same work, not start it anew. Lives
 * in one process; after a restart, or on another server, the work is begun again, and so must be safe to repeat.
 */
export class Background {
  private readonly running = new Map<string, Promise<unknown>>()
  private readonly outcomes = new Map<string, Promise<unknown>>()

  /** Begins the work unless it is going on under this key. */
  start<Result>(key: string, begin: () => Promise<Result>): Promise<Result> {
    const standing = this.running.get(key)
    if (standing) {
      return standing as Promise<Result>
    }
    const work = begin().finally(() => this.running.delete(key))
    this.running.set(key, work)
    return work
  }

  /**
   * Begins the work or joins it, and waits until a moment (milliseconds since the epoch). An outcome that comes later, an error too, is
   * kept for the next caller; once told it is forgotten.
   */
  async follow<Result>(key: string, deadline: number, begin: () => Promise<Result>): Promise<Waited<Result>> {
    const work = (this.outcomes.get(key) as Promise<Result> | undefined) ?? this.start(key, begin)
    this.keep(key, work)
    let is_told = true
    try {
      const waited = await settledBy(deadline, work)
      is_told = waited !== null
      return waited
    } finally {
      if (is_told) {
        this.outcomes.delete(key)
      }
    }
  }

  private keep(key: string, work: Promise<unknown>): void {
    this.outcomes.set(key, work)
    const oldest = this.outcomes.keys().next().value
    if (this.outcomes.size > MAX_KEPT && oldest !== undefined) {
      this.outcomes.delete(oldest)
    }
  }
}

async function settledBy<Result>(deadline: number, work: Promise<Result>): Promise<Waited<Result>> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, deadline - Date.now()))
  })
  try {
    return await Promise.race([work.then((result) => ({ result })), timeout])
  } finally {
    clearTimeout(timer)
  }
}
