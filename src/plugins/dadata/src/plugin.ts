import { definePlugin } from "@kontor/framework/plugins/manifest"
import { logger } from "@medusajs/framework/logger"

/** DaData becomes the registry where a key is configured; without one the plugin says so once and the default stays. */
export default definePlugin((options) => {
  if (typeof options.token !== "string" || options.token.trim() === "") {
    logger.info("Plugin dadata has no key (DADATA_TOKEN): requisites are checked by their control digits only.")
    return {}
  }
  return { providers: { company: [{ resolve: require.resolve("./providers/dadata-registry"), id: "dadata", options }] } }
})
