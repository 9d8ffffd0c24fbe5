import { assignedTo } from "../queries/client-of-manager"

/**
 * SQL condition: the application under this alias is a manager's, because it was given to him or is about one of his clients or of their
 * people. Bindings are those of `ManagerScope`.
 */
export function applicationOfManager(alias: string): string {
  const entities = `select le.id from legal_entity le where le.deleted_at is null and ${assignedTo("le", ":user_id")}`
  return `(cast(:sees_all as boolean) or ${alias}.manager_user_id = :user_id
    or ${alias}.from_entity_id in (${entities}) or ${alias}.legal_entity_id in (${entities})
    or ${alias}.employee_id in (
      select m.employee_id from employee_membership m where m.deleted_at is null and m.legal_entity_id in (${entities})))`
}

/**
 * SQL condition: the application under this alias lies within the reach of an employee: his own, and with a right beyond `own` those that
 * were made for the entities, or are about them. Bindings are those of {@link ApplicationReach}.
 */
export function applicationOfDealer(alias: string): string {
  return `(${alias}.employee_id = :employee_id or (not cast(:is_own as boolean)
    and (${alias}.from_entity_id = any(cast(:entity_ids as text[])) or ${alias}.legal_entity_id = any(cast(:entity_ids as text[])))))`
}

export interface ApplicationReach {
  employee_id: string
  /** Only what he made himself. */
  is_own: boolean
  entity_ids: string[]
}
