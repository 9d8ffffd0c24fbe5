import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { AdjustmentFile } from "../../components/adjustments/file"
import { AdjustmentForm } from "../../components/adjustments/form"
import { useAdjustmentWords } from "../../components/adjustments/words"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { type AdjustmentList, type AdjustmentRow, SCOPES, TARGETS } from "../../lib/adjustment-types"
import { usePageOf } from "../../lib/use-page-of"
import { useKept } from "../../lib/use-kept"

const PATH = "/admin/price-adjustments"
const columns = createDataTableColumnHelper<AdjustmentRow>()
const SOURCES = ["erp", "portal"] as const
const TODAY = ["today"] as const

/** Today where the reader is, "2026-11-22". */
const today = () => new Intl.DateTimeFormat("en-CA").format(new Date())

const useColumns = () => {
  const { t } = useTranslation("kontor")
  const { scopeOf, targetOf, changeOf, daysOf } = useAdjustmentWords()
  return useMemo(
    () => [
      columns.accessor("name", {
        header: t("entities.name"),
        cell: ({ row: { original } }) => (
          <span className="flex flex-col py-1">
            <span className="whitespace-normal">{original.name}</span>
            {original.document && (
              <Text size="xsmall" className="text-ui-fg-muted whitespace-normal">
                {original.document}
              </Text>
            )}
          </span>
        ),
      }),
      columns.display({ id: "change", header: t("adjustments.value"), cell: ({ row }) => changeOf(row.original) }),
      columns.display({ id: "target", header: t("adjustments.target"), cell: ({ row }) => targetOf(row.original) }),
      columns.display({ id: "scope", header: t("adjustments.scope"), cell: ({ row }) => scopeOf(row.original) }),
      columns.display({ id: "days", header: t("adjustments.days"), cell: ({ row }) => daysOf(row.original) }),
      columns.accessor("source", { header: t("clients.source"), cell: ({ row }) => t(`factSource.${row.original.source}`) }),
    ],
    // The words change with the language alone, as `t` does.
    [t]
  )
}

const PriceAdjustments = () => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const [isFile, setFile] = useState(false)
  const [filters, setFilters] = useKept<Record<"scope_kind" | "target_kind" | "source" | "live", string | undefined>>("filters", {
    scope_kind: undefined,
    target_kind: undefined,
    source: undefined,
    live: undefined,
  })
  const { live, ...sent } = filters
  const page = usePageOf<AdjustmentList, AdjustmentRow>(PATH, (answer) => answer.price_adjustments, {
    filters: { ...sent, live_on: live && today() },
  })
  const shown = useColumns()
  const filter = (name: keyof typeof filters, label: string, values: readonly string[], text: (value: string) => string) => (
    <FilterChoice
      label={label}
      value={filters[name]}
      values={values}
      text={text}
      onChange={(value) => setFilters({ ...filters, [name]: value })}
    />
  )
  return (
    <>
      <PagedTable
        title={t("adjustments.title")}
        page={page}
        columns={shown}
        rowId={(row) => row.id}
        onRowClick={(row) => navigate(`/price-adjustments/${row.id}`)}
        search={t("adjustments.search")}
        tools={
          <>
            {filter("scope_kind", t("adjustments.scope"), SCOPES, (kind) => t(`adjustments.scopes.${kind}`))}
            {filter("target_kind", t("adjustments.target"), TARGETS, (kind) => t(`adjustments.targets.${kind}`))}
            {filter("source", t("clients.source"), SOURCES, (source) => t(`factSource.${source}`))}
            {filter("live", t("adjustments.days"), TODAY, () => t("adjustments.liveToday"))}
            <Button size="small" variant="secondary" onClick={() => setFile(true)}>
              {t("adjustmentFile.open")}
            </Button>
            <Button size="small" variant="secondary" onClick={() => setNew(true)}>
              {t("adjustments.create")}
            </Button>
          </>
        }
        empty={{ heading: t("adjustments.empty"), description: t("adjustments.emptyHint") }}
      />
      {isNew && <AdjustmentForm adjustment={null} onClose={() => setNew(false)} />}
      {isFile && <AdjustmentFile onClose={() => setFile(false)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "adjustments.title", translationNs: "kontor", nested: "/price-lists" })

export default PriceAdjustments
