/** The dealer catalogue: one row a variant. */
export default class CatalogModuleService {}
