import { readCursor, writeCursor } from "../cursor"

describe("the cursor of the log", () => {
  it("reads what it wrote", () => {
    const place = { at: "2026-03-10T12:00:00.123456Z", id: "audt_1" }
    expect(readCursor(writeCursor(place))).toEqual(place)
  })

  it.each([
    "",
    "x",
    "2026",
    writeCursor({ at: "yesterday", id: "audt_1" }),
    writeCursor({ at: "2026-13-10T12:00:00.123456Z", id: "a" }),
    writeCursor({ at: "2026-03-10T12:00:00.123456Z", id: "" }),
    writeCursor({ at: "2026-03-10T12:00:00.123456Z", id: "a b" }),
  ])("reads nothing from %p", (cursor) => {
    expect(readCursor(cursor)).toBeNull()
  })
})
