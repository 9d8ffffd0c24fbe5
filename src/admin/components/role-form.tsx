import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { gridOf, rightsOf } from "../lib/rights-grid"
import type { RoleRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { InputField } from "./input-field"
import { RightsGrid } from "./rights-grid"

/** As the server takes a code. */
const CODE = /^[a-z][a-z0-9_-]{1,39}$/

interface Props {
  /** Null makes a new one. */
  role: RoleRow | null
  /** Whose people a new role is for; null for those of every client. */
  holdingId: string | null
  onClose: () => void
}

/** Makes or changes a custom role. Its code stays: other systems know the role by it. */
export const RoleForm = ({ role, holdingId, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [name, setName] = useState(role?.name ?? "")
  const [code, setCode] = useState(role?.code ?? "")
  const [grid, setGrid] = useState(() => gridOf(role?.rights ?? []))
  const change = useChange({ onDone: onClose })
  const rights = rightsOf(grid)
  const isComplete = name.trim() !== "" && CODE.test(code) && rights.length > 0
  const send = (event: FormEvent) => {
    event.preventDefault()
    const common = { name: name.trim(), rights }
    const body = role ? common : { ...common, code, holding_id: holdingId }
    change.mutate({ path: role ? `/admin/roles/${role.id}` : "/admin/roles", method: "POST", body })
  }
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <form onSubmit={send} className="flex h-full flex-col overflow-hidden">
          <FocusModal.Header>
            <Button size="small" type="submit" disabled={!isComplete} isLoading={change.isPending}>
              {t("save")}
            </Button>
          </FocusModal.Header>
          <FocusModal.Body className="flex-1 overflow-y-auto">
            <div className="mx-auto flex max-w-4xl flex-col gap-y-6 px-6 py-10">
              <FocusModal.Title asChild>
                <Heading>{t(role ? "rights.change" : "rights.create")}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text className="text-ui-fg-subtle">{t("rights.formHint")}</Text>
              </FocusModal.Description>
              <div className="grid grid-cols-2 gap-x-4">
                <InputField id="role-name" label={t("rights.name")} maxLength={100} value={name} onChange={setName} />
                <InputField
                  id="role-code"
                  label={t("rights.code")}
                  hint={role ? undefined : t("rights.codeHint")}
                  maxLength={40}
                  disabled={role !== null}
                  value={code}
                  onChange={(text) => setCode(text.toLowerCase())}
                />
              </div>
              <RightsGrid grid={grid} onChange={setGrid} />
            </div>
          </FocusModal.Body>
        </form>
      </FocusModal.Content>
    </FocusModal>
  )
}
