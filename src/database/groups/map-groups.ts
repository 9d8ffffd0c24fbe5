import { MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockSource } from "../loads/inbox/claim-next"
import { run, type LoadStatement } from "../loads/load-context"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { slug } from "../loads/stage/slug"
import { ensureInbox } from "./ensure-inbox"
import { lockCategoryTree } from "./lock-category-tree"
import { rebuildPaths, variantsBelow } from "./rebuild-paths"
import { settlePlacements } from "./settle-placements"

/** Where goods of groups are put: into a category, into those that are made of the groups themselves, into the inbox, or nowhere. */
export type GroupTarget = { to: "category"; category_id: string } | { to: "mirror" | "inbox" | "ignore" }

export interface GroupMapping {
  source: string
  external_ids: string[]
  target: GroupTarget
}

/** A group as the log has it. */
export interface GroupFacts {
  name: string
  state: string
  category: string | null
}

export interface MappedGroups {
  /** Groups that go elsewhere than before. */
  groups: { external_id: string; before: GroupFacts; after: GroupFacts }[]
  /** Products that were moved. */
  products: number
  /** Entries of the catalogue that dealers find now and did not before, or the other way round where it is negative. */
  listed: number
}

const STATES = { category: "mapped", mirror: "mirrored", inbox: "inbox", ignore: "ignored" } as const

/**
 * Puts the goods of groups elsewhere, as a set, and brings the catalogue in line. What was put somewhere by hand stays there. Mirrored groups below a
 * mapped one go below its category.
 *
 * @param trx a transaction that holds no lock of goods
 * @throws MedusaError NOT_FOUND for an unknown group; INVALID_DATA `category_unknown`; NOT_ALLOWED `exchange_running` while a load of the source runs
 */
export async function mapGroups(trx: Knex.Transaction, { source, external_ids, target }: GroupMapping): Promise<MappedGroups> {
  if (!(await lockSource(trx, source))) {
    const message = `Source ${source} is just being loaded. Try again in a minute.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "exchange_running")
  }
  await lockCategoryTree(trx)
  const moments = await trx.raw<{ rows: { moment: string }[] }>(`select kontor_id_time(now()) as moment`)
  const load: LoadStatement = { trx, source, moment: moments.rows[0]?.moment ?? "" }
  await takeGroups(load, external_ids, target)
  const before = await factsOf(load)
  await run(load, KEEP_PRODUCTS)
  await run(load, KEEP_PLACEMENTS)
  if (target.to === "mirror") {
    await makeCategories(load)
  }
  await run(load, WRITE_MAPPINGS, { inbox: target.to === "inbox" ? await ensureInbox(load) : null })
  await run(load, FORGET_REFERENCES)
  await run(load, KEEP_REFERENCES)
  await run(load, PRODUCTS)
  const products = await settlePlacements(load, "mapping_product")
  await run(load, FORGET_PRODUCTS)
  await run(load, FORGET_PLACEMENTS)
  await hangCategories(load)
  const listedBefore = await listedEntries(load)
  await run(load, VARIANTS)
  await refreshCatalogEntries(trx, { tempTable: "mapping_variant" })
  const after = await factsOf(load)
  const groups = [...before].flatMap(([external_id, was]) => {
    const now = after.get(external_id)
    return now && (now.state !== was.state || now.category !== was.category) ? [{ external_id, before: was, after: now }] : []
  })
  return { groups, products, listed: (await listedEntries(load)) - listedBefore }
}

/** Gives `mapping_group`: the groups that go elsewhere, locked, with where from and where to. */
async function takeGroups(load: LoadStatement, external_ids: string[], target: GroupTarget): Promise<void> {
  const category_id = target.to === "category" ? target.category_id : null
  if (category_id !== null) {
    const known = await run(load, `select from product_category where id = :category_id and deleted_at is null for share`, { category_id })
    if (known.rowCount === 0) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Category with id: ${category_id} was not found`, "category_unknown")
    }
  }
  await run(load, `select from group_mapping where source = :source and external_id = any (:external_ids) for update`, { external_ids })
  await run(load, TAKEN, { external_ids, state: STATES[target.to], category_id })
  const { rows } = await run<{ external_id: string }>(
    load,
    `select asked.external_id from unnest(cast(:external_ids as text[])) as asked (external_id)
     where not exists (select from group_mapping g where g.source = :source and g.external_id = asked.external_id) limit 1`,
    { external_ids }
  )
  if (rows[0]) {
    const message = `Group with id: ${rows[0].external_id} of source ${load.source} was not found`
    throw new MedusaError(MedusaError.Types.NOT_FOUND, message)
  }
}

const TAKEN = `
  create temporary table mapping_group on commit drop as
  select g.external_id, g.name, g.position, g.state as old_state, g.category_id as old_category_id, g.own_category_id,
    cast(:state as text) as state, cast(:category_id as text) as category_id
  from group_mapping g
  where g.source = :source and g.external_id = any (:external_ids)
    and (g.state, coalesce(cast(:category_id as text), '')) is distinct from (cast(:state as text), case when :state = 'mapped' then coalesce(g.category_id, '') else '' end)`

/** Of a mirrored group it follows from its category which products it holds. */
const KEEP_PRODUCTS = `
  insert into group_product (source, group_external_id, product_id)
  select :source, m.external_id, link.product_id
  from mapping_group m
  join product_category_product link on link.product_category_id = m.old_category_id
  join erp_mapping known on known.source = :source and known.kind = 'product' and known.internal_id = link.product_id
  where m.old_state = 'mirrored' on conflict do nothing`

const KEEP_PLACEMENTS = `
  insert into erp_placement (product_id, category_id)
  select held.product_id, m.old_category_id
  from mapping_group m join group_product held on held.source = :source and held.group_external_id = m.external_id
  where m.old_state = 'mirrored' on conflict do nothing`

/** Categories of groups that never had one, or whose category was deleted. */
async function makeCategories(load: LoadStatement): Promise<void> {
  const { rows } = await run<{ external_id: string; name: string }>(
    load,
    `select m.external_id, m.name from mapping_group m
     where not exists (select from product_category c where c.id = m.own_category_id and c.deleted_at is null)`
  )
  const slugs = JSON.stringify(rows.map(({ external_id, name }) => ({ external_id, slug: slug(name) })))
  await run(load, MAKE_CATEGORIES, { slugs })
}

const MAKE_CATEGORIES = `
  with missing as materialized (
    select m.external_id, m.name, m.position, s.slug, kontor_id('pcat', :moment) as id
    from jsonb_to_recordset(cast(:slugs as jsonb)) as s (external_id text, slug text) join mapping_group m on m.external_id = s.external_id
  ),
  made as (
    insert into product_category (id, name, handle, mpath, is_active, is_internal, rank, external_id)
    select id, name, slug || '-' || lower(right(id, 8)), id, true, false, position, external_id from missing
  )
  update mapping_group m set own_category_id = missing.id from missing where missing.external_id = m.external_id`

const WRITE_MAPPINGS = `
  update group_mapping g
  set state = m.state, own_category_id = m.own_category_id, updated_at = now(),
    category_id = case m.state when 'mapped' then m.category_id when 'mirrored' then m.own_category_id when 'inbox' then cast(:inbox as text) end
  from mapping_group m where g.source = :source and g.external_id = m.external_id`

/** Rules of the ERP that name a group hold for the category it stands for; one without a place stands for none. */
const FORGET_REFERENCES = `
  delete from erp_mapping known using mapping_group m
  where known.source = :source and known.kind = 'group' and known.external_id = m.external_id`

const KEEP_REFERENCES = `
  insert into erp_mapping (source, kind, external_id, internal_id)
  select :source, 'group', g.external_id, g.category_id
  from mapping_group m join group_mapping g on g.source = :source and g.external_id = m.external_id
  where g.state in ('mirrored', 'mapped')`

const PRODUCTS = `
  create temporary table mapping_product on commit drop as
  select distinct held.product_id from mapping_group m join group_product held on held.source = :source and held.group_external_id = m.external_id`

/** What mirrored groups hold is not kept: their links are all theirs. */
const FORGET_PRODUCTS = `
  delete from group_product held using mapping_group m
  where m.state = 'mirrored' and held.source = :source and held.group_external_id = m.external_id`

const FORGET_PLACEMENTS = `
  delete from erp_placement e using mapping_group m, mapping_product p
  where m.state = 'mirrored' and e.category_id = m.own_category_id and e.product_id = p.product_id`

/** Mirrored groups hang where the groups above them are now; categories of groups that are mirrored no more are hidden when nothing is in them. */
async function hangCategories(load: LoadStatement): Promise<void> {
  await run(load, `create temporary table mapping_moved (id text) on commit drop`)
  await run(load, HANG)
  await run(load, SHOW_OR_HIDE)
  await run(load, rebuildPaths("mapping_moved"))
}

const HANG = `
  with wanted as (
    select g.category_id as id, case when up.state in ('mirrored', 'mapped') then up.category_id else up.own_category_id end as parent_id
    from group_mapping g
    left join group_mapping up on up.source = g.source and up.external_id = g.parent_external_id
    where g.source = :source and g.state = 'mirrored' and not g.is_deleted
      and (g.external_id in (select external_id from mapping_group) or g.parent_external_id in (select external_id from mapping_group))
  ),
  written as (
    update product_category c set parent_category_id = w.parent_id, updated_at = now()
    from wanted w
    left join product_category up on up.id = w.parent_id
    where c.id = w.id and c.parent_category_id is distinct from w.parent_id
      and (w.parent_id is null or not (w.id = any (string_to_array(up.mpath, '.'))))
    returning c.id
  )
  insert into mapping_moved select id from written`

const SHOW_OR_HIDE = `
  with written as (
    update product_category c set is_active = m.state = 'mirrored', updated_at = now()
    from mapping_group m
    where c.id = m.own_category_id and c.deleted_at is null and c.is_active is distinct from (m.state = 'mirrored')
      and (m.state = 'mirrored' or not (
        exists (select from product_category_product link where link.product_category_id = c.id)
        or exists (select from product_category below where below.parent_category_id = c.id and below.deleted_at is null)
        or exists (select from group_mapping g where g.category_id = c.id)))
    returning c.id
  )
  insert into mapping_moved select id from written`

const VARIANTS = `
  create temporary table mapping_variant on commit drop as
  select v.id as variant_id from mapping_product p join product_variant v on v.product_id = p.product_id
  union ${variantsBelow("mapping_moved")}`

async function listedEntries(load: LoadStatement): Promise<number> {
  const { rows } = await run<{ entries: number }>(
    load,
    `select coalesce(sum(entries), 0)::int as entries from catalog_total where category_key = 0`
  )
  return rows[0]?.entries ?? 0
}

async function factsOf(load: LoadStatement): Promise<Map<string, GroupFacts>> {
  const { rows } = await run<GroupFacts & { external_id: string }>(
    load,
    `select g.external_id, g.name, g.state, c.name as category
     from mapping_group m join group_mapping g on g.source = :source and g.external_id = m.external_id
     left join product_category c on c.id = g.category_id order by g.external_id`
  )
  return new Map(rows.map(({ external_id, ...facts }) => [external_id, facts]))
}
