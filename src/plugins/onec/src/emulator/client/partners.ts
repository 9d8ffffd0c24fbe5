import type { Supplier } from "../generate/supplier"
import type { Connection } from "./connection"
import { EmulatorError } from "./error"
import type { PartnerBase, TakeResult } from "./partner-base"
import { readGivenPartners } from "./read-partners"
import { inSession } from "./send"

/** A server that never answers with an empty package would be asked for ever. */
const MAX_QUERIES = 10_000

/** Fetches clients and delivery points that wait on the site and confirms them once they are in 1C's base. */
export async function fetchPartnersInto(base: PartnerBase, supplier: Supplier, connection: Connection): Promise<TakeResult> {
  const total: TakeResult = { legal_entities: 0, delivery_points: 0, new: 0 }
  await inSession(connection, "partners", async (session) => {
    for (let queries = 0; ; queries++) {
      if (queries >= MAX_QUERIES) {
        throw new EmulatorError("too_many_polls", `query: still rows after ${queries} answers, the last must have none`)
      }
      const given = readGivenPartners(await session.queryPartners())
      if (given.legal_entities.length + given.delivery_points.length === 0) {
        break
      }
      const taken = base.take(given, supplier)
      await base.save()
      total.legal_entities += taken.legal_entities
      total.delivery_points += taken.delivery_points
      total.new += taken.new
    }
    await session.confirm()
  })
  return total
}
