import { all, inTurns, REQUESTS, timeAll, wordsOf } from "./bench-requests.mjs"
import { stockPaths, withStockMedusa } from "./bench-stock-medusa.mjs"
import { sample, spread } from "./bench-stats.mjs"
import { step } from "./progress.mjs"

const PAGE = 24
/** Of the requests of each kind, those that stock Medusa gets too: its pages take a while. */
const STOCK_REQUESTS = 10
/** Once it has a second sales channel, they take seconds. */
const SECOND_CHANNEL_REQUESTS = 2
/**
 * Both servers have just started: what is measured is how they run, not how their code is compiled. V8 is done with Kontor's after some thousand
 * pages; stock Medusa runs as many functions in a few dozen of its own.
 */
const WARM_UP = 1_500
const STOCK_WARM_UP = 50
/** Clients at once, and for how many seconds. */
export const CLIENTS = 16
const SECONDS = 10

/** Pages of the catalogue as a dealer turns them, beside the same pages of a stock Medusa's product list with prices and stock. */
export async function measureCatalogue(world) {
  const kinds = await requestsByKind(world)
  const requests = inTurns(kinds, REQUESTS)
  const times = await step(`Turning ${requests.length} catalogue pages`, () => timeAll(world.dealer, requests, WARM_UP))
  const together = await step(`Turning pages by ${CLIENTS} clients at once`, () => pagesBySecond(world.dealer, requests))
  const cards = inTurns({ card: await cardPaths(world) }, REQUESTS)
  const cardTimes = await step(`Reading ${cards.length} cards`, () => timeAll(world.dealer, cards, cards.length))
  const { one, two } = await withStockMedusa(world, (stock) => measureStock(world, stock, kinds))
  const kontor = all(times)
  const by = (found) =>
    Object.fromEntries(Object.keys(kinds).map((kind) => [kind, summary(all(found.filter((time) => time.kind === kind)))]))
  return [
    {
      id: "catalogue_page",
      what: `catalogue page of ${PAGE}`,
      unit: "ms",
      kontor,
      base: { name: "GET /store/products", ...all(one) },
      target: { p95_at_most: 25, ratio: 60 },
      details: { kinds: by(times), stock_kinds: by(one), slowest: [...times].sort((a, b) => b.ms - a.ms).slice(0, 5) },
    },
    {
      id: "catalogue_page_two_channels",
      what: "the same, stock Medusa with a second sales channel",
      unit: "ms",
      kontor,
      base: { name: "GET /store/products", ...all(two) },
      target: { ratio: 60 },
      details: { stock_kinds: by(two) },
    },
    {
      id: "catalogue_together",
      what: `catalogue pages, ${CLIENTS} clients at once`,
      unit: "1/s",
      kontor: sample(together),
      target: { at_least: 200 },
    },
    { id: "catalogue_card", what: "card of a product", unit: "ms", kontor: all(cardTimes), target: { p95_at_most: 20 } },
  ]
}

/** Stock Medusa as the data are, and once more with a second, empty sales channel: from two on, it takes another way to the products of one. */
async function measureStock(world, stock, kinds) {
  const paths = await stockPaths(world, kinds)
  const turn = (count, warmUp, what) => {
    const requests = inTurns(paths, count)
    return step(`Turning ${requests.length} pages of stock Medusa${what}`, () => timeAll(stock.api, requests, warmUp))
  }
  const one = await turn(STOCK_REQUESTS, STOCK_WARM_UP, "")
  await stock.addSalesChannel()
  return { one, two: await turn(SECOND_CHANNEL_REQUESTS, 1, " with a second sales channel") }
}

/** Paths of each kind of page: first pages, categories, parts of articles, words, and far behind. */
export async function requestsByKind(world) {
  const { db } = world
  const { rows: entries } = await db.query(
    "select article, title from catalog_entry where is_listed and article is not null order by md5(variant_id) limit 500"
  )
  const { rows: categories } = await db.query(
    `select c.category_id, count(*)::int as entries from catalog_category c join catalog_entry e on e.category_keys @> array[c.key] and e.is_listed
      group by c.key order by entries desc, c.key limit 500`
  )
  const { rows: total } = await db.query("select count(*)::int as count from catalog_entry where is_listed")
  const lastPage = Math.max(0, Math.floor((total[0].count - 1) / PAGE))
  const picked = (rows) => spread(REQUESTS, rows.length).map((index) => rows[index])
  const page = (query) => `/store/catalog?limit=${PAGE}${query}`
  return {
    root: ["", "&sort=name", "&sort=article", "&sort=newest"].flatMap((sort) =>
      [0, 1, 2].map((number) => page(`${sort}&offset=${number * PAGE}`))
    ),
    category: picked(categories).map(({ category_id }) => page(`&category_id=${category_id}`)),
    article: picked(entries).map(({ article }) => page(`&q=${encodeURIComponent(middleOf(article))}`)),
    words: picked(entries).map(({ title }) => page(`&q=${encodeURIComponent(wordsOf(title))}`)),
    deep: spread(REQUESTS, lastPage + 1).map((number) => page(`&offset=${number * PAGE}`)),
  }
}

/** Pages that were answered in each second while several clients turned pages, one after another each. */
export async function pagesBySecond(api, requests) {
  const counts = Array.from({ length: SECONDS }, () => 0)
  const began = performance.now()
  const second = () => Math.floor((performance.now() - began) / 1000)
  const turn = async (client) => {
    for (let index = Math.floor((client * requests.length) / CLIENTS); second() < SECONDS; index += 1) {
      await api.read(requests[index % requests.length].path)
      const now = second()
      if (now < SECONDS) {
        counts[now] += 1
      }
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_empty, client) => turn(client)))
  return counts
}

async function cardPaths({ db }) {
  const { rows } = await db.query("select variant_id from catalog_entry where is_listed order by md5(variant_id) limit 50")
  return rows.map(({ variant_id }) => `/store/catalog/${variant_id}`)
}

/** A part of an article as somebody reads it off a label: neither its beginning nor its end. */
function middleOf(article) {
  const from = Math.floor(article.length / 4)
  return article.slice(from, from + Math.max(4, Math.ceil(article.length / 2)))
}

function summary({ n, median, p95 }) {
  return { n, median, p95 }
}
