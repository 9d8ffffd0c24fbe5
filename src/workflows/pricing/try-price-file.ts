import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { type ImportCounts, keepImport, type NewPriceImport } from "../../database/price-imports/keep-import"
import { rowKeys, standingPrices, stateOfPrices } from "../../database/price-imports/standing-prices"
import type { FileSubject } from "../../database/price-imports/subjects/subject"
import { entriesByArticles, entriesByVariants } from "../../database/queries/entries-by-articles"
import type { ArticleResolution } from "../../modules/catalog/rules/resolve-article"
import { comparePrices, type PriceDifference, problem, type WantedPrice } from "../../modules/contract-pricing/rules/compare-prices"
import { beginningOf, coefficientOf, type PricedUnit } from "../../modules/contract-pricing/rules/unit-of-price"
import { listUnits } from "../../modules/order-rules/sql/list-units"
import { DEFAULT_UNIT } from "../../modules/order-rules/types"
import { requireSubject } from "./require-subject"
import { type PriceFile, type PriceFileRow, readPriceFile } from "./files/read-price-file"

export interface TryPriceFileInput {
  subject: FileSubject
  file: { buffer: Buffer; filename: string }
  /** Prices that move by more percent than this are marked. */
  mark_percent: string
  /** Id of the user. */
  created_by: string | null
}

/**
 * Compares a file of prices, stock or sort numbers with those that stand, and keeps the differences to be looked at and applied. No price changes. The comparison and the
 * state that it is of are read in one snapshot.
 *
 * @returns id of the import
 * @throws MedusaError NOT_FOUND; `erp_owned` for a price type or warehouse whose rows the next load would bring back; `price_file_…`
 */
export async function tryPriceFile(db: Knex, { subject, file, mark_percent, created_by }: TryPriceFileInput): Promise<string> {
  await requireSubject(db, subject, { forChange: true })
  const rows = await readPriceFile(file, subject.kind)
  const head = {
    ...{ mark_percent, created_by, file_name: file.filename.slice(0, 200) },
    file_sha256: createHash("sha256").update(file.buffer).digest("hex"),
  }
  return db.transaction((trx) => tryPrices(trx, subject, { head, ...rows }), { isolationLevel: "repeatable read" })
}

interface TriedPrices extends PriceFile {
  head: Pick<NewPriceImport, "mark_percent" | "created_by" | "file_name" | "file_sha256">
  /** Compares and tells what the rows name alone, under the lock of prices: nothing is ever going to be replaced by them. */
  isEdit?: true
}

/** Keeps what rows would change of the prices that stand. Returns the id of the import. */
export async function tryPrices(trx: Knex.Transaction, subject: FileSubject, { head, rows, faults, isEdit }: TriedPrices): Promise<string> {
  const id = generateEntityId(undefined, "pimp")
  const state = isEdit ? "" : await stateOfPrices(trx, subject)
  const entryOf = await resolveRows(trx, [...rows, ...faults])
  const tellerOf = await tellersOf(trx, subject, { rows: [...rows, ...faults], entryOf })
  const { wanted, problems } = await wantedPrices(trx, rows, { entryOf, tellerOf })
  const faulty = faults.map((row) => tellerOf(keyOf(entryOf(row))))
  const spared = new Set([...faulty, ...problems.map((row) => row.entry_key)].filter((key) => key !== null))
  const standing = await standingPrices(trx, subject, isEdit ? [...new Set(wanted.map(({ entry_key }) => entry_key))] : null)
  const compared = comparePrices(standing, wanted, { mark_percent: head.mark_percent, spared })
  // A warehouse that has nothing of a product keeps a level of it, which no file takes away.
  const isEmptyLevel = ({ status, old_amount }: PriceDifference) => subject.kind === "stock" && status === "removed" && old_amount === "0"
  const changes = compared.differences.filter((row) => !isEmptyLevel(row) && !(isEdit && row.file_row === null))
  const differences = inOrderOfFile([...faults.map(({ code, ...row }) => problem(row, code)), ...problems, ...changes])
  const counts = countsOf(differences, compared.unchanged)
  await keepImport(trx, { id, kind: subject.kind, subject_id: subject.id, state, counts, ...head }, differences)
  return id
}

type NamedRow = Pick<PriceFileRow, "article" | "variant_id">
type EntryOf = (row: NamedRow) => ArticleResolution | undefined

/** Finds the product of each row: by its id where the file has it, else by its article. */
async function resolveRows(db: Knex, rows: NamedRow[]): Promise<EntryOf> {
  const byId = await entriesByVariants(db, [...new Set(rows.flatMap(({ variant_id }) => variant_id || []))], null)
  const isKnown = ({ variant_id }: NamedRow) => (byId.get(variant_id)?.outcome ?? "unknown") !== "unknown"
  const articles = new Set(rows.filter((row) => !isKnown(row)).flatMap(({ article }) => article || []))
  const byArticle = await entriesByArticles(db, [...articles], null)
  return (row) => (isKnown(row) ? byId.get(row.variant_id) : byArticle.get(row.article))
}

/** What is not sold now may have a price all the same. */
function keyOf(found: ArticleResolution | undefined): number | null {
  return found?.outcome === "found" || found?.outcome === "not_listed" ? found.entry.entry_key : null
}

/** The entry by which a file tells of this one; null where it cannot. */
type TellerOf = (entryKey: number | null) => number | null

async function tellersOf(db: Knex, subject: FileSubject, { rows, entryOf }: { rows: NamedRow[]; entryOf: EntryOf }): Promise<TellerOf> {
  const keys = await rowKeys(db, subject, rows.flatMap((row) => keyOf(entryOf(row)) ?? [])) // prettier-ignore
  return (entryKey) => (entryKey !== null && keys.has(entryKey) ? (keys.get(entryKey) ?? null) : entryKey)
}

async function wantedPrices(
  db: Knex,
  rows: PriceFileRow[],
  { entryOf, tellerOf }: { entryOf: EntryOf; tellerOf: TellerOf }
): Promise<{ wanted: WantedPrice[]; problems: PriceDifference[] }> {
  const wanted: WantedPrice[] = []
  const problems: PriceDifference[] = []
  const unitsOf = await unitsOfRows(db, rows, entryOf)
  for (const row of rows) {
    const found = entryOf(row)
    const entry_key = keyOf(found)
    if (entry_key === null) {
      problems.push(
        ...(row.amount === null ? [] : [problem(row, found?.outcome === "ambiguous" ? "article_ambiguous" : "article_unknown")])
      )
      continue
    }
    const teller = tellerOf(entry_key)
    if (teller === null) {
      problems.push({ ...problem(row, "not_counted"), entry_key })
      continue
    }
    const coefficient = coefficientOf(row.unit, unitsOf.get(entry_key) ?? [DEFAULT_UNIT])
    if (coefficient === null) {
      problems.push({ ...problem(row, "unit_unknown"), entry_key })
    } else {
      wanted.push({
        ...row,
        article: articleOf(row, found),
        entry_key: teller,
        coefficient,
        from_quantity: beginningOf({ ...row, coefficient }),
      })
    }
  }
  return { wanted, problems }
}

/** A row that names its product by id alone is told by the article all the same. */
function articleOf({ article, variant_id }: NamedRow, found: ArticleResolution | undefined): string {
  const known = found?.outcome === "found" || found?.outcome === "not_listed" ? found.entry.article : null
  return article === variant_id ? (known ?? article) : article
}

/** Units of the products whose rows name one. */
async function unitsOfRows(db: Knex, rows: PriceFileRow[], entryOf: EntryOf): Promise<Map<number, PricedUnit[]>> {
  const keys = new Set(rows.flatMap((row) => (row.unit === "" ? [] : (keyOf(entryOf(row)) ?? []))))
  const units = new Map<number, PricedUnit[]>()
  for (const { entry_key, ...unit } of keys.size > 0 ? await listUnits(db, [...keys]) : []) {
    units.set(entry_key, [...(units.get(entry_key) ?? []), unit])
  }
  return units
}

/** By the rows of the file; what is not in it comes last. */
function inOrderOfFile(differences: PriceDifference[]): PriceDifference[] {
  const place = ({ file_row }: PriceDifference) => file_row ?? Number.MAX_SAFE_INTEGER
  return differences.sort((a, b) => place(a) - place(b))
}

function countsOf(differences: PriceDifference[], unchanged: number): ImportCounts {
  const counts: ImportCounts = { created: 0, changed: 0, removed: 0, problem: 0, marked: 0, unchanged }
  for (const { status, is_marked } of differences) {
    counts[status]++
    counts.marked += is_marked ? 1 : 0
  }
  return counts
}
