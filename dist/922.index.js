export const id = 922;
export const ids = [922];
export const modules = {

/***/ 4922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloudFor: () => (/* reexport */ cloudFor),
  collect: () => (/* binding */ collect),
  credentialFor: () => (/* reexport */ credentialFor)
});

// EXTERNAL MODULE: ./node_modules/@azure/arm-authorization/dist/index.js
var dist = __webpack_require__(1043);
// EXTERNAL MODULE: ./node_modules/@azure/arm-containerregistry/dist/esm/api/index.js + 3 modules
var api = __webpack_require__(5132);
// EXTERNAL MODULE: ./node_modules/@azure/arm-containerservice/dist/esm/api/index.js + 4 modules
var esm_api = __webpack_require__(2530);
// EXTERNAL MODULE: ./node_modules/@azure/arm-resourcegraph/dist/esm/api/index.js + 2 modules
var dist_esm_api = __webpack_require__(6774);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/azure/clouds.js

/** Sources: Azure/login README "environment"; azure-cli core/cloud.py; AzureAuthorityHosts of @azure/identity. */
const clouds = [
    {
        cloud: {
            name: 'AzurePublicCloud',
            resourceManager: 'https://management.azure.com',
            authority: 'https://login.microsoftonline.com',
            instanceDiscovery: true,
            registrySuffixes: ['azurecr.io']
        },
        spellings: ['azurepubliccloud', 'azurecloud']
    },
    {
        cloud: {
            name: 'AzureUSGovernment',
            resourceManager: 'https://management.usgovcloudapi.net',
            authority: 'https://login.microsoftonline.us',
            instanceDiscovery: true,
            registrySuffixes: ['azurecr.us']
        },
        spellings: ['azureusgovernment', 'azureusgovernmentcloud']
    },
    {
        cloud: {
            name: 'AzureChinaCloud',
            resourceManager: 'https://management.chinacloudapi.cn',
            authority: 'https://login.chinacloudapi.cn',
            instanceDiscovery: true,
            registrySuffixes: ['azurecr.cn']
        },
        spellings: ['azurechinacloud']
    }
];
/** azure/login calls a private cloud `azurestack`. */
const customSpellings = ['custom', 'azurestack'];
/** @throws InputError when the name is not known, or a custom cloud lacks one of its two addresses. */
function cloudInput(choice) {
    const spelling = choice.environment?.toLowerCase() ?? 'azurepubliccloud';
    const found = clouds.find(({ spellings }) => spellings.includes(spelling));
    const custom = customSpellings.includes(spelling);
    if (found !== undefined) {
        refuseAddresses(choice, found.cloud.name);
        return { kind: 'known', cloud: found.cloud };
    }
    if (custom)
        return {
            kind: 'custom',
            resourceManager: origin('resource-manager-endpoint', choice.resourceManager),
            authority: origin('authority-host', choice.authority)
        };
    throw new errors/* InputError */.dz(`Input environment is '${choice.environment ?? ''}': write AzurePublicCloud, AzureUSGovernment, AzureChinaCloud or custom.`);
}
/** Ignoring an address would ask another Azure than the user meant. */
function refuseAddresses(choice, name) {
    if (choice.resourceManager !== null || choice.authority !== null)
        throw new errors/* InputError */.dz(`Inputs resource-manager-endpoint and authority-host are for environment custom, and environment is ${name}: remove them, or set environment (command line: --cloud) to custom.`);
}
function origin(input, text) {
    if (text === null)
        throw new errors/* InputError */.dz(`Input environment is custom without ${input}: give its https address, or name one of Microsoft's clouds.`);
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol !== 'https:')
        throw new errors/* InputError */.dz(`Input ${input} is '${text}': write an https address, such as https://host.`);
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
/** What access tokens are for; every SDK client gets it, because some would always ask for the public cloud. */
const tokenScope = (cloud) => `${cloud.resourceManager}/.default`;

;// CONCATENATED MODULE: ./lib/azure/limits.js
/**
 * ARM's token bucket refills 25 reads a second for each principal and subscription ("Understand how Azure Resource
 * Manager throttles requests"), so honest waits are short; the SDKs alone would wait for hours when told to.
 */
const defaultLimits = {
    concurrentRequests: 32,
    request: 30_000,
    run: 300_000,
    retries: 3,
    wait: 30_000,
    waits: 60_000,
    pages: 500
};

;// CONCATENATED MODULE: ./lib/azure/arm-errors.js
/** A try took longer than the limit, or the whole run did. */
class RequestTimeoutError extends Error {
    milliseconds;
    constructor(milliseconds, options) {
        super(`no answer within ${milliseconds / 1000} s`, options);
        this.name = new.target.name;
        this.milliseconds = milliseconds;
    }
}
/** An answer came, but nothing may be concluded from it. The message continues "Azure's answer cannot be used: ". */
class UntrustedAnswerError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = new.target.name;
    }
}

;// CONCATENATED MODULE: ./lib/azure/request-policies.js

/** Our rules for every request, in front of the SDK's own retries (`perCall`) and behind them (`perRetry`). */
function requestPolicies(origin, limits) {
    return [
        { policy: oneOrigin(origin), position: 'perCall' },
        { policy: runDeadline(limits), position: 'perCall' },
        { policy: boundedWaits(limits), position: 'perRetry' },
        { policy: boundedRequest(limits), position: 'perRetry' }
    ];
}
/** The SDKs follow a `nextLink` to any host, with the access token. */
const oneOrigin = (origin) => ({
    name: 'oneOrigin',
    sendRequest: (request, next) => {
        const asked = new URL(request.url).origin;
        if (asked !== new URL(origin).origin)
            throw new UntrustedAnswerError(`it points to another host (${asked}), which was not asked`);
        return next(request);
    }
});
function runDeadline(limits) {
    const deadline = AbortSignal.timeout(limits.run);
    return {
        name: 'runDeadline',
        sendRequest: async (request, next) => {
            request.abortSignal ??= deadline;
            try {
                return await next(request);
            }
            catch (error) {
                throw deadline.aborted ? new RequestTimeoutError(limits.run, { cause: error }) : error;
            }
        }
    };
}
const waitHeaders = ['retry-after-ms', 'x-ms-retry-after-ms', 'retry-after'];
/** The SDKs wait as long as a throttling answer says, without cap. A longer wait than ours is not waited for at all. */
function boundedWaits(limits) {
    const waited = new WeakMap();
    return {
        name: 'boundedWaits',
        sendRequest: async (request, next) => {
            const response = await next(request);
            const wait = askedWait(response);
            const total = (waited.get(request) ?? 0) + wait;
            if (wait > limits.wait || total > limits.waits)
                for (const header of waitHeaders)
                    response.headers.delete(header);
            waited.set(request, total);
            return response;
        }
    };
}
function askedWait({ status, headers }) {
    if (status !== 429 && status !== 503)
        return 0;
    const header = waitHeaders.find(name => headers.has(name));
    if (header === undefined)
        return 0;
    const value = headers.get(header) ?? '';
    const number = Number(value);
    if (Number.isFinite(number))
        return header === 'retry-after' ? number * 1000 : number;
    const moment = Date.parse(value);
    return Number.isNaN(moment) ? 0 : Math.max(0, moment - Date.now());
}
/** The SDK's own time-out ends with the headers; this one lasts until the body is read. */
function boundedRequest(limits) {
    const enter = gate(limits.concurrentRequests);
    return {
        name: 'boundedRequest',
        sendRequest: async (request, next) => {
            const leave = await enter();
            const outer = request.abortSignal;
            const timeout = AbortSignal.timeout(limits.request);
            request.abortSignal =
                outer instanceof AbortSignal ? AbortSignal.any([outer, timeout]) : timeout;
            try {
                return await next(request);
            }
            catch (error) {
                throw timeout.aborted ? new RequestTimeoutError(limits.request, { cause: error }) : error;
            }
            finally {
                if (outer === undefined)
                    delete request.abortSignal;
                else
                    request.abortSignal = outer;
                leave();
            }
        }
    };
}
/** Lets `places` callers in at a time, the others in the order of their arrival. */
function gate(places) {
    const waiting = [];
    let free = places;
    const leave = () => {
        const first = waiting.shift();
        if (first === undefined)
            free += 1;
        else
            first();
    };
    return async () => {
        if (free > 0)
            free -= 1;
        else
            await new Promise(resolve => waiting.push(resolve));
        return leave;
    };
}

;// CONCATENATED MODULE: ./lib/azure/clients.js







function clientsFor(world) {
    const limits = { ...defaultLimits, ...world.limits };
    const options = pipelineOptions(world, limits);
    const scopes = [tokenScope(world.cloud)];
    const typeSpecOptions = { ...options, credentials: { scopes } };
    return {
        limits,
        containerService: (subscriptionId, apiVersion) => (0,esm_api/* createContainerService */.H)(world.credential, subscriptionId, {
            ...typeSpecOptions,
            ...(apiVersion === null ? {} : { apiVersion })
        }),
        containerRegistry: subscriptionId => (0,api/* createContainerRegistryManagement */._)(world.credential, subscriptionId, typeSpecOptions),
        resourceGraph: (0,dist_esm_api/* createResourceGraph */.z2)(world.credential, '', typeSpecOptions),
        authorization: new dist/* AuthorizationManagementClient */.IK(world.credential, '', {
            ...options,
            credentialScopes: scopes
        })
    };
}
/** Options that every SDK client understands; the policies are shared, and with them the limits that they keep. */
const pipelineOptions = (world, limits) => ({
    endpoint: world.cloud.resourceManager,
    retryOptions: { maxRetries: limits.retries },
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: `acr-pull-check/${world.version}` },
    additionalPolicies: requestPolicies(world.cloud.resourceManager, limits)
});

;// CONCATENATED MODULE: ./lib/azure/gathered-facts.js
/** Everything asked so far; what arrived in the order of the network is sorted, so that two runs can be compared. */
async function gatheredFacts(readers, world) {
    const reaches = await readers.denyReach.answers();
    return {
        schemaVersion: '1',
        collectedAt: world.now().toISOString(),
        cloud: { name: world.cloud.name, registrySuffixes: world.cloud.registrySuffixes },
        clusters: await readers.cluster.answers(),
        registries: await readers.registry.answers(),
        assignments: sorted(await readers.assignments.answers(), ({ registryId, principalId }) => `${registryId} ${principalId}`),
        denyAssignments: sorted((await readers.denyAssignments.answers()).map(denials => ({
            ...denials,
            reaching: reaches
                .filter(({ registryId }) => sameId(registryId, denials.registryId))
                .map(({ principalId, answer }) => ({ principalId, answer }))
        })), ({ registryId }) => registryId),
        roleDefinitions: sorted(await readers.roleDefinition.answers(), ({ key }) => key),
        identities: await readers.identity.answers(),
        bootstrapRegistries: await readers.bootstrapRegistry.answers(),
        surroundings: await readers.surroundings.answers(),
        coverage: readers.finder.gaps()
    };
}
const sameId = (one, other) => one.toLowerCase() === other.toLowerCase();
const sorted = (items, keyOf) => items
    .map(item => ({ item, key: keyOf(item).toLowerCase() }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ item }) => item);

// EXTERNAL MODULE: ./lib/facts/fact.js
var fact = __webpack_require__(2289);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 1 modules
var schemas = __webpack_require__(2765);
;// CONCATENATED MODULE: ./lib/azure/by-key.js
function byKey(keyOf, ask) {
    const pending = new Map();
    const once = (input) => {
        const key = keyOf(input).toLowerCase();
        const answer = pending.get(key) ?? ask(input);
        pending.set(key, answer);
        return answer;
    };
    return Object.assign(once, { answers: () => Promise.all(pending.values()) });
}
/** The same for a question without parameters. */
function once(ask) {
    let pending;
    return () => (pending ??= ask());
}

;// CONCATENATED MODULE: ./lib/azure/permission-body.js

/** The condition of a role assignment, a deny assignment or one of its permissions, as keys of their schemas. */
const conditionBody = {
    condition: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    conditionVersion: schemas/* nullish */.cl6(schemas/* string */.YjP())
};
/** ARM writes an absent condition as null or as empty text. */
const conditionFrom = (body) => ({
    condition: present(body.condition),
    conditionVersion: present(body.conditionVersion)
});
const present = (value) => value === undefined || value === null || value.trim() === '' ? null : value;
const texts = schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP()));
/** One of ARM's `permissions[]`, of role definitions and deny assignments alike; its lists may be null. */
const permissionBody = schemas/* object */.Ikc({
    actions: texts,
    notActions: texts,
    dataActions: texts,
    notDataActions: texts,
    ...conditionBody
});
const permissionFrom = (body) => ({
    actions: body.actions ?? [],
    notActions: body.notActions ?? [],
    dataActions: body.dataActions ?? [],
    notDataActions: body.notDataActions ?? [],
    ...conditionFrom(body)
});

// EXTERNAL MODULE: ./node_modules/@azure/arm-resourcegraph/dist/esm/index.js + 10 modules
var esm = __webpack_require__(1188);
;// CONCATENATED MODULE: ./lib/azure/raw-answers.js



/** Body of an operation that answers with one resource. */
async function rawBody(ask) {
    const bodies = [];
    try {
        await ask(keepBodies(bodies));
    }
    catch (error) {
        // With a body at hand only the typed model, which nobody reads, can have failed.
        if (bodies.length === 0)
            throw error;
    }
    return bodies[0];
}
const listPage = schemas/* object */.Ikc({ value: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
/** All items of a paged operation. */
async function rawItems(list, maximumPages) {
    const bodies = [];
    const links = new Set();
    const pages = list(keepBodies(bodies)).byPage();
    while ((await pages.next()).done !== true) {
        boundPages(bodies.length, maximumPages);
        refuseCircle(bodies.at(-1), links);
    }
    return bodies.flatMap(body => listPage.parse(body).value);
}
/** A page that leads back to one that was read would be read again until the bound, for nothing. */
function refuseCircle(body, links) {
    const link = armList.safeParse(body).data?.nextLink ?? '';
    if (link !== '' && links.has(link))
        throw new UntrustedAnswerError('its list leads back to a page that was already read');
    links.add(link);
}
const keepBodies = (bodies) => response => {
    if (response.status === 200)
        bodies.push(JSON.parse(response.bodyAsText ?? ''));
};
const armList = schemas/* object */.Ikc({
    value: schemas/* array */.YOg(schemas/* unknown */.L5J()),
    nextLink: schemas/* nullish */.cl6(schemas/* string */.YjP())
});
/** All items of an ARM list for which there is no SDK client; any TypeSpec client can send any path. */
async function listPath(client, path, apiVersion, maximumPages) {
    const items = [];
    let page = armList.parse(await getPath(client, path, apiVersion));
    items.push(...page.value);
    for (let count = 1; page.nextLink !== undefined && page.nextLink !== null && page.nextLink !== ''; count += 1) {
        boundPages(count, maximumPages);
        page = armList.parse(await getPath(client, page.nextLink, null));
        items.push(...page.value);
    }
    return items;
}
/** `apiVersion` null: the path is a link from Azure, which carries its own. */
async function getPath(client, path, apiVersion) {
    const response = await client
        .pathUnchecked(path)
        .get(apiVersion === null ? {} : { queryParameters: { 'api-version': apiVersion } });
    const body = response.body;
    if (response.status === '200')
        return body;
    const error = armError.safeParse(body).data?.error;
    throw new esm/* RestError */.pj(error?.message ?? `status ${response.status}`, {
        statusCode: Number(response.status),
        ...(error === undefined ? {} : { code: error.code })
    });
}
const armError = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP() }) });
function boundPages(count, maximum) {
    if (count >= maximum)
        throw new UntrustedAnswerError(`its list does not end after ${maximum} pages`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
;// CONCATENATED MODULE: ./lib/azure/reasons.js





/** An answer of Azure, or the reason why there is none; only sign-in failures and our own bugs are thrown. */
async function factOf(subject, read) {
    try {
        return (0,fact/* known */.eO)(await read());
    }
    catch (error) {
        if (error instanceof errors/* ReportedError */.SS)
            throw error;
        return { known: false, reason: reasonOf(subject, error) };
    }
}
function reasonOf(subject, error) {
    const trouble = troubleOf(error);
    const row = rows.find(({ when }) => when(trouble)) ?? lastRow;
    return {
        code: row.code,
        message: `${row.say(subject, trouble)}${citation(trouble)}`,
        permission: row.grantHelps === true ? subject.permission : null
    };
}
function troubleOf(error) {
    const message = (0,errors/* messageOf */.bD)(error);
    if (error instanceof RequestTimeoutError)
        return { kind: 'timeout', status: 0, code: '', message };
    if ((0,esm/* isRestError */.T0)(error) && !(error.code === 'PARSE_ERROR' && error.statusCode === 200))
        return {
            kind: error.statusCode === undefined ? 'no-answer' : 'answer',
            status: error.statusCode ?? 0,
            code: error.code ?? '',
            message
        };
    return { kind: 'unusable', status: 0, code: '', message: unusable(error) };
}
/** Never the body itself: what comes from outside is not repeated before it is understood. */
function unusable(error) {
    if (error instanceof UntrustedAnswerError)
        return error.message;
    if (error instanceof core_errors/* $ZodError */.a$)
        return `${pathOf(error)} is missing or of another kind`;
    return 'it is not JSON of the documented shape';
}
const pathOf = (error) => error.issues[0]?.path.map(String).join('.') ?? 'a property';
const citation = ({ status, code }) => status === 0 ? '' : ` (${[String(status), code].join(' ').trim()})`;
/**
 * What an error means; the first row that fits counts. Statuses and codes: "Resolve errors for Azure Resource Manager"
 * and "Common deployment errors" of the Azure documentation.
 */
const rows = [
    {
        when: ({ kind }) => kind === 'timeout',
        code: 'timeout',
        say: ({ what }, { message }) => `${what} could not be read: ${message}`
    },
    {
        when: ({ kind }) => kind === 'no-answer',
        code: 'network',
        say: ({ what }, { code }) => `${what} could not be read: no connection to Azure Resource Manager${code === '' ? '' : ` (${code})`}`
    },
    {
        when: ({ kind }) => kind === 'unusable',
        code: 'unexpected-answer',
        say: ({ what }, { message }) => `Azure's answer on ${what} cannot be used: ${message}`
    },
    {
        when: ({ code }) => code === 'InvalidAuthenticationTokenTenant',
        code: 'forbidden',
        say: ({ what }) => `${what} belongs to another tenant than the signed-in identity: sign in to that tenant`
    },
    {
        when: ({ status }) => status === 401,
        code: 'forbidden',
        say: ({ what }) => `${what} could not be read: Azure does not accept this sign-in`
    },
    {
        when: ({ status }) => status === 403,
        code: 'forbidden',
        grantHelps: true,
        say: ({ what, permission }, trouble) => `${signedIn(trouble)} may not read ${what}, it lacks ${permission}`
    },
    {
        // Azure Resource Manager does not tell a subscription out of sight from one that does not exist.
        when: ({ code }) => code === 'SubscriptionNotFound',
        code: 'not-visible',
        grantHelps: true,
        say: ({ what }) => `${what} is in a subscription that the signed-in identity cannot see`
    },
    {
        when: ({ status }) => status === 404,
        code: 'not-found',
        say: ({ what }) => `${what} does not exist, or not for the signed-in identity`
    },
    {
        when: ({ status }) => status === 429,
        code: 'throttled',
        say: ({ what }) => `${what} could not be read: Azure throttles for longer than a check waits`
    },
    {
        when: ({ status }) => status === 408 || status === 504,
        code: 'timeout',
        say: ({ what }) => `${what} could not be read: Azure took too long`
    }
];
const lastRow = {
    when: () => true,
    code: 'unexpected-answer',
    say: ({ what }) => `${what} could not be read: Azure answered with an error`
};
/** ARM names who was refused: "The client '…' with object id '…' does not have authorization to perform action …". */
function signedIn({ message }) {
    const objectId = /object id '([0-9a-f-]{36})'/i.exec(message)?.[1];
    return objectId === undefined
        ? 'the signed-in identity'
        : `the signed-in identity (object id ${objectId})`;
}

;// CONCATENATED MODULE: ./lib/azure/resource-id.js
const resource = /^\/subscriptions\/(?<subscriptionId>[^/?#]+)\/resourceGroups\/(?<resourceGroup>[^/?#]+)\/providers\/[^/?#]+\/[^/?#]+\/(?<name>[^/?#]+)$/i;
/** null when the text is no such id. ARM ids come in mixed case: compare them lower-cased. */
function parseResourceId(id) {
    const { subscriptionId, resourceGroup, name } = resource.exec(id)?.groups ?? {};
    return subscriptionId === undefined || resourceGroup === undefined || name === undefined
        ? null
        : { subscriptionId, resourceGroup, name };
}
/** The last segment, lower case: for a role definition the same in every subscription. */
const lastSegment = (id) => (id.split('/').at(-1) ?? id).toLowerCase();
const isGuid = (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
/** A scope as arm-authorization wants it: that SDK puts a slash in front itself. */
const scopeText = (id) => id.replace(/^\/+/, '');

;// CONCATENATED MODULE: ./lib/azure/assignments.js







const assignments_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const assignmentBody = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({
        scope: schemas/* string */.YjP(),
        roleDefinitionId: schemas/* string */.YjP(),
        principalId: schemas/* string */.YjP(),
        principalType: assignments_text,
        ...conditionBody,
        createdOn: assignments_text,
        updatedOn: assignments_text
    })
});
/** An ARM role assignment (`Microsoft.Authorization/roleAssignments`, 2022-04-01) in our words. */
function assignmentFrom(json) {
    const { id, properties } = assignmentBody.parse(json);
    return {
        id,
        scope: properties.scope,
        roleDefinitionId: properties.roleDefinitionId,
        principalId: properties.principalId,
        principalType: properties.principalType ?? null,
        ...conditionFrom(properties),
        createdOn: properties.createdOn ?? null,
        updatedOn: properties.updatedOn ?? null
    };
}
/** Reads the role assignments that reach a registry, for one principal at a time. */
function assignmentsReader(clients) {
    const everyAssignment = byKey((registryId) => registryId, registryId => list(clients, registryId, 'atScope()'));
    return async ({ registryId, principalId, withGroups }) => {
        if (!isGuid(principalId))
            return { registryId, principalId, groupsResolved: false, answer: noObjectId(principalId) };
        const answer = withGroups
            ? await list(clients, registryId, `atScope() and assignedTo('${principalId}')`)
            : null;
        // The server refuses principals that Entra no longer has (400, 404), and callers without the right to expand groups.
        if (answer !== null && (answer.known || !refused.includes(answer.reason.code)))
            return { registryId, principalId, groupsResolved: answer.known, answer };
        const all = await everyAssignment(registryId);
        return { registryId, principalId, groupsResolved: false, answer: held(all, principalId) };
    };
}
const refused = ['forbidden', 'not-found', 'unexpected-answer'];
const noObjectId = (principalId) => (0,fact/* unknown */.L5)('unexpected-answer', `'${principalId}' is no object id of a principal`);
function held(all, principalId) {
    const id = principalId.toLowerCase();
    return all.known
        ? (0,fact/* known */.eO)(all.value.filter(assignment => assignment.principalId.toLowerCase() === id))
        : all;
}
/** `atScope()` gives the scope itself and everything above, up to `/` ("List Azure role assignments using the REST API"). */
const list = (clients, registryId, filter) => factOf(subject(registryId), async () => {
    const items = await rawItems(onResponse => clients.authorization.roleAssignments.listForScope(scopeText(registryId), {
        filter,
        onResponse
    }), clients.limits.pages);
    return items.map(assignmentFrom);
});
const subject = (registryId) => ({
    what: `the role assignments at registry ${lastSegment(registryId)}`,
    permission: 'Microsoft.Authorization/roleAssignments/read'
});

// EXTERNAL MODULE: ./node_modules/@azure/arm-containerservice/dist/esm/api/managedClusters/index.js + 5 modules
var managedClusters = __webpack_require__(3848);
;// CONCATENATED MODULE: ./lib/azure/node-pool-body.js

const node_pool_body_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
/** The part of ARM's `agentPoolProfiles[]` that decides pulls. */
const nodePoolBody = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    mode: node_pool_body_text,
    osType: node_pool_body_text,
    osSKU: node_pool_body_text,
    vmSize: node_pool_body_text,
    currentOrchestratorVersion: node_pool_body_text,
    nodeImageVersion: node_pool_body_text,
    nodeLabels: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())),
    nodeTaints: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP())),
    scaleSetPriority: node_pool_body_text,
    count: schemas/* nullish */.cl6(schemas/* number */.aig()),
    powerState: schemas/* nullish */.cl6(schemas/* object */.Ikc({ code: node_pool_body_text })),
    provisioningState: node_pool_body_text,
    vnetSubnetID: node_pool_body_text,
    artifactStreamingProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: schemas/* nullish */.cl6(schemas/* boolean */.zMY()) })),
    virtualMachinesProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        scale: schemas/* nullish */.cl6(schemas/* object */.Ikc({
            manual: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ size: node_pool_body_text, count: schemas/* nullish */.cl6(schemas/* number */.aig()) })))
        }))
    }))
});
const nodePoolFrom = (body) => ({
    name: body.name,
    mode: body.mode ?? 'User',
    // ARM's default is Linux.
    osType: body.osType?.toLowerCase() === 'windows' ? 'Windows' : 'Linux',
    osSku: body.osSKU ?? null,
    architecture: architecture(body),
    vmSize: sizes(body)[0] ?? null,
    kubernetesVersion: body.currentOrchestratorVersion ?? null,
    nodeImageVersion: body.nodeImageVersion ?? null,
    labels: body.nodeLabels ?? {},
    taints: body.nodeTaints ?? [],
    spot: body.scaleSetPriority?.toLowerCase() === 'spot',
    count: body.count ?? manualCount(body),
    powerState: body.powerState?.code ?? null,
    provisioningState: body.provisioningState ?? null,
    artifactStreaming: body.artifactStreamingProfile?.enabled ?? false,
    subnetId: body.vnetSubnetID ?? null
});
/** Pools of type VirtualMachines list their sizes apart, and may mix them. */
const manual = (body) => body.virtualMachinesProfile?.scale?.manual ?? [];
const sizes = (body) => body.vmSize == null ? manual(body).flatMap(({ size }) => size ?? []) : [body.vmSize];
const manualCount = (body) => manual(body).length === 0
    ? null
    : manual(body).reduce((total, { count }) => total + (count ?? 0), 0);
/**
 * ARM does not say the architecture. Node images for Arm name it; sizes have a `p` among the features after their
 * digits ("Azure VM sizes naming conventions": p = ARM Cpu).
 */
function architecture(body) {
    if (/arm64/i.test(body.nodeImageVersion ?? ''))
        return 'arm64';
    const found = new Set(sizes(body).map(sizeArchitecture));
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : null;
}
function sizeArchitecture(size) {
    const features = /^(?:standard|basic)_[a-z]+\d+(?:-\d+)?(?<features>[a-z]*)(?:_|$)/i.exec(size)
        ?.groups?.['features'];
    if (features === undefined)
        return null;
    return features.toLowerCase().includes('p') ? 'arm64' : 'amd64';
}

;// CONCATENATED MODULE: ./lib/azure/cluster-body.js





const cluster_body_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const flag = schemas/* nullish */.cl6(schemas/* boolean */.zMY());
const identityBody = schemas/* object */.Ikc({ objectId: cluster_body_text, clientId: cluster_body_text, resourceId: cluster_body_text });
const serviceAccountPullBody = schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: flag, defaultManagedIdentityId: cluster_body_text }));
const outboundProfileBody = schemas/* nullish */.cl6(schemas/* object */.Ikc({ effectiveOutboundIPs: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ id: cluster_body_text }))) }));
const propertiesBody = schemas/* object */.Ikc({
    provisioningState: cluster_body_text,
    powerState: schemas/* nullish */.cl6(schemas/* object */.Ikc({ code: cluster_body_text })),
    kubernetesVersion: cluster_body_text,
    currentKubernetesVersion: cluster_body_text,
    nodeResourceGroup: cluster_body_text,
    supportPlan: cluster_body_text,
    agentPoolProfiles: schemas/* nullish */.cl6(schemas/* array */.YOg(nodePoolBody)),
    identityProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ kubeletidentity: schemas/* nullish */.cl6(identityBody) })),
    servicePrincipalProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ clientId: cluster_body_text })),
    addonProfiles: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: flag, identity: schemas/* nullish */.cl6(identityBody) })))),
    ingressProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ webAppRouting: schemas/* nullish */.cl6(schemas/* object */.Ikc({ identity: schemas/* nullish */.cl6(identityBody) })) })),
    podIdentityProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: flag })),
    nodeProvisioningProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ mode: cluster_body_text })),
    bootstrapProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ artifactSource: cluster_body_text, containerRegistryId: cluster_body_text })),
    networkProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        outboundType: cluster_body_text,
        loadBalancerProfile: outboundProfileBody,
        natGatewayProfile: outboundProfileBody
    })),
    httpProxyConfig: schemas/* nullish */.cl6(schemas/* object */.Ikc({ enabled: flag, noProxy: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP())) })),
    securityProfile: schemas/* nullish */.cl6(schemas/* object */.Ikc({ serviceAccountImagePullProfile: serviceAccountPullBody })),
    serviceAccountImagePullProfile: serviceAccountPullBody
});
const clusterBody = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    location: schemas/* string */.YjP(),
    identity: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        principalId: cluster_body_text,
        tenantId: cluster_body_text,
        userAssignedIdentities: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* nullish */.cl6(schemas/* object */.Ikc({ principalId: cluster_body_text }))))
    })),
    properties: propertiesBody
});
/** A managed cluster's ARM body (`Microsoft.ContainerService/managedClusters`) in our words. */
function clusterFrom(json, circumstances) {
    const { id, name, location, identity, properties } = clusterBody.parse(json);
    const parts = parseResourceId(id);
    if (parts === null)
        throw new UntrustedAnswerError('its id is no ARM id of a cluster');
    return {
        id,
        name,
        resourceGroup: parts.resourceGroup,
        subscriptionId: parts.subscriptionId,
        location,
        tenantId: identity?.tenantId ?? null,
        kubernetesVersion: properties.currentKubernetesVersion ?? properties.kubernetesVersion ?? null,
        nodeResourceGroup: properties.nodeResourceGroup ?? null,
        supportPlan: properties.supportPlan ?? null,
        powerState: properties.powerState?.code ?? null,
        provisioningState: properties.provisioningState ?? null,
        nodeIdentity: nodeIdentity(properties, circumstances.kubeletObjectId),
        otherIdentities: [...controlPlaneIdentities(name, identity), ...addOnIdentities(properties)],
        serviceAccountPull: serviceAccountPull(properties, circumstances.showsServiceAccountPull),
        nodePools: (properties.agentPoolProfiles ?? []).map(nodePoolFrom),
        nodeProvisioningMode: properties.nodeProvisioningProfile?.mode ?? null,
        virtualNodes: hasVirtualNodes(properties),
        outboundType: properties.networkProfile?.outboundType ?? null,
        outboundIpIds: outboundIpIds(properties),
        artifactSource: properties.bootstrapProfile?.artifactSource ?? null,
        bootstrapRegistryId: properties.bootstrapProfile?.containerRegistryId ?? null,
        httpProxyNoProxy: noProxy(properties),
        podIdentity: properties.podIdentityProfile?.enabled ?? false
    };
}
/** Clusters with a managed identity answer with the client id `msi` ("Use a service principal with AKS"). */
function nodeIdentity(properties, kubeletObjectId) {
    const kubelet = properties.identityProfile?.kubeletidentity;
    const { objectId, clientId, resourceId } = kubelet ?? {};
    if (objectId != null)
        return {
            kind: 'kubelet-identity',
            objectId,
            clientId: clientId ?? null,
            resourceId: resourceId ?? null
        };
    const applicationId = properties.servicePrincipalProfile?.clientId ?? 'msi';
    if (applicationId.toLowerCase() === 'msi')
        return { kind: 'none' };
    return {
        kind: 'service-principal',
        clientId: applicationId,
        objectId: servicePrincipalObjectId(applicationId, kubeletObjectId)
    };
}
const servicePrincipalObjectId = (applicationId, kubeletObjectId) => kubeletObjectId === null
    ? (0,fact/* unknown */.L5)('not-collected', `Azure Resource Manager does not tell the object id of service principal ${applicationId}: give it with --kubelet-object-id (az ad sp show --id ${applicationId} --query id)`)
    : (0,fact/* known */.eO)(kubeletObjectId);
function controlPlaneIdentities(clusterName, identity) {
    const userAssigned = Object.entries(identity?.userAssignedIdentities ?? {});
    return [
        ...otherIdentity('control-plane', identity?.principalId, clusterName),
        ...userAssigned.flatMap(([id, principal]) => otherIdentity('control-plane', principal?.principalId, id))
    ];
}
function addOnIdentities(properties) {
    const addOns = Object.entries(properties.addonProfiles ?? {});
    return [
        ...addOns.flatMap(([name, addOn]) => otherIdentity('add-on', addOn?.identity?.objectId, name)),
        ...otherIdentity('add-on', properties.ingressProfile?.webAppRouting?.identity?.objectId, 'webAppRouting')
    ];
}
const otherIdentity = (role, objectId, name) => (objectId == null ? [] : [{ role, objectId, name }]);
/** The profile is a preview; API versions that do not have it leave it out, as do clusters without it. */
function serviceAccountPull(properties, shown) {
    const profile = properties.securityProfile?.serviceAccountImagePullProfile ??
        properties.serviceAccountImagePullProfile;
    if (profile == null && !shown)
        return (0,fact/* unknown */.L5)('unexpected-answer', 'this Azure does not yet know the API version that shows whether pods pull with the identity of their service account');
    return (0,fact/* known */.eO)({
        enabled: profile?.enabled ?? false,
        defaultManagedIdentityId: profile?.defaultManagedIdentityId ?? null
    });
}
/** Add-on names come in mixed case (`aciConnectorLinux`, `ACIConnectorLinux`). */
const hasVirtualNodes = (properties) => Object.entries(properties.addonProfiles ?? {}).some(([name, addOn]) => name.toLowerCase() === 'aciconnectorlinux' && addOn?.enabled === true);
const outboundIpIds = ({ networkProfile }) => [networkProfile?.loadBalancerProfile, networkProfile?.natGatewayProfile].flatMap(profile => (profile?.effectiveOutboundIPs ?? []).flatMap(({ id }) => id ?? []));
function noProxy({ httpProxyConfig }) {
    return httpProxyConfig == null || httpProxyConfig.enabled === false
        ? null
        : (httpProxyConfig.noProxy ?? []);
}

;// CONCATENATED MODULE: ./lib/azure/clusters.js







/**
 * Shows `securityProfile.serviceAccountImagePullProfile`, which no stable version has by 2026-08
 * (Azure/azure-rest-api-specs containerservice/aks/preview).
 */
const previewApiVersion = '2026-05-02-preview';
/** How ARM refuses an api-version, sometimes with status 404 ("Resolve errors for no registered provider"). */
const apiVersionCodes = [
    'InvalidApiVersionParameter',
    'NoRegisteredProviderFound',
    'InvalidResourceType',
    'UnsupportedApiVersion'
];
/** @throws InputError when the id is no ARM id. */
async function readCluster(clients, id, kubeletObjectId) {
    const parts = parseResourceId(id);
    if (parts === null)
        throw new errors/* InputError */.dz(`Cluster '${id}' is no ARM id: write /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.ContainerService/managedClusters/NAME.`);
    const answer = await factOf({
        what: `cluster ${parts.name} in resource group ${parts.resourceGroup}`,
        permission: 'Microsoft.ContainerService/managedClusters/read'
    }, async () => {
        const { body, showsServiceAccountPull } = await clusterBodyOf(clients, parts);
        return clusterFrom(body, { kubeletObjectId, showsServiceAccountPull });
    });
    return { id, answer };
}
async function clusterBodyOf(clients, parts) {
    try {
        return {
            body: await managedCluster(clients, parts, previewApiVersion),
            showsServiceAccountPull: true
        };
    }
    catch (error) {
        if (!refusesApiVersion(error))
            throw error;
        return { body: await managedCluster(clients, parts, null), showsServiceAccountPull: false };
    }
}
const managedCluster = (clients, { subscriptionId, resourceGroup, name }, apiVersion) => rawBody(onResponse => (0,managedClusters/* get */.Jt)(clients.containerService(subscriptionId, apiVersion), resourceGroup, name, { onResponse }));
const refusesApiVersion = (error) => (0,esm/* isRestError */.T0)(error) && apiVersionCodes.includes(error.code ?? '');

;// CONCATENATED MODULE: ./lib/azure/deny-assignments.js






const principals = schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), type: schemas/* nullish */.cl6(schemas/* string */.YjP()) })));
const denyAssignmentBody = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({
        denyAssignmentName: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        scope: schemas/* string */.YjP(),
        doNotApplyToChildScopes: schemas/* nullish */.cl6(schemas/* boolean */.zMY()),
        permissions: schemas/* array */.YOg(permissionBody),
        principals,
        excludePrincipals: principals,
        ...conditionBody
    })
});
/** An ARM deny assignment (`Microsoft.Authorization/denyAssignments`, 2022-04-01) in our words. */
function denyAssignmentFrom(json) {
    const { id, properties } = denyAssignmentBody.parse(json);
    return {
        id,
        name: properties.denyAssignmentName ?? lastSegment(id),
        scope: properties.scope,
        doNotApplyToChildScopes: properties.doNotApplyToChildScopes ?? false,
        permissions: properties.permissions.map(permissionFrom),
        principals: principalsFrom(properties.principals),
        excludedPrincipals: principalsFrom(properties.excludePrincipals),
        ...conditionFrom(properties)
    };
}
const principalsFrom = (list) => (list ?? []).map(({ id, type }) => ({ id, type: type ?? 'Unknown' }));
/** All deny assignments at a registry and above. */
const readDenyAssignments = (clients, registryId) => deny_assignments_list(clients, registryId, 'atScope()');
/** Ids of those that reach a principal, through groups too. Entries for everyone are not promised to be among them. */
const readReachingDenials = async (clients, registryId, principalId) => (0,fact/* mapFact */.Vt)(await deny_assignments_list(clients, registryId, `atScope() and assignedTo('${principalId.replaceAll("'", "''")}')`), denials => denials.map(({ id }) => id));
const deny_assignments_list = (clients, registryId, filter) => factOf({
    what: `the deny assignments at registry ${lastSegment(registryId)}`,
    permission: 'Microsoft.Authorization/denyAssignments/read'
}, async () => {
    const items = await rawItems(onResponse => clients.authorization.denyAssignments.listForScope(scopeText(registryId), {
        filter,
        onResponse
    }), clients.limits.pages);
    return items.map(denyAssignmentFrom);
});

;// CONCATENATED MODULE: ./lib/azure/resource-graph.js



/**
 * All rows of a query over every subscription that the caller can see. What the caller may not read is missing without
 * a word, so that a row proves something and a missing row does not. Order by `id`: pages need a stable order
 * ("Azure Resource Graph: working with large data sets").
 */
async function queryResources(clients, query, row) {
    const answerSchema = schemas/* object */.Ikc({
        data: schemas/* array */.YOg(row),
        skipToken: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        resultTruncated: schemas/* nullish */.cl6(schemas/* string */.YjP())
    });
    const rows = [];
    let skipToken;
    for (let page = 1; page <= clients.limits.pages; page += 1) {
        const answer = answerSchema.parse(await ask(clients, query, skipToken));
        rows.push(...answer.data);
        skipToken = answer.skipToken ?? '';
        if (skipToken !== '')
            continue;
        if (answer.resultTruncated === 'true')
            throw new UntrustedAnswerError('its list is cut off without a link to the rest');
        return rows;
    }
    throw new UntrustedAnswerError(`its list does not end after ${clients.limits.pages} pages`);
}
const ask = (clients, query, skipToken) => (0,dist_esm_api/* resources */.ES)(clients.resourceGraph, {
    query,
    options: {
        resultFormat: 'objectArray',
        ...(skipToken === undefined ? {} : { skipToken })
    }
});
/** A list of texts as Kusto literals; in single quotes only backslash and quote need an escape. */
const kustoList = (texts) => `(${texts.map(text => `'${text.replace(/[\\']/g, '\\$&')}'`).join(', ')})`;

;// CONCATENATED MODULE: ./lib/azure/identities.js






const apiVersion = '2023-01-31';
const permission = 'Microsoft.ManagedIdentity/userAssignedIdentities/read';
const identities_identityBody = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({
        principalId: schemas/* string */.YjP(),
        clientId: schemas/* string */.YjP(),
        tenantId: schemas/* nullish */.cl6(schemas/* string */.YjP())
    })
});
/** An ARM user-assigned identity (`Microsoft.ManagedIdentity/userAssignedIdentities`) in our words. */
function identityFrom(json) {
    const { id, properties } = identities_identityBody.parse(json);
    return {
        resourceId: id,
        objectId: properties.principalId,
        clientId: properties.clientId,
        tenantId: properties.tenantId ?? null
    };
}
/** `reference` is the ARM id or the client id of a user-assigned identity, as manifests and clusters name it. */
async function readIdentity(clients, reference) {
    const subject = { what: `managed identity ${reference}`, permission };
    if (parseResourceId(reference) !== null)
        return { reference, answer: await factOf(subject, () => byResourceId(clients, reference)) };
    if (!isGuid(reference))
        return {
            reference,
            answer: (0,fact/* unknown */.L5)('unexpected-answer', `'${reference}' is neither the client id nor the ARM id of a managed identity`)
        };
    const found = await factOf(subject, () => byClientId(clients, reference));
    if (!found.known)
        return { reference, answer: found };
    return {
        reference,
        answer: found.value === null
            ? (0,fact/* unknown */.L5)('not-visible', `no managed identity with client id ${reference} is in a subscription that the signed-in identity may read`, permission)
            : { known: true, value: found.value }
    };
}
const byResourceId = async (clients, id) => identityFrom(await getPath(clients.containerService('', null), id, apiVersion));
const identityRow = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    principalId: schemas/* string */.YjP(),
    clientId: schemas/* string */.YjP(),
    tenantId: schemas/* nullish */.cl6(schemas/* string */.YjP())
});
async function byClientId(clients, clientId) {
    const [row] = await queryResources(clients, `resources
| where type =~ 'microsoft.managedidentity/userassignedidentities' and tostring(properties.clientId) in~ ${kustoList([clientId])}
| project id, principalId=tostring(properties.principalId), clientId=tostring(properties.clientId), tenantId
| order by id asc`, identityRow);
    return row === undefined
        ? null
        : {
            resourceId: row.id,
            objectId: row.principalId,
            clientId: row.clientId,
            tenantId: row.tenantId ?? null
        };
}

// EXTERNAL MODULE: ./node_modules/@azure/arm-containerregistry/dist/esm/api/registries/index.js + 5 modules
var registries = __webpack_require__(2063);
;// CONCATENATED MODULE: ./lib/azure/registry-body.js



const registry_body_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const registry_body_flag = schemas/* nullish */.cl6(schemas/* boolean */.zMY());
const policy = schemas/* nullish */.cl6(schemas/* object */.Ikc({ status: registry_body_text }));
const registryBody = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    location: schemas/* string */.YjP(),
    sku: schemas/* nullish */.cl6(schemas/* object */.Ikc({ name: registry_body_text })),
    identity: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        userAssignedIdentities: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* nullish */.cl6(schemas/* object */.Ikc({ clientId: registry_body_text }))))
    })),
    systemData: schemas/* nullish */.cl6(schemas/* object */.Ikc({ createdAt: registry_body_text, lastModifiedAt: registry_body_text })),
    properties: schemas/* object */.Ikc({
        loginServer: schemas/* string */.YjP(),
        creationDate: registry_body_text,
        provisioningState: registry_body_text,
        status: schemas/* nullish */.cl6(schemas/* object */.Ikc({ displayStatus: registry_body_text })),
        roleAssignmentMode: registry_body_text,
        anonymousPullEnabled: registry_body_flag,
        adminUserEnabled: registry_body_flag,
        publicNetworkAccess: registry_body_text,
        networkRuleSet: schemas/* nullish */.cl6(schemas/* object */.Ikc({ defaultAction: registry_body_text, ipRules: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* unknown */.L5J())) })),
        privateEndpointConnections: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({
            properties: schemas/* nullish */.cl6(schemas/* object */.Ikc({ privateLinkServiceConnectionState: schemas/* nullish */.cl6(schemas/* object */.Ikc({ status: registry_body_text })) }))
        }))),
        dataEndpointEnabled: registry_body_flag,
        dataEndpointHostNames: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP())),
        policies: schemas/* nullish */.cl6(schemas/* object */.Ikc({ quarantinePolicy: policy, azureADAuthenticationAsArmPolicy: policy })),
        encryption: schemas/* nullish */.cl6(schemas/* object */.Ikc({ status: registry_body_text, keyVaultProperties: schemas/* nullish */.cl6(schemas/* object */.Ikc({ identity: registry_body_text })) }))
    })
});
/** Any other value, or none, stays unknown: reading it as legacy would believe roles that ABAC ignores. */
const modes = {
    legacyregistrypermissions: 'legacy',
    abacrepositorypermissions: 'abac'
};
/** A registry's ARM body (`Microsoft.ContainerRegistry/registries`, 2025-11-01) in our words. */
function registryFrom(json, tenantId) {
    const body = registryBody.parse(json);
    const { id, name, location, sku, systemData, properties } = body;
    const parts = parseResourceId(id);
    if (parts === null)
        throw new UntrustedAnswerError('its id is no ARM id of a registry');
    return {
        id,
        name,
        loginServer: properties.loginServer.toLowerCase(),
        subscriptionId: parts.subscriptionId,
        tenantId,
        location,
        sku: sku?.name ?? null,
        roleAssignmentMode: modes[(properties.roleAssignmentMode ?? '').toLowerCase()] ?? null,
        anonymousPull: properties.anonymousPullEnabled ?? null,
        adminUser: properties.adminUserEnabled ?? null,
        authenticationAsArm: !is('disabled', properties.policies?.azureADAuthenticationAsArmPolicy?.status),
        publicNetworkAccess: properties.publicNetworkAccess ?? null,
        networkDefaultAction: properties.networkRuleSet?.defaultAction ?? null,
        networkRuleCount: properties.networkRuleSet?.ipRules?.length ?? null,
        approvedPrivateEndpoints: privateEndpoints(body, 'approved'),
        pendingPrivateEndpoints: privateEndpoints(body, 'pending'),
        dataEndpoint: properties.dataEndpointEnabled ?? false,
        dataEndpointHosts: properties.dataEndpointHostNames ?? [],
        quarantine: is('enabled', properties.policies?.quarantinePolicy?.status),
        provisioningState: properties.provisioningState ?? null,
        status: properties.status?.displayStatus ?? null,
        encrypted: is('enabled', properties.encryption?.status),
        keyIdentity: keyIdentity(body),
        createdAt: systemData?.createdAt ?? properties.creationDate ?? null,
        lastModifiedAt: systemData?.lastModifiedAt ?? null
    };
}
const is = (expected, value) => value?.toLowerCase() === expected;
const privateEndpoints = ({ properties }, status) => (properties.privateEndpointConnections ?? []).filter(endpoint => is(status, endpoint.properties?.privateLinkServiceConnectionState?.status)).length;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * The identity is named by its client id; the registry's own identity is not named so. Where ARM does not tell the
 * client id of every assigned identity, the wanted one may be among them.
 */
function keyIdentity({ identity, properties }) {
    const clientId = properties.encryption?.keyVaultProperties?.identity ?? '';
    if (!is('enabled', properties.encryption?.status) || !guid.test(clientId))
        return null;
    const identities = Object.values(identity?.userAssignedIdentities ?? {});
    const assigned = identities.some(each => each?.clientId == null || is(clientId.toLowerCase(), each.clientId));
    return { clientId, assigned };
}

// EXTERNAL MODULE: ./lib/facts/registry-hosts.js
var registry_hosts = __webpack_require__(4418);
;// CONCATENATED MODULE: ./lib/azure/registry-location.js



/** The ARM action behind everything that is read of registries. */
const readRegistries = 'Microsoft.ContainerRegistry/registries/read';
const registryRow = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    tenantId: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    loginServer: schemas/* nullish */.cl6(schemas/* string */.YjP())
});
const registryType = 'microsoft.containerregistry/registries';
const clusterType = 'microsoft.containerservice/managedclusters';
async function readOverview(clients, loginServers, clusterIds) {
    const clusters = clusterIds.length === 0
        ? ''
        : ` or (type =~ '${clusterType}' and id in~ ${kustoList(clusterIds)})`;
    const rows = await queryResources(clients, `resources
| where (type =~ '${registryType}' and tostring(properties.loginServer) in~ ${kustoList(loginServers)})${clusters}
| project id, type, tenantId, loginServer=tolower(tostring(properties.loginServer))
| order by id asc`, registryRow);
    const ofType = (type) => rows.filter(row => row.type.toLowerCase() === type);
    return {
        registries: ofType(registryType).map(({ id, loginServer, tenantId }) => ({
            id,
            loginServer: (loginServer ?? '').toLowerCase(),
            tenantId: tenantId ?? null
        })),
        clusterTenants: new Map(ofType(clusterType).flatMap(({ id, tenantId }) => tenantId == null ? [] : [[id.toLowerCase(), tenantId]]))
    };
}
const registryItem = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({ loginServer: schemas/* nullish */.cl6(schemas/* string */.YjP()) })
});
const registriesApiVersion = '2025-11-01';
/** Straight from the resource provider: what Resource Graph has not seen yet is here. */
async function listRegistries(clients, subscription) {
    const items = await listPath(clients.containerRegistry(subscription.id), `/subscriptions/${encodeURIComponent(subscription.id)}/providers/Microsoft.ContainerRegistry/registries`, registriesApiVersion, clients.limits.pages);
    return schemas/* array */.YOg(registryItem)
        .parse(items)
        .map(({ id, properties }) => ({
        id,
        loginServer: (properties.loginServer ?? '').toLowerCase(),
        tenantId: subscription.tenantId
    }));
}

;// CONCATENATED MODULE: ./lib/azure/subscriptions.js


const subscriptions_apiVersion = '2022-12-01';
const subscriptionBody = schemas/* object */.Ikc({
    subscriptionId: schemas/* string */.YjP(),
    tenantId: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    state: schemas/* nullish */.cl6(schemas/* string */.YjP())
});
/** Every subscription in which the caller holds any role. */
async function listSubscriptions(clients) {
    const client = clients.containerService('', null);
    const items = await listPath(client, '/subscriptions', subscriptions_apiVersion, clients.limits.pages);
    return schemas/* array */.YOg(subscriptionBody).parse(items).map(subscriptionFrom);
}
async function readSubscription(clients, id) {
    const path = `/subscriptions/${encodeURIComponent(id)}`;
    const client = clients.containerService('', null);
    return subscriptionFrom(subscriptionBody.parse(await getPath(client, path, subscriptions_apiVersion)));
}
const subscriptionFrom = (body) => ({
    id: body.subscriptionId,
    tenantId: body.tenantId ?? null,
    state: body.state ?? null
});

;// CONCATENATED MODULE: ./lib/azure/registries.js










const registryBodies = (clients) => byKey(id => id, id => registryBodyOf(clients, id));
/** Reads the registry behind each host; several hosts of one registry share one request. */
function registryReader(clients, finder, bodies) {
    const read = byKey(({ id }) => id, readAt(clients, bodies));
    return async (host) => {
        const loginServer = (0,registry_hosts/* loginServerOf */._U)(host);
        const location = await finder.find(loginServer);
        if (!location.known)
            return { host, answer: location };
        const answer = await read(location.value);
        return { host, answer: isGone(answer) ? await readMoved(loginServer) : answer };
    };
    async function readMoved(loginServer) {
        const location = await finder.findAgain(loginServer);
        return location.known ? read(location.value) : location;
    }
}
const isGone = (answer) => !answer.known && answer.reason.code === 'not-found';
/** A registry that a cluster names by its ARM id. */
const readBootstrapRegistry = (clients, bodies) => async (registryId) => {
    const location = { id: registryId, loginServer: lastSegment(registryId), tenantId: null };
    return { registryId, answer: await readAt(clients, bodies)(location) };
};
const readAt = (clients, bodies) => (location) => factOf({ what: `registry ${location.loginServer}`, permission: readRegistries }, async () => {
    const [body, tenantId] = await Promise.all([bodies(location.id), tenantOf(clients, location)]);
    return registryFrom(body, tenantId);
});
function registryBodyOf(clients, id) {
    const parts = parseResourceId(id);
    if (parts === null)
        throw new UntrustedAnswerError('its id is no ARM id of a registry');
    return rawBody(onResponse => (0,registries/* get */.Jt)(clients.containerRegistry(parts.subscriptionId), parts.resourceGroup, parts.name, {
        onResponse
    }));
}
/** A tenant that nobody tells stays null: it only sharpens the explanation. */
async function tenantOf(clients, location) {
    const parts = parseResourceId(location.id);
    if (location.tenantId !== null || parts === null)
        return location.tenantId;
    const subscription = await factOf({
        what: `subscription ${parts.subscriptionId}`,
        permission: 'Microsoft.Resources/subscriptions/read'
    }, () => readSubscription(clients, parts.subscriptionId));
    return subscription.known ? subscription.value.tenantId : null;
}

;// CONCATENATED MODULE: ./lib/azure/registry-absence.js





const registry_absence_registryType = 'Microsoft.ContainerRegistry/registries';
const nameStatus = schemas/* object */.Ikc({
    nameAvailable: schemas/* boolean */.zMY(),
    reason: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    message: schemas/* nullish */.cl6(schemas/* string */.YjP())
});
/**
 * Why no registry was found at a login server. Names are global, so Azure tells a registry that nobody owns (its name can
 * be taken over) from one that is out of the caller's sight.
 */
async function absenceOf(clients, loginServer, subscriptionId) {
    const name = (0,registry_hosts/* registryNameOf */.Qj)(loginServer);
    if (name === null)
        return notVisible(loginServer, 'a label host says nothing about free names');
    if (subscriptionId === null)
        return notVisible(loginServer, 'no subscription is visible through which its name could be checked');
    const status = await factOf({
        what: `whether the registry name ${name} is taken`,
        permission: 'Microsoft.ContainerRegistry/checkNameAvailability/read'
    }, async () => nameStatus.parse(await (0,registries/* checkNameAvailability */.rg)(clients.containerRegistry(subscriptionId), {
        name,
        type: registry_absence_registryType
    })));
    if (!status.known)
        return notVisible(loginServer, status.reason.message);
    if (status.value.nameAvailable)
        return {
            code: 'name-free',
            message: `no registry ${name} exists: the name is free, and whoever takes it can serve images at ${loginServer}`,
            permission: null
        };
    if (status.value.reason === 'Invalid')
        return {
            code: 'not-found',
            message: `no registry can have the name ${name}: names have 5 to 50 letters and digits`,
            permission: null
        };
    return notVisible(loginServer, 'its name is taken');
}
const notVisible = (loginServer, detail) => ({
    code: 'not-visible',
    message: `no registry with login server ${loginServer} is in a subscription that the signed-in identity may read; ${detail}`,
    permission: readRegistries
});

;// CONCATENATED MODULE: ./lib/azure/registry-search.js




function registrySearch(clients, clusterSubscriptionIds) {
    const ofClusters = clusterSubscriptionIds.map(id => ({ id, tenantId: null }));
    const searchOne = byKey(({ id }) => id, searchSubscription(clients));
    const searchAll = async (subscriptions) => merge(await Promise.all(subscriptions.map(searchOne)));
    const visible = once(() => factOf({ what: 'the list of subscriptions', permission: 'Microsoft.Resources/subscriptions/read' }, () => listSubscriptions(clients)));
    return {
        inClusterSubscriptions: once(() => searchAll(ofClusters)),
        inEverySubscription: once(async () => {
            const subscriptions = await visible();
            if (subscriptions.known)
                return searchAll(union(subscriptions.value, ofClusters));
            const gap = { subject: 'subscriptions', reason: subscriptions.reason };
            return merge([await searchAll(ofClusters), { found: [], gaps: [gap] }]);
        }),
        anySubscription: async () => {
            const [ofCluster] = ofClusters;
            if (ofCluster !== undefined)
                return ofCluster.id;
            const subscriptions = await visible();
            return subscriptions.known ? (subscriptions.value[0]?.id ?? null) : null;
        }
    };
}
const searchSubscription = (clients) => async (subscription) => {
    const subject = `subscription ${subscription.id}`;
    const answer = await factOf({ what: `the list of registries in ${subject}`, permission: readRegistries }, () => listRegistries(clients, subscription));
    return answer.known
        ? { found: answer.value, gaps: [] }
        : { found: [], gaps: [{ subject, reason: answer.reason }] };
};
const merge = (results) => ({
    found: results.flatMap(({ found }) => found),
    gaps: results.flatMap(({ gaps }) => gaps)
});
function union(first, second) {
    const ids = new Set(first.map(({ id }) => id.toLowerCase()));
    return [...first, ...second.filter(({ id }) => !ids.has(id.toLowerCase()))];
}

;// CONCATENATED MODULE: ./lib/azure/registry-finder.js







function registryFinder(clients, loginServers, clusterIds) {
    const search = registrySearch(clients, subscriptionsOf(clusterIds));
    const overview = once(() => factOf({ what: 'the Resource Graph overview', permission: readRegistries }, () => readOverview(clients, loginServers, clusterIds)));
    const absence = byKey((loginServer) => loginServer, async (loginServer) => absenceOf(clients, loginServer, await search.anySubscription()));
    const gaps = new Map();
    const conclude = async (loginServer, result) => {
        const location = byLoginServer(result.found, loginServer);
        if (location !== undefined)
            return (0,fact/* known */.eO)(location);
        const reason = await absence(loginServer);
        if (reason.code === 'not-visible')
            for (const gap of result.gaps)
                gaps.set(gap.subject, gap);
        return { known: false, reason };
    };
    const findAgain = async (loginServer) => {
        const [result] = await Promise.all([search.inClusterSubscriptions(), absence(loginServer)]);
        return conclude(loginServer, result);
    };
    return {
        find: async (loginServer) => {
            const rows = await overview();
            if (!rows.known)
                return conclude(loginServer, await search.inEverySubscription());
            const location = byLoginServer(rows.value.registries, loginServer);
            return location === undefined ? findAgain(loginServer) : (0,fact/* known */.eO)(location);
        },
        findAgain,
        clusterTenant: async (clusterId) => {
            if (loginServers.length === 0)
                return null;
            const rows = await overview();
            return rows.known ? (rows.value.clusterTenants.get(clusterId.toLowerCase()) ?? null) : null;
        },
        gaps: () => [...gaps.values()]
    };
}
const byLoginServer = (registries, loginServer) => registries.find(row => row.loginServer === loginServer);
const subscriptionsOf = (clusterIds) => [
    ...new Set(clusterIds.flatMap(id => parseResourceId(id)?.subscriptionId.toLowerCase() ?? []))
];

;// CONCATENATED MODULE: ./lib/azure/role-definitions.js





const roleDefinitionBody = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({
        roleName: schemas/* string */.YjP(),
        type: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        permissions: schemas/* array */.YOg(permissionBody)
    })
});
/** An ARM role definition (`Microsoft.Authorization/roleDefinitions`, 2022-04-01) in our words. */
function roleDefinitionFrom(json) {
    const { id, properties } = roleDefinitionBody.parse(json);
    return {
        id,
        name: properties.roleName,
        custom: properties.type?.toLowerCase() !== 'builtinrole',
        permissions: properties.permissions.map(permissionFrom)
    };
}
/**
 * Asks at the registry's own scope, where the least-privilege role of a check applies, and only then for the id as the
 * assignment has it: below the subscription, or below a management group, where a check may have no rights.
 */
async function readRoleDefinition(clients, { id, registryId }) {
    const key = lastSegment(id);
    const subject = {
        what: `role definition ${key}`,
        permission: 'Microsoft.Authorization/roleDefinitions/read'
    };
    const { roleDefinitions } = clients.authorization;
    const atRegistry = await factOf(subject, async () => roleDefinitionFrom(await rawBody(onResponse => roleDefinitions.get(scopeText(registryId), key, { onResponse }))));
    if (atRegistry.known || !['forbidden', 'not-found'].includes(atRegistry.reason.code))
        return { key, answer: atRegistry };
    const asNamed = await factOf(subject, async () => roleDefinitionFrom(await rawBody(onResponse => roleDefinitions.getById(scopeText(id), { onResponse }))));
    return { key, answer: asNamed };
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/arm-resources.js

/** The newest stable api-version with everything that is read below registries. */
const registryApiVersion = '2025-11-01';
/** Any TypeSpec client of the run can send any path; a further SDK would only be loaded for nothing. */
const anyClient = (clients) => clients.containerService('', null);
const resourceAt = (clients, path, apiVersion) => getPath(anyClient(clients), path, apiVersion);
const listAt = (clients, path, apiVersion) => listPath(anyClient(clients), path, apiVersion, clients.limits.pages);
/** `name` may come from outside. */
const child = (clients, parentId, type, name, apiVersion) => resourceAt(clients, `${parentId}/${type}/${encodeURIComponent(name)}`, apiVersion);

;// CONCATENATED MODULE: ./lib/azure/surroundings/cache-rules.js





const cache_rules_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const cacheRuleBody = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({
        sourceRepository: schemas/* string */.YjP(),
        targetRepository: schemas/* string */.YjP(),
        credentialSetResourceId: cache_rules_text
    })
});
const credentialSetBody = schemas/* object */.Ikc({
    properties: schemas/* object */.Ikc({
        authCredentials: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({
            credentialHealth: schemas/* nullish */.cl6(schemas/* object */.Ikc({ status: cache_rules_text, errorCode: cache_rules_text, errorMessage: cache_rules_text }))
        })))
    })
});
/** The cache rules of a registry, with the health of the credentials that they use. */
async function readCacheRules(clients, registryId) {
    const subject = {
        what: `the list of cache rules of registry ${lastSegment(registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/cacheRules/read'
    };
    const credentials = byKey((name) => name, name => readCredentials(clients, registryId, name));
    const answer = await factOf(subject, async () => {
        const items = await listAt(clients, `${registryId}/cacheRules`, registryApiVersion);
        return Promise.all(items.map(item => cacheRuleFrom(item, credentials)));
    });
    return { registryId, answer };
}
async function cacheRuleFrom(json, credentials) {
    const { name, properties } = cacheRuleBody.parse(json);
    const credentialSet = properties.credentialSetResourceId?.split('/').at(-1) ?? '';
    return {
        name,
        source: properties.sourceRepository,
        target: properties.targetRepository,
        credentials: credentialSet === '' ? null : await credentials(credentialSet)
    };
}
async function readCredentials(clients, registryId, name) {
    const subject = {
        what: `credential set ${name} of registry ${lastSegment(registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/credentialSets/read'
    };
    const answer = await factOf(subject, async () => {
        const body = await child(clients, registryId, 'credentialSets', name, registryApiVersion);
        const { authCredentials } = credentialSetBody.parse(body).properties;
        return (authCredentials ?? []).map(({ credentialHealth }) => {
            const { status, errorCode, errorMessage } = credentialHealth ?? {};
            return {
                healthy: status == null ? null : status.toLowerCase() === 'healthy',
                problem: errorMessage ?? errorCode ?? null
            };
        });
    });
    return { name, answer };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/azure/surroundings/egress.js







const egress_apiVersion = '2024-05-01';
const publicAddressBody = schemas/* object */.Ikc({ properties: schemas/* object */.Ikc({ ipAddress: schemas/* string */.YjP() }) });
const rulesBody = schemas/* object */.Ikc({
    properties: schemas/* object */.Ikc({
        networkRuleSet: schemas/* object */.Ikc({
            ipRules: schemas/* array */.YOg(schemas/* object */.Ikc({ action: schemas/* nullish */.cl6(schemas/* string */.YjP()), value: schemas/* string */.YjP() }))
        })
    })
});
/** IPv4 addresses and CIDR ranges, the only forms of a registry's rules (ACR docs, "Configure public IP network rules"). */
function allowList(registryBody) {
    const { ipRules } = rulesBody.parse(registryBody).properties.networkRuleSet;
    const list = new external_node_net_.BlockList();
    for (const { action, value } of ipRules) {
        const [address = '', prefix] = value.split('/');
        if ((action ?? 'Allow').toLowerCase() !== 'allow')
            continue;
        if (prefix === undefined)
            list.addAddress(address);
        else
            list.addSubnet(address, Number(prefix));
    }
    return list;
}
/** Endpoints of a registry are reached over IPv4 ("IPv6 dual-stack endpoints in Azure Container Registry", a preview). */
function ofVersion4(addresses) {
    const found = addresses.filter(external_node_net_.isIPv4);
    if (found.length === 0)
        throw new UntrustedAnswerError('the cluster goes out with no IPv4 address');
    return found;
}
/** The address behind an ARM id; never rejects, so that nobody goes on asking after an answer is there. */
function readPublicAddress(clients, id) {
    const subject = {
        what: `public IP address ${lastSegment(id)}`,
        permission: 'Microsoft.Network/publicIPAddresses/read'
    };
    return factOf(subject, async () => {
        if (!/\/Microsoft\.Network\/publicIPAddresses\/[^/?#]+$/i.test(id))
            throw new UntrustedAnswerError('its id is no ARM id of a public IP address');
        return publicAddressBody.parse(await resourceAt(clients, id, egress_apiVersion)).properties.ipAddress;
    });
}
/**
 * The addresses that a cluster goes out with, and whether the firewall of a registry lets each in. Decided here, because
 * the rules of a registry are no fact that may be kept in a file.
 */
async function readEgress(asked, { name, outboundIpIds }, { publicAddress, registryBody }) {
    if (outboundIpIds.length === 0)
        return {
            ...asked,
            answer: (0,fact/* unknown */.L5)('not-collected', `Azure does not tell how the nodes of cluster ${name} go out`)
        };
    const answers = await Promise.all(outboundIpIds.map(publicAddress));
    const missing = answers.find(({ known }) => !known);
    if (missing?.known === false)
        return { ...asked, answer: missing };
    const addresses = answers.flatMap(answer => (answer.known ? [answer.value] : []));
    const subject = {
        what: `the firewall rules of registry ${lastSegment(asked.registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/read'
    };
    const answer = await factOf(subject, async () => {
        const allowed = allowList(await registryBody());
        return ofVersion4(addresses).map(address => ({ address, allowed: allowed.check(address) }));
    });
    return { ...asked, answer };
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/private-zones.js




const networkType = 'microsoft.network/virtualnetworks';
const linkType = 'microsoft.network/privatednszones/virtualnetworklinks';
const row = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    linkedNetwork: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    dnsServers: schemas/* nullish */.cl6(schemas/* string */.YjP())
});
/** A subnet's virtual network; `…/virtualNetworks/NAME/subnets/NAME` without its end. */
const networkOf = (subnetId) => subnetId.replace(/\/subnets\/[^/]+$/i, '');
/** Where pools name no subnet, AKS made the network itself, in the resource group of the nodes. */
function networksFilter({ nodePools, subscriptionId, nodeResourceGroup }) {
    const subnets = nodePools.flatMap(({ subnetId }) => (subnetId === null ? [] : [subnetId]));
    if (subnets.length > 0)
        return `id in~ ${kustoList([...new Set(subnets.map(networkOf))])}`;
    return `subscriptionId in~ ${kustoList([subscriptionId])} and resourceGroup in~ ${kustoList([nodeResourceGroup ?? ''])}`;
}
/**
 * Whether the virtual networks of a cluster are linked to the private DNS zone. Resource Graph leaves out what the caller
 * may not read. Zones often are in a subscription of their own: who sees no link at all cannot tell that one is missing.
 */
async function readPrivateZone(clients, asked, cluster) {
    const subject = {
        what: `the virtual networks of cluster ${cluster.name}`,
        permission: 'Microsoft.Network/virtualNetworks/read'
    };
    const answer = await factOf(subject, async () => {
        const rows = await queryResources(clients, `resources
| where (type =~ '${networkType}' and ${networksFilter(cluster)}) or (type =~ '${linkType}' and id contains '/privatednszones/${asked.zone}/')
| project id, type, linkedNetwork=tolower(tostring(properties.virtualNetwork.id)), dnsServers=tostring(properties.dhcpOptions.dnsServers)
| order by id asc`, row);
        const networks = ofType(rows, networkType);
        const links = ofType(rows, linkType);
        if (networks.length === 0)
            throw new UntrustedAnswerError('no virtual network of it is among what the sign-in may read');
        if (links.length === 0)
            throw new UntrustedAnswerError(`no link of a private DNS zone ${asked.zone} is among what the sign-in may read`);
        return linkedNetworks(networks, links);
    });
    return { ...asked, answer };
}
const ofType = (rows, type) => rows.filter(each => each.type.toLowerCase() === type);
function linkedNetworks(networks, links) {
    const linked = new Set(links.map(({ linkedNetwork }) => linkedNetwork));
    return networks.map(({ id, dnsServers }) => ({
        id,
        ownDnsServers: !['', '[]', 'null'].includes(dnsServers ?? ''),
        linked: linked.has(id.toLowerCase())
    }));
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/replicas.js




const replicas_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const replicationBody = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    location: schemas/* string */.YjP(),
    properties: schemas/* object */.Ikc({
        provisioningState: replicas_text,
        regionEndpointEnabled: schemas/* nullish */.cl6(schemas/* boolean */.zMY()),
        status: schemas/* nullish */.cl6(schemas/* object */.Ikc({ displayStatus: replicas_text }))
    })
});
/** ARM `registries/replications` in our words; requests are routed to a region unless somebody switched that off. */
function replicaFrom(json) {
    const { name, location, properties } = replicationBody.parse(json);
    return {
        name,
        location: location.toLowerCase().replaceAll(' ', ''),
        endpointEnabled: properties.regionEndpointEnabled ?? true,
        provisioningState: properties.provisioningState ?? null,
        status: properties.status?.displayStatus ?? null
    };
}
async function readReplicas(clients, registryId) {
    const subject = {
        what: `the list of replicas of registry ${lastSegment(registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/replications/read'
    };
    const answer = await factOf(subject, async () => {
        const items = await listAt(clients, `${registryId}/replications`, registryApiVersion);
        return items.map(replicaFrom);
    });
    return { registryId, answer };
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/scale-sets.js




const scale_sets_apiVersion = '2024-07-01';
const scaleSetBody = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    tags: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())),
    identity: schemas/* nullish */.cl6(schemas/* object */.Ikc({ userAssignedIdentities: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())) }))
});
/** ARM `virtualMachineScaleSets` in our words; AKS tags each with the name of its pool. */
function scaleSetFrom(json) {
    const { name, tags, identity } = scaleSetBody.parse(json);
    return {
        name,
        nodePool: tags?.['aks-managed-poolName'] ?? null,
        identityIds: Object.keys(identity?.userAssignedIdentities ?? {})
    };
}
async function readScaleSets(clients, clusterId, { subscriptionId, nodeResourceGroup }) {
    if (nodeResourceGroup === null)
        return {
            clusterId,
            answer: (0,fact/* unknown */.L5)('not-collected', 'Azure does not tell the resource group of the nodes')
        };
    const group = `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(nodeResourceGroup)}`;
    const subject = {
        what: `the list of scale sets in resource group ${nodeResourceGroup}`,
        permission: 'Microsoft.Compute/virtualMachineScaleSets/read'
    };
    const answer = await factOf(subject, async () => {
        const path = `${group}/providers/Microsoft.Compute/virtualMachineScaleSets`;
        return (await listAt(clients, path, scale_sets_apiVersion)).map(scaleSetFrom);
    });
    return { clusterId, answer };
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/storage.js





const usagesBody = schemas/* object */.Ikc({
    value: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), limit: schemas/* number */.aig(), currentValue: schemas/* number */.aig() }))
});
function usageOf(usages, wanted) {
    const usage = usages.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (usage === undefined)
        throw new UntrustedAnswerError(`it has no row ${wanted}`);
    return usage;
}
/** Other rows say -1 for "no limit". */
function maximumOf(usages) {
    const { limit } = usageOf(usages, 'MaximumStorageCapacity');
    if (limit <= 0)
        throw new UntrustedAnswerError('it does not tell the maximum');
    return limit;
}
/**
 * How full a registry is (`registries/listUsages`), in bytes. The limit of row Size is no more than what the tier includes
 * in its price; where pushes end is a row of its own (Azure/azure-cli#32263).
 */
async function readStorage(clients, registryId) {
    const subject = {
        what: `the storage usage of registry ${lastSegment(registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/listUsages/read'
    };
    const answer = await factOf(subject, async () => {
        const body = await resourceAt(clients, `${registryId}/listUsages`, registryApiVersion);
        const usages = usagesBody.parse(body).value;
        return { usedBytes: usageOf(usages, 'Size').currentValue, limitBytes: maximumOf(usages) };
    });
    return { registryId, answer };
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/subscription-state.js



/** Whether a subscription is in order; a disabled one keeps its resources, and they stop answering. */
async function readSubscriptionState(clients, subscriptionId) {
    const subject = {
        what: `subscription ${subscriptionId}`,
        permission: 'Microsoft.Resources/subscriptions/read'
    };
    const answer = await factOf(subject, async () => {
        const { state } = await readSubscription(clients, subscriptionId);
        if (state === null)
            throw new UntrustedAnswerError('it does not tell the state');
        return state;
    });
    return { subscriptionId, answer };
}

;// CONCATENATED MODULE: ./lib/azure/surroundings/tokens.js





const tokens_text = schemas/* nullish */.cl6(schemas/* string */.YjP());
const tokenBody = schemas/* object */.Ikc({
    properties: schemas/* object */.Ikc({
        status: tokens_text,
        scopeMapId: tokens_text,
        credentials: schemas/* nullish */.cl6(schemas/* object */.Ikc({ passwords: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ expiry: tokens_text }))) }))
    })
});
const scopeMapBody = schemas/* object */.Ikc({ properties: schemas/* object */.Ikc({ actions: schemas/* array */.YOg(schemas/* string */.YjP()) }) });
/** A token of a registry (`registries/tokens`) with what its scope map allows. */
async function readToken(clients, { registryId, name }) {
    const subject = {
        what: `token ${name} of registry ${lastSegment(registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/tokens/read'
    };
    const answer = await factOf(subject, async () => {
        const body = await child(clients, registryId, 'tokens', name, registryApiVersion);
        const { status, scopeMapId, credentials } = tokenBody.parse(body).properties;
        return {
            enabled: status?.toLowerCase() !== 'disabled',
            passwordExpiries: (credentials?.passwords ?? []).map(({ expiry }) => expiry ?? null),
            scopeMap: nameIn(scopeMapId),
            actions: await readActions(clients, registryId, nameIn(scopeMapId))
        };
    });
    return { registryId, name, answer };
}
const nameIn = (id) => id?.split('/').at(-1) ?? null;
const readActions = (clients, registryId, name) => {
    const subject = {
        what: `scope map ${name ?? ''} of registry ${lastSegment(registryId)}`,
        permission: 'Microsoft.ContainerRegistry/registries/scopeMaps/read'
    };
    return factOf(subject, async () => {
        if (name === null)
            throw new UntrustedAnswerError('the token names no scope map');
        const body = await child(clients, registryId, 'scopeMaps', name, registryApiVersion);
        return scopeMapBody.parse(body).properties.actions;
    });
};

;// CONCATENATED MODULE: ./lib/azure/surroundings/readers.js









/** Asks every question once, and gathers the answers by the list that they belong to. */
function surroundingsReaders(clients, { cluster, registryBody }) {
    const ofRegistry = (read) => byKey(id => id, registryId => read(clients, registryId));
    const replicas = ofRegistry(readReplicas);
    const cacheRules = ofRegistry(readCacheRules);
    const storage = ofRegistry(readStorage);
    const tokens = byKey(({ registryId, name }) => `${registryId} ${name}`, question => readToken(clients, question));
    const subscriptions = byKey((id) => id, id => readSubscriptionState(clients, id));
    const scaleSets = byKey((id) => id, async (clusterId) => {
        const answer = await cluster(clusterId);
        return answer.known ? readScaleSets(clients, clusterId, answer.value) : { clusterId, answer };
    });
    const publicAddress = byKey((id) => id, id => readPublicAddress(clients, id));
    const egress = byKey(({ clusterId, registryId }) => `${clusterId} ${registryId}`, async ({ clusterId, registryId }) => {
        const answer = await cluster(clusterId);
        const asked = { clusterId, registryId };
        return answer.known
            ? readEgress(asked, answer.value, {
                publicAddress,
                registryBody: () => registryBody(registryId)
            })
            : { ...asked, answer };
    });
    const privateZones = byKey(({ clusterId, zone }) => `${clusterId} ${zone}`, async ({ clusterId, zone }) => {
        const answer = await cluster(clusterId);
        const asked = { clusterId, zone };
        return answer.known ? readPrivateZone(clients, asked, answer.value) : { ...asked, answer };
    });
    return {
        ask: question => {
            switch (question.kind) {
                case 'token':
                    return tokens(question);
                case 'replicas':
                    return replicas(question.registryId);
                case 'cache-rules':
                    return cacheRules(question.registryId);
                case 'storage':
                    return storage(question.registryId);
                case 'subscription':
                    return subscriptions(question.subscriptionId);
                case 'scale-sets':
                    return scaleSets(question.clusterId);
                case 'egress':
                    return egress(question);
                case 'private-zone':
                    return privateZones(question);
            }
        },
        answers: async () => ({
            tokens: await tokens.answers(),
            replicas: await replicas.answers(),
            cacheRules: await cacheRules.answers(),
            storage: await storage.answers(),
            subscriptions: await subscriptions.answers(),
            scaleSets: await scaleSets.answers(),
            egress: await egress.answers(),
            privateZones: await privateZones.answers()
        })
    };
}

;// CONCATENATED MODULE: ./lib/azure/readers.js












function readersFor(clients, request, progress) {
    const loginServers = [...new Set(request.registryHosts.map(registry_hosts/* loginServerOf */._U))];
    const finder = registryFinder(clients, loginServers, request.clusters);
    const bodies = registryBodies(clients);
    const readRegistry = registryReader(clients, finder, bodies);
    const cluster = byKey((id) => id, async (id) => {
        progress(`Reading cluster ${lastSegment(id)}`);
        return withTenant(await readCluster(clients, id, request.kubeletObjectId), finder);
    });
    return {
        finder,
        cluster,
        registry: byKey(host => host, host => {
            progress(`Reading registry ${host}`);
            return readRegistry(host);
        }),
        assignments: byKey(pairKey, assignmentsReader(clients)),
        denyAssignments: byKey(registryId => registryId, async (registryId) => ({ registryId, answer: await readDenyAssignments(clients, registryId) })),
        denyReach: byKey(pairKey, async ({ registryId, principalId }) => ({
            registryId,
            principalId,
            answer: await readReachingDenials(clients, registryId, principalId)
        })),
        roleDefinition: byKey(({ id }) => lastSegment(id), asked => readRoleDefinition(clients, asked)),
        identity: byKey(reference => reference, reference => readIdentity(clients, reference)),
        bootstrapRegistry: byKey(registryId => registryId, readBootstrapRegistry(clients, bodies)),
        surroundings: surroundingsReaders(clients, {
            cluster: async (id) => (await cluster(id)).answer,
            registryBody: bodies
        })
    };
}
const pairKey = ({ registryId, principalId }) => `${registryId} ${principalId}`;
/** A cluster with a user-assigned control-plane identity does not tell its tenant; Resource Graph does. */
async function withTenant(cluster, finder) {
    if (!cluster.answer.known || cluster.answer.value.tenantId !== null)
        return cluster;
    const tenantId = await finder.clusterTenant(cluster.id);
    return { ...cluster, answer: (0,fact/* known */.eO)({ ...cluster.answer.value, tenantId }) };
}

;// CONCATENATED MODULE: ./lib/azure/custom-cloud.js








/**
 * The Azure that the user chose. A custom cloud is asked how its registries are called.
 *
 * @throws InputError when the choice is not understood, FactsError when a custom cloud does not answer.
 */
async function cloudFor(choice, version) {
    const input = cloudInput(choice);
    if (input.kind === 'known')
        return input.cloud;
    const cloud = {
        name: 'custom',
        resourceManager: input.resourceManager,
        authority: input.authority,
        instanceDiscovery: false,
        registrySuffixes: []
    };
    return { ...cloud, registrySuffixes: await registrySuffixes(cloud, version) };
}
const description = schemas/* object */.Ikc({
    suffixes: schemas/* object */.Ikc({ acrLoginServer: schemas/* string */.YjP() })
});
/** Old api-versions answer with a list of clouds, newer ones with the cloud itself. */
const metadata = schemas/* union */.KCZ([schemas/* array */.YOg(description), description]);
const custom_cloud_apiVersion = '2022-09-01';
async function registrySuffixes(cloud, version) {
    const answer = await factOf({ what: `the description of cloud ${cloud.resourceManager}`, permission: '' }, async () => metadata.parse(await getPath(anonymousClient(cloud, version), '/metadata/endpoints', custom_cloud_apiVersion)));
    if (!answer.known)
        throw new errors/* FactsError */._B(`Cloud ${cloud.resourceManager} does not tell its registry suffix (${answer.reason.message}): correct input resource-manager-endpoint (command line: --resource-manager).`);
    return [answer.value]
        .flat()
        .map(({ suffixes }) => suffixes.acrLoginServer.replace(/^\./, '').toLowerCase());
}
/** The description is public and comes before sign-in. */
function anonymousClient(cloud, version) {
    const nobody = { getToken: () => Promise.resolve(null) };
    const client = (0,esm_api/* createContainerService */.H)(nobody, '', pipelineOptions({ cloud, version }, defaultLimits));
    client.pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' });
    return client;
}

// EXTERNAL MODULE: ./node_modules/@azure/identity/dist/esm/index.js + 182 modules
var dist_esm = __webpack_require__(5563);
;// CONCATENATED MODULE: ./lib/azure/sign-in-errors.js

/** A failed sign-in as one sentence of cause, object and cure. The SDK's own text is cut to its first sentence and freed of tokens. */
function explainSignIn(attempt, error) {
    const message = (0,errors/* messageOf */.bD)(error);
    const row = attempt.idTokenMissing ? idTokenMissing : sign_in_errors_rows.find(({ when }) => when.test(message));
    const { cause, cure } = (row ?? sign_in_errors_lastRow).say(attempt, message);
    return new errors/* FactsError */._B(`Azure sign-in failed: ${withoutTokens(cause)}; ${cure}`, { cause: error });
}
const idTokenMissing = {
    say: ({ clientId }) => ({
        cause: `input client-id is ${nameOf(clientId)}, but this job has no OIDC token, and the Azure CLI is not signed in either`,
        cure: 'give the job permissions id-token: write; pull requests from forks never get such a token, judge them with --facts (action: input facts).'
    })
};
/** "Microsoft Entra authentication and authorization error codes"; the first row whose text is in the message counts. */
const sign_in_errors_rows = [
    {
        when: /AADSTS700016/,
        say: ({ clientId, tenantId }) => ({
            cause: `tenant ${nameOf(tenantId)} knows no application with client id ${nameOf(clientId)} (AADSTS700016)`,
            cure: 'correct client-id or tenant-id: az ad app show --id CLIENT-ID, az account show --query tenantId.'
        })
    },
    {
        when: /AADSTS90002|AADSTS900023/,
        say: ({ tenantId }) => ({
            cause: `tenant ${nameOf(tenantId)} does not exist in this cloud (AADSTS90002)`,
            cure: 'correct tenant-id, or name the right cloud with environment (command line: --cloud).'
        })
    },
    {
        when: /AADSTS70021\b|AADSTS700211|AADSTS700213/,
        say: ({ clientId }, message) => ({
            cause: `application ${nameOf(clientId)} trusts no federated credential that fits this job${subjectText(message)} (${codeOf(message)})`,
            cure: `add one with exactly this subject: az ad app federated-credential create --id ${clientId ?? 'CLIENT-ID'}; the subject of a pull request ends with :pull_request, that of an environment with :environment:NAME.`
        })
    },
    {
        when: /AADSTS700212/,
        say: ({ clientId }) => ({
            cause: `the federated credentials of application ${nameOf(clientId)} expect another audience (AADSTS700212)`,
            cure: 'give input audience the value of the federated credential, usually api://AzureADTokenExchange.'
        })
    },
    {
        when: /AADSTS7000215|AADSTS7000222/,
        say: ({ clientId }, message) => ({
            cause: `the secret of client ${nameOf(clientId)} is wrong or expired (${codeOf(message)})`,
            cure: 'set AZURE_CLIENT_SECRET to a valid secret value (not its id), or sign in with OIDC, which has none.'
        })
    },
    {
        when: /AADSTS700024|AADSTS700027/,
        say: ({ clientId }, message) => ({
            cause: `the assertion of client ${nameOf(clientId)} is expired or signed with a key that is not registered (${codeOf(message)})`,
            cure: 'renew the certificate or the token file, and check the clock of this machine.'
        })
    },
    {
        when: /AADSTS53003|AADSTS50076|AADSTS50079/,
        say: ({ description }, message) => ({
            cause: `a conditional access policy refuses ${description} (${codeOf(message)})`,
            cure: 'sign in again with az login, or use a workload identity that the policy lets in.'
        })
    },
    {
        when: /Azure CLI could not be found/i,
        say: () => ({
            cause: 'no credential was given, and there is no Azure CLI on this machine',
            cure: 'give client-id and tenant-id (OIDC), or AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or install the Azure CLI and run az login; without any credential judge a facts file with --facts.'
        })
    },
    {
        when: /az login/i,
        say: () => ({
            cause: 'no credential was given, and the Azure CLI is not signed in, or its sign-in has expired',
            cure: 'run az login (in a workflow: azure/login before this step), or give client-id and tenant-id (OIDC).'
        })
    },
    {
        when: /ACTIONS_ID_TOKEN_REQUEST|Failed to get ID Token|ID Token field/i,
        say: (_attempt, message) => ({
            cause: `GitHub gave this job no OIDC token (${firstSentence(message)})`,
            cure: 'give the job permissions id-token: write; pull requests from forks never get such a token, judge them with --facts (action: input facts).'
        })
    },
    {
        when: /ManagedIdentityCredential|identity endpoint|IMDS/i,
        say: ({ description }) => ({
            cause: `${description} gives no token: this machine has none, or its metadata service cannot be reached`,
            cure: 'assign a managed identity to the machine, or sign in another way.'
        })
    },
    {
        when: /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|endpoints_resolution_error|network_error|certificate/i,
        say: ({ description }, message) => ({
            cause: `the sign-in authority cannot be reached for ${description} (${firstSentence(message)})`,
            cure: 'check the network, HTTPS_PROXY and, in a custom cloud, authority-host (command line: --authority).'
        })
    }
];
const sign_in_errors_lastRow = {
    say: ({ description }, message) => ({
        cause: `${description} was refused (${firstSentence(message)})`,
        cure: 'check the inputs for sign-in, or try the same identity with az login.'
    })
};
const nameOf = (id) => id ?? '(of the signed-in user)';
const codeOf = (message) => /AADSTS\d+/.exec(message)?.[0] ?? 'no code';
/** Entra quotes it: "No matching federated identity record found for presented assertion subject 'repo:…'". */
function subjectText(message) {
    const subject = /subject '([^'\s]{1,300})'/i.exec(message)?.[1];
    return subject === undefined ? '' : `, whose subject is ${subject}`;
}
/** Entra's messages go on with trace ids, times and links. */
const firstSentence = (message) => (/^.*?(?=\.\s|\s+Trace ID|\r|\n|$)/i.exec(message.trim())?.[0] ?? '')
    .slice(0, 300)
    .replace(/\.$/, '');
/** Anything that looks like a token, in case an error quotes one. */
const withoutTokens = (text) => text.replace(/\beyJ[\w-]+(?:\.[\w-]+)*/g, '***').replace(/(?<=secret[=: ]+)\S{16,}/gi, '***');

;// CONCATENATED MODULE: ./lib/azure/signed-in.js
/** A token is renewed this long before it ends, so that no request of a page list meets an expired one. */
const margin = 300_000;
/**
 * A credential that signs in once for all clients (each asks on its own, and the Azure CLI takes seconds an answer), and
 * whose failures are told in the words of `explain`.
 */
function signedInOnce(credential, explain, now) {
    const held = new Map();
    const ask = async (scopes, options) => {
        try {
            return await credential.getToken(scopes, options);
        }
        catch (error) {
            throw explain(error);
        }
    };
    const fresh = async (pending) => {
        const token = await pending?.catch(() => null);
        return token != null && token.expiresOnTimestamp - now().getTime() > margin;
    };
    const renew = (key, scopes, options) => {
        const pending = ask(scopes, sharedOptions(options));
        held.set(key, pending);
        return pending;
    };
    return {
        getToken: async (scopes, options) => {
            // Claims come with a challenge: the token at hand was just refused.
            if (options?.claims !== undefined)
                return ask(scopes, options);
            const key = [scopes].flat().join(' ');
            const pending = held.get(key);
            return pending !== undefined && (await fresh(pending)) ? pending : renew(key, scopes, options);
        }
    };
}
/** Without the abort signal of the one request that happened to come first. */
const sharedOptions = (options) => options?.enableCae === undefined ? {} : { enableCae: options.enableCae };

;// CONCATENATED MODULE: ./lib/azure/sign-in.js




/**
 * The first way of sign-in that applies: what was asked for by name, the job's OIDC token, the environment, the Azure
 * CLI. Nothing is sent before the first token is asked for.
 */
function credentialFor(signIn, world) {
    const { credential, attempt } = managedIdentity(signIn, world) ??
        oidc(signIn, world) ??
        environmentVariables(signIn, world) ??
        azureCli(signIn, world);
    return {
        credential: signedInOnce(credential, error => explainSignIn(attempt, error), world.now),
        description: attempt.description
    };
}
/** Same options for every credential that talks to the authority itself. */
const authorityOptions = (cloud) => ({
    authorityHost: cloud.authority,
    disableInstanceDiscovery: !cloud.instanceDiscovery
});
const defaultAudience = 'api://AzureADTokenExchange';
function oidc(signIn, { environment, getIdToken }) {
    const { clientId, tenantId, cloud } = signIn;
    if (clientId === null || tenantId === null || getIdToken === null)
        return null;
    if (!hasIdToken(environment))
        return null;
    const audience = signIn.audience ?? defaultAudience;
    // msal may ask twice for one sign-in; the access token outlives the run, so one assertion is enough.
    const assertion = once(() => getIdToken(audience));
    return {
        credential: new dist_esm/* ClientAssertionCredential */.XI(tenantId, clientId, assertion, authorityOptions(cloud)),
        attempt: {
            way: 'oidc',
            description: `OIDC token of this job, as client ${clientId} in tenant ${tenantId}`,
            clientId,
            tenantId,
            idTokenMissing: false
        }
    };
}
/** Set by the runner when the job has `permissions: id-token: write`; never for pull requests from forks. */
const hasIdToken = (environment) => sign_in_present(environment['ACTIONS_ID_TOKEN_REQUEST_URL']) !== null &&
    sign_in_present(environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) !== null;
/** The variables of `EnvironmentCredential` and `WorkloadIdentityCredential` (azure-sdk-for-js, identity README). */
function environmentVariables({ cloud }, { environment }) {
    const clientId = sign_in_present(environment['AZURE_CLIENT_ID']);
    const tenantId = sign_in_present(environment['AZURE_TENANT_ID']);
    if (clientId === null || tenantId === null)
        return null;
    for (const { variable, credential } of variableCredentials) {
        const value = sign_in_present(environment[variable]);
        if (value !== null)
            return {
                credential: credential({ clientId, tenantId, value, environment }, authorityOptions(cloud)),
                attempt: {
                    way: 'environment',
                    description: `${variable}, as client ${clientId} in tenant ${tenantId}`,
                    clientId,
                    tenantId,
                    idTokenMissing: false
                }
            };
    }
    return null;
}
/** In the order of the SDK's own `EnvironmentCredential`. */
const variableCredentials = [
    {
        variable: 'AZURE_CLIENT_SECRET',
        credential: ({ tenantId, clientId, value }, options) => new dist_esm/* ClientSecretCredential */.HC(tenantId, clientId, value, options)
    },
    {
        variable: 'AZURE_CLIENT_CERTIFICATE_PATH',
        credential: ({ tenantId, clientId, value, environment }, options) => {
            const certificatePassword = sign_in_present(environment['AZURE_CLIENT_CERTIFICATE_PASSWORD']);
            return new dist_esm/* ClientCertificateCredential */.m0(tenantId, clientId, {
                certificatePath: value,
                ...(certificatePassword === null ? {} : { certificatePassword })
            }, options);
        }
    },
    {
        variable: 'AZURE_FEDERATED_TOKEN_FILE',
        credential: ({ tenantId, clientId, value }, options) => new dist_esm/* WorkloadIdentityCredential */.R9({ tenantId, clientId, tokenFilePath: value, ...options })
    }
];
function managedIdentity({ clientId, managedIdentity }, { environment }) {
    if (!managedIdentity)
        return null;
    const chosen = clientId ?? sign_in_present(environment['AZURE_CLIENT_ID']);
    return {
        credential: chosen === null
            ? new dist_esm/* ManagedIdentityCredential */.NC()
            : new dist_esm/* ManagedIdentityCredential */.NC({ clientId: chosen }),
        attempt: {
            way: 'managed-identity',
            description: chosen === null
                ? "this machine's managed identity"
                : `this machine's managed identity ${chosen}`,
            clientId: chosen,
            tenantId: null,
            idTokenMissing: false
        }
    };
}
/** The last way, and for people the usual one. Its first answer after `az login` can take many seconds. */
function azureCli({ clientId, tenantId }, { environment }) {
    return {
        credential: new dist_esm/* AzureCliCredential */.nG({
            processTimeoutInMs: 60_000,
            ...(tenantId === null ? {} : { tenantId })
        }),
        attempt: {
            way: 'azure-cli',
            description: 'the signed-in Azure CLI',
            clientId,
            tenantId,
            idTokenMissing: clientId !== null && !hasIdToken(environment)
        }
    };
}
const sign_in_present = (value) => value === undefined || value.trim() === '' ? null : value;

;// CONCATENATED MODULE: ./lib/azure/collect.js







/**
 * Reads from Azure what a run wants to know, then what the first answers leave open. Requests that do not need each
 * other run at the same time; the longest chain is overview, assignments, role definitions.
 *
 * @throws FactsError when nobody can sign in; every other trouble is a reason in the facts.
 */
async function collect(request, followUp, world) {
    await world.credential.getToken(tokenScope(world.cloud));
    const progress = world.progress ?? (() => undefined);
    const readers = readersFor(clientsFor(world), request, progress);
    await askRequest(readers, request);
    const first = await gatheredFacts(readers, world);
    const questions = followUp(first);
    if (questions.length === 0)
        return first;
    progress(`Asking ${questions.length} more questions`);
    await Promise.all(questions.map(question => askQuestion(readers, question, request)));
    return gatheredFacts(readers, world);
}
async function askRequest(readers, request) {
    const { clusters, registryHosts, identities } = request;
    await Promise.all([
        ...clusters.map(readers.cluster),
        ...registryHosts.map(readers.registry),
        ...registryHosts.map(async (host) => {
            const registryId = await registryIdAt(readers, host);
            if (registryId !== null)
                await readers.denyAssignments(registryId);
        }),
        ...clusters.map(id => askPuller(readers, registryHosts, () => nodePrincipal(readers, id))),
        ...identities.map(reference => askIdentity(readers, registryHosts, reference))
    ]);
}
/** As soon as principal and registry are known, whatever else is still under way. */
async function askPuller(readers, registryHosts, principal) {
    await Promise.all(registryHosts.map(async (host) => {
        const [principalId, registryId] = await Promise.all([
            principal(),
            registryIdAt(readers, host)
        ]);
        if (principalId === null || registryId === null)
            return;
        await askGrants(readers, { registryId, principalId, withGroups: true });
    }));
}
async function askGrants(readers, asked) {
    const { answer } = await readers.assignments(asked);
    if (!answer.known)
        return;
    await Promise.all(answer.value.map(({ roleDefinitionId }) => readers.roleDefinition({ id: roleDefinitionId, registryId: asked.registryId })));
}
/** Whoever names an identity wants to pull with it. */
async function askIdentity(readers, registryHosts, reference) {
    await Promise.all([
        readers.identity(reference),
        askPuller(readers, registryHosts, () => identityPrincipal(readers, reference))
    ]);
}
async function askQuestion(readers, question, { registryHosts }) {
    switch (question.kind) {
        case 'assignments': {
            const { registryId, principalIds } = question;
            await Promise.all(principalIds.map(principalId => askGrants(readers, { registryId, principalId, withGroups: false })));
            return;
        }
        case 'deny-reach':
            await readers.denyReach(question);
            return;
        case 'identity':
            await askIdentity(readers, registryHosts, question.reference);
            return;
        case 'bootstrap-registry':
            await askBootstrapRegistry(readers, question);
            return;
        default:
            await readers.surroundings.ask(question);
    }
}
async function askBootstrapRegistry(readers, { registryId, principalIds }) {
    await Promise.all([
        readers.bootstrapRegistry(registryId),
        readers.denyAssignments(registryId),
        ...principalIds.map(principalId => askGrants(readers, { registryId, principalId, withGroups: true }))
    ]);
}
async function registryIdAt(readers, host) {
    const location = await readers.finder.find((0,registry_hosts/* loginServerOf */._U)(host));
    return location.known ? location.value.id : null;
}
async function identityPrincipal(readers, reference) {
    const { answer } = await readers.identity(reference);
    return answer.known ? answer.value.objectId : null;
}
async function nodePrincipal(readers, clusterId) {
    const { answer } = await readers.cluster(clusterId);
    return answer.known ? objectIdOf(answer.value) : null;
}
function objectIdOf({ nodeIdentity }) {
    switch (nodeIdentity.kind) {
        case 'kubelet-identity':
            return nodeIdentity.objectId;
        case 'service-principal':
            return nodeIdentity.objectId.known ? nodeIdentity.objectId.value : null;
        case 'none':
            return null;
    }
}


/***/ })

};
