import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ApplicationCard } from "../../lib/application-types"
import { useChange } from "../../lib/use-change"
import { ReasonDrawer } from "../reason-drawer"
import { AcceptApplication } from "./accept"
import { AssignApplication } from "./assign"

const OPEN = ["submitted", "more_requested"]

/** What the staff may do about an application as it stands. */
export const ApplicationActions = ({ application }: { application: ApplicationCard }) => {
  const isOpen = OPEN.includes(application.state)
  const isAccepted = application.state === "accepted"
  if (!isOpen && !isAccepted) {
    return null
  }
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 py-4">
      {isOpen && <AcceptApplication application={application} />}
      {isOpen && <WithWords id={application.id} action="request-more" field="message" text="requestMore" />}
      {isOpen && <WithWords id={application.id} action="decline" field="reason" text="decline" />}
      {isAccepted && <WithWords id={application.id} action="complete" field="reason" text="complete" />}
      <AssignApplication application={application} />
    </div>
  )
}

interface Words {
  id: string
  action: "request-more" | "decline" | "complete"
  /** Name of the field that takes what is said. */
  field: "message" | "reason"
  text: "requestMore" | "decline" | "complete"
}

/** A step that the applicant reads about, so it takes words. */
const WithWords = ({ id, action, field, text }: Words) => {
  const { t } = useTranslation("kontor")
  const change = useChange()
  return (
    <ReasonDrawer
      title={t(`applications.${text}`)}
      hint={t(`applications.${text}Hint`)}
      label={t(`applications.${text}Label`)}
      isPending={change.isPending}
      onSubmit={(words) => change.mutateAsync({ path: `/admin/applications/${id}/${action}`, method: "POST", body: { [field]: words } })}
      trigger={
        <Button size="small" variant="secondary">
          {t(`applications.${text}`)}
        </Button>
      }
    />
  )
}
