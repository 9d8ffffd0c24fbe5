import { splitCharacteristic } from "../split-characteristic"

describe("splitCharacteristic", () => {
  it.each([
    ["a blank parts them", "SG-10393-49 красный", [["SG1039349", "KPACHЫЙ"]]],
    ["a comma or slash parts them as well", "SG-10393-49 / красный", [["SG1039349", "KPACHЫЙ"]]],
    [
      "either part may hold blanks",
      "AB 12 красный",
      [
        ["AB", "12KPACHЫЙ"],
        ["AB12", "KPACHЫЙ"],
      ],
    ],
    ["an article alone has none", "SG-10393-49", []],
    ["punctuation is no characteristic", "SG-10393-49 —", []],
  ])("finds article and characteristic: %s", (_title, asked, expected) => {
    expect(splitCharacteristic(asked).map((split) => [split.article_key, split.characteristic_key])).toEqual(expected)
  })

  it("tries a few places to cut and no more", () => {
    expect(splitCharacteristic("a b c d e f g h")).toHaveLength(4)
  })
})
