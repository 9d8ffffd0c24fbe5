import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ApplicationEventRow } from "../../lib/application-types"
import { formatDateTime } from "../../lib/format"
import { Section } from "../section"

/** What happened to an application, as both sides read it. */
export const ApplicationHistory = ({ events }: { events: ApplicationEventRow[] }) => {
  const { t, i18n } = useTranslation("kontor")
  return (
    <Section title={t("applications.history")}>
      {events.map(({ id, at, kind, actor_name, message }) => (
        <div key={id} className="flex flex-col gap-y-1 px-6 py-3">
          <div className="flex items-baseline justify-between gap-x-4">
            <Text size="small" weight="plus">
              {[t(`applications.events.${kind}`), actor_name].filter(Boolean).join(" · ")}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted shrink-0">
              {formatDateTime(at, i18n.language)}
            </Text>
          </div>
          {message && (
            <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words">
              {message}
            </Text>
          )}
        </div>
      ))}
    </Section>
  )
}
