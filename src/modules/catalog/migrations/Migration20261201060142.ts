import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A rule of visibility that aims at a category holds for its goods also while the category, or one above it, is switched off: an entry has the keys of
 * such places as negative ones. Otherwise what a rule hides would come to light in the list of all goods once somebody switches its category off.
 */
export class Migration20261201060142 extends Migration {
  override async up(): Promise<void> {
    this.addSql(decideFunction("abs(placed.category_key)"))
  }

  override async down(): Promise<void> {
    this.addSql(decideFunction("placed.category_key"))
  }
}

/** As it was made by Migration20261124050200, but for the key by which rules are met. */
const decideFunction = (placedKey: string) => `
  create or replace function kontor_decide_entries(entry_keys int[], one_assortment int default null) returns void language plpgsql as $$
  begin
    with changed as materialized (
      select e.key, e.category_keys from unnest(entry_keys) as named (key) join catalog_entry e on e.key = named.key
    ),
    asked as materialized (select key, shows_rest, lists_shown from assortment where one_assortment is null or key = one_assortment),
    rule as materialized (select r.* from asked join assortment_rule r on r.assortment_key = asked.key),
    hit as (
      select r.assortment_key, c.key as entry_key, r.place, r.shows
      from changed c cross join lateral unnest(c.category_keys) as placed (category_key) join rule r on r.category_key = ${placedKey}
      union all
      select r.assortment_key, t.entry_key, r.place, r.shows
      from (select distinct trait_key from rule where trait_key is not null) aimed
      join trait_entry t on t.trait_key = aimed.trait_key
      join changed c on c.key = t.entry_key
      join rule r on r.trait_key = aimed.trait_key
    ),
    decided as materialized (
      select distinct on (assortment_key, entry_key) assortment_key, entry_key, shows from hit order by assortment_key, entry_key, place
    ),
    wanted as materialized (
      select d.assortment_key, d.entry_key from decided d join asked a on a.key = d.assortment_key where d.shows = a.lists_shown
      union all
      select a.key, c.key from asked a cross join changed c
      where a.shows_rest = a.lists_shown
        and not exists (select from decided d where d.assortment_key = a.key and d.entry_key = c.key)
    ),
    removed as (
      delete from assortment_entry x using asked a, changed c
      where x.assortment_key = a.key and x.entry_key = c.key
        and not exists (select from wanted w where w.assortment_key = x.assortment_key and w.entry_key = x.entry_key)
    )
    insert into assortment_entry (assortment_key, entry_key)
    select w.assortment_key, w.entry_key from wanted w
    where not exists (select from assortment_entry x where x.assortment_key = w.assortment_key and x.entry_key = w.entry_key)
    order by w.assortment_key, w.entry_key;
  end $$;`
