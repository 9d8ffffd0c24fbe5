import { ShortLivedMap } from "../short-lived-map"

const mapOf = (capacity: number) => new ShortLivedMap<string>({ lifetime_ms: 1000, capacity })

describe("short-lived map", () => {
  it.each([
    ["gives a value just before its end", 999, "value"],
    ["gives none at its end", 1000, null],
    ["gives none after it", 1001, null],
  ])("%s", (_title, passed_ms, found) => {
    const map = mapOf(1)
    map.set("key", "value", 5000)
    expect(map.get("key", 5000 + passed_ms)).toBe(found)
  })

  it("begins a new life with every value put in", () => {
    const map = mapOf(1)
    map.set("key", "old", 0)
    map.set("key", "new", 900)
    expect(map.get("key", 1800)).toBe("new")
  })

  it("keeps no more than its capacity, and takes the place of what has ended", () => {
    const map = mapOf(2)
    map.set("first", "1", 0)
    map.set("second", "2", 500)
    map.set("third", "3", 999)
    expect([map.get("first", 999), map.get("second", 999), map.get("third", 999)]).toEqual(["1", "2", null])
    map.set("third", "3", 1000)
    expect([map.get("second", 1000), map.get("third", 1000)]).toEqual(["2", "3"])
  })

  it("forgets what is deleted", () => {
    const map = mapOf(1)
    map.set("key", "value", 0)
    map.delete("key")
    expect(map.get("key", 0)).toBeNull()
  })
})
