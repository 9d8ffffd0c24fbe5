import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import core from "../../src/admin/i18n"
import onec from "../../src/plugins/onec/src/admin/i18n"

const root = resolve(__dirname, "../..")

/** What a pattern's first group finds in the sources under a folder, tests left out. */
function found(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !/__tests__|node_modules|\.medusa/.test(path)
  )
  const codes = files.flatMap((path) => [...readFileSync(join(root, folder, path), "utf8").matchAll(pattern)].map(([, code = ""]) => code))
  return [...new Set(codes)].sort()
}

/** Codes of the remarks in the exchange log: of the load, of the reader of CommerceML, of the reader of partners. */
const codes = [
  ...found("src/database/loads", /severity, '(\w+)' as code/g),
  ...found("src/plugins/onec/src", /\bproblem\(\s*"(\w+)"/g),
  ...found("src/plugins/onec/src", /kind: "problem", code: "(\w+)"/g),
]

describe("the exchange log", () => {
  it.each(["en", "ru"] as const)("names every kind of remark in the language %s", (language) => {
    const texts: Record<string, string> = { ...core[language].kontor.issue, ...onec[language].kontor.issue }
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !texts[code])).toEqual([])
  })
})
