import { MathBN } from "@medusajs/framework/utils"

/** What prices are made of, as plain rows. Days are YYYY-MM-DD, null is open; amounts are exact decimals. */
export interface PriceWorld {
  types: { id: string; currency: string; includes_vat: boolean; region: string | null; fallback: string | null; is_deleted: boolean }[]
  typePrices: { type: string; entry: number; amount: string }[]
  /** Prices of `coefficient` base units, from so many base units on. */
  tiers: { type: string; entry: number; from: number; coefficient: string; amount: string }[]
  contracts: NaiveContract[]
  contractPrices: { contract: string; entry: number; from: number; starts: string | null; ends: string | null; amount: string }[]
  adjustments: NaiveAdjustment[]
  thresholds: NaiveThreshold[]
  /** What one unit of `currency` costs in `priced`, as rows of the table. */
  rates: { currency: string; priced: string; day: string; rate: string }[]
  /** The price type that is retail. */
  retail: string | null
  /** The store's. */
  baseCurrency: string
  /** Traits ("label:new") that shut adjustments off. */
  exclusive: string[]
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
  kind: "percent" | "fixed" | "withheld"
  value: string
  currency: string | null
  from: number
  starts: string | null
  ends: string | null
  isStacking: boolean
}

export interface NaiveThreshold {
  id: string
  scope: NaiveAdjustment["scope"]
  scopeId: string
  basis: "total" | "quantity"
  from: number
  currency: string | null
  type: string
  starts: string | null
  ends: string | null
}

/** An entry: the categories it lies in from the root down, and its traits ("brand:Bosch"). */
export interface NaiveEntry {
  path: string[]
  traits: string[]
  /** Percent; null = without VAT. */
  vat: string | null
}

type Money = ReturnType<typeof MathBN.convert>

/** The mode of Medusa's decimals that goes away from zero. */
const HALF_UP = 4

const SCOPES = ["contract", "legal_entity", "holding", "client_category", "region", "everyone"]
const TARGETS = ["list", "label", "property", "brand", "category", "everything"]

/** A slow second implementation of the precedence as the README of contract-pricing states it, sharing no line of code with the first. */
export function naivePrice(
  world: PriceWorld,
  contract: NaiveContract,
  key: number,
  entry: NaiveEntry,
  quantity: number,
  day: string,
  total = "0"
): string | null {
  const lasts = (row: Days) => isOn(row, day)
  const own = world.contractPrices
    .filter((row) => row.contract === contract.id && row.entry === key && row.from <= quantity && lasts(row))
    .sort((a, b) => b.from - a.from || descending(a.starts ?? "", b.starts ?? ""))[0]
  if (own) {
    return rounded(own.amount)
  }
  const brought = broughtBase(world, contract, key, { quantity, total, day })
  const base = brought ?? baseOf(world, contract, key, { quantity, day })
  if (base === null) {
    return null
  }
  const isShutOff = entry.traits.some((trait) => world.exclusive.includes(trait))
  const considered = (isShutOff ? [] : world.adjustments.filter(({ kind }) => kind !== "withheld"))
    .filter((row) => isFor(row, contract) && isAimedAt(row, entry) && lasts(row) && row.from <= quantity)
    .filter((row) => row.currency === null || row.currency === contract.currency)
    .sort(nearer(entry))
  const winner = considered.find((row) => !row.isStacking)
  let amount = base
  for (const row of considered.filter((it) => it.isStacking || it === winner).reverse()) {
    amount = row.kind === "fixed" ? MathBN.add(amount, row.value) : MathBN.add(amount, MathBN.div(MathBN.mult(amount, row.value), 100))
  }
  return rounded(MathBN.lt(amount, 0) ? "0" : amount.toFixed())
}

/** The nearest rule that withholds an entry from sale, by its name, whatever there is of prices; null = none does. */
export function naiveWithheld(world: PriceWorld, contract: NaiveContract, entry: NaiveEntry, day: string): string | null {
  const rules = world.adjustments.filter(
    (row) => row.kind === "withheld" && isFor(row, contract) && isAimedAt(row, entry) && isOn(row, day)
  )
  return rules.sort(nearer(entry))[0]?.id ?? null
}

/** The retail price in the contract's currency, whatever the quantity. */
export function naiveRetail(world: PriceWorld, contract: NaiveContract, key: number, day: string): string | null {
  const type = world.types.find(({ id, is_deleted }) => id === world.retail && !is_deleted)
  const row = type && world.typePrices.find((price) => price.type === type.id && price.entry === key)
  const amount = row && converted(world, MathBN.convert(row.amount), [type.currency, contract.currency], day)
  return amount ? rounded(amount.toFixed()) : null
}

/** How much a price lies below the retail price, in percent to the hundredth, both with VAT where one of them has it; null = it does not. */
export function naiveDiscount(
  world: PriceWorld,
  contract: NaiveContract,
  entry: NaiveEntry,
  [price, retail]: [string | null, string | null]
): string | null {
  const own = world.types.find(({ id, is_deleted }) => id === contract.type && !is_deleted)
  const other = world.types.find(({ id, is_deleted }) => id === world.retail && !is_deleted)
  if (price === null || retail === null) {
    return null
  }
  const withVat = (amount: string, includes_vat: boolean | undefined) =>
    includes_vat ? MathBN.convert(amount) : MathBN.div(MathBN.mult(amount, MathBN.add(100, entry.vat ?? 0)), 100)
  const isAlike = !own || own.includes_vat === other?.includes_vat
  const ours = withVat(price, isAlike || own.includes_vat)
  const theirs = withVat(retail, isAlike || other?.includes_vat)
  return MathBN.lt(ours, theirs)
    ? MathBN.div(MathBN.mult(MathBN.sub(theirs, ours), 100), theirs)
        .decimalPlaces(2, HALF_UP)
        .toFixed()
    : null
}

/** The smallest greater quantity at which the price is another one. */
export function naiveNext(world: PriceWorld, contract: NaiveContract, key: number, entry: NaiveEntry, quantity: number, day: string) {
  const now = naivePrice(world, contract, key, entry, quantity, day)
  const byQuantity = world.thresholds.filter(({ basis }) => basis === "quantity")
  const quantities = [...world.contractPrices, ...world.adjustments, ...byQuantity, ...world.tiers, { from: 1 }]
    .map(({ from }) => from)
    .filter((from) => from > quantity)
  for (const from of [...new Set(quantities)].sort((a, b) => a - b)) {
    const price = naivePrice(world, contract, key, entry, from, day)
    if (price !== now && price !== null) {
      return { from_quantity: String(from), price }
    }
  }
  return null
}

/** What each line of a cart costs: its sum at prices without thresholds by total says which of these it reaches. */
export function naiveCart(
  world: PriceWorld,
  contract: NaiveContract,
  lines: { key: number; entry: NaiveEntry; quantity: number }[],
  day: string
): (string | null)[] {
  const bought = lines.filter(({ entry }) => naiveWithheld(world, contract, entry, day) === null)
  const total = bought.reduce(
    (sum, { key, entry, quantity }) => MathBN.add(sum, MathBN.mult(naivePrice(world, contract, key, entry, quantity, day) ?? 0, quantity)),
    MathBN.convert(0)
  )
  return lines.map(({ key, entry, quantity }) => naivePrice(world, contract, key, entry, quantity, day, total.toFixed()))
}

/** The price in the first type that has one, of those that reached thresholds bring: the totals, then the quantities, each from the greatest down. */
function broughtBase(
  world: PriceWorld,
  contract: NaiveContract,
  key: number,
  { quantity, total, day }: { quantity: number; total: string; day: string }
): Money | null {
  const totals = thresholdsOf(world, contract, "total", day).filter(({ begins }) => MathBN.lte(begins, total))
  const quantities = thresholdsOf(world, contract, "quantity", day).filter(({ from }) => from <= quantity)
  for (const { type } of [...totals, ...quantities]) {
    const amount = typePriceOf(world, type, key, quantity)
    if (amount !== null) {
      return amount
    }
  }
  return null
}

/** What a type asks for one base unit at a quantity. Its plain price is that of one unit, so from there on it goes before prices of smaller units. */
function typePriceOf({ typePrices, tiers }: PriceWorld, type: string, key: number, quantity: number): Money | null {
  const plain = typePrices.find((price) => price.type === type && price.entry === key)
  const [tier] = tiers.filter((row) => row.type === type && row.entry === key && row.from <= quantity).sort((a, b) => b.from - a.from)
  if (plain && (!tier || (tier.from <= 1 && quantity >= 1))) {
    return MathBN.convert(plain.amount)
  }
  return tier ? MathBN.convert(MathBN.div(tier.amount, tier.coefficient).decimalPlaces(20)) : null
}

function thresholdsOf(
  world: PriceWorld,
  contract: NaiveContract,
  basis: NaiveThreshold["basis"],
  day: string
): (NaiveThreshold & { begins: Money })[] {
  const [own] = chainOf(world, contract)
  const canHold = ({ type: id }: NaiveThreshold) => {
    const type = world.types.find((each) => each.id === id && !each.is_deleted)
    return (
      type?.currency === contract.currency &&
      type.includes_vat === own?.includes_vat &&
      (type.region === null || type.region === contract.region)
    )
  }
  const live = world.thresholds
    .filter((row) => row.basis === basis && isFor(row, contract) && isOn(row, day) && canHold(row))
    .flatMap((row) => {
      const begins = converted(world, MathBN.convert(row.from), [row.currency ?? contract.currency, contract.currency], day)
      return begins ? [{ ...row, begins }] : []
    })
  const nearest = SCOPES.find((scope) => live.some((row) => row.scope === scope))
  return live
    .filter(({ scope }) => scope === nearest)
    .sort(
      (a, b) =>
        (MathBN.eq(b.begins, a.begins) ? 0 : MathBN.gt(b.begins, a.begins) ? 1 : -1) ||
        descending(a.starts ?? "", b.starts ?? "") ||
        descending(a.id, b.id)
    )
}

function baseOf(
  world: PriceWorld,
  contract: NaiveContract,
  key: number,
  { quantity, day }: { quantity: number; day: string }
): Money | null {
  for (const { id, currency } of chainOf(world, contract)) {
    const amount = typePriceOf(world, id, key, quantity)
    if (amount !== null) {
      return converted(world, amount, [currency, contract.currency], day)
    }
  }
  return null
}

/** Of a price that comes from a type that the contract falls back to: the types that come before it, and why they do not decide. */
export function naivePassed(world: PriceWorld, contract: NaiveContract, key: number, quantity: number): [id: string, reason: string][] {
  const passed: [string, string][] = []
  const own = world.types.find(({ id }) => id === contract.type)
  for (let type = own; type && !type.is_deleted && passed.length <= 5 && !passed.some(([id]) => id === type?.id);) {
    const { id, region, includes_vat, fallback } = type
    const isOwn = type === own
    if (!isOwn && includes_vat !== own?.includes_vat) {
      passed.push([id, "other_vat"])
    } else if (!isOwn && region !== null && region !== contract.region) {
      passed.push([id, "other_region"])
    } else if (typePriceOf(world, id, key, quantity) === null) {
      passed.push([id, "no_price"])
    } else {
      return passed
    }
    type = world.types.find((next) => next.id === fallback)
  }
  return []
}

/** The types that a contract's prices may come from, in the order in which they are asked. */
function chainOf(world: PriceWorld, contract: NaiveContract): PriceWorld["types"] {
  const own = world.types.find(({ id, is_deleted }) => id === contract.type && !is_deleted)
  const chain: PriceWorld["types"] = []
  const seen: string[] = []
  for (let type = own; type && seen.length <= 5 && !seen.includes(type.id);) {
    const { id, includes_vat, region, fallback } = type
    seen.push(id)
    const isUsable = type === own || ((region === null || region === contract.region) && includes_vat === own?.includes_vat)
    if (isUsable) {
      chain.push(type)
    }
    type = world.types.find((next) => next.id === fallback && !next.is_deleted)
  }
  return chain
}

/** Money of one currency in another one, by the rates of the day; null without a rate. Divided once, to twenty digits. */
function converted(world: PriceWorld, amount: Money, [from, to]: [string, string], day: string): Money | null {
  if (from === to) {
    return amount
  }
  const direct = legOf(world, from, to, day)
  const { baseCurrency: through } = world
  const legs = direct || from === through || to === through ? [direct] : [legOf(world, from, through, day), legOf(world, through, to, day)]
  if (legs.some((leg) => leg === null)) {
    return null
  }
  const product = (side: "times" | "over") => legs.reduce((sum, leg) => MathBN.mult(sum, leg?.[side] ?? 1), MathBN.convert(1))
  const [times, over] = [MathBN.mult(amount, product("times")), product("over")]
  return MathBN.eq(over, 1) ? times : MathBN.convert(MathBN.div(times, over).decimalPlaces(20))
}

/** The rate of a day as it is said, or else the other way round; of the latest bank day, at most 14 days old. */
function legOf({ rates }: PriceWorld, from: string, to: string, day: string): { times: string; over: string } | null {
  const oldest = new Date(Date.parse(day) - 14 * 86_400_000).toISOString().slice(0, 10)
  const latest = (currency: string, priced: string) =>
    rates
      .filter((row) => row.currency === currency && row.priced === priced && row.day <= day && row.day >= oldest)
      .sort((a, b) => descending(a.day, b.day))[0]
  const [told, back] = [latest(from, to), latest(to, from)]
  return told ? { times: told.rate, over: "1" } : back ? { times: "1", over: back.rate } : null
}

type Days = { starts: string | null; ends: string | null }

const isOn = ({ starts, ends }: Days, day: string): boolean => (starts ?? "0000") <= day && day <= (ends ?? "9999")

function isFor({ scope, scopeId }: Pick<NaiveAdjustment, "scope" | "scopeId">, contract: NaiveContract): boolean {
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
