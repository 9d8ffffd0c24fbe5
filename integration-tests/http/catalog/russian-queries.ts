/** Goods of a small catalogue: each noun with each of its qualities, of two brands. */
const GOODS: Record<string, string[]> = {
  Дрель: ["ударная", "безударная", "аккумуляторная"],
  Шуруповёрт: ["аккумуляторный", "сетевой"],
  "Ключ накидной": ["10 мм", "12 мм", "14х17 мм"],
  "Ключ рожковый": ["8х10 мм", "12х13 мм"],
  "Перчатки рабочие": ["х/б", "латексные", "нитриловые"],
  Саморез: ["кровельный 4,8х29", "по дереву 3,5х35"],
  "Круг отрезной": ["125х1,2", "230х2,0"],
  Лейка: ["садовая 5 л", "садовая 10 л"],
  "Ведро пластиковое": ["10 л", "12 л с крышкой"],
  "Кисть плоская": ["50 мм", "100 мм"],
  "Лента малярная": ["25 мм", "48 мм"],
  Рулетка: ["3 м", "5 м магнитная"],
  "Отвёртка крестовая": ["PH1", "PH2 диэлектрическая"],
  "Шланг поливочный": ["армированный 25 м", "витой 15 м"],
  "Сковорода чугунная": ["24 см", "28 см с крышкой"],
}

const BRANDS = ["Makita", "Зубр"]

/** Titles with articles as the supplier numbers them: "MA-1001", "ЗУ-1002" … */
export const QUERY_GOODS = Object.entries(GOODS)
  .flatMap(([noun, qualities]) => qualities.flatMap((quality) => BRANDS.map((brand) => `${noun} ${quality} ${brand}`)))
  .map((title, index) => ({
    id: `q${index}`,
    name: title,
    article: `${title.endsWith("Makita") ? "MA" : "ЗУ"}-${1001 + index}`,
  }))

/** What is typed, and the titles that are to be found by it: all that match, and no other. */
export const RUSSIAN_QUERIES: [why: string, q: string, titles: RegExp][] = [
  ["a word as it stands", "дрель", /^Дрель/],
  ["another number and case", "накидных ключей", /^Ключ накидной/],
  ["the plural", "рулетки", /^Рулетка/],
  ["the genitive", "сковороды чугунной", /^Сковорода чугунная/],
  ["an adjective in another gender", "аккумуляторный", /аккумуляторн/],
  ["ё typed as е", "шуруповерт", /^Шуруповёрт/],
  ["е typed as ё", "лёйка", /^Лейка/],
  ["the order of words", "садовая лейка", /^Лейка/],
  ["the beginning of a word", "перч", /^Перчатки/],
  ["a brand in Latin letters", "makita рулетка", /^Рулетка.*Makita/],
  ["a brand in Cyrillic letters", "рулетка зубр", /^Рулетка.*Зубр/],
  ["capital letters", "КИСТЬ", /^Кисть/],
  ["a size", "ключ 12х13", /12х13/],
  ["a size with the Latin x", "ключ 12x13", /12х13/],
  ["a number and a unit", "ведро 12 л", /^Ведро.* 12 л/],
  ["a missing letter", "шурповерт", /^Шуруповёрт/],
  ["a letter too many", "рулеттка", /^Рулетка/],
  ["a wrong vowel", "шурупаверт", /^Шуруповёрт/],
  ["exchanged letters", "дерль", /^Дрель/],
  ["two errors in a long word", "акамуляторый", /аккумуляторн/],
  ["one consonant for two", "акумуляторная дрель", /^Дрель аккумуляторная/],
  ["an unstressed vowel", "атвертка", /^Отвёртка/],
  ["a foreign word by ear", "сковарода", /^Сковорода/],
  ["errors in two words", "перчатки латексныи", /^Перчатки рабочие латексные/],
  ["an error in a word that is being typed", "полевоч", /^Шланг поливочный/],
  ["the Latin layout", "lhtkm", /^Дрель/],
  ["the Latin layout with letters among the signs", "rk.x hj;rjdsq", /^Ключ рожковый/],
  ["the Russian layout", "ьфлшеф", /Makita/],
  ["one word under another layout", "рулетка ьфлшеф", /^Рулетка.*Makita/],
  ["an error under another layout", "hektnnrf", /^Рулетка/],
  ["an article", "MA-1001", /^Дрель ударная Makita/],
  ["the same in the other alphabet", "ма-1001", /^Дрель ударная Makita/],
  ["the same without a hyphen", "ма1001", /^Дрель ударная Makita/],
  ["the middle of an article", "1002", /^Дрель ударная Зубр/],
  ["an article in Cyrillic letters", "зу-1002", /^Дрель ударная Зубр/],
  ["what there is not", "трактор", /^$/],
  ["letters without a sense", "ыфвапр", /^$/],
]
