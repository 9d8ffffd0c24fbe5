import { Textarea } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"

const REASON_MIN = 3

interface Props {
  title: string
  /** What the reason is for, or who reads it. */
  hint: string
  /** Above what is typed; "Reason" when left out. */
  label?: string
  /** Opens the drawer. Without one it stands open from the start. */
  trigger?: ReactNode
  isPending: boolean
  /** Closes the drawer when its promise is kept. */
  onSubmit: (reason: string) => Promise<unknown>
  onClose?: () => void
  /** What one should see before giving a reason. */
  children?: ReactNode
}

/** Asks for a reason before something is done that others will ask about. */
export const ReasonDrawer = ({ title, hint, label, trigger, isPending, onSubmit, onClose, children }: Props) => {
  const { t } = useTranslation("kontor")
  const [reason, setReason] = useState("")
  return (
    <FormDrawer
      title={title}
      hint={hint}
      trigger={trigger}
      submit={title}
      isComplete={reason.trim().length >= REASON_MIN}
      isPending={isPending}
      onSubmit={() => onSubmit(reason.trim())}
      onClose={() => {
        setReason("")
        onClose?.()
      }}
    >
      <FormField id="reason" label={label ?? t("reasonLabel")}>
        <Textarea id="reason" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </FormField>
      {children}
    </FormDrawer>
  )
}
