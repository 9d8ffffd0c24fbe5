import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Newspaper } from "@medusajs/icons"
import { Button, createDataTableColumnHelper, Select, StatusBadge, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ItemForm } from "../../components/content/item-form"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { CONTENT_KINDS, type ContentKind, type ContentList, type ContentRow } from "../../lib/content"
import { formatDate } from "../../lib/format"
import { useChange } from "../../lib/use-change"
import { usePageOf } from "../../lib/use-page-of"

const PATH = "/admin/content"
const columns = createDataTableColumnHelper<ContentRow>()

/** News, answers, pages, banners, polls and materials: one kind at a time. */
const Content = () => {
  const { t, i18n } = useTranslation("kontor")
  const prompt = usePrompt()
  const remove = useChange({ notice: t("content.removed") })
  const [kind, setKind] = useState<ContentKind>("news")
  const [is_published, setPublished] = useState<string>()
  const [edited, setEdited] = useState<ContentRow | "new" | null>(null)
  const page = usePageOf<ContentList, ContentRow>(PATH, ({ content }) => content, { within: { kind }, filters: { is_published } })
  const ask = async ({ id, title }: ContentRow) => {
    const question = { title: t("content.remove"), description: t("content.removeQuestion", { title }) }
    if (await prompt({ ...question, confirmText: t("content.remove"), cancelText: t("cancel") })) {
      remove.mutate({ path: `${PATH}/${id}`, method: "DELETE" })
    }
  }
  const days = ({ starts_on, ends_on }: ContentRow) =>
    starts_on === null && ends_on === null
      ? t("content.always")
      : [starts_on, ends_on].map((day) => (day === null ? "…" : formatDate(day, i18n.language))).join(" – ")
  const shown = [
    columns.accessor("title", { header: t("content.name") }),
    columns.accessor((item) => item.section ?? item.slug ?? item.category?.name ?? "–", { id: "section", header: t("content.place") }),
    columns.accessor((item) => item.audience.map(({ id, name }) => name ?? id).join(", ") || t("content.everybody"), {
      id: "audience",
      header: t("content.audience"),
    }),
    columns.accessor(days, { id: "days", header: t("content.days") }),
    columns.accessor("position", { header: t("content.position") }),
    columns.accessor("is_published", {
      header: t("content.state"),
      cell: ({ getValue }) => (
        <StatusBadge color={getValue() ? "green" : "grey"}>{t(getValue() ? "content.published" : "content.draft")}</StatusBadge>
      ),
    }),
    columns.action({
      actions: ({ row }) => [
        [{ label: t("content.change"), onClick: () => setEdited(row.original) }],
        [{ label: t("content.remove"), onClick: () => void ask(row.original) }],
      ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("content.title")}
        page={page}
        columns={shown}
        rowId={(item) => item.id}
        onRowClick={setEdited}
        search={t("content.search")}
        tools={
          <>
            <KindChoice kind={kind} onChange={setKind} />
            <FilterChoice
              label={t("content.state")}
              value={is_published}
              values={["yes", "no"]}
              text={(value) => t(value === "yes" ? "content.published" : "content.draft")}
              onChange={setPublished}
            />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("content.add")}
            </Button>
          </>
        }
        empty={{ heading: t("content.empty"), description: t(`content.about.${kind}`) }}
      />
      {edited && <ItemForm kind={kind} item={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

const KindChoice = ({ kind, onChange }: { kind: ContentKind; onChange: (kind: ContentKind) => void }) => {
  const { t } = useTranslation("kontor")
  return (
    <Select size="small" value={kind} onValueChange={(chosen) => onChange(CONTENT_KINDS.find((each) => each === chosen) ?? kind)}>
      <Select.Trigger className="w-[190px]" aria-label={t("content.kind")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {CONTENT_KINDS.map((each) => (
          <Select.Item key={each} value={each}>
            {t(`content.kinds.${each}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

export const config = defineRouteConfig({ label: "content.title", translationNs: "kontor", icon: Newspaper })

export default Content
