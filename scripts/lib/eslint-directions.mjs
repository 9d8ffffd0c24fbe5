import { dirname, join, relative, sep } from "node:path"
import { root } from "./paths.mjs"

/**
 * Layers and what each may import besides itself and packages. "module" and "plugin" stand for one folder each: a module never reaches into another one, a plugin into nothing outside
 * itself. `@kontor/framework` is open to all.
 */
const ALLOWED = {
  rules: [],
  module: ["rules"],
  replaced: ["database", "rules"],
  database: ["rules"],
  links: ["module"],
  workflows: ["module", "rules", "database", "replaced"],
  api: ["workflows", "database", "module", "rules"],
  subscribers: ["workflows", "module"],
  jobs: ["workflows", "module"],
  "migration-scripts": ["workflows"],
  admin: [],
  framework: [],
  plugin: [],
}

/** Modules of Medusa's that ours stand in for. */
const REPLACED = ["pricing", "promotion"]

/** `[layer, folder]` of a file; files outside of `src` have none. */
function place(file) {
  const parts = relative(root, file).split(sep)
  if (parts[0] !== "src" || parts.length < 3) {
    return null
  }
  const [, layer, name, inner] = parts
  if (layer === "plugins") {
    return ["plugin", `plugins/${name}`]
  }
  if (layer === "modules") {
    // Medusa's own module with one part replaced: it stands before the database layer as Medusa's code would.
    const kind = REPLACED.includes(name) ? "replaced" : inner === "rules" ? "rules" : "module"
    return [kind, `modules/${name}`]
  }
  return layer in ALLOWED ? [layer, layer] : null
}

/** ESLint rule: imports go one way, as drawn in docs/architecture.md. */
export const importDirections = {
  meta: { type: "problem", schema: [], messages: { wrong: "{{from}} must not import {{to}} ({{path}})." } },
  create(context) {
    const from = place(context.filename)
    if (!from || /__tests__/.test(context.filename)) {
      return {}
    }
    const check = (node) => {
      const path = node.source?.value
      if (typeof path !== "string" || !path.startsWith(".")) {
        return
      }
      const to = place(join(dirname(context.filename), path, path.includes("/") ? "" : "index"))
      if (!to || (to[1] === from[1] && !(from[0] === "rules" && to[0] === "module"))) {
        return
      }
      if (to[1] === from[1] || !ALLOWED[from[0]].includes(to[0])) {
        context.report({ node, messageId: "wrong", data: { from: from[1], to: to[1], path } })
      }
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}
