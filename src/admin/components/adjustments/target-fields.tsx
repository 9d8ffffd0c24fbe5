import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type AdjustmentForm, articlesIn } from "../../lib/adjustment-draft"
import type { NamedRow, Scope } from "../../lib/adjustment-types"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { Chosen, Find } from "./chosen"

export interface FieldsProps {
  form: AdjustmentForm
  onChange: (part: Partial<AdjustmentForm>) => void
}

interface ScopeProps<Kind extends Scope> {
  form: { scopeKind: Kind; scope: NamedRow | null }
  /** Those that such a rule may be for. */
  kinds: readonly Kind[]
  /** Which of several holds. */
  hint?: string
  onChange: (part: { scopeKind?: Kind; scope: NamedRow | null }) => void
}

/** Whom a rule is for: a kind of clients and, unless it is everyone, which. */
export function ScopeFields<Kind extends Scope>({ form, kinds, hint, onChange }: ScopeProps<Kind>) {
  const { t } = useTranslation("kontor")
  return (
    <>
      <FormField id="rule-scope" label={t("adjustments.scope")} hint={hint}>
        <Choice
          id="rule-scope"
          value={form.scopeKind}
          values={kinds}
          label={(kind) => t(`adjustments.scopes.${kind}`)}
          onChange={(kind) => onChange({ scopeKind: kinds.find((each) => each === kind) ?? form.scopeKind, scope: null })}
        />
      </FormField>
      {form.scopeKind !== "everyone" &&
        (form.scope ? (
          <Chosen names={[form.scope.name]} onRemove={() => onChange({ scope: null })} />
        ) : (
          <Find
            id="rule-whom"
            label={t(`adjustments.scopes.${form.scopeKind}`)}
            kind={form.scopeKind}
            onChoose={(scope) => onChange({ scope })}
          />
        ))}
    </>
  )
}

type Property = AdjustmentForm["properties"][number]

const CONDITIONS = ["category", "brand", "property", "label", "list"] as const

/** What it aims at: conditions are added one by one, and all of them must hold. */
export const TargetFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  const [adding, setAdding] = useState<string>("category")
  const { category, brand, properties, labels, list } = form
  const conditions: { name: string; without: Partial<AdjustmentForm> }[] = [
    ...(category ? [{ name: t("adjustments.ofCategory", { name: category.name }), without: { category: null } }] : []),
    ...(brand === null ? [] : [{ name: t("adjustments.ofBrand", { name: brand }), without: { brand: null } }]),
    ...properties.map((property) => ({
      name: `${property.name}: ${property.value}`,
      without: { properties: properties.filter((each) => each !== property) },
    })),
    ...labels.map((label) => ({
      name: t("adjustments.ofLabel", { name: label }),
      without: { labels: labels.filter((each) => each !== label) },
    })),
    ...(list === "kept" ? [{ name: t("adjustments.listKept"), without: { list: "none" as const } }] : []),
  ]
  return (
    <>
      <FormField id="adjustment-condition" label={t("adjustments.target")} hint={t("adjustments.targetHint")}>
        <Choice
          id="adjustment-condition"
          value={adding}
          values={CONDITIONS}
          label={(kind) => t(`adjustments.targets.${kind}`)}
          onChange={setAdding}
        />
      </FormField>
      {conditions.length > 0 && (
        <Chosen names={conditions.map(({ name }) => name)} onRemove={(at) => onChange(conditions[at]?.without ?? {})} />
      )}
      <Adding key={adding} kind={adding} form={form} onChange={onChange} />
    </>
  )
}

const Adding = ({ kind, form, onChange }: FieldsProps & { kind: string }) => {
  const { t } = useTranslation("kontor")
  if (kind === "property") {
    const others = ({ name, value }: Property) => form.properties.filter((each) => each.name !== name || each.value !== value)
    return <AddProperty onAdd={(property) => onChange({ properties: [...others(property), property] })} />
  }
  if (kind === "list") {
    return <ArticlesField value={form.articles} onChange={(articles) => onChange({ articles, list: articles.trim() ? "given" : "none" })} />
  }
  const add = ({ id, name }: NamedRow) =>
    onChange(
      kind === "category" ? { category: { id, name } } : kind === "brand" ? { brand: id } : { labels: [...new Set([...form.labels, id])] }
    )
  return <Find id={`adjustment-${kind}`} label={t(`adjustments.targets.${kind}`)} kind={kind} onChoose={add} />
}

interface ArticlesFieldProps {
  value: string
  onChange: (text: string) => void
  /** Key of what is said below, with `total`; that they replace the list that there is when left out. */
  hintKey?: string
}

/** The articles of a list, typed or pasted. */
export const ArticlesField = ({ value, onChange, hintKey = "adjustments.articlesHint" }: ArticlesFieldProps) => {
  const { t } = useTranslation("kontor")
  const hint = t(hintKey, { total: articlesIn(value).length })
  return (
    <FormField id="rule-articles" label={t("adjustments.articles")} hint={hint}>
      <Textarea id="rule-articles" rows={5} value={value} onChange={({ target }) => onChange(target.value)} />
    </FormField>
  )
}

/** First the property, then one of its values. */
export const AddProperty = ({ onAdd }: { onAdd: (property: Property) => void }) => {
  const { t } = useTranslation("kontor")
  const [name, setName] = useState<string | null>(null)
  if (name === null) {
    return <Find id="rule-property" label={t("adjustments.targets.property")} kind="property" onChoose={({ id }) => setName(id)} />
  }
  const add = ({ id }: NamedRow) => {
    onAdd({ name, value: id })
    setName(null)
  }
  return <Find id="rule-property-value" label={t("adjustments.valueOf", { name })} kind="property_value" within={name} onChoose={add} />
}
