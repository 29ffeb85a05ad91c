import type { ObstacleSource } from '../obstacle.ts'
import type { PullContext } from '../pull-context.ts'
import { clusterState } from './cluster-state.ts'
import { encryptionKey } from './encryption-key.ts'
import { podIdentity } from './pod-identity.ts'
import { quarantine } from './quarantine.ts'
import { cacheRule } from './cache-rule.ts'
import { firewall } from './firewall.ts'
import { artifact } from './image/artifact.ts'
import { imageAbsent } from './image/absent.ts'
import { imageLocked } from './image/locked.ts'
import { imagePlatform } from './image/platform.ts'
import { imageUnanswered } from './image/unanswered.ts'
import { schema1 } from './image/schema-1.ts'
import { knownIssue } from './known-issue.ts'
import { noWayIn } from './no-way-in.ts'
import { noEgress } from './no-egress.ts'
import { nodeIdentity } from './node-identity.ts'
import { notTold } from './not-told.ts'
import { privateWay } from './private-way.ts'
import { publicAccess } from './public-access.ts'
import { proxy } from './proxy.ts'
import { registryState } from './registry-state.ts'
import { regionalEndpoint } from './regional-endpoint.ts'
import { replica } from './replica.ts'
import { subscription } from './subscription.ts'

/** Every kind of obstacle, in the order in which the reasons of a verdict name them. */
export const obstacleSources = [
  podIdentity,
  nodeIdentity,
  firewall,
  noWayIn,
  privateWay,
  publicAccess,
  proxy,
  noEgress,
  registryState,
  notTold,
  regionalEndpoint,
  replica,
  encryptionKey,
  quarantine,
  subscription,
  cacheRule,
  imageAbsent,
  imageLocked,
  artifact,
  schema1,
  imagePlatform,
  imageUnanswered,
  knownIssue,
  clusterState
] as const

type FoundBy<Source> = Source extends ObstacleSource<infer Found> ? Found : never

/** Something besides the credentials that stops pulls: one of the kinds of the list, with the data of its kind. */
export type Obstacle = FoundBy<(typeof obstacleSources)[number]>

export type ObstacleKind = Obstacle['kind']

/** Everything that stands between the nodes and their images, or may. */
export const obstaclesIn = (context: PullContext): readonly Obstacle[] =>
  obstacleSources.flatMap((source): readonly Obstacle[] => [...source.find(context)])
