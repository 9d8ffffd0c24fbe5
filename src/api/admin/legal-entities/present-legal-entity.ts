import type { InferTypeOf } from "@medusajs/framework/types"
import type { Employee, LegalEntity } from "../../../modules/company/models"

type EntityRow = Omit<InferTypeOf<typeof LegalEntity>, "contracts" | "memberships" | "holding"> & {
  holding?: { id: string; name: string } | null
}

/** The fields of an entity that staff see. */
export function presentLegalEntity(entity: EntityRow) {
  const { id, name, official_name, inn, kpp, address, is_head, state, state_reason, state_source, as_of, holding } = entity
  return {
    id,
    name,
    official_name,
    inn,
    kpp,
    address,
    is_head,
    state,
    state_reason,
    state_source,
    as_of,
    holding: holding ? { id: holding.id, name: holding.name } : null,
  }
}

/** The fields of a person that staff see. */
export function presentEmployee(employee: Omit<InferTypeOf<typeof Employee>, "memberships">) {
  const { id, name, email, phone, role, state } = employee
  return { id, name, email, phone, role, state }
}
