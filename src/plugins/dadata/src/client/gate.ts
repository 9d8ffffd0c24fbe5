/** Nobody else may wait before a gate. */
export class GateFull extends Error {}

/** Lets so many tasks run at once; so many others wait in the order in which they came. */
export class Gate {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(private readonly limits: { running: number; waiting: number }) {
    this.free = limits.running
  }

  /** What comes of the task. Throws {@link GateFull}, without running it, when too many wait already. */
  async through<Result>(task: () => Promise<Result>): Promise<Result> {
    await this.enter()
    try {
      return await task()
    } finally {
      this.leave()
    }
  }

  private enter(): Promise<void> | void {
    if (this.free > 0) {
      this.free -= 1
      return
    }
    if (this.waiting.length >= this.limits.waiting) {
      throw new GateFull(`${this.waiting.length} requests wait already.`)
    }
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** A place goes to the first who waits, not back into the open: a newcomer must not slip in between. */
  private leave(): void {
    const next = this.waiting.shift()
    if (next) {
      next()
    } else {
      this.free += 1
    }
  }
}
