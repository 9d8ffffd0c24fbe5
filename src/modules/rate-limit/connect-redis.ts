import type { Logger } from "@medusajs/framework/types"
import { Redis } from "ioredis"

/**
 * A connection that answers at once or not at all: who waits for a limit waits for his sign-in. It is taken up again by itself; its loss is
 * logged once.
 */
export function connectRedis(url: string, logger: Pick<Logger, "warn">): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 500 })
  let isLost = false
  redis.on("error", (error: Error) => {
    if (!isLost) {
      isLost = true
      logger.warn(`Redis does not answer (${error.message}); limits of attempts are counted in the database meanwhile`)
    }
  })
  redis.on("ready", () => {
    isLost = false
  })
  return redis
}
