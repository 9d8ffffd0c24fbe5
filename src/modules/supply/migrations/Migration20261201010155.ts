import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What fifty thousand promises cost to be given out anew: ids are compared as bytes and not by the rules of a language, what is open of the log is found
 * without an entry by id of order and demand for each row, and what demands want is checked without sorting them.
 */
export class Migration20261201010155 extends Migration {
  override async up(): Promise<void> {
    this.addSql(COLLATIONS(`collate "C"`))
    this.addSql(`
      create index if not exists "promise_change_due" on "promise_change" ("id") where "told_at" is null;
      create index if not exists "promise_change_open" on "promise_change" ("id") where "is_worse" and "answered_at" is null;
      drop index if exists "promise_change_untold";
      drop index if exists "promise_change_unanswered";`)
    this.addSql(countPromises(REFUSE_TOO_MUCH))
  }

  override async down(): Promise<void> {
    this.addSql(countPromises(REFUSE_TOO_MUCH_SORTED))
    this.addSql(`
      create index if not exists "promise_change_unanswered" on "promise_change" ("demand_id") where "is_worse" and "answered_at" is null;
      create index if not exists "promise_change_untold" on "promise_change" ("order_id") where "told_at" is null;
      drop index if exists "promise_change_due";
      drop index if exists "promise_change_open";`)
    this.addSql(COLLATIONS(`collate "default"`))
  }
}

/** No table is written anew, only the indexes over these columns are. All of them name demands, and are compared with each other alone. */
const COLLATIONS = (collation: string) => `
  alter table "demand" alter column "id" type text ${collation};
  alter table "promise" alter column "demand_id" type text ${collation};
  alter table "promise_change" alter column "demand_id" type text ${collation};`

/** What a statement on promises comes to, added to the sums of the lines that it touched. Each of them must be there. */
const add = (changes: string) => `
      with changed as materialized (
        select supply_id, entry_key, sum(quantity) as quantity from (${changes}) c group by 1, 2
      ), written as (
        update supply_line line set promised = line.promised + changed.quantity from changed
        where line.supply_id = changed.supply_id and line.entry_key = changed.entry_key returning 1
      )
      select (select count(*) from changed) - (select count(*) from written) into missing;`

/**
 * Whether \`added\` promises a demand more than it still wants, or one that is not there. By one look into the index a demand: the plan is made at the
 * first statement of a connection, mostly one of few rows, and is kept for those of many.
 */
const REFUSE_TOO_MUCH = `
      select a.demand_id into broken
      from (select distinct demand_id from added) a left join demand d on d.id = a.demand_id
      where coalesce((select sum(p.quantity) from promise p where p.demand_id = a.demand_id) > d.quantity - d.served, true) limit 1;`

const REFUSE_TOO_MUCH_SORTED = `
      select a.demand_id into broken
      from (select distinct demand_id from added) a
      left join demand d on d.id = a.demand_id
      left join promise p on p.demand_id = a.demand_id
      group by a.demand_id, d.quantity, d.served having coalesce(sum(p.quantity) > d.quantity - d.served, true) limit 1;`

const ADDED = `select supply_id, entry_key, quantity from added`
const GONE = `select supply_id, entry_key, -quantity as quantity from gone`

const countPromises = (refuseTooMuch: string) => `
  create or replace function kontor_count_promises() returns trigger language plpgsql as $$
  declare
    missing int;
    broken text;
  begin
    if tg_op = 'INSERT' then ${add(ADDED)}
    elsif tg_op = 'DELETE' then ${add(GONE)}
    else ${add(`${ADDED} union all ${GONE}`)}
    end if;
    if missing > 0 then
      raise exception '% promised lines of supplies are not there', missing using errcode = 'foreign_key_violation', constraint = 'promise_of_supply_line';
    end if;
    if tg_op <> 'DELETE' then ${refuseTooMuch}
      if broken is not null then
        raise exception 'more is promised to demand % than it wants', broken using errcode = 'check_violation', constraint = 'promise_within_demand';
      end if;
    end if;
    return null;
  end $$;`
