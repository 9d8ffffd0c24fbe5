import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

const root = resolve(__dirname, "../..")
const page = readFileSync(join(root, "docs", "architecture.md"), "utf8")

/** What a pattern's first group finds in the sources whose path matches; of a migration only the way up counts. */
function found(paths: RegExp, pattern: RegExp): string[] {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.ts$/.test(path) && paths.test(path.replaceAll("\\", "/")) && !/node_modules|\.medusa/.test(path)
  )
  const names = files.flatMap((path) => {
    const [text = ""] = readFileSync(join(root, "src", path), "utf8").split(/async down\(/)
    return [...text.matchAll(pattern)].map(([, name = ""]) => name)
  })
  return [...new Set(names)].sort()
}

/** The page from a heading to the next one. */
const section = (heading: string): string => page.split(`${heading}\n`)[1]?.split(/\n#+ /)[0] ?? ""

/** Prefixes of Medusa's own things, and of links, that bulk workflows and loads write. */
const OF_MEDUSA = [
  ...["cali", "cartctr", "ordaddr", "order", "ordlink", "ordsum", "iitem", "ilev", "img", "pcat", "price", "prod", "prodsc", "prodsp"],
  ...["pset", "ptag", "pvitem", "pvps", "scloc", "sloc", "variant"],
]

describe("docs/architecture.md", () => {
  it("names the owner of every table of ours", () => {
    const dropped = found(/\/migrations\//, /drop table (?:if exists )?"?(\w+)/gi)
    const created = found(/\/migrations\//, /create (?:unlogged )?table (?:if not exists )?"?(\w+)/gi)
    const tables = created.filter((table) => !dropped.includes(table))
    expect(tables.length).toBeGreaterThan(30)
    expect(tables.filter((table) => !section("## Who owns a fact").includes(`\`${table}\``))).toEqual([])
  })

  it("names the prefix of every id of ours", () => {
    const made = found(/^(modules|database|workflows)\//, /(?:\bprefix: |idPrefix: |generateEntityId\([^,()]*, |kontor_id\()["'](\w+)["']/g)
    const prefixes = made.filter((prefix) => !OF_MEDUSA.includes(prefix))
    expect(prefixes.length).toBeGreaterThan(30)
    expect(prefixes.filter((prefix) => !section("### Keys").includes(`\`${prefix}\``))).toEqual([])
  })

  it("names every resource of our API", () => {
    const resources = found(/middlewares\.ts$/, /path: "(\/(?:admin|store)\/[\w-]+)/g)
    expect(resources.length).toBeGreaterThan(40)
    expect(resources.filter((resource) => !new RegExp(`${resource}\\b(?!-)`).test(section("## Routes")))).toEqual([])
  })
})
