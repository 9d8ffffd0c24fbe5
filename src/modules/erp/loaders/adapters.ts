import type { ErpAdapter } from "@kontor/framework"
import { asFunction, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** An adapter as a module provider offers it: `static identifier` is the name by which exchange accounts choose it. */
interface ErpAdapterClass {
  identifier?: string
  new (cradle: Record<string, unknown>, options: Record<string, unknown> | undefined): ErpAdapter
}

/** Container key of the adapter with this identifier. */
export function adapterKey(identifier: string): string {
  return `erp_adapter_${identifier}`
}

/** Registers every adapter that plugins bring as providers of this module. */
export default async function loadAdapters({ container, options }: LoaderOptions<{ providers?: ModuleProvider[] }>): Promise<void> {
  await moduleProviderLoader({
    container,
    providers: options?.providers ?? [],
    registerServiceFn: async (service: unknown, target, provider) => {
      const adapterClass = service as ErpAdapterClass
      if (!adapterClass.identifier) {
        throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, `The ERP adapter of provider "${provider.id}" has no static identifier.`)
      }
      target.register({
        [adapterKey(adapterClass.identifier)]: asFunction((cradle: Record<string, unknown>) => new adapterClass(cradle, provider.options), {
          lifetime: Lifetime.SINGLETON,
        }),
      })
    },
  })
}
