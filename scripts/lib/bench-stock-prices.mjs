/**
 * The price types as stock Medusa holds them: an active price list of overrides each, for the customer group of its dealers. The retail type needs none:
 * its prices are those of the price sets, where the load has put them.
 */
const STATEMENTS = [
  "create temporary table bench_type as select key, name, currency_code, 'bench_' || key as id from price_type where not is_retail and deleted_at is null",
  "insert into customer_group (id, name) select 'cusgroup_' || id, name from bench_type",
  `insert into price_list (id, title, description, status, type, rules_count)
    select 'plist_' || id, name, name, 'active', 'override', 1 from bench_type`,
  `insert into price_list_rule (id, price_list_id, attribute, value)
    select 'plrule_' || id, 'plist_' || id, 'customer.groups.id', jsonb_build_array('cusgroup_' || id) from bench_type`,
  `insert into price (id, price_set_id, currency_code, amount, raw_amount, price_list_id)
    select 'price_' || t.id || '_' || e.key, e.price_set_id, t.currency_code, rounded.amount,
      jsonb_build_object('value', rounded.amount::text, 'precision', 20), 'plist_' || t.id
    from bench_type t
    join type_price p on p.price_type_key = t.key
    join catalog_entry e on e.key = p.entry_key and e.price_set_id is not null
    cross join lateral (select round(p.amount, 2) as amount) rounded
    order by t.key, e.key`,
]

/** Makes the price lists and puts the dealer into the group of his contract's price type. */
export async function makePriceLists(db, { customer_id, price_type_key }) {
  await db.query("set synchronous_commit = off")
  for (const statement of STATEMENTS) {
    await db.query(statement)
  }
  await db.query("insert into customer_group_customer (id, customer_id, customer_group_id) values ('cusgc_bench', $1, $2)", [
    customer_id,
    `cusgroup_bench_${price_type_key}`,
  ])
  await db.query("vacuum (analyze)")
}
