import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** What follows "order by" on its line, and the same as Medusa's services are told. */
const CLAUSE = /order by ([^`"\n)]*)|\border: \{([^}]*)\}/gi
/** A bare column of names as one of its steps: not what `AS_READ` stands behind. */
const BARE_NAME = /(?:^|,)\s*(?:\w+\.)?(?:name|title|title_ru|variant_title|scope_name)(?=\s*(?:,|\)|:|$|limit|desc|asc|nulls))/i

const root = join(__dirname, "..", "..")
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.spec\.ts$|migrations\/|node_modules|\.medusa|^admin\//.test(file))
  .map((file) => `src/${file}`)

const bareNames = (text: string) =>
  [...text.matchAll(CLAUSE)].filter(([, inSql, inService]) => BARE_NAME.test(inSql ?? inService ?? "")).map(([clause]) => clause)

/** Numbers of keys, which say nothing, and names of files. */
const OTHERWISE = [
  "src/database/loads/refresh-facts.ts",
  "src/plugins/onec/src/protocol/commands/store-attachments.ts",
  "src/plugins/onec/src/protocol/commands/unpack-archives.ts",
]

describe("names in lists", () => {
  it("are found by the search below", () => {
    expect(
      bareNames("x order by c.rank, c.name, c.id` order by t.title limit 1` order by name ${AS_READ}, id` order by m.name_of, id`")
    ).toHaveLength(2)
  })

  it("are sorted as people read them, whatever the database compares texts by", () => {
    const found = sources
      .filter((file) => !OTHERWISE.includes(file))
      .flatMap((file) => bareNames(readFileSync(join(root, file), "utf8")).map((clause) => `${file}: ${clause}`))
    expect(sources.length).toBeGreaterThan(1000)
    expect(found).toEqual([])
  })
})
