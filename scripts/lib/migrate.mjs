import { join } from "node:path"
import { fingerprint, whenChanged } from "./fingerprint.mjs"
import { dataDir, medusaCli } from "./paths.mjs"
import { step } from "./progress.mjs"
import { run } from "./run.mjs"

/** Migrates modules and links, and runs the data scripts, when any of them changed since the last time for this database, named by its identity. */
export async function migrate(env, database) {
  const print = fingerprint(["src", "medusa-config.ts", "package-lock.json"], (file) =>
    /(migrations|links|models|migration-scripts)\/|medusa-config|package-lock/.test(file)
  )
  await whenChanged(join(dataDir, "migrated.json"), database, print, () =>
    step("Migrating the database", () =>
      run(process.execPath, [medusaCli, "db:migrate", "--execute-safe-links"], {
        env,
        wayOut: "Check DATABASE_URL, the rights of its user and the message above.",
      })
    )
  )
}
