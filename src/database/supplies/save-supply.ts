import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { canMove } from "../../modules/supply/rules/move-supply"
import { keepingPromises } from "../promises/keeping-promises"
import { lockPromises } from "../promises/lock-promises"
import type { SupplyOutlook } from "../promises/release-promises"
import { entriesByArticles, entriesByVariants } from "../queries/entries-by-articles"
import { SUPPLY_VERSION, type SupplyListing, supplyListing } from "./list-supplies"
import { listSupplyLines } from "./list-supply-lines"
import { type SupplyHead, writeSupply, type WrittenLine } from "./write-supply"

/** A line as people tell it: the product by its variant or its article. */
export interface ToldLine {
  variant_id?: string | undefined
  article?: string | undefined
  quantity: string
  /** Left out: what is known to have arrived. */
  arrived?: string | undefined
}

export interface SupplyChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one. */
  updated_at: string | null
  head: SupplyHead
  /** All lines; null = they stay. */
  lines: ToldLine[] | null
}

/** A supply with all its lines, as it stood or stands. */
export interface StandingSupply extends SupplyHead {
  lines: (WrittenLine & { article: string | null })[]
}

export interface SavedSupply {
  id: string
  is_changed: boolean
  before: StandingSupply | null
  after: StandingSupply
}

/** Lines of one supply that was made by hand. */
export const MAX_LINES = 5_000

/**
 * Makes or changes a supply by hand; what was promised of it is promised anew. Throws NOT_FOUND for an unknown one; NOT_ALLOWED with `erp_owned` for one of the ERP, `changed_meanwhile` for
 * another version, `supply_closed` for one that is over, `supply_move_refused` for a step back, `supply_number_taken`, and `supply_promised` where
 * more was promised than would come; INVALID_DATA with `supply_lines_too_many`, `warehouse_unknown`, `product_unknown`, `product_ambiguous` or `product_repeated`.
 */
export async function saveSupply(trx: Knex.Transaction, { id, updated_at, head, lines }: SupplyChange): Promise<SavedSupply> {
  await lockPromises(trx, "alone")
  const before = id === null ? null : await standing(trx, id, updated_at)
  if (before) {
    refuseMove(before, head)
  }
  if (lines && lines.length > MAX_LINES) {
    throw invalid(`Supply ${head.number} has ${lines.length} lines, ${MAX_LINES} are taken.`, "supply_lines_too_many")
  }
  const saved = id ?? generateEntityId(undefined, "sply")
  await refuseUnknown(trx, { id: saved, head })
  const wanted = lines && (await resolveLines(trx, lines, before))
  const is_changed = await keepingPromises(trx, { outlook: outlookOf({ id: saved, head, lines: wanted }), day: today() }, async () => {
    if (before) {
      await refusePromised(trx, { id: saved, head, wanted })
    }
    return writeSupply(trx, { id: saved, isNew: before === null, head, lines: wanted })
  })
  return { id: saved, is_changed, before, after: await readSupply(trx, { id: saved, head }) }
}

/** Puts back what stood before a change that was undone; one that was new is gone. */
export async function restoreSupply(trx: Knex.Transaction, { id, before }: Pick<SavedSupply, "id" | "before">): Promise<void> {
  const outlook = before ? outlookOf({ id, head: before, lines: before.lines }) : outlookOf({ id, head: GONE, lines: [] })
  await keepingPromises(trx, { outlook, day: today() }, async () => {
    if (before) {
      await writeSupply(trx, { id, isNew: false, head: before, lines: before.lines })
    } else {
      await trx.raw(`delete from supply where id = :id`, { id })
    }
  })
}

/** A supply that will not be there. */
const GONE = { state: "cancelled", expected_on: null, warehouse_id: null } as const

/** As `promises/release-promises.ts` asks for it; lines that are null stay. */
function outlookOf({
  id,
  head,
  lines,
}: {
  id: string
  head: Pick<SupplyHead, "state" | "expected_on" | "warehouse_id">
  lines: WrittenLine[] | null
}): SupplyOutlook {
  const sql = `
    select line.supply_id, line.entry_key, cast(:state as text) as state, cast(:state as text) not in ('arrived', 'cancelled') as is_open,
      coalesce(cast(:expected_on as date), 'infinity') as expected_on, coalesce(cast(:warehouse_id as text), '') as warehouse_id,
      case when cast(:lines as jsonb) is null then line.quantity else coalesce(w.quantity, 0) end as quantity, coalesce(w.arrived, line.arrived) as arrived
    from supply_line line
    left join jsonb_to_recordset(cast(:lines as jsonb)) as w (entry_key int, quantity numeric, arrived numeric) on w.entry_key = line.entry_key
    where line.supply_id = :id`
  const { state, expected_on, warehouse_id } = head
  return { sql, bindings: { id, state, expected_on, warehouse_id, lines: lines && JSON.stringify(lines) } }
}

async function standing(trx: Knex.Transaction, id: string, version: string | null): Promise<StandingSupply> {
  const { rows } = await trx.raw<{ rows: { version: string }[] }>(
    `select ${SUPPLY_VERSION} as version from supply s where s.id = :id and s.deleted_at is null for update`,
    { id }
  )
  const listing = rows[0] && (await supplyListing(trx, { id }))
  if (!listing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Supply with id ${id} was not found`)
  }
  refuseForeign(listing, version)
  return readSupply(trx, { id, head: { ...listing, warehouse_id: listing.warehouse?.id ?? null } })
}

function refuseForeign({ id, number, source, state, updated_at }: SupplyListing, version: string | null): void {
  if (source === "erp") {
    throw refusal(`Supply ${number} (${id}) comes from the ERP: it is changed there.`, "erp_owned")
  }
  if (state === "arrived" || state === "cancelled") {
    throw refusal(`Supply ${number} (${id}) is over: it is ${state}.`, "supply_closed")
  }
  if (version !== null && version !== updated_at) {
    throw refusal(`Supply ${number} (${id}) was changed meanwhile, at ${updated_at}: read it again.`, "changed_meanwhile")
  }
}

async function readSupply(trx: Knex.Transaction, { id, head }: { id: string; head: SupplyHead }): Promise<StandingSupply> {
  const { number, state, expected_on, warehouse_id, supplier_name, comment } = head
  const lines = await listSupplyLines(trx, { supply_id: id, limit: MAX_LINES, offset: 0 })
  return {
    ...{ number, state, expected_on, warehouse_id, supplier_name, comment },
    lines: lines.map(({ entry_key, article, quantity, arrived }) => ({ entry_key, article, quantity, arrived })),
  }
}

function refuseMove(before: SupplyHead, { state, number }: SupplyHead): void {
  if (!canMove(before.state, state)) {
    throw refusal(`Supply ${number} is ${before.state} and cannot become ${state} again.`, "supply_move_refused")
  }
}

/** Whoever else takes the number waits, and then sees it taken. */
const NUMBER_ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.supply.' || :number, 0))`

async function refuseUnknown(trx: Knex.Transaction, { id, head }: { id: string; head: SupplyHead }): Promise<void> {
  await trx.raw(NUMBER_ALONE, { number: head.number })
  const { rows } = await trx.raw<{ rows: { is_taken: boolean; has_warehouse: boolean }[] }>(
    `select exists (select from supply where source = 'portal' and deleted_at is null and number = :number and id <> :id) as is_taken,
       cast(:warehouse_id as text) is null or exists (select from stock_location where id = :warehouse_id and deleted_at is null) as has_warehouse`,
    { id, number: head.number, warehouse_id: head.warehouse_id }
  )
  if (rows[0]?.is_taken) {
    throw refusal(`There is a supply ${head.number} already.`, "supply_number_taken")
  }
  if (!rows[0]?.has_warehouse) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no warehouse ${head.warehouse_id}.`, "warehouse_unknown")
  }
}

async function resolveLines(trx: Knex.Transaction, lines: ToldLine[], before: StandingSupply | null): Promise<WrittenLine[]> {
  const known = new Map((before?.lines ?? []).map(({ entry_key, arrived }) => [entry_key, arrived]))
  const variants = lines.flatMap(({ variant_id }) => variant_id ?? [])
  const articles = lines.flatMap(({ variant_id, article }) => (variant_id ? [] : (article ?? [])))
  const byVariant = await entriesByVariants(trx, variants, null)
  const byArticle = await entriesByArticles(trx, articles, null)
  const seen = new Set<number>()
  return lines.map(({ variant_id, article, quantity, arrived }, index) => {
    const found = variant_id ? byVariant.get(variant_id) : byArticle.get(article ?? "")
    const name = `«${variant_id ?? article ?? ""}» of line ${index + 1}`
    if (found?.outcome === "ambiguous") {
      throw invalid(`Several products have the article ${name}: name one by its variant.`, "product_ambiguous")
    }
    if (!found || found.outcome === "unknown") {
      throw invalid(`No product ${name} is known.`, "product_unknown")
    }
    const { entry_key } = found.entry
    if (seen.has(entry_key)) {
      throw invalid(`The product ${name} stands in another line already.`, "product_repeated")
    }
    seen.add(entry_key)
    return { entry_key, quantity, arrived: arrived ?? known.get(entry_key) ?? "0" }
  })
}

/** What was promised must be released first; the check of the table is the last word. */
async function refusePromised(
  trx: Knex.Transaction,
  { id, head, wanted }: { id: string; head: SupplyHead; wanted: WrittenLine[] | null }
): Promise<void> {
  const { rows } = await trx.raw<{ rows: { article: string | null; promised: string }[] }>(
    `select e.article, trim_scale(l.promised)::text as promised
     from supply_line l join catalog_entry e on e.key = l.entry_key
     left join jsonb_to_recordset(cast(:wanted as jsonb)) as w (entry_key int, quantity numeric, arrived numeric) on w.entry_key = l.entry_key
     where l.supply_id = :id and l.promised > case
       when cast(:state as text) in ('arrived', 'cancelled') then 0
       when cast(:wanted as jsonb) is null then l.promised
       else greatest(coalesce(w.quantity - greatest(w.arrived, l.served), 0), 0) end
     order by l.entry_key limit 1`,
    { id, state: head.state, wanted: wanted && JSON.stringify(wanted) }
  )
  const [first] = rows
  if (first) {
    throw refusal(`${first.promised} of «${first.article}» in supply ${head.number} were promised: release that first.`, "supply_promised")
  }
}

const refusal = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
const invalid = (message: string, code: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
