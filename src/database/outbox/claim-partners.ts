import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface ClaimedPartner {
  outbox_id: string
  kind: "legal_entity" | "delivery_point"
}

/** What was given is told by the row and its revision: the same row, changed since, is another thing to give. */
export const RECEIPT = `x.id || '@' || x.revision`

const KNOWN = (entityId: string, source: string) =>
  `exists (select from erp_mapping m where m.kind = 'legal_entity' and m.internal_id = ${entityId} ${source})`
const KNOWN_THERE = (entityId: string) => KNOWN(entityId, "and m.source = :source")

/**
 * An entity goes to the base that knows it, and one that none knows to the base that asks first; from then on to that one only. A delivery
 * point waits until the base knows its entity. What was sent but not confirmed goes again.
 */
const SQL = `
  select x.id as outbox_id, x.kind
  from erp_outbox x
  where x.kind in ('legal_entity', 'delivery_point') and x.state in ('pending', 'sent') and x.deleted_at is null
    and coalesce(x.source, :source) = :source and ${RECEIPT} <> all(cast(:given as text[]))
    and case x.kind
      when 'legal_entity' then exists (select from legal_entity e where e.id = x.subject_id and e.state <> 'closed' and e.deleted_at is null
        and (${KNOWN_THERE("e.id")} or not ${KNOWN("e.id", "")}))
      else exists (select from delivery_point p where p.id = x.subject_id and p.deleted_at is null and ${KNOWN_THERE("p.legal_entity_id")})
    end
  order by x.kind = 'delivery_point', x.created_at, x.id
  limit :limit
  for update of x skip locked`

/** Takes partners that wait for one ERP base, oldest first, and keeps others off them until the transaction ends. */
export async function claimPartners(
  trx: Knex.Transaction,
  input: { source: string; limit: number; given: string[] }
): Promise<ClaimedPartner[]> {
  const { rows } = await trx.raw<{ rows: ClaimedPartner[] }>(SQL, input)
  return rows
}
