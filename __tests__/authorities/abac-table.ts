/**
 * The conditions of "Microsoft Entra repository permissions in Azure Container Registry"
 * (container-registry-rbac-abac-repository-permissions.md): for one repository, for a prefix, for several prefixes. The page warns that a
 * prefix without its slash lets in more than is meant, and that a repository is named in full.
 */
type ConditionRow = readonly [
  name: string,
  expression: string,
  allowed: readonly string[],
  refused: readonly string[]
]

const attribute = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]'

export const documented: readonly ConditionRow[] = [
  [
    'a specific repository',
    `${attribute} StringEqualsIgnoreCase 'nginx'`,
    ['nginx', 'NGINX'],
    ['backend/nginx', 'nginx2', 'nginx/a']
  ],
  [
    'a specific repository in a path',
    `${attribute} StringEqualsIgnoreCase 'backend/nginx'`,
    ['backend/nginx'],
    ['nginx', 'backend/nginx/a', 'backend']
  ],
  [
    'a prefix with its slash',
    `${attribute} StringStartsWithIgnoreCase 'backend/'`,
    ['backend/nginx', 'backend/infra/k8s', 'Backend/nginx'],
    ['backend', 'backend-infra/k8s', 'backendsvc/img', 'frontend/backend/nginx']
  ],
  [
    'a prefix without its slash',
    `${attribute} StringStartsWithIgnoreCase 'backend'`,
    ['backend', 'backend/nginx', 'backend-infra/k8s', 'backendsvc/img'],
    ['frontend/backend']
  ],
  [
    'several prefixes',
    `${attribute} StringStartsWithIgnoreCase 'backend/' OR ${attribute} StringStartsWithIgnoreCase 'frontend/js/'`,
    ['backend/nginx', 'frontend/js/react'],
    ['frontend/css', 'frontend/js', 'backend-infra/k8s']
  ]
]
