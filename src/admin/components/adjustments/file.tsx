import { Button, Input, StatusBadge, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdjustmentImport } from "../../lib/adjustment-types"
import { formatDate, formatDecimal, formatNumber } from "../../lib/format"
import { useChange } from "../../lib/use-change"
import { useLocale } from "../../lib/use-locale"
import { FormField } from "../form-field"
import { Rows } from "../rows"
import { WholeScreen } from "../whole-screen"

const PATH = "/admin/price-adjustments/file"
const COLORS = { created: "green", changed: "blue", removed: "orange", problem: "red" } as const

/** Discounts and markups out to a spreadsheet and back: what the file changes is shown before it is applied. */
export const AdjustmentFile = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const locale = useLocale()
  const [file, setFile] = useState<File | null>(null)
  const [skip, setSkip] = useState(false)
  const question = useChange<{ adjustment_import: AdjustmentImport }>({ isQuestion: true })
  const tried = question.data?.adjustment_import ?? null
  const apply = useChange({ notice: t("priceFiles.applied"), onDone: onClose })
  const form = () => {
    const body = new FormData()
    body.append("file", file ?? "")
    return body
  }
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setSkip(false)
    question.reset()
  }
  const put = (mode: "add" | "replace") =>
    tried && apply.mutate({ path: PATH, method: "POST", query: { mode, state: tried.state, skip_problems: String(skip) }, form: form() })
  const isReady = tried !== null && (tried.counts.problem === 0 || skip)
  return (
    <WholeScreen
      title={t("adjustmentFile.title")}
      hint={t("adjustmentFile.hint")}
      buttons={
        <>
          {(["replace", "add"] as const).map((mode) => (
            <Button
              key={mode}
              size="small"
              variant={mode === "add" ? "primary" : "secondary"}
              disabled={!isReady}
              isLoading={apply.isPending}
              onClick={() => put(mode)}
            >
              {t(`priceFiles.${mode}`)}
            </Button>
          ))}
        </>
      }
      onClose={onClose}
    >
      <div className="grid items-end gap-4 md:grid-cols-3">
        <Button size="small" variant="secondary" asChild>
          <a href={`${PATH}?${new URLSearchParams({ locale }).toString()}`}>{t("priceFiles.download")}</a>
        </Button>
        <FormField id="adjustment-file" label={t("priceFiles.file")}>
          <Input
            id="adjustment-file"
            type="file"
            accept=".xlsx,.xls,.ods,.csv"
            onChange={(event) => choose(event.target.files?.[0] ?? null)}
          />
        </FormField>
        <Button
          size="small"
          disabled={file === null}
          isLoading={question.isPending}
          onClick={() => question.mutate({ path: PATH, method: "POST", form: form() })}
        >
          {t("priceFiles.try")}
        </Button>
      </div>
      {tried && tried.counts.problem > 0 && (
        <label htmlFor="adjustment-skip" className="txt-small flex items-center gap-x-4">
          <Switch id="adjustment-skip" checked={skip} onCheckedChange={setSkip} />
          {t("priceFiles.skip", tried.counts)}
        </label>
      )}
      {tried && <Differences tried={tried} />}
    </WholeScreen>
  )
}

const Differences = ({ tried: { counts, rows } }: { tried: AdjustmentImport }) => {
  const { t, i18n } = useTranslation("kontor")
  const told = (["created", "changed", "removed", "problem", "unchanged"] as const)
    .map((what) => `${t(`priceFiles.counts.${what}`)}: ${formatNumber(counts[what], i18n.language)}`)
    .join(" · ")
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small">{told}</Text>
      <Rows
        heads={[t("priceFiles.row"), t("priceFiles.what"), t("entities.name"), t("adjustmentFile.differences")]}
        rows={rows.map((row, place) => ({
          id: String(place),
          cells: [
            row.file_row ?? "–",
            <StatusBadge key="status" color={COLORS[row.status]}>
              {t(`priceFiles.counts.${row.status}`)}
            </StatusBadge>,
            <span key="name" className="whitespace-normal break-words">
              {row.name}
            </span>,
            <Difference key="difference" row={row} />,
          ],
        }))}
        empty={t("priceFiles.nothing")}
      />
    </div>
  )
}

/** What differs field by field, or why the row cannot be applied. */
const Difference = ({ row: { code, message, before, after } }: { row: AdjustmentImport["rows"][number] }) => {
  const { t, i18n } = useTranslation("kontor")
  if (code !== null) {
    return (
      <span className="text-ui-fg-error whitespace-normal break-words">
        {[t([`adjustmentFile.problems.${code}`, `refused.${code}`], message ?? code), code === "articles_unknown" ? message : null]
          .filter(Boolean)
          .join(": ")}
      </span>
    )
  }
  const shown = (field: string, value: unknown): string => {
    const text = value === null || value === undefined ? "" : String(value)
    switch (field) {
      case "kind":
      case "scope_kind":
        return text && t(`adjustments.${field === "kind" ? "kinds" : "scopes"}.${text}`)
      case "is_stacking":
        return text && t(value === true ? "priceTypes.yes" : "priceTypes.no")
      case "value":
      case "from_quantity":
        return text && formatDecimal(text, i18n.language)
      case "starts_on":
      case "ends_on":
        return text && formatDate(text, i18n.language)
      case "currency_code":
        return text.toUpperCase()
      default:
        return text
    }
  }
  // Of one that comes or goes the name stands beside it, and what says nothing is left out.
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) =>
    before && after
      ? before[field] !== after[field]
      : field !== "name" && Boolean((before ?? after)?.[field]) && (before ?? after)?.[field] !== "0"
  )
  return (
    <span className="flex flex-col whitespace-normal break-words">
      {fields.map((field) => (
        <span key={field} className="txt-small">
          {`${t(`audit.fields.${field}`, field)}: ${[before, after].flatMap((facts) => (facts ? [shown(field, facts[field]) || "–"] : [])).join(" → ")}`}
        </span>
      ))}
    </span>
  )
}
