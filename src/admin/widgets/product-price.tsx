import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Section } from "../components/section"
import { whyPath } from "../lib/price-question"

/** On the product: the way to what it costs under a contract, and why. */
const ProductPriceWidget = ({ data: product }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation("kontor")
  return (
    <Section
      title={t("why.title")}
      action={
        <Button size="small" variant="secondary" asChild>
          <Link to={whyPath({ product: product.id })}>{t("why.open")}</Link>
        </Button>
      }
    >
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("why.ofProduct")}
      </Text>
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-product-price", zone: "product.details.side.after" })

export default ProductPriceWidget
