/**
 * Which pull secrets a pod has once it is admitted. kubernetes plugin/pkg/admission/serviceaccount/admission_test.go
 * (TestAddImagePullSecrets, TestDoNotAddImagePullSecrets, TestAssignsDefaultServiceAccount…) and admission.go: the list of the
 * account is copied only into a list of length 0. Entries without a name stay, and the kubelet passes over them.
 */
type AdmissionRow = readonly [
  name: string,
  pod: readonly string[],
  account: readonly string[],
  tried: readonly string[]
]

export const admissions: readonly AdmissionRow[] = [
  ['a pod that lists none gets those of its account', [], ['foo', 'bar'], ['foo', 'bar']],
  ['a pod that lists one keeps it alone', ['foo'], ['foo', 'bar'], ['foo']],
  ['a pod that lists another keeps it alone', ['baz'], ['foo', 'bar'], ['baz']],
  ['an entry without a name is an entry', [''], ['foo', 'bar'], []],
  ['an entry without a name beside one that has one', ['', 'baz'], ['foo'], ['baz']],
  ['entries without a name in the account', [], ['', 'foo'], ['foo']],
  ['neither lists any', [], [], []]
]
