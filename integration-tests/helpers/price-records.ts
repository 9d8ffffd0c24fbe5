import type {
  ErpContractPrice,
  ErpContractPriceList,
  ErpPackage,
  ErpPriceAdjustment,
  ErpOrderRule,
  ErpPriceThreshold,
} from "@kontor/framework"

/** A package of prices that the ERP formed on 1 February 2026 at ten, Moscow time. */
export const PRICES_PACKAGE: ErpPackage = {
  kind: "package",
  content: "prices",
  is_full: false,
  external_id: null,
  formed_at: "2026-02-01T10:00:00",
  schema_version: "1",
}

/** What comes before the prices of a contract. */
export const priceList = (contract: string, is_full = false): ErpContractPriceList => ({
  kind: "contract_price_list",
  contract_external_id: contract,
  is_full,
})

/** A price of contract "c1", from the first unit on and for good. */
export const contractPrice = (offer: string, amount: string, data: Partial<ErpContractPrice> = {}): ErpContractPrice => ({
  kind: "contract_price",
  contract_external_id: "c1",
  offer_external_id: offer,
  from_quantity: "0",
  starts_on: null,
  ends_on: null,
  amount,
  coefficient: "1",
  document: "Соглашение 7 от 01.02.2026",
  is_deleted: false,
  ...data,
})

/** Ten percent off everything for everyone, named by its id. */
export const adjustment = (external_id: string, data: Partial<ErpPriceAdjustment> = {}): ErpPriceAdjustment => ({
  kind: "price_adjustment",
  external_id,
  name: external_id,
  scope: { kind: "everyone", external_id: null },
  target: {},
  change: "percent",
  value: "-10",
  currency_code: null,
  from_quantity: "0",
  starts_on: null,
  ends_on: null,
  is_stacking: false,
  document: null,
  is_deleted: false,
  ...data,
})

/** The retail prices for everyone from a cart of a thousand roubles on, named by its id. */
export const threshold = (external_id: string, data: Partial<ErpPriceThreshold> = {}): ErpPriceThreshold => ({
  kind: "price_threshold",
  external_id,
  scope: { kind: "everyone", external_id: null },
  basis: "total",
  from_amount: "1000",
  currency_code: "rub",
  price_type_external_id: "retail",
  starts_on: null,
  ends_on: null,
  document: null,
  is_deleted: false,
  ...data,
})

/** At least ten of everything for everyone, named by its id. */
export const orderRule = (external_id: string, data: Partial<ErpOrderRule> = {}): ErpOrderRule => ({
  kind: "order_rule",
  external_id,
  scope: { kind: "everyone", external_id: null },
  target: {},
  ...{ unit_code: null, multiplicity: null, minimum: "10", maximum: null },
  document: null,
  is_deleted: false,
  ...data,
})
