import { existsSync } from "node:fs"
import { join } from "node:path"
import { fingerprint, whenChanged } from "./fingerprint.mjs"
import { root } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"

const WAY_OUT = "Check the connection to the npm registry and the free disk space (about 1.5 GB are needed), then run the command again."
const stateFile = join(root, "node_modules", ".kontor-state.json")

/** Installs packages when they are missing or package.json, the lock or a workspace changed since. */
export async function installPackages() {
  const print = fingerprint(["package.json", "package-lock.json", "src/framework/package.json", "src/plugins"], (file) =>
    /package(-lock)?\.json$/.test(file)
  )
  await whenChanged(stateFile, "packages", print, () =>
    step("Installing packages (two to three minutes the first time)", async () => {
      if (!existsSync(join(root, "node_modules")) && existsSync(join(root, "package-lock.json"))) {
        // A lock made where the registry lacks the optional packages of other systems makes `npm ci` fail there; `npm install` repairs it.
        const clean = await run("npm", ["ci", "--no-audit", "--no-fund"]).then(
          () => true,
          () => false
        )
        if (clean) {
          return
        }
      }
      await run("npm", ["install", "--no-audit", "--no-fund", "--no-save"], { wayOut: WAY_OUT })
    })
  )
}
