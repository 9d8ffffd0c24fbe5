import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fingerprint, whenChanged } from "./fingerprint.mjs"
import { root } from "./paths.mjs"
import { say, step } from "./progress.mjs"
import { Refused } from "./refused.mjs"
import { run } from "./run.mjs"

const WAY_OUT = "Check the connection to the npm registry and the free disk space (about 1.5 GB are needed), then run the command again."
const packages = join(root, "node_modules")
const stateFile = join(packages, ".kontor-state.json")
/** There while npm works: what a kill leaves may hold packages with half of their files, which npm would take for whole. */
const unfinished = join(root, ".cache", "packages-unfinished")

/** Installs packages when they are missing or package.json, the lock or a workspace changed since. */
export async function installPackages() {
  const print = fingerprint(["package.json", "package-lock.json", "src/framework/package.json", "src/plugins"], (file) =>
    /package(-lock)?\.json$/.test(file)
  )
  if (existsSync(unfinished)) {
    rmSync(packages, { recursive: true, force: true })
  }
  await whenChanged(stateFile, "packages", print, () => step("Installing packages (two to three minutes the first time)", install))
}

async function install() {
  mkdirSync(dirname(unfinished), { recursive: true })
  writeFileSync(unfinished, "")
  if (existsSync(packages) || !existsSync(join(root, "package-lock.json")) || !(await cleanInstall())) {
    await run("npm", ["install", "--no-audit", "--no-fund", "--no-save"], { wayOut: WAY_OUT })
  }
  rmSync(unfinished)
}

/** A lock made where the registry lacks the optional packages of other systems makes `npm ci` fail there; `npm install` repairs it. */
async function cleanInstall() {
  try {
    await run("npm", ["ci", "--no-audit", "--no-fund"])
    return true
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error
    }
    say("  npm ci did not do it; trying npm install")
    return false
  }
}
