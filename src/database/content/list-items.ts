import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ContentKind, MaterialMedia } from "../../modules/content/rules/content-kinds"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { ITEM_DAYS, ITEM_ORDER, ITEM_VERSION, questionsOf, VOTERS, VOTES } from "./item-columns"

/** An item of content as the staff see it. Days are YYYY-MM-DD. */
export interface ItemListing {
  id: string
  kind: ContentKind
  title: string
  body: string | null
  slug: string | null
  section: string | null
  media: MaterialMedia | null
  video_url: string | null
  link: string | null
  category: { id: string; name: string | null } | null
  file: { id: string; name: string; mime_type: string; bytes: number; has_thumbnail: boolean } | null
  /** Client categories that it is for; none = every dealer. */
  audience: { id: string; name: string | null }[]
  position: number
  is_published: boolean
  starts_on: string | null
  ends_on: string | null
  questions: { id: string; text: string; options: { id: string; text: string; votes: number }[] }[]
  /** How many took part in a poll. */
  voters: number
  created_at: string
  /** The version that a change is made to. */
  updated_at: string
}

export interface ItemFilter {
  id?: string | undefined
  kind?: ContentKind | undefined
  /** "yes" or "no". */
  is_published?: "yes" | "no" | undefined
  /** A client category that it is for. */
  client_category_id?: string | undefined
  /** Part of the title, the section or the name in addresses. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof ItemFilter, string> = {
  id: "i.id = :id",
  kind: "i.kind = :kind",
  is_published: "i.is_published = (:is_published = 'yes')",
  client_category_id: ":client_category_id = any(i.audience)",
  q: "(i.title ilike :q or i.section ilike :q or i.slug ilike :q)",
}

const sql = (conditions: string[]) => `
  with found as materialized (select i.* from content_item i where ${["i.deleted_at is null", ...conditions].join(" and ")}),
  page as (select * from found i order by i.kind, ${ITEM_ORDER} limit :limit offset :offset)
  select counted.total_count, i.id, i.kind, i.title, i.body, i.slug, i.section, i.media, i.video_url, i.link, i.position, i.is_published, ${ITEM_DAYS},
    case when i.category_id is not null then jsonb_build_object('id', i.category_id,
      'name', (select c.name from product_category c where c.id = i.category_id and c.deleted_at is null)) end as category,
    case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'mime_type', f.mime_type, 'bytes', f.bytes,
      'has_thumbnail', f.thumbnail_file_id is not null) end as file,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'name', k.name) order by k.name ${AS_READ}, a.id)
      from unnest(i.audience) as a (id) left join client_category k on k.id = a.id and k.deleted_at is null
    ), '[]') as audience,
    ${questionsOf({ option: `, 'votes', ${VOTES}` })} as questions, ${VOTERS} as voters,
    to_jsonb(i.created_at) #>> '{}' as created_at, ${ITEM_VERSION} as updated_at
  from (select count(*)::int as total_count from found) as counted
  left join page i on true
  left join content_file f on f.id = i.file_id
  order by i.kind, ${ITEM_ORDER}`

/** Items that are found, and how many there are in all. */
export async function listItems(
  db: Knex,
  { filter, limit, offset }: { filter: ItemFilter; limit: number; offset: number }
): Promise<{ items: ItemListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<ItemListing>[] }>(sql(conditions), { ...bindings, limit, offset })
  const { rows: items, count } = countedPage(rows)
  return { items, count }
}

/** One item; null when there is none, or it was deleted. */
export async function itemListing(db: Knex, { id }: { id: string }): Promise<ItemListing | null> {
  const { items } = await listItems(db, { filter: { id }, limit: 1, offset: 0 })
  return items[0] ?? null
}
