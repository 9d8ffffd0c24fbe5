import type { Logger } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Redis } from "ioredis"
import { RateLimiterPostgres, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible"
import { connectRedis } from "./connect-redis"

interface Dependencies {
  __pg_connection__: Knex
  logger: Pick<Logger, "warn">
}

export interface RateLimitOptions {
  /** Counts are kept there; without it in PostgreSQL. */
  redis_url?: string
  /** A connection that stands already, for specs. Not an argument of its own: Medusa gives the declaration of the module as the third. */
  redis?: Redis
}

/** How often something may be done within a window of time that begins with the first attempt. */
export interface RateLimit {
  /** Counts of different purposes do not mix. At most 60 characters. */
  purpose: string
  limit: number
  window_seconds: number
}

export interface RateLimitVerdict {
  is_allowed: boolean
  /** Until the count begins anew, whole seconds, at least 1. */
  seconds_left: number
}

/** Every counter in the table, or key in Redis, begins with it. */
const KEY_PREFIX = "kontor:limit"

/**
 * Counts attempts where all instances see them: in Redis when there is one, else in a table that is not logged. While Redis is away the table
 * counts: a limit may then start anew, it never stops.
 */
export default class RateLimitModuleService {
  private readonly knex: Knex
  private readonly redis: Redis | null
  private readonly limiters = new Map<string, RateLimiterAbstract>()

  constructor({ __pg_connection__, logger }: Dependencies, { redis_url, redis }: RateLimitOptions = {}) {
    this.knex = __pg_connection__
    this.redis = redis ?? (redis_url ? connectRedis(redis_url, logger) : null)
  }

  __hooks = {
    onApplicationShutdown: (): Promise<void> => {
      this.redis?.disconnect()
      return Promise.resolve()
    },
  }

  /** Counts one attempt under a key (1–150 characters; a hash where it would tell who somebody is). */
  async attempt(limit: RateLimit, key: string): Promise<RateLimitVerdict> {
    try {
      return verdictOf(true, await this.limiterOf(limit).consume(key))
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) {
        return verdictOf(false, refusal)
      }
      throw refusal
    }
  }

  private limiterOf({ purpose, limit, window_seconds }: RateLimit): RateLimiterAbstract {
    const name = `${purpose} ${limit} ${window_seconds}`
    const known = this.limiters.get(name)
    if (known) {
      return known
    }
    const settings = { keyPrefix: `${KEY_PREFIX}:${purpose}`, points: limit, duration: window_seconds }
    const inTable = new RateLimiterPostgres({
      ...settings,
      storeClient: this.knex,
      storeType: "knex",
      tableName: "rate_limit",
      tableCreated: true,
    })
    const limiter = this.redis
      ? new RateLimiterRedis({ ...settings, storeClient: this.redis, rejectIfRedisNotReady: true, insuranceLimiter: inTable })
      : inTable
    this.limiters.set(name, limiter)
    return limiter
  }
}

function verdictOf(is_allowed: boolean, { msBeforeNext }: RateLimiterRes): RateLimitVerdict {
  return { is_allowed, seconds_left: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
}
