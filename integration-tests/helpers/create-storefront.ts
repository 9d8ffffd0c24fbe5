import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"

/** What every store request needs: a sales channel, a rouble region and the header with the publishable key. */
export async function createStorefront(container: MedusaContainer) {
  const channels = await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name: "Portal" }] } })
  const keys = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Portal", type: "publishable", created_by: "test" }] },
  })
  const regions = await createRegionsWorkflow(container).run({
    input: { regions: [{ name: "Russia", currency_code: "rub", countries: ["ru"] }] },
  })
  const [channel] = channels.result
  const [key] = keys.result
  const [region] = regions.result
  if (!channel || !key || !region) {
    throw new Error("The storefront needs a sales channel, a key and a region")
  }
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [channel.id] } })
  return { sales_channel_id: channel.id, region_id: region.id, headers: { "x-publishable-api-key": key.token } }
}
