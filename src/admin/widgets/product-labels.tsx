import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Badge, Label, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ErrorText } from "../components/error-text"
import { Section } from "../components/section"
import type { LabelList } from "../lib/labels"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"

/** On the product: which labels it bears. What a rule gives is told, and not switched here. */
const ProductLabelsWidget = ({ data: product }: DetailWidgetProps<AdminProduct>) => {
  const { t, i18n } = useTranslation("kontor")
  const { data, error } = useAnswer<LabelList>("/admin/labels", { product_id: product.id })
  const change = useChange()
  const give = (id: string, bears: boolean) =>
    change.mutate({ path: `/admin/labels/${id}/products`, method: "POST", body: { bears, product_ids: [product.id] } })
  return (
    <Section title={t("labels.title")}>
      <ErrorText error={error} />
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {data?.labels.map(({ id, name_ru, name_en, colour, is_by_hand = false, is_by_rule = false }) => (
          <div key={id} className="flex items-center gap-x-3">
            <Switch
              id={`label-${id}`}
              size="small"
              checked={is_by_hand}
              disabled={change.isPending}
              onCheckedChange={(bears) => give(id, bears)}
            />
            <Label htmlFor={`label-${id}`}>
              <Badge size="2xsmall" color={colour}>
                {i18n.language.startsWith("ru") ? name_ru : name_en}
              </Badge>
            </Label>
            {is_by_rule && <span className="text-ui-fg-subtle txt-small">{t("labels.byRule")}</span>}
          </div>
        ))}
      </div>
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-product-labels", zone: "product.details.side.after" })

export default ProductLabelsWidget
