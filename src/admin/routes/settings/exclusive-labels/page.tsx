import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorText } from "../../../components/error-text"
import { FormDrawer } from "../../../components/form-drawer"
import { Picker } from "../../../components/picker"
import { Rows } from "../../../components/rows"
import { Section } from "../../../components/section"
import type { ChoiceList } from "../../../lib/adjustment-types"
import { formatNumber } from "../../../lib/format"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"

const PATH = "/admin/exclusive-labels"

interface LabelRow {
  id: string
  label: string
  source: "erp" | "portal"
  entry_count: number
}

/** Chooses one of the labels, or of the other tags that products have. */
const AddLabel = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [label, setLabel] = useState("")
  const change = useChange()
  return (
    <FormDrawer
      title={t("exclusiveLabels.add")}
      hint={t("exclusiveLabels.addHint")}
      isComplete={label !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: PATH, method: "POST", body: { label } })}
      onClose={onClose}
    >
      <Picker<ChoiceList>
        id="label"
        label={t("exclusiveLabels.label")}
        placeholder={t("exclusiveLabels.search")}
        path="/admin/price-adjustments/choices"
        within={{ kind: "label" }}
        options={({ choices }) => choices.map(({ id, name, note }) => ({ id, name, note: note ?? "" }))}
        value={label}
        onChange={setLabel}
      />
    </FormDrawer>
  )
}

/** Labels that shut adjustments off; those of 1C are read. */
const ExclusiveLabels = () => {
  const { t, i18n } = useTranslation("kontor")
  const prompt = usePrompt()
  const [isAdding, setAdding] = useState(false)
  const remove = useChange({ notice: t("exclusiveLabels.removed") })
  const { data, error } = useAnswer<{ exclusive_labels: LabelRow[] }>(PATH)
  const ask = async ({ id, label }: LabelRow) => {
    const question = { title: t("exclusiveLabels.remove"), description: t("exclusiveLabels.removeQuestion", { label }) }
    if (await prompt({ ...question, confirmText: t("exclusiveLabels.remove"), cancelText: t("cancel") })) {
      remove.mutate({ path: `${PATH}/${id}`, method: "DELETE" })
    }
  }
  const tool = (row: LabelRow) =>
    row.source === "portal" && (
      <Button size="small" variant="transparent" onClick={() => void ask(row)}>
        {t("exclusiveLabels.remove")}
      </Button>
    )
  const add = (
    <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
      {t("exclusiveLabels.add")}
    </Button>
  )
  return (
    <>
      <Section title={t("exclusiveLabels.title")} action={add}>
        <ErrorText error={error} />
        {data && (
          <Rows
            heads={[t("exclusiveLabels.label"), t("exclusiveLabels.products"), t("clients.source"), ""]}
            rows={data.exclusive_labels.map((row) => ({
              id: row.id,
              cells: [row.label, formatNumber(row.entry_count, i18n.language), t(`factSource.${row.source}`), tool(row)],
            }))}
            empty={`${t("exclusiveLabels.empty")}. ${t("exclusiveLabels.emptyHint")}`}
          />
        )}
      </Section>
      {isAdding && <AddLabel onClose={() => setAdding(false)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "exclusiveLabels.title", translationNs: "kontor" })

export default ExclusiveLabels
