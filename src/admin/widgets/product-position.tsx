import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorText } from "../components/error-text"
import { Field } from "../components/field"
import { FormDrawer } from "../components/form-drawer"
import { InputField } from "../components/input-field"
import { Section } from "../components/section"
import { POSITION_DIGITS, positionBody, type ProductPosition } from "../lib/product-position"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"

/** On the product: where it stands in the order of 1C, and the number that goes before. */
const ProductPositionWidget = ({ data: { id } }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation("kontor")
  const path = `/admin/product-positions/${id}`
  const { data, error } = useAnswer<{ product_position: ProductPosition }>(path)
  if (!data) {
    return <ErrorText error={error} />
  }
  const { position, erp_position } = data.product_position
  return (
    <Section title={t("productCard.position.title")} action={<PositionForm key={String(position)} path={path} former={position} />}>
      <Field label={t("factSource.portal")}>{position ?? t("productCard.position.none")}</Field>
      <Field label={t("factSource.erp")}>{erp_position ?? t("productCard.position.none")}</Field>
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("productCard.position.hint")}
      </Text>
    </Section>
  )
}

const PositionForm = ({ path, former }: { path: string; former: number | null }) => {
  const { t } = useTranslation("kontor")
  const start = former === null ? "" : String(former)
  const [typed, setTyped] = useState(start)
  const change = useChange()
  const body = positionBody(typed, former)
  return (
    <FormDrawer
      title={t("productCard.position.title")}
      hint={t("productCard.position.hint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("productCard.change")}
        </Button>
      }
      isComplete={body !== null}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path, method: "POST", body: { ...body } })}
      onClose={() => setTyped(start)}
    >
      <InputField
        id="product-position"
        label={t("productCard.position.number")}
        hint={t("productCard.position.numberHint")}
        inputMode="numeric"
        maxLength={POSITION_DIGITS}
        value={typed}
        onChange={setTyped}
      />
    </FormDrawer>
  )
}

export const config = defineWidgetConfig({ id: "kontor-product-position", zone: "product.details.side.after" })

export default ProductPositionWidget
