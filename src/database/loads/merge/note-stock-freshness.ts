import { run, type LoadContext } from "../load-context"

/**
 * The package is the newest word on the stock of each warehouse of which it tells any, also where all of it is as it was: so it is kept by
 * warehouse, and not with the levels, which are then passed over. One without a date leaves it as it was; a moment that is yet to come is
 * that of a wrong clock, and gives way to any.
 */
export async function noteStockFreshness(load: LoadContext, formedAt: Date | null): Promise<void> {
  if (formedAt) {
    await run(load, NOTE, { formedAt })
  }
}

const NOTE = `
  insert into stock_freshness (location_id, as_of)
  select distinct location.id, cast(:formedAt as timestamptz)
  from stage_warehouse_ref r
  join erp_mapping m on m.source = :source and m.kind = 'warehouse' and m.external_id = r.external_id
  join stock_location location on location.id = m.internal_id and location.deleted_at is null
  where not exists (select from stock_freshness f where f.location_id = location.id and f.as_of >= cast(:formedAt as timestamptz) and f.as_of <= now())
  on conflict (location_id) do update set as_of = excluded.as_of`
