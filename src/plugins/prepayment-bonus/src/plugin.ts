import { definePlugin } from "@kontor/framework/plugins/manifest"
import { resolveOptions } from "./options"

/** The bonus is there where the options say which contracts are paid in advance; otherwise no adjuster runs, which costs nothing. */
export default definePlugin((options) => {
  const resolved = resolveOptions(options)
  const isWanted = resolved.contracts.length > 0 || resolved.payment_terms.length > 0
  return isWanted
    ? {
        providers: {
          contractPricing: [{ resolve: require.resolve("./providers/prepayment-bonus"), id: "prepayment-bonus", options: resolved }],
        },
      }
    : {}
})
