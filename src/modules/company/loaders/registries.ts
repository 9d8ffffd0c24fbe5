import type { LegalEntityRegistry } from "@kontor/framework"
import { asFunction, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { NoRegistry } from "../registries/no-registry"

type RegistryClass = new (cradle: Record<string, unknown>, options: Record<string, unknown> | undefined) => LegalEntityRegistry

/** Container key of the registry that is asked. */
export const REGISTRY_KEY = "legal_entity_registry"

/** Registers the registry of the first plugin that brings one; without a plugin the one that asks nobody. */
export default async function loadRegistries({ container, options }: LoaderOptions<{ providers?: ModuleProvider[] }>): Promise<void> {
  await moduleProviderLoader({
    container,
    providers: options?.providers ?? [],
    registerServiceFn: async (service: unknown, target, provider) => {
      const registryClass = service as RegistryClass
      if (!target.hasRegistration(REGISTRY_KEY)) {
        target.register({
          [REGISTRY_KEY]: asFunction((cradle: Record<string, unknown>) => new registryClass(cradle, provider.options), {
            lifetime: Lifetime.SINGLETON,
          }),
        })
      }
    },
  })
  if (!container.hasRegistration(REGISTRY_KEY)) {
    container.register({ [REGISTRY_KEY]: asFunction(() => new NoRegistry(), { lifetime: Lifetime.SINGLETON }) })
  }
}
