import { Button, Code, FocusModal, Text, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import type { PersonRef } from "../lib/types"
import { useChange } from "../lib/use-change"
import { LiveSessions } from "./live-sessions"
import { ReasonDrawer } from "./reason-drawer"

interface Started {
  session: { id: string; expires_at: string }
  token: string
}

/** Signs the user in as a person of the dealer: the storefront takes the token as that of the person. It stands open until `onDone`. */
export const ActAs = ({ person, onDone }: { person: PersonRef; onDone: () => void }) => {
  const { t, i18n } = useTranslation("kontor")
  const [started, setStarted] = useState<Started | null>(null)
  const path = `/admin/employees/${person.id}/sessions`
  // Read by the drawer when it closes, which is before the new state is there.
  const isStarted = useRef(false)
  const show = (result: Started) => {
    isStarted.current = true
    setStarted(result)
  }
  const copy = async (token: string) => {
    await navigator.clipboard.writeText(token)
    toast.success(t("acting.copied"))
  }
  const start = useChange<Started>({ notice: null, onDone: show })
  const end = useChange({ notice: t("acting.ended"), onDone })
  return (
    <>
      <ReasonDrawer
        title={t("acting.start")}
        hint={t("acting.hint", { name: person.name })}
        isPending={start.isPending}
        onSubmit={(reason) => start.mutateAsync({ path, method: "POST", body: { reason } })}
        onClose={() => isStarted.current || onDone()}
      >
        <LiveSessions person={person} />
      </ReasonDrawer>
      {/* Nothing but its two buttons closes it: the token is shown once, and a key pressed by mistake must not take it away. */}
      <FocusModal open={started !== null}>
        <FocusModal.Content>
          {started && (
            <>
              <FocusModal.Body className="mx-auto flex max-w-2xl flex-col gap-y-4 py-16">
                <FocusModal.Title>{t("acting.title", { name: person.name })}</FocusModal.Title>
                <Text>{t("acting.until", { time: formatDateTime(started.session.expires_at, i18n.language) })}</Text>
                <Code className="max-h-40 overflow-y-auto break-all">{started.token}</Code>
                <div>
                  <Button size="small" variant="secondary" onClick={() => void copy(started.token)}>
                    {t("acting.copy")}
                  </Button>
                </div>
              </FocusModal.Body>
              <FocusModal.Footer>
                <Button
                  size="small"
                  variant="danger"
                  isLoading={end.isPending}
                  onClick={() => end.mutate({ path: `${path}/${started.session.id}`, method: "DELETE" })}
                >
                  {t("acting.end")}
                </Button>
                <Button size="small" onClick={onDone}>
                  {t("acting.done")}
                </Button>
              </FocusModal.Footer>
            </>
          )}
        </FocusModal.Content>
      </FocusModal>
    </>
  )
}
