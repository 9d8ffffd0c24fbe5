import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"

const API = join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist", "api", "admin")

/** Paths of the admin that Medusa itself ships, e.g. "/admin/orders/:id". */
export function stockAdminPaths(): Set<string> {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" }).filter((file) => /(^|[\\/])route\.js$/.test(file))
  return new Set(
    files.map((file) =>
      `/admin/${dirname(file)}`
        .replaceAll("\\", "/")
        .replace(/\[(\w+)\]/g, ":$1")
        .replace(/\/\.$/, "")
    )
  )
}
