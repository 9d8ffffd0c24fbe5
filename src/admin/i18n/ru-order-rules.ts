import type { Texts } from "./en"
import type { refusedOrderRules as refusedTexts } from "./en-order-rules"

/** Texts of the rules by how much is ordered. */
export const orderRules: Texts["orderRules"] = {
  title: "Правила заказа",
  search: "Клиент, товар, категория или документ",
  target: "На что",
  targets: { product: "Товар", category: "Категория товаров", everything: "Все товары" },
  multiplicity: "Кратность",
  minimum: "Минимум",
  maximum: "Максимум",
  hints: {
    multiplicity: "Пусто – правило о ней не говорит. 1 отменяет кратность более дальнего правила.",
    minimum: "Пусто – правило о нём не говорит. 0 отменяет минимум более дальнего правила.",
    maximum: "Пусто – правило о нём не говорит.",
  },
  unit: "Единица",
  unitChoice: "Единица количеств; не выбрана – базовые единицы",
  baseUnit: "базовая",
  add: "Добавить правило",
  create: "Новое правило заказа",
  change: "Изменение правила заказа",
  changeIt: "Изменить",
  end: "Завершить",
  ended: "Правило завершено",
  endQuestion: "{{scope}}, {{target}}: с этой минуты действует то, что говорят более дальние правила или сам товар.",
  lookFirst: "Сначала посмотрите, что изменится: сколько товаров и договоров затронуто и сколько можно заказать до и после.",
  comparedAll: "Другие количества в {{changed}} парах «договор – товар» (договоров: {{contracts}}, товаров: {{products}}).",
  comparedPart: "Другие количества в {{changed}} парах «договор – товар» из сравнённых (договоров: {{contracts}}, товаров: {{products}}).",
  impossible: "Нельзя было бы заказать вовсе: {{total}}",
  from: "от {{minimum}} по {{step}}",
  upTo: "до {{maximum}}",
  nothing: "заказать нельзя",
  bypassed: "Вне правил заказа, {{name}}: {{reason}}",
  empty: "Правил заказа пока нет",
  emptyHint: "Действует то, что указано у товаров в 1С. Добавьте здесь правило для клиентов, категорий или договоров.",
}

/** Why a rule was not taken, by code. */
export const refusedOrderRules: typeof refusedTexts = {
  order_rule_category_unknown: "Этой категории товаров больше нет.",
  order_rule_empty: "Укажите кратность, минимум или максимум.",
  order_rule_exists: "Для этих клиентов, товаров и единицы правило уже есть: измените его.",
  order_rule_impossible: "По этому правилу нельзя заказать ничего: максимум меньше первого возможного количества или равен нулю.",
  order_rule_product_unknown: "Этого товара больше нет.",
  order_rule_scope_invalid: "Выберите, для кого правило.",
  order_rule_scope_unknown: "Того, для кого правило, больше нет.",
  order_rule_target_invalid: "Правило бывает на один товар, одну категорию или на все товары.",
  order_rule_unit_unknown: "Этой единицей не продаётся ни один товар.",
}
