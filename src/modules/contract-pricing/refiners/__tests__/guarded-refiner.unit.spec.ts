import { type FormedCart, type RefinedCart, RefinerError, type RefinerErrorCode } from "@kontor/framework"
import type { RefinementOptions } from "../../options"
import { GuardedRefiner } from "../guarded-refiner"

const CART: FormedCart = {
  cart_id: "cart_1",
  day: "2026-06-15",
  currency_code: "rub",
  includes_vat: true,
  legal_entity: { id: "lent_1", external_id: "e1", inn: null },
  contract: { id: "ctr_1", external_id: "c1", number: "C-1" },
  lines: [],
}
const ANSWER: RefinedCart = { currency_code: "rub", document: null, as_of: null, lines: [] }

type Step = RefinerErrorCode | "answers" | "hangs" | "breaks"

/** A refiner that goes through the steps, the last one for ever; `asked` counts. */
function refinerOf(steps: Step[], limits: Partial<RefinementOptions> = {}) {
  const state = { asked: 0, now: 0 }
  const refine = async (): Promise<RefinedCart> => {
    const step = steps[Math.min(state.asked, steps.length - 1)] ?? "answers"
    state.asked += 1
    if (step === "answers") {
      return ANSWER
    }
    if (step === "hangs") {
      return new Promise(() => undefined)
    }
    throw step === "breaks" ? new TypeError("of undefined") : new RefinerError(step, `because of ${step}`)
  }
  const all = { timeout_ms: 1000, concurrency: 2, failures_before_pause: 3, pause_seconds: 60, ...limits }
  const guarded = new GuardedRefiner({ source: "ut-main", refine }, all, () => state.now)
  return { state, ask: () => guarded.ask(CART) }
}

describe("a guarded refiner", () => {
  it("asks once more after a lost connection or a fault of the server", async () => {
    const { state, ask } = refinerOf(["erp_unavailable", "answers"])
    expect(await ask()).toEqual({ answer: ANSWER })
    expect(state.asked).toBe(2)
  })

  it("asks no third time", async () => {
    const { state, ask } = refinerOf(["erp_unavailable"])
    expect(await ask()).toEqual({ code: "erp_unavailable", message: "because of erp_unavailable" })
    expect(state.asked).toBe(2)
  })

  it.each<RefinerErrorCode>(["erp_refused", "erp_answer_invalid"])("does not ask again after %s", async (code) => {
    const { state, ask } = refinerOf([code])
    expect(await ask()).toMatchObject({ code })
    expect(state.asked).toBe(1)
  })

  it("waits no longer than its limit, the second try included, for one who does not listen either", async () => {
    const hanging = refinerOf(["hangs"], { timeout_ms: 30 })
    expect(await hanging.ask()).toEqual({ code: "erp_timeout", message: '"ut-main" did not answer within 30 ms' })
    const late = refinerOf(["erp_unavailable", "answers"], { timeout_ms: 30 })
    expect(await late.ask()).toMatchObject({ code: "erp_timeout" })
    expect(late.state.asked).toBe(1)
  })

  it("gives a defect of the plugin a code, so that the cart goes on", async () => {
    const { ask } = refinerOf(["breaks"])
    expect(await ask()).toEqual({ code: "erp_failed", message: 'The refiner of "ut-main" failed: of undefined' })
  })

  it("is left alone after so many failures in a row, and asked again when the pause is over", async () => {
    const { state, ask } = refinerOf(["hangs", "hangs", "hangs", "answers"], { timeout_ms: 5 })
    for (const code of ["erp_timeout", "erp_timeout", "erp_timeout", "erp_paused"]) {
      expect(await ask()).toMatchObject({ code })
    }
    expect(state.asked).toBe(3)
    state.now = 59_999
    expect(await ask()).toMatchObject({ code: "erp_paused" })
    state.now = 60_000
    expect(await ask()).toEqual({ answer: ANSWER })
  })

  it("is asked about so many carts at once and no more, which is no failure of it", async () => {
    const { state, ask } = refinerOf(["hangs", "hangs", "answers"], { timeout_ms: 20 })
    const codes = (await Promise.all([ask(), ask(), ask()])).map((outcome) => ("code" in outcome ? outcome.code : null))
    expect(codes).toEqual(["erp_timeout", "erp_timeout", "erp_busy"])
    expect(state.asked).toBe(2)
    expect(await ask()).toEqual({ answer: ANSWER })
  })

  it("counts failures in a row only, and not what lies in the cart", async () => {
    const inTurns = refinerOf(["hangs", "hangs", "answers", "hangs", "hangs", "answers"], { timeout_ms: 5 })
    for (let asked = 0; asked < 5; asked += 1) {
      await inTurns.ask()
    }
    expect(await inTurns.ask()).toEqual({ answer: ANSWER })
    const invalid = refinerOf(["erp_answer_invalid"])
    for (let asked = 0; asked < 4; asked += 1) {
      expect(await invalid.ask()).toMatchObject({ code: "erp_answer_invalid" })
    }
  })
})
