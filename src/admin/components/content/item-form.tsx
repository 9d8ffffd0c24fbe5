import { Hint, Label, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { contentBodyOf, type ContentForm, contentFormOf, type ContentKind, type ContentRow, faultOf, FIELDS_OF } from "../../lib/content"
import { formatNumber } from "../../lib/format"
import { useChange } from "../../lib/use-change"
import { Chosen, Find } from "../adjustments/chosen"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import { ItemField } from "./item-fields"

const PATH = "/admin/content"

interface Props {
  kind: ContentKind
  /** Null: a new one. */
  item: ContentRow | null
  onClose: () => void
}

/** Makes an item of content, or changes the one that is given. */
export const ItemForm = ({ kind, item, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => contentFormOf(item))
  // The version that the form was filled from: what is read anew behind the form must not pass for it.
  const [version] = useState(item && { id: item.id, updated_at: item.updated_at })
  const change = (part: Partial<ContentForm>) => setForm((standing) => ({ ...standing, ...part }))
  const save = useChange()
  const body = contentBodyOf(kind, form)
  const { must, may } = FIELDS_OF[kind]
  const fault = faultOf(kind, form)
  const send = () =>
    save.mutateAsync({
      path: version ? `${PATH}/${version.id}` : PATH,
      method: "POST",
      body: { ...body, ...(version ? { updated_at: version.updated_at } : {}) },
    })
  return (
    <FormDrawer title={t(`content.forms.${kind}`)} isComplete={body !== null} isPending={save.isPending} onSubmit={send} onClose={onClose}>
      <InputField id="content-title" label={t("content.name")} maxLength={200} value={form.title} onChange={(title) => change({ title })} />
      {[...must, ...may].map((field) => (
        <ItemField key={field} kind={kind} field={field} form={form} onChange={change} />
      ))}
      {item && item.voters > 0 && <Results item={item} />}
      <Showing form={form} onChange={change} />
      {fault && <Hint variant="error">{t(`content.faults.${fault}`)}</Hint>}
    </FormDrawer>
  )
}

/** To whom and when it is shown. */
const Showing = ({ form, onChange }: { form: ContentForm; onChange: (part: Partial<ContentForm>) => void }) => {
  const { t } = useTranslation("kontor")
  const { audience } = form
  return (
    <>
      {audience.length > 0 && (
        <FormField id="content-chosen" label={t("content.audience")}>
          <Chosen
            names={audience.map(({ name }) => name)}
            onRemove={(at) => onChange({ audience: audience.filter((_, place) => place !== at) })}
          />
        </FormField>
      )}
      <Find
        id="content-audience"
        label={t(audience.length > 0 ? "content.audienceMore" : "content.audienceAll")}
        kind="client_category"
        onChoose={(found) => onChange({ audience: [...audience.filter(({ id }) => id !== found.id), found] })}
      />
      <InputField
        id="content-starts"
        type="date"
        label={t("content.startsOn")}
        value={form.startsOn}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <InputField
        id="content-ends"
        type="date"
        label={t("content.endsOn")}
        value={form.endsOn}
        onChange={(endsOn) => onChange({ endsOn })}
      />
      <InputField
        id="content-position"
        label={t("content.position")}
        hint={t("content.hints.position")}
        inputMode="numeric"
        value={form.position}
        onChange={(position) => onChange({ position })}
      />
      <div className="flex items-center gap-x-2">
        <Switch id="content-published" checked={form.isPublished} onCheckedChange={(isPublished) => onChange({ isPublished })} />
        <Label htmlFor="content-published">{t("content.published")}</Label>
      </div>
    </>
  )
}

/** What was answered so far. */
const Results = ({ item: { questions, voters } }: { item: ContentRow }) => {
  const { t, i18n } = useTranslation("kontor")
  const number = (value: number) => formatNumber(value, i18n.language)
  return (
    <FormField id="content-results" label={t("content.results", { total: number(voters) })}>
      {questions.map(({ id, text, options }) => (
        <div key={id} className="flex flex-col">
          <Text weight="plus">{text}</Text>
          {options.map((option) => (
            <Text key={option.id} size="small" className="flex justify-between gap-x-4">
              <span>{option.text}</span>
              <span>{number(option.votes)}</span>
            </Text>
          ))}
        </div>
      ))}
    </FormField>
  )
}
