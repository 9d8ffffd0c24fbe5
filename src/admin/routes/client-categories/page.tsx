import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, createDataTableColumnHelper, DataTable, Drawer, Heading, Input, Label, Text, useDataTable } from "@medusajs/ui"
import { type FormEvent, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { CategoryRow, ClientCategoryList } from "../../lib/types"
import { useChange } from "../../lib/use-change"
import { usePageOf } from "../../lib/use-page-of"
import { usePaginationTexts } from "../../lib/use-pagination-texts"

const PATH = "/admin/client-categories"
const columns = createDataTableColumnHelper<CategoryRow>()

/** Makes a category, or renames the one that is given. */
const SaveCategory = ({ category, onClose }: { category: CategoryRow | null; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [name, setName] = useState(category?.name ?? "")
  const change = useChange([PATH], onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ path: category ? `${PATH}/${category.id}` : PATH, method: "POST", body: { name } })
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <form onSubmit={submit} className="flex h-full flex-col">
          <Drawer.Header>
            <Drawer.Title>{t(category ? "clients.renameCategory" : "clients.newCategory")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-2">
            <Label htmlFor="category-name">{t("entities.name")}</Label>
            <Input id="category-name" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          </Drawer.Body>
          <Drawer.Footer>
            <Button size="small" type="submit" disabled={name.trim() === ""} isLoading={change.isPending}>
              {t("save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}

const ClientCategories = () => {
  const { t } = useTranslation("kontor")
  const texts = usePaginationTexts()
  const [edited, setEdited] = useState<CategoryRow | "new" | null>(null)
  const page = usePageOf<ClientCategoryList, CategoryRow>(PATH, (answer) => answer.client_categories)
  const table = useDataTable({
    data: page.rows,
    columns: useMemo(
      () => [
        columns.accessor("name", { header: t("entities.name") }),
        columns.accessor("source", {
          header: t("clients.source"),
          cell: ({ row }) => t(row.original.source === "erp" ? "clients.fromErp" : "clients.fromPortal"),
        }),
      ],
      [t]
    ),
    getRowId: (row) => row.id,
    rowCount: page.count,
    isLoading: page.isLoading,
    pagination: page.pagination,
    search: page.search,
    onRowClick: (_event, row) => row.source === "portal" && setEdited(row),
  })
  return (
    <Container className="p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex items-center justify-between gap-x-2">
          <Heading>{t("clients.categoriesTitle")}</Heading>
          <div className="flex items-center gap-x-2">
            <DataTable.Search placeholder={t("entities.name")} />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("clients.newCategory")}
            </Button>
          </div>
        </DataTable.Toolbar>
        <DataTable.Table
          emptyState={{
            empty: { heading: t("clients.noCategoriesYet"), description: t("clients.noCategoriesHint") },
            filtered: { heading: t("nothingFound"), description: t("nothingFoundHint") },
          }}
        />
        <DataTable.Pagination translations={texts} />
      </DataTable>
      {page.error && <Text className="text-ui-fg-error px-6 pb-4">{`${t("error")}: ${page.error.message}`}</Text>}
      {edited && <SaveCategory category={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "clients.categoriesTitle", translationNs: "kontor", nested: "/customers" })

export default ClientCategories
