import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { listEntries } from "./sql/list-entries"
import type { CatalogEntry } from "./types"

interface Dependencies {
  __pg_connection__: Knex
}

/** Variants in one call: as many rows as the largest order form has. */
const MAX_VARIANTS = 20_000

/** The dealer catalogue: one row a variant. It is written by `src/database/loads/refresh-catalog-entries.ts` alone. */
export default class CatalogModuleService {
  private readonly knex: Knex

  constructor({ __pg_connection__ }: Dependencies) {
    this.knex = __pg_connection__
  }

  /**
   * Entries of the variants that have one, by key.
   *
   * @throws MedusaError INVALID_DATA for more than 20,000 variants
   */
  async listEntries(variantIds: string[]): Promise<CatalogEntry[]> {
    if (variantIds.length > MAX_VARIANTS) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `${variantIds.length} variants in one call are more than ${MAX_VARIANTS}`)
    }
    return variantIds.length === 0 ? [] : listEntries(this.knex, variantIds)
  }
}
