import type { Fix, FixCode, Remediation } from '../checks/check.ts'
import type { InfrastructureLanguage } from '../kubernetes/manifests.ts'

const names: Readonly<Record<FixCode['language'], string>> = {
  terraform: 'Terraform',
  bicep: 'Bicep',
  yaml: 'YAML'
}

/** Manifests are in every repository that is judged; what declares infrastructure is offered where there is such. */
const isOffered = (
  { language }: FixCode,
  infrastructure: readonly InfrastructureLanguage[]
): boolean => language === 'yaml' || infrastructure.includes(language)

/** A remediation with the code of the repository's language; in a further language it is another way to the same. */
export function offered(
  { description, command, code = [] }: Remediation,
  infrastructure: readonly InfrastructureLanguage[]
): readonly Fix[] {
  const [first = null, ...others] = code.filter(each => isOffered(each, infrastructure))
  return [
    { description, command, code: first },
    ...others.map(each => ({
      description: `Or declare the same in ${names[each.language]}.`,
      command: null,
      code: each
    }))
  ]
}
