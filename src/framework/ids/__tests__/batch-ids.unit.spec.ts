import { generateEntityId } from "@medusajs/framework/utils"
import { batchIds } from "../batch-ids"

describe("batchIds", () => {
  it("makes as many different ids as asked for, of Medusa's form", () => {
    const ids = batchIds("cali", 5000)
    expect(new Set(ids).size).toBe(5000)
    expect(ids.every((id) => /^cali_[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
    expect(ids[0]).toHaveLength(generateEntityId("", "cali").length)
    expect(batchIds("cali", 0)).toEqual([])
  })

  it("writes the moment as a ULID does", () => {
    // The example of the ULID specification.
    expect(batchIds("x", 1, 1469918176385)[0]).toMatch(/^x_01ARYZ6S41/)
    expect(batchIds("x", 1, 1469918176386)[0]).toMatch(/^x_01ARYZ6S42/)
  })
})
