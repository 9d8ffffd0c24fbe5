import { beginningOf, coefficientOf } from "../unit-of-price"

const units = [
  { code: "796", name: "шт", coefficient: "1.000000" },
  { code: "778", name: "упак", coefficient: "12.000000" },
  { code: "12", name: "796", coefficient: "0.5" },
  { code: "625", name: "лист", coefficient: "10" },
  { code: "626", name: "Лист", coefficient: "20" },
  { code: "797", name: "ШТ", coefficient: "100" },
]

describe("the unit of a price", () => {
  it.each([
    ["without a word is the base unit", " ", "1"],
    ["is known by its name", "УПАК", "12"],
    ["is known by its code", "778", "12"],
    ["has a name that goes before the code of another", "796", "0.5"],
    ["may be told by what it holds", "×24", "24"],
    ["may be told with a letter and a comma", "х 2,5", "2.5"],
    ["is the base unit where it shares its name", "шт", "1"],
    ["is unknown by a name that two others share", "лист", null],
    ["is known by its code all the same", "626", "20"],
    ["is unknown where the product is not sold in it", "ящик", null],
    ["is unknown where it holds nothing", "×0", null],
  ])("%s", (_title, text, expected) => {
    expect(coefficientOf(text, units)).toBe(expected)
  })

  it.each([
    ["a plain price", "0", "1", "0"],
    ["a price by quantity", "5", "1", "5"],
    ["a price by unit", "0", "12", "12"],
    ["a price by unit whose zero is written at length", "0.00", "12", "12"],
    ["a price by unit and quantity", "60", "12", "60"],
  ])("%s begins where it says", (_title, from_quantity, coefficient, expected) => {
    expect(beginningOf({ from_quantity, coefficient })).toBe(expected)
  })
})
