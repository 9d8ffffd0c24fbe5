import { join } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import RedisMock from "ioredis-mock"
import { RATE_LIMIT_MODULE } from ".."
import { connectRedis } from "../connect-redis"
import RateLimitModuleService, { type RateLimit } from "../service"

jest.setTimeout(60_000)

/** The runner makes a database only for a module with models; the table itself comes from the migration. */
const Counter = model.define("rate_limit", { key: model.id().primaryKey() })

const SIGN_IN: RateLimit = { purpose: "sign-in", limit: 3, window_seconds: 600 }

const warnings: string[] = []
const logger = { warn: (message: string) => void warnings.push(message) }

/** The runner's own knex is of another package, and the same. */
const isKnex = (value: unknown): value is Knex => typeof value === "function" && "raw" in value

moduleIntegrationTestRunner<RateLimitModuleService>({
  moduleName: RATE_LIMIT_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleModels: [Counter],
  testSuite: ({ service, MikroOrmWrapper }) => {
    const knex = (): Knex => {
      const connection: unknown = MikroOrmWrapper.forkManager().getKnex()
      if (!isKnex(connection)) {
        throw new Error("The runner gives no connection")
      }
      return connection
    }
    const rows = () =>
      MikroOrmWrapper.forkManager().execute<{ key: string; points: number }[]>("select key, points from rate_limit order by key")

    it("lets as many attempts through as the limit says, and tells when the next one may come", async () => {
      const verdicts = []
      for (let attempt = 0; attempt < 4; attempt++) {
        verdicts.push(await service.attempt(SIGN_IN, "somebody"))
      }
      expect(verdicts.map(({ is_allowed }) => is_allowed)).toEqual([true, true, true, false])
      expect(verdicts[3]?.seconds_left).toBeGreaterThan(590)
      expect(verdicts[3]?.seconds_left).toBeLessThanOrEqual(600)
    })

    it("lets the server stop where there is no Redis", async () => {
      await expect(service.__hooks.onApplicationShutdown()).resolves.toBeUndefined()
    })

    it("counts keys and purposes apart", async () => {
      for (let attempt = 0; attempt < 4; attempt++) {
        await service.attempt(SIGN_IN, "somebody")
      }
      expect((await service.attempt(SIGN_IN, "another")).is_allowed).toBe(true)
      expect((await service.attempt({ ...SIGN_IN, purpose: "invitation" }, "somebody")).is_allowed).toBe(true)
    })

    it("loses no attempt when many come at once", async () => {
      const verdicts = await Promise.all(Array.from({ length: 20 }, () => service.attempt(SIGN_IN, "somebody")))
      expect(verdicts.filter(({ is_allowed }) => is_allowed)).toHaveLength(3)
    })

    it("begins anew when the window is over", async () => {
      const short = { ...SIGN_IN, limit: 1, window_seconds: 1 }
      await service.attempt(short, "somebody")
      expect((await service.attempt(short, "somebody")).is_allowed).toBe(false)
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      expect((await service.attempt(short, "somebody")).is_allowed).toBe(true)
    })

    it("counts in Redis when there is one, for all instances together, and leaves the table alone", async () => {
      const instances = [1, 2].map(() => new RateLimitModuleService({ __pg_connection__: knex(), logger }, { redis: new RedisMock() }))
      const verdicts = []
      for (let attempt = 0; attempt < 4; attempt++) {
        verdicts.push(await instances[attempt % 2]?.attempt(SIGN_IN, "shared"))
      }
      expect(verdicts.map((verdict) => verdict?.is_allowed)).toEqual([true, true, true, false])
      expect(verdicts[3]?.seconds_left).toBeGreaterThan(590)
      expect(await rows()).toEqual([])
    })

    it("goes on counting in the table while Redis is away, and says so once", async () => {
      const redis = connectRedis("redis://127.0.0.1:1", logger)
      // Not by `once` of node:events, which fails on the error that comes first.
      await new Promise((closed) => redis.once("close", closed))
      const limited = new RateLimitModuleService({ __pg_connection__: knex(), logger }, { redis })
      const verdicts = []
      for (let attempt = 0; attempt < 4; attempt++) {
        verdicts.push(await limited.attempt(SIGN_IN, "somebody"))
      }
      await limited.__hooks.onApplicationShutdown()
      expect(verdicts.map(({ is_allowed }) => is_allowed)).toEqual([true, true, true, false])
      expect(await rows()).toEqual([{ key: "kontor:limit:sign-in:somebody", points: 4 }])
      expect(warnings).toEqual([expect.stringMatching(/Redis does not answer .* counted in the database/)])
    })
  },
})
