/** A tree of three levels: 12 roots, 72 below them, 600 leaves in which the goods are. */
const LEAVES = 600
const PROPERTIES = 300

const array = (words) => `array[${words.split(" ").map((word) => `'${word}'`)}]`

const NOUNS = array(
  "Дрель Шуруповерт Перфоратор Лобзик Рубанок Фрезер Степлер Молоток Кувалда Отвертка Пассатижи Кусачки Стамеска Ножовка Рулетка Уровень Штангенциркуль Саморез Анкер Дюбель Болт Гайка Шайба Заклепка Кронштейн Петля Замок Ручка Засов Круг Диск Полотно Коронка Бур Сверло Бита Кисть Валик Шпатель Правило Перчатки Очки Респиратор Каска Ведро Таз Швабра Метла Лопата Грабли Секатор Шланг Лейка Ключ Головка Трещотка"
)
const ADJECTIVES = array(
  "ударная аккумуляторный сетевой слесарный столярный алмазный кровельный оцинкованный накидной рожковый торцевой разводной садовый хозяйственный строительный профессиональный усиленный складной телескопический изолированный магнитный универсальный малярный угловой отрезной шлифовальный победитовый конусный шестигранный латексный"
)
const SYLLABLES = array("ба ве ги до жу зо ки лю ма не по ра су те фи хо ца чи шу эр")
const COLOURS = array("красный синий зеленый черный белый желтый серый оранжевый коричневый бежевый фиолетовый голубой")

const of = (words, number) => `(${words})[1 + (${number}) % cardinality(${words})]`

const SHELVES = [
  `insert into product_category (id, name, handle, mpath, parent_category_id, is_active, is_internal, rank)
    select level || i, 'Раздел ' || level || i, level || i,
      case level when 'r' then 'r' || i when 'm' then format('r%s.m%s', 1 + i % 12, i) else format('r%s.m%s.l%s', 1 + (1 + i % 72) % 12, 1 + i % 72, i) end,
      case level when 'm' then 'r' || 1 + i % 12 when 'l' then 'm' || 1 + i % 72 end, true, false, i
    from (values ('r', 12), ('m', 72), ('l', ${LEAVES})) as levels (level, size) cross join generate_series(1, size) i`,
]

/** Goods number `from` + 1 to `to`: brand, colour, three measures, and ten of three hundred properties that depend on the category. */
const goods = (from, to) => {
  const numbers = `generate_series(${from + 1}, ${to}) e`
  return [
    `insert into product (id, title, handle, status, metadata)
      select 'prod' || e,
        ${of(NOUNS, "e % 600 / 10")} || ' ' || ${of(ADJECTIVES, "e * 7 / 3")} || ' ' || upper(${of(SYLLABLES, "e")}) || ${of(SYLLABLES, "e / 20")} || ${of(SYLLABLES, "e / 400")}
          || ' ' || e % 97 || ' × ' || e % 1009 || ' мм',
        'prod' || e, 'published',
        jsonb_build_object('manufacturer', 'Марка ' || e % 60, 'properties', jsonb_build_array(
            jsonb_build_object('name', 'Цвет', 'value', ${of(COLOURS, "e / 7")}),
            jsonb_build_object('name', 'Вес', 'value', trim_scale(e % 499 / 10.0)::text),
            jsonb_build_object('name', 'Длина', 'value', (e % 211 * 5)::text),
            jsonb_build_object('name', 'Мощность', 'value', (100 + e % 31 * 50)::text)
          ) || (
            select jsonb_agg(jsonb_build_object('name', 'Свойство ' || (e % ${LEAVES} * 3 + k * 7) % ${PROPERTIES - 4}, 'value', 'Значение ' || (e * 31 + k * k) % (5 + k * 4)))
            from generate_series(1, 10) k
          ))
      from ${numbers}`,
    `insert into product_variant (id, product_id, title, sku, barcode, metadata)
      select 'variant' || e, 'prod' || e, 'Основной', 'SKU-' || e, (4600000000000 + e)::text, jsonb_build_object('article', 'A-' || lpad(e::text, 7, '0'), 'is_base', true)
      from ${numbers}`,
    `insert into product_category_product (product_id, product_category_id) select 'prod' || e, 'l' || 1 + e % ${LEAVES} from ${numbers}`,
    `insert into product_sales_channel (id, product_id, sales_channel_id) select 'prodsc' || e, 'prod' || e, default_sales_channel_id from store cross join ${numbers}`,
  ]
}

/** Fills Medusa's own tables of an empty or foreign database with so many goods; the catalogue is made of them by its refresh. */
export async function makeSearchWorld(db, count) {
  await runAll(db, [
    "truncate catalog_entry, catalog_category, catalog_total, product, product_category, product_sales_channel cascade",
    ...SHELVES,
    ...goods(0, count),
  ])
}

/** Adds goods to such a world. */
export async function growSearchWorld(db, from, to) {
  await runAll(db, goods(from, to))
}

async function runAll(db, statements) {
  await db.query("set synchronous_commit = off")
  for (const statement of statements) {
    await db.query(statement)
  }
  await db.query("vacuum (analyze)")
}
