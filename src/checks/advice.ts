const noVerdict =
  'No verdict speaks of it: it is no image of an Azure registry that a kubelet pulls.'
const unread =
  'It speaks of a file and of no pull; that something was not read stands in the coverage.'
const notProven =
  'It concerns what no verdict claims: that the image is there, for the platform of the node.'
const heals =
  'A pull that it fails succeeds by itself after some more tries, which is a delay and no refusal.'

/**
 * The checks that may speak beside a verdict `pull`, each with the reason why what it says leaves the pull as it is.
 * Everything else that speaks against a pull is an obstacle or a cause, and settled before a check words it.
 */
export const advice: Readonly<Record<string, string>> = {
  'recent-grant': 'A young grant arrives within minutes; the pull then succeeds by itself.',
  'group-grant':
    'The grant works. How long ago the identity became a member shows nowhere, and only a fresh membership takes its day to arrive.',
  'identity-use-not-in-sight':
    'The role lies mostly beside the cluster and not beside its workloads; that it is not here proves nothing.',
  'anonymous-pull': 'The pull works; what it rests on may be meant otherwise.',
  'shared-private-zone':
    'A zone for each network is the rule; that a record was replaced stands in the records, which are not read.',
  'registry-data-endpoint':
    'It lists what a firewall of the user must let through, which shows only from a node.',
  'bootstrap-registry': noVerdict,
  'isolated-cluster-source': noVerdict,
  'registry-throttling': 'A throttled pull is tried again, and succeeds later.',
  'registry-storage-full':
    'It stops pushes. What is in the registry can still be pulled (Azure Container Registry service limits).',
  'artifact-streaming': 'What is not streamed is pulled in full.',
  'acr-challenge-timeout-10s': heals,
  'acr-msi-empty-cache': heals,
  'acr-msi-multi-registry': heals,
  'acr-sp-grant-not-seen': heals,
  'acr-greedy-login-server':
    'That providers before 1.30 have the fault is inferred from their code, and nobody has reported it of them.',
  'acr-nap-1-29':
    'AKS fixed it on the server in August 2024; only nodes that are older can have it.',
  'kubernetes-version-unsupported':
    'A version out of support goes on pulling; faults of old versions are known issues.',
  'no-landable-pool': 'A pod that lands nowhere pulls nothing, for a reason of the scheduler.',
  'image-platform-mismatch':
    'The node takes the image whatever it is for; what fails is the container.',
  'mixed-platforms': notProven,
  'pull-secret-short-lived':
    'Whether the token is over is not known; until then it opens the registry.',
  'suspicious-registry-host': noVerdict,
  'invalid-image-reference': noVerdict,
  'image-without-tag': notProven,
  'pull-policy-never': noVerdict,
  'facts-stale': 'Facts that are too old are no answers any more, which opens every verdict.',
  'manifest-invalid': unread,
  'manifest-unreadable': unread,
  'render-failed': unread,
  'duplicate-image-key': unread,
  'image-not-text': unread,
  'live-objects': 'What is left out is judged at the objects that control it.',
  'no-target': 'It speaks of files and clusters that no verdict speaks of.'
}
