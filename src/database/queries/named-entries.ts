import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { OWNERS_OF_NUMBERS } from "../part-numbers/shared-numbers"
import { plannedOnce } from "../prepared"

/** Medusa keeps three kinds, each unique among the variants that are not deleted. */
const BY_BARCODE = `
  select e.key
  from (
    ${["barcode", "ean", "upc"].map((kind) => `select id from product_variant where ${kind} = cast(:barcode as text) and deleted_at is null`).join(" union ")}
  ) v
  join catalog_entry e on e.variant_id = v.id
  where e.is_listed`

const BY_PART_NUMBER = `
  select entry_key as key from dealer_part_number where legal_entity_id in (${OWNERS_OF_NUMBERS}) and number_key = cast(:number_key as text)`

/**
 * Keys of the entries that a search text names though it is not written in them: the whole text is a barcode, or a number of the dealer's own.
 *
 * @param legal_entity_id whose numbers are meant; null = nobody's
 */
export async function namedEntries(db: Knex, text: string, legal_entity_id: string | null): Promise<number[]> {
  const barcode = text.trim()
  const number_key = legal_entity_id === null ? null : normaliseSearchKey(text)
  const [byBarcode, byNumber] = await Promise.all([
    isBarcode(barcode) ? plannedOnce<{ key: number }>(db, "entries-of-barcode", BY_BARCODE, { barcode }) : [],
    number_key === null ? [] : plannedOnce<{ key: number }>(db, "entries-of-part-number", BY_PART_NUMBER, { legal_entity_id, number_key }),
  ])
  return [...new Set([...byBarcode, ...byNumber].map(({ key }) => key))]
}

/** As scanners give it: EAN-8 to GTIN-14. */
export const isBarcode = (text: string): boolean => /^\d{8,14}$/.test(text)
