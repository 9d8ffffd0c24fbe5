/** Failed sign-ins that one caller may make within {@link WINDOW_MS}. */
export const MAX_FAILURES = 10
export const WINDOW_MS = 60_000

/** Beyond so many callers the oldest are forgotten: memory is worth more than a perfect count. */
const MAX_CALLERS = 10_000

/** Counts failed sign-ins by caller over a sliding minute. Lives in one process; each server counts its own. */
export class AttemptLimiter {
  private readonly failures = new Map<string, number[]>()

  /** Whether the caller has used up its failures. Looking does not count. */
  isBlocked(caller: string, now: number): boolean {
    return this.recent(caller, now).length >= MAX_FAILURES
  }

  recordFailure(caller: string, now: number): void {
    const recent = [...this.recent(caller, now), now]
    this.failures.delete(caller)
    this.failures.set(caller, recent)
    const oldest = this.failures.keys().next().value
    if (this.failures.size > MAX_CALLERS && oldest !== undefined) {
      this.failures.delete(oldest)
    }
  }

  /** Takes back the failure that was recorded at this moment: the try succeeded. */
  forgive(caller: string, at: number): void {
    const recorded = this.failures.get(caller) ?? []
    const index = recorded.indexOf(at)
    const left = recorded.filter((_, position) => position !== index)
    if (left.length > 0) {
      this.failures.set(caller, left)
    } else {
      this.failures.delete(caller)
    }
  }

  private recent(caller: string, now: number): number[] {
    return (this.failures.get(caller) ?? []).filter((at) => now - at < WINDOW_MS)
  }
}
