import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type AdjustmentOrigin,
  type ExplainedChange,
  type ExplainedStep,
  explainPrice,
  type PassedType,
  type PriceOrigin,
  type ThresholdOrigin,
} from "../../modules/contract-pricing/rules/explain-price"
import type { ScopedAdjustment } from "../../modules/contract-pricing/rules/aim-adjustments"
import { writeDecimal } from "../../modules/contract-pricing/rules/decimal"
import type { PricePoint } from "../../modules/contract-pricing/rules/price-points"
import { erpMoment } from "./price/erp-moment"
import { type FallbackLink, fallbackLinks } from "./price/fallback-links"
import { answerReader, type AnswerRow } from "./price/price-answer"
import { priceCtes } from "./price/price-facts"
import { adjustedPoints, variantsOfLines } from "./price/plugin-adjustments"
import { priceRows, sizedStatement } from "./price/price-rows"
import { factReader } from "./price/read-facts"
import type { LinePriceQuery } from "./prices-of-lines"

interface Origins {
  adjustments: Map<number, AdjustmentOrigin>
  types: Map<number, { id: string; name: string; as_of: string | null }>
  thresholds: Map<string, ThresholdOrigin>
  labels: Map<number, string>
}

/** Names of sales units by entry and coefficient: "17 12". */
type UnitNames = ReadonlyMap<string, string>

const STATEMENT = sizedStatement(
  "explained-prices",
  (size) => `
  with ${priceCtes(size, { origin: true })}
  select * from price_answer`
)

const ADJUSTMENTS = `
  select key, id, name, scope_kind, is_stacking, document, to_jsonb(as_of) #>> '{}' as as_of from price_adjustment where key = any(cast(:keys as int[]))`

const THRESHOLDS = `
  select id, basis, trim_scale(from_amount)::text as from_amount, currency_code, scope_kind, document, to_jsonb(as_of) #>> '{}' as as_of
  from price_threshold where id = any(cast(:keys as text[]))`

/** Of units of one size the first by code. The base unit is none: a price of it is told as one by quantity. */
const UNITS = `
  select distinct on (entry_key, coefficient) entry_key || ' ' || trim_scale(coefficient) as unit, name
  from sales_unit where entry_key = any(cast(:keys as int[])) and coefficient <> 1 order by entry_key, coefficient, code`

const LABELS = `select key, value as label from price_trait where key = any(cast(:keys as int[]))`

const TYPES = `select key, id, name, to_jsonb(${erpMoment("t")}) #>> '{}' as as_of from price_type t where key = any(cast(:keys as int[]))`

export interface ExplainedPrice {
  /** How the price came about; empty where there is none. */
  steps: ExplainedStep[]
  /** The name of the rule that withholds the product from sale, whatever it costs; null = none does. */
  withheld: string | null
}

/** How the price of each line came about, for any number of lines at once. */
export async function explainedPrices(db: Knex, query: LinePriceQuery): Promise<ExplainedPrice[]> {
  const { lines } = query
  const currencyCode = query.currency_code.toLowerCase()
  const keys = [...new Set(lines.map(({ entry_key }) => entry_key))]
  const [answer] = await priceRows<AnswerRow>(db, STATEMENT, query, keys)
  if (answer?.currency_code !== currencyCode) {
    return lines.map(() => ({ steps: [], withheld: null }))
  }
  const told = answerReader(answer)
  const reader = factReader(answer.shared, told.keys)
  const rows = told.keys.flatMap((key) => {
    const row = told.rowOf(key)
    return row ? [{ key, row }] : []
  })
  const factsOf = new Map(rows.map(({ key, row }) => [key, reader.facts(row, key)]))
  const withheldBy = new Map(rows.map(({ key, row }) => [key, reader.withheldBy(row, key)]))
  const pointsAt = await adjustedPoints(db, { ...query, currency_code: currencyCode }, variantsOfLines(db, lines), (index) => {
    const { entry_key = NO_ENTRY, quantity = "0" } = lines[index] ?? {}
    const facts = factsOf.get(entry_key)
    return facts ? [reader.pointAt(facts, quantity)] : []
  })
  const points = lines.map((_, index) => pointsAt(index)[0] ?? null)
  const origins = await originsOf(
    db,
    points.filter((point) => point !== null)
  )
  const links = points.some(isFallback(answer.shared?.chain)) ? await fallbackLinks(db, query) : NO_LINKS
  const units = await unitsOf(
    db,
    lines.flatMap(({ entry_key }, index) => (points[index]?.base_price?.tier ? [entry_key] : []))
  )
  return points.map((point, index) => {
    const entryKey = lines[index]?.entry_key ?? NO_ENTRY
    const unitName = (coefficient: string) => units.get(`${entryKey} ${coefficient}`) ?? null
    const withheld = withheldBy.get(entryKey) ?? null
    return { steps: point ? explainPrice(originOf(point, origins, { unitName, links }), currencyCode) : [], withheld }
  })
}

async function unitsOf(db: Knex, keys: number[]): Promise<UnitNames> {
  const rows = keys.length ? (await db.raw<{ rows: { unit: string; name: string }[] }>(UNITS, { keys: [...new Set(keys)] })).rows : []
  return new Map(rows.map(({ unit, name }) => [unit, name]))
}

/** The rows behind the keys, each read once however many lines they price. */
async function originsOf(db: Knex, points: PricePoint<ScopedAdjustment>[]): Promise<Origins> {
  const read = async <Row>(sql: string, keysOf: (point: PricePoint<ScopedAdjustment>) => readonly (string | number)[]): Promise<Row[]> => {
    const keys = [...new Set(points.flatMap(keysOf))]
    return keys.length ? (await db.raw<{ rows: Row[] }>(sql, { keys })).rows : []
  }
  const adjustments = await read<AdjustmentOrigin & { key: number }>(ADJUSTMENTS, ({ changes }) => changes.map(({ key }) => key))
  const types = await read<{ key: number; id: string; name: string; as_of: string | null }>(TYPES, ({ base_price }) =>
    listed(base_price?.price_type_key)
  )
  const thresholds = await read<ThresholdOrigin>(THRESHOLDS, ({ base_price }) => listed(base_price?.threshold_id))
  const labels = await read<{ key: number; label: string }>(LABELS, ({ shut_off_by }) => listed(shut_off_by))
  return {
    thresholds: new Map(thresholds.map((threshold) => [threshold.id, threshold])),
    adjustments: new Map(adjustments.map(({ key, ...adjustment }) => [key, adjustment])),
    types: new Map(types.map(({ key, ...type }) => [key, type])),
    labels: new Map(labels.map(({ key, label }) => [key, label])),
  }
}

const listed = <Key>(key: Key | null | undefined): Key[] => (key === null || key === undefined ? [] : [key])

function originOf(
  point: PricePoint<ScopedAdjustment>,
  { adjustments, types, thresholds, labels }: Origins,
  { unitName, links }: { unitName: (coefficient: string) => string | null; links: readonly FallbackLink[] }
): PriceOrigin {
  const { contract_price, base_price, changes, shut_off_by, plugin_changes = [] } = point
  const price_type = types.get(base_price?.price_type_key ?? NO_TYPE)
  const threshold = thresholds.get(base_price?.threshold_id ?? "")
  const tier = base_price?.tier && { ...base_price.tier, unit: unitName(base_price.tier.coefficient) }
  return {
    contract: contract_price && {
      ...{ amount: contract_price.amount, from_quantity: writeDecimal(contract_price.from) },
      ...{ document: contract_price.document, as_of: contract_price.as_of },
    },
    base:
      base_price && price_type
        ? {
            amount: base_price.amount,
            price_type,
            conversion: base_price.conversion,
            ...(threshold ? { threshold } : {}),
            ...(tier ? { tier } : {}),
            passed_over: threshold ? [] : passedBefore(links, base_price.price_type_key),
          }
        : null,
    changes: changes.flatMap(({ rank, key, kind, value }): ExplainedChange[] => {
      const adjustment = adjustments.get(key)
      return adjustment ? [{ rank, kind, value, adjustment }] : []
    }),
    shut_off_by: (shut_off_by !== null && labels.get(shut_off_by)) || null,
    plugin_changes,
  }
}

/** Whether the price comes from a type that the contract's own one falls back to. */
const isFallback =
  (chain: readonly number[] | null | undefined) =>
  (point: PricePoint | null): boolean => {
    const { price_type_key = null, threshold_id } = point?.base_price ?? {}
    return price_type_key !== null && threshold_id === undefined && price_type_key !== chain?.[0]
  }

const NO_LINKS: readonly FallbackLink[] = []

/** The types of the chain before one: those that were asked have no price, since it was come to. */
function passedBefore(links: readonly FallbackLink[], typeKey: number | null): PassedType[] {
  const place = links.findIndex(({ key }) => key === typeKey)
  return links.slice(0, Math.max(0, place)).map(({ id, name, passed_over }) => ({ id, name, reason: passed_over ?? "no_price" }))
}

/** Identity keys begin with 1. */
const NO_TYPE = 0
const NO_ENTRY = 0
