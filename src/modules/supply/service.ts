import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { findSupply } from "./sql/find-supply"
import type { Supply } from "./types"

interface Dependencies {
  __pg_connection__: Knex
}

/** Inbound supplies. Sets of them are written by `src/database/loads/merge/merge-supplies.ts` and `src/database/supplies`. */
export default class SupplyModuleService {
  private readonly knex: Knex

  constructor({ __pg_connection__ }: Dependencies) {
    this.knex = __pg_connection__
  }

  /** @throws MedusaError NOT_FOUND where there is none, or it was deleted */
  async retrieveSupply(id: string): Promise<Supply> {
    const supply = await findSupply(this.knex, id)
    if (!supply) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Supply ${id} was not found`)
    }
    return supply
  }
}
