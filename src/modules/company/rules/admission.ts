/**
 * The role of a person whom acceptance makes: who brings a company in manages its people. An entity that has people already is not handed
 * over to whoever names its ИНН; its own superuser may raise him.
 */
export function roleOfApplicant(entity: { has_people: boolean }): "superuser" | "ordinary" {
  return entity.has_people ? "ordinary" : "superuser"
}

/** Who accepts an application. */
export interface Decider {
  user_id: string
  sees_all: boolean
}

/** Who looks after a new entity: whom the application was given to, else the manager who accepts it; nobody where a lead does. */
export function managerOfNewEntity(application: { manager_user_id: string | null }, decider: Decider): string | null {
  return application.manager_user_id ?? (decider.sees_all ? null : decider.user_id)
}
