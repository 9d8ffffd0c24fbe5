import type { Texts } from "./en"

/** Texts of the thresholds from which another price type holds. */
const thresholds: Texts["thresholds"] = {
  title: "Пороги",
  search: "Клиент, вид цены или документ",
  basis: "Что считается",
  bases: { total: "Сумма корзины", quantity: "Количество в строке" },
  from: "От",
  type: "Вид цены",
  scope: "Для кого",
  scopes: {
    contract: "Договор",
    legal_entity: "Юрлицо",
    holding: "Холдинг",
    client_category: "Категория клиентов",
    region: "Регион",
    everyone: "Все",
  },
  days: "Дни",
  startsOn: "Первый день",
  endsOn: "Последний день",
  always: "всегда",
  since: "с {{day}}",
  until: "по {{day}}",
  add: "Добавить порог",
  change: "Изменить",
  end: "Завершить",
  ended: "Порог завершён",
  endQuestion: "{{scope}}, {{basis}} от {{from}}: открытые корзины вернутся к прежним ценам, как только их откроют.",
  formHint:
    "Отсюда действуют цены этого вида. Действует ближайший, у кого есть пороги: договор, юрлицо, холдинг, категория, регион, все. Собственные цены договора остаются.",
  fromHint: "Сумма корзины по ценам без этого порога или базовые единицы одной строки.",
  empty: "Порогов пока нет",
  emptyHint: "Добавьте порог здесь или дождитесь его из 1С.",
}

export default thresholds
