import { Button, Drawer, Hint, Input, Label, Select } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ManagerRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { Rows } from "./rows"
import { Section } from "./section"

interface Place {
  /** Route of the client: a legal entity or a holding. */
  path: string
  queryKey: string[]
}

/** Who of the supplier's people looks after a client; those that the ERP named are changed there. */
export const Managers = ({ path, queryKey, managers, isHolding = false }: Place & { managers: ManagerRow[]; isHolding?: boolean }) => {
  const { t } = useTranslation("kontor")
  const change = useChange(queryKey)
  const isOurs = (row: ManagerRow) => row.source === "portal" && row.of_holding === isHolding
  const rows = managers.map((row) => ({
    id: row.id,
    cells: [
      row.name,
      row.email,
      t(`managerRole.${row.role}`),
      [t(row.source === "erp" ? "clients.fromErp" : "clients.fromPortal"), row.of_holding && t("clients.ofHolding"), !row.user_id && t("clients.noUserYet")]
        .filter(Boolean)
        .join(", "),
      isOurs(row) ? (
        <Button
          key="remove"
          size="small"
          variant="secondary"
          isLoading={change.isPending}
          onClick={() => change.mutate({ path: `${path}/managers/${row.id}`, method: "DELETE" })}
        >
          {t("clients.unassign")}
        </Button>
      ) : (
        ""
      ),
    ],
  })) // prettier-ignore
  const heads = [t("entities.personName"), t("entities.email"), t("entities.role"), t("clients.source"), ""]
  return (
    <Section title={t("clients.managers")} action={<AssignManager path={path} queryKey={queryKey} />}>
      <Rows heads={heads} rows={rows} empty={t("clients.noManagers")} />
    </Section>
  )
}

const AssignManager = ({ path, queryKey }: Place) => {
  const { t } = useTranslation("kontor")
  const [open, setOpen] = useState(false)
  const [email, setEmail] = useState("")
  const [role, setRole] = useState("manager")
  const change = useChange(queryKey, () => {
    setOpen(false)
    setEmail("")
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ path: `${path}/managers`, method: "POST", body: { email: email.trim(), role } })
  }
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("clients.assign")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={submit} className="flex h-full flex-col">
          <Drawer.Header>
            <Drawer.Title>{t("clients.assign")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4">
            <div className="flex flex-col gap-y-2">
              <Label htmlFor="manager-email">{t("entities.email")}</Label>
              <Input id="manager-email" type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
              <Hint>{t("clients.assignHint")}</Hint>
            </div>
            <div className="flex flex-col gap-y-2">
              <Label htmlFor="manager-role">{t("entities.role")}</Label>
              <Select value={role} onValueChange={setRole}>
                <Select.Trigger id="manager-role">
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  {["manager", "assistant"].map((each) => (
                    <Select.Item key={each} value={each}>
                      {t(`managerRole.${each}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </div>
          </Drawer.Body>
          <Drawer.Footer>
            <Button size="small" type="submit" disabled={email.trim() === ""} isLoading={change.isPending}>
              {t("save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
