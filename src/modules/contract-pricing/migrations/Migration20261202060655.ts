import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lists of rules that have the plain item of a product get its characteristics at once, and not when the product is refreshed next: until then what a list hides would be seen.
 * Assortments follow by triggers. The tables are of other modules, and modules migrate in no order: where they are not there yet, no list has goods either.
 */
export class Migration20261202060655 extends Migration {
  override async up(): Promise<void> {
    this.addSql(FOLLOW_PLAIN_ITEMS)
  }

  /** What was on a list by itself cannot be told from what followed; it is told anew with the list. */
  override async down(): Promise<void> {
    // Nothing to take back.
  }
}

/** As `refresh-trait-entries.ts` has it, so that a refresh finds nothing to add. */
const FOLLOW_PLAIN_ITEMS = `
  do $$ begin
    if to_regclass('catalog_entry') is not null and to_regclass('product_variant') is not null then
      insert into trait_entry (trait_key, entry_key)
      select distinct t.key, sibling.key
      from price_trait t
      join trait_entry x on x.trait_key = t.key
      join catalog_entry base on base.key = x.entry_key
      join product_variant plain on plain.id = base.variant_id and plain.metadata ->> 'is_base' = 'true'
      join catalog_entry sibling on sibling.product_id = base.product_id and sibling.key <> base.key
      where t.kind = 'list' and not exists (select from trait_entry o where o.trait_key = t.key and o.entry_key = sibling.key)
      order by 1, 2;
    end if;
  end $$;`
