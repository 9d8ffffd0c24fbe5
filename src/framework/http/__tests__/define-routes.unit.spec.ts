import { declarationOf, defineRoutes } from "../define-routes"

defineRoutes([
  { method: "GET", path: "/admin/things", summary: "Things", staff: "everyone" },
  { method: "GET", path: "/admin/things/:id", summary: "One thing" },
  { method: "GET", path: "/admin/things/export.csv", summary: "All things", staff: "administrators" },
  { method: "POST", path: "/store/things/:id/parts/:part_id", summary: "One part" },
])

describe("the declaration behind a request", () => {
  it.each([
    ["GET /admin/things", "Things"],
    ["HEAD /admin/things", "Things"],
    ["GET /Admin/THINGS", "Things"],
    ["GET /admin/things/thing_1", "One thing"],
    ["GET /admin/things/export.csv", "All things"],
    ["GET /admin/things/export-csv", "One thing"],
    ["POST /store/things/thing_1/parts/part_1", "One part"],
    ["POST /admin/things", undefined],
    ["GET /admin/things/thing_1/parts", undefined],
    ["GET /store/admin/things", undefined],
  ])("of %s is %s", (request, summary) => {
    const [method = "", path = ""] = request.split(" ")
    expect(declarationOf(method, path)?.summary).toBe(summary)
  })

  it("is for leads where an admin route says nothing, and says nothing of staff outside the admin", () => {
    expect(declarationOf("GET", "/admin/things/thing_1")?.staff).toBe("leads")
    expect(declarationOf("POST", "/store/things/thing_1/parts/part_1")?.staff).toBeUndefined()
  })
})
