/**
 * SQL: what of the line of an order was not in stock, as one JSON value of the shape `StandingDemand`; null = nothing.
 *
 * @param lineId SQL of the id of the order's line
 */
export const STANDING_DEMAND = (lineId: string) => `
  (select json_build_object('id', d.id, 'quantity', trim_scale(d.quantity)::text, 'served', trim_scale(d.served)::text,
      'is_answer_due', d.quantity > d.served
        and exists (select from promise_change c where c.demand_id = d.id and c.is_worse and c.answered_at is null),
      'promises', coalesce((
        select json_agg(json_build_object(
          'supply_id', p.supply_id, 'expected_on', case when line.expected_on < 'infinity' then line.expected_on::text end,
          'quantity', trim_scale(p.quantity)::text) order by line.expected_on, p.supply_id)
        from promise p join supply_line line on line.supply_id = p.supply_id and line.entry_key = p.entry_key
        where p.demand_id = d.id), '[]'))
    from demand d where d.order_line_id = ${lineId})`
