/** Who works in the data folder: `.data/run.json` names the launcher and its children, so that a second launcher is refused and what a killed one left behind is ended. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readJson, writeJson } from "./kept-json.mjs"
import { dataDir } from "./paths.mjs"
import { endGroup, identify, lives } from "./processes.mjs"
import { Refused } from "./refused.mjs"

const runFile = join(dataDir, "run.json")
const children = new Map()
let claimed = false

/** The launcher that works in a data folder; null when none lives. */
export function launcherOf(folder = dataDir) {
  const launcher = readJson(join(folder, "run.json"))?.launcher
  return lives(launcher) ? launcher.pid : null
}

/**
 * Takes the data folder for this process, after ending what a killed launcher left behind.
 * @throws {Refused} when another launcher works in it.
 */
export async function claimFolder() {
  mkdirSync(dataDir, { recursive: true })
  refuseSecond()
  for (const child of readJson(runFile)?.children ?? []) {
    await endGroup(child)
  }
  rmSync(runFile, { force: true })
  try {
    writeFileSync(runFile, JSON.stringify(contents()), { flag: "wx" })
  } catch (error) {
    if (error.code === "EEXIST") {
      refuseSecond()
    }
    throw error
  }
  claimed = true
}

export function releaseFolder() {
  claimed = false
  rmSync(runFile, { force: true })
}

/** Notes a child that leads a group of its own, for the launcher that comes after a kill. A command that has not claimed the folder notes nothing. */
export function noteChild(pid) {
  const child = claimed && identify(pid)
  if (child) {
    children.set(pid, child)
    writeJson(runFile, contents())
  }
}

export function forgetChild(pid) {
  if (children.delete(pid) && claimed) {
    writeJson(runFile, contents())
  }
}

function contents() {
  return { launcher: identify(process.pid), children: [...children.values()] }
}

function refuseSecond() {
  const pid = launcherOf()
  if (pid !== null && pid !== process.pid) {
    throw new Refused(`Kontor already runs from this folder (process ${pid}).`, `Use it, or stop it with: kill ${pid}`)
  }
}
