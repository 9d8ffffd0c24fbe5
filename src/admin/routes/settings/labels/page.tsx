import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Badge, Button, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorText } from "../../../components/error-text"
import { LabelForm } from "../../../components/label-form"
import { LabelGoods } from "../../../components/label-goods"
import { Rows } from "../../../components/rows"
import { Section } from "../../../components/section"
import { formatNumber } from "../../../lib/format"
import type { LabelList, LabelRow } from "../../../lib/labels"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"

const PATH = "/admin/labels"

/** Labels of products: how they are shown, and by which rules goods bear them. */
const Labels = () => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const prompt = usePrompt()
  const [edited, setEdited] = useState<LabelRow | "new" | null>(null)
  const [labelled, setLabelled] = useState<LabelRow | null>(null)
  const remove = useChange({ notice: t("labels.removed") })
  const { data, error } = useAnswer<LabelList>(PATH)
  const nameOf = ({ name_ru, name_en }: LabelRow) => (language.startsWith("ru") ? name_ru : name_en)
  const ask = async (row: LabelRow) => {
    const question = { title: t("labels.remove"), description: t("labels.removeQuestion", { label: nameOf(row) }) }
    if (await prompt({ ...question, confirmText: t("labels.remove"), cancelText: t("cancel") })) {
      remove.mutate({ path: `${PATH}/${row.id}`, method: "DELETE" })
    }
  }
  const tools = (row: LabelRow) => (
    <div className="flex justify-end gap-x-1">
      <Button size="small" variant="transparent" onClick={() => setLabelled(row)}>
        {t("labels.goods")}
      </Button>
      <Button size="small" variant="transparent" onClick={() => setEdited(row)}>
        {t("labels.change")}
      </Button>
      <Button size="small" variant="transparent" onClick={() => void ask(row)}>
        {t("labels.remove")}
      </Button>
    </div>
  )
  const add = (
    <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
      {t("labels.add")}
    </Button>
  )
  return (
    <>
      <Section title={t("labels.title")} action={add}>
        <ErrorText error={error} />
        {data && (
          <Rows
            heads={[t("labels.label"), t("labels.code"), t("labels.way"), t("labels.products"), t("labels.byRule"), ""]}
            rows={data.labels.map((row) => ({
              id: row.id,
              cells: [
                <Badge key="name" size="2xsmall" color={row.colour}>
                  {nameOf(row)}
                </Badge>,
                row.code,
                t(`labels.ways.${row.rule?.kind ?? "hand"}`),
                formatNumber(row.entry_count, language),
                row.rule ? formatNumber(row.by_rule_count, language) : null,
                tools(row),
              ],
            }))}
            empty={t("labels.empty")}
          />
        )}
      </Section>
      {edited && <LabelForm label={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      {labelled && <LabelGoods label={labelled} onClose={() => setLabelled(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "labels.title", translationNs: "kontor" })

export default Labels
