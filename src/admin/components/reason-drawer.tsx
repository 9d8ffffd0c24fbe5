import { Button, Drawer, Label, Textarea } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"

const REASON_MIN = 3

interface Props {
  title: string
  /** What the reason is for, or who reads it. */
  hint: string
  trigger: ReactNode
  isPending: boolean
  /** Closes the drawer when its promise is kept. */
  onSubmit: (reason: string) => Promise<unknown>
  children?: ReactNode
}

/** Asks for a reason before something is done that others will ask about. */
export const ReasonDrawer = ({ title, hint, trigger, isPending, onSubmit, children }: Props) => {
  const { t } = useTranslation("kontor")
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState("")
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await onSubmit(reason.trim())
    setOpen(false)
    setReason("")
  }
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>{trigger}</Drawer.Trigger>
      <Drawer.Content>
        {/* A refusal is shown by the caller; the drawer stays open. */}
        <form onSubmit={(event) => void submit(event).catch(() => undefined)} className="flex h-full flex-col">
          <Drawer.Header>
            <Drawer.Title>{title}</Drawer.Title>
            <Drawer.Description>{hint}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4">
            <div className="flex flex-col gap-y-2">
              <Label htmlFor="reason">{t("reasonLabel")}</Label>
              <Textarea id="reason" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            </div>
            {children}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" disabled={reason.trim().length < REASON_MIN} isLoading={isPending}>
              {title}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
