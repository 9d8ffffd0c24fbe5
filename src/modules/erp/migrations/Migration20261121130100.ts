import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The narrow tables of the exchange and the id function of the bulk loads: composite keys, arrays and functions are beyond what models
 * express.
 */
export class Migration20261121130100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "erp_mapping" ("source" text not null, "kind" text not null, "external_id" text not null, "internal_id" text not null, constraint "erp_mapping_pkey" primary key ("source", "kind", "external_id"));`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_mapping_internal" ON "erp_mapping" ("kind", "internal_id");`)

    this.addSql(
      `create table if not exists "erp_file" ("source" text not null, "path" text not null, "sha256" text not null, "bytes" integer not null, "file_id" text not null, "url" text not null, constraint "erp_file_pkey" primary key ("source", "path"));`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_file_sha256" ON "erp_file" ("sha256");`)

    this.addSql(
      `create table if not exists "erp_product_image" ("product_id" text not null, "position" integer not null, "source" text not null, "path" text not null, constraint "erp_product_image_pkey" primary key ("product_id", "position"));`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_product_image_path" ON "erp_product_image" ("source", "path");`)

    this.addSql(
      `create table if not exists "erp_property" ("source" text not null, "external_id" text not null, "name" text not null, constraint "erp_property_pkey" primary key ("source", "external_id"));`
    )
    this.addSql(
      `create table if not exists "erp_property_value" ("source" text not null, "external_id" text not null, "value" text not null, constraint "erp_property_value_pkey" primary key ("source", "external_id"));`
    )

    // One row a catalogue package, so that telling what an export held does not cost a write for every product.
    this.addSql(
      `create table if not exists "erp_seen" ("run_id" text not null, "source" text not null, "seen_at" timestamptz not null default now(), "is_full" boolean not null, "product_ids" text[] not null, constraint "erp_seen_pkey" primary key ("run_id"));`
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erp_seen_source" ON "erp_seen" ("source", "seen_at");`)

    this.addSql(ID_TIME_FUNCTION)
    this.addSql(ID_FUNCTION)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists kontor_id(text, text);`)
    this.addSql(`drop function if exists kontor_id_time(timestamptz);`)
    for (const table of ["erp_seen", "erp_property_value", "erp_property", "erp_product_image", "erp_file", "erp_mapping"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}

/**
 * The ten time characters of a ULID (Crockford's base 32 of the milliseconds), so that ids made here sort among Medusa's own. Written
 * out, since a loop costs ten times as much and a load makes hundreds of thousands of ids.
 */
const ID_TIME_FUNCTION = `
create or replace function kontor_id_time(moment timestamptz) returns text language plpgsql immutable parallel safe as $$
declare
  digits constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  ms constant bigint := (extract(epoch from moment) * 1000)::bigint;
begin
  return ${[9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((place) => `substr(digits, ((ms >> ${5 * place}) & 31)::int + 1, 1)`).join(" || ")};
end $$;`

/**
 * An id as Medusa's generateEntityId makes it: prefix, underscore, 26 characters, the first ten from {@link ID_TIME_FUNCTION}, computed
 * once a load. The other 16 are 64 pseudo-random bits: a load makes hundreds of thousands of ids, and gen_random_uuid() would cost it
 * seconds. An id is no secret, and the primary key refuses a collision.
 */
const ID_FUNCTION = `
create or replace function kontor_id(prefix text, moment text) returns text language sql volatile parallel safe as $$
  select prefix || '_' || moment
    || upper(lpad(to_hex((random() * 4294967295)::bigint), 8, '0') collate "C")
    || upper(lpad(to_hex((random() * 4294967295)::bigint), 8, '0') collate "C")
$$;`
