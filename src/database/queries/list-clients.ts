import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { containing } from "../like"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

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

/** Digits fewer than these say nothing about a phone. */
const PHONE_DIGITS_MIN = 4

/** The expressions are those of the trigram indexes (Migration20261122110030): a search by part of a word reads no table as a whole. */
const ENTITY_WORDS = `lower(translate(e.name || ' ' || coalesce(e.official_name, '') || ' ' || coalesce(e.inn, ''), 'Ёё', 'Ее'))`
const PERSON_WORDS = `lower(translate(p.name || ' ' || p.email, 'Ёё', 'Ее'))`
const PERSON_PHONE = `regexp_replace(coalesce(p.phone, ''), '[^0-9]', '', 'g')`

const BY_ENTITY = `select e.id from legal_entity e where e.deleted_at is null and ${ENTITY_WORDS} like :words`

function byPerson(condition: string): string {
  return `select m.legal_entity_id from employee p join employee_membership m on m.employee_id = p.id and m.deleted_at is null
    where p.deleted_at is null and ${condition}`
}

/** One page of the clients that a manager sees. */
export async function listClients(
  db: Knex,
  input: { filter: ClientFilter; scope: ManagerScope; limit: number; offset: number }
): Promise<ClientPage> {
  const { filter, scope, limit, offset } = input
  const { q, state, holding_id, mine } = filter
  const words = q === undefined ? undefined : containing(q.toLowerCase().replaceAll("ё", "е"))
  const digits = q === undefined || /[^\d\s()+-]/.test(q) ? "" : q.replace(/\D/g, "")
  const isPhone = digits.length >= PHONE_DIGITS_MIN
  const found = [BY_ENTITY, byPerson(`${PERSON_WORDS} like :words`), ...(isPhone ? [byPerson(`${PERSON_PHONE} like :phone`)] : [])]
  const conditions = [
    "le.deleted_at is null",
    ...(scope.sees_all && !mine ? [] : [clientOfManager("le")]),
    ...(state === undefined ? [] : ["le.state = :state"]),
    ...(holding_id === undefined ? [] : ["le.holding_id = :holding_id"]),
    ...(words === undefined ? [] : [`le.id in (${found.join(" union ")})`]),
  ]
  const bindings = {
    user_id: scope.user_id,
    sees_all: scope.sees_all && !mine,
    ...(state === undefined ? {} : { state }),
    ...(holding_id === undefined ? {} : { holding_id }),
    ...(words === undefined ? {} : { words }),
    // The trunk prefix differs between notations of one number: 8 916… and +7 916….
    ...(isPhone ? { phone: `%${digits.length === 11 ? digits.slice(1) : digits}%` } : {}),
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
      (select array_agg(id order by name, id) from (select id, name from found order by name, id limit :limit offset :offset) page) as ids`
}
