import type { Actor } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { planSupply, type ToldSupply } from "../../database/supplies/plan-supply"
import { type SavedSupply, saveSupply } from "../../database/supplies/save-supply"
import { type FaultySupplyRow, isFaulty, readSupplyFile, type SupplyFile, type SupplyFileRow } from "./read-supply-file"
import { saveSupplyWorkflow } from "./save-supply"

/** Supplies of one file: each is written, logged and announced by itself. */
export const IMPORTED_MAX = 200

export interface ImportedSupply {
  number: string
  line_count: number
  result: "created" | "changed" | "unchanged" | "refused"
  /** Of what was refused. */
  code: string | null
  message: string | null
}

export interface SupplyImport {
  is_applied: boolean
  supplies: ImportedSupply[]
  /** Rows that are not understood; the supplies they are about are refused. */
  faults: FaultySupplyRow[]
}

interface ImportInput {
  file: { buffer: Buffer; filename: string }
  /** False: nothing is written, and the answer tells what would be. */
  apply: boolean
  actor: Actor
}

/**
 * Makes and changes supplies of the portal by a file, found by their numbers. The lines of the file are all that a supply has; what it does not say
 * of a supply is kept. A supply that cannot be is refused as a whole, the others are written.
 *
 * @throws MedusaError INVALID_DATA `price_file_…` when the file cannot be used, `too_many_supplies` for more than 200 of them
 */
export async function importSupplies(container: MedusaContainer, { file, apply, actor }: ImportInput): Promise<SupplyImport> {
  const read = await readSupplyFile(file)
  const told = suppliesIn(read)
  if (told.length > IMPORTED_MAX) {
    const message = `The file has ${told.length} supplies, ${IMPORTED_MAX} are taken at once.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "too_many_supplies")
  }
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const supplies = apply
    ? await oneByOne(told, async (each) => {
        const { result } = await saveSupplyWorkflow(container).run({ input: { ...(await planSupply(db, each)), actor } })
        return result
      })
    : await tried(db, told)
  return { is_applied: apply, supplies, faults: read.faults }
}

/** Each in a savepoint of a transaction that is rolled back. */
async function tried(db: Knex, told: FiledSupply[]): Promise<ImportedSupply[]> {
  const trx = await db.transaction()
  try {
    return await oneByOne(told, (each) => trx.transaction(async (inner) => saveSupply(inner, await planSupply(inner, each))))
  } finally {
    await trx.rollback()
  }
}

type FiledSupply = ToldSupply & { refusal: { code: string; message: string } | null }

async function oneByOne(told: FiledSupply[], save: (supply: ToldSupply) => Promise<SavedSupply>): Promise<ImportedSupply[]> {
  const results: ImportedSupply[] = []
  for (const { refusal, ...supply } of told) {
    const { number, lines } = supply
    const outcome = refusal ? { result: "refused" as const, ...refusal } : await outcomeOf(() => save(supply))
    results.push({ number, line_count: lines.length, ...outcome })
  }
  return results
}

/** A refusal that a person can act on is a result; anything else is not. */
async function outcomeOf(save: () => Promise<SavedSupply>): Promise<Pick<ImportedSupply, "result" | "code" | "message">> {
  try {
    const { before, is_changed } = await save()
    return { result: before === null ? "created" : is_changed ? "changed" : "unchanged", code: null, message: null }
  } catch (error) {
    // What fails in a workflow comes out of it as a copy, which is an instance of nothing.
    if (MedusaError.isMedusaError(error) && error.code) {
      return { result: "refused", code: error.code, message: error.message }
    }
    throw error
  }
}

/** Rows by the number of their supply, in the order of the file. Day, warehouse and supplier may stand in some of its rows, and be told once. */
function suppliesIn({ rows, faults }: SupplyFile): FiledSupply[] {
  const byNumber = new Map<string, (SupplyFileRow | FaultySupplyRow)[]>()
  for (const row of [...rows, ...faults].filter(({ number }) => number !== "").sort((a, b) => a.file_row - b.file_row)) {
    const own = byNumber.get(row.number) ?? []
    own.push(row)
    byNumber.set(row.number, own)
  }
  return [...byNumber].map(([number, all]) => {
    const own = all.filter((row): row is SupplyFileRow => !isFaulty(row))
    const faulty = all.find(isFaulty)
    const [expected_on, warehouse, supplier] = (["expected_on", "warehouse", "supplier"] as const).map((column) => toldOnce(own, column))
    const differing = [expected_on, warehouse, supplier].includes(undefined)
    return {
      ...{ number, expected_on: expected_on ?? null, warehouse: warehouse ?? null, supplier: supplier ?? null },
      lines: own.map(({ article, quantity, arrived }) => ({ article, quantity, arrived: arrived ?? undefined })),
      refusal: refusalOf(number, { faulty, differing }),
    }
  })
}

/** The one value of a column; null where no row has any, undefined where they differ. */
function toldOnce(rows: SupplyFileRow[], column: "expected_on" | "warehouse" | "supplier"): string | null | undefined {
  const values = new Set(rows.flatMap((row) => row[column] ?? []))
  const [first = null] = values
  return values.size > 1 ? undefined : first
}

function refusalOf(
  number: string,
  { faulty, differing }: { faulty: FaultySupplyRow | undefined; differing: boolean }
): FiledSupply["refusal"] {
  if (faulty) {
    return { code: "rows_faulty", message: `Row ${faulty.file_row} of supply ${number} is not understood.` }
  }
  return differing ? { code: "rows_differ", message: `The rows of supply ${number} tell different days, warehouses or suppliers.` } : null
}
