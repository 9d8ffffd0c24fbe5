import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { articlesIn } from "../lib/adjustment-draft"
import type { LabelRow } from "../lib/labels"
import { tellMissing } from "../lib/tell-missing"
import { useChange } from "../lib/use-change"
import { ArticlesField } from "./adjustments/target-fields"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"

interface Labelled {
  changed: number
  articles: { unknown: string[]; ambiguous: string[] }
}

const EFFECTS = ["give", "take"]

/** Gives a label to many products by their articles, or takes it from them. */
export const LabelGoods = ({ label, onClose }: { label: LabelRow; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [text, setText] = useState("")
  const [effect, setEffect] = useState("give")
  const articles = articlesIn(text)
  const change = useChange<Labelled>({
    notice: null,
    onDone: ({ changed, articles }) => {
      toast.success(t("labels.labelled", { total: changed }))
      tellMissing(t, articles)
    },
  })
  const body = { bears: effect === "give", articles }
  return (
    <FormDrawer
      title={t("labels.goods")}
      hint={t("labels.goodsHint")}
      isComplete={articles.length > 0}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/labels/${label.id}/products`, method: "POST", body })}
      onClose={onClose}
    >
      <FormField id="label-effect" label={t("labels.effect")}>
        <Choice id="label-effect" value={effect} values={EFFECTS} label={(each) => t(`labels.effects.${each}`)} onChange={setEffect} />
      </FormField>
      <ArticlesField value={text} onChange={setText} hintKey="productCard.documents.articlesHint" />
    </FormDrawer>
  )
}
