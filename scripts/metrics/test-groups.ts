/** Tests that run attacks and floods as child processes. */
const hostile = ['__tests__/hostile/', '__tests__/floods/']

/** Tests that need helm or kustomize, or start programs of other kinds. */
const programs = [
  '__tests__/programs/',
  '__tests__/manifests/(?:helm|kustomize|rendering|gitops)/',
  '__tests__/judgement/monotone-rendering',
  '__tests__/doors/endless-charts'
]

export type TestGroup = { readonly name: string; readonly jest: readonly string[] }

/** The tests in three parts that together are all of them, each by the words that Jest takes. */
export const testGroups: readonly TestGroup[] = [
  {
    name: 'tests beside the following',
    jest: ['--testPathIgnorePatterns', '/node_modules/', ...programs, ...hostile]
  },
  { name: 'tests of helm and kustomize', jest: ['--testPathPatterns', ...programs] },
  { name: 'attacks and floods', jest: ['--testPathPatterns', ...hostile] }
]
