import { Button, createDataTableColumnHelper, InlineTip, Text, usePrompt } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useAdjustmentWords } from "../../../../components/adjustments/words"
import { EnterPrices } from "../../../../components/contract-prices/enter-prices"
import { ErrorText } from "../../../../components/error-text"
import { FilterChoice } from "../../../../components/filter-choice"
import { History } from "../../../../components/history"
import { PagedTable } from "../../../../components/paged-table"
import { RowActions } from "../../../../components/row-actions"
import type { ContractPriceList, ContractPriceRow } from "../../../../lib/adjustment-types"
import { formatDecimal, formatMoney } from "../../../../lib/format"
import { productName } from "../../../../lib/product-name"
import type { AuditEntryList } from "../../../../lib/types"
import { useAnswer } from "../../../../lib/use-answer"
import { useChange } from "../../../../lib/use-change"
import { usePageOf } from "../../../../lib/use-page-of"

const columns = createDataTableColumnHelper<ContractPriceRow>()
const SOURCES = ["erp", "portal"] as const
const HISTORY_MAX = 20

/** A row as the form of {@link EnterPrices} has it. */
const lineOf = ({ article, variant_id, amount, from_quantity, starts_on, ends_on }: ContractPriceRow): string =>
  [article ?? variant_id, amount, from_quantity, starts_on ?? "", ends_on ?? ""].join("; ")

const keyOf = ({ variant_id, from_quantity, starts_on }: ContractPriceRow) => ({ variant_id, from_quantity, starts_on })

interface ColumnActions {
  onEdit: (row: ContractPriceRow) => void
  onRemove: (row: ContractPriceRow) => void
}

const useColumns = (currency: string, { onEdit, onRemove }: ColumnActions) => {
  const { t, i18n } = useTranslation("kontor")
  const { daysOf } = useAdjustmentWords()
  return useMemo(
    () => [
      columns.accessor("title", {
        header: t("contractPrices.product"),
        cell: ({ row: { original } }) => (
          <span className="flex flex-col py-1">
            <span className="whitespace-normal">{productName(original)}</span>
            <Text size="xsmall" className="text-ui-fg-muted">
              {original.article}
            </Text>
          </span>
        ),
      }),
      columns.accessor("amount", {
        header: t("contractPrices.amount"),
        cell: ({ row }) => formatMoney(row.original.amount, currency, i18n.language),
      }),
      columns.accessor(({ from_quantity }) => (from_quantity === "0" ? "–" : formatDecimal(from_quantity, i18n.language)), {
        id: "from_quantity",
        header: t("adjustments.fromQuantity"),
      }),
      columns.display({ id: "days", header: t("adjustments.days"), cell: ({ row }) => daysOf(row.original) }),
      columns.accessor("source", {
        header: t("clients.source"),
        cell: ({ row: { original } }) => [t(`factSource.${original.source}`), original.document].filter(Boolean).join(" · "),
      }),
      columns.display({
        id: "actions",
        cell: ({ row: { original } }) =>
          original.source === "portal" && (
            <RowActions
              change={t("adjustments.changeIt")}
              remove={t("contractPrices.remove")}
              onChange={() => onEdit(original)}
              onRemove={() => onRemove(original)}
            />
          ),
      }),
    ],
    [t, i18n.language, currency, onEdit, onRemove]
  )
}

const ContractPrices = () => {
  const { t } = useTranslation("kontor")
  const { id = "" } = useParams()
  const path = `/admin/contracts/${id}/prices`
  const [source, setSource] = useState<string | undefined>()
  const [entered, setEntered] = useState<string | null>(null)
  const page = usePageOf<ContractPriceList, ContractPriceRow>(path, (answer) => answer.prices, { filters: { source } })
  const history = useAnswer<AuditEntryList>("/admin/audit-entries", { subject_type: "contract", subject_id: id, limit: HISTORY_MAX })
  const remove = useRemoval(path)
  const contract = page.answer?.contract
  const currency = contract?.currency_code ?? "rub"
  const actions = useMemo(() => ({ onEdit: (row: ContractPriceRow) => setEntered(lineOf(row)), onRemove: remove }), [remove])
  const shown = useColumns(currency, actions)
  return (
    <div className="flex flex-col gap-y-3">
      <PagedTable
        title={t("contractPrices.title", { number: contract ? `${contract.number} · ${contract.legal_entity.name}` : "" })}
        page={page}
        columns={shown}
        rowId={({ variant_id, from_quantity, starts_on }) => `${variant_id} ${from_quantity} ${starts_on}`}
        search={t("contractPrices.search")}
        tools={
          <>
            <FilterChoice
              label={t("clients.source")}
              value={source}
              values={SOURCES}
              text={(each) => t(`factSource.${each}`)}
              onChange={setSource}
            />
            <Button size="small" variant="secondary" onClick={() => setEntered("")}>
              {t("contractPrices.add")}
            </Button>
          </>
        }
        empty={{ heading: t("contractPrices.empty"), description: t("contractPrices.emptyHint") }}
      />
      {contract?.former_currencies.map(({ currency_code, price_count }) => (
        <InlineTip key={currency_code} variant="warning" label={t("contractPrices.former")}>
          {t("contractPrices.formerHint", { total: price_count, currency: currency_code.toUpperCase() })}
        </InlineTip>
      ))}
      <ErrorText error={history.error} />
      {history.data && <History entries={history.data.audit_entries} empty={t("contractPrices.noHistory")} />}
      {entered !== null && <EnterPrices path={path} currency={currency} first={entered} onClose={() => setEntered(null)} />}
    </div>
  )
}

/** Takes a price away once it is said so. */
const useRemoval = (path: string) => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const { mutate } = useChange()
  return useMemo(
    () => (row: ContractPriceRow) => {
      const question = {
        title: t("contractPrices.remove"),
        description: t("contractPrices.change", { name: productName(row) }),
        confirmText: t("contractPrices.remove"),
        cancelText: t("cancel"),
      }
      void prompt(question).then((isSure) => isSure && mutate({ path, method: "DELETE", body: { prices: [keyOf(row)] } }))
    },
    [t, prompt, mutate, path]
  )
}

export default ContractPrices
