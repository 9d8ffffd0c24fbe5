import type { RegistryEntity } from "@kontor/framework"
import { z } from "@medusajs/framework/zod"
import { dadataAddress, toAddress } from "./address"

const text = z.string().nullish()

/** The part of DaData's organisation that is used; https://dadata.ru/api/find-party/ describes all of it. */
const dadataParty = z.object({
  value: z.string(),
  data: z.object({
    inn: z.string(),
    kpp: text,
    ogrn: text,
    okpo: text,
    type: z.enum(["LEGAL", "INDIVIDUAL"]).nullish(),
    branch_type: text,
    name: z.object({ short_with_opf: text, full_with_opf: text }).nullish(),
    state: z.object({ status: text }).nullish(),
    address: dadataAddress.nullish(),
    management: z.object({ name: text }).nullish(),
  }),
})

export const dadataParties = z.object({ suggestions: z.array(dadataParty) })

const STATES: Record<string, RegistryEntity["state"]> = {
  ACTIVE: "active",
  LIQUIDATING: "liquidating",
  LIQUIDATED: "liquidated",
  BANKRUPT: "bankrupt",
  REORGANIZING: "reorganizing",
}

/** Companies behind an ИНН, the head office before its branches. */
export function toEntities({ suggestions }: z.infer<typeof dadataParties>): RegistryEntity[] {
  const isBranch = ({ data }: z.infer<typeof dadataParty>) => data.branch_type === "BRANCH"
  return [...suggestions.filter((party) => !isBranch(party)), ...suggestions.filter(isBranch)].map(toEntity)
}

function toEntity({ value, data }: z.infer<typeof dadataParty>): RegistryEntity {
  return {
    kind: data.type === "INDIVIDUAL" ? "sole_trader" : "company",
    inn: data.inn,
    kpp: data.kpp ?? null,
    ogrn: data.ogrn ?? null,
    okpo: data.okpo ?? null,
    name: data.name?.short_with_opf ?? value,
    official_name: data.name?.full_with_opf ?? null,
    address: data.address ? toAddress(data.address) : null,
    head: data.management?.name ?? null,
    state: STATES[data.state?.status ?? ""] ?? "unknown",
  }
}
