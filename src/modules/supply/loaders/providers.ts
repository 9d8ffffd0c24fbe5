import { installSupplyAllocation, type SupplyAllocation } from "@kontor/framework"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { allocateEarliest } from "../rules/earliest-supply"

interface ProvidedAllocation {
  readonly identifier: string
  new (cradle: Record<string, unknown>, options: Record<string, unknown> | undefined): SupplyAllocation
}

/** Takes over the allocation that plugins bring as a provider of this module; the last one has the word. Without one the default holds. */
export default async function loadProviders({ container, options }: LoaderOptions<{ providers?: ModuleProvider[] }>): Promise<void> {
  installSupplyAllocation({ name: "earliest-supply", allocation: { allocate: allocateEarliest } })
  await moduleProviderLoader({
    container,
    providers: options?.providers ?? [],
    registerServiceFn: async (service: unknown, target, provider) => {
      if (!isAllocation(service)) {
        const message = `Provider "${provider.id}" is no supply allocation with a static identifier.`
        throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, message)
      }
      const allocation = new service(target.cradle as Record<string, unknown>, provider.options)
      installSupplyAllocation({ name: service.identifier, allocation })
    },
  })
}

function isAllocation(service: unknown): service is ProvidedAllocation {
  return (
    typeof service === "function" && "identifier" in service && typeof Reflect.get(service.prototype as object, "allocate") === "function"
  )
}
