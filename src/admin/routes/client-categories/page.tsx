import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../components/form-drawer"
import { InputField } from "../../components/input-field"
import { PagedTable } from "../../components/paged-table"
import type { CategoryRow, ClientCategoryList } from "../../lib/types"
import { useChange } from "../../lib/use-change"
import { usePageOf } from "../../lib/use-page-of"

const PATH = "/admin/client-categories"
const columns = createDataTableColumnHelper<CategoryRow>()

/** Makes a category, or renames the one that is given. */
const SaveCategory = ({ category, onClose }: { category: CategoryRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [name, setName] = useState(category?.name ?? "")
  const change = useChange()
  return (
    <FormDrawer
      title={t(category ? "clients.renameCategory" : "clients.newCategory")}
      isComplete={name.trim() !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: category ? `${PATH}/${category.id}` : PATH, method: "POST", body: { name } })}
      onClose={onClose}
    >
      <InputField id="category-name" label={t("entities.name")} value={name} onChange={setName} />
    </FormDrawer>
  )
}

const ClientCategories = () => {
  const { t } = useTranslation("kontor")
  const [edited, setEdited] = useState<CategoryRow | "new" | null>(null)
  const page = usePageOf<ClientCategoryList, CategoryRow>(PATH, (answer) => answer.client_categories)
  const shown = useMemo(
    () => [
      columns.accessor("name", { header: t("entities.name") }),
      columns.accessor("source", { header: t("clients.source"), cell: ({ row }) => t(`factSource.${row.original.source}`) }),
    ],
    [t]
  )
  return (
    <>
      <PagedTable
        title={t("clients.categoriesTitle")}
        page={page}
        columns={shown}
        rowId={(row) => row.id}
        onRowClick={(row) => row.source === "portal" && setEdited(row)}
        search={t("entities.name")}
        tools={
          <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
            {t("clients.newCategory")}
          </Button>
        }
        empty={{ heading: t("clients.noCategoriesYet"), description: t("clients.noCategoriesHint") }}
      />
      {edited && <SaveCategory category={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "clients.categoriesTitle", translationNs: "kontor", nested: "/customers" })

export default ClientCategories
