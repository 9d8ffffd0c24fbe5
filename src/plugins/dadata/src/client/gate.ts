/** Lets so many tasks run at once; the others wait in the order in which they came. */
export class Gate {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(size: number) {
    this.free = size
  }

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
