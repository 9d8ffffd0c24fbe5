import { logger } from "@medusajs/framework/logger"
import { AnswerCache } from "../client/answer-cache"
import { Gate } from "../client/gate"
import manifest from "../plugin"

describe("the cache of answers", () => {
  it("keeps an answer until its time is up, and forgets the eldest beyond its size", () => {
    let now = 0
    const cache = new AnswerCache<string>({ entries: 2, ttl_ms: 10 }, () => now)
    cache.set("a", "1")
    now = 9
    expect(cache.get("a")).toBe("1")
    now = 10
    expect(cache.get("a")).toBeUndefined()
    for (const key of ["b", "c", "d"]) {
      cache.set(key, key)
    }
    expect(["b", "c", "d"].map((key) => cache.get(key))).toEqual([undefined, "c", "d"])
  })
})

describe("the gate", () => {
  it("lets no more than its size run at once", async () => {
    const gate = new Gate(2)
    let [running, most] = [0, 0]
    const task = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
    }
    await Promise.all(Array.from({ length: 9 }, () => gate.through(task)))
    expect([most, running]).toEqual([2, 0])
  })
})

describe("the manifest", () => {
  it("brings the registry where there is a key", () => {
    expect(manifest({ token: "k" }).providers?.company).toMatchObject([{ id: "dadata", options: { token: "k" } }])
  })

  it.each([undefined, "", " "])("brings nothing and says so for the key %p", (token) => {
    const told = jest.spyOn(logger, "info").mockImplementation(() => undefined)
    expect(manifest({ token })).toEqual({})
    expect(told).toHaveBeenCalledWith(expect.stringContaining("DADATA_TOKEN"))
    told.mockRestore()
  })
})
