import { Button, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { articlesIn } from "../lib/adjustment-draft"
import { formatNumber } from "../lib/format"
import { useChange } from "../lib/use-change"
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
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"

const PATH = "/admin/visibility-rules"

interface FieldsProps {
  form: RuleForm
  set: (change: Partial<RuleForm>) => void
}

/** Makes a rule of visibility, or changes the one that is given; tells beforehand what it would hide from how many. */
export const VisibilityRuleForm = ({ rule, onClose }: { rule: VisibilityRuleRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(formOf(rule))
  const preview = useChange<VisibilityPreview>({ isQuestion: true })
  const change = useChange()
  const draft = draftOf(form, rule)
  const set = (part: Partial<RuleForm>) => {
    setForm({ ...form, ...part })
    preview.reset()
  }
  const body = { ...draft, ...(rule ? { updated_at: rule.updated_at } : {}) }
  return (
    <FormDrawer
      title={t(rule ? "visibility.change" : "visibility.add")}
      hint={t("visibility.formHint")}
      isComplete={draft !== null}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: rule ? `${PATH}/${rule.id}` : PATH, method: "POST", body })}
      onClose={onClose}
    >
      <InputField id="sight-name" label={t("visibility.name")} value={form.name} maxLength={200} onChange={(name) => set({ name })} />
      <FormField id="sight-effect" label={t("visibility.effect")}>
        <Choice
          id="sight-effect"
          value={form.shows ? "show" : "hide"}
          values={EFFECTS}
          label={(effect) => t(`visibility.effects.${effect}`)}
          onChange={(effect) => set({ shows: effect === "show" })}
        />
      </FormField>
      <ScopeFields form={form} set={set} />
      <TargetFields form={form} set={set} />
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={!draft}
        isLoading={preview.isPending}
        onClick={() => preview.mutate({ path: `${PATH}/preview`, method: "POST", body: { id: rule?.id ?? null, draft } })}
      >
        {t("visibility.preview")}
      </Button>
      {preview.data && <Preview preview={preview.data.preview} />}
    </FormDrawer>
  )
}

const ScopeFields = ({ form, set }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  return (
    <>
      <FormField id="sight-scope" label={t("visibility.scope")}>
        <Choice
          id="sight-scope"
          value={form.scopeKind}
          values={SIGHT_SCOPES}
          label={(kind) => t(`adjustments.scopes.${kind}`)}
          onChange={(kind) => set({ scopeKind: SIGHT_SCOPES.find((each) => each === kind) ?? "everyone", scope: null })}
        />
      </FormField>
      {form.scopeKind !== "everyone" &&
        (form.scope ? (
          <Chosen names={[form.scope.name]} onRemove={() => set({ scope: null })} />
        ) : (
          <Find
            id="sight-whom"
            label={t(`adjustments.scopes.${form.scopeKind}`)}
            kind={form.scopeKind}
            onChoose={(scope) => set({ scope })}
          />
        ))}
    </>
  )
}

const TargetFields = ({ form, set }: FieldsProps) => {
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
            set({ targetKind: kinds.find((each) => each === kind) ?? "category", target: null, property: null, articles: [] })
          }
        />
      </FormField>
      {target && targetKind !== "list" && (
        <Chosen
          names={[property === null ? target.name : `${property}: ${target.name}`]}
          onRemove={() => set({ target: null, property: null })}
        />
      )}
      {targetKind === "list" ? <Articles form={form} set={set} /> : !target && <Aim key={targetKind} form={form} set={set} />}
    </>
  )
}

/** Finds what the rule is about: of a property first the property, then one of its values. */
const Aim = ({ form: { targetKind, property }, set }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  if (targetKind === "everything" || targetKind === "entry") {
    return null
  }
  if (targetKind === "property" && property !== null) {
    return (
      <Find
        id="sight-value"
        label={t("adjustments.valueOf", { name: property })}
        kind="property_value"
        within={property}
        onChoose={(target) => set({ target })}
      />
    )
  }
  return (
    <Find
      id="sight-aim"
      label={t(`visibility.targets.${targetKind}`)}
      kind={targetKind}
      onChoose={(target) => set(targetKind === "property" ? { property: target.id } : { target })}
    />
  )
}

const Articles = ({ form: { articles }, set }: FieldsProps) => {
  const { t } = useTranslation("kontor")
  const [text, setText] = useState("")
  const type = (value: string) => {
    setText(value)
    set({ articles: articlesIn(value) })
  }
  return (
    <FormField id="sight-articles" label={t("adjustments.articles")} hint={t("adjustments.articlesHint", { total: articles.length })}>
      <Textarea id="sight-articles" rows={5} value={text} onChange={({ target: { value } }) => type(value)} />
    </FormField>
  )
}

const Preview = ({ preview: { contracts, clients, groups, is_whole, articles } }: VisibilityPreview) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  const missing = [...articles.unknown, ...articles.ambiguous]
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-md p-3">
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
