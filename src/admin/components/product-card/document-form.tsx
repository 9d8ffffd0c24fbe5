import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ARTICLES_MAX, articlesIn } from "../../lib/adjustment-draft"
import {
  type BoundDocument,
  DOCUMENT_KINDS,
  documentBodyOf,
  documentFormOf,
  type DocumentRow,
  documentUpload,
} from "../../lib/product-documents"
import { useChange } from "../../lib/use-change"
import { ArticlesField } from "../adjustments/target-fields"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { InputField } from "../input-field"

const PATH = "/admin/product-documents"

interface Props {
  /** Null: a new one. */
  document: DocumentRow | null
  onDone?: (bound: BoundDocument) => void
}

/** Adds a document, or changes one; a file that is chosen takes the place of the old one. */
export const DocumentForm = ({ document, onDone }: Props) => {
  const { t } = useTranslation("kontor")
  const start = documentFormOf(document)
  const [form, setForm] = useState(start)
  const [file, setFile] = useState<File | null>(null)
  const [articles, setArticles] = useState("")
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const save = useChange<BoundDocument>({ onDone: (answer) => onDone?.(answer) })
  const body = documentBodyOf(form)
  const listed = articlesIn(articles)
  const path = document ? `${PATH}/${document.id}` : PATH
  const more = document ? { updated_at: document.updated_at } : { bind: { articles: listed } }
  const title = t(document ? "productCard.change" : "productCard.documents.add")
  return (
    <FormDrawer
      title={title}
      hint={t("productCard.documents.formHint")}
      trigger={
        <Button size="small" variant="secondary">
          {title}
        </Button>
      }
      isComplete={body !== null && (document !== null || file !== null) && listed.length <= ARTICLES_MAX}
      isPending={save.isPending}
      onSubmit={() => save.mutateAsync({ path, method: "POST", form: documentUpload({ ...body, ...more }, file) })}
      onClose={() => {
        setForm(start)
        setFile(null)
        setArticles("")
      }}
    >
      <FormField id="document-file" label={t("productCard.documents.file")} hint={t("productCard.documents.fileHint")}>
        <Input
          id="document-file"
          type="file"
          accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </FormField>
      <FormField id="document-kind" label={t("productCard.documents.kind")}>
        <Choice
          id="document-kind"
          value={form.kind}
          values={DOCUMENT_KINDS}
          label={(kind) => t(`productCard.documents.kinds.${kind}`)}
          onChange={(kind) => set({ kind: DOCUMENT_KINDS.find((each) => each === kind) ?? form.kind })}
        />
      </FormField>
      <InputField
        id="document-title-ru"
        label={t("productCard.documents.titleRu")}
        maxLength={200}
        value={form.titleRu}
        onChange={(titleRu) => set({ titleRu })}
      />
      <InputField
        id="document-title-en"
        label={t("productCard.documents.titleEn")}
        maxLength={200}
        value={form.titleEn}
        onChange={(titleEn) => set({ titleEn })}
      />
      <InputField
        id="document-number"
        label={t("productCard.documents.number")}
        maxLength={100}
        value={form.number}
        onChange={(number) => set({ number })}
      />
      <InputField
        id="document-valid"
        label={t("productCard.documents.validUntil")}
        hint={t("productCard.documents.validHint")}
        type="date"
        value={form.validUntil}
        onChange={(validUntil) => set({ validUntil })}
      />
      {document === null && <ArticlesField value={articles} onChange={setArticles} hintKey="productCard.documents.articlesHint" />}
    </FormDrawer>
  )
}
