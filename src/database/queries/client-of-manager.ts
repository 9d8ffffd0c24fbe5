/** Whose clients a request may see: bindings of every statement with {@link clientOfManager} in it. */
export interface ManagerScope {
  /** Id of the Medusa user, or of the API key. */
  user_id: string
  /** Everything, whatever is assigned to whom. */
  sees_all: boolean
}

/**
 * SQL condition: the legal entity under this alias is a client of the manager, by itself or through its holding. Bindings are those of
 * {@link ManagerScope}.
 */
export function clientOfManager(alias: string): string {
  return `(cast(:sees_all as boolean) or ${assignedTo(alias, ":user_id")})`
}

/**
 * SQL condition: the legal entity under this alias is assigned to the user, by itself or through its holding. Two lists instead of one
 * condition per row, since the planner hashes a list once.
 */
export function assignedTo(alias: string, user: string): string {
  return `(${alias}.id in (select legal_entity_id from manager_assignment where user_id = ${user} and legal_entity_id is not null and deleted_at is null)
    or ${alias}.holding_id in (select holding_id from manager_assignment where user_id = ${user} and holding_id is not null and deleted_at is null))`
}
