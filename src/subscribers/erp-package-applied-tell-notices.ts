import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { tellNoticesWorkflow } from "../workflows/catalog/tell-notices"
import { PACKAGE_APPLIED, type PackageApplied } from "../workflows/erp/load-next-file"

/** What decides whether goods are in stock, and what they cost. */
const KINDS = ["stock", "prices", "price_tiers", "contract_prices", "price_adjustments", "price_thresholds", "currency_rates"]

/** Packages of stock and prices come by the minute: whoever waits for goods is told by the next of them. */
export default async function tellNotices({ event, container }: SubscriberArgs<PackageApplied>): Promise<void> {
  if (KINDS.some((kind) => event.data.kinds.includes(kind))) {
    await tellNoticesWorkflow(container).run()
  }
}

export const config: SubscriberConfig = {
  event: PACKAGE_APPLIED,
  context: { subscriberId: "erp-package-applied-tell-notices" },
}
