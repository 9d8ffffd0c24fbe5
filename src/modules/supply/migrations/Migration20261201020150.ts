import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const only = (table: string, column: string, words: string[]) => `
  alter table "${table}" drop constraint if exists "${table}_${column}_check";
  alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${words.map((word) => `'${word}'`).join(", ")}));`

const SUPPLY_CAUSES = ["supply_moved", "supply_short", "supply_cancelled", "supply_arrived", "supply_came", "shipped"]
const CAUSES = [...SUPPLY_CAUSES, "by_hand", "accepted", "split", "cancelled"]
const KINDS = ["held", "ending", "prolonged", "kept", "expired", "released", "taken", "returned", "shipped", "cancelled"]

/**
 * What orders have given up of stock since somebody who waits was last served of it: written as it is freed, gone as it is shared out. What an order lets
 * go of in parts, and who is served of what others gave up, have words of their own in the logs.
 */
export class Migration20261201020150 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "freed_stock" (
        "id" bigint not null generated always as identity,
        "inventory_item_id" text not null,
        "location_id" text not null,
        "quantity" numeric not null,
        "created_at" timestamptz not null default now(),
        constraint "freed_stock_pkey" primary key ("id"),
        constraint "freed_stock_quantity_check" check ("quantity" > 0)
      );`)
    this.addSql(only("promise_change", "cause", [...CAUSES, "stock_freed"]))
    this.addSql(only("reservation_change", "kind", [...KINDS, "shipped_partly"]))
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "freed_stock";`)
    this.addSql(
      `delete from "promise_change" where "cause" = 'stock_freed'; delete from "reservation_change" where "kind" = 'shipped_partly';`
    )
    this.addSql(only("promise_change", "cause", CAUSES))
    this.addSql(only("reservation_change", "kind", KINDS))
  }
}
