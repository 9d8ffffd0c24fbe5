/**
 * Answers that were true a while ago, so that a form that asks at every key press costs one request. It keeps promises: who asks while the
 * same thing is being asked waits for that answer. What failed is not kept. Forgets the eldest beyond its size.
 */
export class AnswerCache<Value> {
  private readonly kept = new Map<string, { answer: Promise<Value>; until: number }>()

  constructor(
    private readonly limits: { entries: number; ttl_ms: number },
    private readonly clock: () => number = Date.now
  ) {}

  /** The answer to what the key stands for: the one that is kept, or else what `ask` brings. A use does not make it younger. */
  of(key: string, ask: () => Promise<Value>): Promise<Value> {
    const found = this.kept.get(key)
    if (found && found.until > this.clock()) {
      return found.answer
    }
    const answer = ask()
    this.keep(key, answer)
    return answer
  }

  private keep(key: string, answer: Promise<Value>): void {
    this.kept.delete(key)
    this.kept.set(key, { answer, until: this.clock() + this.limits.ttl_ms })
    answer.catch(() => {
      if (this.kept.get(key)?.answer === answer) {
        this.kept.delete(key)
      }
    })
    for (const eldest of this.kept.keys()) {
      if (this.kept.size <= this.limits.entries) {
        return
      }
      this.kept.delete(eldest)
    }
  }
}
