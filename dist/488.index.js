export const id = 488;
export const ids = [488];
export const modules = {

/***/ 8488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: settingsFromInputs

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./lib/commands/check.js
var check = __webpack_require__(9846);
// EXTERNAL MODULE: ./lib/config-file.js
var config_file = __webpack_require__(9180);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/reports/escape.js
var reports_escape = __webpack_require__(9300);
// EXTERNAL MODULE: ./lib/reports/annotations.js
var annotations = __webpack_require__(1425);
// EXTERNAL MODULE: ./lib/reports/index.js + 23 modules
var reports = __webpack_require__(3288);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(3678);
;// CONCATENATED MODULE: ./lib/github/check-run-requests.js



/** Of one request (REST API, "Create a check run"); further ones are appended by updates. */
const mostPerRequest = 50;
/** A job's token has 1,000 requests an hour (GitHub docs, "Rate limits for the REST API"): 50 of them are enough. */
const mostRequests = 50;
/** Maximum length of a summary is 65,535 characters; bytes are never fewer. */
const summaryBytes = 65_000;
const conclusions = {
    pass: 'success',
    fail: 'failure',
    inconclusive: 'neutral'
};
const levels = { error: 'failure', warning: 'warning', notice: 'notice' };
/** In slices of `size`; none at all of an empty list. */
const batches = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
/** The API demands a place, so an annotation without one stays in the summary alone. */
function checkAnnotation({ level, title, message, location }) {
    if (location === null)
        return [];
    const { file, line, endLine, column, endColumn } = location;
    return [
        {
            path: file,
            start_line: line,
            end_line: endLine,
            ...((0,annotations/* hasColumns */.q$)(location) ? { start_column: column, end_column: endColumn } : {}),
            annotation_level: levels[level],
            title,
            message
        }
    ];
}
/** One request that creates the check run, then those that append what does not fit into it. */
function checkRunRequests(report, headSha, source) {
    const all = (0,reports/* annotations */.hk)(report).flatMap(checkAnnotation);
    const [first = [], ...rest] = batches(all.slice(0, mostPerRequest * mostRequests), mostPerRequest);
    const output = {
        title: (0,words/* headline */.Pl)(report),
        summary: (0,reports/* markdownReport */.qN)(report, { source, maxBytes: summaryBytes })
    };
    return {
        create: {
            name: report.tool.name,
            head_sha: headSha,
            status: 'completed',
            conclusion: conclusions[report.summary.conclusion],
            output: { ...output, annotations: first }
        },
        updates: rest.map(batch => ({ ...output, annotations: batch }))
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 1 modules
var schemas = __webpack_require__(2765);
;// CONCATENATED MODULE: ./lib/github/environment.js


const repository = schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() });
/** GitHub docs, "Webhook events and payloads", pull_request; `repo` is null once a fork is deleted. */
const payload = schemas/* object */.Ikc({
    repository: schemas/* optional */.lqM(repository),
    pull_request: schemas/* optional */.lqM(schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), repo: schemas/* optional */.lqM(schemas/* nullable */.mee(repository)) }) }))
});
const noPullRequest = { pullRequest: null };
const parsedJson = (text) => JSON.parse(text);
/** The event of this run. Rights and links alone hang on it, so a missing or strange file is no error. */
async function readEvent(environment) {
    const path = environment['GITHUB_EVENT_PATH'] ?? '';
    if (path === '')
        return noPullRequest;
    try {
        const { pull_request: pullRequest, repository: base } = payload.parse(parsedJson(await (0,promises_.readFile)(path, 'utf8')));
        if (pullRequest === undefined)
            return noPullRequest;
        const { sha, repo } = pullRequest.head;
        return { pullRequest: { headSha: sha, fromFork: repo?.full_name !== base?.full_name } };
    }
    catch {
        return noPullRequest;
    }
}
/** The commit that was checked out, which for a pull request is its merge with the base. */
function sourceLinks(environment) {
    const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const name = environment['GITHUB_REPOSITORY'] ?? '';
    const sha = environment['GITHUB_SHA'] ?? '';
    return name === '' || sha === '' ? null : { repositoryUrl: `${server}/${name}`, sha };
}

;// CONCATENATED MODULE: ./lib/github/check-run.js






const realWorld = {
    environment: external_node_process_.env,
    connect,
    mask: core/* setSecret */.Pq,
    notice: core/* notice */.lm,
    warning: core/* warning */.$e
};
/** Loaded only when asked for: the client is a quarter of the program, and reads GITHUB_API_URL when imported. */
async function connect(token, repository) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const { checks } = getOctokit(token).rest;
    const [owner = '', repo = ''] = repository.split('/');
    return {
        create: async (request) => (await checks.create({ owner, repo, ...request })).data.id,
        update: async (id, output) => {
            await checks.update({ owner, repo, check_run_id: id, output });
        }
    };
}
/**
 * Creates a check run of its own with all annotations. Whatever goes wrong is said once and takes nothing away from
 * the annotations and the job summary of the step.
 */
async function publishCheckRun(report, token, world = realWorld) {
    if (token === '') {
        world.warning('No check run was created: input check-run needs input github-token.');
        return;
    }
    world.mask(token);
    const { environment } = world;
    const event = await readEvent(environment);
    const headSha = event.pullRequest?.headSha ?? environment['GITHUB_SHA'] ?? '';
    const requests = checkRunRequests(report, headSha, sourceLinks(environment));
    try {
        const api = await world.connect(token, environment['GITHUB_REPOSITORY'] ?? '');
        const id = await api.create(requests.create);
        for (const output of requests.updates)
            await api.update(id, output);
    }
    catch (error) {
        explain(error, event, world);
    }
}
const statusOf = (error) => error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
/** GitHub answers 404 where a token may not even know of the resource. */
function explain(error, event, world) {
    const status = statusOf(error);
    if (status !== 403 && status !== 404) {
        world.warning(`The check run could not be completed: ${(0,reports_escape/* oneLine */.TN)((0,errors/* messageOf */.bD)(error))}`);
        return;
    }
    const cause = event.pullRequest?.fromFork === true
        ? 'the token of a pull request from a fork may only read'
        : 'the token may not write checks; add permissions: checks: write to the job';
    world.notice(`No check run was created (HTTP ${status}): ${cause}. The annotations and the job summary of this step hold the same findings.`);
}

;// CONCATENATED MODULE: ./lib/github/id-token.js





/** Why a job has no OIDC token (GitHub docs, "OpenID Connect": a fork's pull request gets none). */
function missingTokenText({ pullRequest }) {
    const cause = pullRequest?.fromFork === true
        ? 'it is for a pull request from a fork, which never gets one: judge from a facts file instead (input facts, docs/fork-pull-requests.md)'
        : 'the job lacks the permission: add permissions: id-token: write (and contents: read) to it';
    return `This run has no OIDC token to sign in to Azure with, because ${cause}.`;
}
/** Each part of a token is as good as a password to somebody, so none may reach the log. */
function mask(token) {
    for (const part of [token, ...token.split('.')])
        if (part !== '')
            (0,core/* setSecret */.Pq)(part);
}
/** The job's OIDC token for an audience, such as `api://AzureADTokenExchange`, masked before anybody sees it. */
async function getIdToken(audience, environment = external_node_process_.env) {
    if ((environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '')
        throw new errors/* FactsError */._B(missingTokenText(await readEvent(environment)));
    try {
        const token = await (0,core/* getIDToken */.V9)(audience);
        mask(token);
        return token;
    }
    catch (error) {
        const reason = (0,reports_escape/* oneLine */.TN)((0,errors/* messageOf */.bD)(error)).replace(/\s+/g, ' ').trim();
        throw new errors/* FactsError */._B(`GitHub gave no OIDC token for audience ${audience} (${reason}): run the job again, or look at githubstatus.com.`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/options.js
var options = __webpack_require__(1097);
;// CONCATENATED MODULE: ./lib/github/inputs.js


/** Every input that action.yml declares. */
const actionInputNames = [
    ...options/* options */.fF.flatMap(({ input }) => input ?? []),
    ...options/* reportFileInputs */.qC.map(({ input }) => input)
];
/** The inputs as the runner passes them, in `INPUT_*`. */
const readActionInputs = () => Object.fromEntries(actionInputNames.map(name => [name, (0,core/* getInput */.V4)(name)]));

;// CONCATENATED MODULE: ./lib/github/publish.js







/** Annotations, job summary and outputs of the step; the exit code is the door's business. */
async function publishReport(report, { reportPath, environment = external_node_process_.env }) {
    annotate(report);
    await writeSummary(report, environment);
    for (const [name, value] of Object.entries(outputs(report.summary, reportPath)))
        core/* setOutput */.uH(name, value);
}
const commands = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** As `core.error` and its siblings take them. */
function annotationProperties({ title, location }) {
    if (location === null)
        return { title: (0,reports_escape/* inertWords */.MJ)(title) };
    const { file, line, endLine, column, endColumn } = location;
    return {
        title: (0,reports_escape/* inertWords */.MJ)(title),
        file: (0,reports_escape/* inertWords */.MJ)(file),
        startLine: line,
        endLine,
        ...((0,annotations/* hasColumns */.q$)(location) ? { startColumn: column, endColumn } : {})
    };
}
function annotate(report) {
    const { shown, left } = (0,reports/* withinLimits */.oA)((0,reports/* annotations */.hk)(report));
    for (const annotation of shown)
        commands[annotation.level]((0,reports_escape/* inertWords */.MJ)(annotation.message), annotationProperties(annotation));
    if (left > 0)
        core/* notice */.lm((0,annotations/* leftOutText */.jG)(left), { title: report.tool.name });
}
/** A summary that cannot be written takes nothing away from the other reports. */
async function writeSummary(report, environment) {
    if ((environment['GITHUB_STEP_SUMMARY'] ?? '') === '')
        return;
    try {
        await core/* summary */.z.addRaw((0,reports/* markdownReport */.qN)(report, { source: sourceLinks(environment) })).write();
    }
    catch (error) {
        core/* warning */.$e(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** The action's outputs, by name. */
const outputs = ({ conclusion, findings }, reportPath) => ({
    conclusion,
    findings: String(findings.error + findings.warning + findings.note + findings.unknown),
    errors: String(findings.error),
    warnings: String(findings.warning),
    unknown: String(findings.unknown),
    report: reportPath ?? ''
});

// EXTERNAL MODULE: ./lib/inputs.js
var lib_inputs = __webpack_require__(646);
// EXTERNAL MODULE: ./lib/named-file.js
var named_file = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/run.js + 62 modules
var run = __webpack_require__(155);
// EXTERNAL MODULE: ./lib/settings.js
var settings = __webpack_require__(3390);
// EXTERNAL MODULE: ./lib/trouble.js
var lib_trouble = __webpack_require__(9516);
;// CONCATENATED MODULE: ./lib/action.js


















/** Inputs by the names of action.yml to settings by the names of the options; empty inputs count as absent. */
function settingsFromInputs(inputs) {
    const given = options/* options */.fF.flatMap(option => {
        const values = option.input === null ? [] : (0,settings/* valuesOf */.sm)(option, inputs[option.input] ?? '');
        return values.length === 0 ? [] : [[option.name, values]];
    });
    const files = options/* reportFileInputs */.qC.flatMap(({ input, format }) => {
        const file = inputs[input] ?? '';
        return file === '' ? [] : [`${format}=${file}`];
    });
    return { ...Object.fromEntries(given), ...(files.length === 0 ? {} : { format: files }) };
}
const actionWorld = () => ({
    workspace: external_node_process_.env['GITHUB_WORKSPACE'] ?? (0,external_node_process_.cwd)(),
    environment: external_node_process_.env,
    now: () => new Date(),
    progress: core/* info */.pq,
    getIdToken: getIdToken
});
/** The files that the workflow asked for, and one JSON report for later steps in any case. */
function writeReportFiles(report, inputs, workspace) {
    const standing = (0,external_node_path_.join)(external_node_process_.env['RUNNER_TEMP'] ?? workspace, 'acr-pull-check', 'report.json');
    (0,named_file/* writeNamedFile */.B)(workspace, standing, reports/* reporters */.R0.json(report));
    for (const { format, file } of inputs.reports)
        if (file !== null)
            (0,named_file/* writeNamedFile */.B)(workspace, file, reports/* reporters */.R0[format](report));
    return inputs.reports.find(({ format }) => format === 'json')?.file ?? standing;
}
async function carryOut() {
    const world = actionWorld();
    const settings = (0,config_file/* allSettings */.V)(settingsFromInputs(readActionInputs()), external_node_process_.env, world.workspace);
    const token = settings['github-token']?.at(-1) ?? '';
    if (token !== '')
        (0,core/* setSecret */.Pq)(token);
    const inputs = (0,lib_inputs/* checkInputs */.sw)(settings);
    const report = await (0,run/* run */.eF)(inputs, world);
    (0,core/* info */.pq)(reports/* reporters */.R0.text(report));
    const reportPath = writeReportFiles(report, inputs, world.workspace);
    await publishReport(report, { reportPath });
    if ((0,lib_inputs/* switched */.uE)(settings, 'check-run', false))
        await publishCheckRun(report, token);
    const code = (0,check/* exitCodeOf */.FO)(report, inputs.reports);
    if (code !== errors/* exitCode */.I$.ok)
        fail((0,words/* headline */.Pl)(report), code);
}
/** The one place that fails the step; the exit code tells scripts the same as the command line's does. */
function fail(message, code) {
    (0,core/* setFailed */.C1)(message);
    process.exitCode = code;
}
/** The GitHub door. */
async function runAction() {
    try {
        await carryOut();
    }
    catch (error) {
        const trouble = (0,lib_trouble/* troubleOf */.L)(error);
        fail(trouble.message, trouble.exitCode);
    }
}


/***/ })

};
