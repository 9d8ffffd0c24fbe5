import { readdirSync } from "node:fs"
import { basename, join, resolve } from "node:path"

const root = resolve(__dirname, "../..")

describe("migrations", () => {
  it("have names of their own, since one table remembers those of all modules", () => {
    const names = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((path) => /migrations[/\\]Migration\w+\.ts$/.test(path) && !path.includes(".medusa"))
      .map((path) => basename(path))
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
