import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Key of the whole catalogue among the totals; identities begin at 1. */
const WHOLE = 0

/**
 * What assortments say of entries follows the entries by triggers, in the transaction that writes them: whatever an assortment hides is
 * hidden as soon as it is there. A row of `assortment_entry` is an entry that is shown where the assortment lists what is shown, and one that is
 * hidden where it lists what is hidden. `assortment_total` counts these rows among the listed entries, as `catalog_total` counts entries.
 *
 * An assortment that is made at the same time would miss an entry that is being written, and be missed by it: writers of entries share the lock
 * on goods (`lock-price-rules.ts`), which whoever makes an assortment has alone. Writers of traits hold it already.
 */
export class Migration20261124050200 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [FOLD_FUNCTION, COUNT_FUNCTION, DECIDE_FUNCTION, ENTRY_FUNCTION, ...TRIGGERS]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    for (const operation of ["insert", "update", "delete"]) {
      this.addSql(`drop trigger if exists "catalog_entry_decide_${operation}" on "catalog_entry";`)
    }
    for (const operation of ["insert", "delete"]) {
      this.addSql(`drop trigger if exists "assortment_entry_count_${operation}" on "assortment_entry";`)
    }
    this.addSql(`drop function if exists kontor_decide_changed_entries();`)
    this.addSql(`drop function if exists kontor_decide_entries(int[], int);`)
    this.addSql(`drop function if exists kontor_count_exceptions();`)
    this.addSql(`drop function if exists kontor_fold_assortment_totals();`)
  }
}

/** See `kontor_fold_catalog_totals`: appending, and folding by one at a time, means that no writer ever waits for another. */
const FOLD_FUNCTION = `
  create or replace function kontor_fold_assortment_totals() returns void language plpgsql as $$
  begin
    if pg_try_advisory_xact_lock(hashtext('kontor_fold_assortment_totals')) then
      with gone as (
        delete from assortment_total
        where (assortment_key, category_key) in (
          select assortment_key, category_key from assortment_total group by assortment_key, category_key having count(*) > 1
        )
        returning assortment_key, category_key, entries
      )
      insert into assortment_total (assortment_key, category_key, entries)
      select assortment_key, category_key, sum(entries) from gone group by assortment_key, category_key having sum(entries) <> 0;
    end if;
  end $$;`

/** Each place of the listed entries among rows \`e\`: the whole catalogue and every category, once; by assortment \`x\`. */
const places = (from: string, change: 1 | -1) => `
  select x.assortment_key, place.category_key, ${change} as change
  from ${from}
  cross join lateral (select distinct unnest(e.category_keys || ${WHOLE}) as category_key) place
  where e.is_listed`

const appendChanges = (...changes: string[]) => `
  insert into assortment_total (assortment_key, category_key, entries)
  select assortment_key, category_key, sum(change) from (${changes.join(" union all ")}) changed
  group by assortment_key, category_key having sum(change) <> 0;
  if found then
    perform kontor_fold_assortment_totals();
  end if;`

const OF_CHANGED = "changed_rows x join catalog_entry e on e.key = x.entry_key"

const COUNT_FUNCTION = `
  create or replace function kontor_count_exceptions() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then ${appendChanges(places(OF_CHANGED, 1))}
    else ${appendChanges(places(OF_CHANGED, -1))}
    end if;
    return null;
  end $$;`

/**
 * Decides anew what one assortment, or all of them, say of these entries; writes only what differs. The first rule that meets an entry
 * decides, and what none meets is as the rest: \`rules/decide-visibility.ts\` is its twin, which a test compares. In plpgsql, which asks for the
 * traits of another module when it runs and not when it is made: no order of modules is needed to migrate.
 */
const DECIDE_FUNCTION = `
  create or replace function kontor_decide_entries(entry_keys int[], one_assortment int default null) returns void language plpgsql as $$
  begin
    with changed as materialized (
      select e.key, e.category_keys from unnest(entry_keys) as named (key) join catalog_entry e on e.key = named.key
    ),
    asked as materialized (select key, shows_rest, lists_shown from assortment where one_assortment is null or key = one_assortment),
    rule as materialized (select r.* from asked join assortment_rule r on r.assortment_key = asked.key),
    hit as (
      select r.assortment_key, c.key as entry_key, r.place, r.shows
      from changed c cross join lateral unnest(c.category_keys) as placed (category_key) join rule r on r.category_key = placed.category_key
      union all
      select r.assortment_key, t.entry_key, r.place, r.shows
      from (select distinct trait_key from rule where trait_key is not null) aimed
      join trait_entry t on t.trait_key = aimed.trait_key
      join changed c on c.key = t.entry_key
      join rule r on r.trait_key = aimed.trait_key
    ),
    decided as materialized (
      select distinct on (assortment_key, entry_key) assortment_key, entry_key, shows from hit order by assortment_key, entry_key, place
    ),
    wanted as materialized (
      select d.assortment_key, d.entry_key from decided d join asked a on a.key = d.assortment_key where d.shows = a.lists_shown
      union all
      select a.key, c.key from asked a cross join changed c
      where a.shows_rest = a.lists_shown
        and not exists (select from decided d where d.assortment_key = a.key and d.entry_key = c.key)
    ),
    removed as (
      delete from assortment_entry x using asked a, changed c
      where x.assortment_key = a.key and x.entry_key = c.key
        and not exists (select from wanted w where w.assortment_key = x.assortment_key and w.entry_key = x.entry_key)
    )
    insert into assortment_entry (assortment_key, entry_key)
    select w.assortment_key, w.entry_key from wanted w
    where not exists (select from assortment_entry x where x.assortment_key = w.assortment_key and x.entry_key = w.entry_key)
    order by w.assortment_key, w.entry_key;
  end $$;`

const EXCEPTIONS_OF = (rows: string) => `${rows} e join assortment_entry x on x.entry_key = e.key`
const CHANGED_ONES = "and e.key = any (changed)"

/** An entry that is written as it was but for its name or picture is not decided anew. */
const ENTRY_FUNCTION = `
  create or replace function kontor_decide_changed_entries() returns trigger language plpgsql as $$
  declare
    changed int[];
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('kontor.price-traits', 0));
    if not exists (select from assortment) then
      return null;
    end if;
    if tg_op = 'INSERT' then
      select array_agg(key) into changed from new_rows;
    elsif tg_op = 'UPDATE' then
      select array_agg(n.key) into changed from new_rows n join old_rows o on o.key = n.key
      where n.category_keys <> o.category_keys or n.is_listed <> o.is_listed;
      if changed is not null then
        ${appendChanges(`${places(EXCEPTIONS_OF("old_rows"), -1)} ${CHANGED_ONES}`, `${places(EXCEPTIONS_OF("new_rows"), 1)} ${CHANGED_ONES}`)}
      end if;
    else
      ${appendChanges(places(EXCEPTIONS_OF("old_rows"), -1))}
      delete from assortment_entry where entry_key in (select key from old_rows);
    end if;
    if changed is not null then
      perform kontor_decide_entries(changed);
    end if;
    return null;
  end $$;`

/** Transition tables bind a trigger to one kind of statement. */
const TRIGGERS = [
  ["catalog_entry", "decide", "insert", "referencing new table as new_rows"],
  ["catalog_entry", "decide", "update", "referencing old table as old_rows new table as new_rows"],
  ["catalog_entry", "decide", "delete", "referencing old table as old_rows"],
  ["assortment_entry", "count", "insert", "referencing new table as changed_rows"],
  ["assortment_entry", "count", "delete", "referencing old table as changed_rows"],
].map(
  ([table, effect, operation, referencing]) => `
  create or replace trigger "${table}_${effect}_${operation}" after ${operation} on "${table}" ${referencing}
  for each statement execute function ${effect === "decide" ? "kontor_decide_changed_entries" : "kontor_count_exceptions"}();`
)
