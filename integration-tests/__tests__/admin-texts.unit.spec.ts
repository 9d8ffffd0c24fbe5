import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import core from "../../src/admin/i18n"
import { CompanyEvents } from "../../src/modules/company/events"
import onec from "../../src/plugins/onec/src/admin/i18n"

const root = resolve(__dirname, "../..")

/** What a pattern's first group finds in the sources under a folder, tests left out. */
function found(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.tsx?$/.test(path) && !/__tests__|node_modules|\.medusa/.test(path)
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

/** Actions that are written into the log. */
const actions = [...new Set([...found("src", /\baction: "(\w+\.\w+)"/g), ...Object.values(CompanyEvents)])]

describe("the audit log", () => {
  it.each(["en", "ru"] as const)("names every action, and the kind it is found by, in the language %s", (language) => {
    const { actions: names, groups } = core[language].kontor.audit
    const texts: Record<string, string> = { ...names }
    const kinds: Record<string, string> = { ...groups }
    expect(actions.length).toBeGreaterThan(25)
    expect(actions.filter((action) => !texts[action.replace(/\./g, "_")])).toEqual([])
    expect(actions.filter((action) => !kinds[action.split(".")[0] ?? ""])).toEqual([])
  })
})

/** The text of a key like "entities.name", however deep. */
function textOf(texts: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (part, name) => (typeof part === "object" && part !== null ? Object.entries(part).find(([of]) => of === name)?.[1] : null),
      texts
    )
}

describe("the screens", () => {
  it("say nothing that has no text", () => {
    const keys = found("src/admin", /\bt\("([\w.]+)"/g).filter((key) => !key.startsWith("general."))
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter((key) => typeof textOf(core.en.kontor, key) !== "string")).toEqual([])
  })
})
