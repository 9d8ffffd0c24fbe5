import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Select, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Section } from "../../../components/section"
import { sdk } from "../../../lib/sdk"
import type { StaffList } from "../../../lib/types"

const ROLES = ["admin", "head_of_sales", "manager", "assistant"] as const
const LIMIT = 100

/** What each user of the supplier may see and do. */
const Staff = () => {
  const { t } = useTranslation("kontor")
  const queries = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ["staff"],
    queryFn: () => sdk.client.fetch<StaffList>("/admin/staff", { query: { limit: LIMIT } }),
  })
  const setRole = useMutation({
    mutationFn: ({ id, role }: { id: string; role: string }) => sdk.client.fetch(`/admin/staff/${id}`, { method: "POST", body: { role } }),
    onSuccess: () => {
      toast.success(t("entities.saved"))
      return queries.invalidateQueries({ queryKey: ["staff"] })
    },
    onError: (failure) => toast.error(failure.message),
  })
  return (
    <Section title={t("staff.title")}>
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("staff.hint")}
      </Text>
      {error && <Text className="text-ui-fg-error px-6 py-4">{`${t("error")}: ${error.message}`}</Text>}
      {data && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["name", "email", "clients", "role"].map((name) => (
                <Table.HeaderCell key={name}>{t(`staff.${name}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.staff.map((member) => (
              <Table.Row key={member.user_id}>
                <Table.Cell>{member.name}</Table.Cell>
                <Table.Cell>{member.email}</Table.Cell>
                <Table.Cell>{member.assignments}</Table.Cell>
                <Table.Cell>
                  <Select
                    size="small"
                    value={member.role ?? "admin"}
                    disabled={setRole.isPending}
                    onValueChange={(role) => setRole.mutate({ id: member.user_id, role })}
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
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  )
}

export const config = defineRouteConfig({ label: "staff.title", translationNs: "kontor" })

export default Staff
