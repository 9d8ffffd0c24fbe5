import { logger } from "@medusajs/framework/logger"
import { AnswerCache } from "../client/answer-cache"
import manifest from "../plugin"

describe("the cache of answers", () => {
  const asked: string[] = []
  const over = (entries: number, clock: () => number) => {
    asked.length = 0
    const cache = new AnswerCache<string>({ entries, ttl_ms: 10 }, clock)
    return (key: string, ask: () => Promise<string> = () => Promise.resolve(key)) =>
      cache.of(key, () => {
        asked.push(key)
        return ask()
      })
  }

  it("keeps an answer until its time is up, which uses do not put off", async () => {
    let now = 0
    const of = over(2, () => now)
    for (const moment of [0, 5, 9]) {
      now = moment
      expect(await of("a")).toBe("a")
    }
    expect(asked).toEqual(["a"])
    now = 10
    await of("a")
    expect(asked).toEqual(["a", "a"])
  })

  it("forgets the eldest beyond its size", async () => {
    const of = over(2, () => 0)
    for (const key of ["a", "b", "c", "b", "c", "a"]) {
      await of(key)
    }
    expect(asked).toEqual(["a", "b", "c", "a"])
  })

  it("asks once for two who ask at the same moment, and again after a failure", async () => {
    const of = over(2, () => 0)
    const fail = () => Promise.reject(new Error("down"))
    const outcomes = await Promise.allSettled([of("a", fail), of("a", fail)])
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"])
    expect(asked).toEqual(["a"])
    expect(await of("a")).toBe("a")
  })
})

describe("the options", () => {
  it.each([
    ["concurrency", 0],
    ["retries", -1],
    ["timeout_ms", "4000"],
    ["base_url", "dadata"],
    ["key", "k"],
  ])("are refused with a sentence that says which is wrong: %s", (name, value) => {
    const given = { token: "the-key", [name]: value }
    expect(() => manifest(given)).toThrow(new RegExp(`Options of the plugin "dadata" are wrong.*${name}`))
    expect(() => manifest(given)).not.toThrow(/the-key/)
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
