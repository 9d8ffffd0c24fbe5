import type { ErpPackage, ErpSupply, ErpSupplyLine } from "@kontor/framework"

const DAY_MS = 86_400_000

/** The day so many days from now, as an offset from UTC that no time zone of the supplier turns into another day. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

/** A package of supplies that the ERP formed on 1 February 2026 at ten, Moscow time. */
export const SUPPLIES_PACKAGE: ErpPackage = {
  kind: "package",
  content: "supplies",
  is_full: false,
  external_id: null,
  formed_at: "2026-02-01T10:00:00",
  schema_version: "1",
}

/** So many base units of an offer. */
export const supplyLine = (offer: string, quantity: string, data: Partial<ErpSupplyLine> = {}): ErpSupplyLine => ({
  offer_external_id: offer,
  quantity,
  arrived: "0",
  coefficient: "1",
  ...data,
})

/** A confirmed supply to the warehouse "near" in ten days, named by its id. */
export const supply = (external_id: string, lines: ErpSupplyLine[], data: Partial<ErpSupply> = {}): ErpSupply => ({
  kind: "supply",
  external_id,
  number: `N-${external_id}`,
  state: "confirmed",
  expected_on: dayFromNow(10),
  warehouse_external_id: "near",
  lines,
  are_lines_whole: true,
  is_deleted: false,
  ...data,
})
