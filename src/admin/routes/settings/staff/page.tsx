import { defineRouteConfig } from "@medusajs/admin-sdk"
import { createDataTableColumnHelper, Select, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { PagedTable } from "../../../components/paged-table"
import type { StaffList, StaffRow } from "../../../lib/types"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const ROLES = ["admin", "head_of_sales", "manager", "assistant"] as const
const columns = createDataTableColumnHelper<StaffRow>()

/** The role of one user, changed by choosing another. */
const StaffRole = ({ member }: { member: StaffRow }) => {
  const { t } = useTranslation("kontor")
  const change = useChange()
  return (
    <Select
      size="small"
      value={member.role}
      disabled={change.isPending}
      onValueChange={(role) => change.mutate({ path: `/admin/staff/${member.user_id}`, method: "POST", body: { role } })}
    >
      <Select.Trigger aria-label={`${t("staff.role")}: ${member.name}`}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {ROLES.map((role) => (
          <Select.Item key={role} value={role}>
            {t(`staff.roles.${role}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

/** What each user of the supplier may see and do. */
const Staff = () => {
  const { t } = useTranslation("kontor")
  const page = usePageOf<StaffList, StaffRow>("/admin/staff", (answer) => answer.staff)
  const shown = useMemo(
    () => [
      columns.accessor("name", { header: t("staff.name") }),
      columns.accessor("email", { header: t("staff.email") }),
      columns.accessor("assignments", { header: t("staff.clients") }),
      columns.accessor("role", { header: t("staff.role"), cell: ({ row }) => <StaffRole member={row.original} /> }),
    ],
    [t]
  )
  return (
    <div className="flex flex-col gap-y-3">
      <PagedTable
        title={t("staff.title")}
        page={page}
        columns={shown}
        rowId={(row) => row.user_id}
        empty={{ heading: t("nothingFound"), description: t("staff.hint") }}
      />
      <Text size="small" className="text-ui-fg-subtle px-6">
        {t("staff.hint")}
      </Text>
    </div>
  )
}

export const config = defineRouteConfig({ label: "staff.title", translationNs: "kontor" })

export default Staff
