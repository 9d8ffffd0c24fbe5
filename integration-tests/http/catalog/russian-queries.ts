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
  "Шланг поливочный": ["армированный 25 м", "витой 15 м", "витой 2,5 м", "витой 5 м"],
  "Сковорода чугунная": ["24 см", "28 см с крышкой"],
  "Держатель для шланга": ["настенный"],
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
  ["a unit written to its number", "ведро 12л", /^Ведро.* 12 л/],
  ["a unit in words", "ведро 12 литров", /^Ведро.* 12 л/],
  ["a unit in Latin letters", "кисть 50mm", /^Кисть.* 50 мм/],
  ["a decimal point", "саморез 4.8x29", /4,8х29/],
  ["a size with an asterisk", "ключ 12*13", /12х13/],
  ["a size with blanks", "ключ 12 х 13", /12х13/],
  ["a mark in the other alphabet", "отвертка рн2", /PH2/],
  ["a mark with a blank", "отвертка ph 2", /PH2/],
  ["a number written to a word", "рулетка3м", /^Рулетка 3 м/],
  ["Latin letters among Russian ones", "pулeткa", /^Рулетка/],
  ["a brand by ear", "рулетка макита", /^Рулетка.*Makita/],
  ["Russian words by ear", "ruletka zubr", /^Рулетка.*Зубр/],
  ["two words written as one", "кистьплоская", /^Кисть/],
  ["one word written as two", "само рез", /^Саморез/],
  ["every unstressed vowel", "скаварада", /^Сковорода/],
  ["a word that nothing has, beside one", "рулетка абракадабра", /^Рулетка/],
  ["a word that nothing has, beside a number", "абракадабра 5", /^$/],
  ["quotation marks", "«рулетка»", /^Рулетка/],
  ["signs that mean something to a database", "рулетка % _ ' \\ :*", /^Рулетка/],
  ["a stop word", "саморез по дереву", /^Саморез по дереву/],
  ["what there is not", "трактор", /^$/],
  ["letters without a sense", "ыфвапр", /^$/],
]

/** What is typed, and how the titles of the first entries by relevance begin. */
export const RANKED_QUERIES: [why: string, q: string, first: RegExp, entries: number][] = [
  ["titles that begin with the word, before those that have it", "шланга", /^Шланг поливочный/, 8],
  ["the very number before another that ends so", "шланг 5 м", /^Шланг поливочный витой 5 м/, 2],
  ["the article as typed, before what has it inside", "MA-1001", /^Дрель ударная Makita/, 1],
]
