/** Words from which names are put together. All brands and companies are invented. */

export interface Brand {
  name: string
  /** Opens the articles of the brand's goods. */
  code: string
}

export const BRANDS: readonly Brand[] = [
  { name: "Кедр-Тех", code: "KT" },
  { name: "Нордвик", code: "NV" },
  { name: "Вихряна", code: "VR" },
  { name: "Уралмонт", code: "UM" },
  { name: "Стальград", code: "SG" },
  { name: "Мастерок+", code: "MP" },
  { name: "Домовита", code: "DV" },
  { name: "Ладожье", code: "LD" },
  { name: "Сибтон", code: "ST" },
  { name: "Громовар", code: "GV" },
  { name: "Хозяин & Ко", code: "HK" },
  { name: "Тарбекс", code: "TX" },
]

export const COUNTRIES: readonly string[] = ["Россия", "Китай", "Беларусь", "Турция", "Вьетнам", "Казахстан"]

export const WARRANTY_MONTHS: readonly string[] = ["6", "12", "24", "36", "60"]

/** Colours and sizes of the products that have characteristics (характеристики). */
export const COLOURS: readonly string[] = ["чёрный", "белый", "синий", "красный", "зелёный", "серый", "оранжевый", "бежевый"]
export const SIZES: readonly string[] = ["44-46", "48-50", "52-54", "56-58", "60-62", "64-66"]

export const DESCRIPTION_OPENINGS: readonly string[] = [
  "Надёжное решение для ежедневной работы.",
  "Практичный выбор для дома и мастерской.",
  "Модель для профессионального применения.",
  "Проверено на собственном складе поставщика.",
  "Новая серия с улучшенной эргономикой.",
]

export const DESCRIPTION_ENDINGS: readonly string[] = [
  "Поставляется в фирменной упаковке.",
  "Перед применением ознакомьтесь с инструкцией.",
  "Хранить в сухом месте при температуре от +5 до +35 °С.",
  "Сертифицировано, соответствует ТР ТС.",
]

export const SERVICES: readonly string[] = [
  "Доставка по городу",
  "Доставка до терминала перевозчика",
  "Подъём на этаж",
  "Сборка и пусконаладка",
  "Заточка инструмента",
  "Гравировка логотипа",
]

export const WAREHOUSES: readonly string[] = [
  "Центральный склад",
  "Склад Северный",
  "Склад Урал (Екатеринбург)",
  "Склад Сибирь (Новосибирск)",
  "Склад Юг (Ростов-на-Дону)",
  "Склад Поволжье (Казань)",
  "Транзитный склад",
  "Шоу-рум",
]

export const COMPANY_FIRST: readonly string[] = [
  "Строй",
  "Хоз",
  "Тех",
  "Инстру",
  "Мастер",
  "Пром",
  "Дом",
  "Снаб",
  "Крепёж",
  "Торг",
  "Электро",
  "Агро",
]
export const COMPANY_SECOND: readonly string[] = [
  "маркет",
  "комплект",
  "сервис",
  "центр",
  "ресурс",
  "гарант",
  "альянс",
  "опт",
  "базис",
  "ритейл",
  "лайн",
  "мир",
]

/** Town, region code of its tax office, postcode. */
export const TOWNS: readonly (readonly [name: string, region: string, postcode: string])[] = [
  ["г. Москва", "77", "115114"],
  ["г. Санкт-Петербург", "78", "196084"],
  ["Свердловская обл., г. Екатеринбург", "66", "620014"],
  ["Новосибирская обл., г. Новосибирск", "54", "630007"],
  ["Респ. Татарстан, г. Казань", "16", "420021"],
  ["Респ. Башкортостан, г. Уфа", "02", "450008"],
  ["Краснодарский край, г. Краснодар", "23", "350015"],
  ["Самарская обл., г. Самара", "63", "443010"],
  ["Пермский край, г. Пермь", "59", "614000"],
  ["Приморский край, г. Владивосток", "25", "690091"],
  ["Респ. Адыгея, г. Майкоп", "01", "385000"],
]

export const STREETS: readonly string[] = [
  "ул. Складская",
  "ул. Заводская",
  "пр-кт Мира",
  "ул. Индустриальная",
  "ул. Торговая",
  "пер. Рабочий",
  "ш. Южное",
]

export const PAYMENT_TERMS: readonly string[] = [
  "Предоплата 100 %",
  "Отсрочка 14 календарных дней",
  "Отсрочка 30 календарных дней",
  "Аванс 50 %, остаток до отгрузки",
]

/** Sales regions, as the terms of a contract name them. */
export const REGIONS: readonly string[] = ["Центр", "Урал", "Поволжье", "Северо-Запад"]

/** Categories that clients are sorted into. */
export const CATEGORIES: readonly string[] = ["Опт", "Розничные сети", "Интернет-магазины", "Монтажные бригады"]

export const FIRST_NAMES: readonly string[] = ["Анна", "Пётр", "Мария", "Олег", "Ирина", "Сергей", "Елена", "Тимур", "Ольга", "Андрей"]

/** Surnames that are the same for women and men, so that any first name goes with them. */
export const SURNAMES: readonly string[] = [
  "Бондаренко",
  "Черных",
  "Шевченко",
  "Седых",
  "Ткаченко",
  "Долгих",
  "Мороз",
  "Гончаренко",
  "Белых",
  "Коваль",
]

/** Banks with their БИК; the correspondent account follows from it. */
export const BANKS: readonly (readonly [name: string, bic: string])[] = [
  ["АО «Банк Кедр»", "044525811"],
  ["ПАО «Уральский торговый банк»", "046577904"],
  ["АО «Волжский расчётный банк»", "042202833"],
]
