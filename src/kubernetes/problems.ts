import type { Group } from '../base/group-by.ts'
import { counted } from '../base/sentences.ts'
import { command } from '../base/shell-command.ts'
import { isMeantForKubectl } from './document-filter.ts'
import type { ImageUse } from './images/image-use.ts'
import type { Location } from '../yaml/location.ts'
import type { ManifestProblem, UnreadKind } from './manifests.ts'

/** kubectl applies nothing of such a document, so for a Kubernetes object it is an error; other files are not its concern. */
const severityFor = (text: string): 'error' | 'warning' =>
  isMeantForKubectl(text) ? 'error' : 'warning'

export const invalidDocument = (
  reason: string,
  text: string,
  location: Location
): ManifestProblem => ({
  check: 'manifest-invalid',
  severity: severityFor(text),
  message: `kubectl would refuse this document: ${reason}`,
  remediation: 'Correct the document; the command shows what kubectl reads.',
  command: command('kubectl', 'create', '--dry-run=client', '-f', location.file),
  location,
  unread: 'invalid'
})

export const invalidSeparator = (text: string, location: Location): ManifestProblem => ({
  check: 'manifest-invalid',
  severity: severityFor(text),
  message:
    'kubectl would refuse this file: a line that begins with --- separates documents, and only a comment may follow on it',
  remediation: 'Move what follows --- to the next line.',
  location,
  unread: 'invalid'
})

export const nestedList = (location: Location): ManifestProblem => ({
  check: 'manifest-invalid',
  severity: 'error',
  message: 'kubectl would refuse this file: a List stands inside a List',
  remediation: 'Move the items of the inner List to the outer one.',
  location,
  unread: 'invalid'
})

export const refusedDocument = (
  reason: string,
  unread: UnreadKind,
  location: Location
): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'warning',
  message: `This document was not read: ${reason}; no image in it was judged`,
  remediation: 'Split the file.',
  location,
  unread
})

/** Argo CD takes any text; where an image stands in it is known of a block alone. */
export const unreadValues = (location: Location): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message:
    'These values of a chart stand as a text that is no block of YAML, so no image in them was judged',
  remediation: 'Write them below `valuesObject`, or as a block (`values: |`) of valid YAML.',
  location,
  unread: 'invalid'
})

/** `location` is where reading ended. */
export const tooManyFailures = (most: number, location: Location): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'warning',
  message: `${most} documents of this file could not be read, so no more were tried; no image from here on was judged`,
  remediation: 'Correct the file, or leave it out.',
  location,
  unread: 'too-large'
})

export const tooManyChoices = (location: Location): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message:
    'This pod was not read: it lists more than a thousand pull secrets, tolerations, labels and values of labels; no image in it was judged',
  remediation: 'Remove those that the pod does not need.',
  location,
  unread: 'too-large'
})

const beyondBounds = (
  uses: Group<ImageUse>,
  reason: string,
  remediation: string
): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'unknown',
  message: `${counted(uses.length, 'place')} of this file that ${uses.length === 1 ? 'names' : 'name'} an image, from here on, ${uses.length === 1 ? 'was' : 'were'} not judged: ${reason}`,
  remediation,
  location: uses[0].location,
  unread: 'too-large'
})

/** Uses of one file whose pods have more pull secrets than are looked through. */
export const tooManySecrets = (most: number, uses: Group<ImageUse>): ManifestProblem =>
  beyondBounds(
    uses,
    `the pods have more than ${most} pull secrets`,
    'Remove pull secrets that the pods do not need.'
  )

/** Uses of one file that are beyond what one run judges. */
export const tooManyPulls = (uses: Group<ImageUse>): ManifestProblem =>
  beyondBounds(
    uses,
    'the manifests hold more different pulls than one run judges on so many clusters',
    'Check fewer manifests, or fewer clusters, at a time.'
  )

export const unrenderedTemplate = (location: Location): ManifestProblem => ({
  check: 'manifest-unreadable',
  severity: 'note',
  message: 'This is an unrendered template, so its images cannot be checked here',
  remediation:
    'Render it as the deployment does, and check what comes out of that: name the file, or - for standard input.',
  location,
  unread: 'template'
})

export const duplicateKey = (key: string, last: Location): ManifestProblem => ({
  check: 'duplicate-image-key',
  severity: 'warning',
  message: `'${key}' is written twice in one mapping: kubectl silently takes this, the last one; kustomize refuses the file`,
  remediation: `Remove the '${key}' that is not meant.`,
  location: last,
  unread: null
})

export const commentedImage = (location: Location): ManifestProblem => ({
  check: 'image-not-text',
  severity: 'note',
  message:
    'The image cannot be checked: YAML reads everything from the # on as a comment, so it is empty',
  remediation: 'Put the image in quotes, so that the placeholder is part of the text.',
  location,
  unread: null
})

export const emptyImage = (location: Location): ManifestProblem => ({
  check: 'image-not-text',
  severity: 'warning',
  message: 'The image is empty, which the API server refuses',
  remediation: 'Write an image reference, or remove the key where another tool sets it.',
  location,
  unread: null
})

export const imageOfOtherType = (
  text: string,
  type: string,
  location: Location
): ManifestProblem => ({
  check: 'image-not-text',
  severity: 'error',
  message: `The image ${text} is a ${type} in YAML, and the API server refuses all but text`,
  remediation: `Put it in quotes: "${text}".`,
  location,
  unread: null
})
