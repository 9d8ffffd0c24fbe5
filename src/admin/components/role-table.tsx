import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatNumber } from "../lib/format"
import type { RoleList, RoleRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { usePageOf } from "../lib/use-page-of"
import { PagedTable } from "./paged-table"
import { RoleForm } from "./role-form"

const columns = createDataTableColumnHelper<RoleRow>()

/** Whether the server keeps the reader out: roles are for heads of sales and administrators. */
const isForbidden = (error: Error | null): boolean => error !== null && "status" in error && error.status === 403

/** Custom roles, all or those of one holding: list, make, change, remove. */
export const RoleTable = ({ holdingId = null }: { holdingId?: string | null }) => {
  const { t, i18n } = useTranslation("kontor")
  const prompt = usePrompt()
  const remove = useChange({ notice: t("rights.removed") })
  const [edited, setEdited] = useState<RoleRow | "new" | null>(null)
  const page = usePageOf<RoleList, RoleRow>("/admin/roles", (answer) => answer.roles, {
    ...(holdingId ? { within: { holding_id: holdingId } } : {}),
  })
  if (holdingId && isForbidden(page.error)) {
    return null
  }
  const ask = async ({ id, name }: RoleRow) => {
    const question = { title: t("rights.remove"), description: t("rights.removeQuestion", { name }) }
    if (await prompt({ ...question, confirmText: t("rights.remove"), cancelText: t("cancel") })) {
      remove.mutate({ path: `/admin/roles/${id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor("name", { header: t("rights.name") }),
    columns.accessor("code", { header: t("rights.code") }),
    ...(holdingId
      ? []
      : [columns.accessor((role) => role.holding?.name ?? t("rights.forAll"), { id: "holding", header: t("rights.forWhom") })]),
    columns.accessor((role) => formatNumber(role.rights.length, i18n.language), { id: "rights", header: t("rights.count") }),
    columns.accessor((role) => formatNumber(role.people, i18n.language), { id: "people", header: t("rights.people") }),
    columns.action({
      actions: ({ row }) => [
        [{ label: t("rights.change"), onClick: () => setEdited(row.original) }],
        [{ label: t("rights.remove"), onClick: () => void ask(row.original) }],
      ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t(holdingId ? "rights.ofHolding" : "rights.title")}
        level={holdingId ? "h2" : "h1"}
        page={page}
        columns={shown}
        rowId={(role) => role.id}
        onRowClick={setEdited}
        search={t("rights.search")}
        tools={
          <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
            {t("rights.create")}
          </Button>
        }
        empty={{ heading: t("rights.empty"), description: t("rights.emptyHint") }}
      />
      {edited && <RoleForm role={edited === "new" ? null : edited} holdingId={holdingId} onClose={() => setEdited(null)} />}
    </>
  )
}
