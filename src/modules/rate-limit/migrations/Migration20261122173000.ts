import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Counters of attempts, in the shape that rate-limiter-flexible writes. They are worth nothing after a crash, so the table is not logged. */
export class Migration20261122173000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create unlogged table if not exists "rate_limit" ("key" varchar(255) not null, "points" integer not null default 0,
      "expire" bigint, constraint "rate_limit_pkey" primary key ("key"));`)
    this.addSql(`create index if not exists "IDX_rate_limit_expire" on "rate_limit" ("expire");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "rate_limit";`)
  }
}
