import { spawn } from "node:child_process"
import { forgetChild, noteChild } from "./claim.mjs"
import { beforeEnd, isEnding } from "./ending.mjs"
import { root } from "./paths.mjs"
import { endGroup, identify, signalGroup } from "./processes.mjs"
import { Refused } from "./refused.mjs"

/** npm goes on with its downloads after SIGTERM; nothing that is run here has more to put in order. */
const GRACE_MS = 3_000

/**
 * Runs a program to its end. Its output is kept and shown only when it fails.
 * @throws {Refused} with the tail of the output when the program fails.
 */
export async function run(program, args, { cwd = root, env = process.env, wayOut } = {}) {
  let output = ""
  const keep = (chunk) => {
    output = (output + chunk).slice(-20_000)
  }
  const { code, signal } = await runChild(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], keep })
  if (code !== 0) {
    const said = [program, ...args].join(" ").replaceAll(root, ".")
    const tail = output.trim().split("\n").slice(-30).join("\n")
    throw new Refused(`"${said}" ended with ${signal ?? `code ${code}`}.\n${tail}`, wayOut)
  }
  return output
}

/**
 * Runs a program in a group of its own: Ctrl-C reaches the command alone, which ends the group in its order. Once the command is ending the promise never settles, so that
 * nothing goes on from a step that was cut.
 * @returns {Promise<{ code: number | null, signal: string | null }>}
 */
export function runChild(program, args, { cwd = root, env = process.env, stdio = "inherit", keep = () => {} } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, env, stdio, detached: true })
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
    child.once("error", failed)
    if (child.pid === undefined) {
      return
    }
    noteChild(child.pid)
    const born = identify(child.pid)
    const takeBack = beforeEnd(() => endGroup(born, GRACE_MS))
    const atExit = () => signalGroup(child.pid, "SIGTERM")
    process.once("exit", atExit)
    child.once("close", (code, signal) => {
      process.off("exit", atExit)
      takeBack()
      forgetChild(child.pid)
      if (!isEnding()) {
        done({ code, signal })
      }
    })
  })
}
