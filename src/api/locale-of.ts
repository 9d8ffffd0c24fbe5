import { SUPPLIER_TIME_ZONE } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { PRICE_LOCALES, type PriceLocale, type PriceTeller, teller } from "../modules/contract-pricing/rules/tell-price"

/** The query parameter, for routes whose answers have texts. */
export const localeParameter = z.enum(PRICE_LOCALES).optional().describe("Language of the texts; else Accept-Language, else ru")

type Asked = Pick<MedusaRequest, "locale" | "acceptsLanguages" | "validatedQuery">

/**
 * The language that is asked for: `locale` of the query, Accept-Language, Russian. On store routes Medusa takes `locale` out of the query
 * before it is validated, and keeps it as `req.locale`.
 */
export function localeOf(req: Asked): PriceLocale {
  const asked = String(req.validatedQuery?.locale ?? req.locale ?? "").split("-")[0]
  const named = PRICE_LOCALES.find((locale) => locale === asked)
  return named ?? (PRICE_LOCALES.find((locale) => locale === req.acceptsLanguages([...PRICE_LOCALES])) || "ru")
}

/** Tells prices in the language of the request; one for all that an answer tells, since it is not cheap to make. */
export function tellerOf(req: Asked, currency_code: string): PriceTeller {
  return teller({ locale: localeOf(req), currency_code, time_zone: SUPPLIER_TIME_ZONE })
}
