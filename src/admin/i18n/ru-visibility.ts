import type { Texts } from "./en"

/** Texts of the rules of who sees which goods. */
const visibility: Texts["visibility"] = {
  title: "Видимость товаров",
  search: "Правило, клиент или товар",
  name: "Название",
  effect: "Действие",
  effects: { hide: "Скрывает", show: "Показывает" },
  scope: "Для кого",
  target: "Какие товары",
  targets: {
    everything: "Все товары",
    category: "Категория",
    brand: "Бренд",
    property: "Свойство",
    label: "Метка",
    list: "Список товаров",
    entry: "Товар",
  },
  size: "товаров: {{total}}",
  add: "Добавить правило",
  change: "Изменить",
  end: "Завершить",
  ended: "Правило завершено",
  endQuestion: "{{name}}, для кого: {{scope}}. Дальше решают другие правила.",
  formHint:
    "Решает ближайшее правило: договор, юрлицо, холдинг, категория клиентов, все; затем товар, список, метка, свойство, бренд, более глубокая категория, все товары. Из равных — то, что скрывает. Ассортимент договора — это «скрыть все товары» и «показать список».",
  preview: "Что изменится",
  touched: "Договоров: {{contracts}}, клиентов: {{clients}}",
  group: "Клиентов: {{clients}}. Скроется товаров: {{hidden}}, появится: {{shown}}",
  partly: "Показаны самые большие группы клиентов.",
  empty: "Правил пока нет",
  emptyHint: "Все видят все товары.",
  category: "В портале",
  categoryType: "Вид",
  categoryTypes: { stock: "Со склада", preorder: "Предзаказ" },
  categoryLabel: "Метка",
  categoryHint: "Метку дилеры видят рядом с названием категории. Загрузки из 1С ни то, ни другое не меняют.",
}

export default visibility
