import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { Client } from "pg"

/** The connection on which the transaction runs: inside a transaction knex always hands out that one. */
export async function transactionClient(trx: Knex.Transaction): Promise<Client> {
  const client: unknown = await trx.client.acquireConnection()
  if (typeof client !== "object" || client === null || !("query" in client)) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The transaction has no PostgreSQL connection.")
  }
  return client as Client
}
