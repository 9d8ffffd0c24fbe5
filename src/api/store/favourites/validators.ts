import { z } from "@medusajs/framework/zod"
import { FAVOURITE_LISTS } from "../../../database/favourites/favourite-lists"
import { FAVOURITES_MAX } from "../../../database/favourites/put-favourites"
import { StoreCatalogResponse } from "../catalog/validators"

const list = z.enum(FAVOURITE_LISTS).describe("My own, or that which all people of the legal entity share")

export const StoreListFavourites = z
  .object({
    list: list.default("own"),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    offset: z.coerce.number().int().min(0).max(FAVOURITES_MAX).default(0),
  })
  .strict()
export type StoreListFavourites = z.infer<typeof StoreListFavourites>

export const StoreFavouriteVariants = z.object({ list: list.default("own") }).strict()
export type StoreFavouriteVariants = z.infer<typeof StoreFavouriteVariants>

export const StorePutFavourites = z
  .object({
    list: list.default("own"),
    variant_ids: z.array(z.string().min(1).max(64)).min(1).max(FAVOURITES_MAX),
    is_favourite: z.boolean().describe("False takes them off the list"),
  })
  .strict()
export type StorePutFavourites = z.infer<typeof StorePutFavourites>

export const StoreFavouritesResponse = StoreCatalogResponse.omit({ corrected_to: true, next_cursor: true })
export type StoreFavouritesResponse = z.infer<typeof StoreFavouritesResponse>

export const StoreFavouriteVariantsResponse = z.object({ variant_ids: z.array(z.string()) })
export type StoreFavouriteVariantsResponse = z.infer<typeof StoreFavouriteVariantsResponse>

export const StorePutFavouritesResponse = z.object({
  changed: z.number().int().describe("Products that are new on the list, or gone from it"),
})
export type StorePutFavouritesResponse = z.infer<typeof StorePutFavouritesResponse>
