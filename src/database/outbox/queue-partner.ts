import type { WantedRequisites } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export interface PartnerToQueue {
  kind: "legal_entity" | "delivery_point"
  subject_id: string
  payload?: WantedRequisites | null | undefined
  /** Queues only what was queued before: a change of something that is no business of the ERP's stays here. */
  only_again?: boolean
}

/** What stood in the outbox before, for the undoing; null when nothing did. */
export interface QueuedPartner {
  id: string
  revision: number
  before: object | null
}

/**
 * What is queued again goes again, whatever had become of it. Wishes that the ERP has not confirmed yet go along with the new ones. The
 * former row is joined so that it is read before it is changed.
 */
const QUEUE = `
  with former as (
    select * from erp_outbox where kind = :kind and subject_id = :subject_id and deleted_at is null for update
  )
  insert into erp_outbox (id, kind, subject_id, state, payload)
  select :id, :kind, :subject_id, 'pending', cast(:payload as jsonb) from (values (1)) as always left join former on true
  where former.id is not null or not :only_again
  on conflict (kind, subject_id) where deleted_at is null do update
  set state = 'pending', revision = erp_outbox.revision + 1, attempts = 0, last_error = null, confirmed_at = null, updated_at = now(),
    payload = case when erp_outbox.state = 'confirmed' then excluded.payload
      else nullif(coalesce(erp_outbox.payload, '{}') || coalesce(excluded.payload, '{}'), '{}') end
  returning id, revision, (select to_jsonb(former) from former) as before`

/** Puts a partner on the way to the ERP, in one row however often it changes. Null when there was nothing to queue again. */
export async function queuePartner(
  db: Knex,
  { kind, subject_id, payload, only_again = false }: PartnerToQueue
): Promise<QueuedPartner | null> {
  const { rows } = await db.raw<{ rows: QueuedPartner[] }>(QUEUE, {
    id: generateEntityId("", "outb"),
    kind,
    subject_id,
    payload: payload ? JSON.stringify(payload) : null,
    only_again,
  })
  return rows[0] ?? null
}

/** Only a row that this queueing made is taken away, and only if nobody has queued the thing since. */
const FORGET = `delete from erp_outbox where id = :id and revision = 1 and :revision = 1`

/** What the ERP has fetched meanwhile it has to get again as it stands now: the row waits on, without the wish that was taken back. */
const RESTORE = `
  update erp_outbox x
  set payload = former.payload,
    state = case when x.state = 'pending' then former.state else 'pending' end,
    revision = case when x.state = 'pending' then former.revision else x.revision + 1 end,
    attempts = former.attempts, last_error = former.last_error, sent_at = former.sent_at, confirmed_at = former.confirmed_at, updated_at = now()
  from jsonb_populate_record(cast(null as erp_outbox), cast(:before as jsonb)) former
  where x.id = former.id and x.revision = :revision and x.deleted_at is null`

/** Takes a queueing back, as if it had not been. */
export async function unqueuePartner(db: Knex, { id, revision, before }: QueuedPartner): Promise<void> {
  if (before) {
    await db.raw(RESTORE, { before: JSON.stringify(before), revision })
  } else {
    await db.raw(FORGET, { id, revision })
  }
}
