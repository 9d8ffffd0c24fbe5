import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Goods, offers, prices and stock come in packages of their own, and each completes the same row: it finds room for its new version beside
 * the old one, so that the index is not written.
 */
export class Migration20261123010200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "erp_digest" set (fillfactor = 50);`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "erp_digest" reset (fillfactor);`)
  }
}
