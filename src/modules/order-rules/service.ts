import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { listQuantityRules } from "./sql/list-quantity-rules"
import { listUnits } from "./sql/list-units"
import { setQuantityRules } from "./sql/set-quantity-rules"
import type { EntryQuantityRule, SalesUnit } from "./types"

interface Dependencies {
  __pg_connection__: Knex
}

/** Entries in one call: as many rows as the largest order form has. */
const MAX_ENTRIES = 20_000

/** In which units and quantities products are sold. Bulk loads from the ERP go past it, in `src/database/loads`. */
export default class OrderRulesModuleService {
  private readonly knex: Knex

  constructor({ __pg_connection__ }: Dependencies) {
    this.knex = __pg_connection__
  }

  /**
   * Creates or replaces the rules of entries; of two for the same entry the later holds.
   *
   * @returns how many were new or changed
   * @throws MedusaError INVALID_DATA for more than 20,000 entries
   */
  async setQuantityRules(rules: EntryQuantityRule[]): Promise<number> {
    const latest = [...new Map(rules.map((rule) => [rule.entry_key, rule])).values()]
    refuseTooMany(latest.length)
    return latest.length === 0 ? 0 : setQuantityRules(this.knex, latest)
  }

  /** Rules of the entries that have one; for the others `DEFAULT_QUANTITY_RULE` holds. */
  async listQuantityRules(entryKeys: number[]): Promise<EntryQuantityRule[]> {
    refuseTooMany(entryKeys.length)
    return entryKeys.length === 0 ? [] : listQuantityRules(this.knex, entryKeys)
  }

  /** Units of the entries that have any, the base unit first; for the others `DEFAULT_UNIT` holds. */
  async listUnits(entryKeys: number[]): Promise<SalesUnit[]> {
    refuseTooMany(entryKeys.length)
    return entryKeys.length === 0 ? [] : listUnits(this.knex, entryKeys)
  }
}

function refuseTooMany(count: number): void {
  if (count <= MAX_ENTRIES) return
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${count} entries in one call are more than ${MAX_ENTRIES}`)
}
