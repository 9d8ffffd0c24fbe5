import { Badge, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdjustmentPreview, PreviewExample } from "../../lib/adjustment-types"
import { formatDate, formatMoney, formatNumber } from "../../lib/format"
import { RuleExamples } from "../rule-examples"
import { Touched } from "../touched"

/** What an adjustment would do: how much it reaches, what of that changes, and examples. */
export const PreviewPanel = ({ preview }: { preview: AdjustmentPreview }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  const { touched, compared, changed, examples, articles } = preview
  const missing = [...articles.unknown, ...articles.ambiguous]
  const ways = (["cheaper", "dearer", "gained", "lost"] as const).filter((way) => changed[way] > 0)
  return (
    <div className="flex flex-col gap-y-4">
      <Heading level="h2">{t("adjustments.preview")}</Heading>
      <Touched touched={touched} />
      <Text>
        {t(compared.is_whole ? "adjustments.comparedAll" : "adjustments.comparedPart", {
          changed: number(changed.prices),
          prices: number(compared.prices),
          contracts: number(compared.contracts),
          products: number(compared.products),
          day: formatDate(preview.day, i18n.language),
        })}
      </Text>
      {ways.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {ways.map((way) => (
            <Badge key={way} size="small" color={way === "cheaper" ? "green" : way === "dearer" ? "orange" : "grey"}>
              {`${t(`adjustments.changed.${way}`)}: ${number(changed[way])}`}
            </Badge>
          ))}
        </div>
      )}
      {missing.length > 0 && (
        <Text className="text-ui-fg-error break-words">
          {t("adjustments.missing", { total: missing.length, articles: missing.slice(0, 30).join(", ") })}
        </Text>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </div>
  )
}

const Examples = ({ examples }: { examples: PreviewExample[] }) => {
  const { t, i18n } = useTranslation("kontor")
  const told = ({ price, held_by, names }: PreviewExample["before"], currency: string) => (
    <span className="flex flex-col">
      {(price !== null || held_by !== "withheld") && (
        <span>{price === null ? t("adjustments.noPrice") : formatMoney(price, currency, i18n.language)}</span>
      )}
      <Text size="xsmall" className="text-ui-fg-muted whitespace-normal">
        {[t(`adjustments.heldBy.${held_by}`), ...names].filter(Boolean).join(": ")}
      </Text>
    </span>
  )
  return (
    <RuleExamples
      examples={examples}
      note={({ quantity }) => (Number(quantity) > 1 ? t("adjustments.from", { quantity }) : null)}
      told={(example, side) => told(example[side], example.currency_code)}
    />
  )
}
