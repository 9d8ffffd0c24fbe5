import { Input } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { FormField } from "./form-field"

interface Props extends Omit<ComponentProps<typeof Input>, "id" | "value" | "onChange"> {
  id: string
  label: string
  hint?: string
  value: string
  onChange: (text: string) => void
}

/** What is typed into a form, under its label. The browser offers nothing unless it is told to: what was typed last is about something else. */
export const InputField = ({ id, label, hint, onChange, ...input }: Props) => (
  <FormField id={id} label={label} hint={hint}>
    <Input id={id} autoComplete="off" {...input} onChange={(event) => onChange(event.target.value)} />
  </FormField>
)
