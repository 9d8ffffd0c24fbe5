import { chooseExamples, comparePrices, countChanged } from "../preview-prices"
import { firstDifference } from "../first-difference"
import { PREVIEW_CONTRACTS_MAX, PREVIEW_PRICES_MAX, previewSample } from "../preview-sample"

const ladder = (...steps: [string, string | null][]) => steps.map(([from_quantity, price]) => ({ from_quantity, price }))

describe("prices on both sides of a change", () => {
  it.each([
    ["are the same", ladder(["1", "5.00"]), ladder(["1", "5.00"]), null],
    ["are the same by steps", ladder(["1", "5.00"], ["10", "4.00"]), ladder(["1", "5.00"], ["10", "4.00"]), null],
    ["differ at once", ladder(["1", "5.00"]), ladder(["1", "4.00"]), { from_quantity: "1", before: "5.00", after: "4.00" }],
    [
      "differ from a quantity on",
      ladder(["1", "5.00"]),
      ladder(["1", "5.00"], ["10", "4.00"]),
      { from_quantity: "10", before: "5.00", after: "4.00" },
    ],
    [
      "differ at 9 before 10",
      ladder(["1", "5.00"], ["10", "4.00"]),
      ladder(["1", "5.00"], ["9", "4.00"]),
      { from_quantity: "9", before: "5.00", after: "4.00" },
    ],
    ["come to be", [], ladder(["1", "5.00"]), { from_quantity: "1", before: null, after: "5.00" }],
    ["cease to be", ladder(["1", null], ["5", "2.00"]), ladder(["1", null]), { from_quantity: "5", before: "2.00", after: null }],
  ])("%s", (_title, before, after, difference) => {
    expect(firstDifference(before, after)).toEqual(difference)
  })

  it("are counted by the way they go", () => {
    const before = [ladder(["1", "5.00"]), ladder(["1", "5.00"]), [], ladder(["1", "5.00"]), ladder(["1", "9.00"])]
    const after = [ladder(["1", "4.00"]), ladder(["1", "10.00"]), ladder(["1", "1.00"]), [], ladder(["1", "9.00"])]
    const rows = comparePrices({ id: "c" }, [1, 2, 3, 4, 5], before, after)
    expect(countChanged(rows)).toEqual({ prices: 4, cheaper: 1, dearer: 1, gained: 1, lost: 1 })
    expect(rows[4]).toMatchObject({ entry_key: 5, quantity: "1", before: "9.00", after: "9.00", difference: null })
  })

  it("are shown of every contract in turn, with some that stay, and none that never were", () => {
    const rows = ["a", "b"].flatMap((id) =>
      comparePrices(
        { id },
        Array.from({ length: 22 }, (_, index) => index),
        Array.from({ length: 22 }, (_, index) => (index === 21 ? [] : ladder(["1", "5.00"]))),
        Array.from({ length: 22 }, (_, index) => (index === 21 ? [] : ladder(["1", index < 10 ? "4.00" : "5.00"])))
      )
    )
    const examples = chooseExamples(rows)
    expect(examples.map(({ difference }) => difference !== null)).toEqual([...Array(12).fill(true), ...Array(4).fill(false)])
    expect(examples.slice(0, 4).map(({ contract, entry_key }) => [contract.id, entry_key])).toEqual([
      ["a", 0],
      ["b", 5],
      ["a", 1],
      ["b", 6],
    ])
    expect(examples.every(({ before }) => before !== null)).toBe(true)
  })
})

describe("what a preview compares", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

  it("is all of it, as long as that is not too much", () => {
    expect(previewSample(numbers(PREVIEW_CONTRACTS_MAX), numbers(500))).toMatchObject({ is_whole: true })
    expect(previewSample([1], numbers(PREVIEW_PRICES_MAX))).toMatchObject({ is_whole: true })
    expect(previewSample([], [])).toEqual({ contracts: [], entry_keys: [], is_whole: true })
  })

  it("is spread over all of it, and said to be a part, otherwise", () => {
    const { contracts, entry_keys, is_whole } = previewSample(numbers(1000), numbers(35_000))
    expect([contracts.length, entry_keys.length, is_whole]).toEqual([40, 500, false])
    expect([contracts[0], contracts[39], entry_keys[0], entry_keys[499]]).toEqual([0, 975, 0, 34_930])
    expect(previewSample(numbers(41), [1]).is_whole).toBe(false)
    expect(previewSample(numbers(40), numbers(501)).is_whole).toBe(false)
  })
})
