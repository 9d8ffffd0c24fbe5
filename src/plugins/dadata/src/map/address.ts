import type { RegistryAddress } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"

const text = z.string().nullish()

/** The part of DaData's address that is used; https://dadata.ru/api/suggest/address/ describes all of it. */
export const dadataAddress = z.object({
  value: z.string(),
  unrestricted_value: text,
  data: z.object({ postal_code: text, region_with_type: text, city_with_type: text, settlement_with_type: text, fias_id: text }).nullish(),
})

export const dadataAddresses = z.object({ suggestions: z.array(dadataAddress) })

/** The unrestricted value names the postcode and the region, which the short one leaves out. */
export function toAddress({ value, unrestricted_value, data }: z.infer<typeof dadataAddress>): RegistryAddress {
  return {
    text: unrestricted_value || value,
    postal_code: data?.postal_code ?? null,
    region: data?.region_with_type ?? null,
    city: data?.city_with_type ?? data?.settlement_with_type ?? null,
    fias_id: data?.fias_id ?? null,
  }
}
