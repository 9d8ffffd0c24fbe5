import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ManagerRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"
import { Rows } from "./rows"
import { Section } from "./section"

interface Place {
  /** Route of the client: a legal entity or a holding. */
  path: string
}

/** Who of the supplier's people looks after a client; those that the ERP named are changed there. */
export const Managers = ({ path, managers, isHolding = false }: Place & { managers: ManagerRow[]; isHolding?: boolean }) => {
  const { t } = useTranslation("kontor")
  const change = useChange()
  const isOurs = (row: ManagerRow) => row.source === "portal" && row.of_holding === isHolding
  const rows = managers.map((row) => ({
    id: row.id,
    cells: [
      row.name,
      row.email,
      t(`managerRole.${row.role}`),
      [t(`factSource.${row.source}`), row.of_holding && t("clients.ofHolding"), !row.user_id && t("clients.noUserYet")]
        .filter(Boolean)
        .join(", "),
      isOurs(row) && (
        <Button
          key="remove"
          size="small"
          variant="secondary"
          isLoading={change.isPending}
          onClick={() => change.mutate({ path: `${path}/managers/${row.id}`, method: "DELETE" })}
        >
          {t("clients.unassign")}
        </Button>
      ),
    ],
  }))
  const heads = [t("entities.personName"), t("entities.email"), t("entities.role"), t("clients.source"), ""]
  return (
    <Section title={t("clients.managers")} action={<AssignManager path={path} />}>
      <Rows heads={heads} rows={rows} empty={t("clients.noManagers")} />
    </Section>
  )
}

const AssignManager = ({ path }: Place) => {
  const { t } = useTranslation("kontor")
  const [email, setEmail] = useState("")
  const [role, setRole] = useState("manager")
  const change = useChange()
  return (
    <FormDrawer
      title={t("clients.assign")}
      trigger={
        <Button size="small" variant="secondary">
          {t("clients.assign")}
        </Button>
      }
      isComplete={email.trim() !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `${path}/managers`, method: "POST", body: { email: email.trim(), role } })}
      onClose={() => setEmail("")}
    >
      <InputField
        id="manager-email"
        label={t("entities.email")}
        hint={t("clients.assignHint")}
        type="email"
        value={email}
        onChange={setEmail}
      />
      <FormField id="manager-role" label={t("entities.role")}>
        <Choice
          id="manager-role"
          value={role}
          values={["manager", "assistant"]}
          label={(each) => t(`managerRole.${each}`)}
          onChange={setRole}
        />
      </FormField>
    </FormDrawer>
  )
}
