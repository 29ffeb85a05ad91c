import type { ManifestProblemKind } from '../../kubernetes/manifests.ts'
import type { Check } from '../check.ts'

/** Problems are found where files are read; here they get their documentation. */
const problemCheck = (
  id: ManifestProblemKind,
  title: string,
  rationale: string,
  causes: readonly string[] = []
): Check => ({
  id,
  title,
  rationale,
  references: [],
  causes,
  permissions: [],
  words: [],
  *run({ manifests }) {
    for (const problem of manifests.problems)
      if (problem.check === id)
        yield {
          severity: problem.severity,
          message: problem.message,
          remediation: [{ description: problem.remediation, command: problem.command ?? null }],
          uses: [],
          locations: [problem.location]
        }
  }
})

export const manifestUnreadable = problemCheck(
  'manifest-unreadable',
  'A file was refused',
  `Files that are too large, no UTF-8 text, or behind a link that leaves the workspace are not read. Nothing is known about images in them.`
)

export const manifestInvalid = problemCheck(
  'manifest-invalid',
  'kubectl would refuse this document',
  `The document is no YAML as kubectl reads it (sigs.k8s.io/yaml). The other documents of the file are still judged.`
)

export const renderFailed = problemCheck(
  'render-failed',
  'A chart or kustomization could not be rendered',
  `Charts and kustomizations are rendered with the real \`helm\` and \`kustomize\`, as the deployment does. Where that fails, or is switched off,
the images in them are not known; plain files beside them are still judged.

What a kustomization would take from the network is left out unless \`--remote-bases\` allows it: the rest is built, and what is left out is unknown.
A chart that does not take the Kubernetes that Helm was built with is rendered for the newest one of AKS that it takes, and a note says so.`
)

export const duplicateImageKey = problemCheck(
  'duplicate-image-key',
  'The image is written twice',
  `kubectl silently takes the last of two equal keys; kustomize refuses the file. One of the two images is not the one that runs.`
)

export const imageNotText = problemCheck(
  'image-not-text',
  'The image is not a text',
  `YAML reads an unquoted \`#{TOKEN}#\` as a comment, so the image is empty, and an unquoted \`1.10\` as the number 1.1. The API server refuses both.`,
  ['N10']
)
