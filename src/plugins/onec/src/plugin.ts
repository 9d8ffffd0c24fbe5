import { definePlugin } from "@kontor/framework/plugins/manifest"

/** The adapter for 1C packages is added to the exchange core; everything else in this plugin Medusa finds by itself. */
export default definePlugin(() => ({ providers: {} }))
