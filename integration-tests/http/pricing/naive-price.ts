import { MathBN } from "@medusajs/framework/utils"

/** What prices are made of, as plain rows. Days are YYYY-MM-DD, null is open; amounts are exact decimals. */
export interface PriceWorld {
  types: { id: string; currency: string; includes_vat: boolean; region: string | null; fallback: string | null; is_deleted: boolean }[]
  typePrices: { type: string; entry: number; amount: string }[]
  contracts: NaiveContract[]
  contractPrices: { contract: string; entry: number; from: number; starts: string | null; ends: string | null; amount: string }[]
  adjustments: NaiveAdjustment[]
}

export interface NaiveContract {
  id: string
  entity: string
  holding: string | null
  categories: string[]
  region: string | null
  currency: string
  type: string
}

export interface NaiveAdjustment {
  id: string
  scope: "contract" | "legal_entity" | "holding" | "client_category" | "region" | "everyone"
  scopeId: string
  category: string | null
  traits: string[]
  kind: "percent" | "fixed"
  value: string
  currency: string | null
  from: number
  starts: string | null
  ends: string | null
  isStacking: boolean
}

/** An entry: the categories it lies in from the root down, and its traits ("brand:Bosch"). */
export interface NaiveEntry {
  path: string[]
  traits: string[]
}

const SCOPES = ["contract", "legal_entity", "holding", "client_category", "region", "everyone"]
const TARGETS = ["list", "label", "property", "brand", "category", "everything"]

/** A slow second implementation of the precedence as the README of contract-pricing states it, sharing no line of code with the first. */
export function naivePrice(
  world: PriceWorld,
  contract: NaiveContract,
  key: number,
  entry: NaiveEntry,
  quantity: number,
  day: string
): string | null {
  const lasts = (row: { starts: string | null; ends: string | null }) => (row.starts ?? "0000") <= day && day <= (row.ends ?? "9999")
  const own = world.contractPrices
    .filter((row) => row.contract === contract.id && row.entry === key && row.from <= quantity && lasts(row))
    .sort((a, b) => b.from - a.from || descending(a.starts ?? "", b.starts ?? ""))[0]
  if (own) {
    return rounded(own.amount)
  }
  const base = baseOf(world, contract, key)
  if (base === null) {
    return null
  }
  const considered = world.adjustments
    .filter((row) => isFor(row, contract) && isAimedAt(row, entry) && lasts(row) && row.from <= quantity)
    .filter((row) => row.currency === null || row.currency === contract.currency)
    .sort(nearer(entry))
  const winner = considered.find((row) => !row.isStacking)
  let amount = MathBN.convert(base)
  for (const row of considered.filter((it) => it.isStacking || it === winner).reverse()) {
    amount = row.kind === "fixed" ? MathBN.add(amount, row.value) : MathBN.add(amount, MathBN.div(MathBN.mult(amount, row.value), 100))
  }
  return rounded(MathBN.lt(amount, 0) ? "0" : amount.toFixed())
}

/** The smallest greater quantity at which the price is another one. */
export function naiveNext(world: PriceWorld, contract: NaiveContract, key: number, entry: NaiveEntry, quantity: number, day: string) {
  const now = naivePrice(world, contract, key, entry, quantity, day)
  const quantities = [...world.contractPrices, ...world.adjustments].map(({ from }) => from).filter((from) => from > quantity)
  for (const from of [...new Set(quantities)].sort((a, b) => a - b)) {
    const price = naivePrice(world, contract, key, entry, from, day)
    if (price !== now && price !== null) {
      return { from_quantity: String(from), price }
    }
  }
  return null
}

function baseOf(world: PriceWorld, contract: NaiveContract, key: number): string | null {
  const own = world.types.find(({ id, is_deleted }) => id === contract.type && !is_deleted)
  const seen: string[] = []
  for (let type = own; type && seen.length <= 5 && !seen.includes(type.id);) {
    const { id, currency, includes_vat, region, fallback } = type
    seen.push(id)
    const isUsable = type === own || ((region === null || region === contract.region) && includes_vat === own?.includes_vat)
    const row = world.typePrices.find((price) => price.type === id && price.entry === key)
    if (currency === contract.currency && isUsable && row) {
      return row.amount
    }
    type = world.types.find((next) => next.id === fallback && !next.is_deleted)
  }
  return null
}

function isFor({ scope, scopeId }: NaiveAdjustment, contract: NaiveContract): boolean {
  const ids: Record<NaiveAdjustment["scope"], (string | null)[]> = {
    contract: [contract.id],
    legal_entity: [contract.entity],
    holding: [contract.holding],
    client_category: contract.categories,
    region: [contract.region],
    everyone: [""],
  }
  return ids[scope].includes(scopeId)
}

function isAimedAt({ category, traits }: NaiveAdjustment, entry: NaiveEntry): boolean {
  return (category === null || entry.path.includes(category)) && traits.every((trait) => entry.traits.includes(trait))
}

function nearer(entry: NaiveEntry) {
  const target = ({ traits, category }: NaiveAdjustment) =>
    Math.min(...traits.map((trait) => TARGETS.indexOf(trait.split(":")[0] ?? "")), category === null ? 5 : 4)
  const conditions = ({ traits, category }: NaiveAdjustment) => traits.length + (category === null ? 0 : 1)
  const depth = ({ category }: NaiveAdjustment) => (category === null ? -1 : entry.path.indexOf(category))
  return (a: NaiveAdjustment, b: NaiveAdjustment): number =>
    SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
    target(a) - target(b) ||
    conditions(b) - conditions(a) ||
    depth(b) - depth(a) ||
    b.from - a.from ||
    descending(a.starts ?? "", b.starts ?? "") ||
    descending(a.id, b.id)
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0)
const rounded = (amount: string): string => MathBN.convert(amount).toFixed(2)
