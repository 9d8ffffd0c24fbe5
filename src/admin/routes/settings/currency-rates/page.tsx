import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, Input, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CurrencyRateForm } from "../../../components/currency-rate-form"
import { PagedTable } from "../../../components/paged-table"
import type { CurrencyRateList, CurrencyRateRow } from "../../../lib/currency-rates"
import { formatDate, formatDecimal } from "../../../lib/format"
import { useChange } from "../../../lib/use-change"
import { useDelayed } from "../../../lib/use-delayed"
import { usePageOf } from "../../../lib/use-page-of"

const PATH = "/admin/currency-rates"
const columns = createDataTableColumnHelper<CurrencyRateRow>()

/** Rates by bank day. Those of 1C are read; those told here are corrected and removed. */
const CurrencyRates = () => {
  const { t, i18n } = useTranslation("kontor")
  const prompt = usePrompt()
  const remove = useChange({ notice: t("currencies.removed") })
  const [edited, setEdited] = useState<CurrencyRateRow | "new" | null>(null)
  const [day, setDay] = useState("")
  const filters = { on_date: useDelayed(day) }
  const page = usePageOf<CurrencyRateList, CurrencyRateRow>(PATH, (answer) => answer.currency_rates, { filters })
  const ask = async ({ id, currency_code, in_currency, on_date }: CurrencyRateRow) => {
    const names = {
      currency: currency_code.toUpperCase(),
      inCurrency: in_currency.toUpperCase(),
      day: formatDate(on_date, i18n.language),
    }
    const question = { title: t("currencies.remove"), description: t("currencies.removeQuestion", names) }
    if (await prompt({ ...question, confirmText: t("currencies.remove"), cancelText: t("cancel") })) {
      remove.mutate({ path: `${PATH}/${id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor((rate) => formatDate(rate.on_date, i18n.language), { id: "on_date", header: t("currencies.day") }),
    columns.accessor((rate) => rate.currency_code.toUpperCase(), { id: "currency_code", header: t("currencies.currency") }),
    columns.accessor((rate) => rate.in_currency.toUpperCase(), { id: "in_currency", header: t("currencies.inCurrency") }),
    columns.accessor((rate) => formatDecimal(rate.rate, i18n.language), { id: "rate", header: t("currencies.rateOfOne") }),
    columns.accessor((rate) => t(`factSource.${rate.source}`), { id: "source", header: t("clients.source") }),
    columns.action({
      actions: ({ row }) =>
        row.original.source === "erp"
          ? []
          : [
              [{ label: t("currencies.correct"), onClick: () => setEdited(row.original) }],
              [{ label: t("currencies.remove"), onClick: () => void ask(row.original) }],
            ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("currencies.title")}
        page={page}
        columns={shown}
        rowId={(rate) => rate.id}
        onRowClick={(rate) => rate.source === "portal" && setEdited(rate)}
        search={t("currencies.search")}
        tools={
          <>
            <Input type="date" size="small" aria-label={t("currencies.day")} value={day} onChange={(event) => setDay(event.target.value)} />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("currencies.add")}
            </Button>
          </>
        }
        empty={{ heading: t("currencies.empty"), description: t("currencies.emptyHint") }}
      />
      {edited && (
        <CurrencyRateForm rate={edited === "new" ? null : edited} base={page.answer?.base_currency ?? ""} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

export const config = defineRouteConfig({ label: "currencies.title", translationNs: "kontor" })

export default CurrencyRates
