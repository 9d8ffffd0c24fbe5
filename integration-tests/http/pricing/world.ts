import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import fc from "fast-check"
import type { NaiveAdjustment, NaiveContract, NaiveEntry, PriceWorld } from "./naive-price"

export const DAY = "2026-06-15"

/** A tree of three levels; keys in the order of the list, from 1. */
export const PATHS: Record<string, string[]> = {
  root: ["root"],
  mid: ["root", "mid"],
  leaf: ["root", "mid", "leaf"],
  side: ["root", "side"],
  other: ["other"],
}
const TRAITS = ["brand:A", "brand:B", "property:x=1", "property:y=2", "label:new", "list:spring"]

/** Entries that between them have every place and nearly every set of traits; the key of each is its place in the list, from 1. */
export const ENTRIES: NaiveEntry[] = [
  { path: ["root", "mid", "leaf"], traits: ["brand:A", "property:x=1", "property:y=2", "label:new", "list:spring"], vat: "20" },
  { path: ["root", "mid", "leaf"], traits: ["brand:A", "property:x=1"], vat: "10" },
  { path: ["root", "mid"], traits: ["brand:B", "label:new"], vat: null },
  { path: ["root", "side"], traits: ["brand:A", "property:y=2"], vat: "20" },
  { path: ["other"], traits: ["list:spring"], vat: "7.5" },
  { path: ["root"], traits: [], vat: "0" },
]

const days = fc
  .tuple(fc.constantFrom(null, "2026-06-14", DAY, "2026-06-16"), fc.constantFrom(null, null, "2026-06-14", DAY, "2026-06-16"))
  .filter(([starts, ends]) => starts === null || ends === null || starts <= ends)
const quantities = fc.constantFrom(0, 0, 0, 2, 10)
const amounts = fc.integer({ min: 0, max: 300_000_000 }).map((millionths) => (millionths / 1e6).toFixed(6))
const changes = fc.integer({ min: -120_000, max: 60_000 }).map((thousandths) => (thousandths / 1e3).toFixed(3))
const regions = fc.constantFrom(null, "North", "South")
const currencies = fc.constantFrom("rub", "rub", "rub", "usd", "eur")
const typeIds = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"]

const types = fc.tuple(
  ...typeIds.map((id) =>
    fc.record({
      id: fc.constant(id),
      currency: currencies,
      includes_vat: fc.constantFrom(true, true, false),
      region: regions,
      fallback: fc.option(fc.constantFrom(...typeIds), { freq: 5 }),
      is_deleted: fc.constantFrom(false, false, false, false, true),
    })
  )
)

const contracts = fc.tuple(
  ...["c0", "c1", "c2", "c3"].map((id) =>
    fc.record<NaiveContract>({
      id: fc.constant(id),
      entity: fc.constant(`e-${id}`),
      holding: fc.constantFrom(null, "h0", "h1"),
      categories: fc.subarray(["k0", "k1"]),
      region: regions,
      currency: currencies,
      type: fc.constantFrom(...typeIds),
    })
  )
)

const scopes = fc.constantFrom<[NaiveAdjustment["scope"], string]>(
  ["contract", "c0"], ["contract", "c1"], ["legal_entity", "e-c0"], ["legal_entity", "e-c2"], ["holding", "h0"], ["holding", "h1"],
  ["client_category", "k0"], ["client_category", "k1"], ["region", "North"], ["region", "South"], ["everyone", ""]
) // prettier-ignore

const adjustment = fc
  .record({
    scope: scopes,
    category: fc.constantFrom(null, null, ...Object.keys(PATHS)),
    traits: fc.subarray(TRAITS, { maxLength: 3 }),
    money: fc.constantFrom(null, null, null, "rub", "usd"),
    value: changes,
    from: quantities,
    days,
    isStacking: fc.constantFrom(false, false, true),
    isWithheld: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ scope: [scope, scopeId], money, days: [starts, ends], isWithheld, ...rest }) => ({
    ...rest, scope, scopeId, starts, ends, currency: money, kind: money === null ? ("percent" as const) : ("fixed" as const),
    ...(isWithheld ? { kind: "withheld" as const, currency: null, value: "0", from: 0, isStacking: false } : {}),
  })) // prettier-ignore

/** Alike but for the value, and for one thing by which the precedence tells them apart, or for nothing but the id: such are too seldom by luck. */
const adjustmentsAndTwins = fc
  .array(
    fc.record({
      row: adjustment,
      twin: fc.constantFrom(null, null, "id", "days", "from"),
      other: fc.record({ value: changes, days, from: quantities }),
    }),
    { maxLength: 18 }
  )
  .map((drawn) =>
    drawn.flatMap(({ row, twin, other: { value, days: [starts, ends], from } }) => {
      const isWithheld = row.kind === "withheld"
      const differing = { ...(isWithheld ? {} : { value }), ...(twin === "days" ? { starts, ends } : {}), ...(twin === "from" && !isWithheld ? { from } : {}) }
      return twin === null ? [row] : [row, { ...row, ...differing }]
    })
  ) // prettier-ignore

const threshold = fc
  .record({
    scope: scopes,
    ofCart: fc.constantFrom(null, null, "rub", "usd"),
    from: fc.constantFrom(2, 10, 500, 2000, 5000),
    type: fc.constantFrom(...typeIds),
    days,
  })
  .map(({ scope: [scope, scopeId], ofCart, days: [starts, ends], ...rest }) => ({
    ...rest, scope, scopeId, starts, ends, currency: ofCart, basis: ofCart === null ? ("quantity" as const) : ("total" as const),
  })) // prettier-ignore
/** The same of thresholds, which bring different types then. */
const thresholdsAndTwins = fc
  .array(fc.tuple(threshold, fc.option(fc.constantFrom(...typeIds))), { maxLength: 6 })
  .map((drawn) => drawn.flatMap(([row, type]) => (type === null ? [row] : [row, { ...row, type }])))

const rates = fc.uniqueArray(
  fc.record({
    pair: fc.constantFrom<[string, string]>(["usd", "rub"], ["eur", "rub"], ["rub", "usd"], ["rub", "eur"], ["usd", "eur"]),
    // The oldest that still holds, one that is too old, and one of the day after.
    day: fc.constantFrom("2026-05-31", "2026-06-01", "2026-06-12", DAY, "2026-06-16"),
    rate: fc.integer({ min: 1, max: 2_000_000 }).map((ten_thousandths) => (ten_thousandths / 1e4).toFixed(4)),
  }),
  { maxLength: 8, selector: ({ pair, day }) => `${pair.join()} ${day}` }
)

/** Any world of rows that the tables take, in any order. */
export const worlds: fc.Arbitrary<PriceWorld> = fc.record({
  baseCurrency: fc.constantFrom("rub", "rub", "eur"),
  exclusive: fc.constantFrom([], [], [], ["label:new"]),
  retail: fc.constantFrom(null, ...typeIds),
  rates: rates.map((rows) => rows.map(({ pair: [currency, priced], ...row }) => ({ ...row, currency, priced }))),
  types: types.map((list) => [...list]),
  contracts: contracts.map((list) => [...list]),
  typePrices: fc.uniqueArray(
    fc.record({ type: fc.constantFrom(...typeIds), entry: fc.integer({ min: 1, max: ENTRIES.length }), amount: amounts }),
    {
      minLength: 8,
      maxLength: 30,
      selector: ({ type, entry }) => `${type} ${entry}`,
    }
  ),
  tiers: fc.oneof(
    fc.constant<PriceWorld["tiers"]>([]),
    fc.uniqueArray(
      fc.record({
        type: fc.constantFrom(...typeIds),
        entry: fc.integer({ min: 1, max: ENTRIES.length }),
        from: fc.constantFrom(0.5, 1, 2, 10, 12),
        coefficient: fc.constantFrom("0.5", "1", "3", "12"),
        amount: amounts,
      }),
      { maxLength: 30, selector: ({ type, entry, from }) => `${type} ${entry} ${from}` }
    )
  ),
  contractPrices: fc.uniqueArray(
    fc
      .record({
        contract: fc.constantFrom("c0", "c1", "c2", "c3"),
        entry: fc.integer({ min: 1, max: ENTRIES.length }),
        from: quantities,
        days,
        amount: amounts,
      })
      .map(({ days: [starts, ends], ...row }) => ({ ...row, starts, ends })),
    { maxLength: 12, selector: ({ contract, entry, from, starts }) => `${contract} ${entry} ${from} ${starts}` }
  ),
  adjustments: adjustmentsAndTwins.chain((rows) =>
    fc.shuffledSubarray(
      rows.map((row, index) => ({ ...row, id: `padj_${String(index).padStart(3, "0")}` })),
      { minLength: rows.length }
    )
  ),
  thresholds: thresholdsAndTwins.map((rows) => rows.map((row, index) => ({ ...row, id: `pthr_${String(index).padStart(3, "0")}` }))),
})

/** The part of the tables that all worlds share. Keys are far from those of real rows. */
export async function insertShelves(db: Knex, offset: number): Promise<void> {
  const names = Object.keys(PATHS)
  await db("product_category").insert(names.map((name) => ({ id: name, name, handle: name, mpath: (PATHS[name] ?? []).join(".") })))
  await db("catalog_category").insert(names.map((name, index) => ({ key: offset + index, category_id: name })))
  await db("price_trait").insert(
    TRAITS.map((trait, index) => {
      const [kind = "", rest = ""] = trait.split(":")
      const [name, value] = kind === "property" ? rest.split("=") : kind === "list" ? [rest, ""] : ["", rest]
      return { key: offset + index, kind, name, value }
    })
  )
  await db("catalog_entry").insert(
    ENTRIES.map(({ path, vat }, index) => ({
      key: offset + index + 1,
      variant_id: `v${index}`,
      price_set_id: `ps${index + 1}`,
      title: `Entry ${index}`,
      is_listed: false,
      vat_rate: vat,
      category_keys: path.map((name) => offset + names.indexOf(name)),
    }))
  )
  await db("trait_entry").insert(
    ENTRIES.flatMap(({ traits }, index) =>
      traits.map((trait) => ({ trait_key: offset + TRAITS.indexOf(trait), entry_key: offset + index + 1 }))
    )
  )
}

const SPECIFICITY = ["list", "label", "property", "brand", "category", "everything"]

/** Writes a world in the order of its rows, into tables that hold nothing else. */
export async function insertWorld(db: Knex, world: PriceWorld, offset: number): Promise<void> {
  const names = Object.keys(PATHS)
  const put = async (table: string, rows: object[]) => (rows.length ? db(table).insert(rows) : undefined)
  const span = ({ starts, ends }: { starts: string | null; ends: string | null }) => ({
    starts_on: starts ?? "-infinity",
    ends_on: ends ?? "infinity",
  })
  await put("price_type", world.types.map(({ id, currency, includes_vat, region, fallback, is_deleted }, index) => ({
    id, key: offset + index, name: id, currency_code: currency, includes_vat, region, fallback_id: fallback, is_retail: id === world.retail, deleted_at: is_deleted ? new Date() : null,
  }))) // prettier-ignore
  const typeKey = new Map(world.types.map(({ id }, index) => [id, offset + index]))
  await put(
    "type_price",
    world.typePrices.map(({ type, entry, amount }) => ({ price_type_key: typeKey.get(type), entry_key: offset + entry, amount }))
  )
  await put("type_price_tier", world.tiers.map(({ type, entry, from, coefficient, amount }) => ({
    price_type_key: typeKey.get(type), entry_key: offset + entry, from_quantity: from, coefficient, amount,
  }))) // prettier-ignore
  await put("currency_rate", world.rates.map(({ currency, priced, day, rate }, index) => ({
    id: `crat_${index}`, currency_code: currency, in_currency: priced, on_date: day, rate, source: index % 2 ? "erp" : "portal",
  }))) // prettier-ignore
  await put(
    "exclusive_label",
    world.exclusive.map((trait) => ({ id: `xlab_${trait}`, trait_key: offset + TRAITS.indexOf(trait), source: "portal" }))
  )
  await db.raw(`delete from store_currency`)
  await db.raw(
    `insert into store_currency (id, currency_code, is_default, store_id) select 'stocur_base', ?, true, id from store where deleted_at is null`,
    [world.baseCurrency]
  )
  await put(
    "client_category",
    ["k0", "k1"].map((id) => ({ id, name: id, source: "portal" }))
  )
  await put("supplier_entity", [{ id: "s", name: "Supplier" }])
  await put(
    "holding",
    ["h0", "h1"].map((id) => ({ id, name: id }))
  )
  await put(
    "legal_entity",
    world.contracts.map(({ entity, holding }) => ({ id: entity, name: entity, holding_id: holding }))
  )
  await put("legal_entity_category", world.contracts.flatMap(({ entity, categories }) => categories.map((id) => (
    { id: `${entity} ${id}`, legal_entity_id: entity, client_category_id: id, source: "portal" })))) // prettier-ignore
  await put("contract", world.contracts.map(({ id, entity, region, currency, type }) => ({
    id, number: id, legal_entity_id: entity, supplier_entity_id: "s", currency_code: currency, region, price_type_id: type,
  }))) // prettier-ignore
  await put(
    "pricing_contract",
    world.contracts.flatMap(({ id, currency }, index) => [
      { key: offset + index, contract_id: id, currency_code: currency },
      // What it was told in another currency, which must never be looked at.
      { key: offset + world.contracts.length + index, contract_id: id, currency_code: "xts" },
    ])
  )
  await put("contract_price", ENTRIES.flatMap((_, entry) => world.contracts.map((_contract, index) => (
    { contract_key: offset + world.contracts.length + index, entry_key: offset + entry + 1, from_quantity: 0, amount: "0.77", source: "erp" })))) // prettier-ignore
  const contractKey = new Map(world.contracts.map(({ id }, index) => [id, offset + index]))
  await put("contract_price", world.contractPrices.map((row) => ({
    contract_key: contractKey.get(row.contract), entry_key: offset + row.entry, from_quantity: row.from, ...span(row), amount: row.amount, source: "erp",
  }))) // prettier-ignore
  await put("price_adjustment", world.adjustments.map((row) => ({
    id: row.id, name: row.id, scope_kind: row.scope, scope_id: row.scopeId, kind: row.kind, value: row.value, currency_code: row.currency,
    category_key: row.category === null ? null : offset + names.indexOf(row.category), trait_keys: row.traits.map((trait) => offset + TRAITS.indexOf(trait)),
    specificity: 1 + Math.min(...row.traits.map((trait) => SPECIFICITY.indexOf(trait.split(":")[0] ?? "")), row.category === null ? 5 : 4),
    from_quantity: row.from, ...span(row), is_stacking: row.isStacking, source: "erp",
  }))) // prettier-ignore
  await put("price_threshold", world.thresholds.map((row) => ({
    id: row.id, scope_kind: row.scope, scope_id: row.scopeId, basis: row.basis, from_amount: row.from, currency_code: row.currency,
    price_type_id: row.type, ...span(row), source: "erp",
  }))) // prettier-ignore
}
