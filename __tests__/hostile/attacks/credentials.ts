import { clusterId, everythingGranted, oneGrantMissing } from '../../doors/deployments.ts'
import type { AzureWorldData } from '../../emulator/world.ts'
import { chartWithImage } from '../charts.ts'
import type { HostileCase } from '../hostile-case.ts'
import { blockedImage, pod } from '../manifests.ts'

const answering = (
  url: string,
  answer: NonNullable<AzureWorldData['faults']>[number]['answer']
) => ({
  ...everythingGranted,
  faults: [{ url, answer }]
})

/** Whoever gets a token can be us. */
export const credentialAttacks: readonly HostileCase[] = [
  {
    title: 'a manifest whose images name other hosts as registries makes nobody connect there',
    door: 'action',
    attack: ({ url, fresh: { marker } }) => ({
      files: {
        'deploy/a.yaml': pod(`${new URL(url).host}/x:1`, 'a'),
        'deploy/b.yaml': pod(`${marker}.azurecr.io.evil.example/x:1`, 'b'),
        'deploy/c.yaml': pod(`evil.azurecr.io:443/x:1`, 'c'),
        'deploy/d.yaml': pod(`user@evil.azurecr.io/x:1`, 'd')
      },
      world: everythingGranted,
      expect: { code: [0, 1, 3] }
    })
  },
  {
    title: 'registries whose names would break out of a query or a path of Azure',
    door: 'action',
    attack: () => ({
      files: Object.fromEntries(
        [
          "x' or 1==1 or 'a.azurecr.io/x:1",
          'x%2f..%2f..%2fsubscriptions.azurecr.io/x:1',
          '../../x.azurecr.io/x:1',
          'x?api-version=1.azurecr.io/x:1',
          'x#.azurecr.io/x:1',
          'XN--80AK6AA92E.azurecr.io/x:1'
        ].map((image, index) => [
          `deploy/q${index}.yaml`,
          pod(image.replaceAll("'", "''"), `q${index}`)
        ])
      ),
      world: everythingGranted,
      expect: { code: [0, 1] }
    })
  },
  {
    title: 'an answer that sends to the next page on another host',
    attack: () => ({
      files: {},
      world: answering('management.azure.com/subscriptions/*/roleAssignments*', {
        kind: 'answer',
        status: 200,
        body: { value: [], nextLink: 'https://evil.example/next?page=2' }
      }),
      expect: { code: [0, 1, 3] }
    })
  },
  {
    title: 'an answer that redirects to another host',
    attack: () => ({
      files: {},
      world: answering('management.azure.com/*/managedClusters/*', {
        kind: 'answer',
        status: 307,
        headers: { location: 'https://evil.example/cluster' }
      }),
      expect: { code: [0, 1, 3] }
    })
  },
  {
    title: 'a challenge that names another authority',
    attack: () => ({
      files: {},
      world: answering('management.azure.com/*/managedClusters/*', {
        kind: 'answer',
        status: 401,
        headers: {
          'www-authenticate':
            'Bearer authorization_uri="https://login.evil.example/x", error="insufficient_claims", claims="eyJ4IjoxfQ=="'
        }
      }),
      expect: { code: 3 }
    })
  },
  {
    title: 'a chart that prints every variable of its environment',
    needs: 'helm',
    door: 'action',
    attack: () => ({
      files: chartWithImage('contoso.azurecr.io/x:{{ printf "%v" (dict "a" .) | b64enc }}', {
        'deploy/chart/templates/env.yaml': `{{- range list "DEPLOY_TOKEN" "ACTIONS_ID_TOKEN_REQUEST_TOKEN" "INPUT_GITHUB-TOKEN" "HOME" }}
{{ env . }}
{{- end }}
`
      }),
      expect: { code: [0, 1], conclusion: 'inconclusive' }
    })
  },
  {
    title: 'a chart that repeats all that helm tells it',
    needs: 'helm',
    door: 'action',
    attack: () => ({
      files: {
        ...chartWithImage('contoso.azurecr.io/x:{{ toJson .Capabilities | b64enc }}'),
        'deploy/api.yaml': pod(blockedImage, 'api')
      },
      world: oneGrantMissing,
      expect: { code: 1, conclusion: 'fail' }
    })
  },
  {
    title: 'a wrong client secret is not repeated, whatever Entra says of it',
    attack: ({ canary }) => ({
      files: {},
      arguments: ['--cluster', clusterId],
      world: {
        ...everythingGranted,
        faults: [
          {
            url: 'login.microsoftonline.com/*/token*',
            answer: {
              kind: 'answer',
              status: 401,
              body: {
                error: 'invalid_client',
                error_description: `AADSTS7000215: ${canary.environment}\n::stop-commands::x`
              }
            }
          }
        ]
      },
      environment: { AZURE_CLIENT_SECRET: canary.environment },
      expect: { code: 3 }
    })
  }
]
