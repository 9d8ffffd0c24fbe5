import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/**
 * States that the ERP sends back for orders of ours, found by the number under which we sent them. An older package than the one that
 * told the present state changes nothing; a moment that is yet to come is that of a wrong clock, behind which nothing waits. The ERP naming
 * an order at all proves that it has it: the outbox row is confirmed, unless the order has changed since it was sent and waits to be sent
 * again, of which the ERP cannot know.
 */
export async function mergeOrderStates(load: LoadContext): Promise<void> {
  await run(load, RESOLVED_STATES)
  await noteIssues(
    load,
    `select 'warning' as severity, 'order_unknown' as code, 'No order was sent under the number ' || number || '.' as message, number as subject
     from load_order_state where order_id is null`
  )
  const created = await run(load, INSERT_STATES, { asOf: load.asOf })
  const updated = await run(load, UPDATE_STATES, { asOf: load.asOf })
  await run(
    load,
    `update erp_outbox o set state = 'confirmed', confirmed_at = now(), last_error = null, updated_at = now()
     from load_order_state l where o.id = l.outbox_id and (o.state = 'sent' or (o.state <> 'confirmed' and o.sent_at is null))`
  )
  await run(
    load,
    `insert into erp_mapping (source, kind, external_id, internal_id)
     select distinct on (external_id) :source, 'order', external_id, order_id from load_order_state l
     where order_id is not null and external_id is not null
       and not exists (select from erp_mapping m where m.source = :source and m.kind = 'order' and m.external_id = l.external_id)`
  )
  count(load, "order_states", { created: created.rowCount, updated: updated.rowCount })
}

/** By variant; of a product that nobody knows nothing is kept. */
const SHIPPED = `(
    select jsonb_object_agg(told.variant_id, trim_scale(told.quantity)::text)
    from (
      select m.internal_id as variant_id, sum(line.quantity) as quantity
      from jsonb_to_recordset(s.record -> 'shipped') as line (offer_external_id text, quantity numeric)
      join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = line.offer_external_id
      group by 1
    ) told)`

const RESOLVED_STATES = `
  create temporary table load_order_state on commit drop as
  select s.external_id as number, s.record ->> 'external_id' as external_id, o.id as outbox_id, o.subject_id as order_id,
    s.record ->> 'status' as status, s.record ->> 'erp_number' as erp_number, s.record ->> 'erp_date' as erp_date,
    (s.record ->> 'is_posted')::boolean as is_posted, coalesce((s.record ->> 'is_cancelled')::boolean, false) as is_cancelled,
    s.record ->> 'paid_on' as paid_on, s.record ->> 'shipped_on' as shipped_on, ${SHIPPED} as shipped
  from stage_order_state s
  left join erp_outbox o on o.number = s.external_id and o.kind = 'order' and o.deleted_at is null
    and (o.source is null or o.source = :source)`

const INSERT_STATES = `
  insert into order_state (id, order_id, status, erp_number, erp_date, is_posted, is_cancelled, paid_on, shipped_on, shipped, external_id, as_of)
  select kontor_id('ords', :moment), l.order_id, l.status, l.erp_number, l.erp_date, l.is_posted, l.is_cancelled, l.paid_on, l.shipped_on, l.shipped,
    l.external_id, :asOf
  from load_order_state l
  where l.order_id is not null and not exists (select from order_state t where t.order_id = l.order_id and t.deleted_at is null)`

const UPDATE_STATES = `
  update order_state t
  set status = coalesce(l.status, t.status), erp_number = coalesce(l.erp_number, t.erp_number), erp_date = coalesce(l.erp_date, t.erp_date),
    is_posted = coalesce(l.is_posted, t.is_posted), is_cancelled = l.is_cancelled, paid_on = l.paid_on, shipped_on = l.shipped_on,
    shipped = coalesce(l.shipped, t.shipped), external_id = coalesce(l.external_id, t.external_id), as_of = :asOf, updated_at = now()
  from load_order_state l
  where t.order_id = l.order_id and t.deleted_at is null and (t.as_of <= :asOf or t.as_of > now())
    and (t.status, t.erp_number, t.erp_date, t.is_posted, t.is_cancelled, t.paid_on, t.shipped_on, t.shipped, t.external_id)
      is distinct from (coalesce(l.status, t.status), coalesce(l.erp_number, t.erp_number), coalesce(l.erp_date, t.erp_date),
        coalesce(l.is_posted, t.is_posted), l.is_cancelled, l.paid_on, l.shipped_on,
        coalesce(l.shipped, t.shipped), coalesce(l.external_id, t.external_id))`
