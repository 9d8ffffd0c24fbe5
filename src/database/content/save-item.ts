import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { isDeepStrictEqual } from "node:util"
import { type ContentDraft, contentFault, type PollQuestion } from "../../modules/content/rules/content-draft"
import { isShownImage } from "../../modules/content/rules/shown-image"
import { ITEM_DAYS, ITEM_VERSION } from "./item-columns"

export interface ItemChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one, or whatever it is. */
  updated_at: string | null
  /** Null = it is deleted. */
  draft: ContentDraft | null
}

/** What was written; both sides are the same where nothing had to be. */
export interface SavedItem {
  id: string
  before: ContentDraft | null
  after: ContentDraft | null
}

/** Items in all, of every kind. */
const ITEMS_MAX = 10_000

/** Staff save one after another: names in addresses and the number of items are looked at before they are written. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.content', 0))`

const STANDING = `
  select i.kind, i.title, i.body, i.slug, i.section, i.media, i.video_url, i.link, i.category_id, i.file_id, i.audience, i.position, i.is_published,
    ${ITEM_DAYS}, ${ITEM_VERSION} as version,
    coalesce((
      select jsonb_agg(jsonb_build_object('text', q.text, 'options', (
        select jsonb_agg(o.text order by o.position) from poll_option o where o.question_id = q.id)) order by q.position)
      from poll_question q where q.item_id = i.id
    ), '[]') as questions
  from content_item i where i.id = :id and i.deleted_at is null for update of i`

const COLUMNS = `kind, title, body, slug, section, media, video_url, link, category_id, file_id, audience, position, is_published, starts_on, ends_on`
const VALUES = `:kind, :title, :body, :slug, :section, :media, :video_url, :link, :category_id, :file_id, cast(:audience as text[]), :position, :is_published,
  cast(:starts_on as date), cast(:ends_on as date)`
const INSERT = `insert into content_item (id, ${COLUMNS}) values (:id, ${VALUES})`
const UPDATE = `update content_item set (${COLUMNS}, updated_at) = (${VALUES}, clock_timestamp()) where id = :id`
const DELETE = `update content_item set deleted_at = clock_timestamp(), updated_at = clock_timestamp() where id = :id`

/** What other rows say of a draft. */
const AROUND = `
  select (select count(*)::int from content_item where deleted_at is null) as items,
    exists (select from content_item where slug = :slug and deleted_at is null and id <> :id) as is_slug_taken,
    cast(:category_id as text) is null or exists (select from product_category where id = :category_id and deleted_at is null) as has_category,
    (select f.mime_type from content_file f where f.id = :file_id and f.deleted_at is null) as mime_type,
    (select a.id from unnest(cast(:audience as text[])) as a (id)
      where not exists (select from client_category k where k.id = a.id and k.deleted_at is null) limit 1) as unknown_client_category`

interface Around {
  items: number
  is_slug_taken: boolean
  has_category: boolean
  mime_type: string | null
  unknown_client_category: string | null
}

/**
 * Makes, changes or deletes an item of content. Throws NOT_FOUND for an unknown one; NOT_ALLOWED with `changed_meanwhile` for another version,
 * `content_kind_fixed`, `slug_taken`, `too_many_items`, and `poll_has_votes` where questions would change that somebody has answered;
 * INVALID_DATA with `client_category_unknown`, `category_unknown`, `content_file_unknown`, `content_file_no_image`, and what `contentFault` finds.
 */
export async function saveItem(
  trx: Knex.Transaction,
  { id, updated_at, draft }: ItemChange,
  videoHosts: readonly string[]
): Promise<SavedItem> {
  await trx.raw(ALONE)
  const before = id === null ? null : await standing(trx, id, updated_at)
  const saved = id ?? generateEntityId(undefined, "cntn")
  if (draft === null) {
    await trx.raw(DELETE, { id: saved })
    return { id: saved, before, after: null }
  }
  const after = { ...draft, audience: [...new Set(draft.audience)].sort() }
  await refuse(trx, { id: saved, before, draft: after, videoHosts })
  if (!isDeepStrictEqual(before, after)) {
    const { questions, ...columns } = after
    await trx.raw(before ? UPDATE : INSERT, { ...columns, id: saved })
    if (!isDeepStrictEqual(before?.questions ?? [], questions)) {
      await replaceQuestions(trx, saved, questions)
    }
  }
  return { id: saved, before, after }
}

async function standing(trx: Knex.Transaction, id: string, version: string | null): Promise<ContentDraft> {
  const { rows } = await trx.raw<{ rows: (ContentDraft & { version: string })[] }>(STANDING, { id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Content with id: ${id} was not found`)
  }
  const { version: standing_version, ...facts } = rows[0]
  if (version !== null && version !== standing_version) {
    throw refusal(`Content ${id} «${facts.title}» was changed at ${standing_version}, not ${version}: read it again.`, "changed_meanwhile")
  }
  return facts
}

interface Checked {
  id: string
  before: ContentDraft | null
  draft: ContentDraft
  videoHosts: readonly string[]
}

async function refuse(trx: Knex.Transaction, { id, before, draft, videoHosts }: Checked): Promise<void> {
  if (before && before.kind !== draft.kind) {
    throw refusal(`Content ${id} is of kind ${before.kind} and stays so.`, "content_kind_fixed")
  }
  const fault = contentFault(draft, videoHosts)
  if (fault) {
    throw invalid(fault.message, fault.code)
  }
  const { slug, category_id, file_id, audience } = draft
  const { rows } = await trx.raw<{ rows: Around[] }>(AROUND, { id, slug, category_id, file_id, audience })
  if (rows[0]) {
    refuseAround(rows[0], { before, draft })
  }
}

function refuseAround(around: Around, { before, draft }: Pick<Checked, "before" | "draft">): void {
  const { kind, slug, category_id, file_id } = draft
  if (!before && around.items >= ITEMS_MAX) {
    throw refusal(`There are ${around.items} items of content; more than ${ITEMS_MAX} are not kept.`, "too_many_items")
  }
  if (around.is_slug_taken) {
    throw refusal(`There is a page «${slug ?? ""}» already.`, "slug_taken")
  }
  if (!around.has_category) {
    throw invalid(`There is no category ${category_id ?? ""}.`, "category_unknown")
  }
  if (around.unknown_client_category !== null) {
    throw invalid(`There is no client category ${around.unknown_client_category}.`, "client_category_unknown")
  }
  if (file_id !== null && around.mime_type === null) {
    throw invalid(`There is no content file ${file_id}.`, "content_file_unknown")
  }
  if (around.mime_type !== null && kind !== "material" && !isShownImage(around.mime_type)) {
    throw invalid(`The file of an item of kind ${kind} is an image.`, "content_file_no_image")
  }
}

const HAS_VOTES = `
  select exists (select from poll_vote v join poll_question q on q.id = v.question_id where q.item_id = :id) as has_votes`

const INSERT_QUESTIONS = `
  with asked as (select * from jsonb_to_recordset(cast(:questions as jsonb)) as q (id text, position int, text text, options jsonb)),
  added as (insert into poll_question (id, item_id, position, text) select id, :id, position, text from asked)
  insert into poll_option (id, question_id, position, text)
  select o.value ->> 'id', q.id, o.place, o.value ->> 'text'
  from asked q cross join lateral jsonb_array_elements(q.options) with ordinality as o (value, place)`

/** An answer that somebody gave would be to another question: the key of votes refuses that too, whoever writes. */
async function replaceQuestions(trx: Knex.Transaction, id: string, questions: PollQuestion[]): Promise<void> {
  const { rows } = await trx.raw<{ rows: { has_votes: boolean }[] }>(HAS_VOTES, { id })
  if (rows[0]?.has_votes) {
    throw refusal(`Somebody has answered poll ${id}: its questions stay as they are.`, "poll_has_votes")
  }
  await trx.raw(`delete from poll_question where item_id = :id`, { id })
  const asked = questions.map(({ text, options }, position) => ({
    id: generateEntityId(undefined, "plqs"),
    position,
    text,
    options: options.map((option) => ({ id: generateEntityId(undefined, "plop"), text: option })),
  }))
  await trx.raw(INSERT_QUESTIONS, { id, questions: JSON.stringify(asked) })
}

const refusal = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
const invalid = (message: string, code: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
