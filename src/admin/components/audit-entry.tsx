import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import type { AuditEntryRow } from "../lib/types"
import { AuditFacts } from "./audit-facts"
import { Field } from "./field"

/** Who really did it, and as whom. */
export const useActorName = () => {
  const { t } = useTranslation("kontor")
  return ({ actor, acting_for }: Pick<AuditEntryRow, "actor" | "acting_for">): string => {
    const kind = t(`audit.kinds.${actor.kind}`)
    const known = actor.name ?? actor.id
    // An account of 1C or one of its bases is not taken for a person.
    const name = actor.kind === "exchange" && known ? `${kind} · ${known}` : (known ?? kind)
    return acting_for ? t("audit.actingAs", { name, employee: acting_for.name ?? acting_for.employee_id }) : name
  }
}

const UNDONE = ".undone"

/** What was done, in words; of what was taken back at once, since a later step failed, that too. */
export const useActionName = () => {
  const { t } = useTranslation("kontor")
  const named = (action: string): string => t(`audit.actions.${action.replace(/\./g, "_")}`, action)
  return (action: string): string =>
    action.endsWith(UNDONE) ? t("audit.undone", { action: named(action.slice(0, -UNDONE.length)) }) : named(action)
}

/** One entry of the log in whole. */
export const AuditEntry = ({ entry, onClose }: { entry: AuditEntryRow | null; onClose: () => void }) => {
  const { t, i18n } = useTranslation("kontor")
  const nameOf = useActorName()
  const actionOf = useActionName()
  return (
    <Drawer open={entry !== null} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{entry && actionOf(entry.action)}</Drawer.Title>
        </Drawer.Header>
        {entry && (
          <Drawer.Body className="divide-y overflow-y-auto p-0">
            <Field label={t("audit.at")}>{formatDateTime(entry.at, i18n.language)}</Field>
            <Field label={t("audit.actor")}>{nameOf(entry)}</Field>
            <Field label={t("audit.kind")}>{t(`audit.kinds.${entry.actor.kind}`)}</Field>
            <Field label={t("audit.subject")}>{entry.subject.name ?? entry.subject.id}</Field>
            <Field label={t("audit.entity")}>{entry.legal_entity?.name}</Field>
            <Field label={t("audit.ip")}>{entry.actor.ip}</Field>
            <Field label={t("audit.program")}>{entry.actor.user_agent}</Field>
            <div className="px-6 py-4">
              <AuditFacts before={entry.before} after={entry.after} names={entry.names} />
            </div>
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}
