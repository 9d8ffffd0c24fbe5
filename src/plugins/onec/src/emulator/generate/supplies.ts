import { at, guid, hash, PURPOSE } from "./random"
import type { Supplier } from "./supplier"

/** A supply as the supplies package has it. */
export interface Supply {
  external_id: string
  number: string
  state: "planned" | "confirmed" | "in_transit" | "at_customs" | "arrived" | "cancelled"
  expected_on: string
  /** Left out when 1C does not say where they come to. */
  warehouse_external_id?: string
  supplier: string
  lines: { offer_external_id: string; quantity: string; arrived?: string }[]
}

const LINES_MAX = 60
/** Supplies begin so many products behind one another at least. */
const APART = 37
const DAY_MS = 86_400_000
const STATES = ["planned", "confirmed", "in_transit", "at_customs", "arrived"] as const
/** Every so many-th supply is cancelled in the end, and slips by days before. */
const CANCELLED_EVERY = 13
const SUPPLIERS = ["ООО «Завод инструмента»", "Guangzhou Tools Co.", "АО «Метиз»"]

/**
 * What is on its way, as of the config's round: supplies begin in different states and move on by one every other round; every third one slips by
 * days as rounds go by, every fifth brings less than was ordered, and some are cancelled.
 */
export function supplies(supplier: Supplier): Supply[] {
  const { products, asOf, supplies: count } = supplier.config
  const today = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: Math.min(count, products) }, (_, place) => buildSupply(supplier, place, today))
}

function buildSupply(supplier: Supplier, place: number, today: number): Supply {
  const { seed, round, products, supplies: all } = supplier.config
  const first = place * Math.max(APART, Math.trunc(products / all))
  const drawn = hash(seed, PURPOSE.supply, place)
  const moved = (drawn % STATES.length) + Math.trunc(round / 2)
  const state = place % CANCELLED_EVERY === CANCELLED_EVERY - 1 && moved > 2 ? "cancelled" : at(STATES, Math.min(moved, STATES.length - 1))
  const slip = place % 3 === 0 ? round * 2 : 0
  const expected = today + (5 + (drawn % 60) + slip) * DAY_MS
  const count = Math.min(1 + (drawn % LINES_MAX), products)
  const short = place % 5 === 0 && round > 0
  const lines = Array.from({ length: count }, (_line, index) => {
    const offer = at(supplier.product((first + index) % products).offers, 0)
    const ordered = 10 * (1 + (hash(seed, PURPOSE.supply, place, index + 1) % 50))
    const quantity = String(short ? ordered / 2 : ordered)
    return { offer_external_id: offer.id, quantity, ...(state === "arrived" ? { arrived: quantity } : {}) }
  })
  return {
    external_id: guid(seed, PURPOSE.supply, place),
    number: `ПТ-${String(place + 1).padStart(5, "0")}`,
    state,
    expected_on: new Date(expected).toISOString().slice(0, 10),
    warehouse_external_id: at(supplier.warehouses, place).id,
    supplier: at(SUPPLIERS, place),
    lines,
  }
}
