import { Button, Drawer } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  title: string
  hint?: string
  /** Opens the drawer. Without one it stands open from the start. */
  trigger?: ReactNode
  /** Text of the button; "Save" when left out. */
  submit?: string
  /** Whether there is enough to send. Not by `required` on the fields: an empty one would be red before anything is typed. */
  isComplete: boolean
  isPending: boolean
  /** Closes the drawer when its promise is kept. A refusal is told by whoever made the promise, and the drawer stays open. */
  onSubmit: () => Promise<unknown>
  /** However it is closed: the place to forget what was typed. */
  onClose?: () => void
  children: ReactNode
}

/** A form at the side of the screen. */
export const FormDrawer = ({ title, hint, trigger, submit, isComplete, isPending, onSubmit, onClose, children }: Props) => {
  const { t } = useTranslation("kontor")
  const [open, setOpen] = useState(trigger === undefined)
  const change = (next: boolean) => {
    setOpen(next)
    if (!next) {
      onClose?.()
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit().then(
      () => change(false),
      () => undefined
    )
  }
  return (
    <Drawer open={open} onOpenChange={change}>
      {trigger && <Drawer.Trigger asChild>{trigger}</Drawer.Trigger>}
      <Drawer.Content {...(hint ? {} : { "aria-describedby": undefined })}>
        <form onSubmit={send} className="flex h-full flex-col">
          <Drawer.Header>
            <Drawer.Title>{title}</Drawer.Title>
            {hint && <Drawer.Description>{hint}</Drawer.Description>}
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">{children}</Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" disabled={!isComplete} isLoading={isPending}>
              {submit ?? t("save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
