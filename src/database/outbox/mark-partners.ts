import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { RECEIPT } from "./claim-partners"

const SENT = `
  update erp_outbox set state = 'sent', source = :source, attempts = attempts + 1, sent_at = now(), updated_at = now()
  where id = any(cast(:outbox_ids as text[]))`

export async function markPartnersSent(trx: Knex.Transaction, input: { source: string; outbox_ids: string[] }): Promise<void> {
  await trx.raw(SENT, input)
}

/**
 * What changed since it was given waits as another revision and is not confirmed. An entity that the ERP has taken is under its review, and
 * stays so until the ERP gives it back.
 */
const CONFIRMED = `
  with confirmed as (
    update erp_outbox x set state = 'confirmed', confirmed_at = now(), updated_at = now()
    where x.kind in ('legal_entity', 'delivery_point') and x.source = :source and x.state = 'sent' and x.deleted_at is null
      and ${RECEIPT} = any(cast(:receipts as text[]))
    returning x.kind, x.subject_id
  ), reviewed as (
    update legal_entity e set state = 'under_review', updated_at = now()
    from confirmed c
    where c.kind = 'legal_entity' and e.id = c.subject_id and e.state = 'applied' and e.source = 'portal' and e.deleted_at is null
    returning e.id
  )
  select (select count(*) from confirmed)::int as confirmed, array(select id from reviewed order by id) as reviewed_ids`

export interface ConfirmedPartners {
  confirmed: number
  /** Legal entities that went under the review of the ERP. */
  reviewed_ids: string[]
}

/** The ERP has committed what it was given by these receipts. Confirming twice, or what another base was given, changes nothing. */
export async function markPartnersConfirmed(
  trx: Knex.Transaction,
  input: { source: string; receipts: string[] }
): Promise<ConfirmedPartners> {
  const { rows } = await trx.raw<{ rows: [ConfirmedPartners] }>(CONFIRMED, input)
  return rows[0]
}
