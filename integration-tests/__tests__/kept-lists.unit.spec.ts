import { keepAt, keptAt } from "../../src/admin/lib/use-kept"

describe("what a list is narrowed to", () => {
  it("is found again at its place of the history, and nowhere else", () => {
    keepAt("here", "page", 3)
    keepAt("here", "search", "ключ")
    expect([keptAt("here", "page", 0), keptAt("here", "search", ""), keptAt("there", "page", 0)]).toEqual([3, "ключ", 0])
  })

  it("is forgotten when five hundred others were kept since", () => {
    keepAt("old", "page", 7)
    for (let place = 0; place < 499; place++) {
      keepAt(`place-${place}`, "page", place)
    }
    expect(keptAt("old", "page", 0)).toBe(7)
    keepAt("another", "page", 1)
    expect(keptAt("old", "page", 0)).toBe(0)
  })
})
