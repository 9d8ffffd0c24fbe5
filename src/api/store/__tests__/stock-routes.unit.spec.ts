import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { STOCK_STORE_ROUTES, stockRoutesDecided } from "../stock-routes"

const API = join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist", "api")

/** Store routes as Medusa ships them, e.g. "GET /store/carts/:id". */
function shippedRoutes(): string[] {
  const files = readdirSync(join(API, "store"), { recursive: true, encoding: "utf8" }).filter((file) => /(^|[\\/])route\.js$/.test(file))
  return files.flatMap((file) => {
    const source = readFileSync(join(API, "store", file), "utf8")
    const path = relative(".", dirname(join("store", file))).replace(/\[(\w+)\]/g, ":$1")
    const methods = new Set([...source.matchAll(/^exports\.(GET|POST|PUT|PATCH|DELETE) = (?!void)/gm)].map((match) => match[1]))
    return [...methods].map((method) => `${method} /${path}`)
  })
}

describe("the decision about stock store routes", () => {
  it("covers every route that Medusa ships and no other", () => {
    expect(Object.keys(STOCK_STORE_ROUTES).sort()).toEqual(shippedRoutes().sort())
  })

  it("stands in docs/api-scope.md for every route", () => {
    const page = readFileSync(join(process.cwd(), "docs", "api-scope.md"), "utf8")
    expect(Object.keys(STOCK_STORE_ROUTES).filter((route) => !page.includes(`\`${route}\``))).toEqual([])
  })

  it("gives the routes of one decision with method and path apart", () => {
    expect(stockRoutesDecided("refused")).toContainEqual({ method: "POST", path: "/store/search" })
    expect(stockRoutesDecided("refused")).not.toContainEqual({ method: "GET", path: "/store/customers/me" })
  })
})
