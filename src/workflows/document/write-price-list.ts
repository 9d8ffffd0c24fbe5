import { SUPPLIER_TIME_ZONE, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { type CatalogEntryDetails, entryDetails } from "../../database/queries/entry-details"
import { hasNextSupplies } from "../../database/queries/has-next-supplies"
import { type PriceListKey, priceListKeys } from "../../database/queries/price-list-keys"
import { priceListTerms } from "../../database/queries/price-list-terms"
import type { Sight } from "../../database/queries/visible-entries"
import { assortmentOfContract } from "../../database/visibility/make-assortment"
import { openPriceListWriter, type PriceListFormat, type PriceListLocale, type PriceListSection } from "../../modules/document/price-list"
import { priceListFields } from "../../modules/document/rules/price-list-layout"
import { priceListHead } from "../../modules/document/rules/price-list-head"

/** Rows of a spreadsheet that any program opens; a PDF of so many has two thousand pages. */
const PRICE_LIST_ROWS_MAX = 100_000
/** Entries whose prices are asked for in one statement, which is written for few. */
const BATCH = 200

export interface PriceListOrder {
  contract_id: string
  format: PriceListFormat
  locale: PriceListLocale
  category_ids: string[]
  in_stock_only: boolean
}

export interface WrittenPriceList {
  content: Buffer
  rows: number
  /** The catalogue entries that stand in it. */
  entry_keys: number[]
  prices_as_of: Date | null
}

/** Told after each batch: `done` of `total` entries were gone through. */
export type OnProgress = (done: number, total: number) => Promise<void>

/**
 * Makes a price list. All of it is read in one snapshot, so that a load that is committed meanwhile shows in no row or in all.
 *
 * @throws NOT_FOUND `contract_unknown`; INVALID_DATA `price_list_too_long`
 */
export async function writePriceList(db: Knex, order: PriceListOrder, onProgress: OnProgress): Promise<WrittenPriceList> {
  const sight = await assortmentOfContract(db, order)
  return db.transaction((trx) => writeWithin(trx, { ...order, sight }, onProgress), { isolationLevel: "repeatable read", readOnly: true })
}

async function writeWithin(db: Knex, order: PriceListOrder & { sight: Sight }, onProgress: OnProgress): Promise<WrittenPriceList> {
  const { contract_id, format, locale } = order
  const found = await priceListTerms(db, contract_id)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id: ${contract_id} was not found`, "contract_unknown")
  }
  const { terms, warehouses } = found
  const keys = await wantedKeys(db, order)
  const day = today()
  const has_supplies = await hasNextSupplies(db, { keys: keys.map(({ key }) => key), day, ...terms })
  const fields = priceListFields(format, { locale, currency: terms.currency_code.toUpperCase(), warehouses, has_supplies })
  const writer = openPriceListWriter(format, priceListHead(locale, terms, { day, time_zone: SUPPLIER_TIME_ZONE }, fields))
  try {
    const entry_keys: number[] = []
    for (let from = 0; from < keys.length; from += BATCH) {
      const batch = keys.slice(from, from + BATCH)
      const { entries } = await entryDetails(db, { keys: batch.map(({ key }) => key), contract_id, day, ...terms })
      const shown = entries.filter((entry) => entry.withheld === null && (!order.in_stock_only || isInStock(entry)))
      await writer.add(sectionsOf(batch, shown, (entry, category) => fields.map(({ value }) => value(entry, category))))
      entry_keys.push(...keysOf(batch, shown))
      await onProgress(from + batch.length, keys.length)
    }
    return { content: await writer.end(), rows: entry_keys.length, entry_keys, prices_as_of: terms.prices_as_of }
  } finally {
    await writer.close()
  }
}

async function wantedKeys(db: Knex, { category_ids, sight }: { category_ids: string[]; sight: Sight }): Promise<PriceListKey[]> {
  const keys = await priceListKeys(db, { category_ids, sight, limit: PRICE_LIST_ROWS_MAX + 1 })
  if (keys.length > PRICE_LIST_ROWS_MAX) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `A price list has at most ${PRICE_LIST_ROWS_MAX} rows: choose categories.`,
      "price_list_too_long"
    )
  }
  return keys
}

const isInStock = ({ stock }: CatalogEntryDetails): boolean => stock.some(({ available }) => MathBN.gt(available, 0))

function keysOf(keys: PriceListKey[], entries: CatalogEntryDetails[]): number[] {
  const shown = new Set(entries.map(({ variant_id }) => variant_id))
  return keys.flatMap(({ key, variant_id }) => (shown.has(variant_id) ? [key] : []))
}

/** Rows that follow each other in one category are one section. An entry that vanished from the details has no row. */
function sectionsOf(
  keys: PriceListKey[],
  entries: CatalogEntryDetails[],
  cellsOf: (entry: CatalogEntryDetails, category: string) => PriceListSection["rows"][number]
): PriceListSection[] {
  const categories = new Map(keys.map(({ variant_id, category }) => [variant_id, category]))
  const sections: PriceListSection[] = []
  for (const entry of entries) {
    const category = categories.get(entry.variant_id) ?? ""
    const last = sections.at(-1)
    const section = last?.category === category ? last : { category, rows: [] }
    if (section !== last) sections.push(section)
    section.rows.push(cellsOf(entry, category))
  }
  return sections
}
