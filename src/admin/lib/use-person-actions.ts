import { usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PersonRow } from "./types"
import { useChange } from "./use-change"

export interface PersonTask {
  kind: "edit" | "act" | "handOver"
  person: PersonRow
}

interface PersonAction {
  label: string
  onClick: () => void
}

/** What may be done about a person of an entity, in groups: with a form of its own (`begin`), or at once. Nobody signs in as a blocked one. */
export function usePersonActions(entityId: string, begin: (task: PersonTask) => void): (person: PersonRow) => PersonAction[][] {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const change = useChange()
  const invite = useChange({ notice: t("entities.invited") })
  const ask = (title: string, description: string) => prompt({ title, description, confirmText: title, cancelText: t("cancel") })

  const toggle = async ({ id, name, state }: PersonRow) => {
    const isActive = state === "active"
    if (!isActive || (await ask(t("entities.block"), t("entities.blockQuestion", { name })))) {
      change.mutate({ path: `/admin/employees/${id}/state`, method: "POST", body: { state: isActive ? "blocked" : "active" } })
    }
  }
  const detach = async ({ id, name }: PersonRow) => {
    if (await ask(t("people.detach"), t("people.detachQuestion", { name }))) {
      change.mutate({ path: `/admin/employees/${id}/memberships/${entityId}`, method: "DELETE" })
    }
  }
  return (person) => {
    const path = `/admin/employees/${person.id}`
    const isActive = person.state === "active"
    const isDefault = person.legal_entities.some(({ id, is_default }) => id === entityId && is_default)
    const form = (kind: PersonTask["kind"], label: string) => ({ label, onClick: () => begin({ kind, person }) })
    const makeDefault = () =>
      change.mutate({ path: `${path}/memberships`, method: "POST", body: { legal_entity_id: entityId, is_default: true } })
    const sendLink = () => invite.mutate({ path: `${path}/invitation`, method: "POST", body: {} })
    return [
      [
        form("edit", t("people.edit")),
        ...(isActive ? [form("act", t("acting.start")), { label: t("entities.invite"), onClick: sendLink }] : []),
        form("handOver", t("people.handOver")),
      ],
      [
        ...(isDefault ? [] : [{ label: t("people.makeDefault"), onClick: makeDefault }]),
        { label: t("people.detach"), onClick: () => void detach(person) },
      ],
      [{ label: t(isActive ? "entities.block" : "entities.unblock"), onClick: () => void toggle(person) }],
    ]
  }
}
