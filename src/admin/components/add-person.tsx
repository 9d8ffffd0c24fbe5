import { Button, Drawer, Hint, Input, Label, Select, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { sdk } from "../lib/sdk"

const ROLES = ["superuser", "privileged", "ordinary"] as const
const EMPTY = { name: "", email: "", phone: "", password: "", role: "ordinary" }

/** Drawer that makes a sign-in for a person who acts for the entity. */
export const AddPerson = ({ entityId }: { entityId: string }) => {
  const { t } = useTranslation("kontor")
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState(EMPTY)
  const create = useMutation({
    mutationFn: ({ phone, ...person }: typeof EMPTY) =>
      sdk.client.fetch(`/admin/legal-entities/${entityId}/employees`, { method: "POST", body: { ...person, ...(phone ? { phone } : {}) } }),
    onSuccess: () => {
      toast.success(t("entities.saved"))
      setOpen(false)
      setForm(EMPTY)
      return queries.invalidateQueries({ queryKey: ["legal-entity", entityId] })
    },
    onError: (error) => toast.error(error.message),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(form)
  }
  // Not by `required`: an empty field would be red before anything is typed.
  const isComplete = form.name.trim() !== "" && form.email.trim() !== "" && form.password !== ""
  const input = (name: keyof typeof EMPTY, props: { type?: string; minLength?: number; label?: string } = {}) => (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={`person-${name}`}>{t(`entities.${props.label ?? name}`)}</Label>
      <Input
        id={`person-${name}`}
        autoComplete="off"
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        type={props.type}
        minLength={props.minLength}
      />
    </div>
  )
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("entities.addPerson")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={submit} className="flex h-full flex-col">
          <Drawer.Header>
            <Drawer.Title>{t("entities.addPerson")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            {input("name", { label: "personName" })}
            {input("email", { type: "email" })}
            {input("phone", { type: "tel" })}
            <div className="flex flex-col gap-y-2">
              <Label htmlFor="person-role">{t("entities.role")}</Label>
              <Select value={form.role} onValueChange={(role) => setForm({ ...form, role })}>
                <Select.Trigger id="person-role">
                  <Select.Value />
                </Select.Trigger>
                <Select.Content>
                  {ROLES.map((role) => (
                    <Select.Item key={role} value={role}>
                      {t(`role.${role}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            </div>
            {input("password", { type: "password", minLength: 8 })}
            <Hint>{t("entities.passwordHint")}</Hint>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" disabled={!isComplete} isLoading={create.isPending}>
              {t("save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
