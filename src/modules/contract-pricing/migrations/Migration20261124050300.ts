import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Rules of visibility aim at traits as price adjustments do (module `catalog`): what they say of an entry follows the entry's traits, and a
 * trait that they aim at is not forgotten. The tables and the function are named in bodies that are read when they run, since modules migrate
 * in no order; where there is no catalogue, as in tests of this module alone, there is nothing to follow.
 */
export class Migration20261124050300 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [KEEP_FUNCTION, DECIDE_FUNCTION, ...TRIGGERS]) {
      this.addSql(statement)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists "trait_entry_decide_insert" on "trait_entry";`)
    this.addSql(`drop trigger if exists "trait_entry_decide_delete" on "trait_entry";`)
    this.addSql(`drop trigger if exists "price_trait_keep_visibility" on "price_trait";`)
    this.addSql(`drop function if exists kontor_decide_marked_entries();`)
    this.addSql(`drop function if exists kontor_keep_visibility_trait();`)
  }
}

const KEEP_FUNCTION = `
  create or replace function kontor_keep_visibility_trait() returns trigger language plpgsql as $$
  begin
    if to_regclass('visibility_rule') is null then
      return old;
    end if;
    if exists (select from visibility_rule where trait_key = old.key and deleted_at is null)
      or exists (select from assortment_rule where trait_key = old.key) then
      return null;
    end if;
    return old;
  end $$;`

/** Whoever writes traits holds the lock on goods (`lock-price-rules.ts`), so no assortment can be made meanwhile. */
const DECIDE_FUNCTION = `
  create or replace function kontor_decide_marked_entries() returns trigger language plpgsql as $$
  declare
    changed int[];
  begin
    if to_regclass('assortment_rule') is null then
      return null;
    end if;
    select array_agg(distinct x.entry_key) into changed from changed_rows x
    where exists (select from assortment_rule r where r.trait_key = x.trait_key);
    if changed is not null then
      perform kontor_decide_entries(changed);
    end if;
    return null;
  end $$;`

const TRIGGERS = [
  ...[
    ["insert", "new"],
    ["delete", "old"],
  ].map(
    ([operation, side]) => `
    create or replace trigger "trait_entry_decide_${operation}" after ${operation} on "trait_entry" referencing ${side} table as changed_rows
    for each statement execute function kontor_decide_marked_entries();`
  ),
  `create or replace trigger "price_trait_keep_visibility" before delete on "price_trait"
    for each row execute function kontor_keep_visibility_trait();`,
]
