import { type DealerScope, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { seesCategory } from "../queries/category-key"
import { type Sight, sightBindings } from "../queries/visible-entries"

/** Who reads: his employee, the entity whose categories count, the part of the catalogue he sees, the supplier's day. */
export interface Reader {
  employee_id: string
  legal_entity_id: string | null
  sight: Sight
  /** Without a usable contract he sees no goods, and nothing about their categories. */
  has_catalog: boolean
  today: string
}

/** The reader behind a request. */
export function readerOf({ employee_id, legal_entity_id, contract }: DealerScope): Reader {
  return { employee_id, legal_entity_id, sight: contract?.assortment ?? null, has_catalog: contract !== null, today: today() }
}

/** What {@link isForDealer} takes. */
export const readerBindings = ({ sight, has_catalog: _, ...reader }: Reader): Record<string, Knex.Value> => ({
  ...reader,
  ...sightBindings(sight),
})

/** SQL: whether a poll `i` still takes votes. */
export const IS_OPEN = `(i.ends_on is null or i.ends_on >= cast(:today as date))`

/**
 * SQL: whether the reader sees an item `i`: published, in its days (a poll goes on being shown when it is closed), for everybody or for a category
 * that the entity of his contract is in; a banner of a product category, where he sees that category. What does not hold does not exist for him.
 */
export const isForDealer = ({ sight, has_catalog }: Reader): string => `(
  i.deleted_at is null and i.is_published and (i.starts_on is null or i.starts_on <= cast(:today as date)) and (i.kind = 'poll' or ${IS_OPEN})
  and (i.audience = '{}' or i.audience && array(
    select k.client_category_id from legal_entity_category k where k.legal_entity_id = :legal_entity_id and k.deleted_at is null))
  and (i.category_id is null${has_catalog ? ` or ${seesCategory(sight, "i.category_id")}` : ""}))`
