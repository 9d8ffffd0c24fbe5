import { defineRoutes } from "@kontor/framework"
import { StoreConsentListResponse, StoreConsentResponse, StoreGiveConsent, StoreListConsents } from "./validators"

export const storeConsentMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/consents",
    summary: "What I have agreed to, the newest first",
    query: StoreListConsents,
    response: StoreConsentListResponse,
  },
  {
    method: "POST",
    path: "/store/consents",
    summary: "Agree to a version of a document",
    description: "Time, address and browser are taken from the request. Agreeing again to the same version changes nothing.",
    body: StoreGiveConsent,
    response: StoreConsentResponse,
  },
])
