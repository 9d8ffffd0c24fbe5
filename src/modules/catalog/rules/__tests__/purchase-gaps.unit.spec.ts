import { purchaseGaps } from "../purchase-gaps"

const category = (id: string, entry_count: number, parent_id: string | null = null) => ({ id, name: id, parent_id, entry_count })

describe("purchaseGaps", () => {
  it("tells of each category that has products how many were never bought", () => {
    const gaps = purchaseGaps(
      [category("tools", 5), category("drills", 2, "tools"), category("empty", 0)],
      new Map([
        ["tools", 2],
        [null, 2],
      ])
    )
    expect(gaps.map(({ id, parent_id, bought_count, never_count }) => [id, parent_id, bought_count, never_count])).toEqual([
      ["tools", null, 2, 3],
      ["drills", "tools", 0, 2],
    ])
  })

  it("stands a category whose parent is not seen at the root", () => {
    expect(purchaseGaps([category("drills", 2, "hidden")], new Map())[0]).toMatchObject({ parent_id: null })
  })
})
