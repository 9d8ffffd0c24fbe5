import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { codeOf, LOCK_NOT_AVAILABLE } from "../pricing/in-rules-transaction"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { mirror } from "../price-types/save-price-type"
import type { ImportMode, PriceImport } from "./keep-import"
import { readImport } from "./read-import"
import { stateOfPrices } from "./standing-prices"
import { REPOSITIONED } from "./subjects/position"
import { CHANGED_TYPE_PRICES } from "./subjects/price-type"
import { STATEMENTS } from "./subjects/statements"
import type { FileSubject } from "./subjects/subject"

/** Longer than a load of the ERP should hold the prices. */
const LOCK_TIMEOUT_MS = 15_000

export interface ImportOrder {
  id: string
  mode: ImportMode
  /** Applies the good rows although others are problems. */
  skip_problems: boolean
}

/**
 * Applies the differences that were shown, and nothing else. The same order again changes nothing.
 *
 * @returns the import, and whether it was applied by this call
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED `import_applied` in the other mode, `import_has_problems`, `changed_meanwhile`, `prices_busy`
 */
export async function applyImport(
  trx: Knex.Transaction,
  { id, mode, skip_problems }: ImportOrder
): Promise<{ found: PriceImport; is_applied: boolean }> {
  const found = await readImport(trx, id, { forUpdate: true })
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price import with id: ${id} was not found`)
  }
  if (found.applied_mode === mode) {
    return { found, is_applied: false }
  }
  if (found.applied_mode !== null) {
    throw refusal(`Price import ${id} was applied already, as ${found.applied_mode}.`, "import_applied")
  }
  if (found.counts.problem > 0 && !skip_problems) {
    throw refusal(
      `${found.counts.problem} rows of ${found.file_name} cannot be applied; the rest is when \`skip_problems\` is true.`,
      "import_has_problems"
    )
  }
  await lockPrices(trx, subjectOf(found))
  // An edit was compared with what it names alone, under this very lock.
  if (mode !== "edit" && (await stateOfPrices(trx, subjectOf(found))) !== found.state) {
    throw refusal(
      `What stands of ${found.kind} ${found.subject_id} changed since ${found.file_name} was compared with them.`,
      "changed_meanwhile"
    )
  }
  const { ready, put, remove } = STATEMENTS[found.kind]
  await write(trx, found, [...ready, ...put, ...(mode === "add" ? [] : remove)])
  await trx.raw(`update price_import set applied_mode = :mode, applied_at = now() where id = :id`, { id, mode })
  return { found: { ...found, applied_mode: mode }, is_applied: true }
}

const subjectOf = ({ kind, subject_id: id }: PriceImport): FileSubject => ({ kind, id })

/** Puts the prices back as they were before the import; what the ERP has said since stays. */
export async function undoImport(trx: Knex.Transaction, id: string): Promise<void> {
  const found = await readImport(trx, id, { forUpdate: true })
  if (found) {
    await lockPrices(trx, subjectOf(found))
    const { takeBack, putBack } = STATEMENTS[found.kind]
    await write(trx, found, [...takeBack, ...putBack])
    await trx.raw(`update price_import set applied_mode = null, applied_at = null where id = :id`, { id })
  }
}

async function write(trx: Knex.Transaction, { id, kind, subject_id }: PriceImport, statements: string[]): Promise<void> {
  let written = 0
  for (const statement of statements) {
    written += (await trx.raw<{ rowCount: number }>(statement, { id, subject_id })).rowCount
  }
  if (kind === "price_type" && written > 0) {
    await trx.raw(`update price_type set as_of = now() where id = :subject_id`, { subject_id })
    await trx.raw(CHANGED_TYPE_PRICES, { id, subject_id })
    await mirror(trx, "load_price_change")
  }
  if (kind === "position") {
    const { rows } = await trx.raw<{ rows: { product_id: string }[] }>(REPOSITIONED, { id })
    await refreshCatalogEntries(trx, { productIds: rows.map(({ product_id }) => product_id) })
  }
}

/** Keeps writers off what the subject is among, until the transaction ends. Throws NOT_ALLOWED `prices_busy`. */
export async function lockPrices(trx: Knex.Transaction, { kind, id: subject_id }: FileSubject): Promise<void> {
  await trx.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
  try {
    await trx.raw(STATEMENTS[kind].lock, { subject_id })
  } catch (error) {
    throw codeOf(error) === LOCK_NOT_AVAILABLE
      ? refusal("A load of the ERP is writing prices or stock at this moment. Try again in a minute.", "prices_busy")
      : error
  }
}

function refusal(message: string, code: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
}
