const PRICE_TYPES = 20
/** A tree of three levels: 12 roots, 72 below them, 600 leaves in which the goods are. */
const CATEGORIES = 684
const ADJUSTMENTS_A_CONTRACT = 20

/** Tables of which the world takes possession; those that refer to them are emptied too. */
const TABLES = `catalog_entry, catalog_category, catalog_total, product_category, price_type, type_price, price_trait, trait_entry, price_adjustment, price_threshold,
  pricing_contract, contract_price, client_category, holding, legal_entity, supplier_entity, contract, price_set, price, price_list`

/** What does not grow: categories, price types, traits (60 brands, 400 values of properties, 20 labels, 50 lists), categories of clients. */
const SHELVES = [
  `truncate ${TABLES} cascade`,
  `insert into product_category (id, name, handle, mpath)
    select level || i, 'Раздел ' || level || i, level || i,
      case level when 'r' then 'r' || i when 'm' then format('r%s.m%s', 1 + i % 12, i) else format('r%s.m%s.l%s', 1 + (1 + i % 72) % 12, 1 + i % 72, i) end
    from (values ('r', 12), ('m', 72), ('l', 600)) as levels (level, size) cross join generate_series(1, size) i`,
  "insert into catalog_category (key, category_id) select row_number() over (order by id), id from product_category",
  `insert into price_type (id, name, currency_code, is_retail, fallback_id)
    select 'pt' || i, 'Вид цены ' || i, 'rub', i = 1, case when i = 3 then 'pt2' end from generate_series(1, ${PRICE_TYPES}) i`,
  `insert into price_trait (key, kind, name, value)
    select i, 'brand', '', 'Марка ' || i from generate_series(1, 60) i
    union all select 60 + i, 'property', 'Свойство ' || i % 20, 'Значение ' || i from generate_series(1, 400) i
    union all select 460 + i, 'label', '', 'Метка ' || i from generate_series(1, 20) i
    union all select 480 + i, 'list', 'Список ' || i, '' from generate_series(1, 50) i`,
  "insert into client_category (id, name) select 'cc' || i, 'Категория ' || i from generate_series(1, 50) i",
  "insert into supplier_entity (id, name) values ('supplier', 'Поставщик')",
]

/** Goods number `from` + 1 to `to`, with a price of nearly every type in the order in which a load writes them, three values of properties, a brand, and some with a label or on a list. */
const goods = (from, to) => {
  const numbers = `generate_series(${from + 1}, ${to})`
  return [
    `insert into price_set (id) select 'ps' || e from ${numbers} e`,
    `insert into catalog_entry (key, variant_id, price_set_id, article, sku, title, category_keys, is_listed)
      select e, 'variant' || e, 'ps' || e, 'A-' || lpad(e::text, 7, '0'), 'SKU-' || e,
        (array['Ключ накидной', 'Дрель ударная', 'Круг отрезной', 'Саморез кровельный', 'Перчатки рабочие'])[1 + e % 5] || ' ' || e % 97 || ' × ' || e,
        leaf.keys, true
      from ${numbers} e
      join (
        select substr(c.id, 2)::int as number, array_agg(k.key order by k.key) as keys
        from product_category c cross join string_to_table(c.mpath, '.') as above (id) join catalog_category k on k.category_id = above.id
        where c.id like 'l%' group by c.id
      ) leaf on leaf.number = 1 + e % 600`,
    `insert into type_price (price_type_key, entry_key, amount)
      select t.key, e, 100 + ((e * 7919 + t.key * 31) % 100000) / 10.0
      from (select key, is_retail from price_type order by key) t cross join ${numbers} e where t.is_retail or (e + t.key) % 40 <> 0 order by t.key, e`,
    `insert into trait_entry (trait_key, entry_key)
      select 1 + e % 60, e from ${numbers} e
      union select 61 + (e * 17 + k * 29) % 400, e from ${numbers} e, generate_series(1, 3) k
      union select 461 + e % 20, e from ${numbers} e where e % 5 = 0
      union select 481 + e % 50, e from ${numbers} e where e % 11 = 0`,
  ]
}

/** Contracts number `from` + 1 to `to`, each of an entity of its own, with 500 prices of its own and its share of adjustments. */
const contracts = (from, to, entries) => {
  const numbers = `generate_series(${from + 1}, ${to})`
  return [
    `insert into holding (id, name) select distinct 'h' || c / 6, 'Холдинг ' || c / 6 from ${numbers} c on conflict do nothing`,
    `insert into legal_entity (id, name, holding_id) select 'le' || c, 'Клиент ' || c, case when c % 2 = 0 then 'h' || c / 6 end from ${numbers} c`,
    `insert into legal_entity_category (id, legal_entity_id, client_category_id)
      select 'lc' || c || '.' || place, 'le' || c, 'cc' || category
      from ${numbers} c cross join lateral (values (1, 1 + c % 50), (2, 1 + (c + 7) % 50)) as member (place, category)`,
    `insert into contract (id, number, legal_entity_id, supplier_entity_id, currency_code, region, price_type_id)
      select 'c' || c, 'Д-' || c, 'le' || c, 'supplier', 'rub', (array['Юг', 'Север', 'Центр', null])[1 + c % 4], 'pt' || 2 + c % ${PRICE_TYPES - 1} from ${numbers} c`,
    `insert into pricing_contract (key, contract_id, currency_code) select c, 'c' || c, 'rub' from ${numbers} c`,
    `insert into contract_price (contract_key, entry_key, from_quantity, amount, source, document)
      select c, 1 + (c * 131 + n * 67) % ${entries}, place.from_quantity, 90 + (c + n) % 500 - place.from_quantity / 10, 'erp', 'Соглашение ' || c
      from ${numbers} c cross join generate_series(1, 400) n cross join lateral (values (0), (100)) as place (from_quantity)
      where place.from_quantity = 0 or n <= 100 on conflict do nothing`,
    adjustments(from, to),
  ]
}

/** Of a hundred 60 are for one contract, 15 for an entity, 10 for a holding; the rest, for categories, regions and everyone, do not grow with the contracts. */
const adjustments = (from, to) => `
  insert into price_adjustment (id, name, scope_kind, scope_id, category_key, trait_keys, specificity, kind, value, currency_code, from_quantity, starts_on, is_stacking, source)
  select 'padj_' || i, 'Скидка ' || i, scope,
    case scope when 'contract' then 'c' || owner when 'legal_entity' then 'le' || owner when 'holding' then 'h' || owner / 6
      when 'client_category' then 'cc' || 1 + i % 50 when 'region' then (array['Юг', 'Север', 'Центр'])[1 + i % 3] else '' end,
    case when target in (0, 1, 6) then 1 + (i * 37) % ${CATEGORIES} end,
    case target when 2 then array[1 + (i * 7) % 60] when 3 then array[61 + (i * 11) % 400] when 4 then array[461 + i % 20] when 5 then array[481 + i % 50]
      when 6 then array[1 + (i * 3) % 60] else '{}' end,
    (array[5, 5, 4, 3, 2, 1, 4, 6])[1 + target], case when i % 10 = 0 then 'fixed' else 'percent' end, -(i % 30), case when i % 10 = 0 then 'rub' end,
    case when i % 9 = 0 then 10 else 0 end, date '2026-01-01' + i % 100, i % 53 = 0, 'erp'
  from (
    select i, ${from} + 1 + (i * 13) % ${to - from} as owner, case when (i / 100) % 16 = 7 then 7 else (i / 100) % 7 end as target,
      case when i % 100 < 60 then 'contract' when i % 100 < 75 then 'legal_entity' when i % 100 < 85 then 'holding' when i % 100 < 95 then 'client_category'
        when i % 100 < 98 then 'region' when i % 100 < 99 then 'everyone' else 'contract' end as scope
    from generate_series(${from * ADJUSTMENTS_A_CONTRACT + 1}, ${to * ADJUSTMENTS_A_CONTRACT}) i
  ) made
  where ${from} = 0 or scope in ('contract', 'legal_entity', 'holding')`

/** A hundred rules over two or three properties for a region. */
const MASS_RULES = `
  insert into price_adjustment (id, name, scope_kind, scope_id, trait_keys, specificity, kind, value, starts_on, source)
  select 'padj_mass_' || i, 'Правило ' || i, 'region', (array['Юг', 'Север', 'Центр'])[1 + i % 3],
    array[61 + (i * 17) % 400, 61 + (i * 17 + 29) % 400] || case when i % 2 = 0 then array[61 + (i * 17 + 58) % 400] else '{}' end, 3, 'percent', -(i % 30), '2026-01-01', 'portal'
  from generate_series(1, 100) i`

/**
 * Stock Medusa knows no types and no adjustments: what a contract pays is written out, in a price list of each contract that is told by a rule.
 * Each list has the same goods, those that are asked about.
 */
const priceLists = (contractCount, goodsCount) => [
  `insert into price (id, price_set_id, currency_code, amount, raw_amount)
    select 'price' || p.entry_key, 'ps' || p.entry_key, 'rub', p.amount, jsonb_build_object('value', p.amount::text, 'precision', 20)
    from type_price p join price_type t on t.key = p.price_type_key and t.is_retail`,
  `insert into price_list (id, title, description, status, type, rules_count)
    select 'plist' || c, 'Договор ' || c, '', 'active', 'override', 1 from generate_series(1, ${contractCount}) c`,
  `insert into price_list_rule (id, price_list_id, attribute, value)
    select 'plrule' || c, 'plist' || c, 'customer.groups.id', jsonb_build_array('group' || c) from generate_series(1, ${contractCount}) c`,
  `insert into price (id, price_set_id, currency_code, amount, raw_amount, price_list_id)
    select format('price%s.%s', c, e), 'ps' || e, 'rub', amount, jsonb_build_object('value', amount::text, 'precision', 20), 'plist' || c
    from generate_series(1, ${contractCount}) c cross join generate_series(1, ${goodsCount}) e cross join lateral (select 100 + (c + e) % 900 as amount) own`,
]

/** Fills an empty or foreign database with prices of so many goods and contracts, and with the same as price lists of stock Medusa. */
export async function makePriceWorld(db, { entries, contractCount, listedGoods }) {
  await runAll(db, [
    ...SHELVES,
    ...goods(0, entries),
    ...contracts(0, contractCount, entries),
    MASS_RULES,
    ...priceLists(contractCount, listedGoods),
  ])
}

/** Adds goods and contracts to such a world. */
export async function growPriceWorld(db, from, to) {
  await runAll(db, [
    ...(to.entries > from.entries ? goods(from.entries, to.entries) : []),
    ...(to.contractCount > from.contractCount ? contracts(from.contractCount, to.contractCount, to.entries) : []),
  ])
}

async function runAll(db, statements) {
  await db.query("set synchronous_commit = off")
  for (const statement of statements) {
    await db.query(statement)
  }
  await db.query("vacuum (analyze)")
}
