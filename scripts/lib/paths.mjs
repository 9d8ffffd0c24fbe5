import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** The project's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Everything that a running Kontor keeps: database, spool, uploaded files, secrets. Git-ignored. */
export const dataDir = resolve(root, process.env.KONTOR_DATA_DIR ?? ".data")
/** What `medusa build` makes. */
export const serverDir = join(root, ".medusa", "server")
/** Medusa's command line. */
export const medusaCli = join(root, "node_modules", "@medusajs", "cli", "cli.js")
