import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { resolveDealerScope } from "../../database/queries/resolve-dealer-scope"
import { decideDealerScope } from "../../modules/company/rules/dealer-scope"
import { entitiesOfRight } from "../../modules/company/rules/reach-of-scope"

/** Whether he sees orders of the entity still, as every request of his would find: who has left it is told no more of them. */
export async function seesOrdersOf(db: Knex, legal_entity_id: string, customer_id: string): Promise<boolean> {
  const facts = await resolveDealerScope(db, { customer_id })
  return (
    facts?.state === "active" && entitiesOfRight(decideDealerScope(customer_id, facts, today()), "order", "view").includes(legal_entity_id)
  )
}
