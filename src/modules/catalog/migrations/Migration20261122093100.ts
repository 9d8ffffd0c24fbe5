import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Key of the whole catalogue in `catalog_total`; identities begin at 1. */
const WHOLE = 0

/**
 * `catalog_total`: how many listed entries each category has with all below it, as numbers to be summed up. Statement triggers append what a
 * statement changed, in its transaction, so that a total is exact for every reader on every instance; whoever holds the advisory lock folds
 * them into one row a category. Appending, and folding by one at a time, means that no writer ever waits for another.
 */
export class Migration20261122093100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "catalog_total" ("category_key" int not null, "entries" int not null);`)
    this.addSql(`create index if not exists "catalog_total_category_key" on "catalog_total" ("category_key") include ("entries");`)
    this.addSql(FOLD_FUNCTION)
    this.addSql(COUNT_FUNCTION)
    for (const trigger of TRIGGERS) {
      this.addSql(trigger)
    }
    this.addSql(appendChanges(places("catalog_entry", 1)))
  }

  override async down(): Promise<void> {
    for (const operation of ["insert", "update", "delete"]) {
      this.addSql(`drop trigger if exists "catalog_entry_count_${operation}" on "catalog_entry";`)
    }
    this.addSql(`drop function if exists kontor_count_catalog_entries();`)
    this.addSql(`drop function if exists kontor_fold_catalog_totals();`)
    this.addSql(`drop table if exists "catalog_total";`)
  }
}

/** Each place that a listed entry has: the whole catalogue and every category, once. */
function places(rows: string, change: 1 | -1): string {
  return `
    select place.category_key, ${change} as change
    from ${rows} e cross join lateral (select distinct unnest(e.category_keys || ${WHOLE}) as category_key) place
    where e.is_listed`
}

function appendChanges(...changes: string[]): string {
  return `
    insert into catalog_total (category_key, entries)
    select category_key, sum(change) from (${changes.join(" union all ")}) changed
    group by category_key having sum(change) <> 0;`
}

const FOLD_FUNCTION = `
  create or replace function kontor_fold_catalog_totals() returns void language plpgsql as $$
  begin
    if pg_try_advisory_xact_lock(hashtext('kontor_fold_catalog_totals')) then
      with gone as (
        delete from catalog_total
        where category_key in (select category_key from catalog_total group by category_key having count(*) > 1)
        returning category_key, entries
      )
      insert into catalog_total (category_key, entries)
      select category_key, sum(entries) from gone group by category_key having sum(entries) <> 0;
    end if;
  end $$;`

const COUNT_FUNCTION = `
  create or replace function kontor_count_catalog_entries() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then ${appendChanges(places("new_rows", 1))}
    elsif tg_op = 'UPDATE' then ${appendChanges(places("old_rows", -1), places("new_rows", 1))}
    else ${appendChanges(places("old_rows", -1))}
    end if;
    if found then
      perform kontor_fold_catalog_totals();
    end if;
    return null;
  end $$;`

/** Transition tables bind a trigger to one kind of statement. */
const TRIGGERS = [
  ["insert", "referencing new table as new_rows"],
  ["update", "referencing old table as old_rows new table as new_rows"],
  ["delete", "referencing old table as old_rows"],
].map(
  ([operation, referencing]) => `
  create or replace trigger "catalog_entry_count_${operation}" after ${operation} on "catalog_entry" ${referencing}
  for each statement execute function kontor_count_catalog_entries();`
)
