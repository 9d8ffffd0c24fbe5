import { Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type ContentField, type ContentFileRow, type ContentForm, type ContentKind, MATERIAL_MEDIA } from "../../lib/content"
import { useChange } from "../../lib/use-change"
import { Chosen, Find } from "../adjustments/chosen"
import { Choice } from "../choice"
import { FormField } from "../form-field"
import { InputField } from "../input-field"

interface Props {
  kind: ContentKind
  form: ContentForm
  onChange: (part: Partial<ContentForm>) => void
}

/** Longest texts that the server takes. */
const LENGTHS = { slug: 100, section: 100, video_url: 500, link: 500 } as const

/** One field of an item of content. */
export const ItemField = ({ kind, field, form, onChange }: Props & { field: ContentField }) => {
  const { t } = useTranslation("kontor")
  const id = `content-${field}`
  switch (field) {
    case "body":
    case "questions":
      return (
        <FormField id={id} label={t(`content.fields.${field}`)} hint={t(`content.hints.${field}`)}>
          <Textarea
            id={id}
            rows={10}
            maxLength={20_000}
            value={form[field]}
            onChange={({ target }) => onChange({ [field]: target.value })}
          />
        </FormField>
      )
    case "media":
      return (
        <FormField id={id} label={t("content.fields.media")}>
          <Choice
            id={id}
            value={form.media}
            values={MATERIAL_MEDIA}
            label={(media) => t(`content.media.${media}`)}
            onChange={(media) => onChange({ media: MATERIAL_MEDIA.find((each) => each === media) ?? form.media })}
          />
        </FormField>
      )
    case "file":
      return <FileField kind={kind} form={form} onChange={onChange} />
    case "category":
      return form.category ? (
        <FormField id={id} label={t("content.fields.category")}>
          <Chosen names={[form.category.name]} onRemove={() => onChange({ category: null })} />
        </FormField>
      ) : (
        <Find id={id} label={t("content.fields.category")} kind="category" onChoose={(category) => onChange({ category })} />
      )
    default:
      return (
        <InputField
          id={id}
          label={t(`content.fields.${field}`)}
          hint={t(`content.hints.${field}`)}
          maxLength={LENGTHS[field]}
          value={form[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      )
  }
}

/** A file is uploaded as soon as it is chosen; one whose form is not saved goes after a day. */
const FileField = ({ kind, form: { file }, onChange }: Props) => {
  const { t } = useTranslation("kontor")
  const taken = t(kind === "material" ? "content.hints.file" : "content.hints.image")
  const upload = useChange<{ content_file: ContentFileRow }>({
    notice: null,
    onDone: ({ content_file }) => onChange({ file: content_file }),
  })
  const send = (chosen: File | undefined) => {
    if (chosen) {
      const form = new FormData()
      form.append("file", chosen)
      upload.mutate({ path: "/admin/content-files", method: "POST", form })
    }
  }
  return (
    <FormField id="content-file" label={t("content.fields.file")} hint={upload.isPending ? t("content.uploading") : taken}>
      {file && <Chosen names={[file.name]} onRemove={() => onChange({ file: null })} />}
      {file?.mime_type.startsWith("image/") && (
        <img src={`/admin/content-files/${file.id}/file?size=thumbnail`} alt={file.name} className="max-h-40 self-start rounded-md" />
      )}
      {!file && <Input id="content-file" type="file" disabled={upload.isPending} onChange={({ target }) => send(target.files?.[0])} />}
    </FormField>
  )
}
