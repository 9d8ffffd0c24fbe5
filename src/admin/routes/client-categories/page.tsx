import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { PagedTable } from "../../components/paged-table"
import { SaveCategory } from "../../components/save-category"
import type { ClientCategoryList, ClientCategoryRow } from "../../lib/types"
import { usePageOf } from "../../lib/use-page-of"

const columns = createDataTableColumnHelper<ClientCategoryRow>()

const ClientCategories = () => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const page = usePageOf<ClientCategoryList, ClientCategoryRow>("/admin/client-categories", (answer) => answer.client_categories)
  const shown = useMemo(
    () => [
      columns.accessor("name", { header: t("entities.name") }),
      columns.accessor("has_trading_hours", {
        header: t("tradingHours.column"),
        cell: ({ row }) => t(row.original.has_trading_hours ? "tradingHours.byHours" : "tradingHours.always"),
      }),
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
        onRowClick={(row) => navigate(`/client-categories/${row.id}`)}
        search={t("entities.name")}
        tools={
          <Button size="small" variant="secondary" onClick={() => setNew(true)}>
            {t("clients.newCategory")}
          </Button>
        }
        empty={{ heading: t("clients.noCategoriesYet"), description: t("clients.noCategoriesHint") }}
      />
      {isNew && <SaveCategory category={null} onClose={() => setNew(false)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "clients.categoriesTitle", translationNs: "kontor", nested: "/customers" })

export default ClientCategories
