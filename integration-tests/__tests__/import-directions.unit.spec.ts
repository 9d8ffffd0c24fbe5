import { spawnSync } from "node:child_process"
import { join, resolve } from "node:path"

const root = resolve(__dirname, "../..")

/** Lints one line as if it stood in `file`; gives the ids of the rules that object. */
function objections(file: string, line: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/eslint/bin/eslint.js"), "--stdin", "--stdin-filename", file, "--format", "json"],
    {
      cwd: root,
      input: `${line}\n`,
      encoding: "utf8",
    }
  )
  const [result] = JSON.parse(stdout) as { messages: { ruleId: string }[] }[]
  return (result?.messages ?? []).map((message) => message.ruleId)
}

describe("import directions", () => {
  it.each([
    ["a module reaches into another module", "src/modules/company/service.ts", `export * from "../catalog/service"`],
    ["a rule reaches its service", "src/modules/company/rules/x.ts", `export * from "../service"`],
    ["a workflow reaches a route", "src/workflows/order/x.ts", `export * from "../../api/store/me/route"`],
    ["a plugin reaches the core by path", "src/plugins/onec/src/x.ts", `export * from "../../../workflows/order/x"`],
    ["the framework reaches a module", "src/framework/x.ts", `export * from "../modules/company"`],
  ])("refuse it when %s", (_title, file, line) => {
    expect(objections(file, line)).toContain("kontor/import-directions")
  })

  it.each([
    ["a workflow uses a module", "src/workflows/order/x.ts", `export * from "../../modules/company"`],
    ["a service uses its own rule", "src/modules/company/service.ts", `export * from "./rules/inn"`],
    ["a plugin uses the framework", "src/plugins/onec/src/x.ts", `export * from "@kontor/framework"`],
    ["a plugin's route uses its own module", "src/plugins/onec/src/api/x/route.ts", `export * from "../../modules/onec"`],
  ])("allow it when %s", (_title, file, line) => {
    expect(objections(file, line)).toEqual([])
  })
})
