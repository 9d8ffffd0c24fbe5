import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { lockCategoryTree } from "./lock-category-tree"
import { type MappedGroups, mapGroups } from "./map-groups"
import { rebuildPaths, variantsBelow } from "./rebuild-paths"

export interface CategoryMove {
  id: string
  /** Null = to the root. */
  parent_id: string | null
  /** The child of the parent before which it is put; null = behind all. */
  before_id: string | null
}

/** Where a category stands, as the log has it. */
export interface CategoryPlace {
  name: string
  parent: string | null
  /** Among its siblings, from 0. */
  place: number
}

export interface MovedCategory {
  before: CategoryPlace
  after: CategoryPlace
  /** Groups of the ERP that it no longer follows in name and place. */
  detached: { source: string; groups: MappedGroups["groups"] }[]
}

const STANDING = `
  select c.name, up.name as parent,
    (select count(*)::int from product_category s where s.deleted_at is null and s.parent_category_id is not distinct from c.parent_category_id
      and (s.rank, s.name, s.id) < (c.rank, c.name, c.id)) as place
  from product_category c left join product_category up on up.id = c.parent_category_id
  where c.id = :id and c.deleted_at is null`

const TARGET = `
  select p.name, :id = any (string_to_array(p.mpath, '.')) as is_below,
    exists (select from catalog_category k where k.is_inbox and k.category_id = any (string_to_array(p.mpath, '.'))) as is_inbox
  from product_category p where p.id = :parent_id and p.deleted_at is null`

const HANG = `update product_category set parent_category_id = cast(:parent_id as text), updated_at = now() where id = :id`

/** Ranks of the siblings as they shall stand; only those that differ are written. */
const ORDER_SIBLINGS = `
  with sibling as (
    select c.id, c.rank, row_number() over (order by c.id = :id, c.rank, c.name ${AS_READ}, c.id) as place
    from product_category c
    where c.deleted_at is null and c.parent_category_id is not distinct from cast(:parent_id as text)
  ),
  wanted as (
    select s.id, (row_number() over (
      order by case when s.id = :id then coalesce((select b.place - 0.5 from sibling b where b.id = cast(:before_id as text)), 1e9) else s.place end
    ) - 1)::int as rank
    from sibling s
  )
  update product_category c set rank = w.rank, updated_at = now() from wanted w where c.id = w.id and c.rank is distinct from w.rank`

const MIRRORED = `
  select source, array_agg(external_id) as external_ids from group_mapping
  where category_id = :id and state = 'mirrored' group by source order by source`

/**
 * Moves a category with all below it, or among its siblings, and brings the catalogue in line. One that follows a group of the ERP would be put back by
 * the next load: it becomes the portal's own, into which the goods of the group go as before.
 *
 * Nothing goes below the inbox: dealers see neither it nor what is in it, so that one slip of the mouse would take a whole branch off the catalogue.
 *
 * Medusa's own update leaves a category that goes to the root without a path, and what is below it with the old one.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA `category_unknown` (the parent), `category_cycle`, `category_is_inbox`; NOT_ALLOWED `exchange_running` as of `mapGroups`
 */
export async function moveCategory(trx: Knex.Transaction, move: CategoryMove): Promise<MovedCategory> {
  const { id, parent_id } = move
  await lockCategoryTree(trx)
  const before = await placeOf(trx, id)
  if (parent_id !== null) {
    await checkParent(trx, { id, parent_id })
  }
  const detached = await detach(trx, id)
  await trx.raw(HANG, { id, parent_id })
  await trx.raw(ORDER_SIBLINGS, { ...move })
  await trx.raw(`create temporary table moved_category (id text) on commit drop`)
  await trx.raw(rebuildPaths("moved_category"))
  await trx.raw(`create temporary table moved_variant on commit drop as ${variantsBelow("moved_category")}`)
  await refreshCatalogEntries(trx, { tempTable: "moved_variant" })
  return { before, after: await placeOf(trx, id), detached }
}

async function placeOf(trx: Knex, id: string): Promise<CategoryPlace> {
  const { rows } = await trx.raw<{ rows: CategoryPlace[] }>(STANDING, { id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${id} was not found`)
  }
  return rows[0]
}

async function checkParent(trx: Knex, { id, parent_id }: { id: string; parent_id: string }): Promise<void> {
  const { rows } = await trx.raw<{ rows: { name: string; is_below: boolean; is_inbox: boolean }[] }>(TARGET, { id, parent_id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Category with id: ${parent_id} was not found`, "category_unknown")
  }
  if (rows[0].is_below) {
    const message = `Category ${id} cannot go below «${rows[0].name}», which is below it or itself`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "category_cycle")
  }
  if (rows[0].is_inbox) {
    const message = `«${rows[0].name}» is for goods that wait for their place: category ${id} would be hidden there`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "category_is_inbox")
  }
}

async function detach(trx: Knex.Transaction, category_id: string): Promise<MovedCategory["detached"]> {
  const { rows } = await trx.raw<{ rows: { source: string; external_ids: string[] }[] }>(MIRRORED, { id: category_id })
  const detached: MovedCategory["detached"] = []
  for (const { source, external_ids } of rows) {
    const { groups } = await mapGroups(trx, { source, external_ids, target: { to: "category", category_id } })
    detached.push({ source, groups })
  }
  return detached
}
