import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fingerprint, whenChanged } from "./fingerprint.mjs"
import { dataDir, medusaCli, root, serverDir } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"

/** Builds server and admin for production when a source changed since the last build, and lays the links that the build needs to run in place. */
export async function buildServer(env) {
  const print = fingerprint(["src", "medusa-config.ts", "tsconfig.json", "package.json", "package-lock.json"])
  const state = join(root, ".medusa", "kontor-state.json")
  if (!existsSync(join(serverDir, "medusa-config.js")) || !existsSync(join(serverDir, "public", "admin", "index.html"))) {
    rmSync(state, { force: true })
  }
  const built = await whenChanged(state, "build", print, () =>
    step("Building server and admin for production (about a minute)", () =>
      run(process.execPath, [medusaCli, "build"], {
        env: { ...env, NODE_ENV: "production" },
        wayOut: "Run `npm run check` to see what does not compile.",
      })
    )
  )
  layLinks()
  return built
}

/**
 * The build is a project of its own whose packages an integrator installs with `npm install --omit=dev`. In a checkout the packages of the root serve it too; only the workspaces must
 * resolve to the compiled code and not to the sources.
 */
function layLinks() {
  link(join(serverDir, "node_modules", "@kontor", "framework"), join(serverDir, "src", "framework"))
  const plugins = join(serverDir, "src", "plugins")
  for (const name of existsSync(plugins) ? readdirSync(plugins) : []) {
    link(join(plugins, name, ".medusa", "server", "src"), join(plugins, name, "src"))
    writeFileSync(
      join(plugins, name, ".medusa", "server", "medusa-plugin-options.json"),
      JSON.stringify({ srcDir: join(plugins, name, "src") })
    )
  }
  mkdirSync(join(dataDir, "files"), { recursive: true })
  link(join(serverDir, "static"), join(dataDir, "files"))
}

function link(at, to) {
  mkdirSync(dirname(at), { recursive: true })
  if (lstatSync(at, { throwIfNoEntry: false })) {
    rmSync(at, { recursive: true, force: true })
  }
  symlinkSync(relative(dirname(at), to), at)
}
