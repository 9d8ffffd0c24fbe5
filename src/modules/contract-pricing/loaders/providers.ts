import { type InstalledAdjuster, installPriceAdjusters, type PriceAdjuster, type PriceRefiner } from "@kontor/framework"
import { asFunction, asValue, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { resolvePricingOptions } from "../options"
import { GuardedRefiner } from "../refiners/guarded-refiner"

/** A class that a provider brings: of one port or the other, told apart by its one method. */
interface ProvidedClass<Port> {
  readonly identifier?: string
  readonly prototype: Partial<PriceRefiner & PriceAdjuster>
  new (cradle: Record<string, unknown>, options: Record<string, unknown> | undefined): Port
}

/** Container key of the options, all of them set. */
export const OPTIONS_KEY = "contract_pricing_options"

/** Container key of the refiners that plugins bring, in the order of the plugins. */
export const REFINERS_KEY = "price_refiners"

/**
 * Takes over what plugins bring as providers of this module: price refiners, each behind its guard, and price adjusters, which are installed where every
 * way to a price finds them. Without a plugin there are none.
 */
export default async function loadProviders({ container, options }: LoaderOptions<{ providers?: ModuleProvider[] }>): Promise<void> {
  const { refinement, adjusters } = resolvePricingOptions(options)
  const refiners: ((cradle: Record<string, unknown>) => PriceRefiner)[] = []
  const installed: InstalledAdjuster[] = []
  await moduleProviderLoader({
    container,
    providers: options?.providers ?? [],
    registerServiceFn: async (service: unknown, target, provider) => {
      if (isOf<PriceRefiner>(service, "refine")) {
        refiners.push((cradle) => new service(cradle, provider.options))
      } else if (isOf<PriceAdjuster>(service, "adjust") && service.identifier) {
        const adjuster = new service(target.cradle as Record<string, unknown>, provider.options)
        installed.push({ name: service.identifier, adjuster, timeout_ms: adjusters.timeout_ms })
      } else {
        const message = `Provider "${provider.id}" is neither a price refiner nor a price adjuster with a static identifier.`
        throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, message)
      }
    },
  })
  installPriceAdjusters(installed)
  container.register({
    [OPTIONS_KEY]: asValue({ refinement, adjusters }),
    [REFINERS_KEY]: asFunction((cradle: Record<string, unknown>) => refiners.map((make) => new GuardedRefiner(make(cradle), refinement)), {
      lifetime: Lifetime.SINGLETON,
    }),
  })
}

function isOf<Port>(service: unknown, method: "refine" | "adjust"): service is ProvidedClass<Port> {
  return typeof service === "function" && typeof (service as ProvidedClass<Port>).prototype[method] === "function"
}
