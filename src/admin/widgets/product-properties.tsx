import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Field } from "../components/field"
import { Section } from "../components/section"
import { propertiesOf } from "../lib/product-properties"

/** On the product: its characteristics from 1C; which of them dealers see and filter by is said of each characteristic, not here. */
const ProductPropertiesWidget = ({ data: { metadata } }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation("kontor")
  const properties = propertiesOf(metadata)
  if (properties.length === 0) {
    return null
  }
  return (
    <Section
      title={t("productCard.properties")}
      action={
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/catalog-properties">{t("productCard.propertySettings")}</Link>
        </Button>
      }
    >
      {properties.map(({ name, value }, place) => (
        <Field key={`${place}-${name}`} label={name}>
          {value}
        </Field>
      ))}
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-product-properties", zone: "product.details.after" })

export default ProductPropertiesWidget
