/** How calls to something that may be down have gone. */
export interface CallRecord {
  /** Failures since the last success. */
  failures: number
  /** Milliseconds of the clock until which nobody asks; zero = ask. */
  paused_until: number
}

export interface PauseLimits {
  failures_before_pause: number
  pause_seconds: number
}

export const NO_CALLS: CallRecord = { failures: 0, paused_until: 0 }

/** Whether it may be asked at this moment. When a pause is over everybody may: the first failure pauses it again. */
export function mayAsk({ paused_until }: CallRecord, now: number): boolean {
  return now >= paused_until
}

/** The record after one more call. */
export function recordCall({ failures }: CallRecord, hasFailed: boolean, limits: PauseLimits, now: number): CallRecord {
  if (!hasFailed) {
    return NO_CALLS
  }
  const inARow = failures + 1
  return { failures: inARow, paused_until: inARow >= limits.failures_before_pause ? now + limits.pause_seconds * 1000 : 0 }
}
