import type { ICachingModuleService } from "@medusajs/framework/types"
import { ShortLivedMap } from "./rules/short-lived-map"

/** A revoked key, or one that loses a sales channel, works on for so long at most. */
const LIFETIME_MS = 5_000
const CAPACITY = 100
/** What Medusa tags the look-up of a publishable key with, and nothing else. */
const KEY_LOOKUP_TAG = "LinkPublishableApiKeySalesChannel:list:*"

type SetOptions = Parameters<ICachingModuleService["set"]>[0]

/**
 * Medusa's cache of query results, reduced to the one result that is safe to keep here: the publishable key of a store request. Loads write
 * products, prices and stock in SQL of their own and send no events, so that anything else would be served long after it changed.
 */
export default class QueryCacheService implements ICachingModuleService {
  readonly #lookups = new ShortLivedMap<object>({ lifetime_ms: LIFETIME_MS, capacity: CAPACITY })

  get({ key }: { key?: string }): Promise<object | null> {
    return Promise.resolve(key === undefined ? null : this.#lookups.get(key, Date.now()))
  }

  /** `data` is what `query.graph` gives. An unknown key is not kept: it may be made the next moment, and guesses must not fill the cache. */
  set({ key, data, tags }: SetOptions): Promise<void> {
    if (tags?.includes(KEY_LOOKUP_TAG) && "data" in data && Array.isArray(data.data) && data.data.length > 0) {
      this.#lookups.set(key, data, Date.now())
    }
    return Promise.resolve()
  }

  clear({ key }: { key?: string }): Promise<void> {
    if (key !== undefined) {
      this.#lookups.delete(key)
    }
    return Promise.resolve()
  }

  computeKey(input: object): Promise<string> {
    return Promise.resolve(JSON.stringify(input))
  }

  /** Nothing is found again by tags. */
  computeTags(): Promise<string[]> {
    return Promise.resolve([])
  }
}
