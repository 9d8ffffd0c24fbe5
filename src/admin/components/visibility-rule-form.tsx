import { Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatNumber } from "../lib/format"
import {
  draftOf,
  EFFECTS,
  formOf,
  type RuleForm,
  SIGHT_SCOPES,
  SIGHT_TARGETS,
  type VisibilityPreview,
  type VisibilityRuleRow,
} from "../lib/visibility-rules"
import { Chosen, Find } from "./adjustments/chosen"
import { AddProperty, ArticlesField, ScopeFields } from "./adjustments/target-fields"
import { Choice } from "./choice"
import { FormField } from "./form-field"
import { InputField } from "./input-field"
import { PreviewedForm } from "./previewed-form"

interface FieldsProps {
  form: RuleForm
  onChange: (part: Partial<RuleForm>) => void
}

interface Props {
  /** Null makes a new one. */
  rule: VisibilityRuleRow | null
  /** At which a new one aims, until it is taken out. */
  category?: { id: string; name: string }
  onClose: () => void
}

/** Makes a rule of visibility, or changes the one that is given. */
export const VisibilityRuleForm = ({ rule, category, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => ({
    ...formOf(rule),
    ...(category ? { targetKind: "category" as const, target: { id: category.id, name: category.name } } : {}),
  }))
  const change = (part: Partial<RuleForm>) => setForm((standing) => ({ ...standing, ...part }))
  return (
    <PreviewedForm<VisibilityPreview>
      path="/admin/visibility-rules"
      name="draft"
      standing={rule}
      body={draftOf(form, rule)}
      title={t(rule ? "visibility.changeRule" : "visibility.add")}
      lookFirst={t("visibility.lookFirst")}
      panel={(preview) => <Preview preview={preview} />}
      onClose={onClose}
    >
      <InputField id="sight-name" label={t("visibility.name")} value={form.name} maxLength={200} onChange={(name) => change({ name })} />
      <FormField id="sight-effect" label={t("visibility.effect")}>
        <Choice
          id="sight-effect"
          value={form.shows ? "show" : "hide"}
          values={EFFECTS}
          label={(effect) => t(`visibility.effects.${effect}`)}
          onChange={(effect) => change({ shows: effect === "show" })}
        />
      </FormField>
      <ScopeFields form={form} kinds={SIGHT_SCOPES} onChange={change} />
      <TargetFields form={form} onChange={change} />
    </PreviewedForm>
  )
}

const TargetFields = ({ form, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  const { targetKind, target, property } = form
  const kinds = targetKind === "entry" ? (["entry", ...SIGHT_TARGETS] as const) : SIGHT_TARGETS
  return (
    <>
      <FormField id="sight-target" label={t("visibility.target")}>
        <Choice
          id="sight-target"
          value={targetKind}
          values={kinds}
          label={(kind) => t(`visibility.targets.${kind}`)}
          onChange={(kind) =>
            onChange({ targetKind: kinds.find((each) => each === kind) ?? "category", target: null, property: null, articles: "" })
          }
        />
      </FormField>
      {target && targetKind !== "list" && (
        <Chosen
          names={[property === null ? target.name : `${property}: ${target.name}`]}
          onRemove={() => onChange({ target: null, property: null })}
        />
      )}
      {targetKind === "list" && <ArticlesField value={form.articles} onChange={(articles) => onChange({ articles })} />}
      {!target && <Aim key={targetKind} form={form} onChange={onChange} />}
    </>
  )
}

/** Finds the one thing that the rule is about. */
const Aim = ({ form: { targetKind }, onChange }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  switch (targetKind) {
    case "everything":
    case "entry":
    case "list":
      return null
    case "property":
      return <AddProperty onAdd={({ name, value }) => onChange({ property: name, target: { id: value, name: value } })} />
    default:
      return (
        <Find id="sight-aim" label={t(`visibility.targets.${targetKind}`)} kind={targetKind} onChoose={(target) => onChange({ target })} />
      )
  }
}

/** From how many clients what would be hidden. */
const Preview = ({ preview: { contracts, clients, groups, is_whole, articles } }: { preview: VisibilityPreview }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  const missing = [...articles.unknown, ...articles.ambiguous]
  return (
    <div className="flex flex-col gap-y-4">
      <Heading level="h2">{t("adjustments.preview")}</Heading>
      <Text weight="plus">{t("visibility.touched", { contracts: number(contracts), clients: number(clients) })}</Text>
      {groups.map(({ clients: some, hidden, shown }, index) => (
        <Text key={index} size="small">
          {t("visibility.group", { clients: number(some), hidden: number(hidden), shown: number(shown) })}
        </Text>
      ))}
      {!is_whole && <Text size="small">{t("visibility.partly")}</Text>}
      {missing.length > 0 && (
        <Text size="small" className="text-ui-fg-error break-words">
          {t("adjustments.missing", { total: missing.length, articles: missing.slice(0, 30).join(", ") })}
        </Text>
      )}
    </div>
  )
}
