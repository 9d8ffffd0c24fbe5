/** Answers that were true a while ago, so that a form that asks at every key press costs one request. Forgets the eldest beyond its size. */
export class AnswerCache<Value> {
  private readonly kept = new Map<string, { value: Value; until: number }>()

  constructor(
    private readonly limits: { entries: number; ttl_ms: number },
    private readonly clock: () => number = Date.now
  ) {}

  get(key: string): Value | undefined {
    const found = this.kept.get(key)
    if (found && found.until <= this.clock()) {
      this.kept.delete(key)
      return undefined
    }
    return found?.value
  }

  set(key: string, value: Value): void {
    this.kept.delete(key)
    this.kept.set(key, { value, until: this.clock() + this.limits.ttl_ms })
    for (const eldest of this.kept.keys()) {
      if (this.kept.size <= this.limits.entries) {
        return
      }
      this.kept.delete(eldest)
    }
  }
}
