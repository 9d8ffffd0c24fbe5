import { Button, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { EmployeeRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { ActAs } from "./act-as"
import { AddPerson } from "./add-person"
import { Rows } from "./rows"
import { Section } from "./section"
import { StateBadge } from "./state-badge"

/** People who act for a legal entity: list, add, invite, sign in as, block at once. */
export const People = ({ entityId, people }: { entityId: string; people: EmployeeRow[] }) => {
  const { t } = useTranslation("kontor")
  const rows = people.map((person) => ({
    id: person.id,
    cells: [
      person.name,
      person.email,
      person.phone,
      t(`role.${person.role}`),
      <StateBadge key="state" state={person.state} />,
      <PersonActions key="actions" person={person} />,
    ],
  }))
  const heads = [...["personName", "email", "phone", "role", "state"].map((name) => t(`entities.${name}`)), ""]
  return (
    <Section title={t("entities.people")} action={<AddPerson entityId={entityId} />}>
      <Rows heads={heads} rows={rows} empty={t("entities.noPeople")} />
    </Section>
  )
}

/** What may be done about one person; a blocked one can be unblocked only. */
const PersonActions = ({ person }: { person: EmployeeRow }) => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const setState = useChange()
  const invite = useChange({ notice: t("entities.invited", { email: person.email }) })
  const path = `/admin/employees/${person.id}`
  const isActive = person.state === "active"
  const toggle = async () => {
    const question = {
      title: t("entities.block"),
      description: t("entities.blockQuestion", { name: person.name }),
      confirmText: t("entities.block"),
      cancelText: t("cancel"),
    }
    if (!isActive || (await prompt(question))) {
      setState.mutate({ path: `${path}/state`, method: "POST", body: { state: isActive ? "blocked" : "active" } })
    }
  }
  return (
    <div className="flex items-center justify-end gap-x-2">
      {isActive && <ActAs person={person} />}
      {isActive && (
        <Button
          size="small"
          variant="transparent"
          isLoading={invite.isPending}
          onClick={() => invite.mutate({ path: `${path}/invitation`, method: "POST", body: {} })}
        >
          {t("entities.invite")}
        </Button>
      )}
      <Button size="small" variant="secondary" isLoading={setState.isPending} onClick={() => void toggle()}>
        {t(isActive ? "entities.block" : "entities.unblock")}
      </Button>
    </div>
  )
}
