import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProductCategory, DetailWidgetProps } from "@medusajs/framework/types"
import { CategoryFacts } from "../components/category-tree/category-facts"

/** On the category: what its goods are to dealers. */
const CatalogCategoryWidget = ({ data: { id } }: DetailWidgetProps<AdminProductCategory>) => <CategoryFacts id={id} />

export const config = defineWidgetConfig({ id: "kontor-catalog-category", zone: "product_category.details.side.after" })

export default CatalogCategoryWidget
