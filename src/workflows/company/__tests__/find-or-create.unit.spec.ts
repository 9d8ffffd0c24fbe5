import { findOrCreate } from "../find-or-create"

describe("findOrCreate", () => {
  it("makes what is not there, and nothing twice", async () => {
    const rows: string[] = []
    const once = () =>
      findOrCreate(
        async () => rows[0],
        async () => {
          rows.push("row")
          return "row"
        }
      )
    expect([await once(), await once(), rows]).toEqual([{ row: "row", is_new: true }, { row: "row", is_new: false }, ["row"]])
  })

  it("gives the row of another who was faster, and throws when there is none", async () => {
    const refused = async (): Promise<string> => {
      throw new Error("refused")
    }
    const found: (string | undefined)[] = [undefined, "of another"]
    expect(await findOrCreate(async () => found.shift(), refused)).toEqual({ row: "of another", is_new: false })
    await expect(findOrCreate(async () => undefined, refused)).rejects.toThrow("refused")
  })
})
