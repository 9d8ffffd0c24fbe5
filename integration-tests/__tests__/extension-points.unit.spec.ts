import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { ErpWorkflows, HOOK_NAMES } from "@kontor/framework"
import { CompanyEvents } from "../../src/modules/company/events"
import { ContentEvents } from "../../src/modules/content/events"
import { PricingEvents } from "../../src/modules/contract-pricing/events"
import { DocumentEvents } from "../../src/modules/document/events"
import { ProductCardEvents } from "../../src/modules/product-card/events"
import { SupplyEvents } from "../../src/modules/supply/events"

const root = resolve(__dirname, "../..")
const page = readFileSync(join(root, "docs", "extension-points.md"), "utf8")

/** First cells of the table rows under a heading. */
function listed(heading: string): string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? ""
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name)
}

describe("docs/extension-points.md", () => {
  it("lists exactly the hooks that the framework fans out", () => {
    expect(listed("Hooks of core flows").sort()).toEqual([...HOOK_NAMES].sort())
  })

  it("lists exactly the facts that are told", () => {
    const others = ["order.placed", "erp.inbox_received", "erp.package_applied"]
    const own = [CompanyEvents, ContentEvents, DocumentEvents, PricingEvents, ProductCardEvents, SupplyEvents].flatMap((events) =>
      Object.values<string>(events)
    )
    expect(listed("Events").sort()).toEqual([...others, ...own].sort())
  })

  it("names every workflow that a transport may call", () => {
    expect(Object.values(ErpWorkflows).filter((id) => !page.includes(`\`${id}\``))).toEqual([])
  })

  it("names every module of the core that takes providers", () => {
    const modules = readdirSync(join(root, "src", "modules"))
    const taking = modules.filter((name) => {
      const folder = join(root, "src", "modules", name)
      return readdirSync(folder, { recursive: true, encoding: "utf8" }).some(
        (path) => /\.ts$/.test(path) && readFileSync(join(folder, path), "utf8").includes("moduleProviderLoader")
      )
    })
    const keys = taking.map((name) => {
      const index = readFileSync(join(root, "src", "modules", name, "index.ts"), "utf8")
      return /_MODULE = "(\w+)"/.exec(index)?.[1] ?? name
    })
    expect(keys.filter((key) => !page.includes(`| \`${key}\` |`))).toEqual([])
    expect(keys).toEqual(expect.arrayContaining(["erp", "contractPricing"]))
  })
})
