import { describeLines } from "../describe-lines"

const line = (entry_key: number, quantity: string, arrived = "0") => ({ entry_key, article: `A-${entry_key}`, quantity, arrived })

describe("the lines that a change of a supply is told by", () => {
  it("are those that came, went or differ, with what has arrived", () => {
    const before = [line(1, "5"), line(2, "7"), line(3, "9")]
    const after = [line(2, "7"), line(3, "9", "4"), line(4, "1.5")]
    expect(describeLines(before, after)).toEqual({ before: { "A-1": "5", "A-3": "9" }, after: { "A-3": "9 (4)", "A-4": "1.5" } })
  })

  it("are named by their key where the product has no article", () => {
    expect(describeLines([], [{ ...line(7, "1"), article: null }])).toEqual({ before: {}, after: { 7: "1" } })
  })

  it("are named by article and key where variants share one", () => {
    const shared = [line(1, "5"), line(2, "7")].map((each) => ({ ...each, article: "A" }))
    expect(describeLines([], [...shared, line(3, "9")]).after).toEqual({ "A (1)": "5", "A (2)": "7", "A-3": "9" })
    expect(
      describeLines(
        shared,
        [line(1, "5"), line(2, "8")].map((each) => ({ ...each, article: "A" }))
      ).after
    ).toEqual({ A: "8" })
  })

  it("are a hundred at the most", () => {
    const lines = Array.from({ length: 101 }, (_, at) => line(at, "1"))
    expect(Object.keys(describeLines([], lines).after)).toHaveLength(100)
  })
})
