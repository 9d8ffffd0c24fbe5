import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Goods that stand in a category that was switched off before get its keys as negative ones at once, and not when their entries are refreshed next: until
 * then what a rule about the category hides would be seen. What follows the keys, totals and assortments, follows by triggers. The tree is of another
 * module, and modules migrate in no order: where it is not there yet, there are no goods either.
 */
export class Migration20261201060300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(KEEP_SHUT_PLACES)
  }

  override async down(): Promise<void> {
    this.addSql(`
      update catalog_entry set category_keys = array(select key from unnest(category_keys) as key where key > 0 order by key)
      where 0 > any (category_keys);`)
  }
}

/** As `refresh-catalog-entries.ts` has it, so that a refresh finds nothing to change. */
const KEEP_SHUT_PLACES = `
  do $$ begin
    if to_regclass('product_category') is not null and to_regclass('product_category_product') is not null then
      with shut as (
        select c.id, array_agg(k.key) as keys
        from product_category c
        cross join lateral string_to_table(c.mpath, '.') as path (id)
        join product_category ancestor on ancestor.id = path.id
        join catalog_category k on k.category_id = ancestor.id
        group by c.id
        having bool_and(ancestor.deleted_at is null) and not bool_and(ancestor.is_active and not ancestor.is_internal)
      ),
      placed as (
        select cp.product_id, array_agg(distinct -place.key) as keys
        from shut
        join product_category_product cp on cp.product_category_id = shut.id
        cross join lateral unnest(shut.keys) as place (key)
        group by cp.product_id
      ),
      wanted as materialized (
        select e.key, array(
          select distinct named.key from unnest(e.category_keys || placed.keys) as named (key)
          where named.key > 0 or -named.key <> all (e.category_keys)
          order by named.key
        ) as keys
        from placed join catalog_entry e on e.product_id = placed.product_id
      )
      update catalog_entry e set category_keys = wanted.keys, updated_at = now()
      from wanted where e.key = wanted.key and e.category_keys <> wanted.keys;
    end if;
  end $$;`
