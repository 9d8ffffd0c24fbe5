import { Badge, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDecimal, formatNumber } from "../../lib/format"
import type { OrderRulePreview, ValidQuantities } from "../../lib/order-rules"
import { RuleExamples } from "../rule-examples"
import { Touched } from "../touched"

/** What an order rule would do: how much it reaches, and what may be ordered before and after. */
export const OrderRulePreviewPanel = ({ preview }: { preview: OrderRulePreview }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  const { touched, compared, changed, impossible, examples } = preview
  return (
    <div className="flex flex-col gap-y-4">
      <Heading level="h2">{t("adjustments.preview")}</Heading>
      <Touched touched={touched} />
      <Text>
        {t(compared.is_whole ? "orderRules.comparedAll" : "orderRules.comparedPart", {
          changed: number(changed),
          contracts: number(compared.contracts),
          products: number(compared.products),
        })}
      </Text>
      {impossible > 0 && (
        <Badge size="small" color="red">
          {t("orderRules.impossible", { total: number(impossible) })}
        </Badge>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </div>
  )
}

const Examples = ({ examples }: { examples: OrderRulePreview["examples"] }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: string) => formatDecimal(value, i18n.language)
  const told = (valid: ValidQuantities) => {
    if (valid === null) {
      return t("orderRules.nothing")
    }
    const { step, minimum, maximum } = valid
    const from = t("orderRules.from", { minimum: number(minimum), step: number(step) })
    return maximum === null ? from : `${from} ${t("orderRules.upTo", { maximum: number(maximum) })}`
  }
  return <RuleExamples examples={examples} told={(example, side) => told(example[side])} />
}
