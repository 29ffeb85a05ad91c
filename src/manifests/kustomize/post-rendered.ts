import { join } from 'node:path'
import type { PrivateDirectory } from '../../files/private-directory.ts'
import { parseDocuments } from '../../kubernetes/read.ts'
import { madeMapping, madeSequence, madeText } from '../../yaml/made-nodes.ts'
import type { Location } from '../../yaml/location.ts'
import { locator } from '../../yaml/source.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import type { SourceFinder } from '../rendering/at-source.ts'
import type { RenderRun } from '../rendering/render-run.ts'
import { scalarFinder } from '../rendering/rendered-text.ts'
import type { RenderResult } from '../rendering/render-result.ts'
import { renderWith } from '../rendering/run-binary.ts'
import { objectsOf } from './base-files.ts'
import { kustomizationReader, type Kustomization } from './kustomization.ts'
import type { Kustomize } from './kustomize-build.ts'
import { withoutOrigins } from './kustomize-origin.ts'
import { kustomizeSource } from './kustomize-source.ts'
import { overlaidText } from './overlay.ts'

export type PostRendered =
  | {
      readonly kind: 'rendered'
      readonly text: string
      /** Where a place of the text stands in the fields, or stood before. */
      readonly placeOf: SourceFinder
    }
  | Extract<RenderResult, { kind: 'failed' }>

const inputName = 'rendered.yaml'

type PostRendering = {
  readonly run: RenderRun
  readonly kustomize: Kustomize
  /** A directory of this render's own. */
  readonly home: PrivateDirectory
}

/** Sends rendered text through kustomize with fields that an object has; `file` is how the text is called in locations. */
export async function postRendered(
  { run, kustomize, home }: PostRendering,
  fields: ParsedFile,
  { file, text }: { readonly file: string; readonly text: string }
): Promise<PostRendered> {
  const directory = home.path
  const read = kustomizationReader(run.workspace)
  const path = join(directory, 'kustomization.yaml')
  const outer = read.of(fields, path)
  if (outer.unclear !== null)
    return {
      kind: 'failed',
      reason: `what it is to change ${outer.unclear.words}`,
      unread: 'not-rendered'
    }
  home.write(inputName, text)
  const written = overlaidText(read.of(listing, path), fields, () => null)
  home.write('kustomization.yaml', `${written ?? ''}buildMetadata: [originAnnotations]\n`)
  const result = await renderWith(run, {
    program: kustomize.program,
    parameters: [kustomize.command, '--', directory],
    directory,
    home: directory,
    network: false,
    sizes: new Map([[path, text.length]]),
    digest: () => home.digest()
  })
  if (result.kind === 'failed') return result
  const parsed = parseDocuments({ file, text: result.text })
  const placeOf = kustomizeSource({
    workspace: run.workspace,
    graph: new Map(),
    leaf: withInput(outer, join(directory, inputName)),
    directory,
    originalOf: origin => origin,
    scalarAtLocation: scalarFinder(result.text, parsed),
    objectsIn: () => objectsOf({ file, text })
  })
  return { kind: 'rendered', text: withoutOrigins(result.text, parsed.documents), placeOf }
}

const nowhere = { start: 0, end: 0 }

/** A kustomization of what was rendered. */
const listing: ParsedFile = {
  source: { file: inputName, text: '' },
  root: madeMapping(
    [['resources', madeSequence([madeText(inputName, nowhere)], nowhere)]],
    nowhere
  ),
  locate: locator({ file: inputName, text: '' }),
  isBroken: false,
  isWhole: true
}

const withInput = (outer: Kustomization, path: string): Kustomization => {
  const location: Location = { file: inputName, line: 1, column: 1, endLine: 1, endColumn: 1 }
  const input = { text: inputName, location, range: nowhere, named: path, path }
  return { ...outer, resources: [input] }
}
