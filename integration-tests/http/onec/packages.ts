/** Tiny CommerceML packages, as the built-in client of 1C writes them. */

const BOM = "\uFEFF"

export interface TestItem {
  id: string
  name: string
  article: string
  price: string
  stock: string
  image?: string
}

export const DRILL: TestItem = { id: "item-drill", name: "Дрель", article: "KT-1", price: "1200.50", stock: "7" }
export const HAMMER: TestItem = { id: "item-hammer", name: "Молоток", article: "KT-2", price: "300", stock: "0" }

function commerceMl(content: string): string {
  return `${BOM}<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ДатаФормирования="2026-01-31T10:00:00">${content}</КоммерческаяИнформация>`
}

export function importXml(items: TestItem[]): string {
  const products = items.map(
    ({ id, name, article, image }) =>
      `<Товар><Ид>${id}</Ид><Артикул>${article}</Артикул><Наименование>${name}</Наименование><БазоваяЕдиница Код="796 ">шт</БазоваяЕдиница>${image ? `<Картинка>${image}</Картинка>` : ""}<Группы><Ид>group-1</Ид></Группы></Товар>`
  )
  return commerceMl(
    `<Классификатор><Ид>CLS</Ид><Наименование>Каталог</Наименование><Группы><Группа><Ид>group-1</Ид><Наименование>Инструмент</Наименование></Группа></Группы></Классификатор>` +
      `<Каталог СодержитТолькоИзменения="false"><Ид>CAT</Ид><ИдКлассификатора>CLS</ИдКлассификатора><Наименование>Каталог</Наименование><Товары>${products.join("")}</Товары></Каталог>`
  )
}

export function offersXml(items: TestItem[]): string {
  const offers = items.map(
    ({ id, price, stock }) =>
      `<Предложение><Ид>${id}</Ид><Цены><Цена><ИдТипаЦены>type-1</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>руб</Валюта></Цена></Цены><Склад ИдСклада="wh-1" КоличествоНаСкладе="${stock}"/></Предложение>`
  )
  return commerceMl(
    `<ПакетПредложений СодержитТолькоИзменения="false"><Ид>CAT#</Ид><Наименование>Пакет</Наименование><ИдКаталога>CAT</ИдКаталога>` +
      `<ТипыЦен><ТипЦены><Ид>type-1</Ид><Наименование>Розничная</Наименование><Валюта>RUB</Валюта></ТипЦены></ТипыЦен>` +
      `<Склады><Склад><Ид>wh-1</Ид><Наименование>Основной</Наименование></Склад></Склады><Предложения>${offers.join("")}</Предложения></ПакетПредложений>`
  )
}

export interface TestOrderState {
  number: string
  status: string
}

/** Orders as the built-in client sends them back: known by their number. */
export function ordersXml(states: TestOrderState[]): string {
  return commerceMl(
    states
      .map(
        ({ number, status }) =>
          `<Документ><Ид>1c-${number}</Ид><Номер>${number}</Номер><Дата>2026-01-31</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><Валюта>руб</Валюта><Сумма>10</Сумма><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Номер по 1С</Наименование><Значение>УТ-1</Значение></ЗначениеРеквизита><ЗначениеРеквизита><Наименование>Статус заказа</Наименование><Значение>${status}</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ>`
      )
      .join("")
  )
}
