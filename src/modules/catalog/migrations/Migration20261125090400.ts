import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who wants to be told, once, when a product is in stock again or costs less under a contract. Hand-written: integer keys of entries, exact decimals. */
export class Migration20261125090400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "goods_notice" (
        "id" text not null,
        "employee_id" text not null,
        "contract_id" text not null,
        "entry_key" int not null,
        "kind" text not null check ("kind" in ('back_in_stock', 'price_drop')),
        "price_at" numeric not null,
        "created_at" timestamptz not null default now(),
        "told_at" timestamptz null,
        "told_price" numeric null,
        constraint "goods_notice_pkey" primary key ("id")
      );
    `)
    this.addSql(`
      create unique index if not exists "goods_notice_waiting" on "goods_notice" ("contract_id", "employee_id", "entry_key", "kind")
        where "told_at" is null;
    `)
    this.addSql(`create index if not exists "goods_notice_of_employee" on "goods_notice" ("employee_id", "contract_id", "created_at");`)
    this.addSql(`create index if not exists "goods_notice_told" on "goods_notice" ("told_at") where "told_at" is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "goods_notice";`)
  }
}
