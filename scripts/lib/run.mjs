import { spawn } from "node:child_process"
import { Refused } from "./refused.mjs"
import { root } from "./paths.mjs"

/**
 * Runs a program to its end. Its output is kept and shown only when it fails, unless `show` is set.
 * @throws {Refused} with the tail of the output when the program fails.
 */
export function run(program, args, { cwd = root, env = process.env, show = false, wayOut } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"] })
    let output = ""
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
    // A signal to this process alone does not reach the child.
    const end = () => child.kill()
    process.once("exit", end)
    child.once("error", failed)
    child.once("close", (code, signal) => {
      process.off("exit", end)
      if (code === 0) {
        return done(output)
      }
      const tail = show ? "" : `\n${output.trim().split("\n").slice(-30).join("\n")}`
      return failed(
        new Refused(`"${[program, ...args].join(" ").replaceAll(root, ".")}" ended with ${signal ?? `code ${code}`}.${tail}`, wayOut)
      )
    })
  })
}
