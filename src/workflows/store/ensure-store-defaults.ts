import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingProfilesWorkflow,
  createStoresWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer, StoreDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"

/** What carts, loads and the portal need before anything can be sold. */
export interface StoreSetup {
  sales_channel_id: string
  shipping_profile_id: string
  region_id: string
  /** Token of the publishable key that the portal sends. */
  publishable_key: string
}

const CURRENCY = "rub"
const COUNTRY = "ru"
const REGION_NAME = "Россия"

const LOCK_KEY = "kontor-store-defaults"
const LOCK_SECONDS = 30

/**
 * Makes what is missing of: the store with its currency, the region, the sales channel, the tax-inclusive prices, the publishable key
 * and the shipping profile. What is there already stays, so that it may run at every start; under a lock, since two first loads at once
 * would make two of each.
 */
export async function ensureStoreDefaults(container: MedusaContainer): Promise<StoreSetup> {
  return container.resolve(Modules.LOCKING).execute(LOCK_KEY, () => ensureAll(container), { timeout: LOCK_SECONDS })
}

async function ensureAll(container: MedusaContainer): Promise<StoreSetup> {
  const salesChannelId = await ensureSalesChannel(container)
  const regionId = await ensureRegion(container)
  await ensureStore(container, salesChannelId, regionId)
  await ensureTaxInclusivePrices(container)
  return {
    sales_channel_id: salesChannelId,
    region_id: regionId,
    shipping_profile_id: await ensureShippingProfile(container),
    publishable_key: await ensurePublishableKey(container, salesChannelId),
  }
}

async function findStore(container: MedusaContainer): Promise<StoreDTO | undefined> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { relations: ["supported_currencies"], take: 1 })
  return store
}

async function ensureSalesChannel(container: MedusaContainer): Promise<string> {
  const store = await findStore(container)
  if (store?.default_sales_channel_id) {
    return store.default_sales_channel_id
  }
  const [known] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({}, { take: 1, order: { created_at: "ASC" } })
  if (known) {
    return known.id
  }
  const { result } = await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name: "Портал дилера" }] } })
  return firstOf(result, "sales channel").id
}

async function ensureRegion(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.REGION)
    .listRegions({ currency_code: CURRENCY }, { take: 1, order: { created_at: "ASC" } })
  if (known) {
    return known.id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: REGION_NAME,
          currency_code: CURRENCY,
          countries: [COUNTRY],
          automatic_taxes: false,
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  return firstOf(result, "region").id
}

async function ensureStore(container: MedusaContainer, salesChannelId: string, regionId: string): Promise<void> {
  let store = await findStore(container)
  if (!store) {
    const currencies = [{ currency_code: CURRENCY, is_default: true }]
    await createStoresWorkflow(container).run({ input: { stores: [{ name: "Kontor", supported_currencies: currencies }] } })
    store = await findStore(container)
  }
  const current = store ?? firstOf<StoreDTO>([], "store")
  const isComplete =
    current.default_sales_channel_id &&
    current.default_region_id &&
    current.supported_currencies?.some((currency) => currency.is_default && currency.currency_code === CURRENCY)
  if (isComplete) {
    return
  }
  const others = (current.supported_currencies ?? []).filter((currency) => currency.currency_code !== CURRENCY)
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: current.id },
      update: {
        supported_currencies: [
          { currency_code: CURRENCY, is_default: true },
          ...others.map((currency) => ({ currency_code: currency.currency_code, is_default: false })),
        ],
        default_sales_channel_id: salesChannelId,
        default_region_id: current.default_region_id ?? regionId,
      },
    },
  })
}

/** Medusa's own prices, which hold where there is no contract, are a copy of 1C's retail prices and include VAT. An operator's choice stays. */
async function ensureTaxInclusivePrices(container: MedusaContainer): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const currency = { attribute: "currency_code", value: CURRENCY }
  const [known] = await pricing.listPricePreferences(currency, { take: 1 })
  if (!known) {
    await pricing.createPricePreferences({ ...currency, is_tax_inclusive: true })
  }
}

async function ensureShippingProfile(container: MedusaContainer): Promise<string> {
  const [known] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: "default" }, { take: 1 })
  if (known) {
    return known.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default Shipping Profile", type: "default" }] },
  })
  return firstOf(result, "shipping profile").id
}

async function ensurePublishableKey(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "api_key",
    fields: ["token", "sales_channels_link.sales_channel_id"],
    filters: { type: "publishable", revoked_at: null },
  })
  const known = data.find((key) =>
    key.sales_channels_link?.some((link: { sales_channel_id?: string } | null) => link?.sales_channel_id === salesChannelId)
  )
  if (known) {
    return known.token
  }
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Портал дилера", type: "publishable", created_by: "" }] },
  })
  const key = firstOf(result, "publishable key")
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [salesChannelId] } })
  return key.token
}

function firstOf<Row>(rows: Row[], what: string): Row {
  const [first] = rows
  if (!first) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The ${what} was not created.`)
  }
  return first
}
