import { type ActiveContract, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { resolveDealerScope } from "../../database/queries/resolve-dealer-scope"
import { contractWithAssortment } from "../../database/visibility/contract-with-assortment"
import { decideDealerScope } from "../../modules/company/rules/dealer-scope"

/** Whether a customer is a dealer's employee, and the contract he works under now. */
export type CustomerContract = { is_employee: false } | { is_employee: true; contract: ActiveContract | null }

/** The same decision as on every store request, for flows that start from a customer. */
export async function activeContractOf(db: Knex, customerId: string | null | undefined): Promise<CustomerContract> {
  const facts = customerId ? await resolveDealerScope(db, { customer_id: customerId }) : null
  if (!facts || !customerId) {
    return { is_employee: false }
  }
  const { contract } = decideDealerScope(customerId, facts, today())
  return { is_employee: true, contract: await contractWithAssortment(db, facts, contract) }
}
