import { FEATURES_MAX } from "./vocabulary/features"

/** What supplier to make up. The same config gives the same bytes, whenever and wherever it is used. */
export interface SupplierConfig {
  seed: number
  products: number
  priceTypes: number
  /** Every so many-th product that comes in packs has a price of its own for a pack, but in the first type; 0 = none has. */
  packPrices: number
  /** Every so many-th product bears a label, as a property; 0 = none does. */
  labelled: number
  /** Properties beyond those of the kinds of goods; each department has its share of them, and each product some. */
  features: number
  /** What is on its way at once. */
  supplies: number
  /** Whether a round renames what it changes too. */
  renames: boolean
  /** Legal entities that buy, each with one contract. */
  entities: number
  /** Entities of the second holding; 0 leaves it as it comes. */
  bigHolding: number
  peoplePerEntity: number
  warehouses: number
  /** Local moment of the packages, YYYY-MM-DDThh:mm:ss, as 1C writes it: without a zone. */
  asOf: string
  /** How many rounds of changes have happened since the supplier was new. */
  round: number
  /** Part of the products that each round changes, 0…1. */
  changeShare: number
}

export const DEFAULT_SUPPLIER: SupplierConfig = {
  seed: 1,
  products: 1_000,
  priceTypes: 5,
  packPrices: 0,
  labelled: 0,
  features: 0,
  supplies: 40,
  renames: false,
  entities: 12,
  bigHolding: 0,
  peoplePerEntity: 2,
  warehouses: 5,
  asOf: "2026-01-31T09:00:00",
  round: 0,
  changeShare: 0.05,
}

const LIMITS: readonly [field: Exclude<keyof SupplierConfig, "asOf" | "changeShare" | "renames">, from: number, to: number][] = [
  ["seed", 0, 0x7fff_ffff],
  ["products", 1, 1_000_000],
  ["priceTypes", 1, 100],
  ["packPrices", 0, 1_000_000],
  ["labelled", 0, 1_000_000],
  ["features", 0, FEATURES_MAX],
  ["supplies", 0, 10_000],
  ["entities", 0, 100_000],
  ["bigHolding", 0, 10_000],
  ["peoplePerEntity", 0, 50],
  ["warehouses", 1, 200],
  ["round", 0, 1_000],
]

/**
 * Fills in what was left out.
 * @throws RangeError naming the field, its value and its limits.
 */
export function supplierConfig(given: Partial<SupplierConfig> = {}): SupplierConfig {
  const config = { ...DEFAULT_SUPPLIER, ...given }
  for (const [field, from, to] of LIMITS) {
    if (!Number.isInteger(config[field]) || config[field] < from || config[field] > to) {
      throw new RangeError(`${field} is ${config[field]}, a whole number from ${from} to ${to} is needed`)
    }
  }
  if (!(config.changeShare >= 0 && config.changeShare <= 1)) {
    throw new RangeError(`changeShare is ${config.changeShare}, a number from 0 to 1 is needed`)
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(config.asOf)) {
    throw new RangeError(`asOf is "${config.asOf}", YYYY-MM-DDThh:mm:ss is needed`)
  }
  return config
}
