import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { codeOf, LOCK_NOT_AVAILABLE } from "../pricing/in-rules-transaction"
import { mirror } from "../price-types/save-price-type"
import type { ImportMode, PriceImport } from "./keep-import"
import { readImport } from "./read-import"
import { stateOfPrices } from "./standing-prices"

/** Longer than a load of the ERP should hold the prices. */
const LOCK_TIMEOUT_MS = 15_000

interface Statements {
  /** Nobody writes these prices between the comparison and the end; reading goes on. */
  lock: string
  ready: string[]
  put: string[]
  remove: string[]
  /** The way back. */
  takeBack: string[]
  putBack: string[]
}

const FILE_ROWS = "from price_import_row r where r.import_id = :id"
const TYPE_KEY = "(select key from price_type where id = :subject_id)"
const CONTRACT_KEY = "(select key from pricing_contract where contract_id = :subject_id)"
const SAME_PRICE =
  "p.contract_key = k.key and p.entry_key = r.entry_key and p.from_quantity = r.from_quantity and p.starts_on = r.starts_on and p.source = 'portal'"
const CONTRACT_COLUMNS = "contract_key, entry_key, from_quantity, starts_on, ends_on, amount, source"
/** What the ERP has said meanwhile stays. */
const OVERWRITE = `
  on conflict (contract_key, entry_key, from_quantity, starts_on) do update set ends_on = excluded.ends_on, amount = excluded.amount
  where contract_price.source = 'portal'`

/** What is not in the file goes with a replacement alone. */
const IS_REMOVED = "r.import_id = :id and r.status = 'removed' and (cast(:mode as text) = 'replace' or r.file_row is not null)"
const IS_NEW = "r.status in ('created', 'changed')"
const WAS_THERE = "r.status in ('changed', 'removed')"
const IS_PLAIN = "r.from_quantity = 0"
const SAME_TIER = `p.price_type_key = ${TYPE_KEY} and p.entry_key = r.entry_key and p.from_quantity = r.from_quantity`

/** Writes plain prices and tiers of a type as the file has them, or as they were. */
const putTypePrices = (rows: string, { amount, coefficient }: { amount: string; coefficient: string }): string[] => [
  `insert into type_price (price_type_key, entry_key, amount)
  select ${TYPE_KEY}, r.entry_key, ${amount} ${FILE_ROWS} and ${rows} and ${IS_PLAIN} order by r.entry_key
  on conflict (price_type_key, entry_key) do update set amount = excluded.amount`,
  `insert into type_price_tier (price_type_key, entry_key, from_quantity, coefficient, amount)
  select ${TYPE_KEY}, r.entry_key, r.from_quantity, ${coefficient}, ${amount} ${FILE_ROWS} and ${rows} and not ${IS_PLAIN} order by r.entry_key, r.from_quantity
  on conflict (price_type_key, entry_key, from_quantity) do update set coefficient = excluded.coefficient, amount = excluded.amount`,
]

const removeTypePrices = (rows: string): string[] => [
  `delete from type_price p using price_import_row r where ${rows} and ${IS_PLAIN} and p.price_type_key = ${TYPE_KEY} and p.entry_key = r.entry_key`,
  `delete from type_price_tier p using price_import_row r where ${rows} and not ${IS_PLAIN} and ${SAME_TIER}`,
]

const STATEMENTS: Record<PriceImport["kind"], Statements> = {
  price_type: {
    lock: `lock table type_price, type_price_tier in share row exclusive mode`,
    ready: [],
    put: putTypePrices(IS_NEW, { amount: "r.new_amount", coefficient: "r.coefficient" }),
    remove: removeTypePrices(IS_REMOVED),
    takeBack: removeTypePrices("r.import_id = :id and r.status = 'created'"),
    putBack: putTypePrices(WAS_THERE, { amount: "r.old_amount", coefficient: "r.old_coefficient" }),
  },
  contract: {
    lock: `lock table contract_price in share row exclusive mode`,
    ready: [`insert into pricing_contract (contract_id) select :subject_id where ${CONTRACT_KEY} is null`],
    put: [
      `insert into contract_price (${CONTRACT_COLUMNS})
      select ${CONTRACT_KEY}, r.entry_key, r.from_quantity, r.starts_on, r.ends_on, r.new_amount, 'portal'
      ${FILE_ROWS} and ${IS_NEW} order by r.entry_key, r.from_quantity, r.starts_on ${OVERWRITE}`,
    ],
    remove: [
      `delete from contract_price p using price_import_row r, pricing_contract k
      where ${IS_REMOVED} and k.contract_id = :subject_id and ${SAME_PRICE}`,
    ],
    takeBack: [
      `delete from contract_price p using price_import_row r, pricing_contract k
      where r.import_id = :id and r.status = 'created' and k.contract_id = :subject_id and ${SAME_PRICE}`,
    ],
    putBack: [
      `insert into contract_price (${CONTRACT_COLUMNS})
      select ${CONTRACT_KEY}, r.entry_key, r.from_quantity, r.starts_on, r.old_ends_on, r.old_amount, 'portal'
      ${FILE_ROWS} and ${WAS_THERE} ${OVERWRITE}`,
    ],
  },
}

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
  await lockPrices(trx, found)
  if ((await stateOfPrices(trx, { kind: found.kind, id: found.subject_id })) !== found.state) {
    throw refusal(
      `Prices of ${found.kind} ${found.subject_id} changed since ${found.file_name} was compared with them.`,
      "changed_meanwhile"
    )
  }
  const { ready, put, remove } = STATEMENTS[found.kind]
  await write(trx, { ...found, mode }, [...ready, ...put, ...(mode === "add" ? [] : remove)])
  await trx.raw(`update price_import set applied_mode = :mode, applied_at = now() where id = :id`, { id, mode })
  return { found: { ...found, applied_mode: mode }, is_applied: true }
}

/** Puts the prices back as they were before the import; what the ERP has said since stays. */
export async function undoImport(trx: Knex.Transaction, id: string): Promise<void> {
  const found = await readImport(trx, id, { forUpdate: true })
  if (found) {
    await lockPrices(trx, found)
    const { takeBack, putBack } = STATEMENTS[found.kind]
    await write(trx, { ...found, mode: found.applied_mode }, [...takeBack, ...putBack])
    await trx.raw(`update price_import set applied_mode = null, applied_at = null where id = :id`, { id })
  }
}

type Written = Pick<PriceImport, "id" | "kind" | "subject_id"> & { mode: ImportMode | null }

async function write(trx: Knex.Transaction, { id, kind, subject_id, mode }: Written, statements: string[]): Promise<void> {
  for (const statement of statements) {
    await trx.raw(statement, { id, subject_id, mode })
  }
  if (kind === "price_type") {
    await trx.raw(`update price_type set as_of = now() where id = :subject_id`, { subject_id })
    await trx.raw(CHANGED, { id, subject_id })
    await mirror(trx, "load_price_change")
  }
}

/** What of the type stands otherwise now; of the retail type this is repeated in Medusa's own table. */
const CHANGED = `
  create temporary table load_price_change on commit drop as
  select p.price_type_key, p.entry_key, p.amount
  from price_import_row r join type_price p on p.price_type_key = ${TYPE_KEY} and p.entry_key = r.entry_key where r.import_id = :id and r.status <> 'problem' and r.from_quantity = 0`

/** Keeps writers off the prices of types, or of contracts, until the transaction ends. Throws NOT_ALLOWED `prices_busy`. */
export async function lockPrices(trx: Knex.Transaction, { kind }: Pick<PriceImport, "kind">): Promise<void> {
  await trx.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
  try {
    await trx.raw(STATEMENTS[kind].lock)
  } catch (error) {
    throw codeOf(error) === LOCK_NOT_AVAILABLE
      ? refusal("A load of the ERP is writing prices at this moment. Try again in a minute.", "prices_busy")
      : error
  }
}

function refusal(message: string, code: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
}
