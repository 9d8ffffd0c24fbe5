import type { SupplierConfig } from "./config"
import { shareOfPrice } from "./money"
import type { Offer, Product } from "./product"
import { at, guid, hash, isWithinShare, PURPOSE } from "./random"
import { WAREHOUSES } from "./vocabulary/words"

export interface PriceType {
  id: string
  name: string
  /** Part of the retail price, in 1/10,000. */
  basisPoints: number
}

export interface Warehouse {
  id: string
  name: string
}

/** The first is «Розничная»; «Опт 1» and on fall evenly from 95 % of it to 60 %. */
export function buildPriceTypes(config: SupplierConfig): PriceType[] {
  const steps = Math.max(1, config.priceTypes - 2)
  return Array.from({ length: config.priceTypes }, (_, i) => ({
    id: guid(config.seed, PURPOSE.priceType, i),
    name: i === 0 ? "Розничная" : `Опт ${i}`,
    basisPoints: i === 0 ? 10_000 : Math.round(9_500 - (3_500 * (i - 1)) / steps),
  }))
}

export function buildWarehouses(config: SupplierConfig): Warehouse[] {
  return Array.from({ length: config.warehouses }, (_, i) => ({
    id: guid(config.seed, PURPOSE.warehouse, i),
    name: i < WAREHOUSES.length ? at(WAREHOUSES, i) : `Склад № ${i + 1}`,
  }))
}

/** The retail price after the round `revision`: each round that touches a product moves it by −6…+9 %. */
export function retailAt(config: SupplierConfig, product: Product, offer: Offer, revision: number): number {
  if (revision === 0) {
    return offer.retail
  }
  const percent = (hash(config.seed, PURPOSE.priceChange, product.index, revision) % 16) - 6
  return shareOfPrice(offer.retail, (100 + percent) * 100)
}

/**
 * Price in kopecks of one base unit, or null when the offer has no price of this type: about 3 % of wholesale prices are not set.
 * `typePosition` is the price type's place in the list.
 */
export function priceOf(config: SupplierConfig, product: Product, retail: number, type: PriceType, typePosition: number): number | null {
  if (typePosition === 0) {
    return retail
  }
  const isUnset = isWithinShare(hash(config.seed, PURPOSE.price, product.index, typePosition), 0.03)
  return isUnset ? null : shareOfPrice(retail, type.basisPoints)
}

/**
 * Quantity in tenths of the base unit after the round `revision`. About 40 % of rows are zero, and 2 % negative: sold before the
 * receipt was entered.
 */
export function stockTenths(config: SupplierConfig, product: Product, offer: Offer, warehousePosition: number, revision: number): number {
  if (product.shelf === null) {
    return 0
  }
  const drawn = hash(config.seed, PURPOSE.stock, product.index * 8 + offer.position, warehousePosition * 1_009 + revision + 1)
  const kind = drawn % 100
  const size = (drawn >>> 8) % 10_000
  if (kind < 40) {
    return 0
  }
  if (kind < 42) {
    return -10 * (1 + (size % 12))
  }
  const quantity = kind < 80 ? 1 + (size % 60) : 1 + (size % 900)
  const isMeasured = product.baseUnit.code === "006" || product.baseUnit.code === "166"
  return quantity * 10 + (isMeasured ? size % 10 : 0)
}

/** 125 → "12.5", -30 → "-3". */
export function tenthsToText(tenths: number): string {
  const whole = Math.trunc(tenths / 10)
  const rest = Math.abs(tenths % 10)
  return rest === 0 ? String(whole) : `${tenths < 0 && whole === 0 ? "-" : ""}${whole}.${rest}`
}
