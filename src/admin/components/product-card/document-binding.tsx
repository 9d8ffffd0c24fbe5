import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ARTICLES_MAX, articlesIn } from "../../lib/adjustment-draft"
import type { ChoiceList } from "../../lib/adjustment-types"
import type { BoundDocument } from "../../lib/product-documents"
import { useChange } from "../../lib/use-change"
import { ArticlesField } from "../adjustments/target-fields"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { Picker } from "../picker"

const TARGETS = ["articles", "category", "brand"] as const
type Target = (typeof TARGETS)[number]

interface Props {
  path: string
  onDone: (bound: BoundDocument) => void
}

/** Binds a document to products by their articles, to a category or to a brand. */
export const DocumentBinding = ({ path, onDone }: Props) => {
  const { t } = useTranslation("kontor")
  const [target, setTarget] = useState<Target>("articles")
  const [articles, setArticles] = useState("")
  const [chosen, setChosen] = useState("")
  const bind = useChange<BoundDocument>({ onDone })
  const listed = articlesIn(articles)
  const add = target === "articles" ? { articles: listed } : target === "category" ? { category_ids: [chosen] } : { brands: [chosen] }
  const isComplete = target === "articles" ? listed.length > 0 && listed.length <= ARTICLES_MAX : chosen !== ""
  return (
    <FormDrawer
      title={t("productCard.documents.bind")}
      hint={t("productCard.documents.bindHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("productCard.documents.bind")}
        </Button>
      }
      isComplete={isComplete}
      isPending={bind.isPending}
      onSubmit={() => bind.mutateAsync({ path, method: "POST", body: { add } })}
      onClose={() => {
        setArticles("")
        setChosen("")
      }}
    >
      <FormField id="document-target" label={t("productCard.documents.target")}>
        <Choice
          id="document-target"
          value={target}
          values={TARGETS}
          label={(each) => t(`productCard.documents.targets.${each}`)}
          onChange={(value) => {
            setTarget(TARGETS.find((each) => each === value) ?? target)
            setChosen("")
          }}
        />
      </FormField>
      {target === "articles" ? (
        <ArticlesField value={articles} onChange={setArticles} hintKey="productCard.documents.articlesHint" />
      ) : (
        <Picker<ChoiceList>
          key={target}
          id="document-thing"
          label={t(`productCard.documents.targets.${target}`)}
          placeholder={t("entities.name")}
          path="/admin/price-adjustments/choices"
          within={{ kind: target }}
          options={({ choices }) => choices.map(({ id, name, note }) => ({ id, name, note: note ?? "" }))}
          value={chosen}
          onChange={(id) => setChosen(id)}
        />
      )}
    </FormDrawer>
  )
}
