import { setTimeout as pause } from "node:timers/promises"
import { type FormedCart, type PriceRefiner, type RefinedCart, RefinerError, type RefinerErrorCode } from "@kontor/framework"
import type { RefinementOptions } from "../options"
import { type CallRecord, mayAsk, NO_CALLS, recordCall } from "../rules/failure-pause"

/** Before the second try: a connection that was just reset is reset again at once. */
const RETRY_PAUSE_MS = 100

/** What says that the ERP is down rather than that it does not like this cart: one dealer's cart must not shut it off for the others. */
const DOWN: ReadonlySet<string> = new Set<RefinerErrorCode>(["erp_unavailable", "erp_timeout"])

/** What came of asking: the answer, or the code and sentence of why there is none. `erp_paused`: it failed too often and is left alone. `erp_busy`: it has enough to do. */
export type RefinerOutcome =
  { answer: RefinedCart } | { code: RefinerErrorCode | "erp_paused" | "erp_busy" | "erp_failed"; message: string }

/**
 * A refiner with what every one needs around it: a time limit for the whole conversation, a second try after a lost connection or a server's
 * fault while there is time, and a pause after failures one after another. The pause is kept in the process: each server finds out by itself.
 */
export class GuardedRefiner {
  private calls: CallRecord = NO_CALLS
  private asking = 0

  constructor(
    private readonly refiner: PriceRefiner,
    private readonly limits: Pick<RefinementOptions, "timeout_ms" | "concurrency" | "failures_before_pause" | "pause_seconds">,
    private readonly clock: () => number = Date.now
  ) {}

  get source(): string {
    return this.refiner.source
  }

  /** Asks, and never throws: an order must not depend on whether the ERP is awake. */
  async ask(cart: FormedCart): Promise<RefinerOutcome> {
    if (!mayAsk(this.calls, this.clock())) {
      const message = `"${this.source}" did not answer ${this.calls.failures} times in a row and is left alone for ${this.limits.pause_seconds} s`
      return { code: "erp_paused", message }
    }
    if (this.asking >= this.limits.concurrency) {
      return { code: "erp_busy", message: `"${this.source}" is asked about ${this.asking} carts already` }
    }
    this.asking += 1
    const outcome = await this.askInTime(cart)
    this.asking -= 1
    const hasFailed = "code" in outcome && DOWN.has(outcome.code)
    this.calls = recordCall(this.calls, hasFailed, this.limits, this.clock())
    return outcome
  }

  private async askInTime(cart: FormedCart): Promise<RefinerOutcome> {
    const { timeout_ms } = this.limits
    const signal = AbortSignal.timeout(timeout_ms)
    try {
      return { answer: await Promise.race([this.askTwice(cart, signal), isOver(signal)]) }
    } catch (error) {
      if (signal.aborted) {
        return { code: "erp_timeout", message: `"${this.source}" did not answer within ${timeout_ms} ms` }
      }
      return error instanceof RefinerError
        ? { code: error.code, message: error.message }
        : {
            code: "erp_failed",
            message: `The refiner of "${this.source}" failed: ${error instanceof Error ? error.message : String(error)}`,
          }
    }
  }

  private async askTwice(cart: FormedCart, signal: AbortSignal): Promise<RefinedCart> {
    try {
      return await this.refiner.refine(cart, signal)
    } catch (error) {
      if (!(error instanceof RefinerError) || error.code !== "erp_unavailable" || signal.aborted) {
        throw error
      }
      await pause(RETRY_PAUSE_MS, undefined, { signal })
      return this.refiner.refine(cart, signal)
    }
  }
}

/** A refiner may not listen to the signal; nobody waits longer for that. */
function isOver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))
}
