import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProductCategory, DetailWidgetProps } from "@medusajs/framework/types"
import { CategoryVisibility } from "../components/category-tree/category-visibility"

/** On the category: from whom its goods are hidden, and to whom they are shown. */
const CategoryVisibilityWidget = ({ data }: DetailWidgetProps<AdminProductCategory>) => <CategoryVisibility category={data} />

export const config = defineWidgetConfig({ id: "kontor-category-visibility", zone: "product_category.details.after" })

export default CategoryVisibilityWidget
