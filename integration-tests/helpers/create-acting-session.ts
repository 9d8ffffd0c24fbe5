import { SYSTEM_ACTOR } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { actingToken } from "../../src/api/acting"
import { startActingSessionWorkflow } from "../../src/workflows/company/start-acting-session"
import { createManagerSession } from "./create-staff-session"

/** Headers of a manager of these entities who is signed in as the employee; he is made for the purpose. */
export async function createActingSession(
  container: MedusaContainer,
  storefront: { headers: Record<string, string> },
  { employee_id, legal_entity_ids }: { employee_id: string; legal_entity_ids: string[] }
) {
  const { user_id } = await createManagerSession(container, { role: "manager", legal_entity_ids })
  const actor = { ...SYSTEM_ACTOR, kind: "user" as const, id: user_id, name: "Staff" }
  const input = { employee_id, reason: "An order by phone", ttl_minutes: 60, actor }
  const { result } = await startActingSessionWorkflow(container).run({ input })
  const token = actingToken(container, { session_id: result.id, customer_id: result.customer_id, ttl_minutes: input.ttl_minutes })
  return { session_id: result.id, headers: { ...storefront.headers, authorization: `Bearer ${token}` } }
}
