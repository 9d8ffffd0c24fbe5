import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

const admin = resolve(__dirname, "../../src/admin")

/** Screens of the admin that hold a text, by their path. */
function holding(pattern: RegExp): string[] {
  return readdirSync(admin, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && pattern.test(readFileSync(join(admin, path), "utf8")))
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
}

describe("the screens of the admin", () => {
  it("change things through one hook, which has every answer of ours read anew", () => {
    expect(holding(/\buseMutation\(|invalidateQueries/)).toEqual(["lib/use-change.ts"])
  })

  it("ask under the path of the route, which that hook knows our answers by", () => {
    expect(holding(/\buse(Infinite)?Query\(/)).toEqual(["lib/use-answer.ts", "routes/audit-log/page.tsx"])
    expect(holding(/queryKey: \[(?!path\b|PATH\b)/)).toEqual([])
  })
})
