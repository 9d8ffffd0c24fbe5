import { defineRoutes } from "@kontor/framework"
import { accountOf, limitAttempts } from "../../limit-attempts"
import { StoreAddressesResponse, StoreFindLegalEntity, StoreLegalEntityResponse, StoreSuggestAddresses } from "./validators"

/** Registries are paid by the request; nobody walks through all companies with our key. */
const limitLookups = limitAttempts({ purpose: "registry-lookup", window_seconds: 3600, per_address: 300, per_account: 60, accountOf })

/** A form asks at every other key press. */
const limitSuggestions = limitAttempts({
  purpose: "registry-address",
  window_seconds: 3600,
  per_address: 3000,
  per_account: 600,
  accountOf,
})

const right = { section: "application", action: "create" } as const

export const registryMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/registry/legal-entities",
    summary: "Requisites behind an ИНН, from the registry of the installation",
    description: "429 `too_many_attempts` beyond 60 an hour.",
    right,
    middlewares: [limitLookups],
    query: StoreFindLegalEntity,
    response: StoreLegalEntityResponse,
  },
  {
    method: "GET",
    path: "/store/registry/addresses",
    summary: "Addresses that begin so, with their ФИАС codes",
    description: "Empty while no registry is there or it does not answer.",
    right,
    middlewares: [limitSuggestions],
    query: StoreSuggestAddresses,
    response: StoreAddressesResponse,
  },
])
