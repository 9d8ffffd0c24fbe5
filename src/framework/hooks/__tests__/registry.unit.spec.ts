import type { MedusaContainer } from "@medusajs/framework/types"
import { onHook, runHook } from "../registry"

const container = {} as MedusaContainer
const refuse = (code: string) => async () => ({ refusals: [{ code, message: code, subject: null }] })

describe("hook fan-out", () => {
  it("answers with nothing when nobody has joined", async () => {
    expect(await runHook("update-cart.validate", {}, container)).toEqual({ refusals: [], context: {} })
  })

  it("runs handlers by order and reports the refusals of all of them", async () => {
    onHook("add-to-cart.validate", refuse("last"), { order: 200 })
    onHook("add-to-cart.validate", refuse("first"), { order: 1 })
    onHook("add-to-cart.validate", refuse("middle"))
    onHook("add-to-cart.validate", async () => undefined)
    const { refusals } = await runHook("add-to-cart.validate", {}, container)
    expect(refusals.map(({ code }) => code)).toEqual(["first", "middle", "last"])
  })

  it("lets a later handler win over an earlier one in the pricing context", async () => {
    onHook("create-cart.setPricingContext", async () => ({ context: { contract_id: "a", extra: 1 } }))
    onHook("create-cart.setPricingContext", async (input) => ({ context: { contract_id: input.wanted } }))
    expect((await runHook("create-cart.setPricingContext", { wanted: "b" }, container)).context).toEqual({ contract_id: "b", extra: 1 })
  })
})
