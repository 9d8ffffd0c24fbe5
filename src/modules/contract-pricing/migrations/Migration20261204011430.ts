import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * `price_rule_change` tells every state of the adjustments from those before it, so that a process may keep them: each statement that changes any, or how deep
 * a category lies, leaves a row with a token that nobody has had. Rows never wait for each other as one counter would, and take the place of those that are
 * there, so that there are hardly ever more than one. By triggers, since the token must come with the change, whoever makes it.
 *
 * The categories are of another module, and modules migrate in no order: where their trigger is missing, nothing is kept (`price/kept-adjustments.ts`).
 */
export class Migration20261204011430 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "price_rule_change" (
        "token" uuid not null default gen_random_uuid(), constraint "price_rule_change_pkey" primary key ("token")
      );
      insert into "price_rule_change" default values;`)
    this.addSql(NOTE)
    this.addSql(NOTE_ADJUSTMENTS)
    this.addSql(NOTE_DEPTHS)
    this.addSql(OPERATIONS.map((operation) => trigger("price_adjustment", operation, "kontor_note_adjustments")).join("\n"))
    this.addSql(`
      create or replace trigger "price_adjustment_note_truncate" after truncate on "price_adjustment"
        for each statement execute function kontor_note_adjustments();`)
    this.addSql(`
      do $$ begin
        if to_regclass('product_category') is not null then
          ${OPERATIONS.map((operation) => trigger("product_category", operation, "kontor_note_depths")).join("\n")}
        end if;
      end $$;`)
  }

  override async down(): Promise<void> {
    for (const operation of [...OPERATIONS, "truncate"]) {
      this.addSql(`drop trigger if exists "price_adjustment_note_${operation}" on "price_adjustment";`)
    }
    this.addSql(`
      do $$ begin
        if to_regclass('product_category') is not null then
          ${OPERATIONS.map((operation) => `drop trigger if exists "product_category_note_${operation}" on "product_category";`).join("\n")}
        end if;
      end $$;`)
    this.addSql(
      `drop function if exists kontor_note_depths(); drop function if exists kontor_note_adjustments(); drop function if exists kontor_note_price_rules();`
    )
    this.addSql(`drop table if exists "price_rule_change";`)
  }
}

type Operation = "insert" | "update" | "delete"
const OPERATIONS: readonly Operation[] = ["insert", "update", "delete"]

/** Under a snapshot of its own a transaction leaves the rows of others alone: to remove one that is gone by now would be an error. */
const NOTE = `
  create or replace function kontor_note_price_rules() returns void language plpgsql as $$
  begin
    if current_setting('transaction_isolation') = 'read committed' then
      delete from price_rule_change where token in (select token from price_rule_change for update skip locked);
    end if;
    insert into price_rule_change default values;
  end $$;`

const NOTE_ADJUSTMENTS = `
  create or replace function kontor_note_adjustments() returns trigger language plpgsql as $$
  begin
    if tg_op = 'TRUNCATE' then
      perform kontor_note_price_rules();
    elsif exists (select from changed_rows) then
      perform kontor_note_price_rules();
    end if;
    return null;
  end $$;`

/** Of two categories the deeper one goes first: where a category lies matters, and nothing else of it. */
const NOTE_DEPTHS = `
  create or replace function kontor_note_depths() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if exists (select from changed_rows c join former_rows f on f.id = c.id where f.mpath is distinct from c.mpath) then
        perform kontor_note_price_rules();
      end if;
    elsif exists (select from changed_rows) then
      perform kontor_note_price_rules();
    end if;
    return null;
  end $$;`

const REFERENCING: Record<Operation, string> = {
  insert: "referencing new table as changed_rows",
  update: "referencing old table as former_rows new table as changed_rows",
  delete: "referencing old table as changed_rows",
}

/** Transition tables bind a trigger to one kind of statement. */
const trigger = (table: string, operation: Operation, note: string) => `
  create or replace trigger "${table}_note_${operation}" after ${operation} on "${table}" ${REFERENCING[operation]}
    for each statement execute function ${note}();`
