/** A provider that a plugin brings to a module of the core, in Medusa's own shape. */
export interface PluginProvider {
  resolve: string
  id: string
  options?: Record<string, unknown>
  is_default?: boolean
}

/**
 * The optional default export of a plugin's `src/plugin.ts`: from the plugin's options to the providers that it brings, by the key of
 * the module that takes them. Modules, routes, workflows, subscribers, jobs, links and admin need no entry here: Medusa loads them.
 */
export type PluginManifest = (options: Record<string, unknown>) => { providers?: Record<string, PluginProvider[]> }

/** Keeps the type of a manifest without writing it. */
export function definePlugin(manifest: PluginManifest): PluginManifest {
  return manifest
}
