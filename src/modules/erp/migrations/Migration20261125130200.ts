import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Where the goods of each group of the ERP are put. `own_category_id` is the category that was made of the group itself, `category_id` the one that its
 * goods are in. Of groups that are not mirrored it is kept which products they hold (`group_product`) and which links to categories
 * follow from that (`erp_placement`), so that links made by hand are nobody else's.
 */
export class Migration20261125130200 extends Migration {
  override async up(): Promise<void> {
    for (const statement of TABLES) {
      this.addSql(statement)
    }
    this.addSql(MIRRORED_SO_FAR)
  }

  override async down(): Promise<void> {
    for (const table of ["erp_placement", "group_product", "group_mapping", "erp_source"]) {
      this.addSql(`drop table if exists "${table}";`)
    }
  }
}

const TABLES = [
  `create table if not exists "erp_source" (
    "source" text not null primary key,
    "unknown_groups" text not null default 'mirror' check ("unknown_groups" in ('mirror', 'inbox'))
  );`,
  `create table if not exists "group_mapping" (
    "source" text not null, "external_id" text not null, "name" text not null, "parent_external_id" text null,
    "position" integer not null default 0, "is_deleted" boolean not null default false,
    "state" text not null check ("state" in ('mirrored', 'mapped', 'inbox', 'ignored')),
    "category_id" text null, "own_category_id" text null, "updated_at" timestamptz not null default now(),
    constraint "group_mapping_pkey" primary key ("source", "external_id")
  );`,
  `create index if not exists "group_mapping_category_id" on "group_mapping" ("category_id");`,
  `create table if not exists "group_product" (
    "source" text not null, "group_external_id" text not null, "product_id" text not null,
    constraint "group_product_pkey" primary key ("source", "group_external_id", "product_id")
  );`,
  `create index if not exists "group_product_product_id" on "group_product" ("product_id");`,
  `create table if not exists "erp_placement" (
    "product_id" text not null, "category_id" text not null,
    constraint "erp_placement_pkey" primary key ("product_id", "category_id")
  );`,
]

/** A fresh database has neither categories nor groups yet. */
const MIRRORED_SO_FAR = `
  do $$ begin
    if to_regclass('product_category') is not null then
      insert into group_mapping (source, external_id, name, parent_external_id, position, is_deleted, state, category_id, own_category_id)
      select m.source, m.external_id, c.name, up.external_id, c.rank, not c.is_active, 'mirrored', c.id, c.id
      from erp_mapping m
      join product_category c on c.id = m.internal_id and c.deleted_at is null
      left join erp_mapping up on up.source = m.source and up.kind = 'group' and up.internal_id = c.parent_category_id
      where m.kind = 'group'
      on conflict do nothing;
    end if;
  end $$;`
