/**
 * Words of the field, which say nothing about whoever uses them; everything else is replaced. What a reader of
 * manifests or facts compares with must stand here, or a verdict changes; a word too many leaves a name as it was.
 */
const groups: Readonly<Record<string, string>> = {
  yaml: 'true false null yes no on off y n str int float bool binary map seq set omap nan inf',
  /** kubernetes/api, core/v1 and apps/v1: what objects are called. */
  kinds: `List Pod Deployment ReplicaSet ReplicationController DaemonSet StatefulSet Job CronJob ScaledJob PodTemplate
    ServiceAccount Secret ConfigMap Namespace Service Ingress Role RoleBinding ClusterRole ClusterRoleBinding
    CustomResourceDefinition PersistentVolumeClaim NetworkPolicy HorizontalPodAutoscaler PodDisruptionBudget Node
    SealedSecret ExternalSecret ClusterExternalSecret SecretProviderClass AcrPullBinding Kustomization Component
    HelmRelease HelmRepository GitRepository Application ApplicationSet AppProject Workflow WorkflowTemplate
    ClusterWorkflowTemplate CronWorkflow Task ClusterTask Pipeline TaskRun PipelineRun ClusterPolicy Policy Rollout
    ImageRepository HelmValues ImageValidatingPolicy Assign Config Strategy Kafka KafkaConnect Build Cluster`,
  /** Of API groups and label keys. */
  groups: `v1 apps batch core policy rbac authorization networking autoscaling storage coordination scheduling events
    k8s io x-k8s sh dev com org net cn us de local svc kubernetes azure microsoft beta node topology alpha
    admissionregistration apiextensions kyverno policies constraints gatekeeper mutations templates image toolkit
    fluxcd source kustomize config helm argoproj infrastructure skaffold kind k3d msi-acrpull acrpull bitnami
    external-secrets workload identity keda tekton shipwright strimzi istio sidecar virtual-kubelet acr-pull
    msi-acrpull-secret instance-type arch os os-sku agentpool mode role cluster priority scalesetpriority region zone
    hostname dockerconfigjson dockercfg dockerconfig service-account-token basic-auth ssh-auth tls token bootstrap
    Opaque client-id acr-client-id tenant-id service-account managed-by use image-pull acr acr-identity virtual-node-aci aci provider`,
  /** kubernetes/api, core/v1: keys. */
  keys: `apiVersion kind metadata name generateName namespace labels annotations spec template selector matchLabels
    matchExpressions matchFields replicas containers initContainers ephemeralContainers container image images imageName
    imagePullPolicy pullPolicy imagePullSecrets pullSecrets serviceAccountName serviceAccount nodeName nodeSelector
    affinity nodeAffinity podAffinity podAntiAffinity requiredDuringSchedulingIgnoredDuringExecution
    preferredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms tolerations runtimeClassName volumes volume
    volumeMounts env envFrom valueFrom secretKeyRef configMapKeyRef secretRef configMapRef fieldRef fieldPath command
    args ports containerPort hostPort protocol resources limits requests cpu memory data stringData type secrets items
    key operator values value effect jobTemplate restartPolicy schedule serviceName secretName mountPath subPath
    readOnly optional reference pullRef strategy rollingUpdate maxSurge maxUnavailable livenessProbe readinessProbe
    startupProbe httpGet path port scheme securityContext runAsNonRoot runAsUser privileged capabilities add drop
    terminationGracePeriodSeconds hostNetwork dnsPolicy automountServiceAccountToken immutable encryptedData sops
    ENC AES256_GCM registry repository tag tags digest version sha256 sha384 sha512 valuesObject chart charts
    dependencies alias condition appVersion description example global enabled create script steps sidecars
    sidecarContainers additionalContainers extraContainers stepTemplate workflowSpec podSpec rbd verifyImages
    storageProfile output default example targetRevision repoURL sourceRef targetNamespace postBuild substitute
    substituteFrom destination server acr acrServer scope auth managedIdentity workloadIdentity clientID resourceID
    managedIdentityClientID managedIdentityResourceID workloadIdentityClientID pull push localhost all latest`,
  /** kubernetes/api, core/v1: values. */
  values: `Always IfNotPresent Never OnFailure In NotIn Exists DoesNotExist Gt Lt Equal NoSchedule PreferNoSchedule
    NoExecute linux windows amd64 arm64 system user agent spot regular ClusterIP TCP UDP HTTP HTTPS RollingUpdate
    Recreate kubelet standalone`,
  /** kustomize, api/types/kustomization.go and its parts. */
  kustomize: `openapi namePrefix nameSuffix commonLabels commonAnnotations patchesStrategicMerge patchesJson6902 patches
    patch target imageTags replacements vars sortOptions components crds generators transformers validators bases
    configMapGenerator secretGenerator generatorOptions literals files envs behavior options includeSelectors
    includeTemplates pairs fields newName newTag group sources targets sourceValue op merge replace remove copy test
    kustomization helmCharts helmGlobals buildMetadata disableNameSuffixHash objref fieldref fieldpath delimiter index
    select reject objects labelSelector annotationSelector create kindToResolve legacy fifo order strict base overlay`,
  /** helm.sh, "Built-in Objects", "Template Functions"; sprig. */
  helm: `Chart Values Release Template Files Capabilities APIVersions Has Get GetBytes Glob Lines AsConfig AsSecrets
    KubeVersion Major Minor Name Namespace Service Revision IsInstall IsUpgrade AppVersion Version BasePath if else end
    with range define include template block and or not eq ne lt le gt ge len index print printf println default
    required quote squote toYaml fromYaml toJson fromJson toString indent nindent trim trunc trimSuffix trimPrefix
    trimAll lower upper title replace contains hasPrefix hasSuffix empty coalesce ternary list dict get set unset hasKey
    keys merge mergeOverwrite pluck first last rest initial append concat uniq without has join split splitList
    sortAlpha cat repeat substr nospace until untilStep int int64 float64 add sub mul div mod max min floor ceil round
    b64enc b64dec sha256sum sha1sum genCA genSelfSignedCert genSignedCert derivePassword randAlphaNum randAlpha uuidv4
    now date semver semverCompare lookup tpl fail kindIs kindOf typeOf typeIs deepCopy regexMatch regexReplaceAll
    regexFind urlParse dir tpl yaml yml json txt helmignore requirements lock application library`,
  /** Objects that make Secrets, copy them, or change pods. */
  makers: `rules MutatingPolicy NamespacedMutatingPolicy AssignImage ModifySet MutatingAdmissionPolicy mutate generate
    MutatingWebhookConfiguration kubectl patch sa serviceaccounts templateFrom manifest creationPolicy externalSecretSpec
    externalSecretName spv AzureKeyVaultSecret hashicorp VaultStaticSecret VaultDynamicSecret VaultPKISecret
    HCPVaultSecretsApp onepassword OnePasswordItem infisical InfisicalSecret managedSecretReference engineVersion
    managedKubeSecretReferences Owner Orphan Merge None disabled enabled synchronize clone cloneList reflector replicator
    emberstack mittwald kubed appscode sync syncer secretgen carvel reflection-auto-enabled reflection-allowed
    replicate-to replicate-to-matching replicate-from v2 secretStoreRef remoteRef dataFrom extract destination
    parameters objects objectName secretObjects spc valuesFrom valueFiles valuesFiles spring ecr-login registry-creds
    k8s-ecr-login-renew ecr-credential-helper init ephemeral status invalid service-account global ref refs names s`,
  /** What changes pods at admission: kyverno.io, "Policies"; gatekeeper, "Mutation"; kubernetes/api, admissionregistration. */
  admission: `match any exclude kinds resource rule operation operations CREATE UPDATE DELETE CONNECT resourceRules
    matchConstraints excludeResourceRules matchConditions objectSelector namespaceSelector excludedNamespaces applyTo
    location assign assignDomain assignPath assignTag fromList pathTests MustNotExist MustExist applyConfiguration
    jsonPatch expression patchType JSONPatch mutations variables webhooks webhook clientConfig service pods deployments
    daemonsets statefulsets replicasets jobs cronjobs ephemeralcontainers foreach patchStrategicMerge elementIndex element
    AssignMetadata validate pattern istio linkerd hashicorp azure-workload-identity dapr opentelemetry-operator datadoghq
    vpa kueue admission k8s-image-swapper imageswap imageswap-webhook harbor-container-webhook kube-image-keeper tugger`,
  /** kubernetes/api, rbac/v1; AKS, "Set up identity bindings". */
  rbac: `verbs apiGroups apiGroup resourceNames subjects roleRef nonResourceURLs clusterrole clusterroles roles
    rolebindings clusterrolebindings Group User watch update authenticated serviceaccounts namespaces masters
    use-managed-identity cid wi aks`,
  /** AKS, "Network isolated clusters". */
  mirrors: 'aks-managed-repository aks-managed-mcr aks-managed oss',
  /** Keys and names that speak of credentials. */
  credentials: `pull-secret pull_secret pull-secrets image-pull-secret image-pull-secrets image_pull_secret pullsecret
    imagepullsecret imagePullSecretName imagePullSecretRef registrysecret registry-secret image-credentials regcred
    imageCredentials registryCredentials credential credentials dockerconfig docker-config login-server loginserver
    login_server azurecontainer host aksmanagedap windows2022 windows2025`,
  hosts: `azurecr docker index mcr ghcr quay azure-cr azurerc azureacr azurecrs azurecontainerregistry azurecrr azureccr azurearc ms gcr pkg ecr aws amazonaws public registry-1 geo data privatelink https http
    core windows azmk8s login microsoftonline management azure sovcloud-api documents usgovcloudapi chinacloudapi`,
  /** In a docker config. */
  dockerConfig: 'auths username password auth email identitytoken credHelpers credsStore removed',
  /** Names that people and tools leave for others to fill in. */
  standIns:
    'change-me changeme replace-me replaceme placeholder username dummy todo your REPLACE_ME change_me tbd fixme insert-here',
  /** learn.microsoft.com, "Azure resource providers and types". */
  arm: `subscriptions resourceGroups resourceGroup providers managementGroups Management Authorization roleAssignments
    roleDefinitions denyAssignments ContainerService managedClusters agentPools fleets ContainerRegistry registries
    cacheRules credentialSets scopeMaps replications connectedRegistries privateEndpointConnections ManagedIdentity
    userAssignedIdentities systemAssignedIdentities Network virtualNetworks subnets publicIPAddresses publicIPPrefixes
    privateEndpoints privateDnsZones virtualNetworkLinks loadBalancers natGateways routeTables firewalls Compute
    virtualMachineScaleSets virtualMachines KeyVault vaults Storage storageAccounts OperationalInsights workspaces
    Resources deployments usages`
}

/** What readers look for at the beginning of a token, at its end, or anywhere in it. */
export const knownBeginnings: readonly string[] = [
  'your',
  'todo',
  'acr-pull-',
  'virtual-node-aci-',
  'values-',
  'values_'
]
export const knownEndings: readonly string[] = [
  'image',
  'images',
  'list',
  '-msi-acrpull-secret',
  '-values',
  '_values'
]

export const knownInsides: readonly string[] = [
  'pull',
  'secret',
  'serviceaccount',
  'service-account',
  'registry',
  'regcred',
  'docker',
  'acr',
  'credential',
  'placeholder',
  'replace-me',
  'replaceme',
  'replace_me',
  'change-me',
  'changeme',
  'change_me'
]

/** In lower case. */
export const vocabulary: ReadonlySet<string> = new Set(
  Object.values(groups).flatMap(words => words.toLowerCase().split(/\s+/))
)

/** Only in conditions of role assignments (learn.microsoft.com, "Azure role assignment condition format and syntax"). */
export const conditionWords: ReadonlySet<string> = new Set(
  `Request Resource Principal Environment Exists ActionMatches SubOperationMatches ForAnyOfAnyValues ForAllOfAnyValues
  ForAnyOfAllValues ForAllOfAllValues AND OR NOT true false Microsoft Directory CustomSecurityAttributes Id repositories
  repository content metadata read write delete StringEquals StringEqualsIgnoreCase StringNotEquals
  StringNotEqualsIgnoreCase StringStartsWith StringStartsWithIgnoreCase StringNotStartsWith
  StringNotStartsWithIgnoreCase StringLike StringLikeIgnoreCase StringNotLike StringNotLikeIgnoreCase BoolEquals
  BoolNotEquals NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan
  NumericGreaterThanEquals DateTimeEquals DateTimeNotEquals DateTimeLessThan DateTimeLessThanEquals DateTimeGreaterThan
  DateTimeGreaterThanEquals GuidEquals GuidNotEquals utcNow isPrivateLink`
    .toLowerCase()
    .split(/\s+/)
)
