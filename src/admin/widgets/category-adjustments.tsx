import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProductCategory, DetailWidgetProps } from "@medusajs/framework/types"
import { CategoryAdjustments } from "../components/category-tree/category-adjustments"

/** On the category: by how much its goods cost more or less. */
const CategoryAdjustmentsWidget = ({ data }: DetailWidgetProps<AdminProductCategory>) => <CategoryAdjustments category={data} />

export const config = defineWidgetConfig({ id: "kontor-category-adjustments", zone: "product_category.details.after" })

export default CategoryAdjustmentsWidget
