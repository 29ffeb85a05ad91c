import type { Fact } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import type {
  RelatedResourceAnswer,
  RelatedResourceKind,
  RelatedResourceQuestion
} from '../../facts/related-resources/index.ts'
import type { Clients } from '../clients.ts'

/** What the first answers already brought, and what several readers ask for. */
export type Sources = {
  readonly clients: Clients
  readonly cluster: (clusterId: string) => Promise<Fact<Cluster>>
  /** Raw ARM body. */
  readonly registryBody: (registryId: string) => Promise<unknown>
  readonly publicAddress: (id: string) => Promise<Fact<string>>
}

/** The half of an optional fact that asks Azure; the pure half is the file of the same name in facts/related-resources/. */
export type Reader<Kind extends RelatedResourceKind> = (
  question: RelatedResourceQuestion<Kind>,
  sources: Sources
) => Promise<RelatedResourceAnswer<Kind>>
