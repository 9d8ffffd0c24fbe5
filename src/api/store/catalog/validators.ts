import { z } from "@medusajs/framework/zod"
import { FAVOURITE_LISTS } from "../../../database/favourites/favourite-lists"
import { CATEGORY_TYPES, type CategoryNode } from "../../../modules/catalog/rules/category-tree"
import { LABEL_COLOURS } from "../../../modules/catalog/rules/label-rule"
import { MAX_QUERY_LENGTH } from "../../../modules/catalog/rules/parse-query"
import { DOCUMENT_KINDS } from "../../../modules/product-card/rules/document"
import { MEASURES } from "../../../modules/product-card/rules/measures"
import { RELATIONS_SHOWN } from "../../../modules/product-card/rules/relation"
import { pricesAsOf, retailAsOf, stockAsOf } from "../../money-schema"
import { OPEN_STATES } from "../../../modules/supply/rules/move-supply"
import { rating } from "../../rating-schema"
import { missingRate } from "../../price-explanation-schema"

const OFFSET_MAX = 1_000_000
/** Holds what an entry is sorted by, its name among it. */
const CURSOR_MAX = 8_000

const decimal = z.string().describe("Exact decimal")

/** Of one request; a page has 30 properties at most. */
const PROPERTIES_MAX = 10
const VALUES_MAX = 50

const number = z.string().regex(/^-?\d{1,12}([.]\d{1,6})?$/, "is no number")
const value = z.string().min(1).max(100)

const property = z
  .record(
    z.string().min(1).max(64),
    z.union([
      value.transform((only) => [only]),
      z.array(value).min(1).max(VALUES_MAX),
      z.object({ from: number.optional(), to: number.optional() }).strict(),
    ])
  )
  .refine((chosen) => Object.keys(chosen).length <= PROPERTIES_MAX, `may have ${PROPERTIES_MAX} properties at most`)

/** What narrows the catalogue, the same for a page of it and for its facets. */
const filter = {
  property: property
    .default({})
    .describe(
      "Chosen values by the id of a facet: `property[brand]=Makita`, repeated for several, any of which will do; or a range of numbers, `property[…][from]=10&property[…][to]=20`"
    ),
  label: z
    .union([value.transform((only) => [only]), z.array(value).min(1).max(VALUES_MAX)])
    .optional()
    .describe("Codes of labels, any of which will do; the same as `property[label]`"),
  favourites: z.enum(FAVOURITE_LISTS).optional().describe("Only favourites: my own, or those that the legal entity shares"),
  bought: z
    .enum(["before", "never"])
    .optional()
    .describe("Only what the entity of the active contract has ordered, or never has, in orders that I may see"),
  in_stock: z.literal("true").optional().describe("Only what is free in a warehouse of the contract"),
}

const CatalogPageQuery = z
  .object({
    q: z
      .string()
      .max(MAX_QUERY_LENGTH)
      .default("")
      .describe(
        "Words of the title in any form, part of an article, or a barcode; typing errors and the wrong keyboard layout are forgiven"
      ),
    category_id: z.string().min(1).max(64).optional().describe("The category with all below it"),
    ...filter,
    sort: z
      .enum(["relevance", "name", "article", "newest", "position", "price", "price_desc"])
      .default("relevance")
      .describe(
        "By position: the order of the ERP, sort numbers first. By price: that of the contract or of its price type for one unit, before discounts; what has none is last"
      ),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    offset: z.coerce.number().int().min(0).max(OFFSET_MAX).default(0),
    cursor: z
      .string()
      .min(1)
      .max(CURSOR_MAX)
      .optional()
      .describe(
        "Pages that neither repeat nor pass over anything while goods change, each as fast as the first: `start`, then `next_cursor` of the page before, with the same query. Instead of `offset`"
      ),
  })
  .strict()
export const StoreCatalogQuery = CatalogPageQuery.refine(({ cursor, offset }) => cursor === undefined || offset === 0, {
  message: "offset and cursor exclude each other",
})
export type StoreCatalogQuery = z.infer<typeof StoreCatalogQuery>

export const StoreCatalogFacetsQuery = CatalogPageQuery.pick({
  q: true,
  category_id: true,
  property: true,
  label: true,
  favourites: true,
  bought: true,
  in_stock: true,
})
  .extend({ count_in_stock: z.literal("true").optional().describe("Tell `in_stock` too, which is counted anew each time") })
  .strict()
export type StoreCatalogFacetsQuery = z.infer<typeof StoreCatalogFacetsQuery>

const label = z.object({
  code: z.string().describe("Named in `label`"),
  name_ru: z.string(),
  name_en: z.string(),
  colour: z.enum(LABEL_COLOURS),
})

export const StoreCatalogFacetsResponse = z.object({
  facets: z.array(
    z.object({
      id: z.string().describe("Named in `property[id]`"),
      kind: z.enum(["brand", "label", "property"]),
      name: z.string().describe("As the ERP calls it; empty for brands and labels"),
      title_ru: z.string().nullable(),
      title_en: z.string().nullable(),
      unit: z.string().nullable(),
      values: z
        .array(
          z.object({
            value: z.string(),
            count: z.number().int(),
            is_chosen: z.boolean(),
            label: label.optional().describe("How a label is shown; a tag that is none has no such"),
          })
        )
        .nullable()
        .describe(
          "The most frequent 50 and those chosen; counted as if nothing else were chosen of the property. Null = a range is chosen"
        ),
      range: z.object({ min: decimal, max: decimal }).nullable(),
    })
  ),
  in_stock: z
    .object({ count: z.number().int(), is_chosen: z.boolean() })
    .nullable()
    .describe("How many of what else is chosen are free in a warehouse of the contract; null = `count_in_stock` was not asked for"),
})
export type StoreCatalogFacetsResponse = z.infer<typeof StoreCatalogFacetsResponse>

export const StoreCatalogSuggestionsQuery = z
  .object({ q: z.string().min(1).max(MAX_QUERY_LENGTH).describe("What has been typed so far") })
  .strict()
export type StoreCatalogSuggestionsQuery = z.infer<typeof StoreCatalogSuggestionsQuery>

export const StoreCatalogSuggestionsResponse = z.object({
  entries: z.array(
    z.object({
      variant_id: z.string(),
      article: z.string().nullable(),
      title: z.string(),
      variant_title: z.string().nullable(),
      thumbnail: z.string().nullable(),
    })
  ),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  corrected_to: z.string().nullable().describe("What is suggested for instead, since nothing fits the text; null = the text itself"),
})
export type StoreCatalogSuggestionsResponse = z.infer<typeof StoreCatalogSuggestionsResponse>

export const StoreNoQuery = z.object({}).strict()

const entry = z.object({
  variant_id: z.string(),
  product_id: z.string().nullable(),
  article: z.string().nullable(),
  sku: z.string().nullable(),
  title: z.string(),
  variant_title: z.string().nullable(),
  thumbnail: z.string().nullable(),
  labels: z.array(label).describe("Promotion, hit, new …: those that it bears, in their order"),
  vat_rate: decimal.nullable().describe("Percent; null = without VAT or not told"),
  currency_code: z.string(),
  price: decimal.nullable().describe("Own price of one base unit when one is bought; null = the contract has none for it"),
  retail_price: decimal.nullable().describe("Recommended retail price of one base unit"),
  discount_percent: decimal.nullable().describe("How much the own price lies below retail; null = it does not"),
  includes_vat: z.boolean().describe("Whether the own price includes VAT"),
  vat: decimal
    .nullable()
    .describe("VAT of the own price: the part of it that is tax, or what comes on top where it includes none; null = no rate"),
  missing_rate: missingRate,
  next_price: z
    .object({ from_quantity: decimal, price: decimal })
    .nullable()
    .describe("The next quantity, in base units, from which one costs something else"),
  withheld: z.string().nullable().describe("The rule that withholds the product from sale, as it is named; null = none does"),
  is_orderable: z.boolean(),
  stock: z
    .array(z.object({ location_id: z.string(), name: z.string(), available: decimal, as_of: stockAsOf }))
    .describe("Free base units per warehouse"),
  is_favourite: z.boolean().describe("On my own list"),
  is_shared_favourite: z.boolean().describe("On the list that the people of the legal entity share"),
  next_supplies: z
    .array(z.object({ expected_on: z.string(), state: z.enum(OPEN_STATES), free: decimal, as_of: z.string() }))
    .describe(
      "The next two days on which something comes that nobody was promised: base units, and when that was so; the least certain state of the day"
    ),
  rating,
  units: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        coefficient: decimal,
        is_base: z.boolean(),
        price: decimal.nullable(),
        quantities: z
          .object({ step: decimal, minimum: decimal, maximum: decimal.nullable() })
          .nullable()
          .describe("What may be ordered in this unit under the contract; null = nothing"),
      })
    )
    .describe("The base unit first; `price` is what one of the unit costs when one is bought, rounded"),
  multiplicity: decimal.describe("Step of the quantity under the contract, base units"),
  minimum: decimal.describe("Smallest quantity under the contract, base units"),
  maximum: decimal.nullable().describe("Greatest quantity under the contract, base units; null = not limited"),
})

export const StoreCatalogResponse = z.object({
  entries: z.array(entry),
  count: z.number().int().describe("All that match, on all pages together"),
  limit: z.number().int(),
  offset: z.number().int(),
  next_cursor: z.string().nullable().describe("Of the next page, where `cursor` was asked for; null = there is none"),
  corrected_to: z.string().nullable().describe("What was searched for instead, since nothing matched the text; null = the text itself"),
  as_of: pricesAsOf,
  retail_as_of: retailAsOf,
})
export type StoreCatalogResponse = z.infer<typeof StoreCatalogResponse>

const fact = z.object({ name: z.string(), value: z.string() })

export const StoreCatalogEntryResponse = z.object({
  entry: entry.extend({
    description: z.string().nullable(),
    images: z.array(z.string()),
    properties: z
      .array(
        fact.extend({
          title_ru: z.string().nullable(),
          title_en: z.string().nullable(),
          unit: z.string().nullable().describe("Of a value that names none itself"),
        })
      )
      .describe("Those set to be shown"),
    characteristics: z.array(fact).describe("Size, colour … of this variant"),
    barcode: z.string().nullable(),
    manufacturer: z.string().nullable(),
    country: z.string().nullable(),
    measures: z
      .array(z.object({ name: z.enum(MEASURES), value: decimal, unit: z.enum(["g", "mm", "l"]) }))
      .describe("Weight and size of one base unit; `units` tell the packings"),
    categories: z.array(z.object({ id: z.string(), name: z.string() })),
    siblings: z.array(z.object({ variant_id: z.string(), title: z.string() })).describe("Other variants of the product"),
    documents: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(DOCUMENT_KINDS),
          title_ru: z.string(),
          title_en: z.string().nullable(),
          number: z.string().nullable(),
          valid_until: z.string().nullable().describe("The last day; null = for ever"),
          is_valid: z.boolean().describe("Not over yet"),
          name: z.string().describe("Of the file, which `GET /store/product-documents/:id/file` gives"),
          mime_type: z.string(),
          bytes: z.number().int(),
        })
      )
      .describe("Certificates, instructions …: of the product, of its categories and of its brand"),
  }),
  beside: z
    .object({
      related: z.array(entry),
      analogue: z.array(entry).describe("What stands in for it"),
      accessory: z.array(entry),
      novelties: z.array(entry).describe("The newest of its category"),
    })
    .describe(`Other products that the dealer sees, each by one variant, ${RELATIONS_SHOWN} of a kind at most`),
  explanation: z.string().describe("Path that tells why the product costs what it costs"),
  as_of: pricesAsOf,
  retail_as_of: retailAsOf,
})
export type StoreCatalogEntryResponse = z.infer<typeof StoreCatalogEntryResponse>

const category: z.ZodType<CategoryNode> = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(CATEGORY_TYPES).describe("Whether its goods are sold from stock or ordered beforehand"),
  label: z.string().nullable().describe("A word beside its name"),
  entry_count: z.number().int().describe("Entries in the category and all below it"),
  children: z.lazy(() => z.array(category)),
})

export const StoreCatalogCategoriesResponse = z.object({ categories: z.array(category) })
export type StoreCatalogCategoriesResponse = z.infer<typeof StoreCatalogCategoriesResponse>
