import { Button, createDataTableColumnHelper, StatusBadge, Switch, Text } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDate, formatDecimal, formatNumber, formatPercent } from "../../lib/format"
import type { PriceImport, PriceImportRow, PriceImportRows } from "../../lib/price-types"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { usePageOf } from "../../lib/use-page-of"
import { Choice } from "../choice"
import { ErrorText } from "../error-text"
import { FormDrawer } from "../form-drawer"
import { PagedTable } from "../paged-table"

const COUNTED = ["created", "changed", "removed", "problem", "marked"] as const
const ALL = "all"
const COLORS = { created: "green", changed: "blue", removed: "orange", problem: "red" } as const
const columns = createDataTableColumnHelper<PriceImportRow>()

/** What a file changes, row by row, and the two ways to apply it. */
export const ImportResult = ({ id }: { id: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const path = `/admin/price-imports/${id}`
  const [shown, setShown] = useState<string>(ALL)
  const { data, error } = useAnswer<{ price_import: PriceImport }>(path)
  const head = data?.price_import
  const filters = shown === "marked" ? { marked: "true" } : { status: shown === ALL ? undefined : shown }
  const page = usePageOf<PriceImportRows, PriceImportRow>(`${path}/rows`, (answer) => answer.rows, { filters })
  const cells = useMemo(() => {
    const { language } = i18n
    const number = (value: string | null) => (value === null ? "–" : formatDecimal(value, language))
    const day = (value: string | null) => (value ? formatDate(value, language) : "…")
    return [
      columns.accessor((row) => row.file_row ?? "–", { id: "row", header: t("priceFiles.row") }),
      columns.display({
        id: "status",
        header: t("priceFiles.what"),
        cell: ({ row: { original } }) => <Status row={original} />,
      }),
      columns.accessor("article", { header: t("priceFiles.article") }),
      columns.accessor((row) => row.title ?? "–", { id: "title", header: t("priceFiles.product") }),
      columns.accessor((row) => row.unit ?? "–", { id: "unit", header: t("priceFiles.unit") }),
      columns.accessor((row) => (row.from_quantity === "0" ? "–" : number(row.from_quantity)), {
        id: "from",
        header: t("priceFiles.from"),
      }),
      columns.accessor((row) => (row.starts_on || row.ends_on ? `${day(row.starts_on)} – ${day(row.ends_on)}` : "–"), {
        id: "days",
        header: t("priceFiles.days"),
      }),
      columns.accessor((row) => number(row.old_amount), { id: "old", header: t("priceFiles.old") }),
      columns.accessor((row) => number(row.new_amount), { id: "new", header: t("priceFiles.new") }),
      columns.display({
        id: "percent",
        header: t("priceFiles.percent"),
        cell: ({ row: { original } }) => (
          <span className={original.is_marked ? "text-ui-tag-red-text font-medium" : ""}>
            {original.percent === null ? "–" : formatPercent(original.percent, language)}
          </span>
        ),
      }),
    ]
  }, [t, i18n])
  if (!head) {
    return <ErrorText error={error} />
  }
  const nameOf = (value: string) =>
    value === ALL
      ? t("priceFiles.all")
      : `${t(`priceFiles.counts.${value}`)}: ${formatNumber(head.counts[value as keyof PriceImport["counts"]], i18n.language)}`
  return (
    <PagedTable
      title={`${t("priceFiles.result")}: ${head.file_name}`}
      page={page}
      columns={cells}
      rowId={(row) => row.id}
      tools={
        <>
          <Text size="small" className="text-ui-fg-subtle whitespace-nowrap">
            {nameOf("unchanged")}
          </Text>
          <div className="w-[220px]">
            <Choice id="shown" value={shown} values={[ALL, ...COUNTED]} label={nameOf} onChange={setShown} />
          </div>
          {head.applied_mode ? (
            <StatusBadge color="green">{t("priceFiles.applied")}</StatusBadge>
          ) : (
            (["add", "replace"] as const).map((mode) => <Apply key={mode} found={head} mode={mode} />)
          )}
        </>
      }
      empty={{ heading: t("priceFiles.nothing"), description: nameOf("unchanged") }}
    />
  )
}

const Status = ({ row: { status, code } }: { row: PriceImportRow }) => {
  const { t } = useTranslation("kontor")
  return (
    <StatusBadge color={COLORS[status]}>{code ? t(`priceFiles.problems.${code}`, code) : t(`priceFiles.counts.${status}`)}</StatusBadge>
  )
}

/** Says once more what will happen, and asks for leave to pass over rows that cannot be applied. */
const Apply = ({ found, mode }: { found: PriceImport; mode: "add" | "replace" }) => {
  const { t } = useTranslation("kontor")
  const [skip, setSkip] = useState(false)
  const change = useChange({ notice: t("priceFiles.applied") })
  const { id, counts } = found
  return (
    <FormDrawer
      title={t(`priceFiles.${mode}`)}
      hint={t(mode === "add" ? "priceFiles.addHint" : "priceFiles.replaceHint", counts)}
      trigger={
        <Button size="small" variant={mode === "add" ? "primary" : "secondary"}>
          {t(`priceFiles.${mode}`)}
        </Button>
      }
      submit={t(`priceFiles.${mode}`)}
      isComplete={counts.problem === 0 || skip}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/price-imports/${id}/apply`, method: "POST", body: { mode, skip_problems: skip } })}
      onClose={() => setSkip(false)}
    >
      {counts.problem > 0 && (
        <label htmlFor={`skip-${mode}`} className="txt-small flex items-center justify-between gap-x-4">
          {t("priceFiles.skip", counts)}
          <Switch id={`skip-${mode}`} checked={skip} onCheckedChange={setSkip} />
        </label>
      )}
    </FormDrawer>
  )
}
