import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Reviews, and what the published ones of a product come to. Hand-written: the trigger keeps sum and count exact in the transaction that publishes,
 * whoever writes, by adding and taking away.
 */
export class Migration20261125120100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(TABLES)
    this.addSql(KEEP)
    this.addSql(`
      create or replace trigger "product_review_rating" after insert or update or delete on "product_review"
      for each row execute function kontor_keep_product_rating();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "product_review"; drop table if exists "product_rating"; drop table if exists "review_signature";`)
    this.addSql(`drop function if exists kontor_keep_product_rating();`)
  }
}

const TABLES = `
  create table if not exists "product_review" (
    "id" text not null,
    "product_id" text not null,
    "employee_id" text not null,
    "legal_entity_id" text not null,
    "rating" smallint not null,
    "text" text not null,
    "state" text not null default 'new',
    "decision_reason" text null,
    "decided_by" text null,
    "decided_at" timestamptz null,
    "created_at" timestamptz not null default now(),
    "updated_at" timestamptz not null default clock_timestamp(),
    constraint "product_review_pkey" primary key ("id"),
    constraint "product_review_of_author" unique ("product_id", "employee_id"),
    constraint "product_review_rating_check" check ("rating" between 1 and 5),
    constraint "product_review_state_check" check ("state" in ('new', 'published', 'declined'))
  );
  create index if not exists "product_review_waiting" on "product_review" ("updated_at", "id") where "state" = 'new';
  create index if not exists "product_review_shown" on "product_review" ("product_id", "decided_at" desc, "id") where "state" = 'published';
  create index if not exists "product_review_author" on "product_review" ("employee_id");
  create table if not exists "product_rating" (
    "product_id" text not null,
    "review_count" int not null,
    "rating_sum" int not null,
    constraint "product_rating_pkey" primary key ("product_id"),
    constraint "product_rating_check" check ("review_count" >= 0 and "rating_sum" between "review_count" and 5 * "review_count")
  );
  create table if not exists "review_signature" (
    "legal_entity_id" text not null,
    "shown" text not null,
    constraint "review_signature_pkey" primary key ("legal_entity_id"),
    constraint "review_signature_check" check ("shown" in ('first_name', 'first_name_and_city', 'nobody'))
  );`

/** A decision about several reviews is made by one at a time (advisory lock), an author writes one: rows of ratings are never waited for crosswise. */
const KEEP = `
  create or replace function kontor_keep_product_rating() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' and old.state = 'published' then
      update product_rating set review_count = review_count - 1, rating_sum = rating_sum - old.rating where product_id = old.product_id;
    end if;
    if tg_op <> 'DELETE' and new.state = 'published' then
      insert into product_rating as r (product_id, review_count, rating_sum) values (new.product_id, 1, new.rating)
      on conflict (product_id) do update set review_count = r.review_count + 1, rating_sum = r.rating_sum + excluded.rating_sum;
    end if;
    return null;
  end $$;`
