import { CLIENTS, pagesBySecond, requestsByKind } from "./bench-catalogue.mjs"
import { measureFreshness } from "./bench-freshness.mjs"
import { REQUESTS, all, inTurns, timeAll, wordsOf } from "./bench-requests.mjs"
import { cardPaths as stockCardPaths, stockPaths, withStockMedusa } from "./bench-stock-medusa.mjs"
import { sample, spread } from "./bench-stats.mjs"
import { widenWorld } from "./bench-wide-world.mjs"
import { say, step } from "./progress.mjs"

const PAGE = 24
/** Each way is gone so often before it is timed; V8 is done with most of the server then. */
const WARM_UP = 300
const PAGES_WARM_UP = 1_500
/** Requests of a kind that stock Medusa gets too, and those before. */
const STOCK_REQUESTS = 10
const STOCK_WARM_UP = 20
/** Rules of visibility that hold for the dealer's contract. */
const RULES = 50
/** A category with this part of all entries is one that a dealer narrows. */
const LARGE = 0.01

/**
 * What a dealer does, over HTTP, where goods have hundreds of properties and a third of them are on their way: pages, search with typing errors, suggestions, facets,
 * cards; then pages and facets under rules of visibility; how soon changes are found.
 */
export async function measureStorefront(world, { alone }) {
  await widenWorld(world)
  const goods = await chooseEntries(world)
  await describePage(world)
  const turned = await requestsByKind(world)
  const pages = await step("Turning pages with supplies", () => timeAll(world.dealer, inTurns(turned, REQUESTS), PAGES_WARM_UP))
  const together = await step(`Turning them by ${CLIENTS} clients at once`, () => pagesBySecond(world.dealer, inTurns(turned, REQUESTS)))
  const kinds = { ...searches(goods), card: goods.map(({ variant_id }) => `/store/catalog/${variant_id}`), ...(await facetPaths(world)) }
  const found = await step("Searching, narrowing, reading cards", () => timeAll(world.dealer, inTurns(kinds, REQUESTS), WARM_UP))
  const ruled = await underRules(world, async (rules) => {
    // Categories that the rules hide are none.
    const kindsUnderRules = { ...pagePaths(goods), ...(await facetPaths(world)) }
    return step(`Turning pages under ${rules} rules of visibility`, () =>
      timeAll(world.dealer, inTurns(kindsUnderRules, REQUESTS), WARM_UP)
    )
  })
  const fresh = await measureFreshness(world)
  const asked = { ...turned, text: kinds.text, typo: kinds.typo }
  const beside = alone ? null : await withStockMedusa(world, (stock) => measureStock(world, stock, asked, goods))
  return [
    pageMeasurement(pages, beside, turned),
    {
      id: "storefront_together",
      what: `the same, ${CLIENTS} clients at once`,
      unit: "1/s",
      kontor: sample(together),
      target: { at_least: 200 },
    },
    ...measurements(found, ruled, beside),
    ...fresh,
  ]
}

function pageMeasurement(pages, beside, kinds) {
  const ofPages = beside?.filter(({ kind }) => kind in kinds)
  return {
    id: "storefront_page",
    what: `catalogue page of ${PAGE} with prices, stock and next supply`,
    unit: "ms",
    kontor: all(pages),
    ...(ofPages ? { base: { name: "`GET /store/products`", ...all(ofPages) } } : {}),
    target: { p95_at_most: 20, ...(ofPages ? { ratio: 100 } : {}) },
    details: {
      ...(ofPages ? { stock_kinds: byKind(ofPages, kinds) } : {}),
      kinds: byKind(pages, kinds),
      slowest: [...pages].sort((a, b) => b.ms - a.ms).slice(0, 5),
    },
  }
}

/** That the pages are those of the target: a few of their goods are on their way, and there is enough to narrow by. */
async function describePage({ dealer }) {
  const { entries } = await dealer.get(`/store/catalog?limit=100`)
  const { facets } = await dealer.get("/store/catalog/facets")
  const coming = entries.filter(({ next_supplies }) => next_supplies.length > 0).length
  say(`Of ${entries.length} entries ${coming} are on their way; ${facets.length} facets of the whole catalogue`)
}

const byKind = (found, kinds) =>
  Object.fromEntries(
    Object.keys(kinds).map((kind) => {
      const { n, median, p95 } = all(found.filter((time) => time.kind === kind))
      return [kind, { n, median, p95 }]
    })
  )

/** Listed entries spread over the catalogue. */
async function chooseEntries({ db }) {
  const { rows } = await db.query(
    `select variant_id, product_id, article, title from catalog_entry where is_listed and article is not null order by md5(variant_id) limit ${REQUESTS}`
  )
  return rows
}

function searches(goods) {
  const page = (q) => `/store/catalog?limit=${PAGE}&q=${encodeURIComponent(q)}`
  const texts = goods.map(({ title }) => wordsOf(title))
  return {
    text: texts.map(page),
    typo: texts.map((text, index) => page(withTypo(text, index))),
    suggestions: texts.map((text, index) => `/store/catalog/suggestions?q=${encodeURIComponent(text.slice(0, 2 + (index % 7)))}`),
  }
}

/** In the middle of the first word, in turns: two letters have changed places (of two alike one is missing), one is missing, one is there twice, one is another. */
function withTypo(text, turn) {
  const [word = "", ...rest] = text.split(" ")
  const at = Math.floor(word.length / 2)
  const [a = "", b = ""] = word.slice(at, at + 2)
  const typed = [a === b ? a : `${b}${a}`, b, `${a}${a}${b}`, `${a === "о" ? "а" : "о"}${b}`][turn % 4]
  return [`${word.slice(0, at)}${typed}${word.slice(at + 2)}`, ...rest].join(" ")
}

/** Of large categories and of everything; with nothing chosen, and with two values of each of two properties. */
async function facetPaths({ dealer }) {
  const { categories: roots } = await dealer.get("/store/catalog/categories")
  const { count } = await dealer.get("/store/catalog?limit=1")
  const below = (category) => [category, ...category.children.flatMap(below)]
  const large = roots.flatMap(below).filter(({ entry_count }) => entry_count >= LARGE * count)
  const categories = spread(REQUESTS, large.length).map((index) => `category_id=${large[index].id}`)
  const path = (query) => `/store/catalog/facets?${query}`
  const chosen = async (query) => {
    const { facets } = await dealer.get(path(query))
    const choices = facets
      .filter(({ values }) => values?.length > 1)
      .slice(0, 2)
      .flatMap(({ id, values }) => values.slice(0, 2).map(({ value }) => `property[${id}]=${encodeURIComponent(value)}`))
    return path([query, ...choices].filter(Boolean).join("&"))
  }
  const narrowed = []
  for (const category of categories) {
    narrowed.push(await chosen(category))
  }
  return {
    facets_category: categories.map(path),
    facets_category_chosen: narrowed,
    facets_root: [path("")],
    facets_root_chosen: [await chosen("")],
  }
}

/** First pages, pages far behind, and words. */
function pagePaths(goods) {
  const page = (query) => `/store/catalog?limit=${PAGE}${query}`
  return {
    root: [0, 1, 2].map((number) => page(`&offset=${number * PAGE}`)),
    deep: spread(REQUESTS, REQUESTS).map((number) => page(`&offset=${number * 2 * PAGE}`)),
    words: goods.map(({ title }) => page(`&q=${encodeURIComponent(wordsOf(title))}`)),
  }
}

/** Hides brands and categories from the dealer while `work` runs; as many as there are in a small catalogue. */
async function underRules(world, work) {
  const targets = await ruleTargets(world)
  const made = await step(`Making ${targets.length} rules of visibility`, async () => {
    const rules = []
    for (const [index, target] of targets.entries()) {
      const draft = { name: `Bench ${index}`, scope: { kind: "contract", id: world.contract.id }, target, shows: index % 5 === 4 }
      rules.push((await world.admin.post("/admin/visibility-rules", draft)).visibility_rule.id)
    }
    return rules
  })
  try {
    return await work(made.length)
  } finally {
    for (const id of made) {
      await world.admin.delete(`/admin/visibility-rules/${id}`)
    }
  }
}

async function ruleTargets({ db }) {
  const { rows: brands } = await db.query("select value from price_trait where kind = 'brand' order by md5(value) limit $1", [RULES / 2])
  const { rows: categories } = await db.query(
    "select category_id from catalog_category c join product_category p on p.id = c.category_id and p.deleted_at is null order by md5(c.category_id) limit $1",
    [RULES - brands.length]
  )
  return [
    ...brands.map(({ value }) => ({ kind: "brand", value })),
    ...categories.map(({ category_id }) => ({ kind: "category", category_id })),
  ]
}

/** Stock Medusa's `q`, which looks for the very letters, and its product by id. It has neither facets nor suggestions. */
async function measureStock(world, stock, texts, goods) {
  const paths = { ...(await stockPaths(world, texts)), card: stockCardPaths(world, goods) }
  const requests = inTurns(paths, STOCK_REQUESTS)
  return step(`The same of stock Medusa, ${requests.length} requests`, () => timeAll(stock.api, requests, STOCK_WARM_UP))
}

function measurements(found, ruled, beside) {
  const of = (times, kind) => all(times.filter((time) => time.kind === kind))
  const row = (times, kind, what, target, base) => ({
    ...{ id: `storefront_${times === ruled ? "ruled_" : ""}${kind}`, what, unit: "ms", kontor: of(times, kind), target },
    ...(base ? { base } : {}),
  })
  const stock = (kind, name) => beside && { name, ...of(beside, kind) }
  return [
    row(found, "text", "search over HTTP, page of 24", { p95_at_most: 30 }, stock("text", "`GET /store/products?q=`")),
    row(found, "typo", "the same with a typing error", { p95_at_most: 30 }, stock("typo", "`GET /store/products?q=`, which finds nothing")),
    row(found, "suggestions", "suggestions over HTTP", { p95_at_most: 20 }),
    row(found, "card", "card over HTTP", { p95_at_most: 20 }, stock("card", "`GET /store/products/:id`")),
    row(found, "facets_category", "facets of a category over HTTP", { p95_at_most: 60 }),
    row(found, "facets_category_chosen", "the same, two of each of two properties chosen", { p95_at_most: 60 }),
    row(found, "facets_root", "facets of the whole catalogue over HTTP", { p95_at_most: 120 }),
    row(found, "facets_root_chosen", "the same, two of each of two properties chosen", { p95_at_most: 120 }),
    row(ruled, "root", `first pages under ${RULES} rules of visibility`, { p95_at_most: 20 }),
    row(ruled, "deep", "pages behind them", { p95_at_most: 20 }),
    row(ruled, "words", "words", { p95_at_most: 30 }),
    row(ruled, "facets_category", "facets of a category under them", { p95_at_most: 60 }),
    row(ruled, "facets_root", "facets of the whole catalogue under them", { p95_at_most: 120 }),
  ]
}
