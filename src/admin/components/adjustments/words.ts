import { useTranslation } from "react-i18next"
import { formatDate, formatMoney } from "../../lib/format"
import type { AdjustmentRow } from "../../lib/adjustment-types"

/** How an adjustment is told: for whom, of what, by how much, when. */
export const useAdjustmentWords = () => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const day = (value: string | null) => (value ? formatDate(value, language) : "…")
  const number = (value: string) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 6, signDisplay: "exceptZero" }).format(Number(value))
  return {
    scopeOf: ({ scope }: Pick<AdjustmentRow, "scope">): string => {
      const kind = t(`adjustments.scopes.${scope.kind}`)
      return scope.kind === "everyone" ? kind : `${kind}: ${scope.name ?? scope.id ?? ""}`
    },
    targetOf: ({ target }: Pick<AdjustmentRow, "target">): string => {
      const parts = [
        ...(target.category ? [t("adjustments.ofCategory", { name: target.category.name })] : []),
        ...(target.brand === null ? [] : [t("adjustments.ofBrand", { name: target.brand })]),
        ...target.properties.map(({ name, value }) => `${name}: ${value}`),
        ...target.labels.map((label) => t("adjustments.ofLabel", { name: label })),
        ...(target.list_size === null ? [] : [t("adjustments.ofList", { total: target.list_size })]),
      ]
      return parts.length > 0 ? parts.join(" + ") : t("adjustments.targets.everything")
    },
    changeOf: ({ kind, value, currency_code }: Pick<AdjustmentRow, "kind" | "value" | "currency_code">): string => {
      if (kind === "withheld") {
        return t("adjustments.kinds.withheld")
      }
      const sign = value.startsWith("-") || Number(value) === 0 ? "" : "+"
      return kind === "percent" ? `${number(value)} %` : `${sign}${formatMoney(value, currency_code ?? "rub", language)}`
    },
    daysOf: ({ starts_on, ends_on }: Pick<AdjustmentRow, "starts_on" | "ends_on">): string =>
      starts_on === null && ends_on === null ? t("adjustments.always") : `${day(starts_on)} – ${day(ends_on)}`,
  }
}
