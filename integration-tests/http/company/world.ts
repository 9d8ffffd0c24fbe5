import { SYSTEM_ACTOR } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { setEmployeeStateWorkflow } from "../../../src/workflows/company/set-employee-state"
import { createContract } from "../../helpers/create-contract"
import { createCustomerSession } from "../../helpers/create-customer-session"
import { createHolding } from "../../helpers/create-holding"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createStorefront } from "../../helpers/create-storefront"

/**
 * A holding of a head and two children, a stranger beside it, and people in every position. Each entity has one contract. The blocked
 * person's session was opened before the block.
 */
export async function createWorld(container: MedusaContainer) {
  const storefront = await createStorefront(container)
  const { head, children } = await createHolding(container, { children: 2 })
  const [child, sibling] = children
  const stranger = await createLegalEntity(container)
  if (!child || !sibling) {
    throw new Error("The holding needs two children")
  }
  const entities = { head, child, sibling, stranger }
  const contracts = {
    head: await createContract(container, { legal_entity_id: head.id }),
    child: await createContract(container, { legal_entity_id: child.id }),
    sibling: await createContract(container, { legal_entity_id: sibling.id }),
    stranger: await createContract(container, { legal_entity_id: stranger.id }),
  }
  const person = (legal_entity_id: string, role: "superuser" | "ordinary") =>
    createSignedInEmployee(container, storefront, { legal_entity_id, role })
  const people = {
    head: await person(head.id, "superuser"),
    clerk: await person(head.id, "ordinary"),
    child: await person(child.id, "superuser"),
    sibling: await person(sibling.id, "superuser"),
    stranger: await person(stranger.id, "superuser"),
    blocked: await person(child.id, "superuser"),
  }
  await setEmployeeStateWorkflow(container).run({ input: { employee_id: people.blocked.id, state: "blocked", actor: SYSTEM_ACTOR } })
  const outsider = await createCustomerSession(container, storefront)
  return { storefront, entities, contracts, people, outsider }
}

export type World = Awaited<ReturnType<typeof createWorld>>
