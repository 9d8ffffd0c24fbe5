import { Button, Input, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SupplyImport } from "../../lib/supplies"
import { subjectIn } from "../../lib/reason-of"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { Rows } from "../rows"

const PATH = "/admin/supply-imports"
const COLOURS = { created: "green", changed: "blue", unchanged: "grey", refused: "red" } as const

/** Supplies from a spreadsheet: what the file would do is shown before it is applied. */
export const SupplyUpload = () => {
  const { t } = useTranslation("kontor")
  const [file, setFile] = useState<File | null>(null)
  const look = useChange<SupplyImport>({ isQuestion: true })
  const tried = look.data
  const apply = useChange<SupplyImport>()
  const request = (applied: boolean) => {
    const form = new FormData()
    form.append("file", file ?? "")
    return { path: PATH, method: "POST" as const, query: { apply: String(applied) }, form }
  }
  const choose = (chosen: File | null) => {
    setFile(chosen)
    look.reset()
  }
  return (
    <FormDrawer
      title={t("supplies.upload")}
      hint={t("supplies.uploadHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("supplies.upload")}
        </Button>
      }
      submit={t("supplies.apply")}
      isComplete={tried !== undefined && tried.supplies.some(({ result }) => result === "created" || result === "changed")}
      isPending={apply.isPending}
      onSubmit={() => apply.mutateAsync(request(true))}
      onClose={() => choose(null)}
    >
      <FormField id="supply-file" label={t("supplies.file")}>
        <Input id="supply-file" type="file" accept=".xlsx,.xls,.ods,.csv" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
      </FormField>
      <Button
        size="small"
        type="button"
        variant="secondary"
        disabled={file === null}
        isLoading={look.isPending}
        onClick={() => look.mutate(request(false))}
      >
        {t("supplies.try")}
      </Button>
      {tried && <Outcome tried={tried} />}
    </FormDrawer>
  )
}

const Outcome = ({ tried: { supplies, faults } }: { tried: SupplyImport }) => {
  const { t } = useTranslation("kontor")
  const rows = supplies.map(({ number, line_count, result, code, message }) => ({
    id: number,
    cells: [
      number,
      line_count,
      <StatusBadge key="result" color={COLOURS[result]}>
        {t(`supplies.results.${result}`)}
      </StatusBadge>,
      <span key="why" className="whitespace-normal break-words">
        {code && t(`refused.${code}`, { defaultValue: message ?? code, what: subjectIn(message ?? "") })}
      </span>,
    ],
  }))
  return (
    <>
      <Rows
        heads={[t("supplies.number"), t("supplies.lines"), t("supplies.result"), t("supplies.why")]}
        rows={rows}
        empty={t("supplies.noRows")}
      />
      {faults.map(({ file_row, code }) => (
        <Text key={file_row} size="small" className="text-ui-fg-error">
          {t("supplies.fault", { row: file_row, what: t(`supplies.faults.${code}`) })}
        </Text>
      ))}
    </>
  )
}
