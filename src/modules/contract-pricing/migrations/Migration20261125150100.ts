import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A contract is in the scope of hundreds of adjustments, of which few aim at what is asked about. The index has all that tells them apart, so
 * that those which do not are never looked up in the table: they lie in as many of its pages. Hand-written: DML includes no columns in an index.
 */
export class Migration20261125150100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "price_adjustment_scope";`)
    this.addSql(
      `create index if not exists "price_adjustment_scope" on "price_adjustment" ("scope_kind", "scope_id")
        include ("key", "id", "category_key", "trait_keys", "specificity", "kind", "value", "from_quantity", "starts_on", "ends_on", "currency_code", "is_stacking")
        where "deleted_at" is null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "price_adjustment_scope";`)
    this.addSql(
      `create index if not exists "price_adjustment_scope" on "price_adjustment" ("scope_kind", "scope_id") where "deleted_at" is null;`
    )
  }
}
