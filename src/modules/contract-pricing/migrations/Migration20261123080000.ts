import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the ERP said of formed carts. Not in the metadata of cart lines: those a dealer may write. Hand-written: a primary key of text and
 * `numeric` are not expressible in DML.
 */
export class Migration20261123080000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "cart_refinement" (
        "cart_id" text not null,
        "contract_id" text not null,
        "lines_digest" text not null,
        "source" text not null,
        "document" text null,
        "as_of" timestamptz not null,
        "refined_at" timestamptz not null,
        "valid_until" timestamptz not null,
        constraint "cart_refinement_pkey" primary key ("cart_id")
      );
      create index if not exists "cart_refinement_valid_until" on "cart_refinement" ("valid_until");
      create table if not exists "cart_refinement_line" (
        "cart_id" text not null,
        "line_id" text not null,
        "our_price" numeric(20, 6) not null,
        "erp_price" numeric(20, 6) null,
        "code" text null,
        constraint "cart_refinement_line_pkey" primary key ("cart_id", "line_id"),
        constraint "cart_refinement_line_code_check" check ("code" in ('line_missing', 'amount_far_off', 'unknown_to_erp')),
        constraint "cart_refinement_line_has_price" check ("code" is not null or "erp_price" is not null),
        constraint "cart_refinement_line_cart" foreign key ("cart_id") references "cart_refinement" ("cart_id") on delete cascade
      );
      create table if not exists "cart_refinement_failure" (
        "cart_id" text not null,
        "code" text not null,
        "at" timestamptz not null,
        constraint "cart_refinement_failure_pkey" primary key ("cart_id")
      );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "cart_refinement_failure", "cart_refinement_line", "cart_refinement";`)
  }
}
