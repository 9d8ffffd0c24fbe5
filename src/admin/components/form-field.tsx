import { Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A control of a form under its label; `id` is that of the control. */
export const FormField = ({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) => (
  <div className="flex flex-col gap-y-2">
    <Label htmlFor={id}>{label}</Label>
    {children}
    {hint && <Hint>{hint}</Hint>}
  </div>
)
