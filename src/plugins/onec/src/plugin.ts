import { definePlugin } from "@kontor/framework/plugins/manifest"

/** The reader of 1C packages goes to the exchange core; everything else in this plugin Medusa finds by itself. */
export default definePlugin(() => ({
  providers: { erp: [{ resolve: require.resolve("./providers/onec-adapter"), id: "onec" }] },
}))
