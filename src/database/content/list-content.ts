import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ContentKind, MaterialMedia } from "../../modules/content/rules/content-kinds"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { seesCategory } from "../queries/category-key"
import { IS_OPEN, isForDealer, type Reader, readerBindings } from "./content-of-dealer"
import { ITEM_DAYS, ITEM_ORDER, questionsOf, VOTERS, VOTES } from "./item-columns"

/** A poll as one of those who are asked sees it. */
export interface DealerPoll {
  is_open: boolean
  has_voted: boolean
  /** Null while results are not shown: until he has voted, or nobody can any more. */
  voters: number | null
  questions: {
    id: string
    text: string
    my_option_id: string | null
    options: { id: string; text: string; votes: number | null }[]
  }[]
}

/** An item of content as a dealer sees it. Days are YYYY-MM-DD. */
export interface DealerItem {
  id: string
  kind: ContentKind
  title: string
  body: string | null
  slug: string | null
  section: string | null
  media: MaterialMedia | null
  video_url: string | null
  link: string | null
  category_id: string | null
  starts_on: string | null
  ends_on: string | null
  created_at: string
  file: { name: string; mime_type: string; bytes: number; has_thumbnail: boolean } | null
  poll: DealerPoll | null
}

export interface ContentFilter {
  kind: ContentKind
  slug?: string | undefined
  section?: string | undefined
  media?: MaterialMedia | undefined
  /** Banners of this category and of those above it; without one those of the start page. */
  category_id?: string | undefined
  /** Part of the title or the section. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof ContentFilter, string> = {
  kind: "i.kind = :kind",
  slug: "i.slug = :slug",
  section: "i.section = :section",
  media: "i.media = :media",
  category_id: `i.category_id in (
    select unnest(string_to_array(c.mpath, '.')) from product_category c where c.id = :category_id and c.deleted_at is null)`,
  q: "(i.title ilike :q or i.section ilike :q)",
}

const HAS_VOTED = `exists (
  select from poll_vote v join poll_question q on q.id = v.question_id where q.item_id = i.id and v.employee_id = :employee_id)`
const SHOWS_RESULTS = `(not own.is_open or own.has_voted)`
const MY_OPTION = `(select v.option_id from poll_vote v where v.question_id = q.id and v.employee_id = :employee_id)`

const POLL = `
  jsonb_build_object('is_open', own.is_open, 'has_voted', own.has_voted, 'voters', case when ${SHOWS_RESULTS} then ${VOTERS} end,
    'questions', ${questionsOf({
      question: `, 'my_option_id', ${MY_OPTION}`,
      option: `, 'votes', case when ${SHOWS_RESULTS} then ${VOTES} end`,
    })})`

const sql = (conditions: string[]) => `
  with found as materialized (select i.* from content_item i where ${conditions.join(" and ")}),
  page as (select * from found i order by ${ITEM_ORDER} limit :limit offset :offset)
  select counted.total_count, i.id, i.kind, i.title, i.body, i.slug, i.section, i.media, i.video_url, i.link, i.category_id, ${ITEM_DAYS},
    to_jsonb(i.created_at) #>> '{}' as created_at,
    case when f.id is not null then jsonb_build_object('name', f.name, 'mime_type', f.mime_type, 'bytes', f.bytes,
      'has_thumbnail', f.thumbnail_file_id is not null) end as file,
    case when i.kind = 'poll' then ${POLL} end as poll
  from (select count(*)::int as total_count from found) as counted
  left join page i on true
  left join content_file f on f.id = i.file_id
  left join lateral (select ${IS_OPEN} as is_open, ${HAS_VOTED} as has_voted) own on true
  order by ${ITEM_ORDER}`

interface Page {
  reader: Reader
  filter: ContentFilter
  limit: number
  offset: number
}

/** A category that is hidden from the reader has no banners, not even those of the categories above it: it is as if it did not exist. */
function placeOf({ has_catalog, sight }: Reader, { kind, category_id }: ContentFilter): string[] {
  if (category_id !== undefined) {
    return [has_catalog ? seesCategory(sight, ":category_id") : "false"]
  }
  return kind === "banner" ? ["i.category_id is null"] : []
}

/** A page of what the reader sees of one kind, and how much there is in all. */
export async function listContent(db: Knex, { reader, filter, limit, offset }: Page): Promise<{ items: DealerItem[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const text = sql([isForDealer(reader), ...conditions, ...placeOf(reader, filter)])
  const { rows } = await db.raw<{ rows: CountedRow<DealerItem>[] }>(text, { ...bindings, ...readerBindings(reader), limit, offset })
  const { rows: items, count } = countedPage(rows)
  return { items, count }
}

/** An item that the reader sees; null for one that he does not. */
export async function contentOfDealer(db: Knex, { reader, id }: { reader: Reader; id: string }): Promise<DealerItem | null> {
  const text = sql([isForDealer(reader), "i.id = :id"])
  const { rows } = await db.raw<{ rows: CountedRow<DealerItem>[] }>(text, { ...readerBindings(reader), id, limit: 1, offset: 0 })
  return countedPage(rows).rows[0] ?? null
}
