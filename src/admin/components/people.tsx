import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { LegalEntityCard, PeopleList, PersonRow } from "../lib/types"
import { usePageOf } from "../lib/use-page-of"
import { type PersonTask, usePersonActions } from "../lib/use-person-actions"
import { ActAs } from "./act-as"
import { AddPerson } from "./add-person"
import { PagedTable } from "./paged-table"
import { AttachPerson } from "./person-attach"
import { EditPerson } from "./person-edit"
import { HandOver } from "./person-hand-over"
import { StateBadge } from "./state-badge"

const columns = createDataTableColumnHelper<PersonRow>()

/** People who act for a legal entity, and everything a manager may do about them. */
export const People = ({ entity }: { entity: LegalEntityCard }) => {
  const { t } = useTranslation("kontor")
  const [task, setTask] = useState<PersonTask | null>(null)
  const actionsOf = usePersonActions(entity.id, setTask)
  const page = usePageOf<PeopleList, PersonRow>("/admin/employees", (answer) => answer.employees, {
    within: { legal_entity_id: entity.id },
  })
  const shown = [
    columns.accessor("name", { header: t("entities.personName"), cell: ({ row }) => <PersonName person={row.original} of={entity.id} /> }),
    columns.accessor("email", { header: t("entities.email") }),
    columns.accessor((person) => person.phone ?? "–", { id: "phone", header: t("entities.phone") }),
    columns.accessor((person) => person.custom_role?.name ?? t(`role.${person.role}`), { id: "role", header: t("entities.role") }),
    columns.accessor("state", { header: t("entities.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
    columns.action({ actions: ({ row }) => actionsOf(row.original) }),
  ]
  const close = () => setTask(null)
  return (
    <>
      <PagedTable
        title={t("entities.people")}
        level="h2"
        page={page}
        columns={shown}
        rowId={(person) => person.id}
        search={t("people.search")}
        tools={
          <>
            <AttachPerson entity={entity} />
            <AddPerson entityId={entity.id} />
          </>
        }
        empty={{ heading: t("entities.noPeople"), description: t("people.emptyHint") }}
      />
      {task?.kind === "edit" && <EditPerson person={task.person} entityId={entity.id} onClose={close} />}
      {task?.kind === "handOver" && <HandOver person={task.person} entityId={entity.id} onClose={close} />}
      {task?.kind === "act" && <ActAs person={task.person} onDone={close} />}
    </>
  )
}

/** The name, with what one should know before calling: that he has no password yet, that he works mostly for another entity. */
const PersonName = ({ person, of }: { person: PersonRow; of: string }) => {
  const { t } = useTranslation("kontor")
  const home = person.legal_entities.find(({ is_default }) => is_default)
  const remarks = [
    ...(person.has_password ? [] : [t("people.noPassword")]),
    ...(home && home.id !== of ? [t("people.home", { name: home.name })] : []),
  ]
  return (
    <div className="flex flex-col">
      <span>{person.name}</span>
      {remarks.map((remark) => (
        <Text key={remark} size="xsmall" className="text-ui-fg-muted">
          {remark}
        </Text>
      ))}
    </div>
  )
}
