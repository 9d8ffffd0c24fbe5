import { Button, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { sdk } from "../lib/sdk"
import type { EmployeeRow } from "../lib/types"
import { ActAs } from "./act-as"
import { AddPerson } from "./add-person"
import { Section } from "./section"
import { StateBadge } from "./state-badge"

/** People who act for a legal entity: list, add, block at once. */
export const People = ({ entityId, people }: { entityId: string; people: EmployeeRow[] }) => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const queries = useQueryClient()
  const setState = useMutation({
    mutationFn: ({ id, state }: { id: string; state: string }) =>
      sdk.client.fetch(`/admin/employees/${id}/state`, { method: "POST", body: { state } }),
    onSuccess: () => {
      toast.success(t("entities.saved"))
      return queries.invalidateQueries({ queryKey: ["legal-entity", entityId] })
    },
    onError: (error) => toast.error(error.message),
  })
  const toggle = async (person: EmployeeRow) => {
    const blocking = person.state === "active"
    const confirmed =
      !blocking ||
      (await prompt({
        title: t("entities.block"),
        description: t("entities.blockQuestion", { name: person.name }),
        confirmText: t("entities.block"),
        cancelText: t("cancel"),
      }))
    if (confirmed) {
      setState.mutate({ id: person.id, state: blocking ? "blocked" : "active" })
    }
  }
  return (
    <Section title={t("entities.people")} action={<AddPerson entityId={entityId} />}>
      {people.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("entities.noPeople")}</Text>}
      {people.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["personName", "email", "phone", "role", "state"].map((name) => (
                <Table.HeaderCell key={name}>{t(`entities.${name}`)}</Table.HeaderCell>
              ))}
              <Table.HeaderCell />
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {people.map((person) => (
              <Table.Row key={person.id}>
                <Table.Cell>{person.name}</Table.Cell>
                <Table.Cell>{person.email}</Table.Cell>
                <Table.Cell>{person.phone ?? "–"}</Table.Cell>
                <Table.Cell>{t(`role.${person.role}`)}</Table.Cell>
                <Table.Cell>
                  <StateBadge state={person.state} />
                </Table.Cell>
                <Table.Cell className="text-right">
                  {person.state === "active" && <ActAs person={person} />}
                  <Button size="small" variant="secondary" isLoading={setState.isPending} onClick={() => void toggle(person)}>
                    {t(person.state === "active" ? "entities.block" : "entities.unblock")}
                  </Button>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  )
}
