import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { transformModules } from "@medusajs/framework/utils"
import type { PluginManifest, PluginProvider } from "./manifest"

/** A plugin by its folder in `src/plugins`, or by the name of an installed package. */
export interface PluginEntry {
  name: string
  options?: Record<string, unknown>
}

interface ModuleDeclaration {
  resolve?: string
  options?: Record<string, unknown>
}

/** The part of Medusa's configuration that plugins change. */
interface ConfigWithPlugins {
  modules?: Record<string, unknown>
  plugins?: unknown[]
}

/**
 * Adds plugins to the output of Medusa's `defineConfig`. A plugin under `src/plugins` is loaded from its source; Medusa looks only into
 * `<package>/.medusa/server/src`, so a link is laid there. An installed package is loaded from its build.
 *
 * The order of `plugins` is the order in which providers are appended. Throws when a folder is missing or a manifest brings a
 * provider for a module that is not configured: Medusa itself would ignore both in silence.
 */
export function withPlugins<Config extends ConfigWithPlugins>(config: Config, root: string, plugins: PluginEntry[]): Config {
  const modules: Record<string, unknown> = { ...config.modules }
  const entries: unknown[] = [...(config.plugins ?? [])]
  for (const plugin of plugins) {
    const options = plugin.options ?? {}
    const local = join(root, "src", "plugins", plugin.name)
    const directory = existsSync(join(local, "package.json")) ? local : installedDirectory(root, plugin.name)
    if (directory === local) {
      layLink(local)
    }
    entries.push({ resolve: directory, options })
    Object.assign(modules, pluginModules(root, plugin.name, directory, options))
    appendProviders(modules, plugin.name, readManifest(directory, directory === local)(options).providers ?? {})
  }
  return { ...config, modules, plugins: entries }
}

function installedDirectory(root: string, name: string): string {
  try {
    return dirname(createRequire(join(root, "package.json")).resolve(`${name}/package.json`))
  } catch {
    throw new Error(
      `Plugin "${name}" is neither a folder of src/plugins nor an installed package. Remove it from medusa-config.ts or install it.`
    )
  }
}

/** Medusa reads `<plugin>/.medusa/server/src`; in a checkout that is the source itself. A build made by `plugin:build` is replaced. */
function layLink(directory: string): void {
  const server = join(directory, ".medusa", "server")
  const link = join(server, "src")
  mkdirSync(server, { recursive: true })
  const standing = lstatSync(link, { throwIfNoEntry: false })
  if (!standing?.isSymbolicLink()) {
    if (standing) {
      rmSync(link, { recursive: true, force: true })
    }
    try {
      symlinkSync(join("..", "..", "src"), link)
    } catch (error) {
      // Two processes may start at once; the link the other one laid is as good.
      if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) {
        throw error
      }
    }
  }
  const optionsFile = join(server, "medusa-plugin-options.json")
  const content = JSON.stringify({ srcDir: join(directory, "src") })
  if (!existsSync(optionsFile) || readFileSync(optionsFile, "utf8") !== content) {
    writeFileSync(optionsFile, content)
  }
}

/** Modules of a plugin, by the key under which their `index` registers them. Local ones are named relative to the project, or the compiler emits them twice. */
function pluginModules(root: string, name: string, directory: string, options: Record<string, unknown>): Record<string, unknown> {
  const folder = join(directory, ".medusa", "server", "src", "modules")
  if (!existsSync(folder)) {
    return {}
  }
  const local = directory.startsWith(join(root, "src", "plugins"))
  const declarations = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ resolve: local ? `./src/plugins/${name}/src/modules/${entry.name}` : join(folder, entry.name), options }))
  return transformModules(declarations, root)
}

function readManifest(directory: string, local: boolean): PluginManifest {
  const base = local ? join(directory, "src", "plugin") : join(directory, ".medusa", "server", "src", "plugin")
  const file = [".ts", ".js"].map((extension) => base + extension).find((candidate) => existsSync(candidate))
  return (file ? (load(file)?.default as PluginManifest | undefined) : undefined) ?? (() => ({}))
}

function appendProviders(modules: Record<string, unknown>, plugin: string, providers: Record<string, PluginProvider[]>): void {
  for (const [key, added] of Object.entries(providers)) {
    const module = modules[key]
    if (module === undefined || module === false) {
      throw new Error(`Plugin "${plugin}" brings a provider for the module "${key}", which medusa-config.ts does not configure.`)
    }
    const declaration = (typeof module === "object" && module !== null ? module : {}) as ModuleDeclaration
    const standing = (declaration.options?.providers as PluginProvider[] | undefined) ?? []
    modules[key] = { ...declaration, options: { ...declaration.options, providers: [...standing, ...added] } }
  }
}

/** `require`, so that the hook of the running process (a compiler in development, none in production) applies. */
function load(file: string): { default?: unknown } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- medusa-config is loaded synchronously
  return require(file)
}
