import { execFileSync } from "node:child_process"
import { join } from "node:path"

const LIB = join(__dirname, "..", "lib")

/** Evaluates an expression over what a module of the scripts exports, in a Node of its own as the scripts run in: jest would need flags to load them. */
export function evaluate(module: string, expression: string, env: NodeJS.ProcessEnv = {}): unknown {
  const code = `import * as m from ${JSON.stringify(join(LIB, module))}
    const value = await (async () => { try { return ${expression} } catch (error) { return { refused: error.message } } })()
    process.stdout.write(JSON.stringify(value ?? null))`
  const options = { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "", ...env } } as const
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", code], options))
}
