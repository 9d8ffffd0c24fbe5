import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CATEGORY_TYPES, type CatalogCategory } from "../../lib/catalog-category"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { Choice } from "../choice"
import { ErrorText } from "../error-text"
import { Field } from "../field"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import { Section } from "../section"

/** Whether goods of a category are sold from stock or ordered beforehand, and the word that dealers see beside its name. */
export const CategoryFacts = ({ id }: { id: string }) => {
  const { t } = useTranslation("kontor")
  const path = `/admin/catalog-categories/${id}`
  const { data, error } = useAnswer<{ catalog_category: CatalogCategory }>(path)
  const facts = data?.catalog_category
  return (
    <Section title={t("visibility.category")} action={facts && <Edit key={JSON.stringify(facts)} path={path} facts={facts} />}>
      <ErrorText error={error} />
      {facts && <Field label={t("visibility.categoryType")}>{t(`visibility.categoryTypes.${facts.type}`)}</Field>}
      {facts?.label && <Field label={t("visibility.categoryLabel")}>{facts.label}</Field>}
    </Section>
  )
}

const Edit = ({ path, facts }: { path: string; facts: CatalogCategory }) => {
  const { t } = useTranslation("kontor")
  const [type, setType] = useState<CatalogCategory["type"]>(facts.type)
  const [label, setLabel] = useState(facts.label ?? "")
  const change = useChange()
  return (
    <FormDrawer
      title={t("visibility.category")}
      hint={t("visibility.categoryHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("visibility.change")}
        </Button>
      }
      isComplete
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path, method: "POST", body: { type, label: label.trim() || null } })}
    >
      <FormField id="category-type" label={t("visibility.categoryType")}>
        <Choice
          id="category-type"
          value={type}
          values={CATEGORY_TYPES}
          label={(each) => t(`visibility.categoryTypes.${each}`)}
          onChange={(each) => setType(CATEGORY_TYPES.find((known) => known === each) ?? type)}
        />
      </FormField>
      <InputField id="category-label" label={t("visibility.categoryLabel")} value={label} maxLength={40} onChange={setLabel} />
    </FormDrawer>
  )
}
