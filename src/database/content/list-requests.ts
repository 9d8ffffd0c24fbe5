import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MaterialMedia } from "../../modules/content/rules/content-kinds"
import type { RequestState } from "../../modules/content/rules/move-request"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { clientOfManager, type ManagerScope } from "../queries/client-of-manager"

/** A request for extra content as the staff see it. */
export interface RequestListing {
  id: string
  state: RequestState
  media: MaterialMedia | null
  text: string
  answer: string | null
  employee: { id: string; name: string | null; email: string | null }
  legal_entity: { id: string; name: string | null }
  created_at: string
  /** The version that a change is made to. */
  updated_at: string
}

export interface RequestFilter {
  id?: string | undefined
  state?: RequestState | undefined
  /** Part of the text, or of who asks. */
  q?: string | undefined
}

const CONDITIONS: Record<keyof RequestFilter, string> = {
  id: "r.id = :id",
  state: "r.state = :state",
  q: "(r.text ilike :q or le.name ilike :q or e.name ilike :q)",
}

const JOINS = `
  join legal_entity le on le.id = r.legal_entity_id and le.deleted_at is null
  left join employee e on e.id = r.employee_id and e.deleted_at is null`

/** The version of a request `r`, as text that says all of it. */
export const REQUEST_VERSION = `to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Those that wait for somebody first, the oldest of them before; then those that are done with, the last one first. */
const ORDER = `r.state in ('done', 'declined'), case when r.state not in ('done', 'declined') then r.created_at end, r.created_at desc, r.id`

const sql = (conditions: string[]) => `
  with found as materialized (
    select r.id, r.state, r.created_at from content_request r ${JOINS}
    where ${["r.deleted_at is null", clientOfManager("le"), ...conditions].join(" and ")}),
  page as (select r.id from found r order by ${ORDER} limit :limit offset :offset)
  select counted.total_count, r.id, r.state, r.media, r.text, r.answer,
    jsonb_build_object('id', r.employee_id, 'name', e.name, 'email', e.email) as employee,
    jsonb_build_object('id', le.id, 'name', le.name) as legal_entity,
    to_jsonb(r.created_at) #>> '{}' as created_at, ${REQUEST_VERSION} as updated_at
  from (select count(*)::int as total_count from found) as counted
  left join (page join content_request r using (id) ${JOINS}) on true
  order by ${ORDER}`

interface Page {
  scope: ManagerScope
  filter: RequestFilter
  limit: number
  offset: number
}

/** Requests of the clients of a user of the supplier, and how many there are in all. */
export async function listRequests(
  db: Knex,
  { scope, filter, limit, offset }: Page
): Promise<{ requests: RequestListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const { rows } = await db.raw<{ rows: CountedRow<RequestListing>[] }>(sql(conditions), { ...bindings, ...scope, limit, offset })
  const { rows: requests, count } = countedPage(rows)
  return { requests, count }
}

/** One request of a client of his; null for any other. */
export async function requestListing(db: Knex, { scope, id }: { scope: ManagerScope; id: string }): Promise<RequestListing | null> {
  const { requests } = await listRequests(db, { scope, filter: { id }, limit: 1, offset: 0 })
  return requests[0] ?? null
}
