import { definePlugin } from "@kontor/framework/plugins/manifest"
import { logger } from "@medusajs/framework/logger"
import { resolveOptions } from "./options"

/**
 * DaData becomes the registry where a key is configured; without one the plugin says so once and the default stays. Options are checked
 * here, since the registry itself is made when it is first asked, and a mistake should show at the start.
 */
export default definePlugin((options) => {
  if (typeof options.token !== "string" || options.token.trim() === "") {
    logger.info("Plugin dadata has no key (DADATA_TOKEN): requisites are checked by their control digits only.")
    return {}
  }
  const resolved = resolveOptions(options)
  return { providers: { company: [{ resolve: require.resolve("./providers/dadata-registry"), id: "dadata", options: resolved }] } }
})
