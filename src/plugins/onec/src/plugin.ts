import { definePlugin } from "@kontor/framework/plugins/manifest"
import { resolveRefinerOptions } from "./refiner/options"

/**
 * The reader of 1C packages goes to the exchange core, live prices of carts to the price engine where an address is configured; everything else
 * in this plugin Medusa finds by itself.
 */
export default definePlugin((options) => {
  const refine = resolveRefinerOptions(options.refine)
  return {
    providers: {
      erp: [{ resolve: require.resolve("./providers/onec-adapter"), id: "onec" }],
      ...(refine ? { contractPricing: [{ resolve: require.resolve("./providers/onec-refiner"), id: "onec", options: refine }] } : {}),
    },
  }
})
