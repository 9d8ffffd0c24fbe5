/**
 * What stands on the card of a product beside the product itself: keeps the tables. They are read and written as sets, across modules, by
 * `src/database/product-card` and `src/database/queries/entry-card.ts`, so nobody asks the service for anything.
 */
export default class ProductCardModuleService {}
