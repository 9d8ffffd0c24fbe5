import type { Refusal } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type PriceRow, type PriceRowText, readPriceRow } from "../../modules/contract-pricing/rules/price-row"
import type { ArticleResolution } from "../../modules/catalog/rules/resolve-article"
import { entriesByArticles, entriesByVariants } from "../queries/entries-by-articles"

/** A row that can be written: product, quantity and first day are its key. */
export interface WantedPrice extends PriceRow {
  entry_key: number
}

/** A row of a set, by its place from 1, with what it is about and whether it can be. */
export type ResolvedRow = { row: number; subject: string | null } & ({ wanted: WantedPrice } | { refusal: Refusal })

/** Reads the rows of a set and finds their products. One row speaks of a key; a second one is refused. */
export async function resolvePriceRows(db: Knex, rows: PriceRowText[]): Promise<ResolvedRow[]> {
  const byArticle = await entriesByArticles(
    db,
    rows.flatMap(({ article, variant_id }) => (variant_id === undefined && article !== undefined ? [article] : [])),
    null
  )
  const byVariant = await entriesByVariants(
    db,
    rows.flatMap(({ variant_id }) => variant_id ?? []),
    null
  )
  const seen = new Map<string, number>()
  return rows.map((text, index): ResolvedRow => {
    const row = index + 1
    const subject = text.variant_id ?? text.article ?? null
    const read = readPriceRow(text)
    if ("refusal" in read) {
      return { row, subject, refusal: read.refusal }
    }
    const found = text.variant_id === undefined ? byArticle.get(text.article ?? "") : byVariant.get(text.variant_id)
    const entry_key = entryKeyOf(found)
    if (entry_key === null) {
      return { row, subject, refusal: unknownProduct(found, subject) }
    }
    const wanted = { ...read.row, entry_key }
    const first = seen.get(priceKey(wanted))
    if (first !== undefined) {
      const message = `Row ${row} speaks of ${subject} from ${wanted.from_quantity} and the same day on once more, after row ${first}.`
      return { row, subject, refusal: { code: "row_repeated", message, subject, details: { row: first } } }
    }
    seen.set(priceKey(wanted), row)
    return { row, subject, wanted }
  })
}

/** What names a price within its contract. */
export function priceKey({ entry_key, from_quantity, starts_on }: Pick<WantedPrice, "entry_key" | "from_quantity" | "starts_on">): string {
  return `${entry_key} ${from_quantity} ${starts_on ?? ""}`
}

function entryKeyOf(found: ArticleResolution | undefined): number | null {
  return found?.outcome === "found" || found?.outcome === "not_listed" ? found.entry.entry_key : null
}

function unknownProduct(found: ArticleResolution | undefined, subject: string | null): Refusal {
  return found?.outcome === "ambiguous"
    ? {
        code: "product_ambiguous",
        message: `Several products have the article ${subject}: name one by its variant.`,
        subject,
        details: { variant_ids: found.candidates.map(({ variant_id }) => variant_id) },
      }
    : { code: "product_unknown", message: `No product ${subject} is known.`, subject }
}
