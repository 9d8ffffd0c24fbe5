import { evaluate } from "./evaluate"

describe("rows that a killed server left", () => {
  it("are told by table, what was taken away too, and what stayed is not named", () => {
    const counts = `m.since(new Map([["order", 4], ["cart", 2], ["reservation", 9]]), new Map([["order", 5], ["cart", 2], ["reservation", 8], ["new", 3]]))`
    expect(evaluate("row-counts.mjs", counts)).toEqual({ order: 1, reservation: -1, new: 3 })
  })

  it.each([
    [{ order: 1, line: 300 }, { line: 300, order: 1 }, true],
    [{}, {}, true],
    [{ order: 1 }, { order: 1, line: 300 }, false],
    [{ order: 1, line: 300 }, { order: 1, line: 299 }, false],
    [{ order: 1 }, {}, false],
  ])("%j are those of %j: %j", (one, other, expected) => {
    expect(evaluate("row-counts.mjs", `m.sameRows(${JSON.stringify(one)}, ${JSON.stringify(other)})`)).toBe(expected)
  })
})

describe("flags of the crash trial", () => {
  it("have defaults, and are whole numbers", () => {
    expect(evaluate("crash-options.mjs", `m.readCrashOptions(["--orders", "20"])`)).toEqual({
      imports: 6,
      orders: 20,
      products: 2000,
      lines: 300,
    })
    expect(evaluate("crash-options.mjs", `m.readCrashOptions(["--orders", "few"])`)).toEqual({ refused: `--orders is "few".` })
    expect(evaluate("crash-options.mjs", `m.readCrashOptions(["--forever"])`)).toEqual({ refused: expect.stringContaining("--forever") })
  })
})
