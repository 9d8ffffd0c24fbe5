import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * How long orders hold the stock they took: rules by client, one row an order, and what became of it. Hand-written: checks over several columns and
 * identity keys are not expressible in DML. Orders and contracts are of other modules, therefore without foreign keys.
 */
export class Migration20261126210100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(RULE)
    this.addSql(RESERVATION)
    this.addSql(CHANGE)
    this.addSql(STANDING)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop table if exists "reservation_change"; drop table if exists "order_reservation"; drop table if exists "reservation_rule";`
    )
  }
}

/** Null = the rule says nothing of it; an empty list of states, or 0, lifts what a farther rule says. */
const RULE = `
  create table if not exists "reservation_rule" (
    "id" text not null,
    "scope_kind" text not null,
    "scope_id" text not null default '',
    "starts" text null,
    "start_states" text[] null,
    "hours" int null,
    "warn_hours" int null,
    "keep_states" text[] null,
    "taken_states" text[] null,
    "renewals" int null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    "deleted_at" timestamptz null,
    constraint "reservation_rule_pkey" primary key ("id"),
    constraint "reservation_rule_scope_check"
      check ("scope_kind" in ('contract', 'legal_entity', 'holding', 'client_category', 'region', 'everyone') and ("scope_kind" = 'everyone') = ("scope_id" = '')),
    constraint "reservation_rule_starts_check" check ("starts" in ('placement', 'state', 'never')),
    constraint "reservation_rule_start_states_check" check (("starts" is not distinct from 'state') = (coalesce(cardinality("start_states"), 0) > 0)),
    constraint "reservation_rule_hours_check" check ("hours" between 0 and 8760),
    constraint "reservation_rule_warn_hours_check" check ("warn_hours" between 0 and 8760),
    constraint "reservation_rule_renewals_check" check ("renewals" between 0 and 100),
    constraint "reservation_rule_says_something"
      check (num_nonnulls("starts", "hours", "warn_hours", "keep_states", "taken_states", "renewals") > 0)
  );
  create unique index if not exists "reservation_rule_scope" on "reservation_rule" ("scope_kind", "scope_id") where "deleted_at" is null;`

/** What holds for an order stands with it. \`erp_status\` is the last state of the ERP that was followed. */
const RESERVATION = `
  create table if not exists "order_reservation" (
    "order_id" text not null,
    "contract_id" text not null,
    "legal_entity_id" text not null,
    "state" text not null,
    "start_states" text[] not null default '{}',
    "hours" int not null default 0,
    "warn_hours" int not null default 0,
    "keep_states" text[] not null default '{}',
    "taken_states" text[] not null default '{}',
    "renewals" int not null default 0,
    "renewed" int not null default 0,
    "held_since" timestamptz null,
    "reserved_until" timestamptz null,
    "warn_at" timestamptz null,
    "leaving_since" timestamptz null,
    "end_reason" text null,
    "erp_status" text null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default now(),
    constraint "order_reservation_pkey" primary key ("order_id"),
    constraint "order_reservation_state_check" check ("state" in ('none', 'waiting', 'held', 'expired', 'leaving', 'ended')),
    constraint "order_reservation_term_check" check ("state" = 'held' or ("reserved_until" is null and "warn_at" is null)),
    constraint "order_reservation_warn_check" check ("warn_at" is null or "warn_at" < "reserved_until"),
    constraint "order_reservation_leaving_check" check (("state" = 'leaving') = ("leaving_since" is not null)),
    constraint "order_reservation_end_check" check (("state" = 'ended') = ("end_reason" is not null))
  );
  create index if not exists "order_reservation_open" on "order_reservation" ("order_id") where "state" <> 'ended';`

const CHANGE = `
  create table if not exists "reservation_change" (
    "id" bigint not null generated always as identity,
    "order_id" text not null,
    "at" timestamptz not null default now(),
    "kind" text not null,
    "reserved_until" timestamptz null,
    "told_at" timestamptz null,
    constraint "reservation_change_pkey" primary key ("id"),
    constraint "reservation_change_kind_check" check ("kind" in (
      'held', 'ending', 'prolonged', 'kept', 'expired', 'released', 'taken', 'returned', 'shipped', 'cancelled'))
  );
  create index if not exists "reservation_change_order" on "reservation_change" ("order_id", "id");
  create index if not exists "reservation_change_untold" on "reservation_change" ("order_id", "id") where "told_at" is null;`

/** Orders that were placed before hold what they took until they are shipped or cancelled. */
const STANDING = `
  do $$ begin
    if to_regclass('erp_outbox') is not null and to_regclass('order_contract') is not null and to_regclass('order_legal_entity') is not null then
      insert into "order_reservation" ("order_id", "contract_id", "legal_entity_id", "state", "held_since")
      select x.subject_id, c.contract_id, e.legal_entity_id, 'held', x.created_at
      from erp_outbox x
      join order_contract c on c.order_id = x.subject_id and c.deleted_at is null
      join order_legal_entity e on e.order_id = x.subject_id and e.deleted_at is null
      where x.kind = 'order' and x.deleted_at is null
      on conflict do nothing;
    end if;
  end $$;`
