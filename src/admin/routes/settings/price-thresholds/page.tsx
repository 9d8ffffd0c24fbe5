import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FilterChoice } from "../../../components/filter-choice"
import { PagedTable } from "../../../components/paged-table"
import { PriceThresholdForm } from "../../../components/price-threshold-form"
import { SCOPES } from "../../../lib/adjustment-types"
import { formatDate, formatDecimal, formatMoney } from "../../../lib/format"
import { BASES, type ThresholdList, type ThresholdRow } from "../../../lib/price-thresholds"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const PATH = "/admin/price-thresholds"
const columns = createDataTableColumnHelper<ThresholdRow>()

/** Thresholds from which another price type holds. Those of 1C are read; those made here are changed and ended. */
const PriceThresholds = () => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const prompt = usePrompt()
  const end = useChange({ notice: t("thresholds.ended") })
  const [edited, setEdited] = useState<ThresholdRow | "new" | null>(null)
  const [basis, setBasis] = useState<string>()
  const [scope_kind, setScopeKind] = useState<string>()
  const page = usePageOf<ThresholdList, ThresholdRow>(PATH, (answer) => answer.price_thresholds, { filters: { basis, scope_kind } })
  const nameOfScope = ({ scope }: ThresholdRow) => [t(`thresholds.scopes.${scope.kind}`), scope.name].filter(Boolean).join(": ")
  const amountOf = ({ from_amount, currency_code }: ThresholdRow) =>
    currency_code ? formatMoney(from_amount, currency_code, language) : formatDecimal(from_amount, language)
  const daysOf = ({ starts_on, ends_on }: ThresholdRow) =>
    [
      starts_on && t("thresholds.since", { day: formatDate(starts_on, language) }),
      ends_on && t("thresholds.until", { day: formatDate(ends_on, language) }),
    ]
      .filter(Boolean)
      .join(" ") || t("thresholds.always")
  const ask = async (threshold: ThresholdRow) => {
    const names = { scope: nameOfScope(threshold), basis: t(`thresholds.bases.${threshold.basis}`), from: amountOf(threshold) }
    const question = { title: t("thresholds.end"), description: t("thresholds.endQuestion", names) }
    if (await prompt({ ...question, confirmText: t("thresholds.end"), cancelText: t("cancel") })) {
      end.mutate({ path: `${PATH}/${threshold.id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor((threshold) => t(`thresholds.bases.${threshold.basis}`), { id: "basis", header: t("thresholds.basis") }),
    columns.accessor(amountOf, { id: "from", header: t("thresholds.from") }),
    columns.accessor((threshold) => threshold.price_type.name ?? "–", { id: "type", header: t("thresholds.type") }),
    columns.accessor(nameOfScope, { id: "scope", header: t("thresholds.scope") }),
    columns.accessor(daysOf, { id: "days", header: t("thresholds.days") }),
    columns.accessor((threshold) => t(`factSource.${threshold.source}`), { id: "source", header: t("clients.source") }),
    columns.action({
      actions: ({ row }) =>
        row.original.source === "erp"
          ? []
          : [
              [{ label: t("thresholds.change"), onClick: () => setEdited(row.original) }],
              [{ label: t("thresholds.end"), onClick: () => void ask(row.original) }],
            ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("thresholds.title")}
        page={page}
        columns={shown}
        rowId={(threshold) => threshold.id}
        onRowClick={(threshold) => threshold.source === "portal" && setEdited(threshold)}
        search={t("thresholds.search")}
        tools={
          <>
            <FilterChoice
              label={t("thresholds.basis")}
              value={basis}
              values={BASES}
              text={(value) => t(`thresholds.bases.${value}`)}
              onChange={setBasis}
            />
            <FilterChoice
              label={t("thresholds.scope")}
              value={scope_kind}
              values={SCOPES}
              text={(value) => t(`thresholds.scopes.${value}`)}
              onChange={setScopeKind}
            />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("thresholds.add")}
            </Button>
          </>
        }
        empty={{ heading: t("thresholds.empty"), description: t("thresholds.emptyHint") }}
      />
      {edited && <PriceThresholdForm threshold={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "thresholds.title", translationNs: "kontor" })

export default PriceThresholds
