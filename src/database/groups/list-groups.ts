import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"

export const GROUP_STATES = ["mirrored", "mapped", "inbox", "ignored"] as const
export type GroupState = (typeof GROUP_STATES)[number]

/** A group of the ERP as the staff sees it. */
export interface GroupListing {
  /** Source and external id. */
  id: string
  source: string
  external_id: string
  name: string
  /** Name of the group above it, as the ERP has it. */
  parent_name: string | null
  state: GroupState
  /** Where its goods are put; null = nowhere, or into a category that is gone. */
  category: { id: string; name: string } | null
  product_count: number
}

export interface GroupFilter {
  source?: string | undefined
  state?: GroupState | undefined
  category_id?: string | undefined
  /** Part of the name. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof GroupFilter, string> = {
  source: "g.source = :source",
  state: "g.state = :state",
  category_id: "g.category_id = :category_id",
  q: "g.name ilike :q",
}

/** Those that wait stand first. */
const ORDER = `(g.state = 'inbox') desc, g.source, g.name ${AS_READ}, g.external_id`

const sql = (conditions: string[]) => `
  with found as materialized (select * from group_mapping g where ${["not g.is_deleted", ...conditions].join(" and ")}),
  page as (select * from found g order by ${ORDER} limit :limit offset :offset)
  select counted.total_count, g.source || ' ' || g.external_id as id, g.source, g.external_id, g.name, up.name as parent_name, g.state,
    case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as category,
    case when g.state = 'mirrored'
      then (select count(*)::int from product_category_product link join product p on p.id = link.product_id and p.deleted_at is null
        where link.product_category_id = g.category_id)
      else (select count(*)::int from group_product held join product p on p.id = held.product_id and p.deleted_at is null
        where held.source = g.source and held.group_external_id = g.external_id)
    end as product_count
  from (select count(*)::int as total_count from found) counted
  left join page g on true
  left join group_mapping up on up.source = g.source and up.external_id = g.parent_external_id
  left join product_category c on c.id = g.category_id and c.deleted_at is null
  order by ${ORDER}`

/** A page of the groups that the ERP has told of, and how many there are. */
export async function listGroups(
  db: Knex,
  { filter, ...page }: { filter: GroupFilter; limit: number; offset: number }
): Promise<{ erp_groups: GroupListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<GroupListing>[] }>(sql(conditions), { ...bindings, ...page })
  const { rows: erp_groups, count } = countedPage(rows)
  return { erp_groups, count }
}

/** A base of the ERP that has sent groups: what becomes of new ones, and how many wait. */
export interface GroupSource {
  source: string
  unknown_groups: "mirror" | "inbox"
  group_count: number
  waiting_count: number
}

const SOURCES = `
  select known.source, coalesce(setting.unknown_groups, 'mirror') as unknown_groups,
    count(g.source) filter (where not g.is_deleted)::int as group_count, count(g.source) filter (where g.state = 'inbox' and not g.is_deleted)::int as waiting_count
  from (select source from group_mapping union select source from erp_source) known
  left join erp_source setting on setting.source = known.source
  left join group_mapping g on g.source = known.source
  group by known.source, setting.unknown_groups order by known.source`

export async function groupSources(db: Knex): Promise<GroupSource[]> {
  const { rows } = await db.raw<{ rows: GroupSource[] }>(SOURCES)
  return rows
}

/** Says what becomes of groups that a base sends for the first time; tells what held before. */
export async function putGroupSource(
  db: Knex,
  { source, unknown_groups }: Pick<GroupSource, "source" | "unknown_groups">
): Promise<GroupSource["unknown_groups"]> {
  const { rows } = await db.raw<{ rows: { before: GroupSource["unknown_groups"] }[] }>(
    `with written as (
       insert into erp_source (source, unknown_groups) values (:source, :unknown_groups)
       on conflict (source) do update set unknown_groups = excluded.unknown_groups
     )
     select coalesce((select unknown_groups from erp_source where source = :source), 'mirror') as before`,
    { source, unknown_groups }
  )
  return rows[0]?.before ?? "mirror"
}
