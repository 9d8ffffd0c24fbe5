import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import type { ActingSessionList, PersonRef } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"
import { ErrorText } from "./error-text"

/** A session lasts an hour: those that are alive are among the newest. */
const SESSIONS_MAX = 100

/** Sessions in which somebody is signed in as the person right now, each with the button that ends it. */
export const LiveSessions = ({ person }: { person: PersonRef }) => {
  const { t, i18n } = useTranslation("kontor")
  const path = `/admin/employees/${person.id}/sessions`
  const { data, error } = useAnswer<ActingSessionList>(path, { limit: SESSIONS_MAX })
  const end = useChange({ notice: t("acting.ended") })
  const live = (data?.sign_ins ?? []).filter(({ is_live }) => is_live)
  return (
    <div className="flex flex-col gap-y-3">
      <ErrorText error={error} />
      {live.length > 0 && <Heading level="h3">{t("acting.live")}</Heading>}
      {live.map((session) => (
        <div key={session.id} className="flex items-center justify-between gap-x-2">
          <div>
            <Text size="small">{`${session.user_name ?? "–"}: ${session.reason}`}</Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("acting.liveUntil", { time: formatDateTime(session.expires_at, i18n.language) })}
            </Text>
          </div>
          <Button
            size="small"
            type="button"
            variant="danger"
            isLoading={end.isPending}
            onClick={() => end.mutate({ path: `${path}/${session.id}`, method: "DELETE" })}
          >
            {t("acting.end")}
          </Button>
        </div>
      ))}
    </div>
  )
}
