import { z } from "@medusajs/framework/zod"
import { isValidInn } from "../../../modules/company/rules/inn"

export const StoreFindLegalEntity = z.object({ inn: z.string().trim().refine(isValidInn, "breaks the control digits of an ИНН") }).strict()
export type StoreFindLegalEntity = z.infer<typeof StoreFindLegalEntity>

export const StoreSuggestAddresses = z
  .object({
    q: z.string().trim().min(3).max(200).describe("How the address begins"),
    limit: z.coerce.number().int().min(1).max(20).default(10),
  })
  .strict()
export type StoreSuggestAddresses = z.infer<typeof StoreSuggestAddresses>

const address = z.object({
  text: z.string(),
  postal_code: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
  fias_id: z.string().nullable().describe("Code of the ФИАС"),
})

export const StoreLegalEntityResponse = z.object({
  outcome: z.enum(["found", "unknown", "unchecked"]).describe("`unchecked`: there is no registry or it does not answer; nothing follows"),
  entities: z
    .array(
      z.object({
        kind: z.enum(["company", "sole_trader"]),
        inn: z.string(),
        kpp: z.string().nullable(),
        ogrn: z.string().nullable(),
        okpo: z.string().nullable(),
        name: z.string(),
        official_name: z.string().nullable(),
        address: address.nullable(),
        head: z.string().nullable(),
        state: z.enum(["active", "liquidating", "liquidated", "bankrupt", "reorganizing", "unknown"]),
      })
    )
    .describe("The company, then its branches"),
})

export const StoreAddressesResponse = z.object({ addresses: z.array(address) })
