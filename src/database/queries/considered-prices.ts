import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Conversion } from "../../modules/contract-pricing/rules/convert-amount"
import type { AdjustmentOrigin, ThresholdOrigin } from "../../modules/contract-pricing/rules/explain-price"
import { compareDecimals, parseDecimal } from "../../modules/contract-pricing/rules/decimal"
import { typePriceAt } from "../../modules/contract-pricing/rules/price-tier"
import { isAimedAt, type ScopedRule } from "../../modules/contract-pricing/rules/aim-adjustments"
import type { VatTerms } from "../../modules/contract-pricing/rules/vat-of"
import { erpMoment } from "./price/erp-moment"
import { type FallbackLink, fallbackLinks } from "./price/fallback-links"
import { answerReader, type AnswerRow } from "./price/price-answer"
import { priceBindings, priceCtes, type PriceTerms } from "./price/price-facts"
import { IN_ORDER_OF_AMOUNT } from "./price/thresholds"
import { NO_ADJUSTMENTS, readAdjustments } from "./price/read-adjustments"
import { factReader, tiersOfType } from "./price/read-facts"

/** Rows of one entry that hold under a contract on a day, the nearest first, whether or not the quantity reaches them. */
export interface ConsideredPrices {
  contract_prices: {
    amount: string
    from_quantity: string
    starts_on: string | null
    ends_on: string | null
    document: string | null
    as_of: string | null
  }[]
  /** The price types of the contract in the order in which they are asked, with those that are passed over; null = the type has no price of the entry. Amounts are in its currency. */
  price_types: {
    id: string
    name: string
    amount: string | null
    currency_code: string
    as_of: string | null
    /** How the amount becomes one of the contract's currency; null = it is one. */
    conversion: Conversion | null
    /** Why it is not asked at all; null = it is, in its turn. */
    passed_over: FallbackLink["passed_over"]
  }[]
  /** Thresholds of the nearest scope of each basis, those by total first, each from the greatest down; null = their type has no price of the entry. */
  thresholds: (ThresholdOrigin & { currency_code: string | null; price_type_name: string; amount: string | null })[]
  adjustments: ConsideredAdjustment[]
  /** Rules that withhold the entry from sale, the nearest first. */
  withholdings: ConsideredWithholding[]
  /** The label of the entry that shuts adjustments off; null = it has none. */
  shut_off_by: string | null
  vat: VatTerms
}

export interface ConsideredAdjustment extends ConsideredWithholding {
  is_stacking: boolean
  kind: "percent" | "fixed"
  value: string
  from_quantity: string
}

export interface ConsideredWithholding extends Omit<AdjustmentOrigin, "is_stacking"> {
  starts_on: string | null
  ends_on: string | null
  /** What the adjustment aims at; empty = everything. */
  target: { kind: "category" | "brand" | "property" | "label" | "list"; name: string; value: string }[]
}

const DAYS = (row: string) => `
  'starts_on', case when isfinite(${row}.starts_on) then ${row}.starts_on::text end, 'ends_on', case when isfinite(${row}.ends_on) then ${row}.ends_on::text end`

const TARGET = `
  select json_agg(json_build_object('kind', part.kind, 'name', part.name, 'value', part.value) order by part.place, part.name ${AS_READ}, part.value ${AS_READ})
  from (
    select t.kind, t.name, t.value, 1 as place from price_trait t where t.key = any (a.trait_keys)
    union all
    select 'category', c.name, c.id, 2 from catalog_category k join product_category c on c.id = k.category_id where k.key = a.category_key
  ) part`

const SQL = `
  with ${priceCtes("few")}
  select price_answer.*, coalesce((select includes_vat from chain), true) as includes_vat,
    (select trim_scale(e.vat_rate)::text from catalog_entry e where e.key = :entry_key) as vat_rate,
    (select coalesce(json_agg(json_build_object(
        'amount', trim_scale(p.amount)::text, 'from_quantity', trim_scale(p.from_quantity)::text, ${DAYS("p")}, 'document', p.document, 'as_of', p.as_of
      ) order by p.from_quantity desc, p.starts_on desc), '[]')
      from contract_price p
      where p.contract_key = (select contract_key from terms) and p.entry_key = :entry_key
        and p.starts_on <= (select day from asked) and p.ends_on >= (select day from asked)) as own_prices,
    (select coalesce(json_agg(json_build_object(
        'key', t.key, 'id', t.id, 'name', t.name, 'amount', trim_scale(p.amount)::text, 'currency_code', lower(t.currency_code), 'as_of', ${erpMoment("t")},
        'conversion', chain.conversions -> t.key::text
      ) order by link.place), '[]')
      from chain cross join unnest(chain.keys) with ordinality as link (key, place)
      join price_type t on t.key = link.key
      left join type_price p on p.price_type_key = t.key and p.entry_key = :entry_key) as price_types,
    (select coalesce(json_agg(json_build_object('id', t.id, 'basis', t.basis, 'from_amount', trim_scale(told.from_amount)::text,
        'currency_code', told.currency_code, 'scope_kind', told.scope_kind, 'document', told.document, 'as_of', told.as_of, 'price_type_name', t.type_name, 'key', t.type_key,
        'amount', trim_scale(p.amount)::text) order by t.basis desc, ${IN_ORDER_OF_AMOUNT}), '[]')
      from threshold t join price_threshold told on told.id = t.id
      left join type_price p on p.price_type_key = t.type_key and p.entry_key = :entry_key
      ) as thresholds
  from price_answer`

const ADJUSTMENTS = `
  select json_build_object(
      'id', a.id, 'name', a.name, 'scope_kind', a.scope_kind, 'is_stacking', a.is_stacking, 'kind', a.kind, 'value', trim_scale(a.value)::text,
      'from_quantity', trim_scale(a.from_quantity)::text, ${DAYS("a")}, 'document', a.document, 'as_of', a.as_of, 'target', coalesce((${TARGET}), '[]')
    ) as adjustment
  from unnest(cast(:keys as int[])) with ordinality as aimed (key, place) join price_adjustment a on a.key = aimed.key
  order by aimed.place`

interface ConsideredRow extends AnswerRow, VatTerms {
  own_prices: ConsideredPrices["contract_prices"]
  price_types: (Omit<ConsideredPrices["price_types"][number], "passed_over"> & { key: number })[]
  thresholds: (ConsideredPrices["thresholds"][number] & { key: number })[]
}

const LABEL = `select value as label from price_trait where key = :key`

/** What is considered for the price of one entry in a quantity: what a type asks is told at it, of a threshold at the quantity that it begins at. */
export async function consideredPrices(db: Knex, query: PriceTerms & { entry_key: number; quantity: string }): Promise<ConsideredPrices> {
  const { rows } = await db.raw<{ rows: ConsideredRow[] }>(SQL, { ...priceBindings(query, [query.entry_key]), entry_key: query.entry_key })
  const [row] = rows
  const facts = row && answerReader(row).rowOf(query.entry_key)
  if (!row || !facts) {
    return {
      contract_prices: [],
      price_types: [],
      thresholds: [],
      adjustments: [],
      withholdings: [],
      shut_off_by: null,
      vat: { includes_vat: true, vat_rate: null },
    }
  }
  const entry = factReader(row.shared, [query.entry_key]).facts(facts, query.entry_key)
  const tiers = row.shared?.tiers?.[query.entry_key] ?? []
  const amountAt = (typeKey: number, plain: string | null, quantity: string) =>
    typePriceAt(plain, tiersOfType(tiers, typeKey), quantity)?.amount ?? null
  const { adjustments, withholdings } = readAdjustments(row.shared ?? NO_ADJUSTMENTS)
  const told = async <Told>(rules: readonly ScopedRule[]): Promise<Told[]> => {
    const keys = rules.flatMap((rule) => (isAimedAt(rule, entry) ? [rule.key] : []))
    return (await db.raw<{ rows: { adjustment: Told }[] }>(ADJUSTMENTS, { keys })).rows.map(({ adjustment }) => adjustment)
  }
  const [shut] = entry.shut_off_by === null ? [] : (await db.raw<{ rows: { label: string }[] }>(LABEL, { key: entry.shut_off_by })).rows
  return {
    contract_prices: row.own_prices,
    price_types: inTurn(await fallbackLinks(db, query), row.price_types).map(({ key, ...type }) => {
      return { ...type, amount: amountAt(key, type.amount, query.quantity) }
    }),
    thresholds: row.thresholds.map(({ key, ...threshold }) => {
      const quantity = threshold.basis === "quantity" ? greater(threshold.from_amount, query.quantity) : query.quantity
      return { ...threshold, amount: amountAt(key, threshold.amount, quantity) }
    }),
    adjustments: await told<ConsideredAdjustment>(adjustments),
    withholdings: (await told<ConsideredAdjustment>(withholdings)).map(toWithholding),
    shut_off_by: shut?.label ?? null,
    vat: { includes_vat: row.includes_vat, vat_rate: row.vat_rate },
  }
}

/** The price types of the contract one after another; what those ask that are passed over is not looked at. */
function inTurn(links: readonly FallbackLink[], asked: ConsideredRow["price_types"]) {
  return links.map(({ passed_over, ...link }) => {
    const type = asked.find(({ key }) => key === link.key) ?? { ...link, amount: null, conversion: null }
    return { ...type, passed_over }
  })
}

const greater = (a: string, b: string): string => (compareDecimals(parseDecimal(a), parseDecimal(b)) < 0 ? b : a)

const toWithholding = ({
  id,
  name,
  scope_kind,
  starts_on,
  ends_on,
  target,
  document,
  as_of,
}: ConsideredAdjustment): ConsideredWithholding => {
  return { id, name, scope_kind, starts_on, ends_on, target, document, as_of }
}
