import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { PagedTable } from "../../../components/paged-table"
import { SynonymForm } from "../../../components/synonym-form"
import type { SynonymList, SynonymRow } from "../../../lib/search-synonyms"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const PATH = "/admin/search-synonyms"
const columns = createDataTableColumnHelper<SynonymRow>()

/** Words by which dealers call the same goods, as the search understands them. */
const SearchSynonyms = () => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const remove = useChange({ notice: t("synonyms.removed") })
  const [edited, setEdited] = useState<SynonymRow | "new" | null>(null)
  const page = usePageOf<SynonymList, SynonymRow>(PATH, (answer) => answer.synonym_groups)
  const ask = async ({ id, words }: SynonymRow) => {
    const question = { title: t("synonyms.remove"), description: t("synonyms.removeQuestion", { words: words.join(", ") }) }
    if (await prompt({ ...question, confirmText: t("synonyms.remove"), cancelText: t("cancel") })) {
      remove.mutate({ path: `${PATH}/${id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor((group) => group.words.join(", "), { id: "words", header: t("synonyms.words") }),
    columns.accessor((group) => group.stands_for.join(", ") || t("synonyms.eachOther"), {
      id: "stands_for",
      header: t("synonyms.standsFor"),
    }),
    columns.action({
      actions: ({ row }) => [
        [{ label: t("synonyms.change"), onClick: () => setEdited(row.original) }],
        [{ label: t("synonyms.remove"), onClick: () => void ask(row.original) }],
      ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("synonyms.title")}
        page={page}
        columns={shown}
        rowId={(group) => group.id}
        onRowClick={setEdited}
        search={t("synonyms.search")}
        tools={
          <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
            {t("synonyms.add")}
          </Button>
        }
        empty={{ heading: t("synonyms.empty"), description: t("synonyms.emptyHint") }}
      />
      {edited && <SynonymForm group={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "synonyms.title", translationNs: "kontor" })

export default SearchSynonyms
