import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LegalEntityCard, LegalEntityList } from "../../lib/types"
import { useAnswer } from "../../lib/use-answer"
import { Choice } from "../choice"
import { ErrorText } from "../error-text"
import { FormField } from "../form-field"
import { Picker } from "../picker"

interface Props {
  client: string
  contract: string
  onClient: (id: string) => void
  onContract: (id: string) => void
}

/** A contract of one of the clients: the client by search, then one of his contracts. */
export const ChooseContract = ({ client, contract, onClient, onContract }: Props) => {
  const { t } = useTranslation("kontor")
  if (client === "") {
    return (
      <Picker<LegalEntityList>
        id="client"
        label={t("why.client")}
        placeholder={t("entities.search")}
        path="/admin/legal-entities"
        options={({ legal_entities }) => legal_entities.map(({ id, name, inn }) => ({ id, name, note: inn ?? "" }))}
        value={client}
        onChange={onClient}
      />
    )
  }
  return <ContractsOf client={client} contract={contract} onContract={onContract} onChange={() => onClient("")} />
}

const ContractsOf = ({ client, contract, onContract, onChange }: Omit<Props, "onClient"> & { onChange: () => void }) => {
  const { t } = useTranslation("kontor")
  const { data, error } = useAnswer<{ legal_entity: LegalEntityCard }>(`/admin/legal-entities/${client}`)
  const contracts = data?.legal_entity.contracts ?? []
  const nameOf = (id: string) => {
    const found = contracts.find((each) => each.id === id)
    return found ? `${found.number} · ${found.supplier_entity.name}${found.usable ? "" : ` · ${t("clients.notUsable")}`}` : id
  }
  return (
    <>
      <Chosen label={t("why.client")} name={data?.legal_entity.name ?? client} onChange={onChange} />
      <ErrorText error={error} />
      {data && contracts.length === 0 && <Text className="text-ui-fg-muted">{t("entities.noContracts")}</Text>}
      {contracts.length > 0 && (
        <FormField id="contract" label={t("why.contract")}>
          <Choice id="contract" value={contract} values={contracts.map(({ id }) => id)} label={nameOf} onChange={onContract} />
        </FormField>
      )}
    </>
  )
}

/** What was chosen, and a button to choose anew. */
export const Chosen = ({ label, name, onChange }: { label: string; name: string; onChange: () => void }) => {
  const { t } = useTranslation("kontor")
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" weight="plus">
        {label}
      </Text>
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" className="break-words">
          {name}
        </Text>
        <Button size="small" variant="transparent" type="button" className="shrink-0" onClick={onChange}>
          {t("why.chooseAnew")}
        </Button>
      </div>
    </div>
  )
}
