import { commonMultiple } from "../multiples"

describe("commonMultiple", () => {
  it.each([
    ["1", "1", "1"],
    ["6", "4", "12"],
    ["2.5", "1", "5"],
    ["0.25", "0.1", "0.5"],
    ["0.000001", "3", "3"],
    ["0.000003", "0.001", "0.003"],
    ["12", "0.001", "12"],
  ])("of %s and %s is %s", (one, other, least) => {
    expect([commonMultiple(one, other).toFixed(), commonMultiple(other, one).toFixed()]).toEqual([least, least])
  })
})
