import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clientOfManager, type ManagerScope } from "./client-of-manager"
import { personMatches, personSearch, type PersonSearch } from "./person-search"

export interface ClientFilter {
  /** Part of the name, the ИНН, or a person's name, e-mail or phone; at least one character. */
  q?: string | undefined
  state?: string | undefined
  holding_id?: string | undefined
  /** Only what is assigned to the user himself, though he may see more. */
  mine?: boolean | undefined
}

export interface ClientPage {
  /** Ids of legal entities by name. */
  ids: string[]
  count: number
}

/** The expression is that of the trigram index (Migration20261122110030). */
const ENTITY_WORDS = `lower(translate(e.name || ' ' || coalesce(e.official_name, '') || ' ' || coalesce(e.inn, ''), 'Ёё', 'Ее'))`

const BY_ENTITY = `select e.id from legal_entity e where e.deleted_at is null and ${ENTITY_WORDS} like :words`

function byPerson(condition: string): string {
  return `select m.legal_entity_id from employee p join employee_membership m on m.employee_id = p.id and m.deleted_at is null
    where p.deleted_at is null and ${condition}`
}

/** Ids of the entities that a search finds, by themselves or by one of their people. */
function foundBy(search: PersonSearch): string {
  return [BY_ENTITY, ...personMatches(search).map(byPerson)].join(" union ")
}

/** One page of the clients that a manager sees. */
export async function listClients(
  db: Knex,
  input: { filter: ClientFilter; scope: ManagerScope; limit: number; offset: number }
): Promise<ClientPage> {
  const { filter, scope, limit, offset } = input
  const { q, state, holding_id, mine } = filter
  const search = q === undefined ? null : personSearch(q)
  const conditions = [
    "le.deleted_at is null",
    ...(scope.sees_all && !mine ? [] : [clientOfManager("le")]),
    ...(state === undefined ? [] : ["le.state = :state"]),
    ...(holding_id === undefined ? [] : ["le.holding_id = :holding_id"]),
    ...(search ? [`le.id in (${foundBy(search)})`] : []),
  ]
  const bindings = {
    user_id: scope.user_id,
    sees_all: scope.sees_all && !mine,
    ...(state === undefined ? {} : { state }),
    ...(holding_id === undefined ? {} : { holding_id }),
    ...search,
    limit,
    offset,
  }
  const { rows } = await db.raw<{ rows: { ids: string[] | null; count: number }[] }>(sql(conditions), bindings)
  return { ids: rows[0]?.ids ?? [], count: rows[0]?.count ?? 0 }
}

function sql(conditions: string[]): string {
  return `
    with found as materialized (select le.id, le.name from legal_entity le where ${conditions.join(" and ")})
    select (select count(*)::int from found) as count,
      (select array_agg(id order by name ${AS_READ}, id) from (select id, name from found order by name ${AS_READ}, id limit :limit offset :offset) page) as ids`
}
