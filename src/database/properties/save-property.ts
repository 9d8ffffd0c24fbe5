import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { noteCatalogChange } from "../loads/note-catalog-change"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { type CatalogProperty, lockProperty } from "./list-properties"

/** What is left out stays. */
export type PropertyChange = {
  [Column in "title_ru" | "title_en" | "unit" | "is_facet" | "is_searchable" | "is_on_card" | "position"]?:
    CatalogProperty[Column] | undefined
}

const SAVE = `
  update catalog_property set title_ru = :title_ru, title_en = :title_en, unit = :unit, is_facet = :is_facet, is_searchable = :is_searchable,
    is_on_card = :is_on_card, position = :position
  where id = :id`

/**
 * Sets how a property is shown and searched, in the caller's transaction. Whether it is searched for decides about words of all entries that have it,
 * which are written here too.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA `labels_not_searchable`
 */
export async function saveProperty(
  trx: Knex,
  id: string,
  change: PropertyChange
): Promise<{ before: CatalogProperty; after: CatalogProperty }> {
  const before = await lockProperty(trx, id)
  if (!before) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `CatalogProperty with id: ${id} was not found`)
  }
  if (before.kind === "label" && change.is_searchable) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Labels are narrowed by, not searched for", "labels_not_searchable")
  }
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after: CatalogProperty = { ...before, ...said }
  const { title_ru, title_en, unit, is_facet, is_searchable, is_on_card, position } = after
  await trx.raw(SAVE, { id, title_ru, title_en, unit, is_facet, is_searchable, is_on_card, position })
  if (after.is_searchable !== before.is_searchable) {
    await refreshCatalogEntries(trx, "all")
  }
  await noteCatalogChange(trx)
  return { before, after }
}
