import { formatDate, formatDateTime } from "../../src/admin/lib/format"

describe("dates on the screens", () => {
  it.each(["ru", "en"])("break between day and time and nowhere else, in the language %s", (language) => {
    expect(formatDate("2026-12-01T10:00:00", language)).not.toContain(" ")
    const [day, time, ...more] = formatDateTime("2026-12-01T10:00:00", language).split(" ")
    expect(more).toEqual([])
    expect(day).toContain("2026")
    expect(time).toMatch(/^10:00:00/)
  })

  it("are a dash where nothing is known", () => {
    expect([formatDate(null, "ru"), formatDateTime(undefined, "ru")]).toEqual(["–", "–"])
  })
})
