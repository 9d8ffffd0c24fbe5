import { synonymsOf } from "../../src/admin/lib/search-synonyms"

describe("what is typed of synonyms", () => {
  it("is one a line or parted by commas, but for those of numbers", () => {
    expect(synonymsOf("саморез, шуруп\n клоп ;", "саморез 4,8х19, саморез 4,2х16")).toEqual({
      words: ["саморез", "шуруп", "клоп"],
      stands_for: ["саморез 4,8х19", "саморез 4,2х16"],
    })
  })

  it.each([
    ["one word", "саморез", ""],
    ["none", " ,\n", "саморез, шуруп"],
    ["more than a group has", Array.from({ length: 13 }, (_, place) => `слово${place}`).join("\n"), ""],
  ])("is not sent while it is %s", (_, words, standsFor) => {
    expect(synonymsOf(words, standsFor)).toBeNull()
  })
})
