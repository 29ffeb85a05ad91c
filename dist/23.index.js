export const id = 23;
export const ids = [23];
export const modules = {

/***/ 7023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/options.js
var options = __webpack_require__(1097);
;// CONCATENATED MODULE: ./lib/command-line.js



const commands = [
    {
        name: 'check',
        usage: 'check PATH... --cluster ID... | --facts FILE',
        summary: 'judge: will each cluster be able to pull each image?'
    },
    {
        name: 'images',
        usage: 'images PATH...',
        summary: 'list what would be pulled, and where it is written; needs no Azure'
    },
    {
        name: 'collect',
        usage: 'collect [PATH...] --cluster ID... [--registry HOST...] [--out FILE]',
        summary: 'read the facts about clusters and registries from Azure into a file'
    },
    { name: 'explain', usage: 'explain CHECK', summary: "print one check's documentation" },
    { name: 'demo', usage: 'demo', summary: 'run check on the embedded example, offline' }
];
const exitCodesHelp = `Exit codes
  0  nothing at or above --fail-on
  1  findings at or above it
  2  wrong usage or input
  3  the facts could not be read at all
  4  nothing to judge`;
const flagsOf = (command) => options/* options */.fF.flatMap(option => option.flag !== null && option.commands.includes(command)
    ? [{ ...option, flag: option.flag }]
    : []);
function optionHelp(option) {
    const value = option.value === null ? '' : ` ${option.value}`;
    const more = option.repeatable ? ' (repeatable)' : '';
    return `  --${option.flag}${value}${more}\n      ${option.description}`;
}
const overview = () => {
    const width = Math.max(...commands.map(({ name }) => name.length));
    return [
        'acr-pull-check: will every AKS node be able to pull every image from Azure Container Registry?',
        '',
        'Usage: acr-pull-check COMMAND',
        '',
        ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
        '',
        'acr-pull-check COMMAND --help lists the options of a command; try: acr-pull-check demo',
        '',
        exitCodesHelp,
        ''
    ].join('\n');
};
/** What `--help` prints; `about` is the command it was asked for. */
function helpText(about) {
    const command = commands.find(({ name }) => name === about);
    if (command === undefined)
        return overview();
    const flags = flagsOf(command.name).map(optionHelp);
    return [
        `Usage: acr-pull-check ${command.usage}`,
        '',
        `  ${command.summary}`,
        '',
        ...flags,
        '',
        exitCodesHelp,
        ''
    ].join('\n');
}
/** A switch that is given means true, except `--no-…` of a setting that is on by default. */
const switchValue = (option) => option.flag === `no-${option.name}` ? 'false' : 'true';
function givenValues(option, value) {
    if (Array.isArray(value))
        return [[option.name, value.map(String)]];
    if (typeof value === 'boolean')
        return [[option.name, [switchValue(option)]]];
    return [];
}
function settingsOf(command, values, positionals) {
    const given = flagsOf(command).flatMap(option => givenValues(option, values[option.flag]));
    const paths = positionals.length > 0 ? [['manifests', positionals]] : [];
    return Object.fromEntries([...given, ...paths]);
}
const argumentOf = (option) => option.value === null ? { type: 'boolean' } : { type: 'string', multiple: true };
function parse(command, words) {
    const flags = flagsOf(command).map(option => [option.flag, argumentOf(option)]);
    try {
        return (0,external_node_util_.parseArgs)({
            args: [...words],
            options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' } },
            allowPositionals: true,
            strict: true
        });
    }
    catch (error) {
        throw new errors/* InputError */.dz(`${(0,errors/* messageOf */.bD)(error).split('. ', 1).join('')}: acr-pull-check ${command} --help lists the options.`, { cause: error });
    }
}
/** The words after the program's name. */
function parseCommandLine(words) {
    const [first, ...rest] = words;
    if (first === undefined || first === '--help' || first === '-h' || first === 'help')
        return { command: 'help', about: commands.find(({ name }) => name === rest[0])?.name ?? null };
    if (first === '--version' || first === 'version')
        return { command: 'version' };
    const command = commands.find(({ name }) => name === first)?.name;
    if (command === undefined)
        throw new errors/* InputError */.dz(`'${first}' is no command: write one of ${commands.map(({ name }) => name).join(', ')}, or --help.`);
    const { values, positionals } = parse(command, rest);
    if (values.help === true)
        return { command: 'help', about: command };
    return {
        command,
        positionals,
        settings: settingsOf(command, values, positionals)
    };
}

// EXTERNAL MODULE: ./lib/commands/check.js
var check = __webpack_require__(9846);
// EXTERNAL MODULE: ./lib/kubernetes/image-reference.js
var image_reference = __webpack_require__(7625);
// EXTERNAL MODULE: ./lib/facts/facts-file.js + 4 modules
var facts_file = __webpack_require__(2582);
// EXTERNAL MODULE: ./lib/facts-source.js + 2 modules
var facts_source = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/inputs.js
var lib_inputs = __webpack_require__(646);
// EXTERNAL MODULE: ./lib/run.js + 62 modules
var run = __webpack_require__(155);
// EXTERNAL MODULE: ./lib/named-file.js
var named_file = __webpack_require__(3345);
;// CONCATENATED MODULE: ./lib/commands/collect.js







const noManifests = {
    files: 0,
    uses: [],
    serviceAccounts: [],
    secrets: [],
    pullBindings: [],
    problems: []
};
/** Facts about the clusters and every registry that the manifests or `--registry` name. */
async function collect(settings, terminal) {
    const azure = (0,lib_inputs/* azureInputs */.Ro)(settings);
    (0,lib_inputs/* requireClusters */.$O)(azure);
    const inputs = (0,lib_inputs/* manifestInputs */.F2)(settings);
    const manifests = inputs.paths.length === 0
        ? noManifests
        : await (0,run/* loadNamed */.gW)(inputs, terminal, image_reference/* azureRegistrySuffixes */.KJ);
    const facts = (0,facts_file/* writeFacts */.R)(await (0,facts_source/* azureFacts */.l)(azure, manifests, terminal));
    const out = settings['out']?.at(-1);
    if (out === undefined)
        terminal.print(facts);
    else
        (0,named_file/* writeNamedFile */.B)(terminal.workspace, out, facts);
    return errors/* exitCode */.I$.ok;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/reports/index.js + 23 modules
var reports = __webpack_require__(3288);
;// CONCATENATED MODULE: ./lib/commands/demo.js







/**
 * The examples lie beside the folder of the program, in a clone as in a package, where the program's path may be a link.
 * Read from the arguments, because ncc copies every folder that import.meta seems to name into dist.
 */
const exampleRoot = () => (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(external_node_process_.argv[1] ?? '')));
/** Before every facts file: no time has passed since it was collected, so that the demo never grows stale. */
const timeless = () => new Date(0);
/**
 * Judges the examples as on the day their facts were collected. It ends well although it shows failures: that is what it is for.
 */
async function demo(terminal) {
    const root = exampleRoot();
    const facts = 'examples/facts.json';
    const inputs = (0,lib_inputs/* checkInputs */.sw)({
        manifests: ['examples/manifests'],
        facts: [facts],
        render: ['false']
    });
    const world = { ...terminal, workspace: root, now: timeless };
    const report = await (0,run/* run */.eF)(inputs, world);
    terminal.print((0,reports/* textReport */.Mf)(report, terminal.layout));
    terminal.print('\nThis was the demo: examples/manifests judged against examples/facts.json, with no network. On your own manifests, acr-pull-check check would have exited with 1.\n');
    return errors/* exitCode */.I$.ok;
}

// EXTERNAL MODULE: ./lib/checks/index.js + 81 modules
var checks = __webpack_require__(5594);
// EXTERNAL MODULE: ./lib/project.js
var project = __webpack_require__(2574);
;// CONCATENATED MODULE: ./lib/commands/explain.js



/** Prints one check's documentation; the page docs/checks.md holds the same with an example. */
function explain(names, terminal) {
    const [name] = names;
    const check = checks/* checks */.A.find(({ id }) => id === name);
    if (check === undefined)
        throw new errors/* InputError */.dz(`${name === undefined ? 'No check is named' : `Check '${name}' is not known`}: write one of ${checks/* checks */.A.map(({ id }) => id).join(', ')}.`);
    terminal.print([
        `${check.id}: ${check.title}`,
        '',
        check.rationale,
        '',
        ...(check.permissions.length === 0 ? [] : [`Reads: ${check.permissions.join(', ')}`, '']),
        ...check.references.map(({ title, url }) => `${title}: ${url}`),
        `Example and details: ${(0,project/* checkUrl */.C)(check.id)}`,
        ''
    ].join('\n'));
    return errors/* exitCode */.I$.ok;
}

// EXTERNAL MODULE: ./lib/image-list.js
var image_list = __webpack_require__(623);
// EXTERNAL MODULE: ./lib/reports/escape.js
var reports_escape = __webpack_require__(9300);
;// CONCATENATED MODULE: ./lib/commands/images.js








function imageTargets(settings) {
    return (0,lib_inputs/* reportTargets */.RV)(settings).map(({ format, file }) => {
        if (format !== 'text' && format !== 'json')
            throw new errors/* InputError */.dz(`Format '${format}' does not list images: write text or json.`);
        return { format, file };
    });
}
async function images_images(settings, terminal) {
    const inputs = (0,lib_inputs/* manifestInputs */.F2)(settings);
    const targets = imageTargets(settings);
    (0,lib_inputs/* requirePaths */.yK)(inputs);
    const manifests = await (0,run/* readManifests */.PX)(inputs, terminal, image_reference/* azureRegistrySuffixes */.KJ);
    const list = (0,image_list/* imageList */.O)(manifests, image_reference/* azureRegistrySuffixes */.KJ);
    for (const { format, file } of targets)
        if (file !== null)
            (0,named_file/* writeNamedFile */.B)(terminal.workspace, file, reports/* imageReporters */.M1[format](list));
    for (const problem of manifests.problems)
        terminal.complain((0,reports_escape/* inertLines */.wi)((0,reports_escape/* oneLine */.TN)(`${problem.location.file}:${problem.location.line}:${problem.location.column}: ${problem.severity}: ${problem.message}`)));
    const { format } = targets.find(target => target.file === null) ?? { format: 'text' };
    terminal.print(reports/* imageReporters */.M1[format](list));
    return errors/* exitCode */.I$.ok;
}

// EXTERNAL MODULE: ./lib/config-file.js
var config_file = __webpack_require__(9180);
;// CONCATENATED MODULE: ./lib/terminal.js

const silent = () => undefined;
/** A reader that closes early (`| head`) ends the output, not the program. */
external_node_process_.stdout.on('error', silent);
function processTerminal({ noColor, quiet, verbose }) {
    const complain = (text) => {
        external_node_process_.stderr.write(`${text}\n`);
    };
    const talks = !quiet && (verbose || external_node_process_.stderr.isTTY);
    return {
        workspace: (0,external_node_process_.cwd)(),
        environment: external_node_process_.env,
        now: () => new Date(),
        progress: talks ? complain : silent,
        getIdToken: null,
        print: text => {
            external_node_process_.stdout.write(text);
        },
        complain,
        layout: {
            color: external_node_process_.stdout.isTTY && !noColor && (external_node_process_.env['NO_COLOR'] ?? '') === '',
            ...(external_node_process_.stdout.isTTY ? { width: external_node_process_.stdout.columns } : {})
        }
    };
}

// EXTERNAL MODULE: ./lib/trouble.js
var lib_trouble = __webpack_require__(9516);
;// CONCATENATED MODULE: ./lib/cli.js














const terminalFor = (settings) => processTerminal({
    noColor: (0,lib_inputs/* switched */.uE)(settings, 'no-color', false),
    quiet: (0,lib_inputs/* switched */.uE)(settings, 'quiet', false),
    verbose: (0,lib_inputs/* switched */.uE)(settings, 'verbose', false)
});
async function carryOut(call) {
    if (call.command === 'help' || call.command === 'version') {
        terminalFor({}).print(call.command === 'help' ? helpText(call.about) : `${project/* project */.j.name} ${project/* project */.j.version}\n`);
        return errors/* exitCode */.I$.ok;
    }
    if (call.command === 'explain')
        return explain(call.positionals, terminalFor(call.settings));
    if (call.command === 'demo')
        return demo(terminalFor(call.settings));
    const settings = (0,config_file/* allSettings */.V)(call.settings, external_node_process_.env, (0,external_node_process_.cwd)());
    const commands = { check: check/* check */.z6, images: images_images, collect: collect };
    return commands[call.command](settings, terminalFor(settings));
}
/** The command-line door: the only place that sets the exit code of a command. */
async function runCommandLine(words) {
    try {
        process.exitCode = await carryOut(parseCommandLine(words));
    }
    catch (error) {
        const trouble = (0,lib_trouble/* troubleOf */.L)(error);
        process.stderr.write(`${(0,reports_escape/* inertLines */.wi)((0,reports_escape/* visibleLines */.gB)(`acr-pull-check: ${trouble.message}`).join('\n'))}\n`);
        process.exitCode = trouble.exitCode;
    }
}


/***/ })

};
