import { defineRoutes } from "@kontor/framework"
import {
  StoreFavouritesResponse,
  StoreFavouriteVariants,
  StoreFavouriteVariantsResponse,
  StoreListFavourites,
  StorePutFavourites,
  StorePutFavouritesResponse,
} from "./validators"

export const storeFavouriteMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/favourites",
    summary: "Products that I, or we, keep at hand, as the catalogue shows them; added last first",
    description: "What is not seen or not sold any more is left out. GET /store/catalog?favourites=own searches and narrows them.",
    query: StoreListFavourites,
    response: StoreFavouritesResponse,
  },
  {
    method: "GET",
    path: "/store/favourites/variants",
    summary: "All variants of a list of favourites, to mark them where they are shown",
    query: StoreFavouriteVariants,
    response: StoreFavouriteVariantsResponse,
  },
  {
    method: "POST",
    path: "/store/favourites",
    summary: "Put products on a list of favourites, or take them off it",
    description:
      "The shared list asks for the right to edit carts. 1,000 products a list: 400 `too_many_favourites`. 404 for a product out of sight.",
    body: StorePutFavourites,
    response: StorePutFavouritesResponse,
  },
])
