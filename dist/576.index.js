export const id = 576;
export const ids = [576];
export const modules = {

/***/ 1786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F9: () => (/* binding */ evaluateCondition),
  sK: () => (/* binding */ readCondition),
  cM: () => (/* binding */ repositoriesNamed)
});

// EXTERNAL MODULE: ./lib/kubernetes/three-valued.js
var three_valued = __webpack_require__(1090);
;// CONCATENATED MODULE: ./lib/access/condition-operators.js

function stepsOf(pattern) {
    const steps = [];
    const characters = Array.from(pattern);
    for (let index = 0; index < characters.length; index += 1) {
        const character = characters[index] ?? '';
        const next = characters[index + 1];
        if (character === '\\' && next !== undefined) {
            steps.push({ character: next });
            index += 1;
        }
        else if (character === '*' || character === '?')
            steps.push({ wildcard: character });
        else
            steps.push({ character });
    }
    return steps;
}
const takes = (step, character) => step !== undefined && ('wildcard' in step ? step.wildcard === '?' : step.character === character);
/**
 * `*` any run, `?` one character, backslash escapes (Azure docs, "conditions format", StringLike). On a mismatch only
 * the last `*` is widened, so the time is bounded by the product of the lengths.
 */
function isLike(text, pattern) {
    const steps = stepsOf(pattern);
    const characters = Array.from(text);
    let step = 0;
    let position = 0;
    let star = null;
    while (position < characters.length) {
        const current = steps[step];
        if (current !== undefined && 'wildcard' in current && current.wildcard === '*') {
            star = { step, position };
            step += 1;
        }
        else if (takes(current, characters[position])) {
            step += 1;
            position += 1;
        }
        else if (star !== null) {
            star.position += 1;
            step = star.step + 1;
            position = star.position;
        }
        else
            return false;
    }
    return steps.slice(step).every(rest => 'wildcard' in rest && rest.wildcard === '*');
}
const texts = (test) => (left, right) => typeof left === 'string' && typeof right === 'string' ? (0,three_valued/* answerOf */.ut)(test(left, right)) : 'maybe';
const ignoringCase = (test) => (left, right) => test(left.toLowerCase(), right.toLowerCase());
const numbers = (read, test) => (left, right) => {
    const [one, other] = [read(left), read(right)];
    return Number.isNaN(one) || Number.isNaN(other) ? 'maybe' : (0,three_valued/* answerOf */.ut)(test(one, other));
};
const numberOf = (value) => (typeof value === 'number' ? value : Number.NaN);
const timeOf = (value) => typeof value === 'string' ? Date.parse(value) : Number.NaN;
const booleans = (left, right) => typeof left === 'boolean' && typeof right === 'boolean' ? (0,three_valued/* answerOf */.ut)(left === right) : 'maybe';
const equal = (left, right) => left === right;
const startsWith = (left, right) => left.startsWith(right);
const orders = {
    equals: (left, right) => left === right,
    lessthan: (left, right) => left < right,
    lessthanequals: (left, right) => left <= right,
    greaterthan: (left, right) => left > right,
    greaterthanequals: (left, right) => left >= right
};
const ordered = (family, read) => Object.entries(orders).map(([name, test]) => [`${family}${name}`, numbers(read, test)]);
/** Lower case; each has a `Not` form between family and test (Azure docs, "Azure role assignment condition format"). */
const affirmative = new Map([
    ['stringequals', texts(equal)],
    ['stringequalsignorecase', texts(ignoringCase(equal))],
    ['stringstartswith', texts(startsWith)],
    ['stringstartswithignorecase', texts(ignoringCase(startsWith))],
    ['stringlike', texts(isLike)],
    ['stringlikeignorecase', texts(ignoringCase(isLike))],
    // GUIDs have no case.
    ['guidequals', texts(ignoringCase(equal))],
    ['guidequalsignorecase', texts(ignoringCase(equal))],
    ['boolequals', booleans],
    ...ordered('numeric', numberOf),
    ...ordered('datetime', timeOf)
]);
const negation = /^(string|guid|bool|numeric|datetime)not(?=[a-z])/;
/** An operator by its name, without case; null when there is none of that name. */
function operatorNamed(name) {
    const wanted = name.toLowerCase();
    const compare = affirmative.get(wanted.replace(negation, '$1'));
    return compare === undefined ? null : { compare, negated: negation.test(wanted) };
}

;// CONCATENATED MODULE: ./lib/access/condition-tokens.js
/** The text of a condition does not follow the grammar, or goes beyond our bounds. */
class ConditionSyntaxError extends Error {
}
const symbols = ['(', ')', '{', '}', ',', ':', '!', '&&', '||'];
/** All anchored at the position and without nested repetition: linear. */
const blank = /\s*/y;
const word = /[A-Za-z0-9_.+-]+/y;
const attribute = /@([A-Za-z]+)\s*\[([^\]]*)\]/y;
/** `''` and `\'` stand for a quote. */
const quoted = /'((?:[^'\\]|\\[^]|'')*)'/y;
const matchAt = (pattern, text, position) => {
    pattern.lastIndex = position;
    return pattern.exec(text);
};
const afterBlanks = (text, position) => position + (matchAt(blank, text, position)?.[0].length ?? 0);
/** A backslash before a wildcard stays, because the Like operators read it (Azure docs, "conditions format"). */
const unquoted = (text) => text.replaceAll("''", "'").replaceAll("\\'", "'");
function readSymbol(text, start) {
    const found = symbols.find(symbol => text.startsWith(symbol, start));
    return found === undefined
        ? null
        : { token: { kind: 'symbol', text: found, start }, end: start + found.length };
}
function readString(text, start) {
    const match = matchAt(quoted, text, start);
    return match === null
        ? null
        : {
            token: { kind: 'string', text: unquoted(match[1] ?? ''), start },
            end: start + match[0].length
        };
}
function readAttribute(text, start) {
    const match = matchAt(attribute, text, start);
    if (match === null)
        return null;
    const [whole, source = '', name = ''] = match;
    return {
        token: { kind: 'attribute', source: source.toLowerCase(), name: name.trim(), start },
        end: start + whole.length
    };
}
function readWord(text, start) {
    const match = matchAt(word, text, start);
    return match === null
        ? null
        : { token: { kind: 'word', text: match[0], start }, end: start + match[0].length };
}
/** Cuts a condition into tokens; throws ConditionSyntaxError at the first character that begins none. */
function tokensOf(text) {
    const tokens = [];
    for (let position = afterBlanks(text, 0); position < text.length;) {
        const read = readSymbol(text, position) ??
            readString(text, position) ??
            readAttribute(text, position) ??
            readWord(text, position);
        if (read === null)
            throw new ConditionSyntaxError(`unexpected text at character ${position + 1}`);
        tokens.push(read.token);
        position = afterBlanks(text, read.end);
    }
    return tokens;
}

;// CONCATENATED MODULE: ./lib/access/condition-grammar.js


/** Azure allows 8 KB; whatever is longer or deeper was not written by hand. */
const longestText = 16_384;
const deepest = 64;
const quantifiers = {
    foranyofanyvalues: { left: 'any', right: 'any' },
    forallofanyvalues: { left: 'every', right: 'any' },
    foranyofallvalues: { left: 'any', right: 'every' },
    forallofallvalues: { left: 'every', right: 'every' }
};
const decimal = /^[+-]?\d+(?:\.\d+)?$/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A word as a literal: true, false, a number, or a GUID that stands without quotes; null when it is none. */
function literalOf(word) {
    if (decimal.test(word))
        return Number(word);
    if (guid.test(word))
        return word;
    const lower = word.toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : null;
}
/** Recursive descent; each method reads one rule of the grammar and leaves the position behind it. */
class Parser {
    #tokens;
    #next = 0;
    #depth = 0;
    ambiguous = false;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    /** expr := term (('OR' | '||') term)* */
    disjunction() {
        this.#enter();
        const terms = [this.#conjunction()];
        while (this.#take('or', '||'))
            terms.push(this.#conjunction());
        this.#depth -= 1;
        if (terms.length > 1 && terms.some(term => term.joined))
            this.ambiguous = true;
        const parts = terms.map(term => term.expression);
        return oneOf('any', parts);
    }
    end() {
        if (this.#peek() !== undefined)
            throw this.#unexpected();
    }
    /** term := factor (('AND' | '&&') factor)* */
    #conjunction() {
        const parts = [this.#factor()];
        while (this.#take('and', '&&'))
            parts.push(this.#factor());
        return { expression: oneOf('all', parts), joined: parts.length > 1 };
    }
    /** factor := ('NOT' | '!') factor | '(' expr ')' | primary */
    #factor() {
        if (this.#take('not', '!')) {
            this.#enter();
            const part = this.#factor();
            this.#depth -= 1;
            return { kind: 'not', part };
        }
        if (!this.#take('('))
            return this.#primary();
        const inner = this.disjunction();
        this.#expect(')');
        return inner;
    }
    #primary() {
        if (this.#take('actionmatches'))
            return { kind: 'action-matches', patterns: this.#values().map(String) };
        if (this.#take('suboperationmatches')) {
            this.#values();
            return { kind: 'suboperation-matches' };
        }
        if (this.#take('exists'))
            return { kind: 'exists', attribute: this.#attribute() };
        return this.#comparison();
    }
    /** operand [quantifier ':'] operator operand */
    #comparison() {
        const left = this.#operand();
        const quantifier = this.#quantifier();
        const operator = operatorNamed(this.#word());
        if (operator === null) {
            this.#next -= 1;
            throw this.#unexpected();
        }
        return { kind: 'comparison', left, quantifier, ...operator, right: this.#operand() };
    }
    #quantifier() {
        const token = this.#peek();
        const quantifier = token?.kind === 'word' ? quantifiers[token.text.toLowerCase()] : undefined;
        if (quantifier === undefined)
            return null;
        this.#next += 1;
        this.#expect(':');
        return quantifier;
    }
    #operand() {
        if (this.#peek()?.kind === 'attribute')
            return this.#attribute();
        return this.#atSet() ? this.#set() : { kind: 'values', values: [this.#value()] };
    }
    /** A set that holds an attribute is read to its end, but its values are not known. */
    #set() {
        this.#expect('{');
        const values = [];
        let mixed = false;
        do {
            if (this.#peek()?.kind === 'attribute') {
                this.#attribute();
                mixed = true;
            }
            else
                values.push(this.#value());
        } while (this.#take(','));
        this.#expect('}');
        return mixed ? { kind: 'mixed' } : { kind: 'values', values };
    }
    #values() {
        const set = this.#set();
        if (set.kind !== 'values')
            throw this.#unexpected();
        return set.values;
    }
    #attribute() {
        const token = this.#peek();
        if (token?.kind !== 'attribute')
            throw this.#unexpected();
        this.#next += 1;
        return { kind: 'attribute', source: token.source, name: token.name };
    }
    #value() {
        const token = this.#peek();
        const value = token?.kind === 'string' ? token.text : token?.kind === 'word' ? literalOf(token.text) : null;
        if (value === null)
            throw this.#unexpected();
        this.#next += 1;
        return value;
    }
    #word() {
        const token = this.#peek();
        if (token?.kind !== 'word')
            throw this.#unexpected();
        this.#next += 1;
        return token.text;
    }
    #peek() {
        return this.#tokens[this.#next];
    }
    #atSet() {
        const token = this.#peek();
        return token?.kind === 'symbol' && token.text === '{';
    }
    /** Reads the next token when it is one of these symbols or keywords. */
    #take(...wanted) {
        const token = this.#peek();
        if (token?.kind !== 'symbol' && token?.kind !== 'word')
            return false;
        if (!wanted.includes(token.text.toLowerCase()))
            return false;
        this.#next += 1;
        return true;
    }
    #expect(wanted) {
        if (!this.#take(wanted))
            throw this.#unexpected();
    }
    #enter() {
        this.#depth += 1;
        if (this.#depth > deepest)
            throw new ConditionSyntaxError(`nested deeper than ${deepest} levels`);
    }
    #unexpected() {
        const token = this.#peek();
        return new ConditionSyntaxError(token === undefined ? 'it ends too early' : `unexpected text at character ${token.start + 1}`);
    }
}
function oneOf(kind, parts) {
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
}
/** Parses the text of a condition; throws ConditionSyntaxError with the place of the first fault. */
function parseCondition(text) {
    if (text.length > longestText)
        throw new ConditionSyntaxError(`longer than ${longestText} characters`);
    const parser = new Parser(tokensOf(text));
    const expression = parser.disjunction();
    parser.end();
    return { expression, ambiguous: parser.ambiguous };
}

// EXTERNAL MODULE: ./lib/access/permissions.js
var permissions = __webpack_require__(9618);
;// CONCATENATED MODULE: ./lib/access/condition.js




const supportedVersion = '2.0';
const quotedLength = 60;
const quote = (text) => text.length > quotedLength ? `"${text.slice(0, quotedLength)}…"` : `"${text}"`;
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
/** Reads a condition as ARM gives it; null and empty text are none. Never throws. */
function readCondition(text, version) {
    if (text === null || text.trim() === '')
        return { kind: 'none' };
    const unreadable = (why) => ({
        kind: 'unreadable',
        problem: `${why}: ${quote(oneLine(text))}`
    });
    if (version !== supportedVersion)
        return unreadable(`its version is ${version ?? 'not given'}, not ${supportedVersion}`);
    try {
        return { kind: 'readable', ...parseCondition(text) };
    }
    catch (error) {
        if (error instanceof ConditionSyntaxError)
            return unreadable(error.message);
        throw error;
    }
}
/** Kleene's value of a condition for one operation on one repository. */
const evaluateCondition = (condition, request) => {
    if (condition.kind === 'none')
        return 'yes';
    return condition.kind === 'unreadable' ? 'maybe' : condition_valueOf(condition.expression, request);
};
function condition_valueOf(expression, request) {
    switch (expression.kind) {
        case 'any':
            return (0,three_valued/* anyOf */.EB)(expression.parts.map(part => condition_valueOf(part, request)));
        case 'all':
            return (0,three_valued/* allOf */.bn)(expression.parts.map(part => condition_valueOf(part, request)));
        case 'not':
            return (0,three_valued/* not */.AU)(condition_valueOf(expression.part, request));
        case 'action-matches':
            return (0,three_valued/* answerOf */.ut)(expression.patterns.some(pattern => (0,permissions/* matchesWildcard */._W)(pattern, request.action)));
        case 'suboperation-matches':
            return 'maybe';
        case 'exists':
            return isRepositoryName(expression.attribute) && isAnswered(expression.attribute)
                ? 'yes'
                : 'maybe';
        case 'comparison':
            return comparisonValue(expression, request);
    }
}
const repositoryName = 'microsoft.containerregistry/registries/repositories:name';
const isRepositoryName = (attribute) => attribute.name.toLowerCase() === repositoryName;
/**
 * Only `@Request[…repositories:name]` is what ACR documents for repository permissions; `@Resource` was the form of its
 * preview, and whether it still counts is not documented. All other attributes are known to the registry alone.
 */
const isAnswered = (attribute) => attribute.source === 'request';
/** The values of an operand, or null when they cannot be known from here. */
function valuesOf(operand, request) {
    if (operand.kind === 'mixed')
        return null;
    if (operand.kind === 'values')
        return operand.values;
    return isRepositoryName(operand) && isAnswered(operand) ? [request.repository] : null;
}
function comparisonValue(comparing, request) {
    const left = valuesOf(comparing.left, request);
    const right = valuesOf(comparing.right, request);
    if (left === null || right === null)
        return 'maybe';
    const compare = (one, other) => {
        const value = comparing.compare(one, other);
        return comparing.negated ? (0,three_valued/* not */.AU)(value) : value;
    };
    const quantifier = comparing.quantifier ?? singleValues(left, right);
    return quantifier === null ? 'maybe' : quantified(quantifier, left, right, compare);
}
/** Without a quantifier both sides must be single values; what Azure makes of a set there is not documented. */
const singleValues = (left, right) => left.length === 1 && right.length === 1 ? { left: 'any', right: 'any' } : null;
const combine = { any: three_valued/* anyOf */.EB, every: three_valued/* allOf */.bn };
const quantified = (quantifier, left, right, compare) => combine[quantifier.left](left.map(one => combine[quantifier.right](right.map(other => compare(one, other)))));
/** The parts of an expression, itself included. */
function* partsOf(expression) {
    yield expression;
    if (expression.kind === 'not')
        yield* partsOf(expression.part);
    if (expression.kind === 'any' || expression.kind === 'all')
        for (const part of expression.parts)
            yield* partsOf(part);
}
/**
 * The texts that a condition compares repository names with, as written: `backend/` of
 * `@Request[…:name] StringStartsWithIgnoreCase 'backend/'`. Empty when it compares none.
 */
function repositoriesNamed(condition) {
    if (condition.kind !== 'readable')
        return [];
    const named = [...partsOf(condition.expression)].flatMap(part => part.kind === 'comparison' &&
        part.left.kind === 'attribute' &&
        isRepositoryName(part.left) &&
        part.right.kind === 'values'
        ? part.right.values.map(String)
        : []);
    return [...new Set(named)];
}


/***/ }),

/***/ 4924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ hiddenCause),
/* harmony export */   _5: () => (/* binding */ anonymous),
/* harmony export */   eP: () => (/* binding */ nobody)
/* harmony export */ });
const nobody = { kind: 'none', objectId: null, name: null };
const anonymous = { kind: 'anonymous', objectId: null, name: null };
/** All hidden secrets together are one cause, because any of them may hold the credential. */
function hiddenCause(credentials) {
    const names = credentials.flatMap(each => (each.kind === 'hidden-secret' ? [each.name] : []));
    if (names.length > 0)
        return { kind: 'secret-not-visible', names };
    const account = credentials.find(each => each.kind === 'hidden-account');
    return account === undefined ? null : { kind: 'service-account-not-visible', name: account.name };
}


/***/ }),

/***/ 8938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ob: () => (/* binding */ needsGroups),
/* harmony export */   PT: () => (/* binding */ blocksPulls),
/* harmony export */   eC: () => (/* binding */ denialDependsOnRepository),
/* harmony export */   os: () => (/* binding */ denialsOf),
/* harmony export */   pL: () => (/* binding */ denies)
/* harmony export */ });
/* harmony import */ var _facts_fact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2289);
/* harmony import */ var _condition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1786);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9618);
/* harmony import */ var _scopes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9045);
/* harmony import */ var _kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1090);





/** All principals, type SystemDefined (Azure docs, "Understand Azure deny assignments"). */
const everyone = '00000000-0000-0000-0000-000000000000';
/** Types whose members are other principals are all but these. */
const singleTypes = ['user', 'serviceprincipal', 'systemdefined', 'device'];
const is = (principal, id) => principal.id.toLowerCase() === id.toLowerCase();
const mayHoldMembers = (principal) => !singleTypes.includes(principal.type.toLowerCase());
/** Whether the principal could be meant through a group, so that only Azure's own resolution tells. */
const needsGroups = (deny, principalId) => !deny.principals.some(each => is(each, everyone) || is(each, principalId)) &&
    deny.principals.some(mayHoldMembers);
function includes(deny, principalId, reaching) {
    if (deny.principals.some(each => is(each, everyone) || is(each, principalId)))
        return 'yes';
    if (reaching.known && reaching.value.has(deny.id.toLowerCase()))
        return 'yes';
    if (!deny.principals.some(mayHoldMembers))
        return 'no';
    return reaching.known ? 'no' : 'maybe';
}
/** An excluded group may hold the principal, and no list tells. */
function excludes(deny, principalId) {
    if (deny.excludedPrincipals.some(each => is(each, principalId)))
        return 'yes';
    return deny.excludedPrincipals.some(mayHoldMembers) ? 'maybe' : 'no';
}
const inScope = (deny, registryId) => deny.doNotApplyToChildScopes
    ? (0,_scopes_js__WEBPACK_IMPORTED_MODULE_3__/* .sameScope */ .xk)(deny.scope, registryId)
    : (0,_scopes_js__WEBPACK_IMPORTED_MODULE_3__/* .scopeReaches */ .K$)(deny.scope, registryId);
const pulls = [_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .pullOperation */ .Dk.legacy, _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .pullOperation */ .Dk.abac];
const entriesOf = (deny) => deny.permissions
    .map(entry => ({
    operations: pulls.filter(operation => (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .covers */ .hU)(entry, operation)),
    condition: (0,_condition_js__WEBPACK_IMPORTED_MODULE_0__/* .readCondition */ .sK)(entry.condition, entry.conditionVersion)
}))
    .filter(({ operations }) => operations.length > 0);
/** Whether the deny assignment stands at or above the registry and takes a pull away from somebody. */
const blocksPulls = (deny, registryId) => inScope(deny, registryId) && entriesOf(deny).length > 0;
/** The deny assignments at a registry that may concern the principal. */
const denialsOf = (index, principalId, registryId) => (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_4__/* .mapFact */ .Vt)(index.denials(registryId), denials => denials
    .filter(deny => blocksPulls(deny, registryId))
    .map(deny => ({
    deny,
    concerns: (0,_kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__/* .allOf */ .bn)([
        includes(deny, principalId, index.denialsReaching(registryId, principalId)),
        (0,_kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__/* .not */ .AU)(excludes(deny, principalId))
    ]),
    condition: (0,_condition_js__WEBPACK_IMPORTED_MODULE_0__/* .readCondition */ .sK)(deny.condition, deny.conditionVersion),
    entries: entriesOf(deny)
}))
    .filter(({ concerns }) => concerns !== 'no'));
/** Whether the deny assignment takes the operation on the repository away from the principal. */
function denies(denial, operation, repository) {
    const request = { action: operation.name, repository };
    const byEntries = (0,_kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__/* .anyOf */ .EB)(denial.entries.map(({ operations, condition }) => (0,_kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__/* .allOf */ .bn)([(0,_kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__/* .answerOf */ .ut)(operations.includes(operation)), (0,_condition_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCondition */ .F9)(condition, request)])));
    return (0,_kubernetes_three_valued_js__WEBPACK_IMPORTED_MODULE_2__/* .allOf */ .bn)([denial.concerns, byEntries, (0,_condition_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCondition */ .F9)(denial.condition, request)]);
}
const denialDependsOnRepository = ({ condition, entries }) => condition.kind !== 'none' || entries.some(entry => entry.condition.kind !== 'none');


/***/ }),

/***/ 2556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ indexFacts)
/* harmony export */ });
/* harmony import */ var _facts_fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2289);
/* harmony import */ var _grouping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(285);
/* harmony import */ var _registry_tokens_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4662);



const keyOf = (...parts) => parts.join('|').toLowerCase();
/** Where an answer came twice, one that knows beats one that does not. */
function byKey(rows, key, knows) {
    const map = new Map();
    for (const row of rows) {
        const earlier = map.get(key(row));
        if (earlier === undefined || (!knows(earlier) && knows(row)))
            map.set(key(row), row);
    }
    return map;
}
const isKnown = ({ answer }) => answer.known;
const notCollected = (what) => (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)('not-collected', `${what} is not among the collected facts`);
/** The identities that were looked up, and those that the clusters themselves tell with client id and object id. */
function identitiesOf(facts) {
    const map = new Map();
    const add = (reference, answer) => {
        if (reference === null)
            return;
        const key = keyOf(reference);
        if (map.get(key)?.known !== true)
            map.set(key, answer);
    };
    for (const { reference, answer } of facts.identities) {
        add(reference, answer);
        if (answer.known)
            [answer.value.resourceId, answer.value.clientId].forEach(id => {
                add(id, answer);
            });
    }
    for (const { answer } of facts.clusters) {
        const identity = answer.known ? kubeletIdentity(answer.value) : null;
        if (identity !== null)
            [identity.resourceId, identity.clientId].forEach(id => {
                add(id, { known: true, value: identity });
            });
    }
    return map;
}
function kubeletIdentity({ nodeIdentity, tenantId }) {
    if (nodeIdentity.kind !== 'kubelet-identity' || nodeIdentity.clientId === null)
        return null;
    const { resourceId, objectId, clientId } = nodeIdentity;
    return { resourceId, objectId, clientId, tenantId };
}
function reachingOf(answer, principalId) {
    const wanted = keyOf(principalId);
    return answer?.reaching.find(each => keyOf(each.principalId) === wanted)?.answer ?? null;
}
/** Indexes the facts once, so that a verdict costs look-ups and no searches. */
function indexFacts(facts) {
    const registries = byKey(facts.registries, ({ host }) => keyOf(host), isKnown);
    const assignments = byKey(facts.assignments, ({ registryId, principalId }) => keyOf(registryId, principalId), isKnown);
    const byPrincipal = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .z)(facts.assignments, ({ principalId }) => keyOf(principalId));
    const denials = byKey(facts.denyAssignments, ({ registryId }) => keyOf(registryId), isKnown);
    const roles = byKey(facts.roleDefinitions, ({ key }) => keyOf(key), isKnown);
    const identities = identitiesOf(facts);
    const identityResources = byKey(facts.identities, ({ reference }) => keyOf(reference), isKnown);
    return {
        registry: host => registries.get(host)?.answer ?? notCollected(`registry ${host}`),
        isRegistryHost: host => registries.has(host),
        assignments: (registryId, principalId) => assignments.get(keyOf(registryId, principalId)) ?? {
            groupsResolved: false,
            answer: notCollected(`the role assignments of ${principalId} at ${registryId}`)
        },
        assignmentsAsked: (registryId, principalId) => assignments.has(keyOf(registryId, principalId)),
        assignmentsAnywhere: principalId => (byPrincipal.get(keyOf(principalId)) ?? []).flatMap(({ answer }) => answer.known ? answer.value : []),
        denials: registryId => denials.get(keyOf(registryId))?.answer ??
            notCollected(`the list of deny assignments at ${registryId}`),
        denialsReaching: (registryId, principalId) => {
            const answer = reachingOf(denials.get(keyOf(registryId)), principalId);
            if (answer === null)
                return notCollected(`the group memberships of ${principalId}`);
            return answer.known
                ? { known: true, value: new Set(answer.value.map(id => id.toLowerCase())) }
                : answer;
        },
        reachAsked: (registryId, principalId) => reachingOf(denials.get(keyOf(registryId)), principalId) !== null,
        role: key => roles.get(keyOf(key))?.answer ?? notCollected(`role definition ${key}`),
        identity: reference => identities.get(keyOf(reference)) ?? notCollected(`managed identity ${reference}`),
        identityAsked: reference => identities.has(keyOf(reference)),
        identityResource: resourceId => identityResources.get(keyOf(resourceId))?.answer ?? null,
        tokens: (0,_registry_tokens_js__WEBPACK_IMPORTED_MODULE_2__/* .knownTokens */ .Gx)(facts)
    };
}


/***/ }),

/***/ 579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ createGrants)
});

// EXTERNAL MODULE: ./lib/access/denials.js
var access_denials = __webpack_require__(8938);
// EXTERNAL MODULE: ./lib/access/condition.js + 3 modules
var access_condition = __webpack_require__(1786);
// EXTERNAL MODULE: ./lib/access/permissions.js
var permissions = __webpack_require__(9618);
// EXTERNAL MODULE: ./lib/access/scopes.js
var scopes = __webpack_require__(9045);
// EXTERNAL MODULE: ./lib/kubernetes/three-valued.js
var three_valued = __webpack_require__(1090);
;// CONCATENATED MODULE: ./lib/access/entitlements.js




const operations = [
    permissions/* pullOperation */.Dk.legacy,
    permissions/* pullOperation */.Dk.abac,
    permissions/* metadataOperation */.lq
];
function coveringEntries(role, operation) {
    if (!role.known)
        return [];
    return role.value.permissions
        .filter(entry => (0,permissions/* covers */.hU)(entry, operation))
        .map(entry => (0,access_condition/* readCondition */.sK)(entry.condition, entry.conditionVersion));
}
const roleName = (assignment, role) => role.known ? role.value.name : `role definition ${(0,scopes/* roleKey */.QH)(assignment.roleDefinitionId)}`;
function entitlementOf(index, principalId, assignment) {
    const role = index.role((0,scopes/* roleKey */.QH)(assignment.roleDefinitionId));
    return {
        named: { assignment, role: roleName(assignment, role) },
        viaGroup: assignment.principalId.toLowerCase() !== principalId.toLowerCase(),
        role,
        condition: (0,access_condition/* readCondition */.sK)(assignment.condition, assignment.conditionVersion),
        covering: new Map(operations.map(operation => [operation, coveringEntries(role, operation)]))
    };
}
/** Since when an assignment counts; assignments that tell no date sort last. */
const since = ({ named: { assignment } }) => assignment.updatedOn ?? assignment.createdOn ?? '9999';
/**
 * The steadiest evidence first: without a condition, direct before through a group (group claims of managed identities
 * are hours late), older before younger (a fresh assignment may still be on its way), near before far.
 */
const steadiestFirst = (one, other) => Number(one.condition.kind !== 'none') - Number(other.condition.kind !== 'none') ||
    Number(one.viaGroup) - Number(other.viaGroup) ||
    since(one).localeCompare(since(other), 'en') ||
    (0,scopes/* nearestFirst */.F8)(one.named.assignment.scope, other.named.assignment.scope);
/** The assignments of a principal that reach the registry, the best evidence first. */
const entitlementsOf = (index, principalId, registryId, assignments) => assignments
    .filter(assignment => (0,scopes/* scopeReaches */.K$)(assignment.scope, registryId))
    .map(assignment => entitlementOf(index, principalId, assignment))
    .toSorted(steadiestFirst);
/** Whether some entry of the role covers the operation, conditions aside; unknown without the role definition. */
const roleCovers = (entitlement, operation) => entitlement.role.known
    ? (0,three_valued/* answerOf */.ut)((entitlement.covering.get(operation) ?? []).length > 0)
    : 'maybe';
/**
 * Whether the assignment allows the operation on the repository: any entry of the role covers it under the entry's own
 * condition, and the assignment's condition holds (RBAC docs, "Understand Azure role definitions" and "conditions format").
 */
function entitles(entitlement, operation, repository) {
    const request = { action: operation.name, repository };
    const covering = entitlement.covering.get(operation) ?? [];
    const byRole = entitlement.role.known
        ? (0,three_valued/* anyOf */.EB)(covering.map(condition => (0,access_condition/* evaluateCondition */.F9)(condition, request)))
        : 'maybe';
    return byRole === 'no' ? 'no' : (0,three_valued/* allOf */.bn)([byRole, (0,access_condition/* evaluateCondition */.F9)(entitlement.condition, request)]);
}
const isConditional = (condition) => condition.kind !== 'none';
/** Whether the answer can differ from repository to repository. */
const dependsOnRepository = ({ condition, covering }) => isConditional(condition) || [...covering.values()].some(entries => entries.some(isConditional));
/** The modes in which the role of the assignment covers a pull, conditions aside. */
const effectiveModes = (entitlement) => ['legacy', 'abac'].filter(mode => roleCovers(entitlement, permissions/* pullOperation */.Dk[mode]) === 'yes');

;// CONCATENATED MODULE: ./lib/access/access.js


function accessOf(index, principal, registry) {
    const { objectId } = principal;
    const assignments = index.assignments(registry.id, objectId);
    const entitlements = assignments.answer.known
        ? entitlementsOf(index, objectId, registry.id, assignments.answer.value)
        : [];
    const denials = (0,access_denials/* denialsOf */.os)(index, objectId, registry.id);
    return {
        principal,
        registry,
        assignments,
        entitlements,
        denials,
        dependsOnRepository: entitlements.some(dependsOnRepository) ||
            (denials.known && denials.value.some(access_denials/* denialDependsOnRepository */.eC))
    };
}

// EXTERNAL MODULE: ./lib/access/wording.js
var wording = __webpack_require__(5374);
;// CONCATENATED MODULE: ./lib/access/evidence.js





const who = ({ access }) => (0,wording/* capitalised */.Iu)((0,wording/* pullerText */.aL)(access.principal.puller));
/** `holds AcrPull at resource group rg, inherited by the registry`, through a group where it is so. */
function holds({ access }, { assignment, role }) {
    const direct = assignment.principalId.toLowerCase() === access.principal.objectId.toLowerCase();
    const member = direct ? '' : `is a member of group ${assignment.principalId}, which `;
    const own = (0,scopes/* sameScope */.xk)(assignment.scope, access.registry.id);
    return `${member}holds ${role} at ${(0,scopes/* scopeText */.Cm)(assignment.scope)}${own ? '' : ', inherited by the registry'}`;
}
const holding = (subject, grants) => grants.map(grant => `${who(subject)} ${holds(subject, grant)}.`);
const conditionOf = ({ assignment }) => (0,access_condition/* readCondition */.sK)(assignment.condition, assignment.conditionVersion);
function granted(cause, subject) {
    const conditional = conditionOf(cause.grant).kind !== 'none';
    return [
        ...holding(subject, [cause.grant]),
        ...(conditional
            ? [`The condition of this assignment allows repository ${subject.repository}.`]
            : []),
        ...cause.notes.map(note => `${note}.`)
    ];
}
/** Grants of the principal at other registries: the usual slip when a name is mistyped or a registry was replaced. */
function grantsElsewhere({ access, index }) {
    const { objectId } = access.principal;
    const sentences = index
        .assignmentsAnywhere(objectId)
        .filter(({ scope }) => !(0,scopes/* scopeReaches */.K$)(scope, access.registry.id))
        .flatMap(assignment => entitlementsOf(index, objectId, assignment.scope, [assignment]))
        .filter(entitlement => effectiveModes(entitlement).length > 0)
        .map(({ named }) => `It holds ${named.role} at ${(0,scopes/* scopeText */.Cm)(named.assignment.scope)} instead.`);
    return [...new Set(sentences)];
}
const noGrant = (subject) => [
    `${who(subject)} has no role assignment at registry ${subject.access.registry.name} or above that lets it pull, neither directly nor through a group.`,
    ...grantsElsewhere(subject)
];
const ineffective = ({ mode, grants }, subject) => [
    ...holding(subject, grants),
    `On a registry in mode "${wording/* modeText */.zR[mode]}" this gives no pull, because it does not include ${permissions/* pullOperation */.Dk[mode].name}.`
];
function excluding({ grants }, subject) {
    const reach = (grant) => {
        const named = (0,access_condition/* repositoriesNamed */.cM)(conditionOf(grant)).map(text => `'${text}'`);
        return named.length === 0 ? 'its condition is false' : `its condition names ${(0,wording/* listed */.KE)(named)}`;
    };
    return [
        ...holding(subject, grants),
        ...grants.map(grant => `That ${grant.role} does not reach repository ${subject.repository}: ${reach(grant)}.`)
    ];
}
const lacking = ({ grants }, subject) => {
    const mode = subject.access.registry.roleAssignmentMode;
    const needed = mode === null
        ? `${permissions/* pullOperation */.Dk.legacy.name} or ${permissions/* pullOperation */.Dk.abac.name}`
        : permissions/* pullOperation */.Dk[mode].name;
    return [
        ...holding(subject, grants),
        `None of this includes ${needed}.`,
        ...grantsElsewhere(subject)
    ];
};
const undecidedCondition = ({ grant }, subject) => {
    const condition = conditionOf(grant);
    return [
        ...holding(subject, [grant]),
        condition.kind === 'unreadable'
            ? `The condition of this assignment cannot be evaluated: ${condition.problem}.`
            : 'Its condition, or that of the role, rests on attributes that only the registry knows.'
    ];
};
const undecidedDeny = ({ deny, reason }, subject) => [
    `${who(subject)} holds a grant.`,
    deny === null
        ? `The deny assignments at the registry are not known, and one of them would beat the grant: ${reason?.message ?? 'no answer'}.`
        : `Whether deny assignment '${deny.name}' (${deny.id}) applies to it cannot be decided from here.`
];
/** The evidence for a decision about one principal, in sentences that a person can verify. */
function explain(cause, subject) {
    const { principal, registry } = subject.access;
    switch (cause.kind) {
        case 'granted':
            return granted(cause, subject);
        case 'no-grant':
            return noGrant(subject);
        case 'role-ineffective-in-mode':
            return ineffective(cause, subject);
        case 'condition-excludes-repository':
            return excluding(cause, subject);
        case 'role-lacks-pull-action':
            return lacking(cause, subject);
        case 'denied':
            return [
                `Deny assignment '${cause.deny.name}' (${cause.deny.id}) at ${(0,scopes/* scopeText */.Cm)(cause.deny.scope)} takes the pull away from ${(0,wording/* pullerText */.aL)(principal.puller)}; it beats every grant.`
            ];
        case 'cross-tenant':
            return [
                `${who(subject)} belongs to tenant ${cause.clusterTenant}, the registry to tenant ${cause.registryTenant}; a managed identity cannot sign in there.`
            ];
        case 'condition-not-decidable':
            return undecidedCondition(cause, subject);
        case 'deny-not-decidable':
            return undecidedDeny(cause, subject);
        case 'mode-unknown':
            return ['The two role assignment modes lead to different answers.'];
        case 'groups-not-resolved':
            return [
                `${who(subject)} has no direct grant; its group memberships could not be resolved, and a grant may come through a group.`
            ];
        case 'principal-unknown':
            return [
                `${who(subject)} has no grant; in tenant ${registry.tenantId ?? 'of the registry'} its application has another object id, which is not known.`
            ];
        case 'fact-missing':
            return [`Not known: ${cause.subject} (${cause.reason.message}).`];
    }
}

// EXTERNAL MODULE: ./lib/access/grouping.js
var grouping = __webpack_require__(285);
;// CONCATENATED MODULE: ./lib/access/missing-grant.js


const named = (entitlements) => entitlements.map(entitlement => entitlement.named);
/** Such as Repository Catalog Lister, or a custom role whose NotActions remove the pull: meant well, without effect. */
const triesToGrant = (entitlement, mode) => entitlement.role.known &&
    entitlement.role.value.permissions.some(entry => (0,permissions/* concernsRegistries */.$C)(entry) || (0,permissions/* takesBack */.Ck)(entry, permissions/* pullOperation */.Dk[mode]));
/**
 * Why a principal without a grant has none, given that no assignment allows the pull: what comes closest to a grant
 * explains best, so a condition goes before a role of the other mode, and that before a role without the operation.
 */
function missingGrant(access, mode) {
    const { entitlements } = access;
    const excluding = entitlements.filter(each => effectiveModes(each).includes(mode));
    if (excluding.length > 0)
        return { kind: 'condition-excludes-repository', grants: named(excluding) };
    const ineffective = entitlements.filter(each => effectiveModes(each).length > 0);
    if (ineffective.length > 0)
        return { kind: 'role-ineffective-in-mode', mode, grants: named(ineffective) };
    const lacking = entitlements.filter(each => triesToGrant(each, mode));
    return lacking.length > 0
        ? { kind: 'role-lacks-pull-action', grants: named(lacking) }
        : { kind: 'no-grant' };
}

;// CONCATENATED MODULE: ./lib/access/grants.js







const settled = (result, cause) => ({ result, cause });
/** May the principal pull? Decisions are made once for each principal and registry, and repository where it matters. */
function createGrants(index) {
    const deciders = (0,grouping/* remembered */.H)(() => (0,grouping/* remembered */.H)(() => []));
    return (principal, registry, repository) => {
        const alike = deciders(registry.id)(principal.objectId);
        const earlier = alike.find(({ access }) => sameWords(access.principal, principal));
        const decider = earlier ?? deciderFor(index, principal, registry);
        if (earlier === undefined)
            alike.push(decider);
        return decider.decide(decider.access.dependsOnRepository ? repository : '');
    };
}
function deciderFor(index, principal, registry) {
    const access = accessOf(index, principal, registry);
    return { access, decide: (0,grouping/* remembered */.H)(repository => decide(index, access, repository)) };
}
/** One identity can pull in several ways, which the sentences tell apart. */
const sameWords = (one, other) => one.puller.kind === other.puller.kind &&
    one.puller.name === other.puller.name &&
    one.tenantId === other.tenantId;
function decide(index, access, repository) {
    const decision = crossTenant(access) ?? judgeByMode(access, repository);
    return { ...decision, because: explain(decision.cause, { access, repository, index }) };
}
/**
 * A managed identity cannot sign in to a registry of another tenant (ACR docs, "Pull images from a registry in a
 * different tenant"). A service principal can, with another object id there, which the sign-in does not tell.
 */
function crossTenant({ principal, registry }) {
    const [clusterTenant, registryTenant] = [principal.tenantId, registry.tenantId];
    if (principal.kind !== 'managed-identity' || clusterTenant === null || registryTenant === null)
        return null;
    return clusterTenant.toLowerCase() === registryTenant.toLowerCase()
        ? null
        : settled('no-pull', { kind: 'cross-tenant', clusterTenant, registryTenant });
}
/** A registry that does not tell its mode is judged in both: only an answer that both give is an answer. */
function judgeByMode(access, repository) {
    const mode = access.registry.roleAssignmentMode;
    if (mode !== null)
        return judge(access, mode, repository);
    const legacy = judge(access, 'legacy', repository);
    const abac = judge(access, 'abac', repository);
    if (legacy.result !== abac.result)
        return settled('unknown', { kind: 'mode-unknown' });
    return legacy.cause.kind === 'role-ineffective-in-mode' ? abac : legacy;
}
/** The first row that applies: denied, unreadable, granted, not decidable, and only then no grant. */
function judge(access, mode, repository) {
    const operation = permissions/* pullOperation */.Dk[mode];
    const denied = denialOf(access, operation, repository, 'yes');
    if (denied !== null)
        return settled('no-pull', { kind: 'denied', deny: denied });
    const { answer, groupsResolved } = access.assignments;
    if (!answer.known)
        return settled('unknown', {
            kind: 'fact-missing',
            subject: `role assignments of ${access.principal.objectId} at registry ${access.registry.name}`,
            reason: answer.reason
        });
    const values = access.entitlements.map(entitlement => [entitlement, entitles(entitlement, operation, repository)]);
    const granting = values.find(([, value]) => value === 'yes')?.[0];
    if (granting !== undefined)
        return grantedUnlessDenied(access, granting, mode, repository);
    const open = values.find(([, value]) => value === 'maybe')?.[0];
    if (open !== undefined)
        return settled('unknown', notDecidable(open));
    if (!groupsResolved)
        return settled('unknown', { kind: 'groups-not-resolved' });
    return settled(...withoutGrant(access, mode));
}
function denialOf({ denials }, operation, repository, value) {
    if (!denials.known)
        return null;
    return denials.value.find(each => (0,access_denials/* denies */.pL)(each, operation, repository) === value)?.deny ?? null;
}
function grantedUnlessDenied(access, granting, mode, repository) {
    const deny = denialOf(access, permissions/* pullOperation */.Dk[mode], repository, 'maybe');
    const reason = access.denials.known ? null : access.denials.reason;
    if (deny !== null || reason !== null)
        return settled('unknown', { kind: 'deny-not-decidable', deny, reason });
    return settled('pull', {
        kind: 'granted',
        grant: granting.named,
        viaGroup: granting.viaGroup,
        notes: notesOn(access, granting, mode, repository)
    });
}
function notDecidable({ role, named }) {
    return role.known
        ? { kind: 'condition-not-decidable', grant: named }
        : { kind: 'fact-missing', subject: named.role, reason: role.reason };
}
function withoutGrant(access, mode) {
    const { principal, registry } = access;
    const elsewhere = principal.tenantId !== null &&
        registry.tenantId !== null &&
        principal.tenantId.toLowerCase() !== registry.tenantId.toLowerCase();
    return elsewhere
        ? [
            'unknown',
            { kind: 'principal-unknown', clientId: principal.puller.name ?? principal.objectId }
        ]
        : ['no-pull', missingGrant(access, mode)];
}
/** What a reader should know about a grant that works. */
function notesOn(access, granting, mode, repository) {
    const { role, condition, named } = granting;
    const notes = [];
    const spelledOut = role.known && role.value.permissions.some(entry => (0,permissions/* names */.Dy)(entry, permissions/* pullOperation */.Dk[mode]));
    // ACR docs, custom roles: "don't use wildcards"; built-in roles such as Reader have them and work.
    if (role.known && role.value.custom && !spelledOut)
        notes.push(`Custom role ${named.role} grants the pull by a wildcard; the registry's documentation advises to list ${permissions/* pullOperation */.Dk[mode].name} itself`);
    const lists = access.entitlements.some(each => entitles(each, permissions/* metadataOperation */.lq, repository) !== 'no');
    if (mode === 'abac' && !lists)
        notes.push(`No assignment includes ${permissions/* metadataOperation */.lq.name}: pulls work, listing tags does not`);
    if (condition.kind === 'readable' && condition.ambiguous)
        notes.push('The condition has AND and OR side by side; it was read with AND binding tighter, and parentheses would make that certain');
    return notes;
}


/***/ }),

/***/ 285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ remembered),
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
/** Groups in order of first appearance. `Map.groupBy` needs Node 21. */
function grouped(items, key) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(key(item));
        if (group === undefined)
            groups.set(key(item), [item]);
        else
            group.push(item);
    }
    return groups;
}
/** Remembers what `make` gave for a key, so that each key costs once. */
function remembered(make) {
    const values = new Map();
    return key => {
        const earlier = values.get(key);
        if (earlier !== undefined)
            return earlier;
        const value = make(key);
        values.set(key, value);
        return value;
    };
}


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n$: () => (/* binding */ pullIdentityOf),
/* harmony export */   n0: () => (/* binding */ indexManifests)
/* harmony export */ });
/* unused harmony export pullIdentityAnnotation */
/* harmony import */ var _grouping_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(285);

/** AKS identity bindings: the client id of the managed identity with which pods of the service account pull. */
const pullIdentityAnnotation = 'kubernetes.azure.com/acr-client-id';
const pullIdentityOf = (account) => {
    const value = account?.annotations[pullIdentityAnnotation]?.trim() ?? '';
    return value === '' ? null : value;
};
const keyOf = ({ namespace, name }) => `${namespace}/${name}`;
/** How many directories two paths share from the root; all of them and one more for the same file. */
function nearness(one, other) {
    const [left, right] = [one.split('/'), other.split('/')];
    const differing = left.findIndex((segment, index) => segment !== right[index]);
    return differing === -1 ? left.length : differing;
}
const nearest = (items, file) => items.toSorted((one, other) => nearness(other.location.file, file) - nearness(one.location.file, file))[0] ?? null;
function indexManifests(manifests) {
    const accounts = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(manifests.serviceAccounts, keyOf);
    const secrets = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(manifests.secrets, keyOf);
    const bindings = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(manifests.pullBindings, keyOf);
    const namespaces = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(bindings.values(), ([first]) => first?.namespace);
    return {
        serviceAccount: (namespace, name, file) => nearest(accounts.get(keyOf({ namespace, name })) ?? [], file),
        secret: (namespace, name, file) => nearest(secrets.get(keyOf({ namespace, name })) ?? [], file),
        bindings: (namespace, file) => (namespaces.get(namespace) ?? []).flatMap(twins => nearest(twins, file) ?? []),
        hasTwins: [accounts, secrets, bindings].some(groups => [...groups.values()].some(group => group.length > 1)),
        namesPullIdentities: manifests.serviceAccounts.some(account => pullIdentityOf(account) !== null)
    };
}


/***/ }),

/***/ 2118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mayBeMixedUp),
/* harmony export */   h: () => (/* binding */ explainedByOthers)
/* harmony export */ });
/* harmony import */ var _node_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1867);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5374);


const nodePullers = ['kubelet-identity', 'service-principal'];
/** Whether the identity of the nodes lacks a grant for no reason of its own, so that somebody else may hold it by mistake. */
const mayBeMixedUp = ({ puller }, { kind }) => nodePullers.includes(puller.kind) && (kind === 'no-grant' || kind === 'role-lacks-pull-action');
/**
 * The decision about a principal. Where it has no grant and another identity of the same cluster holds one, that is the
 * better explanation: the control plane and add-ons never pull (AKS docs, "Use a managed identity").
 */
function explainedByOthers(principal, target) {
    const decision = target.grants(principal, target.registry, target.repository);
    if (mayBeMixedUp(principal, decision.cause))
        return heldByOther(principal, decision, target) ?? decision;
    const unused = decision.cause.kind === 'no-grant' ? unusedNodeGrant(principal, target) : [];
    return unused.length === 0 ? decision : { ...decision, because: [...decision.because, ...unused] };
}
function heldByOther(principal, { result, because }, { cluster, registry, repository, grants }) {
    for (const identity of cluster.otherIdentities) {
        const { objectId, name } = identity;
        const puller = { kind: 'none', objectId, name };
        const { cause } = grants({ ...principal, objectId, puller }, registry, repository);
        if (cause.kind === 'granted')
            return {
                result,
                cause: { kind: 'granted-to-other-identity', identity, grant: cause.grant },
                because: [
                    ...because,
                    `The ${identity.role} identity ${name} (object id ${objectId}) holds ${cause.grant.role}, but it never pulls images.`
                ]
            };
    }
    return null;
}
/** With service account image pull on, a grant of the kubelet identity is of no use, and looks as if it were. */
function unusedNodeGrant({ puller }, { cluster, registry, repository, grants }) {
    const node = (0,_node_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .nodePrincipalOf */ .um)(cluster);
    if (puller.kind !== 'service-account-identity' || node === null)
        return [];
    const { cause } = grants(node, registry, repository);
    return cause.kind === 'granted'
        ? [
            `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)((0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .pullerText */ .aL)(node.puller))} holds ${cause.grant.role}, but on this cluster it pulls no images for pods.`
        ]
        : [];
}


/***/ }),

/***/ 895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ nodeCredential),
/* harmony export */   g: () => (/* binding */ pullingCluster)
/* harmony export */ });
/* harmony import */ var _node_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1867);
/* harmony import */ var _registry_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3873);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5374);



const accountPullsOf = (cluster, namesPullIdentities) => {
    const profile = cluster.serviceAccountPull;
    if (profile.known)
        return profile.value.enabled ? 'yes' : 'no';
    return namesPullIdentities ? 'maybe' : 'no';
};
const accountText = (account) => account === null ? 'its service account' : `service account ${account.name}`;
const accountPuller = (objectId, name) => ({
    kind: 'service-account-identity',
    objectId,
    name
});
/**
 * The identity of the service account, else the cluster's default, else nobody; the kubelet identity is no fallback
 * (kubernetes-sigs/cloud-provider-azure NewAcrProvider; Azure/AgentBaker writeCredentialProviderConfig).
 */
function accountIdentity(cluster, pod, defaultIdentity, facts) {
    const { account, pullIdentity } = pod;
    const whose = accountText(account);
    if (account?.chosen === true && account.found === null)
        return {
            kind: 'unknown-identity',
            puller: accountPuller(null, null),
            cause: { kind: 'service-account-not-visible', name: account.name },
            because: `Cluster ${cluster.name} pulls with the identity of the service account, and ${whose} is not in the manifests.`
        };
    const reference = pullIdentity ?? defaultIdentity;
    if (reference === null)
        return {
            kind: 'nobody',
            cause: {
                kind: 'service-account-identity-missing',
                serviceAccount: account === null ? 'default' : account.name
            },
            because: `Cluster ${cluster.name} pulls with the identity of the service account; ${whose} names none, and the cluster has no default.`
        };
    const source = pullIdentity === null ? 'the default of the cluster' : `named by ${whose}`;
    const because = `Cluster ${cluster.name} pulls with the identity of the service account, not of the node: ${reference}, ${source}. That the cluster has an identity binding for it was not checked.`;
    const identity = facts.identity(reference);
    if (!identity.known)
        return {
            kind: 'unknown-identity',
            puller: accountPuller(null, (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(reference)),
            cause: {
                kind: 'fact-missing',
                subject: `managed identity ${reference}`,
                reason: identity.reason
            },
            because
        };
    const { objectId, resourceId } = identity.value;
    const puller = accountPuller(objectId, (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(resourceId ?? reference));
    const tenantId = identity.value.tenantId ?? cluster.tenantId;
    return {
        kind: 'identity',
        principal: { objectId, puller, kind: 'managed-identity', tenantId },
        because
    };
}
const unreadableProfile = (cluster, reason) => ({
    kind: 'unknown-identity',
    puller: accountPuller(null, null),
    cause: {
        kind: 'fact-missing',
        subject: `service account image pull profile of cluster ${cluster.name}`,
        reason
    },
    because: `A service account in the manifests names an identity for image pulls, and whether cluster ${cluster.name} honours that could not be read.`
});
const notServed = (host, why) => ({
    kind: 'nobody',
    cause: { kind: 'host-not-served', host, why },
    because: (0,_registry_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .notServedSentence */ .E)(why, host)
});
const pullingCluster = (cluster, namesPullIdentities, facts) => ({
    cluster,
    nodeIdentity: (0,_node_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeIdentityOf */ .ku)(cluster, facts),
    accountPulls: accountPullsOf(cluster, namesPullIdentities)
});
/** What the nodes of one kind offer to a host by themselves, without the pod's pull secrets. */
function nodeCredential({ cluster, nodeIdentity, accountPulls }, node, host, pod, facts) {
    if (node.virtual)
        return {
            kind: 'nobody',
            cause: { kind: 'virtual-node-needs-secret' },
            because: 'The pod runs on a virtual node, where only its pull secrets are used and no identity of the cluster.'
        };
    if (host.notServed !== null)
        return notServed(host.host, host.notServed);
    if (host.form === 'regional-endpoint' && !node.servesRegionalEndpoints)
        return notServed(host.host, 'regional-endpoint');
    // The Windows node setup has none of this: its nodes keep the kubelet identity (Azure/AgentBaker configfunc.ps1).
    if (node.osType === 'Windows' || accountPulls === 'no')
        return nodeIdentity;
    const profile = cluster.serviceAccountPull;
    return profile.known
        ? accountIdentity(cluster, pod, profile.value.defaultManagedIdentityId, facts)
        : unreadableProfile(cluster, profile.reason);
}


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ku: () => (/* binding */ nodeIdentityOf),
/* harmony export */   um: () => (/* binding */ nodePrincipalOf),
/* harmony export */   yo: () => (/* binding */ nodePullerOf)
/* harmony export */ });
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4924);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5374);


/** The identity of the nodes, as a verdict shows it whether or not it is offered. */
function nodePullerOf({ nodeIdentity }) {
    switch (nodeIdentity.kind) {
        case 'kubelet-identity': {
            const { objectId, resourceId, clientId } = nodeIdentity;
            const id = resourceId ?? clientId;
            return { kind: 'kubelet-identity', objectId, name: id === null ? null : (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(id) };
        }
        case 'service-principal': {
            const { clientId, objectId } = nodeIdentity;
            const known = objectId.known ? objectId.value : null;
            return { kind: 'service-principal', objectId: known, name: clientId };
        }
        case 'none':
            return _credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .nobody */ .eP;
    }
}
/** The identity of the nodes as role assignments name it; null where that is not known. */
function nodePrincipalOf(cluster) {
    const puller = nodePullerOf(cluster);
    if (puller.objectId === null)
        return null;
    const kind = puller.kind === 'service-principal' ? 'service-principal' : 'managed-identity';
    return { objectId: puller.objectId, puller, kind, tenantId: cluster.tenantId };
}
/** Grants outlive their identity, so what the identity's own resource says comes before them. */
function lostIdentity({ name, nodeIdentity }, puller, facts) {
    if (nodeIdentity.kind !== 'kubelet-identity' || nodeIdentity.resourceId === null)
        return null;
    const { resourceId } = nodeIdentity;
    const resource = facts.identityResource(resourceId);
    if (resource?.known === false && resource.reason.code === 'not-found')
        return {
            kind: 'nobody',
            cause: { kind: 'kubelet-identity-gone', resourceId },
            because: `The nodes of cluster ${name} pull with kubelet identity ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(resourceId)}, which does not exist any more (${resourceId}).`
        };
    const objectId = resource?.known === true ? resource.value.objectId : nodeIdentity.objectId;
    return objectId.toLowerCase() === nodeIdentity.objectId.toLowerCase()
        ? null
        : {
            kind: 'unknown-identity',
            puller,
            cause: { kind: 'kubelet-identity-remade', resourceId, objectId },
            because: `Cluster ${name} knows its kubelet identity ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(resourceId)} by object id ${nodeIdentity.objectId}, and the identity of this name has object id ${objectId}: it was deleted and made anew.`
        };
}
/** The identity of the nodes as a credential, or why it is not known. */
function nodeIdentityOf(cluster, facts) {
    const { name, nodeIdentity } = cluster;
    const puller = nodePullerOf(cluster);
    const principal = nodePrincipalOf(cluster);
    const lost = lostIdentity(cluster, puller, facts);
    if (lost !== null)
        return lost;
    const what = puller.kind === 'service-principal' ? 'service principal' : 'kubelet identity';
    if (principal !== null)
        return {
            kind: 'identity',
            principal,
            because: `The nodes of cluster ${name} pull with ${what} ${puller.name ?? principal.objectId}.`
        };
    if (nodeIdentity.kind === 'service-principal')
        return {
            kind: 'unknown-identity',
            puller,
            cause: { kind: 'principal-unknown', clientId: nodeIdentity.clientId },
            because: `The nodes of cluster ${name} pull with service principal ${nodeIdentity.clientId}, whose object id Azure Resource Manager does not tell; role assignments name the object id.`
        };
    const message = 'Azure shows neither a kubelet identity nor a service principal';
    return {
        kind: 'unknown-identity',
        puller,
        cause: {
            kind: 'fact-missing',
            subject: `identity of the nodes of cluster ${name}`,
            reason: { code: 'unexpected-answer', message, permission: null }
        },
        because: `${message} for cluster ${name}.`
    };
}


/***/ }),

/***/ 9618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ concernsRegistries),
/* harmony export */   Ck: () => (/* binding */ takesBack),
/* harmony export */   Dk: () => (/* binding */ pullOperation),
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   _W: () => (/* binding */ matchesWildcard),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   lq: () => (/* binding */ metadataOperation)
/* harmony export */ });
/**
 * The operation that decides a pull, by the registry's role assignment mode; each mode honours only its own
 * (ACR docs, "Azure Container Registry role-based access control": RBAC Registry and ABAC Repository Permissions).
 */
const pullOperation = {
    legacy: { kind: 'action', name: 'Microsoft.ContainerRegistry/registries/pull/read' },
    abac: {
        kind: 'dataAction',
        name: 'Microsoft.ContainerRegistry/registries/repositories/content/read'
    }
};
/** Lists tags and manifests; a pull by tag or digest works without it (ACR docs, scope maps: content/read pulls). */
const metadataOperation = {
    kind: 'dataAction',
    name: 'Microsoft.ContainerRegistry/registries/repositories/metadata/read'
};
const firstWildcard = (pattern) => pattern.indexOf('*');
/** The pieces between the wildcards, each found in turn and never looked for again: no backtracking. */
function holdsInOrder(text, pieces, from, end) {
    let position = from;
    for (const piece of pieces) {
        const found = text.indexOf(piece, position);
        if (found === -1 || found + piece.length > end)
            return false;
        position = found + piece.length;
    }
    return true;
}
/**
 * Whether a pattern of a role definition matches a whole operation name: without case, and `*` stands for any
 * characters, `/` too (RBAC docs, "Understand Azure role definitions").
 */
function matchesWildcard(pattern, name) {
    const wanted = pattern.toLowerCase();
    const text = name.toLowerCase();
    if (firstWildcard(wanted) === -1)
        return wanted === text;
    const pieces = wanted.split('*');
    const first = pieces[0] ?? '';
    const last = pieces.at(-1) ?? '';
    const end = text.length - last.length;
    return (end >= first.length &&
        text.startsWith(first) &&
        text.endsWith(last) &&
        holdsInOrder(text, pieces.slice(1, -1), first.length, end));
}
const matchesAny = (patterns, name) => patterns.some(pattern => matchesWildcard(pattern, name));
const grantedBy = (permission, kind) => kind === 'action' ? permission.actions : permission.dataActions;
const removedBy = (permission, kind) => kind === 'action' ? permission.notActions : permission.notDataActions;
const gives = (permission, { kind, name }) => matchesAny(grantedBy(permission, kind), name);
const removes = (permission, { kind, name }) => matchesAny(removedBy(permission, kind), name);
/** Actions minus NotActions of one entry, or DataActions minus NotDataActions; the entry's condition is not looked at. */
const covers = (permission, operation) => gives(permission, operation) && !removes(permission, operation);
/** Whether the entry gives the operation and takes it away again by NotActions or NotDataActions. */
const takesBack = (permission, operation) => gives(permission, operation) && removes(permission, operation);
/** Whether the entry spells the operation out, without a wildcard. */
const names = (permission, operation) => grantedBy(permission, operation.kind).some(pattern => firstWildcard(pattern) === -1 && matchesWildcard(pattern, operation.name));
const registryProvider = 'microsoft.containerregistry/';
/** Whether the entry is about container registries at all: it names their resource provider. */
const concernsRegistries = (permission) => [...permission.actions, ...permission.dataActions].some(pattern => pattern.toLowerCase().startsWith(registryProvider));


/***/ }),

/***/ 4846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ podCredentialsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_pull_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2410);
/* harmony import */ var _manifests_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7177);


const defaultAccount = 'default';
function accountOf(use, manifests) {
    if (use.pod === null)
        return null;
    const namespace = use.workload.namespace ?? '';
    const name = use.pod.serviceAccountName ?? defaultAccount;
    return {
        namespace,
        name,
        chosen: use.pod.serviceAccountName !== null,
        found: manifests.serviceAccount(namespace, name, use.location.file)
    };
}
/** Empty for objects that name no namespace. */
const inNamespace = (namespace) => namespace === '' ? '' : ` of namespace ${namespace}`;
const noPodSpec = 'No PodSpec surrounds the image here; its pods are assumed to add nothing to the pull, neither a pull secret nor an identity.';
const assumedDefault = ({ namespace }) => `The pod names no service account, and account default${inNamespace(namespace)} is not in the manifests; it is assumed to add nothing to the pull.`;
/**
 * The credentials of the pod itself, in the order in which the kubelet tries them: its pull secrets, or else those of its
 * service account, which admission copies only into pods that list none (kubernetes serviceaccount/admission.go).
 */
function podCredentialsOf(use, reference, manifests, facts) {
    const account = accountOf(use, manifests);
    if (use.pod === null || account === null)
        return { account: null, pullIdentity: null, credentials: [], assumptions: [noPodSpec] };
    const own = use.pod.imagePullSecrets.filter(name => name.trim() !== '');
    const names = own.length > 0 ? own : (account.found?.imagePullSecrets ?? []);
    const file = use.location.file;
    const bindings = manifests.bindings(account.namespace, file);
    const minted = bindings.filter(({ secretName }) => names.includes(secretName));
    const attached = own.length > 0
        ? []
        : bindings.filter(binding => binding.serviceAccountName === account.name && !minted.includes(binding));
    const credentials = [
        ...names
            .filter(name => !minted.some(({ secretName }) => secretName === name))
            .map(name => secretCredential(name, manifests.secret(account.namespace, name, file), reference)),
        ...[...minted, ...attached].map(binding => bindingCredential(binding, reference, facts))
    ];
    const unseen = own.length === 0 && account.found === null;
    return {
        account,
        pullIdentity: (0,_manifests_index_js__WEBPACK_IMPORTED_MODULE_1__/* .pullIdentityOf */ .n$)(account.found),
        credentials: unseen && account.chosen ? [...credentials, hiddenAccount(account)] : credentials,
        assumptions: unseen && !account.chosen ? [assumedDefault(account)] : []
    };
}
const hiddenAccount = ({ name, namespace }) => ({
    kind: 'hidden-account',
    name,
    because: `Service account ${name}${inNamespace(namespace)} is not in the manifests; in the cluster it may have pull secrets.`
});
const hidden = (name, why) => ({
    kind: 'hidden-secret',
    name,
    because: `Pull secret ${name} ${why}.`
});
const broken = (name, why) => ({
    kind: 'broken-secret',
    because: `Pull secret ${name} does not help: ${why}.`
});
function secretCredential(name, secret, reference) {
    if (secret === null)
        return hidden(name, 'is not in the manifests; what it holds is known to the cluster alone');
    if (secret.problem !== null)
        return broken(name, secret.problem);
    const entries = (0,_kubernetes_pull_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .keyringMatches */ .D)(secret.entries, reference);
    if (entries.length === 0)
        return broken(name, uncovered(secret, reference));
    const complete = entries.filter(entry => entry.complete);
    return complete.length === 0
        ? broken(name, `its entry for ${reference.domain} has no user name or no password`)
        : { kind: 'pull-secret', secret, entries: complete };
}
/** Says how many, and not which: the content of a Secret is never printed. */
const uncovered = ({ entries }, { domain, repository }) => entries.length === 0
    ? 'it has no entry'
    : `none of its ${entries.length} entries covers ${domain}/${repository}`;
/** A controller signs in as the identity and writes the token into the Secret that the pod uses (Azure/msi-acrpull). */
function bindingCredential(binding, reference, facts) {
    const { name, server, secretName, managedIdentity } = binding;
    if (server.toLowerCase() !== reference.domain.toLowerCase())
        return broken(secretName, `AcrPullBinding ${name} makes it for ${server}`);
    if (managedIdentity === null)
        return hidden(secretName, `is made by AcrPullBinding ${name} with a workload identity, which the manifests do not tell`);
    const identity = facts.identity(managedIdentity);
    if (!identity.known)
        return {
            kind: 'unknown-identity',
            puller: { kind: 'pull-secret', objectId: null, name: secretName },
            cause: {
                kind: 'fact-missing',
                subject: `managed identity ${managedIdentity}`,
                reason: identity.reason
            },
            because: `AcrPullBinding ${name} pulls with managed identity ${managedIdentity}.`
        };
    const { objectId, tenantId } = identity.value;
    const principal = {
        objectId,
        puller: { kind: 'pull-secret', objectId, name: secretName },
        kind: 'managed-identity',
        tenantId
    };
    return {
        kind: 'identity',
        principal,
        because: `AcrPullBinding ${name} fills pull secret ${secretName} as managed identity ${managedIdentity}.`
    };
}


/***/ }),

/***/ 9994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ requestedImages)
/* harmony export */ });
/* harmony import */ var _grouping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(285);
/* harmony import */ var _registry_hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3873);


/**
 * A use that the kubelet pulls, or may pull where only a field of another object names it. With the policy Never there is
 * no pull to judge: the image must already be on the node.
 */
const isPulled = (use) => use.image.kind === 'reference' && use.class !== 'mention' && use.pullPolicy !== 'Never';
const contextOf = (use, byFile) => JSON.stringify([use.pod, use.workload.namespace, byFile ? use.location.file : null]);
/** The images to judge, in order of first appearance; `byFile`: the same pod in another file may find other secrets. */
function requestedImages(manifests, ownSuffixes, isRegistryHost, byFile) {
    const pulled = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .z)(manifests.uses.filter(isPulled), ({ image }) => image.text);
    return [...pulled].flatMap(([text, uses]) => {
        const reference = uses[0]?.image.reference;
        if (reference === undefined)
            return [];
        const host = (0,_registry_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .registryHostOf */ .p)(reference, ownSuffixes, isRegistryHost);
        if (host === null)
            return [];
        const groups = [...(0,_grouping_js__WEBPACK_IMPORTED_MODULE_1__/* .grouped */ .z)(uses, use => contextOf(use, byFile)).values()];
        return [{ text, reference, host, groups: groups.flatMap(useGroup) }];
    });
}
const useGroup = (uses) => {
    const [first] = uses;
    return first === undefined ? [] : [{ first, uses }];
};


/***/ }),

/***/ 5863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ attemptsOf),
  c: () => (/* binding */ judgeAttempts)
});

// EXTERNAL MODULE: ./lib/access/node-credentials.js
var node_credentials = __webpack_require__(895);
// EXTERNAL MODULE: ./lib/access/node-identity.js
var node_identity = __webpack_require__(1867);
// EXTERNAL MODULE: ./lib/kubernetes/kubernetes-version.js
var kubernetes_version = __webpack_require__(9727);
// EXTERNAL MODULE: ./lib/kubernetes/node-image.js
var node_image = __webpack_require__(9466);
// EXTERNAL MODULE: ./lib/kubernetes/node-pools.js + 3 modules
var node_pools = __webpack_require__(947);
// EXTERNAL MODULE: ./lib/kubernetes/three-valued.js
var three_valued = __webpack_require__(1090);
// EXTERNAL MODULE: ./lib/access/grouping.js
var grouping = __webpack_require__(285);
;// CONCATENATED MODULE: ./lib/access/node-kinds.js





/** ACR docs, "Geo-replication": managed identities reach regional endpoints from this node image on. */
const regionalEndpointsSince = (0,node_image/* parseNodeImage */.N)('202607.29.0', 'Linux');
/** The first minor whose kubelets start the credential provider by host patterns on AKS. */
const firstOutOfTreeMinor = '1.30';
/** Maybe for Windows images, whose first number with the pattern is not published, and for in-tree providers. */
function knowsRegionalEndpoints(pool) {
    const version = (0,kubernetes_version/* parseKubernetesVersion */.i6)(pool.kubernetesVersion);
    const inTree = version === null || (0,kubernetes_version/* compareMinors */.I2)(version.minor, firstOutOfTreeMinor) < 0;
    const image = (0,node_image/* parseNodeImage */.N)(pool.nodeImageVersion, 'Linux');
    if (pool.osType === 'Windows' || inTree || image === null || regionalEndpointsSince === null)
        return 'maybe';
    return (0,three_valued/* answerOf */.ut)((0,node_image/* compareNodeImages */.k)(image, regionalEndpointsSince) >= 0);
}
/** Karpenter adds Linux nodes with images that ARM does not list. */
const addedNodes = {
    names: ['nodes added by node auto-provisioning'],
    virtual: false,
    osType: 'Linux',
    knowsRegionalEndpoints: 'maybe'
};
/** A cluster whose pools are not known, or where no pool takes the pod. */
const anyNode = { ...addedNodes, names: ['any node'] };
const virtualNode = { ...addedNodes, names: ['virtual node'], virtual: true };
function ordinaryKinds(cluster, pod, differences) {
    if (!differences.osType && !differences.regionalEndpoints)
        return [anyNode];
    const pools = (0,node_pools/* eligiblePools */.Fr)(cluster.nodePools, pod, cluster);
    const kinds = pools.map(pool => ({
        names: [`node pool ${pool.name}`],
        virtual: false,
        osType: differences.osType ? pool.osType : 'Linux',
        knowsRegionalEndpoints: differences.regionalEndpoints ? knowsRegionalEndpoints(pool) : 'maybe'
    }));
    const automatic = cluster.nodeProvisioningMode?.toLowerCase() === 'auto';
    if (automatic && pod?.nodeSelector['kubernetes.io/os'] !== 'windows')
        kinds.push(addedNodes);
    return kinds.length === 0 ? [anyNode] : merged(kinds);
}
const merged = (kinds) => [...(0,grouping/* grouped */.z)(kinds, kind => `${kind.osType} ${kind.knowsRegionalEndpoints}`).values()].flatMap(([first, ...others]) => first === undefined
    ? []
    : [{ ...first, names: [first, ...others].flatMap(({ names }) => names) }]);
/** The kinds of nodes on which a pod can land; never empty. */
function nodeKindsOf(cluster, pod, differences) {
    const virtual = (0,node_pools/* landsOnVirtualNode */.rS)(pod, cluster.virtualNodes);
    if (virtual === 'yes')
        return [virtualNode];
    const ordinary = ordinaryKinds(cluster, pod, differences);
    return virtual === 'maybe' ? [...ordinary, virtualNode] : ordinary;
}

// EXTERNAL MODULE: ./lib/access/credentials.js
var access_credentials = __webpack_require__(4924);
// EXTERNAL MODULE: ./lib/access/mixed-up-identity.js
var mixed_up_identity = __webpack_require__(2118);
// EXTERNAL MODULE: ./lib/access/registry-tokens.js
var registry_tokens = __webpack_require__(4662);
;// CONCATENATED MODULE: ./lib/access/outcome.js



/** Tries every credential in turn: the first that works wins, and only when none works do the others explain. */
function outcomeOf(credentials, target) {
    const tried = [];
    for (const credential of credentials) {
        const attempt = { kind: credential.kind, ...attemptWith(credential, target) };
        tried.push(attempt);
        const { cause, result } = attempt;
        if (result === 'pull' && cause !== null)
            return succeeded({ ...attempt, cause }, tried);
    }
    return failed(credentials, tried);
}
const outcome = (result, puller, cause, because) => ({ result, puller, cause, because });
function succeeded({ puller, cause, because }, tried) {
    const before = tried.slice(0, -1).flatMap(attempt => attempt.because);
    const bridge = before.length === 0
        ? []
        : [...before, 'A credential that fails does not end the pull; the next one is tried.'];
    return outcome('pull', puller, cause, [...bridge, ...because]);
}
/**
 * No credential is proved to work. What Azure could still tell explains first, then a Secret whose validity shows at the
 * registry alone, then what only the cluster knows; and only where nothing is open, why it fails.
 */
function failed(credentials, tried) {
    const because = tried.flatMap(attempt => attempt.because);
    const visible = tried.filter(({ kind }) => kind !== 'hidden-secret' && kind !== 'hidden-account');
    const open = visible.filter(({ result }) => result === 'unknown');
    const undecided = open.find(({ kind }) => kind !== 'pull-secret') ?? open[0];
    if (undecided?.cause)
        return outcome('unknown', undecided.puller, undecided.cause, because);
    const failing = visible.find(({ cause }) => cause !== null);
    const puller = failing?.puller ?? access_credentials/* nobody */.eP;
    const hidden = (0,access_credentials/* hiddenCause */.Mn)(credentials);
    return hidden === null
        ? outcome('no-pull', puller, failing?.cause ?? { kind: 'no-grant' }, because)
        : outcome('unknown', puller, hidden, because);
}
function attemptWith(credential, target) {
    switch (credential.kind) {
        case 'identity': {
            const { principal, because } = credential;
            const { result, cause, because: evidence } = (0,mixed_up_identity/* explainedByOthers */.h)(principal, target);
            return outcome(result, principal.puller, cause, [because, ...evidence]);
        }
        case 'unknown-identity':
            return outcome('unknown', credential.puller, credential.cause, [credential.because]);
        case 'nobody':
            return outcome('no-pull', access_credentials/* nobody */.eP, credential.cause, [credential.because]);
        case 'pull-secret':
            return attemptWithSecret(credential, target);
        case 'broken-secret':
            return { result: 'no-pull', puller: access_credentials/* nobody */.eP, cause: null, because: [credential.because] };
        case 'hidden-secret':
            return {
                result: 'unknown',
                puller: { kind: 'pull-secret', objectId: null, name: credential.name },
                cause: { kind: 'secret-not-visible', names: [credential.name] },
                because: [credential.because]
            };
        case 'hidden-account':
            return {
                result: 'unknown',
                puller: access_credentials/* nobody */.eP,
                cause: { kind: 'service-account-not-visible', name: credential.name },
                because: [credential.because]
            };
        case 'anonymous':
            return attemptAnonymously(credential.reached, target);
    }
}
function attemptWithSecret({ secret, entries }, { registry, host, repository, tokens }) {
    const puller = { kind: 'pull-secret', objectId: null, name: secret.name };
    const refusals = entries.map(entry => (0,registry_tokens/* refusalOf */.Of)(entry, registry, repository, tokens));
    if (refusals.every(refusal => refusal !== null))
        return {
            result: 'no-pull',
            puller,
            cause: null,
            because: [...new Set(refusals.map(({ text }) => text))].map(text => `Pull secret ${secret.name} does not help: ${text}.`)
        };
    return {
        result: 'unknown',
        puller,
        cause: { kind: 'pull-secret', secret: secret.name },
        because: [
            `Pull secret ${secret.name} covers ${host} with user and password; whether the registry accepts them shows only there.`
        ]
    };
}
function attemptAnonymously(reached, { registry }) {
    const failed = (sentence) => ({
        result: 'no-pull',
        puller: access_credentials/* anonymous */._5,
        cause: null,
        because: [sentence]
    });
    if (registry.anonymousPull === null)
        return failed(`Azure did not say whether anonymous pull is on at registry ${registry.name}; it is off unless somebody switches it on.`);
    if (!registry.anonymousPull)
        return failed(`Anonymous pull is off at registry ${registry.name}.`);
    return reached
        ? {
            result: 'pull',
            puller: access_credentials/* anonymous */._5,
            cause: { kind: 'anonymous-pull' },
            because: [`Anonymous pull is on at registry ${registry.name}: everybody can pull from it.`]
        }
        : {
            result: 'unknown',
            puller: access_credentials/* anonymous */._5,
            cause: { kind: 'anonymous-not-proven' },
            because: [
                `Anonymous pull is on at registry ${registry.name}, but after a credential that fails the nodes may not try without one.`
            ]
        };
}

;// CONCATENATED MODULE: ./lib/access/unseen-registry.js

/** Registries that cannot be read, told apart from those that nobody could have read yet. */
const hiddenCodes = [
    'not-visible',
    'forbidden',
    'not-found',
    'name-free'
];
/**
 * The outcome where the registry itself is not known. `nameIsProof`: a free name means that no such registry exists
 * (Azure docs, checkNameAvailability), which does not hold for label hosts and regional endpoints.
 */
function outcomeWithoutRegistry(host, reason, nameIsProof, credentials, nodePuller) {
    if (reason.code === 'name-free' && nameIsProof)
        return {
            result: 'no-pull',
            puller: access_credentials/* nobody */.eP,
            cause: { kind: 'registry-not-found', host },
            because: [`No registry with the login server ${host} exists: ${reason.message}.`]
        };
    const because = [`Registry ${host} could not be read: ${reason.message}.`];
    const blocked = credentials.find(each => each.kind === 'nobody');
    if (blocked?.cause.kind === 'host-not-served')
        return {
            result: 'unknown',
            puller: access_credentials/* nobody */.eP,
            cause: (0,access_credentials/* hiddenCause */.Mn)(credentials) ?? blocked.cause,
            because: [...because, blocked.because]
        };
    const cause = hiddenCodes.includes(reason.code)
        ? { kind: 'registry-not-visible', host, reason }
        : { kind: 'fact-missing', subject: `registry ${host}`, reason };
    return { result: 'unknown', puller: nodePuller, cause, because };
}

// EXTERNAL MODULE: ./lib/access/wording.js
var wording = __webpack_require__(5374);
;// CONCATENATED MODULE: ./lib/access/puller.js






/** Keys that name a login server, which the provider's empty credential `*.azurecr.*` matches too. */
const anonymousKey = /^[^.]+\.azurecr\.[^.]+$/;
/** Whether the attempt without credentials is reached (kubernetes credentialprovider/keyring.go: no others, or an empty one). */
function reachesAnonymous(own, node, { host, notServed }) {
    const providerAnswers = node.kind === 'identity' || node.kind === 'unknown-identity';
    if (providerAnswers && notServed === null)
        return anonymousKey.test(host);
    return own.every(({ kind }) => kind === 'broken-secret');
}
function casesOf(kind, host, { cluster }) {
    const { osType, virtual, names, knowsRegionalEndpoints } = kind;
    const serving = (servesRegionalEndpoints, suffix = '') => ({
        osType,
        virtual,
        servesRegionalEndpoints,
        names: names.map(name => `${name}${suffix}`)
    });
    if (host.form !== 'regional-endpoint')
        return [serving(true)];
    // Service principals get credentials for `*.azurecr.io` only, until a provider that no node image is known to have.
    const certain = knowsRegionalEndpoints === 'no' ||
        (knowsRegionalEndpoints === 'yes' && cluster.nodeIdentity.kind !== 'service-principal');
    return certain
        ? [serving(knowsRegionalEndpoints === 'yes')]
        : [
            serving(true, ' (if it serves regional endpoints)'),
            serving(false, ' (if it does not serve regional endpoints)')
        ];
}
/** What each kind of node, on which the pod can land, tries. */
function attemptsOf(pulling, { host, pod, podCredentials }, facts) {
    const { cluster, accountPulls } = pulling;
    const own = podCredentials.credentials;
    return nodeKindsOf(cluster, pod, {
        osType: accountPulls !== 'no',
        regionalEndpoints: host.form === 'regional-endpoint'
    })
        .flatMap(kind => casesOf(kind, host, pulling))
        .map(nodeCase => {
        const node = (0,node_credentials/* nodeCredential */.W)(pulling, nodeCase, host, podCredentials, facts);
        const reached = reachesAnonymous(own, node, host);
        return { nodes: nodeCase.names, credentials: [...own, node, { kind: 'anonymous', reached }] };
    });
}
/** Judges every attempt and says what they have in common. */
function judgeAttempts({ cluster }, { host, repository }, attempts, registry, { grants, index }) {
    const outcomes = attempts.map(({ nodes, credentials }) => ({
        nodes,
        outcome: registry.known
            ? outcomeOf(credentials, {
                cluster,
                host: host.host,
                repository,
                registry: registry.value,
                grants,
                tokens: index.tokens
            })
            : outcomeWithoutRegistry(host.host, registry.reason, host.nameIsProof, credentials, (0,node_identity/* nodePullerOf */.yo)(cluster))
    }));
    return inCommon(outcomes);
}
function inCommon(outcomes) {
    const undecided = outcomes.find(({ outcome }) => outcome.result === 'unknown');
    const pulling = outcomes.find(({ outcome }) => outcome.result === 'pull');
    const failing = outcomes.find(({ outcome }) => outcome.result === 'no-pull');
    if (undecided !== undefined)
        return undecided.outcome;
    if (pulling === undefined || failing === undefined)
        return sameResult(outcomes);
    return {
        result: 'unknown',
        puller: pulling.outcome.puller,
        cause: { kind: 'nodes-differ', pulling: pulling.nodes, failing: failing.nodes },
        because: [
            `On ${(0,wording/* listed */.KE)(pulling.nodes)}:`,
            ...pulling.outcome.because,
            `On ${(0,wording/* listed */.KE)(failing.nodes)}:`,
            ...failing.outcome.because
        ]
    };
}
function sameResult([first]) {
    if (first === undefined)
        throw new Error('a pod has no node to land on, not even a virtual one');
    return first.outcome;
}


/***/ }),

/***/ 3873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ notServedSentence),
/* harmony export */   p: () => (/* binding */ registryHostOf)
/* harmony export */ });
/* harmony import */ var _facts_registry_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4418);
/* harmony import */ var _kubernetes_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7625);


/** The label or labels before the suffix, or null when the host does not end with it. */
const before = (host, suffix) => host.endsWith(`.${suffix}`) ? host.slice(0, -suffix.length - 1) : null;
function formOf(host, labels) {
    if (!labels.includes('.'))
        return 'login-server';
    return (0,_facts_registry_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .regionOfEndpoint */ .hk)(host) === null ? 'other' : 'regional-endpoint';
}
/**
 * Reads the host of an image reference; null when it is no registry of any Azure cloud and none of the facts.
 *
 * The provider acts on `*.<suffix>` and `*.*.geo.<suffix>`, on no host with a port, and only with credentials of its own
 * cloud (Azure/AgentBaker cse_config.sh, matchImages; kubernetes-sigs/cloud-provider-azure azure_credentials.go).
 */
function registryHostOf(reference, ownSuffixes, isRegistryHost) {
    const host = (0,_kubernetes_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .registryHost */ .U$)(reference);
    const suffix = [...ownSuffixes, ..._kubernetes_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .azureRegistrySuffixes */ .KJ].find(each => before(host, each) !== null);
    if (suffix === undefined && !isRegistryHost(host))
        return null;
    const labels = suffix === undefined ? null : before(host, suffix);
    const form = labels === null ? 'other' : formOf(host, labels);
    const hasPort = reference.domain.length > host.length;
    const ownCloud = suffix === undefined || ownSuffixes.includes(suffix);
    return {
        host,
        form,
        ownCloud,
        notServed: notServed(hasPort, ownCloud, form),
        nameIsProof: form === 'login-server' && (0,_facts_registry_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .registryNameOf */ .Qj)(host) !== null
    };
}
function notServed(hasPort, ownCloud, form) {
    if (hasPort)
        return 'port';
    if (!ownCloud)
        return 'other-cloud';
    return form === 'other' ? 'unknown-form' : null;
}
const sentences = {
    port: host => `The image names ${host} with a port; the nodes' credential provider acts on no host with a port, so no identity of the cluster is offered.`,
    'other-cloud': host => `${host} belongs to another Azure cloud than the cluster; identities of the cluster cannot sign in there.`,
    'regional-endpoint': host => `${host} is a regional endpoint; node images before 202607.29.0 offer it no identity.`,
    'unknown-form': host => `${host} has not the form of a login server; the nodes' credential provider does not act on it, so no identity of the cluster is offered.`
};
/** Why no identity of the cluster is offered to the host. */
const notServedSentence = (why, host) => sentences[why](host);


/***/ }),

/***/ 4662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ knownTokens),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   k6: () => (/* binding */ tokenUsers)
/* harmony export */ });
const knownTokens = ({ surroundings, collectedAt }) => ({
    tokens: surroundings.tokens,
    collectedAt
});
const same = (one, other) => one.toLowerCase() === other.toLowerCase();
/** The user name that `az acr login --expose-token` gives; it belongs to a refresh token, not to a token of the registry. */
const refreshTokenUser = '00000000-0000-0000-0000-000000000000';
/** Names that Azure lets a token have (azure-rest-api-specs, containerregistry, tokens: TokenName). */
const tokenName = /^[a-zA-Z0-9-]{5,50}$/;
/** The admin user is named like the registry (ACR docs, "Admin account"). */
const adminName = ({ user }, registry) => user.kind === 'name' && same(user.name, registry.name);
/** The user names of a pull secret that can only be tokens of the registry. */
const tokenUsers = (entries, registry) => entries.flatMap(entry => entry.user.kind === 'name' &&
    !adminName(entry, registry) &&
    entry.user.name !== refreshTokenUser &&
    tokenName.test(entry.user.name)
    ? [entry.user.name]
    : []);
/** Scope map actions name one repository, or with `*` at the end of its name all that begin so (ACR docs, "Scope map"). */
function allowsPull(actions, repository) {
    return actions.some(action => {
        const scope = /^repositories\/(.+)\/content\/read$/i.exec(action)?.[1];
        if (scope === undefined)
            return false;
        return scope.endsWith('*')
            ? repository.startsWith(scope.slice(0, -1).toLowerCase())
            : same(scope, repository);
    });
}
const isOver = (expiry, now) => expiry !== null && Date.parse(expiry) <= Date.parse(now);
function faultOf({ enabled, passwordExpiries, actions }, repository, now) {
    if (!enabled)
        return { kind: 'token-disabled', text: 'which is disabled' };
    if (passwordExpiries.length > 0 && passwordExpiries.every(expiry => isOver(expiry, now)))
        return { kind: 'passwords-expired', text: 'whose passwords have all expired' };
    return actions.known && !allowsPull(actions.value, repository)
        ? {
            kind: 'repository-left-out',
            text: `whose scope map has no content/read for repository ${repository}`
        }
        : null;
}
function tokenRefusal(name, answer, registry, repository, now) {
    if (answer.known) {
        const fault = faultOf(answer.value, repository, now);
        const signsIn = `it signs in with token ${name} of registry ${registry.name}`;
        return fault === null
            ? null
            : { ...fault, name, scopeMap: answer.value.scopeMap, text: `${signsIn}, ${fault.text}` };
    }
    return answer.reason.code === 'not-found'
        ? {
            kind: 'no-such-token',
            name,
            scopeMap: null,
            text: `it signs in as ${name}, and registry ${registry.name} has no token of this name`
        }
        : null;
}
/** Why the registry refuses an entry of a pull secret; null where nothing is known against it. */
function refusalOf(entry, registry, repository, { tokens, collectedAt }) {
    if (adminName(entry, registry))
        return registry.adminUser === false
            ? {
                kind: 'admin-off',
                name: registry.name,
                scopeMap: null,
                text: `it signs in as the admin user of registry ${registry.name}, which is switched off`
            }
            : null;
    const [name] = tokenUsers([entry], registry);
    const answer = tokens.find(token => same(token.registryId, registry.id) && same(token.name, name ?? ''))?.answer;
    return name === undefined || answer === undefined
        ? null
        : tokenRefusal(name, answer, registry, repository, collectedAt);
}


/***/ }),

/***/ 9045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ scopeText),
/* harmony export */   F8: () => (/* binding */ nearestFirst),
/* harmony export */   K$: () => (/* binding */ scopeReaches),
/* harmony export */   QH: () => (/* binding */ roleKey),
/* harmony export */   xk: () => (/* binding */ sameScope)
/* harmony export */ });
const managementGroup = '/providers/microsoft.management/managementgroups/';
/** ARM ids come in mixed case, and with or without a slash at the end. */
const comparable = (id) => id.toLowerCase().replace(/\/$/, '');
/**
 * Whether what is assigned at `scope` applies to a resource: at the resource itself, above it, or at `/`.
 * A management group is trusted to be an ancestor, because assignments are asked for with `atScope()`, which returns
 * the scope and everything above it and nothing else (RBAC docs, "List Azure role assignments using the REST API").
 */
function scopeReaches(scope, resourceId) {
    const above = comparable(scope);
    const resource = comparable(resourceId);
    return (above === '' ||
        above === resource ||
        above.startsWith(managementGroup) ||
        resource.startsWith(`${above}/`));
}
const sameScope = (one, other) => comparable(one) === comparable(other);
/** Role definition ids differ by the subscription in front; the last segment is the same everywhere. */
const roleKey = (roleDefinitionId) => {
    const id = comparable(roleDefinitionId);
    return id.slice(id.lastIndexOf('/') + 1);
};
/** The segment after `kind` in an ARM id, as written. */
function segmentAfter(id, kind) {
    const segments = id.split('/');
    const index = segments.findIndex(segment => segment.toLowerCase() === kind);
    return index === -1 ? null : (segments[index + 1] ?? null);
}
const depthOf = (scope) => comparable(scope) === '' ? 0 : scope.toLowerCase().startsWith(managementGroup) ? 1 : scope.length;
/** Orders scopes the nearest to the resource first. */
const nearestFirst = (one, other) => depthOf(other) - depthOf(one);
/** A scope in words, such as `resource group rg-images`. */
function scopeText(scope) {
    if (comparable(scope) === '')
        return 'the root scope /';
    const group = segmentAfter(scope, 'managementgroups');
    if (group !== null)
        return `management group ${group}`;
    const registry = segmentAfter(scope, 'registries');
    if (registry !== null)
        return `registry ${registry}`;
    const resourceGroup = segmentAfter(scope, 'resourcegroups');
    const subscription = segmentAfter(scope, 'subscriptions');
    if (resourceGroup !== null)
        return `resource group ${resourceGroup}`;
    return subscription === null ? scope : `subscription ${subscription}`;
}


/***/ }),

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ prepareJudgement),
/* harmony export */   Y: () => (/* binding */ judgePulls)
/* harmony export */ });
/* harmony import */ var _facts_fact_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2289);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4924);
/* harmony import */ var _facts_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2556);
/* harmony import */ var _grants_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(579);
/* harmony import */ var _grouping_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(285);
/* harmony import */ var _manifests_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7177);
/* harmony import */ var _node_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(895);
/* harmony import */ var _pod_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4846);
/* harmony import */ var _puller_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5863);
/* harmony import */ var _pull_requests_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9994);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5374);











/** Joins manifests and facts; verdicts and questions both start here. */
function prepareJudgement(manifests, facts) {
    const index = (0,_facts_index_js__WEBPACK_IMPORTED_MODULE_7__/* .indexFacts */ .q)(facts);
    const objects = (0,_manifests_index_js__WEBPACK_IMPORTED_MODULE_8__/* .indexManifests */ .n0)(manifests);
    const images = (0,_pull_requests_js__WEBPACK_IMPORTED_MODULE_5__/* .requestedImages */ .J)(manifests, facts.cloud.registrySuffixes, index.isRegistryHost, objects.hasTwins);
    return {
        index,
        grants: (0,_grants_js__WEBPACK_IMPORTED_MODULE_1__/* .createGrants */ .O)(index),
        images: images.map(({ groups, ...image }) => ({
            ...image,
            requests: groups.map(({ first, uses }) => ({
                request: {
                    host: image.host,
                    repository: image.reference.repository,
                    pod: first.pod,
                    podCredentials: (0,_pod_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .podCredentialsOf */ .$)(first, image.reference, objects, index)
                },
                uses
            }))
        })),
        clusters: facts.clusters.map(({ id, answer }) => ({
            id,
            answer: (0,_facts_fact_js__WEBPACK_IMPORTED_MODULE_9__/* .mapFact */ .Vt)(answer, cluster => (0,_node_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .pullingCluster */ .g)(cluster, objects.namesPullIdentities, index))
        }))
    };
}
/**
 * May these clusters pull these images? One verdict for each cluster, distinct reference and outcome of its uses: pods
 * that bring other pull secrets can have another puller. Images of other registries get none, nor do mentions.
 */
function judgePulls(manifests, facts) {
    const judgement = prepareJudgement(manifests, facts);
    return judgement.clusters.flatMap(({ id, answer }) => judgement.images.flatMap(image => answer.known
        ? verdictsOn(id, answer.value, image, judgement)
        : [withoutCluster(id, answer.reason, image)]));
}
function verdictsOn(id, pulling, image, { index, grants }) {
    const registry = index.registry(image.host.host);
    const judged = image.requests.map(({ request, uses }) => {
        const attempts = (0,_puller_js__WEBPACK_IMPORTED_MODULE_4__/* .attemptsOf */ .O)(pulling, request, index);
        const outcome = (0,_puller_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeAttempts */ .c)(pulling, request, attempts, registry, { grants, index });
        const because = [
            ...(registry.known ? [(0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .registrySentence */ .lr)(registry.value)] : []),
            ...outcome.because,
            ...(outcome.result === 'pull' ? [] : request.podCredentials.assumptions),
            conclusion(outcome, image, pulling.cluster)
        ];
        return { outcome: { ...outcome, because }, uses };
    });
    return merged(judged).map(({ outcome, uses }) => verdict(id, image, outcome, uses));
}
/** Groups of uses with the same outcome share a verdict. */
function merged(judged) {
    if (judged.length < 2)
        return judged;
    const alike = (0,_grouping_js__WEBPACK_IMPORTED_MODULE_10__/* .grouped */ .z)(judged, ({ outcome: { puller, result, cause } }) => JSON.stringify([puller, result, cause]));
    return [...alike.values()].flatMap(([first, ...others]) => first === undefined
        ? []
        : [{ outcome: first.outcome, uses: [first, ...others].flatMap(({ uses }) => uses) }]);
}
function conclusion({ result }, image, cluster) {
    const what = `${image.host.host}/${image.reference.repository}`;
    switch (result) {
        case 'pull':
            return `No blocking configuration was found for ${what} on cluster ${cluster.name}.`;
        case 'no-pull':
            return `No credential that cluster ${cluster.name} tries can pull ${what}.`;
        case 'unknown':
            return `Whether cluster ${cluster.name} can pull ${what} cannot be said from here.`;
    }
}
const verdict = (cluster, { text, reference, host }, outcome, uses) => ({
    cluster,
    image: text,
    registry: host.host,
    repository: reference.repository,
    result: outcome.result,
    puller: outcome.puller,
    cause: outcome.cause,
    because: outcome.because,
    uses
});
const withoutCluster = (id, reason, image) => verdict(id, image, {
    result: 'unknown',
    puller: _credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .nobody */ .eP,
    cause: { kind: 'fact-missing', subject: `cluster ${id}`, reason },
    because: [
        `Cluster ${id} could not be read: ${reason.message}.`,
        'Who pulls there, and whether they may, cannot be said from here.'
    ]
}, image.requests.flatMap(({ uses }) => uses));


/***/ }),

/***/ 5374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ capitalised),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   aL: () => (/* binding */ pullerText),
/* harmony export */   lr: () => (/* binding */ registrySentence),
/* harmony export */   zR: () => (/* binding */ modeText)
/* harmony export */ });
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9618);

const pullerKinds = {
    'kubelet-identity': 'kubelet identity',
    'service-principal': 'service principal',
    'service-account-identity': 'service account identity',
    'pull-secret': 'pull secret',
    anonymous: 'anonymous user',
    none: 'no credential'
};
/** Such as `kubelet identity aks-prod-agentpool (object id 00…)`. */
function pullerText({ kind, name, objectId }) {
    const named = name === null ? pullerKinds[kind] : `${pullerKinds[kind]} ${name}`;
    return objectId === null ? named : `${named} (object id ${objectId})`;
}
/** Begins a sentence. */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** The modes as `az acr` and the portal name them. */
const modeText = {
    legacy: 'RBAC Registry Permissions',
    abac: 'RBAC Registry + ABAC Repository Permissions'
};
/** What the registry is, and what its mode asks of a grant. */
function registrySentence({ loginServer, id, roleAssignmentMode }) {
    const needs = roleAssignmentMode === null
        ? `Azure did not say its role assignment mode, so both ${_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .pullOperation */ .Dk.legacy.name} and ${_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .pullOperation */ .Dk.abac.name} were looked for`
        : `in mode "${modeText[roleAssignmentMode]}" a pull needs ${_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .pullOperation */ .Dk[roleAssignmentMode].name}`;
    return `Registry ${loginServer} is ${id}; ${needs}.`;
}
/** Names in a row, such as `a, b and c`. */
const listed = (names) => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
/** Last segment of an ARM id, or the text itself. */
const nameOf = (id) => id.slice(id.lastIndexOf('/') + 1);


/***/ }),

/***/ 5594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ checks)
});

;// CONCATENATED MODULE: ./lib/checks/from-verdicts.js
const isOfKind = (cause, kind) => cause.kind === kind;
/** The verdicts that have this cause, with the cause narrowed to its own data. */
function* verdictsBecause(verdicts, kind) {
    for (const verdict of verdicts)
        if (isOfKind(verdict.cause, kind))
            yield { verdict, cause: verdict.cause };
}
/** What every finding about a verdict carries besides its message. */
const subjectOf = (verdict) => ({
    uses: verdict.uses,
    cluster: verdict.cluster,
    registry: verdict.registry,
    image: verdict.image
});

;// CONCATENATED MODULE: ./lib/checks/permissions.js
/** ARM actions that checks need answers from; docs/permissions.md says what each of them brings. */
const readCluster = 'Microsoft.ContainerService/managedClusters/read';
const readRegistry = 'Microsoft.ContainerRegistry/registries/read';
const checkRegistryName = 'Microsoft.ContainerRegistry/checkNameAvailability/read';
const readAssignments = 'Microsoft.Authorization/roleAssignments/read';
const readDefinitions = 'Microsoft.Authorization/roleDefinitions/read';
const readDenials = 'Microsoft.Authorization/denyAssignments/read';
const readIdentities = 'Microsoft.ManagedIdentity/userAssignedIdentities/read';
const readTokens = 'Microsoft.ContainerRegistry/registries/tokens/read';
const readScopeMaps = 'Microsoft.ContainerRegistry/registries/scopeMaps/read';
const readReplications = 'Microsoft.ContainerRegistry/registries/replications/read';
const readCacheRules = 'Microsoft.ContainerRegistry/registries/cacheRules/read';
const readCredentialSets = 'Microsoft.ContainerRegistry/registries/credentialSets/read';
const readUsages = 'Microsoft.ContainerRegistry/registries/listUsages/read';
const readSubscriptions = 'Microsoft.Resources/subscriptions/read';
const readScaleSets = 'Microsoft.Compute/virtualMachineScaleSets/read';
const readPublicAddresses = 'Microsoft.Network/publicIPAddresses/read';
const readNetworks = 'Microsoft.Network/virtualNetworks/read';
const readZoneLinks = 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/read';
/** What every answer about a grant rests on. */
const grantReads = [
    readCluster,
    readRegistry,
    readAssignments,
    readDefinitions,
    readDenials
];

// EXTERNAL MODULE: ./lib/checks/wording.js
var wording = __webpack_require__(1429);
;// CONCATENATED MODULE: ./lib/checks/anonymous-not-proven.js



const anonymousNotProven = {
    id: 'anonymous-not-proven',
    title: 'The registry is open, but the nodes may not try without credentials',
    rationale: `Anonymous pull is on, and the identity that the nodes offer first has no grant. Whether the kubelet goes on to try without credentials depends on
its version and on the host; where that is not certain, neither is the pull.`,
    references: [
        {
            title: 'Make your container registry content publicly available',
            url: 'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'
        }
    ],
    causes: ['Z17', 'Z18'],
    permissions: [readRegistry],
    *run({ verdicts }) {
        for (const { verdict } of verdictsBecause(verdicts, 'anonymous-not-proven'))
            yield {
                ...subjectOf(verdict),
                severity: 'unknown',
                message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} hangs on anonymous pull from registry ${verdict.registry}, and it is not certain that its nodes get as far as trying without credentials`,
                remediation: [
                    {
                        description: 'Grant the identity of the nodes, or use the global login server.',
                        command: null
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/anonymous-pull.js



const anonymousPull = {
    id: 'anonymous-pull',
    title: 'The pull works only because the registry is open to everybody',
    rationale: `Anonymous pull is on for this registry, so anybody on the internet can pull every repository in it, and the missing grant does
not show. The day anonymous pull is switched off, every node gets 401.`,
    references: [
        {
            title: 'Make your container registry content publicly available',
            url: 'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'
        }
    ],
    causes: ['Z17', 'Z18'],
    permissions: [readRegistry],
    *run({ verdicts }) {
        for (const { verdict } of verdictsBecause(verdicts, 'anonymous-pull'))
            yield {
                ...subjectOf(verdict),
                severity: 'note',
                message: `${verdict.image} is pulled anonymously on ${(0,wording/* clusterText */.gc)(verdict)}: registry ${verdict.registry} is open to everybody, and no identity of the cluster holds a grant there`,
                remediation: [
                    {
                        description: 'Grant the identity of the nodes before you switch anonymous pull off.',
                        command: null
                    }
                ]
            };
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/image-reference.js
var image_reference = __webpack_require__(7625);
;// CONCATENATED MODULE: ./lib/checks/remediation.js

/** One word of a POSIX shell command, whatever is in it. */
const shellWord = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
const command = (...words) => words.map(shellWord).join(' ');
const repositoryReader = 'Container Registry Repository Reader';
/** The role that lets a principal pull and do nothing else. */
const pullRole = (registry) => registry.roleAssignmentMode === 'abac' ? repositoryReader : 'AcrPull';
const assignment = (registry, objectId) => ({
    description: `Grant ${pullRole(registry)} at the registry (needs Microsoft.Authorization/roleAssignments/write there).`,
    command: command(...['az', 'role', 'assignment', 'create', '--assignee-object-id', objectId], ...['--assignee-principal-type', 'ServicePrincipal', '--role', pullRole(registry)], ...['--scope', registry.id])
});
/** `--attach-acr` assigns AcrPull, which an ABAC registry ignores (AKS docs, cluster-container-registry-integration). */
const attach = (registry, cluster) => ({
    description: 'Or let AKS make the same assignment.',
    command: command(...['az', 'aks', 'update', '--subscription', cluster.subscriptionId], ...['--resource-group', cluster.resourceGroup, '--name', cluster.name], ...['--attach-acr', registry.id])
});
const attachable = (registry, verdict) => registry.roleAssignmentMode === 'legacy' && verdict.puller.kind === 'kubelet-identity';
const modeQuestion = (registry) => ({
    description: 'Azure did not say which roles this registry honours; ask it first.',
    command: command('az', 'acr', 'show', '--name', registry.name, '--query', 'roleAssignmentMode')
});
/** How to let a principal pull from a registry. */
const grantPullTo = (registry, objectId) => registry.roleAssignmentMode === null ? modeQuestion(registry) : assignment(registry, objectId);
/** How to let the verdict's puller pull from its registry; empty when either is not known. */
function grantPull(facts, verdict) {
    const registry = (0,wording/* registryOf */.Fv)(facts, verdict.registry);
    const cluster = (0,wording/* clusterOf */.es)(facts, verdict.cluster);
    const { objectId } = verdict.puller;
    if (registry === null || objectId === null)
        return [];
    return [
        grantPullTo(registry, objectId),
        ...(cluster !== null && attachable(registry, verdict) ? [attach(registry, cluster)] : [])
    ];
}

;// CONCATENATED MODULE: ./lib/checks/azure-commands.js

/** `az acr <words>` for one registry, whatever subscription the reader's shell is in. */
const registryCommand = (registry, words, ...options) => command(...['az', 'acr', ...words, '--name', registry.name, ...options], ...['--subscription', registry.subscriptionId]);
/** `az acr <words>` for something that a registry holds: a token, a cache rule, a replica. */
const registryPartCommand = (registry, words, name, ...options) => command(...['az', 'acr', ...words, '--registry', registry.name, '--name', name, ...options], ...['--subscription', registry.subscriptionId]);
/** `az aks <words>` for one cluster. */
const clusterCommand = (cluster, words, ...options) => command(...['az', 'aks', ...words, '--resource-group', cluster.resourceGroup, '--name', cluster.name], ...options, ...['--subscription', cluster.subscriptionId]);
/** `az aks nodepool <word>` for one node pool. */
const nodePoolCommand = (cluster, pool, word, ...options) => command(...['az', 'aks', 'nodepool', word, '--resource-group', cluster.resourceGroup], ...['--cluster-name', cluster.name, '--name', pool, ...options], ...['--subscription', cluster.subscriptionId]);
/** Puts the one line that a command prints into another command; to be used in double quotes. */
const outputOf = (text) => `"$(${text} --output tsv)"`;
/** Name resolution and routes show only from inside; canipull, behind this command, tries both. */
const proveOnNode = (cluster, registry) => ({
    description: 'Only a node can prove it: this starts a pod that resolves the registry and signs in to it.',
    command: clusterCommand(cluster, ['check-acr'], '--acr', registry.loginServer)
});

;// CONCATENATED MODULE: ./lib/checks/bootstrap-cures.js


/** The one cache rule that AKS demands, by its very names ("Create a network isolated AKS cluster", own registry). */
const microsoftRule = {
    name: 'aks-managed-mcr',
    source: 'mcr.microsoft.com/*',
    target: 'aks-managed-repository/*'
};
/** Resource Manager ids are `/subscriptions/<id>/resourceGroups/<name>/…`. */
const resourceGroupOf = (id) => id.split('/')[4]?.toLowerCase();
/** AKS keeps a registry that it made itself beside the nodes, and reconciles it. */
const isMadeByAks = ({ nodeResourceGroup }, registryId) => nodeResourceGroup !== null && nodeResourceGroup.toLowerCase() === resourceGroupOf(registryId);
/** Without any setting the command only reconciles (SupportArticles, "Troubleshoot network isolated AKS clusters"). */
const reconcile = (cluster, description) => ({
    description,
    command: clusterCommand(cluster, ['update'])
});
const makeRegistryAgain = (cluster, registryId) => isMadeByAks(cluster, registryId)
    ? [reconcile(cluster, 'AKS made this registry: reconcile the cluster, and AKS makes it again.')]
    : [
        {
            description: 'Name another registry that has the cache rule, a private endpoint and the grant, or make this one again with all three.',
            command: clusterCommand(...[cluster, ['update'], '--bootstrap-artifact-source', 'Cache'], ...['--bootstrap-container-registry-resource-id', 'REGISTRY_ID'])
        },
        {
            description: 'Then make the nodes anew: only so do they take up another registry.',
            command: clusterCommand(cluster, ['upgrade'], '--node-image-only')
        }
    ];
const makeRuleAgain = (cluster, registry) => isMadeByAks(cluster, registry.id)
    ? reconcile(cluster, 'AKS made this registry: delete it, then reconcile the cluster, and AKS makes it again with its rule.')
    : {
        description: 'Make the rule with exactly these names, on which AKS relies.',
        command: registryPartCommand(...[registry, ['cache', 'create'], microsoftRule.name], ...['--source-repo', microsoftRule.source, '--target-repo', microsoftRule.target])
    };
const raiseTier = (registry) => ({
    description: 'Raise the tier of the registry.',
    command: registryCommand(registry, ['update'], '--sku', 'Premium')
});
const lookAtState = (registry) => ({
    description: 'Look at the registry now, and into its activity log for the operation that failed.',
    command: registryCommand(registry, ['show'], '--query', 'provisioningState')
});
const takeArmTokens = ({ name, subscriptionId }) => ({
    description: 'Let the registry take such tokens again.',
    command: command(...['az', 'acr', 'config', 'authentication-as-arm', 'update', '--registry', name], ...['--status', 'enabled', '--subscription', subscriptionId])
});

// EXTERNAL MODULE: ./lib/access/facts-index.js
var facts_index = __webpack_require__(2556);
// EXTERNAL MODULE: ./lib/access/grants.js + 4 modules
var access_grants = __webpack_require__(579);
// EXTERNAL MODULE: ./lib/access/node-identity.js
var node_identity = __webpack_require__(1867);
;// CONCATENATED MODULE: ./lib/checks/pulled-images.js
/** Only what a kubelet surely pulls: an image of another registry in some field may be for anybody. */
const pulledImages = ({ manifests }) => manifests.uses
    .filter(use => use.class === 'pod' || use.class === 'container')
    .flatMap(use => use.image.kind === 'reference' ? [{ use, reference: use.image.reference }] : []);

;// CONCATENATED MODULE: ./lib/checks/bootstrap-mirror.js




/** The mirrors that somebody asked for, where manifests pull from mcr.microsoft.com. */
function mirrorsIn(context) {
    const pulled = pulledImages(context).filter(({ reference }) => (0,image_reference/* registryHost */.U$)(reference) === image_reference/* microsoftRegistry */._A);
    if (pulled.length === 0)
        return [];
    return context.facts.clusters.flatMap(({ id: clusterId, answer: about }) => {
        if (!about.known || about.value.artifactSource?.toLowerCase() !== 'cache')
            return [];
        const { bootstrapRegistryId: registryId } = about.value;
        const answer = (0,wording/* bootstrapRegistryOf */.Pm)(context.facts, registryId);
        return registryId === null || answer === null
            ? []
            : [{ clusterId, cluster: about.value, registryId, answer, pulled }];
    });
}
/** Nodes ask for `mcr.microsoft.com/<path>` under this path (Azure/AgentBaker, BootstrapProfileContainerRegistryServer). */
const mirrored = ({ reference }) => microsoftRule.target.replace('*', reference.repository);
/** Without `image`: several findings may concern one image, and a fingerprint that rests on it would not tell them apart. */
const finding = ({ clusterId }, pulled, draft) => ({
    ...draft,
    uses: pulled.map(({ use }) => use),
    cluster: clusterId,
    registry: image_reference/* microsoftRegistry */._A
});
/** `fault` ends a sentence that names the registry. */
const broken = (mirror, fault, remediation, pulled = mirror.pulled) => finding(mirror, pulled, {
    severity: 'warning',
    message: `Pulls from ${image_reference/* microsoftRegistry */._A} on cluster ${mirror.cluster.name} may fail: they go through registry ${(0,wording/* lastSegment */.mp)(mirror.registryId)} (artifact source Cache), ${fault}`,
    remediation
});
/** `what` speaks of `mirrorText`. */
const unsaid = (mirror, what, why, remediation, pulled = mirror.pulled) => finding(mirror, pulled, {
    severity: 'unknown',
    message: `Whether ${what} cannot be said: ${why}`,
    remediation
});
const mirrorText = ({ cluster, registryId }) => `registry ${(0,wording/* lastSegment */.mp)(registryId)}, which mirrors ${image_reference/* microsoftRegistry */._A} for cluster ${cluster.name},`;

;// CONCATENATED MODULE: ./lib/checks/missing-answer.js
/** What may bring an answer that is missing. */
const permissionCure = (permission) => permission === null
    ? 'Run the check again; if it persists, look at --verbose.'
    : `Give the identity that runs this check ${permission} (docs/permissions.md has the role).`;
const bringAnswer = ({ permission }) => ({
    description: permissionCure(permission),
    command: null
});

;// CONCATENATED MODULE: ./lib/checks/bootstrap-grant.js








/** Decides as the verdicts do. */
function decideBy(facts) {
    const index = (0,facts_index/* indexFacts */.q)(facts);
    const grants = (0,access_grants/* createGrants */.O)(index);
    return (principal, registry, repository) => index.assignmentsAsked(registry.id, principal.objectId)
        ? grants(principal, registry, repository)
        : null;
}
/** What stands behind the name of the identity. */
function refusal({ cause }) {
    switch (cause.kind) {
        case 'role-ineffective-in-mode':
            return `holds ${(0,wording/* rolesText */.Z2)(cause.grants)} there, which has no effect in its role assignment mode`;
        case 'condition-excludes-repository':
            return `holds ${(0,wording/* rolesText */.Z2)(cause.grants)} there under a condition that leaves the image out`;
        case 'role-lacks-pull-action':
            return `holds ${(0,wording/* rolesText */.Z2)(cause.grants)} there, which does not include the pull`;
        case 'denied':
            return `is kept from it by deny assignment '${cause.deny.name}' (${cause.deny.id})`;
        case 'cross-tenant':
            return `cannot sign in there, because it belongs to another tenant`;
        default:
            return 'has no role there that lets it pull';
    }
}
const cureOf = ({ cause: { kind } }, registry, principal) => kind === 'denied' || kind === 'cross-tenant'
    ? {
        description: 'No role helps against that: remove what forbids it, or let AKS use another registry.',
        command: null
    }
    : grantPullTo(registry, principal.objectId);
const missingAnswer = ({ cause }) => cause.kind === 'fact-missing' || cause.kind === 'deny-not-decidable' ? cause.reason : null;
/** Azure resolves groups together with the assignments. */
function decidable(decision) {
    const reason = missingAnswer(decision);
    if (reason !== null)
        return [bringAnswer(reason)];
    return decision.cause.kind === 'groups-not-resolved'
        ? [{ description: permissionCure(readAssignments), command: null }]
        : [];
}
/** The evidence of a decision that stays open ends with why. */
const whyOf = ({ because }) => because.at(-1)?.replace(/\.$/, '') ?? '';
/**
 * Nodes sign in with their own identity, whoever else pulls for the pod; where the registry lets everybody pull, they do
 * without (Azure/AgentBaker cse_helpers.sh, oras_login_with_kubelet_identity).
 */
function* grantFindings(mirror, registry, decide) {
    const principal = (0,node_identity/* nodePrincipalOf */.um)(mirror.cluster);
    if (principal === null || registry.anonymousPull === true)
        return;
    const who = (0,wording/* pullerText */.aL)(principal.puller);
    const decided = mirror.pulled.flatMap((image) => {
        const decision = decide(principal, registry, mirrored(image));
        return decision === null ? [] : [{ image, decision }];
    });
    const refused = decided.filter(({ decision }) => decision.result === 'no-pull');
    const open = decided.filter(({ decision }) => decision.result === 'unknown');
    for (const { decision } of refused.slice(0, 1))
        yield broken(mirror, `and ${who} ${refusal(decision)}`, [cureOf(decision, registry, principal)], refused.map(({ image }) => image));
    for (const { decision } of open.slice(0, 1))
        yield unsaid(mirror, `${mirrorText(mirror)} lets ${who} pull`, missingAnswer(decision)?.message ?? whyOf(decision), decidable(decision), open.map(({ image }) => image));
}

;// CONCATENATED MODULE: ./lib/checks/cache-rules.js
/** Such as `docker.io`. */
const sourceHost = ({ source }) => {
    const [host = ''] = source.toLowerCase().split('/', 1);
    return host;
};
/**
 * Finds the rule that fills a repository. A target is one repository or, with `*` at its end, all that begin so; a fixed one
 * may lie inside a wildcard and then counts, wildcards do not overlap ("Wildcard support for artifact cache").
 */
function cacheRuleFinder(rules) {
    const fixed = new Map(rules.map(rule => [rule.target.toLowerCase(), rule]));
    const wildcards = rules
        .filter(({ target }) => target.endsWith('*'))
        .map(rule => ({ rule, prefix: rule.target.slice(0, -1).toLowerCase() }))
        .toSorted((one, other) => other.prefix.length - one.prefix.length);
    return repository => fixed.get(repository) ??
        wildcards.find(({ prefix }) => repository.startsWith(prefix))?.rule ??
        null;
}

;// CONCATENATED MODULE: ./lib/checks/surroundings-of.js
const same = (one, other) => one.toLowerCase() === other.toLowerCase();
const egressOf = ({ surroundings }, clusterId, registryId) => surroundings.egress.find(each => same(each.clusterId, clusterId) && same(each.registryId, registryId))?.answer ?? null;
/** The virtual networks of a cluster, and whether each is linked to the private DNS zone. */
const networksAround = ({ surroundings }, clusterId, zone) => surroundings.privateZones.find(each => same(each.clusterId, clusterId) && same(each.zone, zone))
    ?.answer ?? null;
const scaleSetsOf = ({ surroundings }, clusterId) => surroundings.scaleSets.find(each => same(each.clusterId, clusterId))?.answer ?? null;
const subscriptionStateOf = ({ surroundings }, subscriptionId) => surroundings.subscriptions.find(each => same(each.subscriptionId, subscriptionId))?.answer ?? null;
const replicasOf = ({ surroundings }, registryId) => surroundings.replicas.find(each => same(each.registryId, registryId))?.answer ?? null;
const cacheRulesOf = ({ surroundings }, registryId) => surroundings.cacheRules.find(each => same(each.registryId, registryId))?.answer ?? null;
const storageOf = ({ surroundings }, registryId) => surroundings.storage.find(each => same(each.registryId, registryId))?.answer ?? null;

;// CONCATENATED MODULE: ./lib/checks/bootstrap-registry.js








/** What AKS demands of the registry ("Network isolated AKS clusters", "Create a network isolated AKS cluster"). */
const faults = [
    {
        shows: ({ sku }) => sku !== null && sku.toLowerCase() !== 'premium',
        text: ({ sku }) => `which is of tier ${sku ?? ''}, and AKS demands Premium`,
        cure: raiseTier
    },
    {
        shows: ({ provisioningState: state }) => state !== null && !['succeeded', 'updating'].includes(state.toLowerCase()),
        text: ({ provisioningState: state }) => `which is not in order: its provisioning state is ${state ?? ''}`,
        cure: lookAtState
    },
    {
        shows: ({ authenticationAsArm }) => !authenticationAsArm,
        text: () => 'which refuses tokens of Azure Resource Manager, and AKS does not support that (authentication-as-arm)',
        cure: takeArmTokens
    }
];
function* ruleFindings(mirror, registry, facts) {
    const rules = cacheRulesOf(facts, registry.id);
    if (rules === null)
        return;
    if (!rules.known) {
        const what = `${mirrorText(mirror)} has its cache rule`;
        yield unsaid(mirror, what, rules.reason.message, [bringAnswer(rules.reason)]);
        return;
    }
    const ruleOf = cacheRuleFinder(rules.value);
    const without = mirror.pulled.filter(image => {
        const rule = ruleOf(mirrored(image));
        return rule === null || sourceHost(rule) !== image_reference/* microsoftRegistry */._A;
    });
    if (without.length > 0)
        yield broken(mirror, `which has no cache rule from ${microsoftRule.source} to ${microsoftRule.target}, so that it fetches nothing new`, [makeRuleAgain(mirror.cluster, registry)], without);
}
function* findings(mirror, facts, decide) {
    const { cluster, registryId, answer } = mirror;
    if (answer.known) {
        const registry = answer.value;
        for (const { shows, text, cure } of faults)
            if (shows(registry))
                yield broken(mirror, text(registry), [cure(registry)]);
        yield* ruleFindings(mirror, registry, facts);
        yield* grantFindings(mirror, registry, decide);
    }
    else if (answer.reason.code === 'not-found')
        yield broken(mirror, 'which does not exist any more', makeRegistryAgain(cluster, registryId));
    else {
        const what = `${mirrorText(mirror)} is in order`;
        yield unsaid(mirror, what, answer.reason.message, [bringAnswer(answer.reason)]);
    }
}
const bootstrapRegistry = {
    id: 'bootstrap-registry',
    title: 'The registry that mirrors mcr.microsoft.com for the cluster cannot serve it',
    rationale: `With artifact source \`Cache\` the nodes of a cluster take everything that is on \`mcr.microsoft.com\`, AKS's own images too, from a registry of the
cluster: one that AKS made, or one that you brought. That registry must exist, be of tier Premium, take tokens of Azure Resource Manager, have the cache
rule \`aks-managed-mcr\` from \`mcr.microsoft.com/*\` to \`aks-managed-repository/*\`, and let the kubelet identity pull, unless it lets everybody. Where one of
these is gone, images that it has not fetched before fail, and so does every new node.

Looked at where a manifest pulls from \`mcr.microsoft.com\`; a warning, because nodes that were not made anew since the cluster was isolated still go to
\`mcr.microsoft.com\` itself, which nothing shows. The verdicts do not speak of these images. Its private endpoint is looked at by
[isolated-cluster-source](#isolated-cluster-source).`,
    references: [
        {
            title: 'Network isolated AKS clusters',
            url: 'https://learn.microsoft.com/azure/aks/concepts-network-isolated'
        },
        {
            title: 'Create a network isolated AKS cluster',
            url: 'https://learn.microsoft.com/azure/aks/network-isolated'
        },
        {
            title: 'Troubleshoot network isolated AKS clusters',
            url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/troubleshoot-network-isolated-cluster'
        }
    ],
    causes: ['T11'],
    permissions: [...grantReads, readCacheRules],
    *run(context) {
        const mirrors = mirrorsIn(context);
        if (mirrors.length === 0)
            return;
        const decide = decideBy(context.facts);
        for (const mirror of mirrors)
            yield* findings(mirror, context.facts, decide);
    }
};

// EXTERNAL MODULE: ./lib/access/grouping.js
var grouping = __webpack_require__(285);
;// CONCATENATED MODULE: ./lib/checks/pulls-by-registry.js

const knownClusters = (facts) => new Map(facts.clusters.flatMap(({ id, answer }) => answer.known ? [[id.toLowerCase(), answer.value]] : []));
const knownRegistries = (facts) => new Map(facts.registries.flatMap(({ host, answer }) => answer.known ? [[host, answer.value]] : []));
function pullsByRegistry({ facts, verdicts }) {
    const clusters = knownClusters(facts);
    const registries = knownRegistries(facts);
    return [...(0,grouping/* grouped */.z)(verdicts, each => each.cluster)].flatMap(([clusterId, ofCluster]) => {
        const cluster = clusters.get(clusterId.toLowerCase());
        if (cluster === undefined)
            return [];
        return [...(0,grouping/* grouped */.z)(ofCluster, each => each.registry)].flatMap(([host, group]) => {
            const registry = registries.get(host);
            const uses = [...new Set(group.flatMap(each => each.uses))];
            return registry === undefined
                ? []
                : [{ clusterId, cluster, host, registry, verdicts: group, uses }];
        });
    });
}
const knownPulls = new WeakMap();
/**
 * One entry for each cluster and registry, because network and state of a registry are the same for all its images.
 * What is not known of either is said by the checks about missing facts, and is no entry. Many checks ask; the first
 * call for a context computes.
 */
function registryPulls(context) {
    const known = knownPulls.get(context);
    if (known !== undefined)
        return known;
    const pulls = pullsByRegistry(context);
    knownPulls.set(context, pulls);
    return pulls;
}
/** One finding for all images; a single one is named. */
function subjectOfPulls({ clusterId, host }, uses) {
    const [image, ...others] = new Set(uses.map(use => use.image.text));
    return {
        uses,
        cluster: clusterId,
        registry: host,
        ...(image === undefined || others.length > 0 ? {} : { image })
    };
}
/** How the messages about all images of a registry begin. */
const pullsText = ({ host, cluster }) => `Pulls from ${host} on cluster ${cluster.name}`;

;// CONCATENATED MODULE: ./lib/checks/cache-rule-broken.js







/**
 * Sources that the cache supports with credentials only; a host is one of these or a subdomain ("Optimize image pulls with
 * artifact cache", upstream support). Rules from another Azure registry may use an identity, which is no fact.
 */
const sourcesWithSignIn = [
    'docker.io',
    'dhi.io',
    'pkg.dev',
    'registry.redhat.io'
];
const demandsSignIn = (host) => sourcesWithSignIn.some(name => host === name || host.endsWith(`.${name}`));
/** One line, without final stop: the text comes from Azure, and from the source behind it. */
function quoted(problem) {
    const line = problem.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 197)}...` : line;
}
const makeCredentials = (registry, rule, name) => ({
    description: 'Make the credential set from two secrets of a key vault, and let its identity read them (role Key Vault Secrets User).',
    command: registryPartCommand(...[
        registry,
        ['credential-set', 'create'],
        name,
        '--login-server',
        sourceHost(rule)
    ], ...['--username-id', 'https://VAULT.vault.azure.net/secrets/USERNAME'], ...['--password-id', 'https://VAULT.vault.azure.net/secrets/PASSWORD'])
});
const useCredentials = (registry, rule, description) => ({
    description,
    command: registryPartCommand(...[registry, ['cache', 'update'], rule.name, '--cred-set', 'CREDENTIAL_SET'])
});
const unhealthy = (registry, rule, name, problems) => ({
    severity: 'warning',
    text: `the registry reports that credential set ${name}, with which it signs in at ${sourceHost(rule)}, is not healthy${problems.length === 0 ? '' : ` (${problems.join('; ')})`}`,
    remediation: [
        {
            description: 'See which credential it is: its key vault secret may be gone or expired, or the identity of the credential set may not read it (role Key Vault Secrets User).',
            command: registryPartCommand(registry, ['credential-set', 'show'], name)
        },
        {
            description: 'Point it to another secret where the old one is gone.',
            command: registryPartCommand(...[registry, ['credential-set', 'update'], name], ...['--password-id', 'https://VAULT.vault.azure.net/secrets/PASSWORD'])
        }
    ]
});
const missing = (registry, rule, name) => ({
    severity: 'warning',
    text: `credential set ${name}, with which the rule is to sign in at ${sourceHost(rule)}, does not exist`,
    remediation: [
        makeCredentials(registry, rule, name),
        useCredentials(registry, rule, 'Or let the rule use another credential set.')
    ]
});
const anonymous = (registry, rule) => ({
    severity: 'note',
    text: `the rule has no credentials, and the cache supports ${sourceHost(rule)} with credentials only, because pulls without them are limited (too many requests) or refused`,
    remediation: [
        makeCredentials(registry, rule, 'CREDENTIAL_SET'),
        useCredentials(registry, rule, 'Then let the rule use it.')
    ]
});
const notTold = (rule, name, reason) => ({
    severity: 'unknown',
    text: `Whether credential set ${name} of cache rule ${rule.name} works cannot be said: ${reason.message}`,
    remediation: [bringAnswer(reason)]
});
const isUnhealthy = ({ healthy }) => healthy === false;
function troubleOf(rule, registry) {
    const { credentials } = rule;
    if (credentials === null)
        return demandsSignIn(sourceHost(rule)) ? anonymous(registry, rule) : null;
    const { name, answer } = credentials;
    if (!answer.known)
        return answer.reason.code === 'not-found'
            ? missing(registry, rule, name)
            : notTold(rule, name, answer.reason);
    const sick = answer.value.filter(isUnhealthy);
    const problems = new Set(sick.flatMap(({ problem }) => (problem === null ? [] : quoted(problem))));
    return sick.length === 0 ? null : unhealthy(registry, rule, name, [...problems]);
}
const cache_rule_broken_finding = (pulls, rule, uses, { severity, text, remediation }) => ({
    ...subjectOfPulls(pulls, uses),
    severity,
    message: severity === 'unknown'
        ? text
        : `${pullsText(pulls)} may get only what cache rule ${rule.name} (${rule.source}) has fetched before: ${text}`,
    remediation
});
const rulesNotTold = (pulls, reason) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'unknown',
    message: `Whether registry ${pulls.registry.name} must fetch these images from another registry first cannot be said: ${reason.message}`,
    remediation: [bringAnswer(reason)]
});
function* troublesOf(pulls, rules) {
    const ruleOf = cacheRuleFinder(rules);
    for (const [rule, verdicts] of (0,grouping/* grouped */.z)(pulls.verdicts, ({ repository }) => ruleOf(repository))) {
        const trouble = rule === null ? null : troubleOf(rule, pulls.registry);
        if (rule === null || trouble === null)
            continue;
        const uses = [...new Set(verdicts.flatMap(verdict => verdict.uses))];
        yield cache_rule_broken_finding(pulls, rule, uses, trouble);
    }
}
const cacheRuleBroken = {
    id: 'cache-rule-broken',
    title: 'A cache rule cannot fetch from its source',
    rationale: `A cache rule fills a repository of the registry from another registry at the first pull of each tag. When the registry cannot sign in there, what it has
fetched before goes on working and grows old, and a tag that is new in the manifest ends in \`not found\`, \`401 Unauthorized\` or \`too many requests\`,
although the grant of the node is right.

Decided for images whose repository lies in the target of a rule; a rule for one repository counts before a wildcard. The registry itself says whether the
key vault secrets of a credential set still work: a warning, like a credential set that does not exist. A rule without credentials from a source that the
cache supports with credentials only, such as Docker Hub, is a note, because such rules were once possible.

Not seen: what is cached already, whether the source has the tag, and whether a registry behind a firewall lets trusted services in, without which
nothing is fetched. Cache rules are read in a \`--thorough\` run.`,
    references: [
        {
            title: 'Optimize image pulls with artifact cache',
            url: 'https://learn.microsoft.com/azure/container-registry/artifact-cache-overview'
        },
        {
            title: 'Wildcard support for artifact cache',
            url: 'https://learn.microsoft.com/azure/container-registry/wildcards-artifact-cache'
        },
        {
            title: 'Troubleshoot artifact cache issues',
            url: 'https://learn.microsoft.com/azure/container-registry/troubleshoot-artifact-cache'
        }
    ],
    causes: ['N14'],
    permissions: [readRegistry, readCacheRules, readCredentialSets],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const answer = cacheRulesOf(context.facts, pulls.registry.id);
            if (answer === null)
                continue;
            if (answer.known)
                yield* troublesOf(pulls, answer.value);
            else
                yield rulesNotTold(pulls, answer.reason);
        }
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/node-pools.js + 3 modules
var node_pools = __webpack_require__(947);
;// CONCATENATED MODULE: ./lib/checks/lists.js
/** Such as `a, b and c`. */
const listText = (items) => items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
/** Such as `node pools apps and batch`. */
const poolsText = (names) => `node pool${names.length === 1 ? '' : 's'} ${listText(names)}`;

;// CONCATENATED MODULE: ./lib/checks/artifact-streaming.js






/** What excludes all images of a registry ("Artifact streaming", limitations). */
function excludedBy({ sku, encrypted }) {
    if (sku !== null && sku.toLowerCase() !== 'premium')
        return `the registry is of tier ${sku}, and only Premium streams`;
    return encrypted ? 'the registry is encrypted with a customer-managed key' : null;
}
/** What excludes one image in one pod (the same list). */
function excludedUse({ image, pod }) {
    if (image.kind === 'reference' && image.reference.digest !== null)
        return 'the image is named by digest, and only tags are streamed';
    return pod !== null && pod.imagePullSecrets.length > 0
        ? 'the pod has a pull secret, whose credentials do not stream'
        : null;
}
const streamingPools = ({ cluster }, use) => (0,node_pools/* eligiblePools */.Fr)(cluster.nodePools.filter(pool => pool.artifactStreaming), use.pod, cluster);
function artifact_streaming_finding(pulls, uses, reason) {
    const pools = [
        ...new Set(uses.flatMap(use => streamingPools(pulls, use).map(({ name }) => name)))
    ];
    return {
        ...subjectOfPulls(pulls, uses),
        severity: 'note',
        message: `${pullsText(pulls)} are ordinary pulls, although ${poolsText(pools)} ${pools.length === 1 ? 'has' : 'have'} artifact streaming: ${reason}`,
        remediation: pools.map(pool => ({
            description: `If pulls on node pool ${pool} fail with http://localhost:8578 in the message, look at grants and network first; this takes streaming out of the way.`,
            command: nodePoolCommand(pulls.cluster, pool, 'update', '--disable-artifact-streaming')
        })),
        nodePools: pools
    };
}
const artifactStreaming = {
    id: 'artifact-streaming',
    title: 'Artifact streaming does not apply to this pull',
    rationale: `On a node pool with artifact streaming containerd asks a helper on the node (\`http://localhost:8578\`) instead of the registry. It streams only Linux
amd64 images, by tag, from Premium registries without a customer-managed key, and not with the credentials of a pull secret; everything else is
pulled in full. That works, but slowly, and a message such as \`Head "http://localhost:8578/v2/…"\` then points at the helper although the cause is the same
as for any other pull: a missing grant, or a registry that the node does not reach.`,
    references: [
        {
            title: 'Artifact streaming in AKS',
            url: 'https://learn.microsoft.com/azure/aks/artifact-streaming'
        },
        {
            title: 'Troubleshoot artifact streaming',
            url: 'https://learn.microsoft.com/azure/container-registry/troubleshoot-artifact-streaming'
        },
        { title: 'Azure/acr #739', url: 'https://github.com/Azure/acr/issues/739' }
    ],
    causes: ['L7'],
    permissions: [readCluster, readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const streamed = pulls.uses.filter(use => streamingPools(pulls, use).length > 0);
            const byReason = (0,grouping/* grouped */.z)(streamed, use => excludedBy(pulls.registry) ?? excludedUse(use));
            for (const [reason, uses] of byReason)
                if (reason !== null)
                    yield artifact_streaming_finding(pulls, uses, reason);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/cluster-not-running.js





const is = (value, expected) => value?.toLowerCase() === expected;
const isStopped = ({ powerState }) => is(powerState, 'stopped');
const hasFailed = ({ provisioningState }) => is(provisioningState, 'failed') || is(provisioningState, 'canceled');
const isBeingDeleted = ({ provisioningState }) => is(provisioningState, 'deleting');
const failedText = ({ provisioningState }) => `has provisioning state ${provisioningState ?? ''}: what is read of it need not be what its nodes have`;
const beingDeleted = {
    text: 'is being deleted: nothing will be pulled there',
    remediation: []
};
function stateOfCluster(cluster) {
    if (isBeingDeleted(cluster))
        return beingDeleted;
    if (isStopped(cluster))
        return {
            text: 'is stopped: nothing is pulled there until it runs, and what is read of it may change by then',
            remediation: [
                { description: 'Start the cluster.', command: clusterCommand(cluster, ['start']) }
            ]
        };
    if (!hasFailed(cluster))
        return null;
    return {
        text: failedText(cluster),
        remediation: [
            {
                description: 'Update the cluster without changes, which brings it back to its settings, and read what that says.',
                command: clusterCommand(cluster, ['update'])
            }
        ]
    };
}
function stateOfPool(cluster, pool) {
    if (isBeingDeleted(pool))
        return beingDeleted;
    if (isStopped(pool))
        return {
            text: 'is stopped: nothing is pulled there until it runs, and what is read of it may change by then',
            remediation: [
                {
                    description: `Start node pool ${pool.name}.`,
                    command: nodePoolCommand(cluster, pool.name, 'start')
                }
            ]
        };
    if (!hasFailed(pool))
        return null;
    return {
        text: failedText(pool),
        remediation: [
            {
                description: `Look at node pool ${pool.name}.`,
                command: nodePoolCommand(cluster, pool.name, 'show')
            }
        ]
    };
}
function* onPools(clusterId, cluster, uses) {
    for (const pool of cluster.nodePools) {
        const state = stateOfPool(cluster, pool);
        const landing = uses.filter(use => (0,node_pools/* eligiblePools */.Fr)([pool], use.pod, cluster).length > 0);
        if (state === null || landing.length === 0)
            continue;
        yield {
            severity: 'note',
            message: `Node pool ${pool.name} of cluster ${cluster.name} ${state.text}`,
            remediation: state.remediation,
            uses: landing,
            cluster: clusterId,
            nodePools: [pool.name]
        };
    }
}
const clusterNotRunning = {
    id: 'cluster-not-running',
    title: 'The cluster or a node pool is not running',
    rationale: `Nothing is pulled while a cluster or node pool is stopped, and a pool in state Failed may have nodes with old settings, or none. What this report
says about identities, versions and grants is read from the resources as they are and may change with the start or the repair, so nothing can be
asserted about pulls until then. Only node pools on which the pods can land are looked at; operations under way are not reported.`,
    references: [
        {
            title: 'Stop and start an AKS cluster',
            url: 'https://learn.microsoft.com/azure/aks/start-stop-cluster'
        },
        {
            title: 'Start and stop node pools',
            url: 'https://learn.microsoft.com/azure/aks/start-stop-nodepools'
        }
    ],
    causes: ['L8'],
    permissions: [readCluster],
    *run({ facts, verdicts }) {
        for (const [clusterId, ofCluster] of (0,grouping/* grouped */.z)(verdicts, verdict => verdict.cluster)) {
            const cluster = (0,wording/* clusterOf */.es)(facts, clusterId);
            if (cluster === null)
                continue;
            const uses = [...new Set(ofCluster.flatMap(verdict => verdict.uses))];
            const state = stateOfCluster(cluster);
            if (state === null)
                yield* onPools(clusterId, cluster, uses);
            else
                yield {
                    severity: 'note',
                    message: `Cluster ${cluster.name} ${state.text}`,
                    remediation: state.remediation,
                    uses,
                    cluster: clusterId
                };
        }
    }
};

// EXTERNAL MODULE: ./lib/access/condition.js + 3 modules
var condition = __webpack_require__(1786);
;// CONCATENATED MODULE: ./lib/checks/condition-excludes-repository.js





function allowedText(grants) {
    const values = grants.flatMap(({ assignment }) => (0,condition/* repositoriesNamed */.cM)((0,condition/* readCondition */.sK)(assignment.condition, assignment.conditionVersion)));
    return values.length === 0 ? '' : ` (it names ${values.map(value => `'${value}'`).join(', ')})`;
}
function showCondition(verdict, grant) {
    return {
        description: `Let the condition of ${grant.role} include repository ${verdict.repository} (a prefix ends with /), or assign the role again without it; this prints the assignment to start from.`,
        command: command(...['az', 'role', 'assignment', 'list', '--assignee', grant.assignment.principalId], ...['--scope', grant.assignment.scope, '--query', `[?id=='${grant.assignment.id}']`])
    };
}
const conditionExcludesRepository = {
    id: 'condition-excludes-repository',
    title: 'The condition of the role assignment leaves this repository out',
    rationale: `On a registry with ABAC repository permissions, a role assignment can carry a condition that limits it to some
repositories. The puller holds a role that would let it pull, but every such assignment has a condition that is false for this repository.
A frequent slip is the slash: \`StringStartsWithIgnoreCase 'team'\` matches \`team-b/app\` too, and \`'team/'\` does not match \`team\`.`,
    references: [
        {
            title: 'Azure role assignment condition format and syntax',
            url: 'https://learn.microsoft.com/azure/role-based-access-control/conditions-format'
        }
    ],
    causes: ['Z3'],
    permissions: grantReads,
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'condition-excludes-repository'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: ${(0,wording/* pullerText */.aL)(verdict.puller)} holds ${(0,wording/* rolesText */.Z2)(cause.grants)} at registry ${verdict.registry}, but its condition excludes repository ${verdict.repository}${allowedText(cause.grants)}`,
                remediation: cause.grants.map(grant => showCondition(verdict, grant))
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/deny-assignment.js




const denyAssignment = {
    id: 'deny-assignment',
    title: 'A deny assignment forbids the pull',
    rationale: `A deny assignment beats every role assignment. Azure creates them for managed applications, deployment stacks and
blueprints; nobody can delete them by hand, the owner of the stack or application changes its deny settings.`,
    references: [
        {
            title: 'Understand Azure deny assignments',
            url: 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments'
        }
    ],
    causes: ['Z8'],
    permissions: grantReads,
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'denied'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: deny assignment '${cause.deny.name}' at ${cause.deny.scope} forbids ${(0,wording/* pullerText */.aL)(verdict.puller)} to pull`,
                remediation: [
                    {
                        description: 'Exclude the principal in the deny settings of the deployment stack or managed application that made it.',
                        command: command('az', 'rest', '--method', 'get', '--url', `${cause.deny.id}?api-version=2022-04-01`)
                    }
                ]
            };
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/kubernetes-version.js
var kubernetes_version = __webpack_require__(9727);
// EXTERNAL MODULE: ./lib/checks/landing.js
var checks_landing = __webpack_require__(2070);
// EXTERNAL MODULE: ./lib/access/permissions.js
var access_permissions = __webpack_require__(9618);
// EXTERNAL MODULE: ./lib/access/pod-credentials.js
var pod_credentials = __webpack_require__(4846);
;// CONCATENATED MODULE: ./lib/checks/pull-traits.js



/** Listing registries, as the in-tree provider did (kubernetes #77245), needs it; AcrPull lacks it. */
const pull_traits_readRegistry = {
    kind: 'action',
    name: 'Microsoft.ContainerRegistry/registries/read'
};
const credentials = {
    'kubelet-identity': 'managedIdentity',
    'service-principal': 'servicePrincipal',
    none: null
};
function principalOf({ nodeIdentity }) {
    if (nodeIdentity.kind === 'kubelet-identity')
        return nodeIdentity.objectId;
    return nodeIdentity.kind === 'service-principal' && nodeIdentity.objectId.known
        ? nodeIdentity.objectId.value
        : null;
}
const pull_traits_same = (one, other) => one.toLowerCase() === other.toLowerCase();
function permissionsAt(facts, registry, principalId) {
    const found = facts.assignments.find(each => pull_traits_same(each.registryId, registry.id) && pull_traits_same(each.principalId, principalId));
    if (found?.answer.known !== true)
        return null;
    const keys = new Set(found.answer.value.map(each => (0,wording/* lastSegment */.mp)(each.roleDefinitionId).toLowerCase()));
    const roles = facts.roleDefinitions.filter(({ key, answer }) => keys.has(key) && answer.known);
    return {
        entries: roles.flatMap(({ answer }) => (answer.known ? answer.value.permissions : [])),
        complete: found.groupsResolved && roles.length === keys.size
    };
}
/** Conditions aside: null when a missing role, a group or a condition could change the answer. */
function permits(permissions, operation) {
    if (permissions === null)
        return null;
    const covering = permissions.entries.filter(entry => (0,access_permissions/* covers */.hU)(entry, operation));
    return covering.length > 0 ? true : permissions.complete ? false : null;
}
const noGrantCauses = new Set([
    'no-grant',
    'role-ineffective-in-mode',
    'condition-excludes-repository',
    'role-lacks-pull-action',
    'granted-to-other-identity',
    'denied'
]);
/** Whether the verdict found that the puller lacks a grant that works for the image. */
const isWithoutGrant = ({ cause }) => noGrantCauses.has(cause.kind);
/** A verdict of an anonymous pull tells nothing about grants, so the roles are looked at. */
function grantOf(verdict, registry, permissions) {
    if (verdict.cause.kind === 'granted')
        return 'present';
    if (isWithoutGrant(verdict))
        return 'missing';
    const mode = registry?.roleAssignmentMode ?? null;
    const permitted = mode === null ? null : permits(permissions, access_permissions/* pullOperation */.Dk[mode]);
    return permitted === null ? null : permitted ? 'present' : 'missing';
}
const hours = (milliseconds) => milliseconds / 3_600_000;
function grantAge(verdict, grant, collectedAt) {
    if (grant === 'missing')
        return Infinity;
    if (verdict.cause.kind !== 'granted')
        return null;
    const { createdOn } = verdict.cause.grant.assignment;
    return createdOn === null ? null : hours(Date.parse(collectedAt) - Date.parse(createdOn));
}
function lacksRegistryRead(grant, permissions) {
    if (grant === 'missing')
        return false;
    const reads = permits(permissions, pull_traits_readRegistry);
    return grant === null || reads === null ? null : !reads;
}
function traitsOfVerdict(facts, cluster, verdict) {
    const registry = (0,wording/* registryOf */.Fv)(facts, verdict.registry);
    const principal = principalOf(cluster);
    const permissions = registry === null || principal === null ? null : permissionsAt(facts, registry, principal);
    const grant = grantOf(verdict, registry, permissions);
    return {
        identity: credentials[cluster.nodeIdentity.kind],
        crossSubscription: registry === null ? null : !pull_traits_same(registry.subscriptionId, cluster.subscriptionId),
        anonymousPull: registry?.anonymousPull ?? null,
        authenticationAsArm: registry?.authenticationAsArm ?? null,
        grant,
        grantAgeHours: grantAge(verdict, grant, facts.collectedAt),
        grantLacksRegistryRead: lacksRegistryRead(grant, permissions),
        imageHost: verdict.registry,
        imageRepositoryPath: verdict.repository,
        cloud: facts.cloud.name
    };
}
/**
 * Pull secrets come before the node's credential. One that covers the registry is tried with an outcome that only the
 * registry knows; one that a controller fills for an identity with a grant is sure.
 */
function coveredBySecret(verdict, use, manifests, facts) {
    if (verdict.result === 'pull' && verdict.puller.kind === 'pull-secret')
        return 'yes';
    if (use.image.kind !== 'reference')
        return 'no';
    const { credentials } = (0,pod_credentials/* podCredentialsOf */.$)(use, use.image.reference, manifests, facts);
    return credentials.some(({ kind }) => kind !== 'broken-secret') ? 'maybe' : 'no';
}

;// CONCATENATED MODULE: ./lib/checks/ensure-secret-pulled-images.js






/** KubeletEnsureSecretPulledImages is on by default from here (CHANGELOG-1.35, kubernetes #135228). */
const introduced = '1.35';
function verifiesCachedImages({ kubernetesVersion }) {
    const version = (0,kubernetes_version/* parseKubernetesVersion */.i6)(kubernetesVersion);
    return version !== null && (0,kubernetes_version/* compareMinors */.I2)(version.minor, introduced) >= 0;
}
/** Without a policy Kubernetes sets Always for `latest` and IfNotPresent for the rest (Kubernetes docs, "Images"). */
function mayUseCopy({ pullPolicy, image }) {
    if (pullPolicy !== null)
        return pullPolicy !== 'Always';
    if (image.kind !== 'reference')
        return false;
    const { tag, digest } = image.reference;
    return digest !== null || (tag !== null && tag !== 'latest');
}
/** A note: the missing grant has its own error, and this only says that no cached copy will hide it. */
const ensure_secret_pulled_images_finding = (verdict, pools) => ({
    ...subjectOf(verdict),
    severity: 'note',
    message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} cannot rest on a copy that a node already has: from Kubernetes ${introduced} on the kubelet verifies the pod's credentials for cached images too, on node pool ${[...pools].join(', ')}`,
    remediation: []
});
function concerned(cluster, verdict) {
    const pools = (0,checks_landing/* poolsOf */.Fo)(cluster).filter(verifiesCachedImages);
    const uses = verdict.uses
        .filter(mayUseCopy)
        .filter(use => (0,checks_landing/* landingPools */.T6)(cluster, pools, use).length > 0);
    const names = uses.flatMap(use => (0,checks_landing/* landingPools */.T6)(cluster, pools, use)).map(({ name }) => name);
    return { uses, names: new Set(names) };
}
const ensureSecretPulledImages = {
    id: 'ensure-secret-pulled-images',
    title: 'A cached image no longer hides a missing grant',
    rationale: `Until Kubernetes 1.34 a pod with pull policy \`IfNotPresent\` or \`Never\` could ride on an image that another pod had
pulled to the same node. From 1.35 on the kubelet verifies that the pod itself has credentials for the image (feature gate
KubeletEnsureSecretPulledImages, policy NeverVerifyPreloadedImages; images that came with the node are left out). A workload without a grant
that has worked so far fails after the upgrade of its node pool.`,
    references: [
        {
            title: 'KEP-2535: Ensure secret pulled images',
            url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2535-ensure-secret-pulled-images'
        },
        { title: 'Images', url: 'https://kubernetes.io/docs/concepts/containers/images/' }
    ],
    causes: ['L9'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const verdict of verdicts.filter(isWithoutGrant)) {
            const cluster = (0,wording/* clusterOf */.es)(facts, verdict.cluster);
            if (cluster === null)
                continue;
            const { uses, names } = concerned(cluster, verdict);
            if (uses.length > 0)
                yield { ...ensure_secret_pulled_images_finding(verdict, names), uses, nodePools: [...names] };
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/facts-missing.js




const factMissing = cause => ({
    what: `${cause.subject}: ${cause.reason.message}`,
    cure: permissionCure(cause.reason.permission)
});
const modeUnknown = (_cause, verdict) => ({
    what: `Azure did not say which role assignment mode registry ${verdict.registry} has, and the modes lead to different answers`,
    cure: `Look at az acr show --query roleAssignmentMode for registry ${verdict.registry}.`
});
const groupsNotResolved = (_cause, verdict) => ({
    what: `the groups of ${(0,wording/* pullerText */.aL)(verdict.puller)} could not be resolved, and a grant may come through one`,
    cure: permissionCure(readAssignments)
});
const principalUnknown = cause => ({
    what: `the object id of service principal ${cause.clientId} is not known to Azure Resource Manager`,
    cure: `Pass --kubelet-object-id (action: kubelet-object-id) with the answer of: az ad sp show --id ${cause.clientId} --query id`
});
const conditionNotDecidable = (cause, verdict) => ({
    what: `${cause.grant.role} is assigned with a condition that cannot be decided from here for repository ${verdict.repository}`,
    cure: `Read the condition of ${cause.grant.assignment.id}.`
});
const denyNotDecidable = (cause, verdict) => cause.deny === null
    ? {
        what: `the deny assignments at registry ${verdict.registry} could not be read, and one of them would beat the grant`,
        cure: permissionCure(readDenials)
    }
    : {
        what: `deny assignment '${cause.deny.name}' may apply to ${(0,wording/* pullerText */.aL)(verdict.puller)}, which cannot be decided from here`,
        cure: `Read ${cause.deny.id} and its excluded groups.`
    };
function* gaps(verdicts) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'fact-missing'))
        yield { verdict, gap: factMissing(cause, verdict) };
    for (const { verdict, cause } of verdictsBecause(verdicts, 'mode-unknown'))
        yield { verdict, gap: modeUnknown(cause, verdict) };
    for (const { verdict, cause } of verdictsBecause(verdicts, 'groups-not-resolved'))
        yield { verdict, gap: groupsNotResolved(cause, verdict) };
    for (const { verdict, cause } of verdictsBecause(verdicts, 'principal-unknown'))
        yield { verdict, gap: principalUnknown(cause, verdict) };
    for (const { verdict, cause } of verdictsBecause(verdicts, 'condition-not-decidable'))
        yield { verdict, gap: conditionNotDecidable(cause, verdict) };
    for (const { verdict, cause } of verdictsBecause(verdicts, 'deny-not-decidable'))
        yield { verdict, gap: denyNotDecidable(cause, verdict) };
}
const facts_missing_finding = (verdict, gap) => ({
    ...subjectOf(verdict),
    severity: 'unknown',
    message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} cannot be judged: ${gap.what}`,
    remediation: [{ description: gap.cure, command: null }]
});
const factsMissing = {
    id: 'facts-missing',
    title: 'A fact that decides is missing',
    rationale: `Azure would not tell, or cannot tell, something on which the answer rests: a role list that may not be read, a condition on
attributes of the request, groups that could not be resolved, the object id of a service principal. A missing answer is never read as
"no grant", and never as "granted": the verdict is unknown, and this finding names what would bring it.`,
    references: [
        {
            title: 'Azure built-in and custom roles for reading role assignments',
            url: 'https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest'
        }
    ],
    causes: [],
    permissions: grantReads,
    *run({ verdicts }) {
        for (const { verdict, gap } of gaps(verdicts))
            yield facts_missing_finding(verdict, gap);
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/location.js
var kubernetes_location = __webpack_require__(5997);
;// CONCATENATED MODULE: ./lib/checks/facts-stale.js

const factsStale = {
    id: 'facts-stale',
    title: 'The facts file is old',
    rationale: `An offline run judges from what Azure said when the facts were collected. From 24 hours on that is worth a warning; beyond
\`--max-age\` (72 hours) the answers are treated as missing, so that an old file never passes a change that Azure would refuse today.`,
    references: [],
    causes: [],
    permissions: [],
    *run({ facts }) {
        for (const { subject, reason } of facts.coverage)
            if (reason.code === 'stale')
                yield {
                    severity: 'warning',
                    message: `${subject}: ${reason.message}`,
                    remediation: [
                        {
                            description: 'Collect the facts again where credentials are (acr-pull-check collect).',
                            command: null
                        }
                    ],
                    uses: [],
                    locations: [(0,kubernetes_location/* lineLocation */._)(subject)]
                };
    }
};

;// CONCATENATED MODULE: ./lib/checks/grant-to-other-identity.js




const roleText = {
    'control-plane': 'control-plane identity',
    'add-on': 'add-on identity'
};
const grantToOtherIdentity = {
    id: 'grant-to-other-identity',
    title: 'The grant was given to an identity of the cluster that does not pull',
    rationale: `A cluster has several identities. Nodes pull with the kubelet identity
(\`identityProfile.kubeletidentity\`); the cluster's own identity (\`identity.principalId\`) and those of its add-ons never pull.
Granting AcrPull to the control-plane identity is the classic mistake: it carries the cluster's name in the portal.`,
    references: [
        {
            title: 'Use a managed identity in AKS',
            url: 'https://learn.microsoft.com/azure/aks/use-managed-identity'
        }
    ],
    causes: ['Z4'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'granted-to-other-identity'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: ${cause.grant.role} at registry ${verdict.registry} was given to the ${roleText[cause.identity.role]} ${(0,wording/* lastSegment */.mp)(cause.identity.name)} (object id ${cause.identity.objectId}), but nodes pull with ${(0,wording/* pullerText */.aL)(verdict.puller)}`,
                remediation: grantPull(facts, verdict)
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/group-grant.js




const groupGrant = {
    id: 'group-grant',
    title: 'The grant comes through a group',
    rationale: `It works, with a caveat that Azure documents: the group claims of a managed identity are cached for about 24 hours, so after a change of
membership pulls can fail for hours although everything looks right. A direct assignment has no such delay. When the identity became a member shows nowhere, so this is a warning for old memberships too.`,
    references: [
        {
            title: 'Authenticate with Azure Container Registry from AKS (limitations)',
            url: 'https://learn.microsoft.com/azure/aks/cluster-container-registry-integration'
        }
    ],
    causes: ['Z7'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'granted'))
            if (cause.viaGroup)
                yield {
                    ...subjectOf(verdict),
                    severity: 'warning',
                    message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)}: ${(0,wording/* pullerText */.aL)(verdict.puller)} holds ${cause.grant.role} at registry ${verdict.registry} only through group ${cause.grant.assignment.principalId}, whose membership can take 24 hours to reach the nodes`,
                    remediation: grantPull(facts, verdict)
                };
    }
};

;// CONCATENATED MODULE: ./lib/checks/image-host-placeholder.js
const imageHostPlaceholder = {
    id: 'image-host-placeholder',
    title: 'A placeholder hides the registry',
    rationale: `The deployment fills this text in later, so what will be pulled is not known here. Give the value, and the image is
checked like any other; a placeholder in the tag alone does not stop the check.`,
    references: [],
    causes: ['N10'],
    permissions: [],
    *run({ manifests }) {
        for (const use of manifests.uses)
            if (use.image.kind === 'unresolved')
                yield {
                    severity: 'note',
                    message: `'${use.image.text}' cannot be checked: nothing says what ${use.image.placeholder} stands for`,
                    remediation: [
                        {
                            description: `Pass its value: --var NAME=VALUE (action: variables), NAME being what stands in ${use.image.placeholder}.`,
                            command: null
                        }
                    ],
                    uses: [use],
                    image: use.image.text
                };
    }
};

;// CONCATENATED MODULE: ./lib/checks/invalid-image-reference.js
function invalidTexts(manifests) {
    const found = new Map();
    for (const use of manifests.uses) {
        if (use.image.kind !== 'invalid')
            continue;
        const entry = found.get(use.image.text) ?? { ...use.image, uses: [] };
        entry.uses.push(use);
        found.set(use.image.text, entry);
    }
    return [...found.values()];
}
const invalidImageReference = {
    id: 'invalid-image-reference',
    title: 'The text is no image reference',
    rationale: `The kubelet parses the reference before it pulls anything and reports \`InvalidImageName\`. Upper case in the repository,
a scheme such as \`https://\`, blanks and empty parts are the usual slips. The grammar is the one of the distribution project, which containerd uses.`,
    references: [
        {
            title: 'distribution/reference: grammar of image references',
            url: 'https://pkg.go.dev/github.com/distribution/reference'
        }
    ],
    causes: ['N10'],
    permissions: [],
    *run({ manifests }) {
        for (const { text, reason, uses } of invalidTexts(manifests))
            yield {
                severity: 'error',
                message: `'${text}' is no image reference: ${reason}`,
                remediation: [
                    {
                        description: 'Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@DIGEST, all lower case before the tag.',
                        command: null
                    }
                ],
                uses,
                image: text
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/import-images.js

/** A registry that isolated nodes can reach, as far as Azure tells: a known one with a private endpoint. */
const importTarget = (facts) => facts.registries
    .flatMap(({ answer }) => (answer.known ? answer.value : []))
    .find(({ approvedPrivateEndpoints }) => approvedPrivateEndpoints > 0) ?? null;
/** Digests are imported without a tag ("Import container images to a container registry"). */
function importCommand(registry, { domain, repository, tag, digest }) {
    const version = digest === null ? `:${tag ?? 'latest'}` : `@${digest}`;
    return registryCommand(registry, ['import'], ...['--source', `${domain}/${repository}${version}`], ...(digest !== null && tag === null
        ? ['--repository', repository]
        : ['--image', `${repository}:${tag ?? 'latest'}`]));
}
/** How to have images of an unreachable registry in one that can be reached. */
function copyImages(facts, references) {
    const target = importTarget(facts);
    if (target === null)
        return [
            {
                description: 'Import the image into a registry with a private endpoint in a network that the nodes reach, or let such a registry cache it, and name that registry in the manifest.',
                command: null
            }
        ];
    const commands = new Set(references.map(reference => importCommand(target, reference)));
    return [...commands].map(command => ({
        description: `Import the image, and write ${target.loginServer} in place of its registry; a cache rule does the same for all images of a source.`,
        command
    }));
}

// EXTERNAL MODULE: ./lib/facts/registry-network.js
var registry_network = __webpack_require__(4083);
;// CONCATENATED MODULE: ./lib/checks/isolated-cluster-source.js







/** Registries that are on the internet and nowhere else; a host is one of these or a subdomain. */
const publicRegistries = [
    ...['docker.io', 'quay.io', 'ghcr.io', 'gcr.io', 'pkg.dev', 'registry.k8s.io', 'public.ecr.aws'],
    ...['nvcr.io', 'registry.gitlab.com', 'docker.elastic.co', 'docker.n8n.io', 'cgr.dev'],
    ...['registry.access.redhat.com', 'registry.redhat.io', 'container-registry.oracle.com']
];
const isPublic = (host) => publicRegistries.some(name => host === name || host.endsWith(`.${name}`));
const isOnNode = (host) => host === 'localhost' || host.startsWith('127.');
const makeEndpoint = (registry) => ({
    description: `Make a private endpoint of registry ${registry.name} in a network that the nodes reach, with a private DNS zone ${(0,registry_network/* privateZone */.S7)(registry)} linked to it.`,
    command: null
});
/** A registry that is not known or has no public access has findings of its own; others are of another cloud. */
const azureTrouble = (registry) => registry?.approvedPrivateEndpoints === 0 && !(0,registry_network/* isPublicAccessDisabled */.o4)(registry)
    ? {
        severity: 'warning',
        text: 'no private endpoint of the registry is approved',
        remediation: [makeEndpoint(registry)]
    }
    : null;
/** Facts files may have it only where an image names it, too. */
function mirrorOf(facts, { bootstrapRegistryId: id }) {
    const answer = (0,wording/* bootstrapRegistryOf */.Pm)(facts, id);
    if (answer?.known === true)
        return answer.value;
    const wanted = id?.toLowerCase();
    const registries = facts.registries.flatMap(({ answer }) => (answer.known ? answer.value : []));
    return registries.find(registry => registry.id.toLowerCase() === wanted) ?? null;
}
const references = ({ pulled }) => pulled.map(({ reference }) => reference);
/**
 * Unless the source is Direct, nodes ask the registry of the cluster for what is on mcr.microsoft.com ("Network isolated
 * AKS clusters"). Whether it can serve them otherwise has a check of its own.
 */
function microsoftTrouble(source, facts) {
    if (source.cluster.artifactSource?.toLowerCase() === 'direct')
        return {
            severity: 'warning',
            text: 'the cluster has no registry that mirrors it (artifact source Direct)',
            remediation: copyImages(facts, references(source))
        };
    const mirror = mirrorOf(facts, source.cluster);
    return mirror?.approvedPrivateEndpoints === 0
        ? {
            severity: 'warning',
            text: `registry ${mirror.loginServer}, which mirrors it, has no approved private endpoint`,
            remediation: [makeEndpoint(mirror)]
        }
        : null;
}
function isolated_cluster_source_troubleOf(source, facts) {
    const { host } = source;
    const suffixes = [...image_reference/* azureRegistrySuffixes */.KJ, ...facts.cloud.registrySuffixes];
    if ((0,image_reference/* isAzureRegistryHost */.BS)(host, suffixes))
        return azureTrouble((0,wording/* registryOf */.Fv)(facts, host));
    if (host === image_reference/* microsoftRegistry */._A)
        return microsoftTrouble(source, facts);
    if (isOnNode(host))
        return null;
    const remediation = copyImages(facts, references(source));
    return isPublic(host)
        ? { severity: 'warning', text: 'this registry is on the internet', remediation }
        : {
            severity: 'note',
            text: 'whether this host is within its network is not known',
            remediation
        };
}
function isolated_cluster_source_finding(source, { severity, text, remediation }) {
    const { clusterId, cluster, host, pulled } = source;
    const [image, ...others] = new Set(pulled.map(({ use }) => use.image.text));
    return {
        severity,
        message: `Pulls from ${host} on cluster ${cluster.name} have no known way: with outbound type ${cluster.outboundType ?? ''} AKS gives its nodes no way out, and ${text}`,
        remediation,
        uses: pulled.map(({ use }) => use),
        cluster: clusterId,
        registry: host,
        ...(image === undefined || others.length > 0 ? {} : { image })
    };
}
function* sources(context) {
    const isolated = context.facts.clusters.flatMap(({ id, answer }) => answer.known && (0,registry_network/* isIsolated */.ed)(answer.value) ? [{ clusterId: id, cluster: answer.value }] : []);
    if (isolated.length === 0)
        return;
    const byHost = (0,grouping/* grouped */.z)(pulledImages(context), ({ reference }) => (0,image_reference/* registryHost */.U$)(reference));
    for (const cluster of isolated)
        for (const [host, pulled] of byHost)
            yield { ...cluster, host, pulled };
}
const isolatedClusterSource = {
    id: 'isolated-cluster-source',
    title: 'A cluster without a way out is to pull from outside its network',
    rationale: `With outbound type \`none\` AKS makes no way out of the cluster's network, and with \`block\` it shuts every one. Docker Hub, quay.io, ghcr.io and
their like are then out of reach, and so is an Azure registry without a private endpoint. Such clusters start because their nodes fetch
\`mcr.microsoft.com\` through a registry of the cluster (artifact source \`Cache\`); that covers no other registry, and with artifact source
\`Direct\` not even this one. A cluster that was isolated later pulls through it only after its node pools were re-imaged.

You can give such a network a way out of your own (a firewall, a peering), which the cluster's properties do not tell: a warning, and a
note for hosts that are not known to be on the internet. Clusters with an HTTP proxy have a way and are left out.`,
    references: [
        {
            title: 'Network isolated AKS clusters',
            url: 'https://learn.microsoft.com/azure/aks/concepts-network-isolated'
        },
        {
            title: 'Customize cluster egress with outbound types in AKS',
            url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype'
        },
        {
            title: 'Import container images to a container registry',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-import-images'
        }
    ],
    causes: ['T11', 'T12'],
    permissions: [readCluster, readRegistry],
    *run(context) {
        for (const source of sources(context)) {
            const trouble = isolated_cluster_source_troubleOf(source, context.facts);
            if (trouble !== null)
                yield isolated_cluster_source_finding(source, trouble);
        }
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/three-valued.js
var three_valued = __webpack_require__(1090);
;// CONCATENATED MODULE: ./lib/known-issues/condition.js

const condition_credentials = {
    managedIdentity: 'the nodes pull with a managed identity',
    servicePrincipal: 'the nodes pull with a service principal'
};
const askIf = (trait, holds) => trait === null ? 'maybe' : (0,three_valued/* answerOf */.ut)(holds(trait));
const term = (wanted, text, answer) => wanted === undefined ? [] : [{ text: text(wanted), answer: traits => answer(wanted, traits) }];
const either = (wanted, yes, no) => (wanted ? yes : no);
/** The condition in words. */
const textOf = (condition) => termsOf(condition)
    .map(({ text }) => text)
    .join(' and ');
const registryTerms = (condition) => [
    ...term(condition.crossSubscription, wanted => `the registry is in ${either(wanted, 'another', 'the same')} subscription`, (wanted, traits) => askIf(traits.crossSubscription, actual => actual === wanted)),
    ...term(condition.anonymousPull, wanted => `anonymous pull is ${either(wanted, 'on', 'off')}`, (wanted, traits) => askIf(traits.anonymousPull, actual => actual === wanted)),
    ...term(condition.authenticationAsArm, wanted => `the registry ${either(wanted, 'accepts', 'refuses')} tokens of Azure Resource Manager`, (wanted, traits) => askIf(traits.authenticationAsArm, actual => actual === wanted))
];
const grantTerms = (condition) => [
    ...term(condition.grant, wanted => `the grant is ${wanted}`, (wanted, traits) => askIf(traits.grant, actual => actual === wanted)),
    ...term(condition.grantYoungerThanHours, hours => `the grant is less than ${hours} hours old`, (hours, traits) => askIf(traits.grantAgeHours, age => age < hours)),
    ...term(condition.grantLacksRegistryRead, wanted => `the grant ${either(wanted, 'lacks', 'has')} read access to the registry's resource`, (wanted, traits) => askIf(traits.grantLacksRegistryRead, actual => actual === wanted))
];
const imageTerms = (condition) => [
    ...term(condition.registryHostsAtLeast, count => `the nodes pull from at least ${count} registries`, (count, traits) => (0,three_valued/* answerOf */.ut)(traits.registryHosts >= count)),
    ...term(condition.registryHostsAtMost, count => `the manifests bring at most ${count} registry to the nodes, beside that of system images`, (count, traits) => (0,three_valued/* answerOf */.ut)(traits.registryHosts <= count)),
    ...term(condition.imageHost, pattern => `the image's host matches ${pattern.source}`, (pattern, traits) => (0,three_valued/* answerOf */.ut)(pattern.test(traits.imageHost))),
    ...term(condition.imageRepositoryPath, pattern => `the image's repository path matches ${pattern.source}`, (pattern, traits) => (0,three_valued/* answerOf */.ut)(pattern.test(traits.imageRepositoryPath)))
];
const clusterTerms = (condition) => [
    ...term(condition.identity, wanted => condition_credentials[wanted], (wanted, traits) => askIf(traits.identity, actual => actual === wanted)),
    ...term(condition.cloud, wanted => `the cloud is ${wanted}`, (wanted, traits) => (0,three_valued/* answerOf */.ut)(traits.cloud === wanted)),
    // ARM leaves the profile out where nodes are not provisioned automatically.
    ...term(condition.nodeProvisioningMode, wanted => `node provisioning is ${wanted}`, (wanted, traits) => (0,three_valued/* answerOf */.ut)(traits.nodeProvisioningMode === wanted))
];
/** The condition's parts, all of which must hold. */
const termsOf = (condition) => [
    ...clusterTerms(condition),
    ...registryTerms(condition),
    ...grantTerms(condition),
    ...imageTerms(condition),
    ...term(condition.anyOf, conditions => conditions.map(textOf).join(', or '), (conditions, traits) => (0,three_valued/* anyOf */.EB)(conditions.map(each => holds(each, traits))))
];
const holds = (condition, traits) => (0,three_valued/* allOf */.bn)(termsOf(condition).map(part => part.answer(traits)));
/** In words, those alternatives of the condition that the traits answer so. */
const alternatives = ({ anyOf: conditions = [] }, traits, answer) => conditions.filter(each => holds(each, traits) === answer).map(textOf);
/** In words, the parts of the condition that the traits leave open. */
function undecided({ anyOf: conditions, ...rest }, traits) {
    const parts = termsOf(rest).filter(part => part.answer(traits) === 'maybe');
    const either = conditions === undefined ? {} : { anyOf: conditions };
    const open = holds(either, traits) === 'maybe' ? alternatives(either, traits, 'maybe') : [];
    return [...parts.map(({ text }) => text), ...open];
}

;// CONCATENATED MODULE: ./lib/known-issues/known-issue.js
const confidenceTexts = {
    absence: 'concluded from the absence of a cherry-pick',
    dates: 'concluded from dates',
    inferred: 'inferred',
    unverified: 'not verified'
};
/** The published list whose numbers `documented` repeats. */
const publishedList = {
    title: 'ACR related issues, andyzhangx/demo issues/acr-issues.md',
    url: 'https://github.com/andyzhangx/demo/blob/master/issues/acr-issues.md'
};

;// CONCATENATED MODULE: ./lib/known-issues/documentation.js


/** Text from the tables is ours, yet a pattern may hold the one character that ends a cell. */
const cell = (text) => text.replaceAll('|', '\\|');
const imagesText = ({ nodeImage = {} }) => Object.entries(nodeImage)
    .map(([line, version]) => `${line} node image ${version}`)
    .join(', ');
const fixTexts = {
    none: () => 'no fix',
    any: imagesText
};
const fixText = (row) => [
    fixTexts[row.fixed]?.(row) ?? row.fixed,
    ...(row.upgradeTo === undefined ? [] : [`(take ${row.upgradeTo})`])
].join(' ');
const sourceText = ({ source, confidence, note }) => [
    source,
    ...(confidence === undefined ? [] : [`**${confidenceTexts[confidence]}**`]),
    ...(note === undefined ? [] : [note])
].join('; ');
const hasDocumentedColumn = (issue) => issue.documented !== null;
function rowText(issue, row) {
    const documented = row.documented === 'none' ? 'no fix' : (row.documented ?? 'not listed');
    const cells = [
        row.minor,
        ...(hasDocumentedColumn(issue) ? [documented] : []),
        fixText(row),
        sourceText(row)
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
}
const headText = (issue) => {
    const heads = [
        'Kubernetes',
        ...(hasDocumentedColumn(issue) ? ['published as'] : []),
        'fixed in',
        'source'
    ];
    return [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- |').join('')}`];
};
const severityText = ({ severity, severityWhen = [] }) => [
    `Severity: ${severity}`,
    ...severityWhen.map(row => `${row.severity} when ${textOf(row.when)}`)
].join(', ') + '.';
const introducedText = ({ introduced, introducedNote }) => introduced === null
    ? 'Kubernetes below the lowest row is affected and has no fix.'
    : `Kubernetes below ${introduced} is not affected${introducedNote === undefined ? '' : ` (${introducedNote})`}.`;
const documentedText = ({ documented }) => documented === null
    ? []
    : [
        `Section ${documented.section}, "${documented.title}", of [${publishedList.title}](${publishedList.url}). Where its number is lower than that of the release that has the fix, a version between the two is a note that names both.`
    ];
const conditionText = (issue) => `It shows when all of this holds: ${termsOf(issue.appliesTo)
    .map(({ text }) => text)
    .join('; ')}.`;
function workaroundText({ text, command, manifest }) {
    const blocks = [command, manifest].filter(block => block !== undefined);
    return [`- ${text}`, ...blocks.map(block => `\n\`\`\`\n${block}\n\`\`\``)].join('\n');
}
const componentTexts = {
    'kubelet-in-tree': 'The fault is in the credential provider that was compiled into the kubelet, which AKS ran up to Kubernetes 1.29.'
};
const componentText = ({ component }) => component === undefined ? [] : [componentTexts[component]];
/** The fix table in Markdown. */
const fixTableText = (issue) => [...headText(issue), ...issue.fixes.map(row => rowText(issue, row))].join('\n');
/** What a person needs to know about an issue, in Markdown without headings. */
const rationaleOf = (issue) => [
    [...componentText(issue), conditionText(issue), severityText(issue)].join(' '),
    fixTableText(issue),
    `${introducedText(issue)} Compared is the version of the node pool's kubelets, without suffixes such as -akslts.`,
    ...documentedText(issue),
    ['Workarounds:', '', ...issue.workarounds.map(workaroundText)].join('\n')
].join('\n\n');

// EXTERNAL MODULE: ./lib/known-issues/index.js + 11 modules
var known_issues = __webpack_require__(9561);
// EXTERNAL MODULE: ./lib/kubernetes/node-image.js
var node_image = __webpack_require__(9466);
;// CONCATENATED MODULE: ./lib/known-issues/fix-table.js


const fixedByVersion = { kind: 'fixed', by: 'kubernetes-version' };
/** The patch in a row, or null for `none` and `any`. */
const fixedPatch = (row) => (/^\d/.test(row.fixed) ? row.fixed : null);
const documentedPatch = ({ documented }) => documented === undefined || documented === null || documented === 'none' ? null : documented;
function statusByImage(row, pool) {
    const image = (0,node_image/* parseNodeImage */.N)(pool.nodeImageVersion, pool.osType);
    if (image === null)
        return { kind: 'unknown', missing: 'node-image', row };
    const first = image.line === null ? undefined : row.nodeImage?.[image.line];
    const fixed = first === undefined ? null : (0,node_image/* parseNodeImage */.N)(first, pool.osType);
    if (fixed === null)
        return { kind: 'unknown', missing: 'node-image-number', row };
    return (0,node_image/* compareNodeImages */.k)(image, fixed) < 0
        ? { kind: 'affected', row }
        : { kind: 'fixed', by: 'node-image' };
}
function statusByPatch(row, version, fixed) {
    const before = (0,kubernetes_version/* isBefore */.Y8)(version, fixed);
    if (before === null)
        return { kind: 'unknown', missing: 'kubernetes-version' };
    if (!before)
        return fixedByVersion;
    const documented = documentedPatch(row);
    return documented !== null && (0,kubernetes_version/* isBefore */.Y8)(version, documented) === false
        ? { kind: 'between', row, documented }
        : { kind: 'affected', row };
}
function statusInRow(row, version, pool) {
    const fixed = fixedPatch(row);
    if (fixed !== null)
        return statusByPatch(row, version, fixed);
    return row.fixed === 'any' ? statusByImage(row, pool) : { kind: 'affected', row };
}
/** For a minor without a row of its own: a fix is inherited upwards, and so is `none`, in both directions. */
function statusBesideRows(issue, version, pool) {
    const lower = issue.fixes.findLast(row => (0,kubernetes_version/* compareMinors */.I2)(row.minor, version.minor) < 0);
    if (lower === undefined)
        return { kind: 'affected', row: unfixedBelow(issue, version.minor) };
    const isHighest = lower === issue.fixes.at(-1);
    return isHighest || fixedPatch(lower) !== null
        ? fixedByVersion
        : statusInRow(lower, version, pool);
}
/** Minors below the lowest row never got the fix, whatever that row says. */
const unfixedBelow = ({ fixes: [lowest] }, minor) => ({
    minor,
    fixed: 'none',
    confidence: 'inferred',
    source: `older than ${lowest.minor}, the lowest row of the fix table`
});
/** Where a node pool stands in an issue's fix table; a version that is not known is never taken as fixed. */
function statusOf(issue, pool) {
    const version = (0,kubernetes_version/* parseKubernetesVersion */.i6)(pool.kubernetesVersion);
    if (version === null)
        return { kind: 'unknown', missing: 'kubernetes-version' };
    if (issue.introduced !== null && (0,kubernetes_version/* compareMinors */.I2)(version.minor, issue.introduced) < 0)
        return { kind: 'not-yet-introduced' };
    const row = issue.fixes.find(({ minor }) => minor === version.minor);
    return row === undefined
        ? statusBesideRows(issue, version, pool)
        : statusInRow(row, version, pool);
}

;// CONCATENATED MODULE: ./lib/known-issues/support-calendar.js
const supportCalendarSource = {
    title: 'Supported Kubernetes versions in Azure Kubernetes Service (AKS), release calendar',
    url: 'https://learn.microsoft.com/azure/aks/supported-kubernetes-versions',
    /** `ms.date` of the page that was read. */
    date: '2026-08-05'
};
/** Ascending, without gaps. */
const supportCalendar = [
    {
        minor: '1.29',
        generallyAvailable: '2024-03',
        communityEnd: '2025-03',
        longTermEnd: '2026-04'
    },
    {
        minor: '1.30',
        generallyAvailable: '2024-07',
        communityEnd: '2025-08-22',
        longTermEnd: '2026-07'
    },
    {
        minor: '1.31',
        generallyAvailable: '2024-11',
        communityEnd: '2025-11-01',
        longTermEnd: '2026-11'
    },
    {
        minor: '1.32',
        generallyAvailable: '2025-04',
        communityEnd: '2026-03',
        longTermEnd: '2027-03'
    },
    {
        minor: '1.33',
        generallyAvailable: '2025-06',
        communityEnd: '2026-07',
        longTermEnd: '2027-07'
    },
    {
        minor: '1.34',
        generallyAvailable: '2025-11',
        communityEnd: '2026-11',
        longTermEnd: '2027-11'
    },
    {
        minor: '1.35',
        generallyAvailable: '2026-03',
        communityEnd: '2027-03',
        longTermEnd: '2028-03'
    },
    {
        minor: '1.36',
        generallyAvailable: '2026-06',
        communityEnd: '2027-06',
        longTermEnd: '2028-06'
    },
    {
        minor: '1.37',
        generallyAvailable: '2026-10',
        communityEnd: '2027-10',
        longTermEnd: '2028-10',
        planned: true
    }
];
/** The first minor that AKS supports for a long term (same page, "LTS versions"). */
const firstLongTermMinor = '1.27';

;// CONCATENATED MODULE: ./lib/known-issues/support.js


const rows = supportCalendar;
const endOf = (row, plan) => plan === 'longTerm' ? row.longTermEnd : row.communityEnd;
/** Months and days compare as text: `2025-04-01` is past `2025-03`, `2025-03-31` is not. */
const isPast = (end, date) => date.slice(0, end.length) > end;
/** Ends follow the order of the minors, so an older minor than the first row ended before that row did. */
function supportBelowCalendar(first, minor, date, plan) {
    const offered = plan === 'longTerm' && (0,kubernetes_version/* compareMinors */.I2)(minor, firstLongTermMinor) >= 0;
    const end = endOf(first, offered ? plan : 'community');
    return isPast(end, date)
        ? { kind: 'ended', end, before: true }
        : { kind: 'not-listed' };
}
/** Whether AKS supports a minor on a date (ISO 8601), by the calendar that ships with this program. */
function supportOf(minor, date, plan) {
    const listed = rows.find(row => row.minor === minor);
    if (listed !== undefined) {
        const end = endOf(listed, plan);
        return isPast(end, date) ? { kind: 'ended', end, before: false } : { kind: 'supported' };
    }
    const [first] = rows;
    return first !== undefined && (0,kubernetes_version/* compareMinors */.I2)(minor, first.minor) < 0
        ? supportBelowCalendar(first, minor, date, plan)
        : { kind: 'not-listed' };
}
/** Minors that are generally available and supported on the date, ascending. */
const supportedMinors = (date, plan) => rows
    .filter(row => row.planned !== true && row.generallyAvailable <= date.slice(0, 7))
    .filter(row => !isPast(endOf(row, plan), date))
    .map(row => row.minor);

;// CONCATENATED MODULE: ./lib/known-issues/upgrade-target.js



/** The patch to name for a row: the first fixed one, or what replaces it where it cannot be used. */
const patchToTake = (row) => row.upgradeTo ?? fixedPatch(row);
const hasFix = (row) => row.fixed !== 'none';
/** A fix table ends with a fixed row, so the last row is a sure fallback. */
const lowestFixedMinor = (issue, above) => (issue.fixes.find(row => hasFix(row) && (0,kubernetes_version/* compareMinors */.I2)(row.minor, above) >= 0) ??
    issue.fixes.at(-1) ??
    issue.fixes[0]).minor;
/** `row` is the row of the fix table that the pool's version falls into. */
function upgradeTarget(issue, row, date, plan) {
    if (row.fixed === 'any')
        return { kind: 'node-image' };
    const patch = patchToTake(row);
    if (patch !== null && supportOf(row.minor, date, plan).kind !== 'ended')
        return { kind: 'patch', version: patch };
    const fixedFrom = lowestFixedMinor(issue, row.minor);
    const offered = supportedMinors(date, plan).find(minor => (0,kubernetes_version/* compareMinors */.I2)(minor, fixedFrom) >= 0);
    return { kind: 'minor', fixedFrom, minor: offered ?? null };
}

// EXTERNAL MODULE: ./lib/access/manifests-index.js
var manifests_index = __webpack_require__(7177);
;// CONCATENATED MODULE: ./lib/known-issues/affected.js


const openPullSecret = "a pull secret of the pod does without the node's credential";
/**
 * A failing credential provider ends in an anonymous pull, and pull secrets come before it: where one of the two
 * is enough, only an issue of anonymous pulls themselves can show.
 */
const spared = (issue, traits) => (0,three_valued/* anyOf */.EB)([
    traits.pullSecret,
    (0,three_valued/* answerOf */.ut)(traits.anonymousPull === true && issue.appliesTo.anonymousPull !== true)
]);
const applies = (issue, traits) => (0,three_valued/* allOf */.bn)([(0,three_valued/* not */.AU)(spared(issue, traits)), holds(issue.appliesTo, traits)]);
const openQuestions = (issue, traits) => [
    ...undecided(issue.appliesTo, traits),
    ...(traits.pullSecret === 'maybe' ? [openPullSecret] : [])
];
/** Of the rows of `severityWhen`, the first that holds. */
function affectedAs(issue, traits) {
    const special = issue.severityWhen?.find(({ when }) => holds(when, traits) === 'yes');
    return special === undefined
        ? { kind: 'affected', severity: issue.severity }
        : { kind: 'affected', severity: special.severity, because: textOf(special.when) };
}
/** null: nothing to say; a version that is not known is said once for the pool, not for each issue. */
function shownOf(issue, status, traits) {
    if (status.kind === 'affected')
        return affectedAs(issue, traits);
    if (status.kind === 'between')
        return { kind: 'between', severity: 'note' };
    if (status.kind === 'unknown' && status.missing === 'node-image')
        return { kind: 'unknown-node-image', severity: 'unknown' };
    if (status.kind === 'unknown' && status.missing === 'node-image-number')
        return { kind: 'unlisted-node-image', severity: 'note' };
    return status.kind === 'fixed' && status.by === 'node-image'
        ? { kind: 'remains', severity: 'note' }
        : null;
}
const reasons = (issue, traits, { because }) => [
    ...new Set([
        ...alternatives(issue.appliesTo, traits, 'yes'),
        ...(because === undefined ? [] : [because])
    ])
];
const remainsOf = (issue, traits) => (issue.remains ?? []).filter(({ when }) => holds(when, traits) === 'yes').map(({ text }) => text);
/** null when the issue cannot show. An open predicate makes what would be an error or a warning unknown. */
function exposureOf(issue, status, traits) {
    const shown = shownOf(issue, status, traits);
    const answer = shown === null ? 'no' : applies(issue, traits);
    if (shown === null || answer === 'no')
        return null;
    const remains = shown.kind === 'remains' ? remainsOf(issue, traits) : [];
    if (shown.kind === 'remains' && remains.length === 0)
        return null;
    return {
        kind: shown.kind,
        severity: answer === 'maybe' && shown.severity !== 'note' ? 'unknown' : shown.severity,
        status,
        because: reasons(issue, traits, shown),
        open: answer === 'maybe' ? openQuestions(issue, traits) : [],
        remains
    };
}
/** Whether the fix table leaves anything to ask about a pull on such a pool. */
const canShow = (issue, status) => status.kind === 'affected' ||
    status.kind === 'between' ||
    (status.kind === 'unknown' && status.missing !== 'kubernetes-version') ||
    (status.kind === 'fixed' && status.by === 'node-image' && issue.remains !== undefined);

;// CONCATENATED MODULE: ./lib/checks/exposed-pulls.js








/** Different registry hosts that the kubelets of a pool are asked to pull from, of any kind of registry. */
function registryHostsOn(pool, cluster, uses) {
    const hosts = uses
        .filter(use => (0,checks_landing/* landingPools */.T6)(cluster, [pool], use).length > 0)
        .flatMap(({ image }) => (image.kind === 'reference' ? [image.reference.domain] : []));
    return new Set(hosts.map(host => host.toLowerCase())).size;
}
function surveyOf({ manifests, facts }, cluster) {
    const pulled = manifests.uses.filter(use => use.class === 'pod' || use.class === 'container');
    const objects = (0,manifests_index/* indexManifests */.n0)(manifests);
    const index = (0,facts_index/* indexFacts */.q)(facts);
    const secretsOf = (0,grouping/* remembered */.H)((verdict) => (0,grouping/* remembered */.H)((use) => coveredBySecret(verdict, use, objects, index)));
    return {
        registryHosts: (0,grouping/* remembered */.H)(pool => registryHostsOn(pool, cluster, pulled)),
        traits: (0,grouping/* remembered */.H)(verdict => traitsOfVerdict(facts, cluster, verdict)),
        pullSecret: (verdict, use) => secretsOf(verdict)(use)
    };
}
const surveys = new WeakMap();
/** The same survey for every issue of one run. */
function surveyFor(context, cluster) {
    const ofContext = surveys.get(context) ?? (0,grouping/* remembered */.H)(each => surveyOf(context, each));
    surveys.set(context, ofContext);
    return ofContext(cluster);
}
/** Most pools of today are beyond every fix table, so the tables are asked before the pulls. */
const poolsAtRisk = (issue, cluster) => (0,checks_landing/* poolsOf */.Fo)(cluster)
    .map(pool => ({ pool, status: statusOf(issue, pool) }))
    .filter(({ status }) => canShow(issue, status));
function* exposedOn(issue, context, cluster, verdicts) {
    const atRisk = poolsAtRisk(issue, cluster);
    if (atRisk.length === 0)
        return;
    const survey = surveyFor(context, cluster);
    for (const verdict of verdicts)
        for (const use of verdict.uses)
            for (const { pool, status } of atRisk) {
                if ((0,checks_landing/* landingPools */.T6)(cluster, [pool], use).length === 0)
                    continue;
                const exposure = exposureOf(issue, status, {
                    ...survey.traits(verdict),
                    registryHosts: survey.registryHosts(pool),
                    nodeProvisioningMode: pool.autoProvisioned ? 'Auto' : null,
                    pullSecret: survey.pullSecret(verdict, use)
                });
                if (exposure !== null)
                    yield { pool, exposure, verdict, use };
            }
}
const groupOf = ({ exposure, verdict }) => [verdict.registry, exposure.severity].join(' ');
const together = (cluster, pulls) => pulls.slice(0, 1).map(({ verdict, exposure: { severity } }) => ({
    clusterId: verdict.cluster,
    cluster,
    registry: verdict.registry,
    severity,
    pools: new Map(pulls.map(({ pool, exposure }) => [pool.name, { pool, exposure }])),
    uses: new Set(pulls.map(({ use }) => use)),
    images: new Set(pulls.map(pull => pull.verdict.image)),
    because: new Set(pulls.flatMap(({ exposure }) => exposure.because)),
    open: new Set(pulls.flatMap(({ exposure }) => exposure.open))
}));
/** One group for each cluster, registry and severity, however many images and pools are concerned. */
function exposedPulls(issue, context) {
    const byCluster = (0,grouping/* grouped */.z)(context.verdicts, verdict => verdict.cluster);
    return [...byCluster].flatMap(([id, verdicts]) => {
        const cluster = (0,wording/* clusterOf */.es)(context.facts, id);
        if (cluster === null)
            return [];
        const groups = (0,grouping/* grouped */.z)(exposedOn(issue, context, cluster, verdicts), groupOf);
        return [...groups.values()].flatMap(pulls => together(cluster, pulls));
    });
}

;// CONCATENATED MODULE: ./lib/checks/known-issue-wording.js



const known_issue_wording_sourceText = ({ source, confidence }) => confidence === undefined ? source : `${source}; ${confidenceTexts[confidence]}`;
const known_issue_wording_fixText = (row) => {
    if (fixedPatch(row) === null)
        return `no patch of ${row.minor} has the fix`;
    return row.upgradeTo === undefined
        ? `fixed in ${row.fixed}`
        : `fixed in ${row.fixed}, which cannot be used, so in ${row.upgradeTo}`;
};
const runs = (pool) => pool.autoProvisioned ? `${pool.name} run` : `node pool ${pool.name} runs`;
const versionText = (pool) => `${runs(pool)} Kubernetes ${pool.kubernetesVersion ?? '(unknown)'}`;
const imageText = (pool) => `${runs(pool)} ${pool.nodeImageVersion === null ? 'a node image that Azure does not tell' : `node image ${pool.nodeImageVersion}`}`;
/** Without an image there is no telling which of a row's lines is the pool's, so all of its system are named. */
function fixedImages(row, pool) {
    const line = (0,node_image/* parseNodeImage */.N)(pool.nodeImageVersion, pool.osType)?.line;
    return Object.entries(row.nodeImage ?? {})
        .filter(([key]) => line === undefined ? key.startsWith(pool.osType.toLowerCase()) : key === line)
        .map(([, version]) => version)
        .join(' or ');
}
function affectedText(row, pool) {
    return row.fixed === 'any'
        ? `${imageText(pool)}, fixed from ${fixedImages(row, pool)} (${known_issue_wording_sourceText(row)})`
        : `${versionText(pool)}, ${known_issue_wording_fixText(row)} (${known_issue_wording_sourceText(row)})`;
}
function unknownText(status, pool) {
    return status.missing === 'node-image'
        ? `${imageText(pool)}, and the fix depends on its version: it came with ${fixedImages(status.row, pool)} (${known_issue_wording_sourceText(status.row)})`
        : `${imageText(pool)}, for whose operating system no fixed version is published`;
}
function exposedText({ pool, exposure: { status, remains } }) {
    if (status.kind === 'affected')
        return affectedText(status.row, pool);
    if (status.kind === 'between')
        return `${versionText(pool)}: the published list calls ${status.documented} fixed (${publishedList.title}), upstream fixed it in ${status.row.fixed} (${known_issue_wording_sourceText(status.row)})`;
    if (status.kind === 'unknown')
        return unknownText(status, pool);
    return `${imageText(pool)}, which has the fix, but ${remains.join(', and ')}`;
}
const openings = {
    error: 'fail because of a known issue',
    warning: 'are affected by a known issue',
    note: 'may be affected by a known issue',
    unknown: 'may be affected by a known issue'
};
const clause = (start, parts, joint) => parts.size === 0 ? '' : `; ${start} ${[...parts].join(joint)}`;
/** One sentence: which pulls, which issue and why here, which pools with their versions, what was left open. */
const messageOf = (issue, pulls) => [
    `Pulls from ${pulls.registry} on cluster ${pulls.cluster.name} ${openings[pulls.severity]}: ${issue.title}${clause('here', pulls.because, ' and ')}`,
    ...[...pulls.pools.values()].map(exposedText)
].join('; ') + clause('it could not be found out whether', pulls.open, ', and whether ');

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./lib/checks/upgrade-commands.js




/** ARM `supportPlan`; absent means KubernetesOfficial. */
const planOf = (cluster) => cluster.supportPlan?.toLowerCase() === 'akslongtermsupport' ? 'longTerm' : 'community';
const inCluster = (cluster) => [
    ...['--resource-group', cluster.resourceGroup, '--cluster-name', cluster.name]
];
const subscription = (cluster) => [
    ...['--subscription', cluster.subscriptionId]
];
const upgradePool = (cluster, pool, ...how) => command(...['az', 'aks', 'nodepool', 'upgrade', ...inCluster(cluster), '--name', pool], ...how, ...subscription(cluster));
const upgradeNodeImage = (cluster, pool) => ({
    description: `Upgrade the node image of node pool ${pool} and leave its Kubernetes version.`,
    command: upgradePool(cluster, pool, '--node-image-only')
});
/** Kubelets may not be newer than the control plane (Kubernetes docs, "Version Skew Policy"). */
function controlPlaneFirst(cluster, version) {
    const full = (0,kubernetes_version/* parseKubernetesVersion */.i6)(cluster.kubernetesVersion)?.full ?? null;
    if (full === null || (0,semver.compare)(full, version) >= 0)
        return [];
    return [
        {
            description: 'Upgrade the control plane first: node pools cannot be newer than it.',
            command: command(...['az', 'aks', 'upgrade', '--resource-group', cluster.resourceGroup], ...['--name', cluster.name, '--control-plane-only', '--kubernetes-version', version], ...subscription(cluster))
        }
    ];
}
const upgradePatch = (cluster, pool, version) => [
    ...controlPlaneFirst(cluster, version),
    {
        description: `Upgrade node pool ${pool} to ${version} or later.`,
        command: upgradePool(cluster, pool, '--kubernetes-version', version)
    }
];
/** Asks what AKS offers today, which this program does not know; from far back there may be no way but a new cluster. */
const listUpgrades = (cluster, description) => ({
    description,
    command: command(...['az', 'aks', 'get-upgrades', '--resource-group', cluster.resourceGroup], ...['--name', cluster.name, '--output', 'table', ...subscription(cluster)])
});
/** Such as `AKS supports 1.34 to 1.36`; empty when the calendar has nothing for the date. */
function supportedText(date, plan) {
    const minors = supportedMinors(date, plan);
    const range = [...new Set([minors.at(0), minors.at(-1)])].filter(minor => minor !== undefined);
    return range.length === 0 ? '' : `; by its calendar AKS supports ${range.join(' to ')}`;
}
const upgradeMinor = (cluster, { fixedFrom, minor }, date) => listUpgrades(cluster, `Upgrade cluster ${cluster.name} and its node pools to Kubernetes ${minor ?? fixedFrom} or later (the fix is in ${fixedFrom} and above${supportedText(date, planOf(cluster))}); from far behind, a new cluster can be the shorter way.`);
/** The upgrade of one pool; where another minor is needed, of the whole cluster. */
function upgradePoolTo(cluster, pool, target, date) {
    if (target.kind === 'node-image')
        return [upgradeNodeImage(cluster, pool)];
    if (target.kind === 'patch')
        return upgradePatch(cluster, pool, target.version);
    return [upgradeMinor(cluster, target, date)];
}

;// CONCATENATED MODULE: ./lib/checks/known-issues.js










/** The row that an upgrade would leave behind, or null where no upgrade helps. */
const rowOf = (status) => status.kind === 'affected' ||
    status.kind === 'between' ||
    (status.kind === 'unknown' && status.missing === 'node-image')
    ? status.row
    : null;
function upgrade(issue, { cluster }, { pool, exposure }, date) {
    const row = rowOf(exposure.status);
    if (row === null || pool.autoProvisioned)
        return [];
    return upgradePoolTo(cluster, pool.name, upgradeTarget(issue, row, date, planOf(cluster)), date);
}
/** Only a command needs its words quoted. */
function workarounds(issue, host, facts) {
    const registry = (0,wording/* registryOf */.Fv)(facts, host);
    const names = [
        ['<registry>', registry?.name],
        ['<host>', host],
        ['<login-server>', registry?.loginServer]
    ];
    const filled = (text, word) => names.reduce((result, [key, name]) => result.replaceAll(key, word(name ?? key)), text);
    return issue.workarounds
        .filter(({ upgrade }) => upgrade !== true)
        .map(({ text, command }) => ({
        description: filled(text, name => name),
        command: command === undefined ? null : filled(command, shellWord)
    }));
}
const distinct = (remediation) => [
    ...new Map(remediation.map(each => [each.command ?? each.description, each])).values()
];
function known_issues_finding(issue, pulls, facts) {
    const pools = [...pulls.pools.values()];
    const [image] = pulls.images.size === 1 ? [...pulls.images] : [];
    return {
        severity: pulls.severity,
        message: messageOf(issue, pulls),
        remediation: distinct([
            ...pools.flatMap(pool => upgrade(issue, pulls, pool, facts.collectedAt)),
            ...workarounds(issue, pulls.registry, facts)
        ]),
        uses: [...pulls.uses],
        cluster: pulls.clusterId,
        registry: pulls.registry,
        nodePools: [...pulls.pools.keys()],
        ...(image === undefined ? {} : { image })
    };
}
const asksForGrants = (condition) => condition.grant !== undefined ||
    condition.grantYoungerThanHours !== undefined ||
    condition.grantLacksRegistryRead !== undefined ||
    (condition.anyOf ?? []).some(asksForGrants);
/** That the registry cannot be read has its own finding; each known issue need not say it again. */
const restsOnHiddenRegistry = ({ severity, registry }, facts) => severity === 'unknown' && (0,wording/* registryOf */.Fv)(facts, registry) === null;
const checkOf = (issue) => ({
    id: issue.id,
    title: issue.title,
    rationale: rationaleOf(issue),
    references: [...issue.links, ...(issue.documented === null ? [] : [publishedList])],
    causes: issue.causes,
    permissions: asksForGrants(issue.appliesTo) ? grantReads : [readCluster, readRegistry],
    *run(context) {
        for (const pulls of exposedPulls(issue, context))
            if (!restsOnHiddenRegistry(pulls, context.facts))
                yield known_issues_finding(issue, pulls, context.facts);
    }
});
/** One check for each known issue, with the issue's id, in the order of the fix tables. */
const knownIssueChecks = known_issues/* knownIssues */.i.map(checkOf);

// EXTERNAL MODULE: ./lib/access/wording.js
var access_wording = __webpack_require__(5374);
;// CONCATENATED MODULE: ./lib/checks/kubelet-identity-lost.js





/** AKS puts a kubelet identity on every node when it reconciles ("Use a managed identity in AKS", bring your own). */
function assignAgain(facts, { cluster: id }, resourceId) {
    const cluster = (0,wording/* clusterOf */.es)(facts, id);
    return {
        description: 'Make the identity again with az identity create if it is gone, put it on the nodes, and grant its new object id the pull.',
        command: cluster === null
            ? null
            : clusterCommand(...[cluster, ['update'], '--enable-managed-identity'], ...['--assign-kubelet-identity', resourceId])
    };
}
const kubeletIdentityLost = {
    id: 'kubelet-identity-lost',
    title: 'The kubelet identity of the cluster was deleted or made anew',
    rationale: `A cluster keeps the ARM id and the object id of its kubelet identity. When somebody deletes the identity, nodes get no token and
every pull that counts on it ends in \`401 Unauthorized\`, although the role assignments of the old object id are still listed. An identity made again
under the same name has another object id: the grants of the old one are worth nothing, and until the cluster is updated its nodes may carry either.

The identity's own resource is read where Azure refuses to resolve the groups of its object id, which is how a deleted principal shows, and in a
\`--thorough\` run for every cluster.`,
    references: [
        {
            title: 'Use a managed identity in AKS',
            url: 'https://learn.microsoft.com/azure/aks/use-managed-identity'
        }
    ],
    causes: ['Z5', 'Z11'],
    permissions: [readCluster, readAssignments, readIdentities],
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'kubelet-identity-gone'))
            yield {
                ...subjectOf(verdict),
                severity: verdict.result === 'no-pull' ? 'error' : 'unknown',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: kubelet identity ${(0,access_wording/* nameOf */.Vb)(cause.resourceId)} does not exist any more`,
                remediation: [assignAgain(facts, verdict, cause.resourceId)]
            };
        for (const { verdict, cause } of verdictsBecause(verdicts, 'kubelet-identity-remade'))
            yield {
                ...subjectOf(verdict),
                severity: 'unknown',
                message: `Whether ${verdict.image} can be pulled on ${(0,wording/* clusterText */.gc)(verdict)} cannot be said: kubelet identity ${(0,access_wording/* nameOf */.Vb)(cause.resourceId)} was deleted and made anew with object id ${cause.objectId}, which the cluster does not know`,
                remediation: [assignAgain(facts, verdict, cause.resourceId)]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/kubernetes-support.js











/** A month as its end means its last day; minors older than the calendar ended before its first row did. */
const sinceText = ({ end, before }) => `since ${before ? 'before ' : ''}${/^\d+-\d+$/.test(end) ? 'the end of ' : ''}${end}`;
const planNames = { community: 'support', longTerm: 'long-term support' };
const unknownVersion = (pool) => ({
    pool,
    severity: 'unknown',
    text: `node pool ${pool.name} shows no Kubernetes version${pool.kubernetesVersion === null ? '' : ` that could be read (${pool.kubernetesVersion})`}`
});
/** ARM leaves the support plan out for older API versions, so a minor in long-term support may still be covered. */
function outsideSupport(cluster, pool, date) {
    const version = (0,kubernetes_version/* parseKubernetesVersion */.i6)(pool.kubernetesVersion);
    if (version === null)
        return unknownVersion(pool);
    const plan = planOf(cluster);
    const support = supportOf(version.minor, date, plan);
    if (support.kind !== 'ended')
        return null;
    const mayBeCovered = cluster.supportPlan === null && supportOf(version.minor, date, 'longTerm').kind === 'supported';
    return {
        pool,
        severity: mayBeCovered ? 'note' : 'warning',
        text: `node pool ${pool.name} runs Kubernetes ${pool.kubernetesVersion ?? version.minor}, out of AKS ${planNames[plan]} ${sinceText(support)}${mayBeCovered ? ' unless the cluster has long-term support' : ''}`
    };
}
/** Ids of the known issues that concern pulls on these pools of the cluster. */
const issuesOn = (context, clusterId, pools) => known_issues/* knownIssues */.i
    .filter(issue => exposedPulls(issue, context).some(pulls => pulls.clusterId === clusterId && pools.some(({ pool }) => pulls.pools.has(pool.name))))
    .map(({ id }) => id);
const issuesText = (ids) => ids.length === 0 ? '' : `; known issues of such versions concern these pulls: ${ids.join(', ')}`;
const longTermSupport = (cluster) => ({
    description: 'Or take long-term support for this version (Premium tier).',
    command: command(...['az', 'aks', 'update', '--resource-group', cluster.resourceGroup, '--name', cluster.name], ...['--tier', 'premium', '--k8s-support-plan', 'AKSLongTermSupport'], ...['--subscription', cluster.subscriptionId])
});
const canHaveLongTermSupport = ({ pool }, date) => {
    const minor = (0,kubernetes_version/* parseKubernetesVersion */.i6)(pool.kubernetesVersion)?.minor;
    return minor !== undefined && supportOf(minor, date, 'longTerm').kind === 'supported';
};
function remediation(cluster, severity, pools, date) {
    if (severity === 'unknown')
        return [
            {
                description: `Wait until the node pools of ${cluster.name} are provisioned, and collect the facts again.`,
                command: null
            }
        ];
    const upgrade = listUpgrades(cluster, `Upgrade cluster ${cluster.name} and its node pools to a supported minor${supportedText(date, planOf(cluster))}.`);
    return pools.every(pool => canHaveLongTermSupport(pool, date))
        ? [upgrade, longTermSupport(cluster)]
        : [upgrade];
}
const consequences = {
    error: 'runs outside AKS support',
    warning: 'runs outside AKS support',
    note: 'may run outside AKS support',
    unknown: 'cannot be judged by Kubernetes version, neither for AKS support nor for known issues'
};
function kubernetes_support_finding(context, { clusterId, cluster, severity, pools }) {
    const ids = severity === 'unknown' ? [] : issuesOn(context, clusterId, pools);
    return {
        severity,
        message: `Cluster ${cluster.name} ${consequences[severity]}: ${pools.map(({ text }) => text).join('; ')}${issuesText(ids)}`,
        remediation: remediation(cluster, severity, pools, context.facts.collectedAt),
        uses: [...new Set(pools.flatMap(({ uses }) => uses))],
        cluster: clusterId,
        nodePools: pools.map(({ pool }) => pool.name)
    };
}
/** Only pools on which some image can be pulled: others have nothing to do with these manifests. */
function* outsideOn(cluster, uses, date) {
    for (const pool of (0,checks_landing/* poolsOf */.Fo)(cluster)) {
        const outside = pool.autoProvisioned ? null : outsideSupport(cluster, pool, date);
        if (outside === null)
            continue;
        const landing = uses.filter(use => (0,checks_landing/* landingPools */.T6)(cluster, [pool], use).length > 0);
        if (landing.length > 0)
            yield { ...outside, uses: landing };
    }
}
const kubernetesVersionUnsupported = {
    id: 'kubernetes-version-unsupported',
    title: 'A node pool runs a Kubernetes version outside AKS support',
    rationale: `Known issues of the credential provider are fixed in versions that AKS still offers; a pool outside support keeps
them, and gets no fix any more. Support is judged by the minor of the node pool's kubelets, which may be older than the control plane, at the
time when the facts were collected, by the release calendar of ${supportCalendarSource.date}. With the support plan AKSLongTermSupport the
end of long-term support counts. A pool whose version Azure does not tell is unknown, and is never taken as fixed.`,
    references: [supportCalendarSource],
    causes: ['L9'],
    permissions: [readCluster],
    *run(context) {
        for (const [clusterId, verdicts] of (0,grouping/* grouped */.z)(context.verdicts, verdict => verdict.cluster)) {
            const cluster = (0,wording/* clusterOf */.es)(context.facts, clusterId);
            if (cluster === null)
                continue;
            const uses = [...new Set(verdicts.flatMap(verdict => verdict.uses))];
            const outside = outsideOn(cluster, uses, context.facts.collectedAt);
            for (const [severity, pools] of (0,grouping/* grouped */.z)(outside, each => each.severity))
                yield kubernetes_support_finding(context, { clusterId, cluster, severity, pools });
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/manifest-problems.js
/** Problems are found where files are read; here they get their documentation. */
const problemCheck = (id, title, rationale, causes = []) => ({
    id,
    title,
    rationale,
    references: [],
    causes,
    permissions: [],
    *run({ manifests }) {
        for (const problem of manifests.problems)
            if (problem.check === id)
                yield {
                    severity: problem.severity,
                    message: problem.message,
                    remediation: [{ description: problem.remediation, command: null }],
                    uses: [],
                    locations: [problem.location]
                };
    }
});
const manifestUnreadable = problemCheck('manifest-unreadable', 'A file was refused', `Files that are too large, no UTF-8 text, or behind a link that leaves the workspace are not read. Nothing is known about images in them.`);
const manifestInvalid = problemCheck('manifest-invalid', 'kubectl would refuse this document', `The document is no YAML as kubectl reads it (sigs.k8s.io/yaml). The other documents of the file are still judged.`);
const renderFailed = problemCheck('render-failed', 'A chart or kustomization could not be rendered', `Charts and kustomizations are rendered with the real \`helm\` and \`kustomize\`, as the deployment does. Where that fails, or is switched off,
the images in them are not known; plain files beside them are still judged.`);
const duplicateImageKey = problemCheck('duplicate-image-key', 'The image is written twice', `kubectl silently takes the last of two equal keys; kustomize refuses the file. One of the two images is not the one that runs.`);
const imageNotText = problemCheck('image-not-text', 'The image is not a text', `YAML reads an unquoted \`#{TOKEN}#\` as a comment, so the image is empty, and an unquoted \`1.10\` as the number 1.1. The API server refuses both.`, ['N10']);

;// CONCATENATED MODULE: ./lib/checks/mixed-platforms.js






/**
 * As an image index names it; a Windows container also needs the build of its host, so the system is named there. Windows
 * nodes are always amd64 ("Use Arm64 VMs in AKS"). null: not known.
 */
function platformOf({ osType, osSku, architecture }) {
    if (osType === 'Windows')
        return `windows/amd64${osSku === null ? '' : ` ${osSku}`}`;
    return architecture === null ? null : `linux/${architecture}`;
}
/** Pools by platform on which the pod lands without doubt: one that it may be kept from by a label does not count. */
function platformsOf(cluster, { pod }) {
    const pools = cluster.nodePools.filter(pool => pod !== null && (0,node_pools/* landable */.Y$)(pool, pod, cluster) === 'yes');
    const platforms = pools.flatMap(pool => {
        const platform = platformOf(pool);
        return platform === null ? [] : [{ platform, pool: pool.name }];
    });
    return new Map([...(0,grouping/* grouped */.z)(platforms, ({ platform }) => platform)].map(([platform, group]) => [
        platform,
        group.map(({ pool }) => pool)
    ]));
}
const platformsText = (platforms) => listText([...platforms].map(([platform, pools]) => `${platform} (${poolsText(pools)})`));
function showImage({ name, subscriptionId }, { image }) {
    if (image.kind !== 'reference')
        return [];
    const { repository, tag, digest } = image.reference;
    const version = digest === null ? `:${tag ?? 'latest'}` : `@${digest}`;
    return [
        {
            description: `See which platforms ${image.text} has (needs the right to pull).`,
            command: command(...['az', 'acr', 'manifest', 'show', '--registry', name], ...['--name', `${repository}${version}`, '--subscription', subscriptionId])
        }
    ];
}
const stayOnOnePlatform = {
    description: 'Push the image for all of these platforms, or keep the pods on one with a node selector (kubernetes.io/os, kubernetes.io/arch; for Windows builds kubernetes.azure.com/os-sku).',
    command: null
};
const mixed_platforms_finding = (pulls, text, mixed) => ({
    ...subjectOfPulls(pulls, mixed.map(({ use }) => use)),
    severity: 'note',
    message: `${pullsText(pulls)} can come from ${text}: every image must exist for each of these platforms, which is not looked up`,
    remediation: [
        ...mixed.slice(0, 1).flatMap(({ use }) => showImage(pulls.registry, use)),
        stayOnOnePlatform
    ],
    nodePools: [...new Set(mixed.flatMap(({ platforms }) => [...platforms.values()].flat()))]
});
const mixedPlatforms = {
    id: 'mixed-platforms',
    title: 'The pods can land on nodes of several platforms',
    rationale: `A tag or digest can stand for an image index with one image for each platform. Where the index lacks the platform of the node, the pull fails with
\`no match for platform in manifest: not found\`; an image without index is pulled anywhere and then fails to start (\`exec format error\`, or on Windows
"container operating system does not match the host"). A cluster that gets its first arm64 or Windows node pool meets this with
deployments that have worked for years: AKS puts no taint on such pools, so nothing keeps old pods away.

Operating system and architecture of the node pools are read, node selectors, affinity and tolerations of the pods respected; only pools on
which a pod lands without doubt count. The platforms of the image show only at the registry, so this is a note. Auto-provisioned nodes are left out.`,
    references: [
        {
            title: 'Multi-architecture images in Azure Container Registry',
            url: 'https://learn.microsoft.com/azure/container-registry/push-multi-architecture-images'
        },
        {
            title: 'Use Arm64 VMs in AKS',
            url: 'https://learn.microsoft.com/azure/aks/use-arm64-vms'
        },
        {
            title: 'Windows container version compatibility',
            url: 'https://learn.microsoft.com/virtualization/windowscontainers/deploy-containers/version-compatibility'
        }
    ],
    causes: ['N7', 'N9'],
    permissions: [readCluster, readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const mixed = pulls.uses
                .map(use => ({ use, platforms: platformsOf(pulls.cluster, use) }))
                .filter(({ platforms }) => platforms.size > 1);
            for (const [text, group] of (0,grouping/* grouped */.z)(mixed, ({ platforms }) => platformsText(platforms)))
                yield mixed_platforms_finding(pulls, text, group);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/no-landable-pool.js





const isPodUse = (use) => use.class === 'pod' && use.pod !== null;
const demandTexts = {
    'node-name': text => `is not node ${text}`,
    'node-selector': text => `lacks label ${text}`,
    'node-affinity': text => `does not meet the ${text}`,
    taint: text => `has taint ${text}`,
    'runtime-class': text => `lacks runtime class ${text}`
};
const obstacles = (cluster, pool, pod) => (0,node_pools/* demandsOf */.wu)(pool, pod, cluster)
    .filter(({ met }) => met === 'no')
    .map(({ kind, text }) => demandTexts[kind](text))
    .join(' and ');
const hasNoPool = (cluster, { pod }) => (0,node_pools/* eligiblePools */.Fr)(cluster.nodePools, pod, cluster).length === 0 &&
    (0,node_pools/* landsOnVirtualNode */.rS)(pod, cluster.virtualNodes) === 'no';
/** Karpenter makes nodes to fit the pod, and an empty list of pools shows only that ARM lists none. */
const listsAllNodes = (cluster) => cluster.nodePools.length > 0 && !(0,checks_landing/* addsNodes */.c6)(cluster);
const workloadOf = ({ workload }) => `${workload.kind} ${workload.namespace === null ? '' : `${workload.namespace}/`}${workload.name}`;
const no_landable_pool_finding = (clusterId, cluster, workload, uses) => ({
    severity: 'note',
    message: `${workload} can run on no node pool of cluster ${(0,wording/* lastSegment */.mp)(clusterId)}: ${cluster.nodePools
        .map(pool => `node pool ${pool.name} ${obstacles(cluster, pool, uses[0].pod)}`)
        .join('; ')}`,
    remediation: [
        {
            description: "Change the pod's node selector, affinity or tolerations, or add a node pool for it; if the workload is for another cluster, ignore this note.",
            command: null
        }
    ],
    uses,
    cluster: clusterId
});
function* findingsOn(clusterId, cluster, uses) {
    const stranded = uses.filter(isPodUse).filter(use => hasNoPool(cluster, use));
    for (const [workload, [first, ...others]] of (0,grouping/* grouped */.z)(stranded, workloadOf))
        if (first !== undefined)
            yield no_landable_pool_finding(clusterId, cluster, workload, [first, ...others]);
}
const noLandablePool = {
    id: 'no-landable-pool',
    title: 'No node pool of the cluster can run the pod',
    rationale: `Node selector, required node affinity and tolerations are compared with the labels and taints of each node pool, as far as
Azure Resource Manager shows them. A label that somebody could have set on the nodes by hand never excludes a pool. Where nothing can run the
pod, the verdict about its pull says little: the pod stays Pending, or it is meant for another cluster.`,
    references: [
        {
            title: 'Assigning Pods to Nodes',
            url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'
        },
        {
            title: 'Use labels in an AKS cluster',
            url: 'https://learn.microsoft.com/azure/aks/use-labels'
        }
    ],
    causes: [],
    permissions: [readCluster],
    *run({ facts, verdicts }) {
        for (const [clusterId, ofCluster] of (0,grouping/* grouped */.z)(verdicts, verdict => verdict.cluster)) {
            const cluster = (0,wording/* clusterOf */.es)(facts, clusterId);
            if (cluster !== null && listsAllNodes(cluster))
                yield* findingsOn(clusterId, cluster, [...new Set(ofCluster.flatMap(({ uses }) => uses))]);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/no-pull-grant.js




const noPullGrant = {
    id: 'no-pull-grant',
    title: 'The identity that pulls has no grant on the registry',
    rationale: `Nodes sign in to the registry with the cluster's kubelet identity (or its service principal), not with the
identity of the control plane. No role assignment at the registry or above gives it the pull action, neither directly nor through a group,
anonymous pull is off, and no pull secret could stand in. The node will get \`401 Unauthorized\`.

Roles are judged by their permissions, never by their names: \`AcrPull\`, \`Reader\`, \`Contributor\` and any custom role
with \`Microsoft.ContainerRegistry/registries/pull/read\` count on a registry with RBAC permissions; only
\`Microsoft.ContainerRegistry/registries/repositories/content/read\` counts on a registry with ABAC repository permissions.`,
    references: [
        {
            title: 'Authenticate with Azure Container Registry from AKS',
            url: 'https://learn.microsoft.com/azure/aks/cluster-container-registry-integration'
        },
        {
            title: 'Azure Container Registry roles and permissions',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview'
        }
    ],
    causes: ['Z1'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict } of verdictsBecause(verdicts, 'no-grant'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: ${(0,wording/* pullerText */.aL)(verdict.puller)} has no role at registry ${verdict.registry} that lets it pull`,
                remediation: grantPull(facts, verdict)
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/node-without-identity.js









function identityOf({ nodeIdentity }) {
    return nodeIdentity.kind === 'kubelet-identity' ? nodeIdentity.resourceId : null;
}
function kubeletPulls({ facts, verdicts }) {
    const byKubelet = verdicts.filter(({ puller }) => puller.kind === 'kubelet-identity');
    return [...(0,grouping/* grouped */.z)(byKubelet, verdict => verdict.cluster)].flatMap(([clusterId, ofCluster]) => {
        const cluster = (0,wording/* clusterOf */.es)(facts, clusterId);
        const identity = cluster === null ? null : identityOf(cluster);
        const uses = [...new Set(ofCluster.flatMap(verdict => verdict.uses))];
        return cluster === null || identity === null ? [] : [{ clusterId, cluster, identity, uses }];
    });
}
const carries = ({ identityIds }, identity) => identityIds.some(id => id.toLowerCase() === identity.toLowerCase());
function scaleSetsText(scaleSets) {
    const names = listText(scaleSets.map(({ name }) => name));
    return scaleSets.length === 1 ? `scale set ${names} does` : `scale sets ${names} do`;
}
const node_without_identity_finding = ({ clusterId, cluster, identity }, pool, scaleSets, uses) => ({
    severity: 'warning',
    message: `Pulls on node pool ${pool} of cluster ${cluster.name} may get 401 Unauthorized: ${scaleSetsText(scaleSets)} not carry kubelet identity ${(0,access_wording/* nameOf */.Vb)(identity)}, which its nodes sign in with`,
    remediation: [
        {
            description: 'Let AKS put its identities back: an update without changes brings the cluster to its settings.',
            command: clusterCommand(cluster, ['update'])
        },
        {
            description: `If the kubelet identity was changed lately, make the nodes of node pool ${pool} anew.`,
            command: nodePoolCommand(cluster, pool, 'upgrade', '--node-image-only')
        }
    ],
    uses,
    cluster: clusterId,
    nodePools: [pool]
});
/** Nodes without a scale set (pools of virtual machines, nodes that Karpenter adds) are not looked at. */
function* poolsWithout(pulls, scaleSets) {
    const without = scaleSets.filter(each => !carries(each, pulls.identity));
    for (const pool of (0,checks_landing/* poolsOf */.Fo)(pulls.cluster)) {
        const ofPool = without.filter(({ nodePool }) => nodePool === pool.name);
        const uses = pulls.uses.filter(use => (0,checks_landing/* landingPools */.T6)(pulls.cluster, [pool], use).length > 0);
        if (ofPool.length > 0 && uses.length > 0)
            yield node_without_identity_finding(pulls, pool.name, ofPool, uses);
    }
}
function* node_without_identity_findings(pulls, facts) {
    const { clusterId, cluster, identity, uses } = pulls;
    const scaleSets = scaleSetsOf(facts, clusterId);
    if (scaleSets === null)
        return;
    if (scaleSets.known)
        yield* poolsWithout(pulls, scaleSets.value);
    else
        yield {
            severity: 'unknown',
            message: `Whether the nodes of cluster ${cluster.name} carry kubelet identity ${(0,access_wording/* nameOf */.Vb)(identity)} cannot be said: ${scaleSets.reason.message}`,
            remediation: [bringAnswer(scaleSets.reason)],
            uses,
            cluster: clusterId
        };
}
const nodeWithoutIdentity = {
    id: 'node-without-identity',
    title: 'Nodes of a pool do not carry the kubelet identity',
    rationale: `Nodes get their tokens from the instance metadata service, which gives out only identities that the virtual machine carries. AKS puts the kubelet identity
on every scale set in the resource group of the nodes; somebody may have taken it off again, a policy may have replaced the list, and after a
change of the identity a pool that was not made anew still has the old one. Pulls on these nodes then go on without credentials and
end in \`401 Unauthorized\`, while the same image is pulled on other pools.

In a \`--thorough\` run the scale sets are read, and matched to node pools by the tag \`aks-managed-poolName\`. Only pools on which a pod that pulls
with the kubelet identity can land are looked at. What the scale set says need not be true of each of its machines, so this is a warning; pools
of single virtual machines and nodes of node auto-provisioning have no scale set. Whether a node reaches the metadata service only it can tell.`,
    references: [
        {
            title: 'Use a managed identity in AKS',
            url: 'https://learn.microsoft.com/azure/aks/use-managed-identity'
        },
        {
            title: "Can't pull images from Azure Container Registry to Kubernetes",
            url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster'
        }
    ],
    causes: ['Z5', 'Z10'],
    permissions: [readCluster, readScaleSets],
    *run(context) {
        for (const pulls of kubeletPulls(context))
            yield* node_without_identity_findings(pulls, context.facts);
    }
};

;// CONCATENATED MODULE: ./lib/checks/nodes-differ.js



const nodesDiffer = {
    id: 'nodes-differ',
    title: 'The pull works on some nodes and fails on others',
    rationale: `The pod can land on nodes that sign in differently (virtual nodes, Windows pools beside service account image pull, node images of
different age). Some of them can pull the image and some cannot, so it depends on the scheduler: the worst kind of failure to look for afterwards.`,
    references: [
        {
            title: 'Assign pods to nodes',
            url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'
        }
    ],
    causes: ['Z10', 'Z15', 'Z16'],
    permissions: [readCluster],
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'nodes-differ'))
            yield {
                ...subjectOf(verdict),
                severity: 'warning',
                message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} can be pulled by ${cause.pulling.join(', ')}, but not by ${cause.failing.join(', ')}, and the pod can land on both`,
                remediation: [
                    {
                        description: `Keep the pod off ${cause.failing.join(', ')} (nodeSelector, affinity, taints), or mend the credential there.`,
                        command: null
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/pod-identity-intercepts.js




const podIdentityIntercepts = {
    id: 'pod-identity-intercepts',
    title: 'Pod identity stands between the nodes and their tokens',
    rationale: `Nodes get the token for the registry from the instance metadata service. The add-on for pod-managed identity (aad-pod-identity) changes the
iptables of every node so that its own pod answers requests to that service. Where that pod is not ready, or has no rule for who asks, nodes and tools on them get no
token, and the pull fails as anonymous (\`failed to fetch anonymous token … 401\`), on some nodes and not on others.

The add-on has been out of support since September 2025; its successor is Microsoft Entra Workload ID, which does not touch the metadata service. Whether
a node is affected shows only there, so this is a warning.`,
    references: [
        {
            title: 'Use a system-assigned managed identity in AKS (limitations)',
            url: 'https://learn.microsoft.com/azure/aks/system-assigned-managed-identity'
        },
        {
            title: 'Microsoft Entra pod-managed identities in AKS (deprecated)',
            url: 'https://learn.microsoft.com/azure/aks/use-azure-ad-pod-identity'
        },
        {
            title: 'Microsoft Entra Workload ID with AKS',
            url: 'https://learn.microsoft.com/azure/aks/workload-identity-overview'
        }
    ],
    causes: ['Z10'],
    permissions: [readCluster],
    *run({ facts, verdicts }) {
        for (const [clusterId, ofCluster] of (0,grouping/* grouped */.z)(verdicts, verdict => verdict.cluster)) {
            const cluster = (0,wording/* clusterOf */.es)(facts, clusterId);
            if (cluster?.podIdentity !== true || cluster.nodeIdentity.kind !== 'kubelet-identity')
                continue;
            yield {
                severity: 'warning',
                message: `Nodes of cluster ${cluster.name} may get no token for the registry: pod-managed identity is on and answers their requests to the instance metadata service`,
                remediation: [
                    {
                        description: 'Move the pods to Microsoft Entra Workload ID, then switch the add-on off (extension aks-preview).',
                        command: clusterCommand(cluster, ['update'], '--disable-pod-identity')
                    }
                ],
                uses: [...new Set(ofCluster.flatMap(verdict => verdict.uses))],
                cluster: clusterId
            };
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/no-proxy.js
const httpsPort = '443';
/** A port and nothing else behind the last colon; a second colon means an IPv6 address, which names no host. */
const withPort = /^(?<host>[^:]+):(?<port>\d+)$/;
function covers(entry, host) {
    if (entry === '*')
        return true;
    const { host: named = entry, port = httpsPort } = withPort.exec(entry)?.groups ?? {};
    if (port !== httpsPort)
        return false;
    const domain = named.replace(/^\*(?=\.)/, '');
    return domain.startsWith('.')
        ? host.endsWith(domain)
        : host === domain || host.endsWith(`.${domain}`);
}
/**
 * Whether a proxy's list of exceptions covers a host, as kubelet, credential provider and containerd read it
 * (golang.org/x/net/http/httpproxy): a name covers itself and its subdomains, `.name` and `*.name` only these, addresses
 * and ranges no name, and a port is compared.
 */
const isExemptFromProxy = (host, noProxy) => noProxy
    .map(entry => entry.trim().toLowerCase())
    .some(entry => entry !== '' && covers(entry, host.toLowerCase()));

;// CONCATENATED MODULE: ./lib/checks/proxy-without-registry.js






/** Hosts of a registry with a private way in that the nodes nevertheless ask the proxy for. */
function proxied({ cluster, registry, host }, cloud) {
    const noProxy = cluster.httpProxyNoProxy;
    const isPrivate = (0,registry_network/* isPublicAccessDisabled */.o4)(registry) || (0,registry_network/* isBehindFirewall */.RI)(registry);
    if (noProxy === null || !isPrivate || registry.approvedPrivateEndpoints === 0)
        return [];
    return [host, ...(0,registry_network/* layerHosts */.h_)(registry, cloud)].filter(each => !isExemptFromProxy(each, noProxy));
}
const proxy_without_registry_finding = (pulls, hosts) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'warning',
    message: `${pullsText(pulls)} go through the HTTP proxy of the cluster, past the private endpoint of the registry, which does not admit everybody: noProxy lacks ${listText(hosts)}`,
    remediation: [
        {
            description: `Add ${listText(hosts)} to noProxy in the proxy configuration file of the cluster, and apply it.`,
            command: clusterCommand(pulls.cluster, ['update'], ...['--http-proxy-config', 'aks-proxy-config.json'])
        }
    ]
});
const proxyWithoutRegistry = {
    id: 'proxy-without-registry',
    title: "The cluster's proxy stands between the nodes and a private registry",
    rationale: `Nodes of a cluster with an HTTP proxy send every request through it, unless \`noProxy\` exempts the host. The proxy resolves names and
connects from where it stands, so the private endpoint in the cluster's network is not used, and a registry that is closed to the public refuses
the proxy: \`proxyconnect tcp …\`, \`403 Forbidden\`. Both the login server and the data endpoints must be exempt; \`.azurecr.io\` covers them all.

Names are compared as the programs on the node do: \`contoso.azurecr.io\` covers itself and what is below it, but not
\`contoso.westeurope.data.azurecr.io\`; addresses and ranges cover no name. It is a warning, because a proxy may well stand where the private endpoint can be reached.
A registry with public access works through a proxy and is not reported.`,
    references: [
        {
            title: 'HTTP proxy support in AKS',
            url: 'https://learn.microsoft.com/azure/aks/http-proxy'
        },
        {
            title: 'Package httpproxy: how NO_PROXY is read',
            url: 'https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config'
        }
    ],
    causes: ['T10'],
    permissions: [readCluster, readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const hosts = proxied(pulls, context.facts.cloud);
            if (hosts.length > 0)
                yield proxy_without_registry_finding(pulls, hosts);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/pull-policy-never.js

const pullPolicyNever = {
    id: 'pull-policy-never',
    title: 'The image is never pulled',
    rationale: `With \`imagePullPolicy: Never\` the kubelet starts a container only if the node already has the image, and says
\`ErrImageNeverPull\` otherwise. On AKS nodes come and go with every upgrade, scale-out and repair, and a new one has no copy. A grant on the registry changes
nothing about that. It is a note, because something else may bring the image to the nodes, such as an ImagePullJob or an image of your own for the nodes.`,
    references: [
        {
            title: 'Kubernetes: images (image pull policy)',
            url: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'
        }
    ],
    causes: ['N11'],
    permissions: [],
    *run({ manifests }) {
        const never = manifests.uses.filter(use => use.pullPolicy === 'Never');
        for (const [image, uses] of (0,grouping/* grouped */.z)(never, use => use.image.text))
            yield {
                severity: 'note',
                message: `${image} is never pulled: imagePullPolicy is Never, so the pod starts only on a node that has the image already`,
                remediation: [{ description: 'Use IfNotPresent.', command: null }],
                uses,
                image
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/pull-secret-not-proven.js




const pullSecretNotProven = {
    id: 'pull-secret-not-proven',
    title: 'The pull hangs on a credential that only the registry can verify',
    rationale: `A Secret in the manifests covers the registry, and nothing that Azure Resource Manager shows speaks against it. Whether its password
is still valid shows only at the registry, which this check never signs in to. The identity of the nodes has no grant that would stand in,
so the answer stays open.`,
    references: [
        {
            title: 'Pull images from an Azure container registry using a pull secret',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-auth-kubernetes'
        }
    ],
    causes: ['S6', 'S7'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'pull-secret'))
            yield {
                ...subjectOf(verdict),
                severity: 'unknown',
                message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} hangs on pull secret ${cause.secret}, whose credential cannot be verified from here`,
                remediation: [
                    {
                        description: `Make sure that the credential in ${cause.secret} is valid, or grant the identity of the nodes and do without it.`,
                        command: null
                    },
                    ...grantPull(facts, verdict)
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/pull-secret-not-visible.js




const unjudged = (facts, verdict, hidden, cure) => ({
    ...subjectOf(verdict),
    severity: 'unknown',
    message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} hangs on ${hidden}, which is only in the cluster; ${(0,wording/* pullerText */.aL)(verdict.puller)} alone has no grant at registry ${verdict.registry}`,
    remediation: [{ description: cure, command: null }, ...grantPull(facts, verdict)]
});
const pullSecretNotVisible = {
    id: 'pull-secret-not-visible',
    title: 'The pull hangs on a secret or service account that only the cluster has',
    rationale: `The kubelet tries the pod's pull secrets before the node's own identity. The identity has no grant here, so the pull works
only if the secret holds a valid credential for this registry. Secrets and service accounts that are not among the manifests cannot be seen
from Azure Resource Manager, so the answer is unknown: neither a pass nor a failure.`,
    references: [
        {
            title: 'Pull an image from a private registry',
            url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
        }
    ],
    causes: ['S1'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'secret-not-visible'))
            yield unjudged(facts, verdict, `pull secret ${cause.names.join(', ')}`, `Check that the secret covers ${verdict.registry} and is valid, or grant the identity of the nodes and do without it.`);
        for (const { verdict, cause } of verdictsBecause(verdicts, 'service-account-not-visible'))
            yield unjudged(facts, verdict, `the pull secrets of service account ${cause.name}`, `Add the ServiceAccount ${cause.name} to the manifests, or grant the identity of the nodes.`);
    }
};

// EXTERNAL MODULE: ./lib/access/registry-tokens.js
var registry_tokens = __webpack_require__(4662);
// EXTERNAL MODULE: ./lib/kubernetes/pull-secrets.js + 3 modules
var pull_secrets = __webpack_require__(2410);
;// CONCATENATED MODULE: ./lib/checks/refused-sign-in.js

const cures = {
    'admin-off': (_, registry) => ({
        description: 'Use a token or the identity of the nodes; switching the admin user on is discouraged.',
        command: registryCommand(registry, ['update'], '--admin-enabled', 'true')
    }),
    'no-such-token': ({ name }, registry, repository) => ({
        description: 'Make the token, and create the secret again with a password of it.',
        command: registryPartCommand(...[
            registry,
            ['token', 'create'],
            name,
            '--repository',
            repository,
            'content/read'
        ])
    }),
    'token-disabled': ({ name }, registry) => ({
        description: 'Enable the token, unless it was disabled on purpose.',
        command: registryPartCommand(registry, ['token', 'update'], name, '--status', 'enabled')
    }),
    'passwords-expired': ({ name }, registry) => ({
        description: 'Generate a new password, and create the secret again with it.',
        command: registryPartCommand(registry, ['token', 'credential', 'generate'], name, '--password1')
    }),
    'repository-left-out': ({ scopeMap }, registry, repository) => ({
        description: 'Add the repository to the scope map of the token.',
        command: registryPartCommand(...[registry, ['scope-map', 'update'], scopeMap ?? 'SCOPE_MAP'], ...['--add-repository', repository, 'content/read'])
    })
};
/** What lets a pull secret sign in that the registry refuses. */
const refused_sign_in_cureOf = (refusal, registry, repository) => cures[refusal.kind](refusal, registry, repository);

;// CONCATENATED MODULE: ./lib/checks/pull-secret-unusable.js







const recreate = (secret, host) => ({
    description: 'Create it again with the login server as it stands in the image.',
    command: command(...['kubectl', 'create', 'secret', 'docker-registry', secret.name], ...['--namespace', secret.namespace, `--docker-server=${host}`], ...['--docker-username=USER', '--docker-password=PASSWORD'])
});
/** The registry would refuse every entry that covers the image: its admin user is off, or its token opens nothing. */
function refused(entries, reference, facts) {
    const registry = (0,wording/* registryOf */.Fv)(facts, (0,image_reference/* registryHost */.U$)(reference));
    if (registry === null)
        return null;
    const refusals = entries
        .filter(({ complete }) => complete)
        .map(entry => (0,registry_tokens/* refusalOf */.Of)(entry, registry, reference.repository, (0,registry_tokens/* knownTokens */.Gx)(facts)));
    const [first] = refusals;
    return first != null && refusals.every(refusal => refusal !== null)
        ? { what: first.text, remediation: refused_sign_in_cureOf(first, registry, reference.repository) }
        : null;
}
function faultOf(secret, use, facts) {
    if (use.image.kind !== 'reference')
        return null;
    const { reference } = use.image;
    const remediation = recreate(secret, reference.domain);
    if (secret.problem !== null)
        return { what: secret.problem, remediation };
    const entries = (0,pull_secrets/* keyringMatches */.D)(secret.entries, reference);
    if (entries.length === 0)
        return {
            what: `none of its entries covers ${reference.domain} (ports, letter case and the number of labels must be the same)`,
            remediation
        };
    if (entries.every(entry => !entry.complete))
        return {
            what: `its entry for ${reference.domain} has no user name or no password (a token of az acr login or a credential helper is not read by the kubelet)`,
            remediation
        };
    return refused(entries, reference, facts);
}
const secretOf = (manifests, use, name) => manifests.secrets.find(secret => secret.name === name && secret.namespace === use.workload.namespace);
/** Another credential may stand in: then the broken secret is worth a note, and no failure. */
function severityOf(verdicts, use) {
    const concerned = verdicts.filter(verdict => verdict.uses.includes(use));
    return concerned.some(({ result }) => result === 'no-pull') ? 'warning' : 'note';
}
const pullSecretUnusable = {
    id: 'pull-secret-unusable',
    title: 'The pull secret cannot open this registry',
    rationale: `The kubelet reads only Secrets of type \`kubernetes.io/dockerconfigjson\` (or the older \`dockercfg\`), and takes an entry only if its key matches the
host of the image: same port, same number of dot-separated labels, letter case included. A pasted \`az acr login\` configuration holds
an \`identitytoken\`, which the kubelet ignores. None of this is an error event: the pull goes on with the next credential and ends in \`401\`.

Who signs in is compared with the registry: an admin user that is switched off, and a token that does not exist, is disabled, has only
expired passwords, or whose scope map leaves the repository out, open nothing. Whether the password itself is right shows at the
registry alone. Contents of Secrets are never printed.`,
    references: [
        {
            title: 'Pull an image from a private registry',
            url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
        },
        {
            title: 'Admin account of a registry',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication'
        },
        {
            title: 'Token-based repository permissions',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-token-based-repository-permissions'
        }
    ],
    causes: ['S2', 'S3', 'S4', 'S5'],
    permissions: [readRegistry, readTokens, readScopeMaps],
    *run({ manifests, facts, verdicts }) {
        for (const use of verdicts.flatMap(verdict => verdict.uses).filter(isFirst))
            for (const name of use.pod?.imagePullSecrets ?? []) {
                const secret = secretOf(manifests, use, name);
                const fault = secret === undefined ? null : faultOf(secret, use, facts);
                if (secret === undefined || fault === null)
                    continue;
                yield {
                    severity: severityOf(verdicts, use),
                    message: `Pull secret ${name} does not help to pull ${use.image.text}: ${fault.what}`,
                    remediation: [fault.remediation],
                    uses: [use],
                    locations: [use.location, secret.location],
                    image: use.image.text
                };
            }
    }
};
/** A use has a verdict for each cluster; it is looked at once. */
const isFirst = (use, index, all) => all.indexOf(use) === index;

;// CONCATENATED MODULE: ./lib/checks/recent-grant.js



/** A role assignment takes up to 10 minutes to reach every region, so 15 with a margin (RBAC docs, troubleshooting). */
const propagationMinutes = 15;
const minutesBetween = (earlier, later) => (Date.parse(later) - Date.parse(earlier)) / 60_000;
const recentGrant = {
    id: 'recent-grant',
    title: 'The grant is so young that it may not have arrived',
    rationale: `Role assignments take up to 10 minutes to take effect, and a node may have cached a refusal. Pulls right after
the assignment can fail with 401 and heal by themselves; this is a warning with the age of the grant, never a failure.`,
    references: [
        {
            title: 'Troubleshoot Azure RBAC: role assignment changes are not being detected',
            url: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting'
        }
    ],
    causes: ['Z6'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'granted')) {
            const since = cause.grant.assignment.updatedOn ?? cause.grant.assignment.createdOn;
            if (since === null)
                continue;
            const age = minutesBetween(since, facts.collectedAt);
            if (!(age < propagationMinutes))
                continue;
            yield {
                ...subjectOf(verdict),
                severity: 'warning',
                message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)}: ${cause.grant.role} at registry ${verdict.registry} was assigned ${Math.max(0, Math.floor(age))} minutes before this check, and can take ${propagationMinutes} minutes to arrive`,
                remediation: [{ description: 'Wait a few minutes before you deploy.', command: null }]
            };
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-data-endpoint.js





/**
 * Ways on which something between node and registry decides by the name of the host. A NAT gateway or load balancer lets
 * everything pass. A registry without public access has its own check.
 */
function wayOf({ cluster, registry }) {
    if ((0,registry_network/* isPublicAccessDisabled */.o4)(registry))
        return null;
    if ((0,registry_network/* isRoutedByUser */.m4)(cluster))
        return {
            demand: 'leave by a route table of yours: a firewall there must allow',
            demandEnd: '',
            cure: 'Allow these hosts on port 443 in the firewall; for a registry with replicas, those of every region.'
        };
    if ((0,registry_network/* isIsolated */.ed)(cluster) && registry.approvedPrivateEndpoints > 0)
        return {
            demand: `have no way but the private endpoint (outbound type ${cluster.outboundType ?? ''}): the nodes must resolve`,
            demandEnd: ' to it',
            cure: `See that the private DNS zone ${(0,registry_network/* privateZone */.S7)(registry)} has records of these hosts and is linked to the network of the nodes.`
        };
    return null;
}
const usesSharedHosts = (registry) => !registry.dataEndpoint && registry.approvedPrivateEndpoints === 0;
/** Only the tier Premium has data endpoints ("Dedicated data endpoints"). */
const narrowTheRule = (registry) => usesSharedHosts(registry) && registry.sku?.toLowerCase() === 'premium'
    ? [
        {
            description: 'Or give the registry data endpoints of its own, so that the firewall need not allow all of Azure Storage. Allow the new hosts everywhere first: layers come from them at once.',
            command: registryCommand(registry, ['update'], '--data-endpoint-enabled', 'true')
        }
    ]
    : [];
const registry_data_endpoint_finding = (pulls, way, cloud) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'note',
    message: `${pullsText(pulls)} ${way.demand} ${listText([pulls.host, ...(0,registry_network/* layerHosts */.h_)(pulls.registry, cloud)])}${way.demandEnd}, because the layers of an image come from another host than its manifest`,
    remediation: [
        { description: way.cure, command: registryCommand(pulls.registry, ['show-endpoints']) },
        ...narrowTheRule(pulls.registry)
    ]
});
const registryDataEndpoint = {
    id: 'registry-data-endpoint',
    title: 'Layers come from another host than the login server',
    rationale: `A pull asks the login server for a token and the image manifest, and is then redirected for every layer: to
\`<registry>.<region>.data.azurecr.io\` where the registry has dedicated data endpoints (a private endpoint switches them on), else to
\`*.blob.core.windows.net\`. Where a firewall allows the login server alone, sign-in works and the layers fail, with a time-out or
\`AuthorizationFailure\`; \`az aks check-acr\` stays green, because it fetches no layer. Switching to data endpoints changes the host at once for everybody.

The note appears only where hosts are filtered or resolved by you: outbound type \`userDefinedRouting\`, and clusters without a way out that have a private
endpoint. It lists what must be allowed; whether it is cannot be read.`,
    references: [
        {
            title: 'Dedicated data endpoints in Azure Container Registry',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-dedicated-data-endpoints'
        },
        {
            title: 'Configure rules to access a registry behind a firewall',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-firewall-rules'
        }
    ],
    causes: ['T6'],
    permissions: [readCluster, readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const way = wayOf(pulls);
            if (way !== null)
                yield registry_data_endpoint_finding(pulls, way, context.facts.cloud);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-encryption.js




const registry_encryption_finding = (pulls, { clientId }) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'warning',
    message: `${pullsText(pulls)} will get 403 Forbidden as soon as the access that the registry has cached runs out: the identity with client id ${clientId}, which reads the encryption key of the registry, is not assigned to the registry any more`,
    remediation: [
        {
            description: 'Assign the identity to the registry again; if it is in another subscription or was deleted, change the key together with its identity (az acr encryption rotate-key).',
            command: `${registryCommand(pulls.registry, ['identity', 'assign'])} --identities ${outputOf(command(...['az', 'identity', 'list', '--subscription', pulls.registry.subscriptionId], ...['--query', `[?clientId=='${clientId}'].id`]))}`
        }
    ]
});
const registryEncryption = {
    id: 'registry-encryption',
    title: 'The registry has lost the identity that reads its encryption key',
    rationale: `A registry with a customer-managed key unwraps it with an identity of its own. When that identity is taken off the registry, pulls go on
until what the registry has cached runs out (the documentation says about three months), and then every pull gets \`403 Forbidden\`: "The identity
associated with the registry is inactive". The registry still names the identity, but does not have it: that is what this check compares.

Whether the key itself can be used (disabled, deleted, a firewall before the vault) shows only in the key vault, which is not read; without
this contradiction nothing is reported.`,
    references: [
        {
            title: 'Troubleshoot a customer-managed key',
            url: 'https://learn.microsoft.com/azure/container-registry/tutorial-troubleshoot-customer-managed-keys'
        },
        {
            title: 'Rotate and revoke a customer-managed key',
            url: 'https://learn.microsoft.com/azure/container-registry/tutorial-rotate-revoke-customer-managed-keys'
        }
    ],
    causes: ['L4'],
    permissions: [readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const { keyIdentity } = pulls.registry;
            if (keyIdentity?.assigned === false)
                yield registry_encryption_finding(pulls, keyIdentity);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-egress.js




/** Then the registry sees the address of the proxy, and none of the cluster's own. */
const isBehindProxy = ({ httpProxyNoProxy }, { loginServer }) => httpProxyNoProxy !== null && !isExemptFromProxy(loginServer, httpProxyNoProxy);
/** `address`: as a shell takes it. */
const addRule = (registry, address) => `${registryCommand(registry, ['network-rule', 'add'])} --ip-address ${address}`;
const allowAddress = (registry, address) => ({
    description: `Allow ${address}; a new rule takes some minutes to count.`,
    command: addRule(registry, address)
});
const allowResource = (registry, id) => ({
    description: 'Allow the public IP address that the nodes go out with, unless a rule has it.',
    command: addRule(registry, outputOf(command('az', 'network', 'public-ip', 'show', '--ids', id, '--query', 'ipAddress')))
});
/** Where the way out hangs on the subnet, by outbound type in lower case ("Customize cluster egress"). */
const egressOfSubnet = {
    userdefinedrouting: {
        property: 'routeTable.id',
        description: "Find the route table of the nodes' subnet; allow the public address of the firewall or gateway that it leads to."
    },
    userassignednatgateway: {
        property: 'natGateway.id',
        description: "Find the NAT gateway of the nodes' subnet, and allow its public addresses."
    }
};
function lookUpEgress(cluster) {
    const egress = egressOfSubnet[cluster.outboundType?.toLowerCase() ?? ''];
    const subnets = (0,registry_network/* subnetsOf */.i_)(cluster);
    if (egress === undefined || subnets.length === 0)
        return [
            {
                description: 'Look up the way out that the nodes have, and allow its public addresses.',
                command: clusterCommand(cluster, ['show'], '--query', 'networkProfile')
            }
        ];
    return subnets.map(id => ({
        description: egress.description,
        command: command(...['az', 'network', 'vnet', 'subnet', 'show', '--ids', id, '--query', egress.property])
    }));
}
/** How to find the way out of the nodes, whose addresses are not known, and let it in. */
function allowWayOut(cluster, registry) {
    if (isBehindProxy(cluster, registry))
        return [
            {
                description: "Nodes reach the registry through the cluster's HTTP proxy: allow the public address of the proxy.",
                command: null
            }
        ];
    return cluster.outboundIpIds.length > 0
        ? cluster.outboundIpIds.map(id => allowResource(registry, id))
        : lookUpEgress(cluster);
}

;// CONCATENATED MODULE: ./lib/checks/registry-firewall.js







const listRules = (registry) => ({
    description: 'See which addresses are allowed.',
    command: registryCommand(registry, ['network-rule', 'list'], '--query', 'ipRules')
});
const noEndpoint = 'no private endpoint is approved';
function waysIn({ approvedPrivateEndpoints, networkRuleCount }) {
    if (approvedPrivateEndpoints > 0)
        return ', so nodes need its private endpoint or an IP rule, and which of them they reach cannot be read from here';
    if (networkRuleCount === 0)
        return ` and has no IP rule, and ${noEndpoint}`;
    if (networkRuleCount === null)
        return `, ${noEndpoint}, and its IP rules were not collected`;
    const rules = networkRuleCount === 1 ? 'its IP rule' : `one of its ${networkRuleCount} IP rules`;
    return `, ${noEndpoint}, and whether ${rules} is for the address of the nodes cannot be read from here`;
}
const registry_firewall_finding = (pulls, ways, remediation) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: pulls.registry.approvedPrivateEndpoints === 0 ? 'warning' : 'note',
    message: `${pullsText(pulls)} may get 403 Forbidden: the firewall of the registry denies by default${ways}`,
    remediation: [...remediation, proveOnNode(pulls.cluster, pulls.registry)]
});
/** `reason`: why they are not known, if somebody asked. */
const addressesNotKnown = (pulls, reason) => registry_firewall_finding(pulls, `${waysIn(pulls.registry)}${reason === null ? '' : `, because ${reason.message}`}`, [
    ...(pulls.registry.networkRuleCount === 0 ? [] : [listRules(pulls.registry)]),
    ...allowWayOut(pulls.cluster, pulls.registry)
]);
const addressText = (addresses) => listText(addresses.map(({ address }) => address));
/** Nodes leave with any of the addresses, so that each of them must be allowed. */
function addressesKnown(pulls, addresses) {
    const { registry } = pulls;
    const refused = addresses.filter(({ allowed }) => !allowed);
    if (refused.length === 0)
        return [];
    const subject = registry.approvedPrivateEndpoints === 0
        ? `, ${noEndpoint}, and the nodes`
        : ', and nodes that do not reach its private endpoint';
    const rest = refused.length === addresses.length
        ? ', which no IP rule allows'
        : `, and no IP rule allows ${addressText(refused)}`;
    return [
        registry_firewall_finding(pulls, `${subject} leave with ${addressText(addresses)}${rest}`, refused.map(({ address }) => allowAddress(registry, address)))
    ];
}
function registry_firewall_findings(pulls, facts) {
    const { clusterId, cluster, registry } = pulls;
    const egress = isBehindProxy(cluster, registry) ? null : egressOf(facts, clusterId, registry.id);
    return egress?.known === true
        ? addressesKnown(pulls, egress.value)
        : [addressesNotKnown(pulls, egress?.reason ?? null)];
}
const registryFirewall = {
    id: 'registry-firewall',
    title: "The registry's firewall must know the address of the nodes",
    rationale: `With the default action Deny the public endpoint answers only to the addresses of its IP rules; everybody else gets
\`403 Forbidden\` (\`client with IP '…' is not allowed access\`) although every role is right. Nodes come from the cluster's way out: the public IP
of its load balancer or NAT gateway, or whatever a route table leads to. "Allow trusted services" does not help, because AKS is not among them.

Where AKS has made the way out and the registry has IP rules, the public addresses of the cluster are read and held against the rules. All of
them allowed: no finding. One that no rule allows is named. With a route table, NAT gateway or HTTP proxy of your own, and where
the addresses may not be read, the finding says that it is not known.

This is a warning and never an error; a note where the registry has an approved private endpoint, which rules do not concern. Not seen are rules
for subnets (service endpoints, a preview; add the subnet of every node pool), and nodes with public addresses of their own. Facts files hold the
addresses of the cluster and the number of IP rules, not the rules.`,
    references: [
        {
            title: 'Configure public IP network rules',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks'
        },
        {
            title: 'Allow trusted services to access a network-restricted registry',
            url: 'https://learn.microsoft.com/azure/container-registry/allow-access-trusted-services'
        },
        {
            title: 'Restrict access with a service endpoint in a virtual network',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-vnet'
        },
        {
            title: 'Customize cluster egress with outbound types in AKS',
            url: 'https://learn.microsoft.com/azure/aks/egress-outboundtype'
        }
    ],
    causes: ['T1', 'T7'],
    permissions: [readCluster, readRegistry, readPublicAddresses],
    *run(context) {
        for (const pulls of registryPulls(context))
            if ((0,registry_network/* isBehindFirewall */.RI)(pulls.registry) && !(0,registry_network/* isIsolated */.ed)(pulls.cluster))
                yield* registry_firewall_findings(pulls, context.facts);
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-host-not-served.js



const registry_host_not_served_reasons = {
    port: {
        why: 'it carries a port, which the credential provider matches literally',
        cure: 'Write the host without its port.'
    },
    'other-cloud': {
        why: 'its suffix belongs to another cloud than the cluster',
        cure: "Use a registry of the cluster's cloud, or give the pod a pull secret."
    },
    'regional-endpoint': {
        why: 'it is a regional endpoint, which the node image does not know yet',
        cure: 'Use the global login server NAME.azurecr.io, upgrade the node image, or give the pod a pull secret.'
    },
    'unknown-form': {
        why: 'it has not the form of a login server',
        cure: 'Write the login server: az acr show --query loginServer.'
    }
};
const registryHostNotServed = {
    id: 'registry-host-not-served',
    title: 'Nodes offer no identity to this host',
    rationale: `The kubelet starts the ACR credential provider only for hosts that match its list (\`*.azurecr.io\` and its like, with the same number of
labels and the same port). For any other host the pull is anonymous, whatever roles the identity holds. Hosts with a port,
registries of another cloud, regional endpoints on older node images and misspelt forms are the usual cases.`,
    references: [
        {
            title: 'Kubelet credential providers: how images are matched',
            url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/'
        },
        {
            title: 'Geo-replication and regional endpoints',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-geo-replication'
        }
    ],
    causes: ['Z15', 'Z19'],
    permissions: [readCluster],
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'host-not-served')) {
            const { why, cure } = registry_host_not_served_reasons[cause.why];
            const proven = verdict.result === 'no-pull';
            // Where it is sure, the known issue acr-regional-endpoint-unmatched says it, with the node pools.
            if (proven && cause.why === 'regional-endpoint')
                continue;
            yield {
                ...subjectOf(verdict),
                severity: proven ? 'error' : 'unknown',
                message: `${verdict.image} ${proven ? 'cannot be pulled' : 'would be pulled anonymously'} on ${(0,wording/* clusterText */.gc)(verdict)}: nodes offer no identity to host ${cause.host}, because ${why}`,
                remediation: [{ description: cure, command: null }]
            };
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-in-other-tenant.js



const registryInOtherTenant = {
    id: 'registry-in-other-tenant',
    title: 'The registry belongs to another tenant than the cluster',
    rationale: `A managed identity exists in one tenant and cannot be granted anything in another. Across tenants only a cluster with a
multitenant service principal can pull, or pods with a pull secret of the other tenant's registry.`,
    references: [
        {
            title: 'Pull images from a registry in another tenant',
            url: 'https://learn.microsoft.com/azure/container-registry/authenticate-aks-cross-tenant'
        },
        {
            title: 'How to use ACR in AKS from different tenant',
            url: 'https://github.com/Azure/acr/issues/427#issuecomment-704131500'
        }
    ],
    causes: ['Z13'],
    permissions: [readCluster, readRegistry],
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'cross-tenant'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: registry ${verdict.registry} is in tenant ${cause.registryTenant}, and ${(0,wording/* pullerText */.aL)(verdict.puller)} exists only in tenant ${cause.clusterTenant}`,
                remediation: [
                    {
                        description: "Import the image into a registry of the cluster's tenant, or give the pod a pull secret of that registry.",
                        command: null
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-not-found.js




const registryNotFound = {
    id: 'registry-not-found',
    title: 'No registry of this name exists, and anybody could create it',
    rationale: `Azure says that the registry name is free: it was deleted or is misspelt. Nodes get \`no such host\`. Worse, names are global:
whoever creates a registry of this name next decides what your cluster runs (take-over of a dangling reference).`,
    references: [
        {
            title: 'Registries: check name availability',
            url: 'https://learn.microsoft.com/rest/api/container-registry/registries/check-name-availability'
        }
    ],
    causes: ['N1'],
    permissions: [readRegistry, checkRegistryName],
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'registry-not-found'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: no registry ${cause.host} exists, its name is free, and whoever takes it could serve your cluster images`,
                remediation: [
                    {
                        description: 'Correct the host if it is misspelt, or secure the name if it was yours.',
                        command: command('az', 'acr', 'check-name', '--name', cause.host.split('.', 1).join(''))
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/private-zone-links.js







const zoneQuery = (zone, property) => [
    ...['az', 'network', 'private-dns', 'zone', 'list', '--query', `[?name=='${zone}'].${property}`]
];
const findZone = (zone, demand) => ({
    description: `Find the private DNS zones ${zone} that you can see; one with records of this registry must be linked to ${demand}.`,
    command: command(...zoneQuery(zone, 'id'))
});
const compareResolution = (registry, network) => ({
    description: 'From a machine inside, compare name resolution with the private endpoints of this network.',
    command: registryCommand(registry, ['check-health'], '--vnet', network, '--yes')
});
/** Where AKS made the network, ARM does not tell its id with the cluster. */
function lookUpZone({ cluster, registry }) {
    const networks = (0,registry_network/* networksOf */.Nd)(cluster);
    const named = networks.length === 0 ? "the cluster's network" : `network ${listText(networks)}`;
    return [
        findZone((0,registry_network/* privateZone */.S7)(registry), `${named}, unless that network has a DNS server of its own`),
        ...networks.map(network => compareResolution(registry, network))
    ];
}
/** The zone's resource group is not among the facts; where several zones have this name the command refuses. */
const linkNetwork = (zone, network) => ({
    description: `Link network ${(0,wording/* lastSegment */.mp)(network)} to that zone; to be run in the subscription of the zone.`,
    command: [
        `az network private-dns link vnet create --resource-group ${outputOf(command(...zoneQuery(zone, 'resourceGroup')))}`,
        command('--zone-name', zone, '--name', (0,wording/* lastSegment */.mp)(network), '--virtual-network', network),
        '--registration-enabled false'
    ].join(' ')
});
const forwardQueries = (network) => ({
    description: `See that the DNS servers of network ${(0,wording/* lastSegment */.mp)(network)} ask Azure's (168.63.129.16) from a network that is linked to the zone.`,
    command: command(...['az', 'network', 'vnet', 'show', '--ids', network, '--query', 'dhcpOptions.dnsServers'])
});
const networksText = (networks) => `virtual network${networks.length === 1 ? '' : 's'} ${listText(networks.map(({ id }) => (0,wording/* lastSegment */.mp)(id)))}`;
const hostsText = ({ registry }, { cloud }) => listText([registry.loginServer, ...(0,registry_network/* layerHosts */.h_)(registry, cloud)]);
const private_zone_links_finding = (pulls, severity, text, remediation) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity,
    message: `${pullsText(pulls)} ${text}`,
    remediation: [...remediation, proveOnNode(pulls.cluster, pulls.registry)]
});
/** `reason`: why the networks are not known, if somebody asked. */
const notRead = (pulls, facts, reason) => private_zone_links_finding(pulls, 'note', `work only through a private endpoint: public access of the registry is disabled, and whether the nodes resolve ${hostsText(pulls, facts)} to it cannot be read from here${reason === null ? '' : `, because ${reason.message}`}`, lookUpZone(pulls));
const noLink = ({ registry }) => `no link to private DNS zone ${(0,registry_network/* privateZone */.S7)(registry)} that the signed-in identity can read`;
const have = (networks) => networks.length === 1 ? 'has' : 'have';
/** Azure's DNS answers with the public address where no zone is linked. */
function resolvePublicly(pulls, networks) {
    const zone = (0,registry_network/* privateZone */.S7)(pulls.registry);
    const ids = networks.map(({ id }) => id);
    return private_zone_links_finding(pulls, 'warning', `may get 403 Forbidden: public access of the registry is disabled, and ${networksText(networks)}, where the nodes ask Azure's DNS, ${have(networks)} ${noLink(pulls)}`, [
        findZone(zone, `network ${listText(ids)}`),
        ...ids.map(id => linkNetwork(zone, id)),
        ...ids.map(id => compareResolution(pulls.registry, id))
    ]);
}
const askOwnServers = (pulls, networks, facts) => private_zone_links_finding(pulls, 'note', `work only through a private endpoint: public access of the registry is disabled, ${networksText(networks)} ${have(networks)} ${noLink(pulls)}, and whether the DNS servers there resolve ${hostsText(pulls, facts)} to it cannot be read from here`, networks.map(({ id }) => forwardQueries(id)));
/** Nodes of a registry without public access must resolve its names to a private endpoint; a link of the zone prepares that. */
function zoneFindings(pulls, facts) {
    const networks = networksAround(facts, pulls.clusterId, (0,registry_network/* privateZone */.S7)(pulls.registry));
    if (networks?.known !== true)
        return [notRead(pulls, facts, networks?.reason ?? null)];
    const unlinked = networks.value.filter(({ linked }) => !linked);
    const astray = unlinked.filter(({ ownDnsServers }) => !ownDnsServers);
    if (astray.length > 0)
        return [resolvePublicly(pulls, astray)];
    return unlinked.length > 0 ? [askOwnServers(pulls, unlinked, facts)] : [];
}

;// CONCATENATED MODULE: ./lib/checks/registry-not-public.js






const pendingText = ({ pendingPrivateEndpoints: pending }) => pending === null || pending === 0
    ? ''
    : ` (${pending} ${pending === 1 ? 'waits' : 'wait'} for approval)`;
const approvePending = (registry) => ({
    description: 'Find the private endpoint connections that wait, and approve those you expect (az acr private-endpoint-connection approve).',
    command: command(...['az', 'acr', 'private-endpoint-connection', 'list', '--registry-name', registry.name], ...['--query', "[?privateLinkServiceConnectionState.status=='Pending'].name"], ...['--subscription', registry.subscriptionId])
});
const registry_not_public_makeEndpoint = (registry) => ({
    description: `Give the registry a private endpoint in a network that the nodes reach, with a private DNS zone ${(0,registry_network/* privateZone */.S7)(registry)} linked to their network.`,
    command: null
});
const openAgain = (registry) => ({
    description: 'Or switch public access on again; roles still decide who may pull.',
    command: registryCommand(registry, ['update'], '--public-network-enabled', 'true')
});
const shutOff = (pulls) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'warning',
    message: `${pullsText(pulls)} have no known way in: public access of the registry is disabled, and no private endpoint is approved${pendingText(pulls.registry)}`,
    remediation: [
        (pulls.registry.pendingPrivateEndpoints ?? 0) > 0
            ? approvePending(pulls.registry)
            : registry_not_public_makeEndpoint(pulls.registry),
        openAgain(pulls.registry)
    ]
});
const registryNotPublic = {
    id: 'registry-not-public',
    title: 'The registry has no public access',
    rationale: `With public network access disabled only private endpoints lead in, whatever the firewall rules say. Without an approved one every
pull gets \`403 Forbidden\`; that is a warning here, because a path that Azure Resource Manager does not show is rare and not impossible.

With an approved one the rest is name resolution: the nodes' network must be linked to the private DNS zone that holds the records of the login server
and of the data endpoint of every region. A network without the link resolves the public address and gets 403; a zone that lacks the data
endpoint lets the sign-in pass and stops the layers.

The networks of the nodes and the links of zones of that name are read. All networks linked: no finding. One that asks Azure's DNS and is not among
the linked ones is a warning; the link may be out of sight of the signed-in identity, and a DNS forwarding ruleset does without. A
note where the network has DNS servers of its own, because the link may be where they are, and where the networks or every link are out of
sight. Records, peerings, routes and DNS servers are not read.`,
    references: [
        {
            title: 'Connect privately to a registry by using Azure Private Link',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-private-endpoints'
        },
        {
            title: 'Troubleshoot network issues with a registry',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-troubleshoot-access'
        },
        {
            title: "Can't pull images from Azure Container Registry to Kubernetes",
            url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster'
        }
    ],
    causes: ['T2', 'T3'],
    permissions: [readCluster, readRegistry, readNetworks, readZoneLinks],
    *run(context) {
        for (const pulls of registryPulls(context))
            if ((0,registry_network/* isPublicAccessDisabled */.o4)(pulls.registry))
                yield* pulls.registry.approvedPrivateEndpoints === 0
                    ? [shutOff(pulls)]
                    : zoneFindings(pulls, context.facts);
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-not-ready.js



/** While a registry is changed it goes on serving; the other states are left only by somebody's hand. */
const isPassing = (state) => state.toLowerCase() === 'updating';
function registry_not_ready_troublesOf({ provisioningState, status, sku }) {
    const troubles = [];
    if (provisioningState !== null && provisioningState.toLowerCase() !== 'succeeded')
        troubles.push({
            severity: isPassing(provisioningState) ? 'note' : 'warning',
            text: `its provisioning state is ${provisioningState}`
        });
    if (status !== null && status.toLowerCase() !== 'ready')
        troubles.push({ severity: 'warning', text: `its status is ${status}` });
    if (sku?.toLowerCase() === 'classic')
        troubles.push({ severity: 'warning', text: 'its tier is Classic, which Azure has retired' });
    return troubles;
}
const registry_not_ready_openings = {
    warning: 'may fail, because the registry is not in order',
    note: 'may meet a registry that is being changed'
};
const worst = (troubles) => troubles.some(({ severity }) => severity === 'warning') ? 'warning' : 'note';
const registry_not_ready_finding = (pulls, troubles) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: worst(troubles),
    message: `${pullsText(pulls)} ${registry_not_ready_openings[worst(troubles)]}: ${troubles.map(({ text }) => text).join(', and ')}`,
    remediation: [
        {
            description: 'Look at the registry now; after a failed operation, repeat it or look into the activity log of the registry.',
            command: registryCommand(pulls.registry, ['show'], ...['--query', '{provisioningState: provisioningState, status: status, sku: sku.name}'])
        }
    ]
});
const registryNotReady = {
    id: 'registry-not-ready',
    title: 'The registry is not in order',
    rationale: `Azure Resource Manager says that the last operation on the registry failed or is under way, or that its status is not Ready. A registry whose
update failed often still serves pulls, and one that is being deleted does so for a while, so this proves nothing about the next pull and is a
warning; an update under way is a note. The tier Classic has been retired.`,
    references: [
        {
            title: 'Registries: get (properties provisioningState and status)',
            url: 'https://learn.microsoft.com/rest/api/container-registry/registries/get'
        },
        {
            title: 'Azure Container Registry tiers',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-skus'
        }
    ],
    causes: ['L5'],
    permissions: [readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const troubles = registry_not_ready_troublesOf(pulls.registry);
            if (troubles.length > 0)
                yield registry_not_ready_finding(pulls, troubles);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-not-visible.js



const registryNotVisible = {
    id: 'registry-not-visible',
    title: 'The registry exists, but cannot be seen from here',
    rationale: `The name is taken, and no registry with this login server is in any subscription that the signed-in identity may read:
it lies in a subscription without Reader rights for the check, or in another tenant. Nothing can be said about grants there.`,
    references: [
        {
            title: 'Pull images from a registry in another tenant',
            url: 'https://learn.microsoft.com/azure/container-registry/authenticate-aks-cross-tenant'
        }
    ],
    causes: ['Z13'],
    permissions: [readRegistry, checkRegistryName],
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'registry-not-visible'))
            yield {
                ...subjectOf(verdict),
                severity: 'unknown',
                message: `${verdict.image} on ${(0,wording/* clusterText */.gc)(verdict)} cannot be judged: ${cause.reason.message}`,
                remediation: [
                    {
                        description: `Give the identity that runs this check ${cause.reason.permission ?? readRegistry} on registry ${cause.host} (docs/permissions.md has the role), or run the check where the registry can be seen.`,
                        command: null
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-quarantine.js




/** Who may do this pulls quarantined images too (Azure/acr, docs/preview/quarantine/readme.md). */
const readQuarantined = {
    kind: 'action',
    name: 'Microsoft.ContainerRegistry/registries/quarantine/read'
};
const seesQuarantined = (facts, registry, { puller }) => puller.objectId !== null &&
    permits(permissionsAt(facts, registry, puller.objectId), readQuarantined) === true;
function registry_quarantine_concerned(facts, { registry, verdicts, uses }) {
    const blind = verdicts.filter(verdict => !seesQuarantined(facts, registry, verdict));
    const theirs = new Set(blind.flatMap(verdict => verdict.uses));
    return uses.filter(use => theirs.has(use));
}
const registry_quarantine_finding = (pulls, uses) => ({
    ...subjectOfPulls(pulls, uses),
    severity: 'note',
    message: `${pullsText(pulls)} get only images that a scanner has passed: the registry has a quarantine policy, and the state of an image cannot be read from here`,
    remediation: [
        {
            description: 'If the node gets "not found" or "The operation is disallowed" for a fresh image, see whether the scanner has passed it, and whether the policy is meant.',
            command: registryCommand(pulls.registry, ['show'], '--query', 'policies.quarantinePolicy')
        }
    ]
});
const registryQuarantine = {
    id: 'registry-quarantine',
    title: 'The registry keeps new images in quarantine',
    rationale: `With the quarantine policy (a preview) every pushed image is hidden until a scanner marks it as passed. Nodes get \`not found\` for its tag and
\`The operation is disallowed\` for its digest, and the usual roles do not help: only those with \`registries/quarantine/read\`, such as AcrQuarantineReader, see
it. In a pull request that names an image which was just pushed, this is the first thing to look at.

Azure Resource Manager tells the policy and not the state of an image, so this is a note. It is left out where the identity that pulls has that permission.`,
    references: [
        {
            title: 'Azure/acr: quarantine pattern',
            url: 'https://github.com/Azure/acr/blob/main/docs/preview/quarantine/readme.md'
        },
        {
            title: 'Check the health of an Azure container registry (quarantine)',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-check-health'
        }
    ],
    causes: ['N5'],
    permissions: grantReads,
    *run(context) {
        for (const pulls of registryPulls(context)) {
            if (!pulls.registry.quarantine)
                continue;
            const uses = registry_quarantine_concerned(context.facts, pulls);
            if (uses.length > 0)
                yield registry_quarantine_finding(pulls, uses);
        }
    }
};

// EXTERNAL MODULE: ./lib/facts/registry-hosts.js
var registry_hosts = __webpack_require__(4418);
;// CONCATENATED MODULE: ./lib/checks/registry-replica.js








const isOneOf = (actual, ...fine) => actual === null || fine.includes(actual.toLowerCase());
/**
 * Why a replica may lack images, as a clause; null where it is in order. It goes on serving while it is updated. The REST
 * reference calls the good status Ready, "Geo-replication in Azure Container Registry" online.
 */
function disorderOf({ provisioningState, status }) {
    if (!isOneOf(provisioningState, 'succeeded', 'updating'))
        return `its provisioning state is ${provisioningState ?? ''}`;
    return isOneOf(status, 'ready', 'online') ? null : `its status is ${status ?? ''}`;
}
const replicaIn = (replicas, region) => replicas.find(({ location }) => (0,registry_network/* isSameRegion */.$U)(location, region)) ?? null;
/** The home region never leaves a registry, and one without replicas has no other. */
const regionsOf = ({ location }, replicas) => [
    ...new Set([
        location,
        ...replicas.map(each => each.location).filter(each => !(0,registry_network/* isSameRegion */.$U)(each, location))
    ])
];
const lookAt = (registry, { name, location }) => ({
    description: (0,registry_network/* isSameRegion */.$U)(location, registry.location)
        ? 'See what the replica says of itself; it is that of the home region, which cannot be made again, so a lasting fault is a case for Azure support.'
        : 'See what the replica says of itself: a new one fills in the background and heals alone, a failed one must be deleted and made again.',
    command: registryPartCommand(registry, ['replication', 'show'], name)
});
const takeLoginServer = ({ loginServer }) => ({
    description: `Name the login server ${loginServer} in the image; it leads to the nearest replica.`,
    command: null
});
const withoutPremium = (pulls) => ({
    severity: 'warning',
    message: `${pullsText(pulls)} lead nowhere: registry ${pulls.registry.name} is of tier ${pulls.registry.sku ?? ''}, and only registries of tier Premium have regional endpoints`,
    remediation: [
        takeLoginServer(pulls.registry),
        {
            description: 'Or raise the tier, and switch regional endpoints on.',
            command: registryCommand(...[pulls.registry, ['update'], '--sku', 'Premium'], ...['--regional-endpoints', 'enabled'])
        }
    ]
});
const withoutReplica = (pulls, region, replicas) => ({
    severity: 'warning',
    message: `${pullsText(pulls)} lead nowhere: registry ${pulls.registry.name} has no replica in region ${region}, only in ${listText(regionsOf(pulls.registry, replicas))}`,
    remediation: [
        takeLoginServer(pulls.registry),
        {
            description: 'Or replicate the registry to this region.',
            command: registryPartCommand(...[pulls.registry, ['replication', 'create'], region], ...['--location', region])
        }
    ]
});
/** A regional endpoint answers from one replica alone, whether or not the login server leads there. */
function endpointTrouble(pulls, region, answer) {
    const { registry } = pulls;
    const isHome = (0,registry_network/* isSameRegion */.$U)(region, registry.location);
    if (!answer.known)
        return isHome
            ? null
            : {
                severity: 'unknown',
                message: `Whether registry ${registry.name} has a replica in region ${region}, from which cluster ${pulls.cluster.name} pulls, cannot be said: ${answer.reason.message}`,
                remediation: [bringAnswer(answer.reason)]
            };
    const replica = replicaIn(answer.value, region);
    if (replica === null)
        return isHome ? null : withoutReplica(pulls, region, answer.value);
    const disorder = disorderOf(replica);
    return disorder === null
        ? null
        : {
            severity: 'warning',
            message: `${pullsText(pulls)} may fail or miss images: the only replica behind this regional endpoint (${replica.name}) is not in order: ${disorder}`,
            remediation: [lookAt(registry, replica), takeLoginServer(registry)]
        };
}
/** Azure CLI renamed the option in 2.86 ("Geo-replication in Azure Container Registry"); ARM keeps the old name. */
const routeAgain = (registry, { name }) => ({
    description: 'Route requests to it again, unless somebody took it out for a reason (Azure CLI before 2.86 calls the option --region-endpoint-enabled).',
    command: registryPartCommand(...[registry, ['replication', 'update'], name], ...['--global-endpoint-routing', 'true'])
});
/** The login server leads to the nearest replica that is in order, so this delays a fresh image and stops no old one. */
function loginServerTrouble(pulls, replicas) {
    const { cluster, registry } = pulls;
    const replica = replicaIn(replicas, cluster.location);
    if (replica === null)
        return null;
    const disorder = disorderOf(replica);
    if (replica.endpointEnabled && disorder === null)
        return null;
    return {
        severity: 'note',
        message: `${pullsText(pulls)} may be served from another region, where a fresh image arrives later: the replica in ${replica.location}, the region of the cluster, ${replica.endpointEnabled ? `is not in order: ${disorder ?? ''}` : 'gets no requests, because routing to it is switched off'}`,
        remediation: [
            replica.endpointEnabled ? lookAt(registry, replica) : routeAgain(registry, replica)
        ]
    };
}
function registry_replica_troubleOf(pulls, facts) {
    const { host, registry } = pulls;
    const region = (0,registry_hosts/* regionOfEndpoint */.hk)(host);
    if (region !== null && !isOneOf(registry.sku, 'premium'))
        return withoutPremium(pulls);
    const answer = replicasOf(facts, registry.id);
    if (answer === null)
        return null;
    if (region !== null)
        return endpointTrouble(pulls, region, answer);
    return answer.known ? loginServerTrouble(pulls, answer.value) : null;
}
const registryReplica = {
    id: 'registry-replica',
    title: 'The replica that is to serve the cluster is missing or not in order',
    rationale: `A geo-replicated registry answers at its login server, which leads every request to the nearest replica, and with regional endpoints (a preview of
tier Premium) also at \`<registry>.<region>.geo.azurecr.io\`, where one replica alone answers and none stands in. An image that names the endpoint of a
region without replica names a host that does not exist, and one whose replica failed, is deleted or still fills may get \`not found\` for an image that other
regions have: a warning.

At the login server another region stands in where the replica of the cluster's own region is not in order or is taken out of routing. Images arrive in the
regions one after the other, so the next pull after a push can get \`manifest unknown\`: a note. Taking a replica out of routing does nothing to its
regional endpoint, and says nothing here. Whether regional endpoints are switched on, and whether an image has arrived in a region, is not read.

The replicas are read where an image names a regional endpoint or data endpoints tell of several regions, and in a \`--thorough\` run.`,
    references: [
        {
            title: 'Geo-replication in Azure Container Registry',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-geo-replication'
        },
        {
            title: 'Azure Container Registry endpoint reference',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-endpoint-reference'
        }
    ],
    causes: ['N12', 'T13'],
    permissions: [readRegistry, readReplications],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const trouble = registry_replica_troubleOf(pulls, context.facts);
            if (trouble !== null)
                yield { ...subjectOfPulls(pulls, pulls.uses), ...trouble };
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-storage-full.js




const gibibytes = (bytes) => `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
const registry_storage_full_finding = (pulls, { usedBytes, limitBytes }) => ({
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'note',
    message: `Registry ${pulls.registry.name} is full: it holds ${gibibytes(usedBytes)} of at most ${gibibytes(limitBytes)}, so new images may not be pushed, while those that are there can still be pulled`,
    remediation: [
        {
            description: 'Compare what is used with MaximumStorageCapacity; then delete images that nobody needs (az acr purge), or ask Azure support for more.',
            command: registryCommand(pulls.registry, ['show-usage'], '--output', 'table')
        }
    ]
});
const registryStorageFull = {
    id: 'registry-storage-full',
    title: 'The registry is full',
    rationale: `A registry grows up to a maximum (40 TiB, and 100 TiB in the tier Premium); then pushes end in \`The operation is disallowed\`, so an image that is
about to be deployed may never arrive. What is in the registry can still be pulled, so this is a note.

Compared are the used storage and the row \`MaximumStorageCapacity\` of \`az acr show-usage\`. The limit of the row \`Size\` there is only the
storage that the price of the tier includes: beyond it Azure bills every GiB and nothing stops, so it is no finding. Numbers can lag
behind recent pushes, and in a geo-replicated registry they are those of the home region. Asked for in a \`--thorough\` run.`,
    references: [
        {
            title: 'Azure Container Registry SKU features and limits',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-skus'
        },
        {
            title: 'az acr show-usage: MaximumStorageCapacity and Size',
            url: 'https://github.com/Azure/azure-cli/pull/32263'
        }
    ],
    causes: ['L3'],
    permissions: [readRegistry, readUsages],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const storage = storageOf(context.facts, pulls.registry.id);
            if (storage?.known === true && storage.value.usedBytes >= storage.value.limitBytes)
                yield registry_storage_full_finding(pulls, storage.value);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/registry-throttling.js




/** Read requests a minute that one identity has at one registry ("Azure Container Registry tiers", API request rate limits). */
const readsPerMinute = {
    basic: 5_000,
    standard: 5_000,
    premium: 10_000
};
/** The tag, its image manifest, the configuration and one layer: no image takes fewer. */
const readsPerPull = 4;
const limitOf = ({ registry }) => readsPerMinute[registry.sku?.toLowerCase() ?? ''] ?? null;
const number = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
const isOfDaemonSet = ({ workload, class: imageClass, pod }) => workload.kind === 'DaemonSet' && imageClass === 'pod' && pod !== null;
/** Every node pulls each image of a daemon set; nodes that Karpenter adds are not counted. */
function readsOfDaemonSets({ cluster }, uses) {
    const pairs = new Map(uses.flatMap(use => cluster.nodePools
        .filter(pool => use.pod !== null && (0,node_pools/* landable */.Y$)(pool, use.pod, cluster) === 'yes')
        .map(pool => [`${use.image.text} ${pool.name}`, pool.count ?? 0])));
    return [...pairs.values()].reduce((total, count) => total + count * readsPerPull, 0);
}
const largerTier = ({ registry }) => registry.sku?.toLowerCase() === 'premium'
    ? []
    : [
        {
            description: 'Or take the tier Premium, which allows twice as much.',
            command: registryCommand(registry, ['update'], '--sku', 'Premium')
        }
    ];
function anonymousPulls(pulls, limit) {
    const anonymous = new Set(pulls.verdicts
        .filter(({ cause }) => cause.kind === 'anonymous-pull')
        .flatMap(verdict => verdict.uses));
    const uses = pulls.uses.filter(use => anonymous.has(use));
    if (uses.length === 0 || pulls.registry.sku?.toLowerCase() === 'premium')
        return null;
    return {
        ...subjectOfPulls(pulls, uses),
        severity: 'note',
        message: `${pullsText(pulls)} are anonymous, and all anonymous clients of the registry together have about ${number(limit)} read requests a minute in its tier ${pulls.registry.sku ?? ''}: others can use them up (429 Too Many Requests)`,
        remediation: [
            {
                description: 'Grant the identity of the nodes: signed-in clients have a limit each of their own.',
                command: null
            },
            ...largerTier(pulls)
        ]
    };
}
function daemonSets(pulls, limit) {
    const uses = pulls.uses.filter(isOfDaemonSet);
    const reads = readsOfDaemonSets(pulls, uses);
    if (reads <= limit)
        return null;
    return {
        ...subjectOfPulls(pulls, uses),
        severity: 'note',
        message: `${pullsText(pulls)} for daemon sets are at least ${number(reads)} read requests when all nodes start them at once, and an identity has about ${number(limit)} a minute in tier ${pulls.registry.sku ?? ''}: some may get 429 Too Many Requests and be tried again`,
        remediation: [
            {
                description: 'Let the daemon sets roll out in steps (updateStrategy), scale node pools in steps, and use fewer layers.',
                command: null
            },
            ...largerTier(pulls)
        ]
    };
}
const registryThrottling = {
    id: 'registry-throttling',
    title: 'The registry may throttle these pulls',
    rationale: `A registry answers \`429 Too Many Requests\` beyond a number of requests a minute, by tier and by identity. All nodes of a cluster are one identity, and all
anonymous clients of a registry, wherever they are, are one together. The kubelet tries again, so throttling delays more than it breaks.

A note in two cases only: pulls are anonymous and the tier is not Premium; or daemon sets ask for more than the limit when they start on all nodes
at once, counted low with four requests for each image and node. The published limits are approximate. Load from elsewhere cannot be seen.`,
    references: [
        {
            title: 'Azure Container Registry tiers (API request rate limits)',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-skus'
        },
        {
            title: 'Anonymous pull access',
            url: 'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'
        }
    ],
    causes: ['L1'],
    permissions: [readCluster, readRegistry],
    *run(context) {
        for (const pulls of registryPulls(context)) {
            const limit = limitOf(pulls);
            if (limit === null)
                continue;
            for (const draft of [anonymousPulls(pulls, limit), daemonSets(pulls, limit)])
                if (draft !== null)
                    yield draft;
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/role-ineffective-in-mode.js




const roleIneffectiveInMode = {
    id: 'role-ineffective-in-mode',
    title: "The role does not count in this registry's role assignment mode",
    rationale: `A registry honours one set of permissions. In the mode "RBAC Registry + ABAC Repository Permissions" the roles AcrPull, AcrPush,
Reader, Contributor and Owner give no pull, and \`az aks update --attach-acr\` assigns a role that is ignored; in the mode
"RBAC Registry Permissions" the Container Registry Repository roles give none. The assignment looks right in the portal, and the node still gets 401.`,
    references: [
        {
            title: 'Microsoft Entra attribute-based access control for repository permissions',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions'
        }
    ],
    causes: ['Z2', 'Z9'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'role-ineffective-in-mode'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: ${(0,wording/* pullerText */.aL)(verdict.puller)} holds ${(0,wording/* rolesText */.Z2)(cause.grants)}, which registry ${verdict.registry} ignores in its mode "${wording/* modeText */.zR[cause.mode]}"`,
                remediation: grantPull(facts, verdict)
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/role-lacks-pull-action.js




const roleLacksPullAction = {
    id: 'role-lacks-pull-action',
    title: 'The role at the registry does not contain the pull action',
    rationale: `The puller holds a role that speaks about registries, but not the pull action: its \`notActions\` take it away, a
custom role never listed it, or the role is one of those that only sound right (Container Registry Configuration Reader,
Container Registry Repository Catalog Lister, AcrImageSigner, …). \`notActions\` is no deny: a second role that contains the action heals it.`,
    references: [
        {
            title: 'Custom roles for Azure Container Registry',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-custom-roles'
        }
    ],
    causes: ['Z9'],
    permissions: grantReads,
    *run({ facts, verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'role-lacks-pull-action'))
            yield {
                ...subjectOf(verdict),
                severity: 'error',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: ${(0,wording/* pullerText */.aL)(verdict.puller)} holds ${(0,wording/* rolesText */.Z2)(cause.grants)} at registry ${verdict.registry}, which does not contain the pull action`,
                remediation: grantPull(facts, verdict)
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/service-account-identity-missing.js



const serviceAccountIdentityMissing = {
    id: 'service-account-identity-missing',
    title: 'The service account has no identity to pull with',
    rationale: `The cluster pulls with the identity of the pod's service account (service account image pull, preview) instead of the
kubelet identity. Neither the account's annotation \`kubernetes.azure.com/acr-client-id\` nor the cluster's default names an identity, so the pull is
anonymous: a grant to the kubelet identity changes nothing.`,
    references: [
        {
            title: 'Identity bindings in AKS',
            url: 'https://learn.microsoft.com/azure/aks/identity-bindings-concepts'
        }
    ],
    causes: ['Z16'],
    permissions: [readCluster],
    *run({ verdicts }) {
        for (const { verdict, cause } of verdictsBecause(verdicts, 'service-account-identity-missing'))
            yield {
                ...subjectOf(verdict),
                severity: verdict.result === 'no-pull' ? 'error' : 'unknown',
                message: `${verdict.image} cannot be pulled on ${(0,wording/* clusterText */.gc)(verdict)}: it pulls with the identity of service account ${cause.serviceAccount}, which names none, and the cluster has no default`,
                remediation: [
                    {
                        description: `Annotate service account ${cause.serviceAccount} with kubernetes.azure.com/acr-client-id, bind that identity to the cluster, and grant it the pull.`,
                        command: null
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/subscription-not-enabled.js








function shareOf(subscriptionId, pulls) {
    const isIn = (resource) => resource.subscriptionId.toLowerCase() === subscriptionId;
    const fromIt = pulls.filter(({ registry }) => isIn(registry));
    return pulls.slice(0, 1).map(({ clusterId, cluster }) => ({
        subscriptionId,
        clusterId,
        cluster: isIn(cluster) ? cluster.name : null,
        registries: fromIt.map(({ host }) => host),
        uses: [...new Set((isIn(cluster) ? pulls : fromIt).flatMap(({ uses }) => uses))]
    }));
}
const subscriptionsOf = (pulls) => new Set(pulls
    .flatMap(({ cluster, registry }) => [cluster.subscriptionId, registry.subscriptionId])
    .map(id => id.toLowerCase()));
const shares = (context) => [...(0,grouping/* grouped */.z)(registryPulls(context), ({ clusterId }) => clusterId).values()].flatMap(pulls => [...subscriptionsOf(pulls)].flatMap(id => shareOf(id, pulls)));
/** By state in lower case ("Azure subscription states"). */
const subscription_not_enabled_consequences = {
    pastdue: {
        severity: 'note',
        text: 'a payment is due; everything works, but Azure may disable the subscription'
    },
    warned: {
        severity: 'warning',
        text: 'Azure takes its resources offline, and disables it if nobody acts'
    },
    disabled: {
        severity: 'warning',
        text: 'Azure stops its virtual machines and disables its services'
    },
    deleted: { severity: 'warning', text: 'Azure deletes its resources with it' }
};
const otherState = {
    severity: 'note',
    text: 'what that means for its resources is not known'
};
function subjectText({ subscriptionId, cluster, registries }) {
    const holds = [
        ...(cluster === null ? [] : [`cluster ${cluster}`]),
        ...registries.map(host => `registry ${host}`)
    ];
    return `subscription ${subscriptionId} of ${listText(holds)}`;
}
const effectsText = ({ cluster, registries }) => [
    ...(cluster === null ? [] : ['its nodes may not run']),
    ...(registries.length === 0 ? [] : ['pulls may be refused'])
].join(' and ');
const subjectOfShare = ({ uses, clusterId, cluster, registries: [registry, ...others] }) => ({
    uses,
    cluster: clusterId,
    ...(cluster !== null || registry === undefined || others.length > 0 ? {} : { registry })
});
function subscription_not_enabled_finding(share, state) {
    const { severity, text } = subscription_not_enabled_consequences[state.toLowerCase()] ?? otherState;
    const effects = severity === 'warning' ? `, so ${effectsText(share)}` : '';
    return {
        ...subjectOfShare(share),
        severity,
        message: `${(0,access_wording/* capitalised */.Iu)(subjectText(share))} is in state ${state}: ${text}${effects}`,
        remediation: [
            {
                description: 'Look at the state now; who pays for the subscription can pay what is due or reactivate it in the Azure portal.',
                command: command(...['az', 'account', 'list', '--all', '--refresh', '--query'], `[?id=='${share.subscriptionId}'].{name: name, state: state}`)
            }
        ]
    };
}
const subscriptionNotEnabled = {
    id: 'subscription-not-enabled',
    title: 'The subscription of the registry or the cluster is not enabled',
    rationale: `Azure disables a subscription that was cancelled, has spent its credit or is not paid for. It keeps the resources, which can still be read and so
look healthy: virtual machines are deallocated and services disabled. The state Warned comes before, and takes resources offline, too; while a
payment is past due everything goes on. Which message a pull ends in is not documented, and what still runs for a while is not known,
so these are warnings, and a note for past due.

States are asked for in a \`--thorough\` run, for the subscriptions of clusters and registries.`,
    references: [
        {
            title: 'Azure subscription states',
            url: 'https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states'
        },
        {
            title: 'Reactivate a disabled Azure subscription',
            url: 'https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-disabled'
        }
    ],
    causes: ['L6'],
    permissions: [readSubscriptions],
    *run(context) {
        for (const share of shares(context)) {
            const state = subscriptionStateOf(context.facts, share.subscriptionId);
            if (state === null)
                continue;
            if (!state.known)
                yield {
                    ...subjectOfShare(share),
                    severity: 'unknown',
                    message: `Whether ${subjectText(share)} is enabled cannot be said: ${state.reason.message}`,
                    remediation: [bringAnswer(state.reason)]
                };
            else if (state.value.toLowerCase() !== 'enabled')
                yield subscription_not_enabled_finding(share, state.value);
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/suspicious-registry-host.js

/** Hosts that look like a login server and are none; each with what was meant. */
const lookAlikes = [
    { pattern: /\.azure(?:acr|rc|cr|crr|ccr|arc)\.(?:io|com|net)$/, meant: 'azurecr.io' },
    { pattern: /\.azurecr\.(?:com|net|org|ms|azure\.com)$/, meant: 'azurecr.io' },
    { pattern: /\.acr\.(?:io|azure\.com|azurecr\.io)$/, meant: 'azurecr.io' },
    { pattern: /\.data\.azurecr\.(?:io|cn|us)$/, meant: 'the login server' }
];
const meantBy = (host) => host.endsWith('.azurecr.io') && !host.includes('.data.')
    ? null
    : (lookAlikes.find(({ pattern }) => pattern.test(host))?.meant ?? null);
const suspiciousRegistryHost = {
    id: 'suspicious-registry-host',
    title: 'The host looks like a login server, and is none',
    rationale: `Login servers end in \`azurecr.io\` (\`azurecr.us\`, \`azurecr.cn\` in the sovereign clouds). A slip such as \`azureacr.io\` names somebody else's domain: at best
the pull fails with \`no such host\`, at worst a stranger serves the image. \`*.data.azurecr.io\` hosts serve layers only and are no registries.`,
    references: [
        {
            title: 'About registries, repositories and artifacts',
            url: 'https://learn.microsoft.com/azure/container-registry/container-registry-concepts'
        }
    ],
    causes: ['Z19', 'N1'],
    permissions: [],
    *run({ manifests }) {
        for (const use of manifests.uses) {
            if (use.image.kind !== 'reference')
                continue;
            const host = (0,image_reference/* registryHost */.U$)(use.image.reference);
            const meant = meantBy(host);
            if (meant !== null)
                yield {
                    severity: 'warning',
                    message: `${use.image.text} names host ${host}, which is no login server of Azure Container Registry`,
                    remediation: [{ description: `Write ${meant} if that was meant.`, command: null }],
                    uses: [use],
                    registry: host,
                    image: use.image.text
                };
        }
    }
};

;// CONCATENATED MODULE: ./lib/checks/virtual-node-needs-secret.js



const virtualNodeNeedsSecret = {
    id: 'virtual-node-needs-secret',
    title: 'A virtual node pulls with pull secrets alone',
    rationale: `Pods on virtual nodes run in Azure Container Instances. No kubelet identity is there, so only the pod's own
\`imagePullSecrets\` count; this pod has none that covers the registry.`,
    references: [
        {
            title: 'Create and configure AKS to use virtual nodes (limitations)',
            url: 'https://learn.microsoft.com/azure/aks/virtual-nodes'
        }
    ],
    causes: ['Z17'],
    permissions: [readCluster],
    *run({ verdicts }) {
        for (const { verdict } of verdictsBecause(verdicts, 'virtual-node-needs-secret'))
            yield {
                ...subjectOf(verdict),
                severity: verdict.result === 'no-pull' ? 'error' : 'unknown',
                message: `${verdict.image} cannot be pulled on the virtual nodes of ${(0,wording/* clusterText */.gc)(verdict)}: they have no kubelet identity, and the pod has no pull secret for registry ${verdict.registry}`,
                remediation: [
                    {
                        description: `Give the pod a pull secret for ${verdict.registry}, or let it run on a node pool.`,
                        command: null
                    }
                ]
            };
    }
};

;// CONCATENATED MODULE: ./lib/checks/index.js



















































/** Every check, in the order of the documentation: grants, registries, networks, pull secrets, node pools, references, facts, manifests. */
const checks = [
    noPullGrant,
    grantToOtherIdentity,
    roleIneffectiveInMode,
    conditionExcludesRepository,
    roleLacksPullAction,
    denyAssignment,
    recentGrant,
    groupGrant,
    anonymousPull,
    anonymousNotProven,
    kubeletIdentityLost,
    serviceAccountIdentityMissing,
    virtualNodeNeedsSecret,
    nodesDiffer,
    podIdentityIntercepts,
    nodeWithoutIdentity,
    registryNotFound,
    registryNotVisible,
    registryInOtherTenant,
    registryHostNotServed,
    suspiciousRegistryHost,
    registryFirewall,
    registryNotPublic,
    registryDataEndpoint,
    proxyWithoutRegistry,
    isolatedClusterSource,
    bootstrapRegistry,
    registryNotReady,
    registryReplica,
    registryEncryption,
    registryQuarantine,
    registryThrottling,
    registryStorageFull,
    subscriptionNotEnabled,
    cacheRuleBroken,
    pullSecretNotVisible,
    pullSecretNotProven,
    pullSecretUnusable,
    ensureSecretPulledImages,
    ...knownIssueChecks,
    kubernetesVersionUnsupported,
    noLandablePool,
    mixedPlatforms,
    clusterNotRunning,
    artifactStreaming,
    invalidImageReference,
    imageHostPlaceholder,
    pullPolicyNever,
    factsMissing,
    factsStale,
    manifestInvalid,
    manifestUnreadable,
    renderFailed,
    duplicateImageKey,
    imageNotText
];


/***/ }),

/***/ 2070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ poolsOf),
/* harmony export */   T6: () => (/* binding */ landingPools),
/* harmony export */   c6: () => (/* binding */ addsNodes)
/* harmony export */ });
/* harmony import */ var _kubernetes_node_pools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(947);

/** New nodes get the control plane's version (AKS docs, "Node auto-provisioning"); their image is not in ARM. */
const autoProvisionedPool = ({ kubernetesVersion }) => ({
    name: 'auto-provisioned nodes',
    mode: 'User',
    osType: 'Linux',
    osSku: null,
    architecture: null,
    vmSize: null,
    labels: {},
    taints: [],
    spot: false,
    kubernetesVersion,
    nodeImageVersion: null,
    autoProvisioned: true
});
/** Karpenter adds nodes as pods need them (AKS docs, "Node auto-provisioning"). */
const addsNodes = (cluster) => cluster.nodeProvisioningMode?.toLowerCase() === 'auto';
const knownPools = new WeakMap();
/** The pools of a cluster, the same values at each call; node auto-provisioning counts as one more. */
function poolsOf(cluster) {
    const known = knownPools.get(cluster);
    if (known !== undefined)
        return known;
    const pools = [
        ...cluster.nodePools.map(pool => ({ ...pool, autoProvisioned: false })),
        ...(addsNodes(cluster) ? [autoProvisionedPool(cluster)] : [])
    ];
    knownPools.set(cluster, pools);
    return pools;
}
/** Those of the pools on which the image can be pulled: where its pod can land. */
const landingPools = (cluster, pools, use) => (0,_kubernetes_node_pools_js__WEBPACK_IMPORTED_MODULE_0__/* .eligiblePools */ .Fr)(pools, use.pod, cluster);


/***/ }),

/***/ 1429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   Pm: () => (/* binding */ bootstrapRegistryOf),
/* harmony export */   Z2: () => (/* binding */ rolesText),
/* harmony export */   aL: () => (/* reexport safe */ _access_wording_js__WEBPACK_IMPORTED_MODULE_0__.aL),
/* harmony export */   es: () => (/* binding */ clusterOf),
/* harmony export */   gc: () => (/* binding */ clusterText),
/* harmony export */   mp: () => (/* binding */ lastSegment),
/* harmony export */   zR: () => (/* reexport safe */ _access_wording_js__WEBPACK_IMPORTED_MODULE_0__.zR)
/* harmony export */ });
/* harmony import */ var _access_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5374);

/** Last segment of an ARM id: the name that people know a resource by. */
const lastSegment = (id) => id.slice(id.lastIndexOf('/') + 1);
const clusterText = (verdict) => `cluster ${lastSegment(verdict.cluster)}`;
const rolesText = (grants) => [...new Set(grants.map(grant => grant.role))].join(', ');
function registryOf(facts, host) {
    const answer = facts.registries.find(registry => registry.host === host)?.answer;
    return answer?.known === true ? answer.value : null;
}
/** What a cluster mirrors mcr.microsoft.com to, by ARM id; null: nobody asked. */
function bootstrapRegistryOf(facts, id) {
    const wanted = id?.toLowerCase();
    return (facts.bootstrapRegistries.find(({ registryId }) => registryId.toLowerCase() === wanted)
        ?.answer ?? null);
}
function clusterOf(facts, id) {
    const wanted = id.toLowerCase();
    const answer = facts.clusters.find(cluster => cluster.id.toLowerCase() === wanted)?.answer;
    return answer?.known === true ? answer.value : null;
}


/***/ }),

/***/ 9846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* unused harmony export deliver */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(646);
/* harmony import */ var _reports_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3288);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(155);
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3345);





const printed = (targets) => targets.find(target => target.file === null) ?? { format: 'text', file: null };
/** Renders every target; what goes to standard output comes last, when the files are safe. */
function deliver(report, targets, terminal) {
    for (const { format, file } of targets)
        if (file !== null)
            (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeNamedFile */ .B)(terminal.workspace, file, _reports_index_js__WEBPACK_IMPORTED_MODULE_2__/* .reporters */ .R0[format](report));
    const { format } = printed(targets);
    terminal.print(format === 'text' ? (0,_reports_index_js__WEBPACK_IMPORTED_MODULE_2__/* .textReport */ .Mf)(report, terminal.layout) : _reports_index_js__WEBPACK_IMPORTED_MODULE_2__/* .reporters */ .R0[format](report));
}
/** A consumer of SARIF reads the file, so findings are no failure there (as zizmor does). */
function exitCodeOf(report, targets) {
    if (report.clusters.some(cluster => cluster.reason !== null))
        return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.factsUnreadable;
    if (printed(targets).format === 'sarif')
        return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok;
    return report.summary.conclusion === 'fail' ? _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.findings : _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok;
}
async function check(settings, terminal) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .sw)(settings);
    const report = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(inputs, terminal);
    deliver(report, inputs.reports, terminal);
    return exitCodeOf(report, inputs.reports);
}


/***/ }),

/***/ 9180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ allSettings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3390);




const defaultFiles = ['.acr-pull-check.yaml', '.github/.acr-pull-check.yaml'];
const isMissing = (error) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
function readIfThere(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (isMissing(error))
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`Settings file ${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
            cause: error
        });
    }
}
function fileSettings(workspace, named) {
    for (const file of named === undefined ? defaultFiles : [named]) {
        const text = readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, file));
        if (text !== null)
            return (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsFromFile */ .ME)(file, text);
    }
    if (named !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`Settings file ${named} does not exist: correct --config (action: config).`);
    return {};
}
/** What the user gave at the door, over the environment, over the settings file. */
function allSettings(given, environment, workspace) {
    const fromEnvironment = (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsFromEnvironment */ .$r)(environment);
    const named = given['config']?.at(-1) ?? fromEnvironment['config']?.at(-1);
    return (0,_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeSettings */ .ss)(fileSettings(workspace, named), fromEnvironment, given);
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   SS: () => (/* binding */ ReportedError),
/* harmony export */   _B: () => (/* binding */ FactsError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   kV: () => (/* binding */ NothingToJudgeError)
/* harmony export */ });
/** What the process says when it stops; the numbers are public (see the README's table of exit codes). */
const exitCode = {
    ok: 0,
    findings: 1,
    usage: 2,
    factsUnreadable: 3,
    nothingToJudge: 4
};
/** Base of every error that is not our own bug: its message names cause, object and cure in one sentence. */
class ReportedError extends Error {
    exitCode;
    constructor(message, code, options) {
        super(message, options);
        this.name = new.target.name;
        this.exitCode = code;
    }
}
/** The user's input is missing or wrong. */
class InputError extends ReportedError {
    constructor(message, options) {
        super(message, exitCode.usage, options);
    }
}
/** Azure could not be asked at all: sign-in, network, or no permission on the cluster itself. */
class FactsError extends ReportedError {
    constructor(message, options) {
        super(message, exitCode.factsUnreadable, options);
    }
}
/** No manifest matched, or no image is in the manifests. */
class NothingToJudgeError extends ReportedError {
    constructor(message, options) {
        super(message, exitCode.nothingToJudge, options);
    }
}
/** The message of anything that was thrown, also by another realm, where instanceof does not hold. */
const messageOf = (error) => typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ azureFacts),
  x: () => (/* binding */ factsFor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./lib/access/denials.js
var access_denials = __webpack_require__(8938);
// EXTERNAL MODULE: ./lib/access/grouping.js
var grouping = __webpack_require__(285);
// EXTERNAL MODULE: ./lib/access/manifests-index.js
var manifests_index = __webpack_require__(7177);
// EXTERNAL MODULE: ./lib/access/mixed-up-identity.js
var mixed_up_identity = __webpack_require__(2118);
// EXTERNAL MODULE: ./lib/access/puller.js + 3 modules
var puller = __webpack_require__(5863);
// EXTERNAL MODULE: ./lib/access/pull-requests.js
var pull_requests = __webpack_require__(9994);
// EXTERNAL MODULE: ./lib/facts/registry-network.js
var registry_network = __webpack_require__(4083);
// EXTERNAL MODULE: ./lib/kubernetes/image-reference.js
var image_reference = __webpack_require__(7625);
// EXTERNAL MODULE: ./lib/access/node-identity.js
var node_identity = __webpack_require__(1867);
// EXTERNAL MODULE: ./lib/access/registry-tokens.js
var registry_tokens = __webpack_require__(4662);
;// CONCATENATED MODULE: ./lib/access/surroundings-questions.js





const asked = (question, calledFor) => [
    { question, calledFor }
];
const isPremium = ({ sku }) => sku?.toLowerCase() === 'premium';
/** The user of a pull secret that is neither the admin user nor a principal can only be a token of the registry. */
const tokens = ({ pulling, registry, requests }, { index }) => requests
    .flatMap(({ request }) => (0,puller/* attemptsOf */.O)(pulling, request, index))
    .flatMap(({ credentials }) => credentials)
    .flatMap(credential => credential.kind === 'pull-secret' ? (0,registry_tokens/* tokenUsers */.k6)(credential.entries, registry) : [])
    .flatMap(name => asked({ kind: 'token', registryId: registry.id, name }, true));
/** Regional endpoints, and data endpoints of several regions, tell that a registry is replicated. */
const replicas = ({ host, registry }) => isPremium(registry)
    ? asked({ kind: 'replicas', registryId: registry.id }, host.form === 'regional-endpoint' || registry.dataEndpointHosts.length > 1)
    : [];
const cacheRules = ({ registry }) => asked({ kind: 'cache-rules', registryId: registry.id }, false);
const storage = ({ registry }) => asked({ kind: 'storage', registryId: registry.id }, false);
const subscriptions = ({ pulling, registry }) => [pulling.cluster.subscriptionId, registry.subscriptionId].flatMap(subscriptionId => asked({ kind: 'subscription', subscriptionId }, false));
const scaleSets = ({ clusterId, pulling }) => pulling.cluster.nodeIdentity.kind === 'kubelet-identity'
    ? asked({ kind: 'scale-sets', clusterId }, false)
    : [];
/** A firewall with rules may know the addresses of the nodes. */
const egress = ({ clusterId, pulling, registry }) => (0,registry_network/* isBehindFirewall */.RI)(registry) &&
    (registry.networkRuleCount ?? 0) > 0 &&
    pulling.cluster.outboundIpIds.length > 0
    ? asked({ kind: 'egress', clusterId, registryId: registry.id }, true)
    : [];
const privateZones = ({ clusterId, registry }) => (0,registry_network/* isPublicAccessDisabled */.o4)(registry) && registry.approvedPrivateEndpoints > 0
    ? asked({ kind: 'private-zone', clusterId, zone: (0,registry_network/* privateZone */.S7)(registry) }, true)
    : [];
/** Azure refuses to list the grants of a principal that it does not know; direct ones outlive it. */
const kubeletIdentities = ({ pulling, registry }, { index }) => {
    const { nodeIdentity } = pulling.cluster;
    if (nodeIdentity.kind !== 'kubelet-identity' || nodeIdentity.resourceId === null)
        return [];
    const { groupsResolved, answer } = index.assignments(registry.id, nodeIdentity.objectId);
    return index.identityResource(nodeIdentity.resourceId) === null
        ? asked({ kind: 'identity', reference: nodeIdentity.resourceId }, answer.known && !groupsResolved)
        : [];
};
const rules = [
    tokens,
    replicas,
    cacheRules,
    storage,
    subscriptions,
    scaleSets,
    egress,
    privateZones,
    kubeletIdentities
];
function pullsIn({ index, images, clusters }) {
    return clusters.flatMap(({ id, answer }) => answer.known
        ? images.flatMap(({ host, requests }) => {
            const registry = index.registry(host.host);
            return registry.known
                ? [{ clusterId: id, pulling: answer.value, host, registry: registry.value, requests }]
                : [];
        })
        : []);
}
const pullsFromMicrosoft = ({ uses }) => uses.some(({ image, class: kind }) => (kind === 'pod' || kind === 'container') &&
    image.kind === 'reference' &&
    (0,image_reference/* registryHost */.U$)(image.reference) === image_reference/* microsoftRegistry */._A);
/** Clusters with artifact source Cache take mcr.microsoft.com from a registry of their own. */
function bootstrapQuestions(manifests, { clusters }) {
    if (!pullsFromMicrosoft(manifests))
        return [];
    return clusters.flatMap(({ answer }) => {
        if (!answer.known)
            return [];
        const { cluster } = answer.value;
        const { artifactSource, bootstrapRegistryId: registryId } = cluster;
        if (registryId === null || artifactSource?.toLowerCase() !== 'cache')
            return [];
        const principal = (0,node_identity/* nodePrincipalOf */.um)(cluster);
        const principalIds = principal === null ? [] : [principal.objectId];
        return [
            { kind: 'bootstrap-registry', registryId, principalIds },
            { kind: 'cache-rules', registryId }
        ];
    });
}
/** Everything that one question is about. */
const keyOf = (question) => JSON.stringify(question).toLowerCase();
/**
 * Questions about what lies around clusters and registries, each once: in a thorough run all, else those that the first
 * answers call for.
 */
function surroundingsQuestions(manifests, judgement, thorough) {
    const pulls = pullsIn(judgement);
    const found = rules
        .flatMap(rule => pulls.flatMap(each => rule(each, judgement)))
        .filter(({ calledFor }) => calledFor || thorough)
        .map(({ question }) => question);
    const questions = [...found, ...bootstrapQuestions(manifests, judgement)];
    return [...new Map(questions.map(question => [keyOf(question), question])).values()];
}

// EXTERNAL MODULE: ./lib/access/verdicts.js
var verdicts = __webpack_require__(34);
;// CONCATENATED MODULE: ./lib/access/questions.js








const distinct = (texts) => [...new Set(texts)];
/**
 * What Azure is asked first: the clusters (ARM ids), the registries of all images to judge, and the identities that
 * manifests name.
 */
function requestFor(manifests, clusters, { cloud, registryHosts, kubeletObjectId, thorough }) {
    const chosen = registryHosts.map(host => host.toLowerCase());
    const isChosen = (host) => chosen.includes(host);
    const images = (0,pull_requests/* requestedImages */.J)(manifests, cloud.registrySuffixes, isChosen, false);
    const hosts = images.filter(({ host }) => host.ownCloud).map(({ host }) => host.host);
    return {
        clusters,
        registryHosts: distinct([...chosen, ...hosts]),
        identities: identitiesNamed(manifests, hosts),
        kubeletObjectId,
        thorough
    };
}
/** Identities that could pull some image: of the service accounts, and of bindings to the images' registries. */
function identitiesNamed(manifests, hosts) {
    if (hosts.length === 0)
        return [];
    const ofAccounts = manifests.serviceAccounts.map(manifests_index/* pullIdentityOf */.n$);
    const ofBindings = manifests.pullBindings
        .filter(({ server }) => hosts.includes(server.toLowerCase()))
        .map(({ managedIdentity }) => managedIdentity);
    return distinct([...ofAccounts, ...ofBindings].filter(reference => reference !== null));
}
/**
 * What the first answers leave open, each question once. Empty where every puller is granted, no deny assignment could
 * reach it through a group, and nothing else calls for a closer look; a thorough run looks at everything.
 */
function questionsLeft(manifests, facts, thorough) {
    const judgement = (0,verdicts/* prepareJudgement */.V)(manifests, facts);
    const reliances = [...reliancesIn(judgement)];
    return [
        ...identityQuestions(judgement),
        ...assignmentQuestions(judgement, reliances),
        ...denyReachQuestions(judgement, reliances),
        ...surroundingsQuestions(manifests, judgement, thorough)
    ];
}
function* reliancesIn({ index, images, clusters }) {
    for (const { answer } of clusters) {
        if (!answer.known)
            continue;
        for (const { host, requests } of images) {
            const registry = index.registry(host.host);
            if (!registry.known)
                continue;
            for (const { request } of requests)
                for (const { credentials } of (0,puller/* attemptsOf */.O)(answer.value, request, index))
                    for (const credential of credentials)
                        if (credential.kind === 'identity')
                            yield {
                                cluster: answer.value.cluster,
                                registry: registry.value,
                                repository: request.repository,
                                principal: credential.principal
                            };
        }
    }
}
/** The identity with which service accounts pull that name none. */
function identityQuestions({ index, images, clusters }) {
    if (images.length === 0)
        return [];
    const references = clusters.flatMap(({ answer }) => {
        const profile = answer.known ? answer.value.cluster.serviceAccountPull : null;
        if (profile?.known !== true || !profile.value.enabled)
            return [];
        const reference = profile.value.defaultManagedIdentityId;
        return reference === null || index.identityAsked(reference) ? [] : [reference];
    });
    return distinct(references).map(reference => ({ kind: 'identity', reference }));
}
/** Where the puller has no grant: does another identity of the cluster hold it by mistake? */
function assignmentQuestions({ index, grants }, reliances) {
    const open = reliances.flatMap(({ cluster, registry, repository, principal }) => {
        if (!(0,mixed_up_identity/* mayBeMixedUp */.L)(principal, grants(principal, registry, repository).cause))
            return [];
        return cluster.otherIdentities
            .map(({ objectId }) => ({ registryId: registry.id, objectId }))
            .filter(({ objectId }) => !index.assignmentsAsked(registry.id, objectId));
    });
    return [...(0,grouping/* grouped */.z)(open, ({ registryId }) => registryId)].map(([registryId, asked]) => ({
        kind: 'assignments',
        registryId,
        principalIds: distinct(asked.map(({ objectId }) => objectId))
    }));
}
/** Where a deny assignment names groups, only Azure knows whether the principal is in one of them. */
function denyReachQuestions({ index }, reliances) {
    const open = reliances.filter(({ registry, principal: { objectId } }) => {
        const denials = index.denials(registry.id);
        return (denials.known &&
            !index.reachAsked(registry.id, objectId) &&
            denials.value.some(deny => (0,access_denials/* blocksPulls */.PT)(deny, registry.id) && (0,access_denials/* needsGroups */.Ob)(deny, objectId)));
    });
    const pairs = (0,grouping/* grouped */.z)(open, ({ registry, principal }) => `${registry.id} ${principal.objectId}`);
    return [...pairs.values()].flatMap(([first]) => first === undefined
        ? []
        : [
            {
                kind: 'deny-reach',
                registryId: first.registry.id,
                principalId: first.principal.objectId
            }
        ]);
}

// EXTERNAL MODULE: ./lib/named-file.js
var named_file = __webpack_require__(3345);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/facts/age.js
var age = __webpack_require__(9264);
// EXTERNAL MODULE: ./lib/facts/facts-file.js + 4 modules
var facts_file = __webpack_require__(2582);
// EXTERNAL MODULE: ./lib/project.js
var project = __webpack_require__(2574);
;// CONCATENATED MODULE: ./lib/facts-source.js










async function factsFor(inputs, world) {
    const source = inputs.facts === null
        ? await azureSource(inputs.azure, world)
        : fileSource(inputs.facts, inputs, world);
    return {
        ...source,
        facts: async (manifests) => {
            const facts = await source.facts(manifests);
            refuseUnreadable(facts);
            if (inputs.factsOut !== null)
                (0,named_file/* writeNamedFile */.B)(world.workspace, inputs.factsOut, (0,facts_file/* writeFacts */.R)(facts));
            return facts;
        }
    };
}
/** Without any cluster there is nothing to judge against; with some, the report names the others. */
function refuseUnreadable(facts) {
    const reasons = facts.clusters.flatMap(({ id, answer }) => answer.known || answer.reason.code === 'stale' ? [] : [{ id, reason: answer.reason }]);
    const [first] = reasons;
    if (first === undefined || reasons.length < facts.clusters.length)
        return;
    const { id, reason } = first;
    const cure = reason.permission === null
        ? 'correct its id, or try again'
        : `give the signed-in identity ${reason.permission} there (docs/permissions.md has the role)`;
    throw new errors/* FactsError */._B(`Cluster ${id} cannot be read: ${reason.message}; ${cure}.`);
}
/**
 * The SDKs read these when they are loaded, and then log whole requests, the Authorization header included
 * (@azure/logger: AZURE_LOG_LEVEL and DEBUG). No token may be printed at any log level.
 */
function silenceSdkLogs() {
    delete external_node_process_.env['AZURE_LOG_LEVEL'];
    delete external_node_process_.env['DEBUG'];
}
async function azureSource(inputs, world) {
    silenceSdkLogs();
    const azure = await Promise.all(/* import() */[__webpack_require__.e(79), __webpack_require__.e(922)]).then(__webpack_require__.bind(__webpack_require__, 4922));
    const cloud = await azure.cloudFor(inputs, project/* project */.j.version);
    return {
        kind: 'azure',
        registrySuffixes: [...new Set([...image_reference/* azureRegistrySuffixes */.KJ, ...cloud.registrySuffixes])],
        facts: async (manifests) => {
            const { credential, description } = azure.credentialFor({ ...inputs, cloud }, world);
            world.progress(`Signing in to ${cloud.name} with ${description}`);
            return azure.collect(requestFor(manifests, inputs.clusters, {
                cloud,
                registryHosts: inputs.registries,
                kubeletObjectId: inputs.kubeletObjectId,
                thorough: inputs.thorough
            }), facts => questionsLeft(manifests, facts, inputs.thorough), { ...world, credential, cloud, version: project/* project */.j.version });
        }
    };
}
/** Facts about everything that the manifests and the user name, freshly read. */
async function azureFacts(inputs, manifests, world) {
    const source = await azureSource(inputs, world);
    const facts = await source.facts(manifests);
    refuseUnreadable(facts);
    return facts;
}
function readFactsFile(file, workspace) {
    return (0,facts_file/* readFacts */.M)(readText((0,external_node_path_.resolve)(workspace, file), file));
}
function readText(path, file) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new errors/* InputError */.dz(`Facts file ${file} cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`, {
            cause: error
        });
    }
}
const oneDay = 24 * 3_600_000;
/** An old file still counts up to its limit, but a reader should know. */
function withAgeWarning(facts, file, now) {
    const age = now.getTime() - Date.parse(facts.collectedAt);
    if (age <= oneDay)
        return facts;
    const message = `the facts were collected ${Math.floor(age / 3_600_000)} hours ago, at ${facts.collectedAt}`;
    return {
        ...facts,
        coverage: [
            ...facts.coverage,
            { subject: file, reason: { code: 'stale', message, permission: null } }
        ]
    };
}
/** The clusters that the user asks about; a file may hold a whole fleet. */
function chosenClusters(facts, file, wanted) {
    if (wanted.length === 0)
        return facts;
    const clusters = wanted.map(id => {
        const found = facts.clusters.find(cluster => cluster.id.toLowerCase() === id.toLowerCase());
        if (found === undefined)
            throw new errors/* InputError */.dz(`Facts file ${file} knows nothing of cluster ${id}: collect it again with --cluster ${id}.`);
        return found;
    });
    return { ...facts, clusters };
}
function fileSource(file, inputs, world) {
    const read = chosenClusters(readFactsFile(file, world.workspace), file, inputs.azure.clusters);
    const now = world.now();
    const facts = withAgeWarning((0,age/* ageFacts */.n)(read, now, inputs.maxAge), file, now);
    return {
        kind: 'file',
        registrySuffixes: [...new Set([...image_reference/* azureRegistrySuffixes */.KJ, ...facts.cloud.registrySuffixes])],
        facts: () => Promise.resolve(facts)
    };
}


/***/ }),

/***/ 9264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ageFacts),
/* harmony export */   y: () => (/* binding */ defaultUnknownAfter)
/* harmony export */ });
/* harmony import */ var _fact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2289);

/** Milliseconds after which an answer no longer decides anything. */
const defaultUnknownAfter = 72 * 3_600_000;
/**
 * Facts as they count at `now`. Past the limit (milliseconds) the answers that a colleague can change any minute become
 * reasons with code `stale`; so does a free name, which is an answer too: somebody may own it by now. Any other reason
 * stays, because it says more. Role definitions and identities stay: alone they decide nothing.
 */
function ageFacts(facts, now, unknownAfter = defaultUnknownAfter) {
    const age = now.getTime() - Date.parse(facts.collectedAt);
    if (age <= unknownAfter)
        return facts;
    const message = `the facts were collected at ${facts.collectedAt}, ${durationText(age)} ago, and count for ${durationText(unknownAfter)} at most`;
    const aged = (item) => ({
        ...item,
        answer: decides(item.answer) ? (0,_fact_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)('stale', message) : item.answer
    });
    return {
        ...facts,
        clusters: facts.clusters.map(aged),
        registries: facts.registries.map(aged),
        assignments: facts.assignments.map(aged),
        denyAssignments: facts.denyAssignments.map(aged)
    };
}
const decides = (answer) => answer.known || answer.reason.code === 'name-free';
function durationText(milliseconds) {
    const hours = Math.floor(milliseconds / 3_600_000);
    return hours >= 2 ? `${hours} hours` : `${Math.floor(milliseconds / 60_000)} minutes`;
}


/***/ }),

/***/ 2289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   Vt: () => (/* binding */ mapFact),
/* harmony export */   eO: () => (/* binding */ known)
/* harmony export */ });
const known = (value) => ({ known: true, value });
const unknown = (code, message, permission = null) => ({ known: false, reason: { code, message, permission } });
/** The same fact about something computed from its answer. */
const mapFact = (fact, change) => fact.known ? known(change(fact.value)) : fact;


/***/ }),

/***/ 2582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ readFacts),
  R: () => (/* binding */ writeFacts)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 1 modules
var schemas = __webpack_require__(2765);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/iso.js
var iso = __webpack_require__(3102);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
;// CONCATENATED MODULE: ./lib/facts/schema-parts.js

const schema_parts_text = schemas/* string */.YjP();
const textOrNull = schemas/* nullable */.mee(schemas/* string */.YjP());
const numberOrNull = schemas/* nullable */.mee(schemas/* number */.aig());
const switchOrNull = schemas/* nullable */.mee(schemas/* boolean */.zMY());
const listOf = (item) => schemas/* readonly */.tBZ(schemas/* array */.YOg(item));
/** For a key that older files of version 1 do not have: reading them gives this in its place. */
const orElse = schemas/* _default */.Rvf;
/** Names and describes a part of the published JSON Schema. */
function named(id, description, schema) {
    registries/* globalRegistry */.fd.add(schema, { id, description });
    return schema;
}
const reason = named('Reason', 'Why Azure gave no answer, and the ARM action that would bring it.', schemas/* object */.Ikc({
    code: schemas/* enum */.k5n([
        'forbidden',
        'not-found',
        'not-visible',
        'name-free',
        'throttled',
        'timeout',
        'network',
        'unexpected-answer',
        'not-collected',
        'stale'
    ]),
    message: schema_parts_text,
    permission: textOrNull
}));
/** Azure's answer, or the reason why there is none. */
const factOf = (value) => schemas/* discriminatedUnion */.gMt('known', [
    schemas/* object */.Ikc({ known: schemas/* literal */.euz(true), value }),
    schemas/* object */.Ikc({ known: schemas/* literal */.euz(false), reason })
]);

;// CONCATENATED MODULE: ./lib/facts/surroundings.js
const nothingAround = {
    tokens: [],
    replicas: [],
    cacheRules: [],
    storage: [],
    subscriptions: [],
    scaleSets: [],
    egress: [],
    privateZones: []
};

;// CONCATENATED MODULE: ./lib/facts/surroundings-schema.js


const token = named('RegistryToken', 'A repository-scoped token of a registry, without its passwords.', schemas/* object */.Ikc({
    enabled: schemas/* boolean */.zMY(),
    passwordExpiries: listOf(textOrNull),
    scopeMap: textOrNull,
    actions: factOf(listOf(schema_parts_text))
}));
const replica = named('Replica', 'A region of a geo-replicated registry.', schemas/* object */.Ikc({
    name: schema_parts_text,
    location: schema_parts_text,
    endpointEnabled: schemas/* boolean */.zMY(),
    provisioningState: textOrNull,
    status: textOrNull
}));
const credentialHealth = schemas/* object */.Ikc({ healthy: switchOrNull, problem: textOrNull });
const cacheRule = named('CacheRule', 'A rule by which a registry fetches repositories from another registry.', schemas/* object */.Ikc({
    name: schema_parts_text,
    source: schema_parts_text,
    target: schema_parts_text,
    credentials: schemas/* nullable */.mee(schemas/* object */.Ikc({ name: schema_parts_text, answer: factOf(listOf(credentialHealth)) }))
}));
const storage = schemas/* object */.Ikc({ usedBytes: schemas/* number */.aig(), limitBytes: schemas/* number */.aig() });
const scaleSet = named('ScaleSet', 'The machines behind a node pool.', schemas/* object */.Ikc({ name: schema_parts_text, nodePool: textOrNull, identityIds: listOf(schema_parts_text) }));
const egressAddress = schemas/* object */.Ikc({ address: schema_parts_text, allowed: schemas/* boolean */.zMY() });
const network = schemas/* object */.Ikc({ id: schema_parts_text, ownDnsServers: schemas/* boolean */.zMY(), linked: schemas/* boolean */.zMY() });
/** A list that facts files from before it do not have. */
const answers = (answer) => orElse(listOf(answer), []);
const surroundingsSchema = named('Surroundings', 'What lies around clusters and registries, where somebody asked for it.', schemas/* object */.Ikc({
    tokens: answers(schemas/* object */.Ikc({ registryId: schema_parts_text, name: schema_parts_text, answer: factOf(token) })),
    replicas: answers(schemas/* object */.Ikc({ registryId: schema_parts_text, answer: factOf(listOf(replica)) })),
    cacheRules: answers(schemas/* object */.Ikc({ registryId: schema_parts_text, answer: factOf(listOf(cacheRule)) })),
    storage: answers(schemas/* object */.Ikc({ registryId: schema_parts_text, answer: factOf(storage) })),
    subscriptions: answers(schemas/* object */.Ikc({ subscriptionId: schema_parts_text, answer: factOf(schema_parts_text) })),
    scaleSets: answers(schemas/* object */.Ikc({ clusterId: schema_parts_text, answer: factOf(listOf(scaleSet)) })),
    egress: answers(schemas/* object */.Ikc({ clusterId: schema_parts_text, registryId: schema_parts_text, answer: factOf(listOf(egressAddress)) })),
    privateZones: answers(schemas/* object */.Ikc({ clusterId: schema_parts_text, zone: schema_parts_text, answer: factOf(listOf(network)) }))
}));

;// CONCATENATED MODULE: ./lib/facts/facts-schema.js




/** Where the published JSON Schema of this major version lies; facts files name it in their `$schema`. */
const factsSchemaUrl = 'https://raw.githubusercontent.com/acr-pull-check/acr-pull-check/v1/schema/facts.schema.json';
const cloud = schemas/* object */.Ikc({
    name: schemas/* enum */.k5n(['AzurePublicCloud', 'AzureUSGovernment', 'AzureChinaCloud', 'custom']),
    registrySuffixes: listOf(schema_parts_text)
});
const nodeIdentity = named('NodeIdentity', 'What the nodes pull with.', schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('kubelet-identity'),
        objectId: schema_parts_text,
        clientId: textOrNull,
        resourceId: textOrNull
    }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('service-principal'), clientId: schema_parts_text, objectId: factOf(schema_parts_text) }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('none') })
]));
const otherIdentity = named('OtherIdentity', 'An identity of the cluster that never pulls.', schemas/* object */.Ikc({
    role: schemas/* enum */.k5n(['control-plane', 'add-on']),
    objectId: schema_parts_text,
    name: schema_parts_text
}));
const serviceAccountPull = named('ServiceAccountPull', 'Whether pods pull with the identity of their service account (preview).', schemas/* object */.Ikc({
    enabled: schemas/* boolean */.zMY(),
    defaultManagedIdentityId: textOrNull
}));
const nodePool = named('NodePool', 'A node pool; kubernetesVersion is what its kubelets run.', schemas/* object */.Ikc({
    name: schema_parts_text,
    mode: schema_parts_text,
    osType: schemas/* enum */.k5n(['Linux', 'Windows']),
    osSku: textOrNull,
    architecture: schemas/* nullable */.mee(schemas/* enum */.k5n(['amd64', 'arm64'])),
    vmSize: textOrNull,
    kubernetesVersion: textOrNull,
    nodeImageVersion: textOrNull,
    labels: schemas/* record */.g1P(schema_parts_text, schema_parts_text),
    taints: listOf(schema_parts_text),
    spot: schemas/* boolean */.zMY(),
    count: numberOrNull,
    powerState: textOrNull,
    provisioningState: textOrNull,
    artifactStreaming: schemas/* boolean */.zMY(),
    subnetId: orElse(textOrNull, null)
}));
const cluster = named('Cluster', 'An AKS managed cluster.', schemas/* object */.Ikc({
    id: schema_parts_text,
    name: schema_parts_text,
    resourceGroup: schema_parts_text,
    subscriptionId: schema_parts_text,
    location: schema_parts_text,
    tenantId: textOrNull,
    kubernetesVersion: textOrNull,
    nodeResourceGroup: textOrNull,
    supportPlan: textOrNull,
    powerState: textOrNull,
    provisioningState: textOrNull,
    nodeIdentity,
    otherIdentities: listOf(otherIdentity),
    serviceAccountPull: factOf(serviceAccountPull),
    nodePools: listOf(nodePool),
    nodeProvisioningMode: textOrNull,
    virtualNodes: schemas/* boolean */.zMY(),
    outboundType: textOrNull,
    outboundIpIds: orElse(listOf(schema_parts_text), []),
    artifactSource: orElse(textOrNull, null),
    bootstrapRegistryId: textOrNull,
    httpProxyNoProxy: schemas/* nullable */.mee(listOf(schema_parts_text)),
    podIdentity: schemas/* boolean */.zMY()
}));
const keyIdentity = schemas/* object */.Ikc({ clientId: schema_parts_text, assigned: schemas/* boolean */.zMY() });
const registry = named('Registry', 'An Azure Container Registry, without its IP rules.', schemas/* object */.Ikc({
    id: schema_parts_text,
    name: schema_parts_text,
    loginServer: schema_parts_text,
    subscriptionId: schema_parts_text,
    tenantId: textOrNull,
    location: schema_parts_text,
    sku: textOrNull,
    roleAssignmentMode: schemas/* nullable */.mee(schemas/* enum */.k5n(['legacy', 'abac'])),
    anonymousPull: switchOrNull,
    adminUser: switchOrNull,
    authenticationAsArm: schemas/* boolean */.zMY(),
    publicNetworkAccess: textOrNull,
    networkDefaultAction: textOrNull,
    networkRuleCount: orElse(numberOrNull, null),
    approvedPrivateEndpoints: schemas/* number */.aig(),
    pendingPrivateEndpoints: orElse(numberOrNull, null),
    dataEndpoint: schemas/* boolean */.zMY(),
    dataEndpointHosts: listOf(schema_parts_text),
    quarantine: schemas/* boolean */.zMY(),
    provisioningState: textOrNull,
    status: textOrNull,
    encrypted: schemas/* boolean */.zMY(),
    keyIdentity: orElse(schemas/* nullable */.mee(keyIdentity), null),
    createdAt: textOrNull,
    lastModifiedAt: textOrNull
}));
const condition = { condition: textOrNull, conditionVersion: textOrNull };
const permission = named('Permission', 'One entry of the permissions of a role definition or deny assignment.', schemas/* object */.Ikc({
    actions: listOf(schema_parts_text),
    notActions: listOf(schema_parts_text),
    dataActions: listOf(schema_parts_text),
    notDataActions: listOf(schema_parts_text),
    ...condition
}));
const roleAssignment = named('RoleAssignment', 'A role assignment; principalId is a group when it came through one.', schemas/* object */.Ikc({
    id: schema_parts_text,
    scope: schema_parts_text,
    roleDefinitionId: schema_parts_text,
    principalId: schema_parts_text,
    principalType: textOrNull,
    ...condition,
    createdOn: textOrNull,
    updatedOn: textOrNull
}));
const assignments = schemas/* object */.Ikc({
    registryId: schema_parts_text,
    principalId: schema_parts_text,
    groupsResolved: schemas/* boolean */.zMY(),
    answer: factOf(listOf(roleAssignment))
});
const denyPrincipal = schemas/* object */.Ikc({ id: schema_parts_text, type: schema_parts_text });
const denyAssignment = named('DenyAssignment', 'A deny assignment.', schemas/* object */.Ikc({
    id: schema_parts_text,
    name: schema_parts_text,
    scope: schema_parts_text,
    doNotApplyToChildScopes: schemas/* boolean */.zMY(),
    permissions: listOf(permission),
    principals: listOf(denyPrincipal),
    excludedPrincipals: listOf(denyPrincipal),
    ...condition
}));
const denyAssignments = schemas/* object */.Ikc({
    registryId: schema_parts_text,
    answer: factOf(listOf(denyAssignment)),
    reaching: listOf(schemas/* object */.Ikc({ principalId: schema_parts_text, answer: factOf(listOf(schema_parts_text)) }))
});
const roleDefinition = named('RoleDefinition', 'A role definition.', schemas/* object */.Ikc({
    id: schema_parts_text,
    name: schema_parts_text,
    custom: schemas/* boolean */.zMY(),
    permissions: listOf(permission)
}));
const managedIdentity = named('ManagedIdentity', 'A user-assigned managed identity.', schemas/* object */.Ikc({
    resourceId: textOrNull,
    objectId: schema_parts_text,
    clientId: schema_parts_text,
    tenantId: textOrNull
}));
/** Version 1 of the facts file: `Facts` as outside data. Keys that it does not name are ignored. */
const factsSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz('1'),
    collectedAt: iso/* datetime */.w$(),
    cloud,
    clusters: listOf(schemas/* object */.Ikc({ id: schema_parts_text, answer: factOf(cluster) })),
    registries: listOf(schemas/* object */.Ikc({ host: schema_parts_text, answer: factOf(registry) })),
    assignments: listOf(assignments),
    denyAssignments: listOf(denyAssignments),
    roleDefinitions: listOf(schemas/* object */.Ikc({ key: schema_parts_text, answer: factOf(roleDefinition) })),
    identities: listOf(schemas/* object */.Ikc({ reference: schema_parts_text, answer: factOf(managedIdentity) })),
    bootstrapRegistries: orElse(listOf(schemas/* object */.Ikc({ registryId: schema_parts_text, answer: factOf(registry) })), []),
    surroundings: orElse(surroundingsSchema, nothingAround),
    coverage: listOf(schemas/* object */.Ikc({ subject: schema_parts_text, reason: reason }))
});
/** Holds schema and type together: compilation fails as soon as one can say what the other cannot. */
const schemaIsFacts = { read: file => file, write: facts => facts };
/** The JSON Schema (2020-12) of the facts file, for editors and other programs; published at `factsSchemaUrl`. */
const factsJsonSchema = () => ({
    $id: factsSchemaUrl,
    title: 'Facts file of acr-pull-check, version 1',
    description: 'What Azure said about clusters, registries and grants, as `acr-pull-check collect` writes it. An answer that Azure refused is here as its reason.',
    ...z.toJSONSchema(factsSchema, {
        io: 'input',
        override: ({ jsonSchema }) => {
            simplify(jsonSchema);
        }
    })
});
function simplify(schema) {
    // `readonly` is a promise of our TypeScript types; in JSON Schema it would mean "the server owns this".
    delete schema.readOnly;
    // Editors understand the format; the pattern beside it is a page long.
    if (schema.format !== undefined)
        delete schema.pattern;
}

;// CONCATENATED MODULE: ./lib/facts/facts-file.js


/**
 * The text of a facts file: keys always in the order of the schema, so that two collections can be compared
 * line by line, and nothing in it that the schema does not name.
 */
const writeFacts = (facts) => `${JSON.stringify({ $schema: factsSchemaUrl, ...factsSchema.parse(facts) }, null, 2)}\n`;
/** @throws InputError with the path of the first wrong key and what was expected there. */
function readFacts(text) {
    const content = parseJson(text);
    requireVersion(content);
    const result = factsSchema.safeParse(content, { reportInput: true });
    if (result.success)
        return result.data;
    throw new errors/* InputError */.dz(`The facts file is not usable: ${describe(result.error.issues)}. Collect it again with acr-pull-check collect, or correct that key.`);
}
function parseJson(text) {
    try {
        // Windows tools write a byte order mark, which JSON does not have.
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch (error) {
        throw new errors/* InputError */.dz(`The facts file is not JSON (${(0,errors/* messageOf */.bD)(error)}): give a file that acr-pull-check collect wrote.`, { cause: error });
    }
}
/** Said before anything else: every other complaint about a file of another version would mislead. */
function requireVersion(content) {
    const version = versionOf(content);
    if (version === undefined)
        throw new errors/* InputError */.dz('The facts file has no schemaVersion: give a file that acr-pull-check collect wrote, whose schemaVersion is "1".');
    if (version !== '1')
        throw new errors/* InputError */.dz(`The facts file has schemaVersion ${JSON.stringify(version)}, and this acr-pull-check reads only "1": collect the facts again, or use the acr-pull-check that wrote them.`);
}
const versionOf = (content) => typeof content === 'object' && content !== null && 'schemaVersion' in content
    ? content.schemaVersion
    : undefined;
function describe(issues) {
    const [first, ...others] = issues;
    if (first === undefined)
        return 'a key is wrong';
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${pathText(first.path)} must be ${expectation(first)}, not ${seen(first.input)}${more}`;
}
/** Path in the form of jq and JavaScript: `clusters[0].answer.value.name`. */
const pathText = (path) => path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || 'the file';
function expectation(issue) {
    switch (issue.code) {
        case 'invalid_type':
            return `of type ${issue.expected}`;
        case 'invalid_value':
            return issue.values.map(value => JSON.stringify(value)).join(' or ');
        case 'invalid_format':
            return 'a time in ISO 8601, UTC, such as 2026-01-31T08:00:00Z';
        case 'invalid_union':
            return 'one of the forms that the JSON Schema names';
        default:
            return issue.message;
    }
}
/** Values are named by their kind alone: a file that is none of ours may hold anything. */
function seen(value) {
    if (value === undefined)
        return 'missing';
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ registryNameOf),
/* harmony export */   _U: () => (/* binding */ loginServerOf),
/* harmony export */   hk: () => (/* binding */ regionOfEndpoint)
/* harmony export */ });
/** `name.region.geo.suffix` and `name.region.data.suffix` ("Azure Container Registry endpoint reference"). */
const derivedForm = /^(?<name>[a-z0-9-]+)\.(?<region>[a-z0-9]+)\.(?<kind>geo|data)\.(?<suffix>[^.].*)$/;
function derivedHost(host) {
    const { name, region, kind, suffix } = derivedForm.exec(host)?.groups ?? {};
    if (name === undefined || region === undefined || suffix === undefined)
        return null;
    return { kind: kind === 'geo' ? 'regional-endpoint' : 'data-endpoint', name, region, suffix };
}
/** The login server of the registry that answers at a host; the host itself unless its form is a derived one. */
function loginServerOf(host) {
    const derived = derivedHost(host);
    return derived === null ? host : `${derived.name}.${derived.suffix}`;
}
/** The region of a regional endpoint; null for any other host. */
function regionOfEndpoint(host) {
    const derived = derivedHost(host);
    return derived?.kind === 'regional-endpoint' ? derived.region : null;
}
/**
 * The registry name that a login server stands for, null for a domain name label (`name-hash.azurecr.io`): names hold
 * no hyphen, and a free name proves nothing about a label ("Domain name label for container registries").
 */
function registryNameOf(loginServer) {
    const [label = ''] = loginServer.split('.', 1);
    return label === '' || label.includes('-') ? null : label;
}


/***/ }),

/***/ 4083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isSameRegion),
/* harmony export */   Nd: () => (/* binding */ networksOf),
/* harmony export */   RI: () => (/* binding */ isBehindFirewall),
/* harmony export */   S7: () => (/* binding */ privateZone),
/* harmony export */   ed: () => (/* binding */ isIsolated),
/* harmony export */   h_: () => (/* binding */ layerHosts),
/* harmony export */   i_: () => (/* binding */ subnetsOf),
/* harmony export */   m4: () => (/* binding */ isRoutedByUser),
/* harmony export */   o4: () => (/* binding */ isPublicAccessDisabled)
/* harmony export */ });
const is = (value, ...expected) => value !== null && expected.includes(value.toLowerCase());
/** The public endpoint is off, which overrides every firewall rule ("Configure public IP network rules"). */
const isPublicAccessDisabled = ({ publicNetworkAccess }) => is(publicNetworkAccess, 'disabled');
/** The public endpoint answers only to the addresses of IP rules. */
const isBehindFirewall = (registry) => !isPublicAccessDisabled(registry) && is(registry.networkDefaultAction, 'deny');
/** Traffic leaves by a route table of the user, as a rule to a firewall ("Customize cluster egress"). */
const isRoutedByUser = ({ outboundType }) => is(outboundType, 'userdefinedrouting');
/**
 * AKS makes no way out (`none`) or shuts it (`block`); then only the virtual network can be reached ("Customize cluster
 * egress"). With a proxy the user has made a way of his own.
 */
const isIsolated = ({ outboundType, httpProxyNoProxy }) => is(outboundType, 'none', 'block') && httpProxyNoProxy === null;
/** Such as `azurecr.io`: what stands behind the first label of the login server. */
const suffixOf = ({ loginServer }) => loginServer.slice(loginServer.indexOf('.') + 1);
/** Regions are written `West Europe` and `westeurope`. */
const isSameRegion = (one, other) => regionKey(one) === regionKey(other);
const regionKey = (region) => region.toLowerCase().replaceAll(' ', '');
/** The zone of private endpoints ("Connect privately to a registry by using Azure Private Link"). */
const privateZone = (registry) => `privatelink.${suffixOf(registry)}`;
const blobHosts = {
    AzurePublicCloud: '*.blob.core.windows.net',
    AzureUSGovernment: '*.blob.core.usgovcloudapi.net',
    AzureChinaCloud: '*.blob.core.chinacloudapi.cn',
    custom: 'the blob storage of this cloud'
};
/**
 * Hosts that serve the registry's layers. A private endpoint switches data endpoints on; ARM lists those of all regions, and
 * where it does not, the one of the home region is sure ("Dedicated data endpoints").
 */
function layerHosts(registry, cloud) {
    if (registry.dataEndpointHosts.length > 0)
        return registry.dataEndpointHosts;
    if (!registry.dataEndpoint && registry.approvedPrivateEndpoints === 0)
        return [blobHosts[cloud.name]];
    const [name = registry.name] = registry.loginServer.split('.', 1);
    return [`${name}.${registry.location}.data.${suffixOf(registry)}`];
}
/** Subnets of the nodes (ARM ids); empty in the network that AKS made itself. */
const subnetsOf = (cluster) => [
    ...new Set(cluster.nodePools.flatMap(({ subnetId }) => subnetId ?? []))
];
/** Virtual networks of the nodes (ARM ids). */
const networksOf = (cluster) => [
    ...new Set(subnetsOf(cluster).map(id => id.replace(/\/subnets\/[^/]+$/i, '')))
];


/***/ }),

/***/ 623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ imageList)
/* harmony export */ });
/* harmony import */ var _kubernetes_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7625);

function reportUse(use) {
    const { origin } = use;
    return {
        class: use.class,
        ...use.location,
        workload: use.workload,
        container: use.container,
        origin: origin === null
            ? null
            : origin.renderer === 'chart'
                ? { chart: origin.path, confidence: origin.confidence }
                : { kustomization: origin.path, confidence: origin.confidence }
    };
}
/** Uses by their text, in the order of first appearance. */
function byText(uses) {
    const groups = new Map();
    for (const use of uses) {
        const group = groups.get(use.image.text);
        if (group === undefined)
            groups.set(use.image.text, { first: use, uses: [reportUse(use)] });
        else
            group.uses.push(reportUse(use));
    }
    return [...groups.values()].map(group => [group.first, group.uses]);
}
function reportImage({ image }, uses, suffixes) {
    if (image.kind === 'registry')
        return {
            reference: image.text,
            registryKind: 'acr',
            registry: image.host,
            repository: '',
            tag: null,
            digest: null,
            uses
        };
    if (image.kind !== 'reference')
        return null;
    const registry = (0,_kubernetes_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .registryHost */ .U$)(image.reference);
    return {
        reference: image.text,
        registryKind: (0,_kubernetes_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isAzureRegistryHost */ .BS)(registry, suffixes) ? 'acr' : 'other',
        registry,
        repository: image.reference.repository,
        tag: image.reference.tag,
        digest: image.reference.digest,
        uses
    };
}
function invalidImage({ image }, uses) {
    if (image.kind === 'invalid')
        return { text: image.text, reason: image.reason, uses };
    if (image.kind === 'unresolved')
        return {
            text: image.text,
            reason: `nothing says what ${image.placeholder} stands for`,
            uses
        };
    return null;
}
/** Every distinct image text of the manifests, with all places that name it. */
function imageList(manifests, suffixes) {
    const texts = byText(manifests.uses);
    return {
        schemaVersion: '1',
        images: texts
            .map(([use, uses]) => reportImage(use, uses, suffixes))
            .filter(image => image !== null),
        invalidImages: texts
            .map(([use, uses]) => invalidImage(use, uses))
            .filter(image => image !== null)
    };
}


/***/ }),

/***/ 646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ requireClusters),
/* harmony export */   F2: () => (/* binding */ manifestInputs),
/* harmony export */   RV: () => (/* binding */ reportTargets),
/* harmony export */   Ro: () => (/* binding */ azureInputs),
/* harmony export */   sw: () => (/* binding */ checkInputs),
/* harmony export */   uE: () => (/* binding */ switched),
/* harmony export */   yK: () => (/* binding */ requirePaths)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _facts_age_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9264);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1097);



const first = (settings, name) => {
    const value = settings[name]?.at(-1)?.trim();
    return value === undefined || value === '' ? null : value;
};
const all = (settings, name) => (settings[name] ?? []).map(value => value.trim()).filter(value => value !== '');
/** `true` and `false` in the spellings of YAML 1.2's core schema, as GitHub takes them. */
function switched(settings, name, fallback) {
    const text = first(settings, name);
    if (text === null)
        return fallback;
    if (/^true$/i.test(text))
        return true;
    if (/^false$/i.test(text))
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input ${name} is '${text}': write true or false.`);
}
function oneOf(settings, name, allowed, fallback) {
    const text = first(settings, name);
    if (text === null)
        return fallback;
    const found = allowed.find(value => value === text.toLowerCase());
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input ${name} is '${text}': write one of ${allowed.join(', ')}.`);
    return found;
}
function pairs(settings, name) {
    return Object.fromEntries(all(settings, name).map(text => {
        const at = text.indexOf('=');
        if (at < 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input ${name} has '${text}': write NAME=VALUE.`);
        return [text.slice(0, at), text.slice(at + 1)];
    }));
}
const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const clusterId = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^/]+$/i;
const shortClusterId = new RegExp(`^(${guid})/([^/]+)/([^/]+)$`);
const armId = (subscription, group, name) => `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`;
function clusterOf(text) {
    const id = text.replace(/\/+$/, '');
    if (clusterId.test(id))
        return id;
    const [, subscription, group, name] = shortClusterId.exec(id) ?? [];
    if (subscription !== undefined && group !== undefined && name !== undefined)
        return armId(subscription, group, name);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input clusters has '${text}', which names no AKS cluster: write its ARM id (az aks show --query id) or SUBSCRIPTION-ID/RESOURCE-GROUP/NAME.`);
}
function namedCluster(settings) {
    const name = first(settings, 'cluster-name');
    if (name === null)
        return [];
    const group = first(settings, 'resource-group');
    const subscription = first(settings, 'subscription-id');
    if (group === null || subscription === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input cluster-name is '${name}' without ${group === null ? 'resource-group' : 'subscription-id'}: give both, or use clusters with the ARM id.`);
    return [armId(subscription, group, name)];
}
const unique = (values) => [
    ...new Map(values.map(value => [value.toLowerCase(), value])).values()
];
function managedIdentityAsked(settings) {
    return (oneOf(settings, 'auth-type', ['identity', 'service_principal'], 'service_principal') ===
        'identity');
}
const azureInputs = (settings) => ({
    clusters: unique([...all(settings, 'clusters').map(clusterOf), ...namedCluster(settings)]),
    registries: unique(all(settings, 'registries').map(host => host.toLowerCase())),
    kubeletObjectId: first(settings, 'kubelet-object-id'),
    thorough: switched(settings, 'thorough', false),
    environment: first(settings, 'environment'),
    resourceManager: first(settings, 'resource-manager-endpoint'),
    authority: first(settings, 'authority-host'),
    clientId: first(settings, 'client-id'),
    tenantId: first(settings, 'tenant-id'),
    audience: first(settings, 'audience'),
    managedIdentity: managedIdentityAsked(settings)
});
const manifestInputs = (settings) => ({
    paths: all(settings, 'manifests'),
    namespace: first(settings, 'namespace') ?? 'default',
    variables: pairs(settings, 'variables'),
    setImages: all(settings, 'images'),
    imagePullSecrets: all(settings, 'imagepullsecrets'),
    render: switched(settings, 'render', true),
    remoteBases: switched(settings, 'remote-bases', false),
    helm: {
        valuesFiles: all(settings, 'helm-values'),
        set: all(settings, 'helm-set'),
        release: first(settings, 'helm-release')
    }
});
function reportTarget(text) {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    const file = at < 0 ? null : text.slice(at + 1);
    const format = _options_js__WEBPACK_IMPORTED_MODULE_1__/* .formats */ .Fx.find(known => known === name);
    if (format === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Format '${name}' is not known: write one of ${_options_js__WEBPACK_IMPORTED_MODULE_1__/* .formats */ .Fx.join(', ')}.`);
    if (file === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Format '${text}' names no file: write ${name}=FILE.`);
    return { format, file };
}
function reportTargets(settings) {
    const targets = all(settings, 'format').map(reportTarget);
    const printed = targets.filter(target => target.file === null);
    if (printed.length > 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Formats ${printed.map(target => target.format).join(' and ')} would both go to standard output: give all but one a file, such as ${printed[0]?.format ?? 'json'}=FILE.`);
    return targets;
}
const unitMilliseconds = {
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000
};
function duration(settings, name, fallback) {
    const text = first(settings, name);
    if (text === null)
        return fallback;
    const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
    const milliseconds = unit === undefined ? undefined : unitMilliseconds[unit];
    if (count === undefined || milliseconds === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input ${name} is '${text}': write a duration such as 90m, 12h or 3d.`);
    return Number(count) * milliseconds;
}
const severityLimits = ['error', 'warning', 'note', 'off'];
const imageClasses = ['pod', 'container', 'field', 'mention'];
/** pod and container decide; a field may not be an image at all, a mention even less. */
const defaultClassSeverity = {
    pod: 'error',
    container: 'error',
    field: 'warning',
    mention: 'note'
};
function classSeverity(settings) {
    const chosen = Object.entries(pairs(settings, 'class-severity')).map(([name, limit]) => {
        const known = imageClasses.find(value => value === name);
        const level = severityLimits.find(value => value === limit);
        if (known === undefined || level === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`Input class-severity has '${name}=${limit}': write one of ${imageClasses.join(', ')}, then = and one of ${severityLimits.join(', ')}.`);
        return [known, level];
    });
    return { ...defaultClassSeverity, ...Object.fromEntries(chosen) };
}
/** Everything `check` needs, or an InputError that names the input and the cure. */
function checkInputs(settings) {
    const inputs = {
        manifests: manifestInputs(settings),
        azure: azureInputs(settings),
        facts: first(settings, 'facts'),
        factsOut: first(settings, 'facts-out'),
        maxAge: duration(settings, 'facts-max-age', _facts_age_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultUnknownAfter */ .y),
        reports: reportTargets(settings),
        failOn: oneOf(settings, 'fail-on', ['error', 'warning', 'note', 'unknown', 'never'], 'error'),
        classSeverity: classSeverity(settings)
    };
    requirePaths(inputs.manifests);
    if (inputs.facts === null)
        requireClusters(inputs.azure);
    return inputs;
}
function requirePaths(inputs) {
    if (inputs.paths.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('No manifests are named: give files, directories or globs (command line: PATH..., action: input manifests).');
}
function requireClusters(inputs) {
    if (inputs.clusters.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('No cluster is named: give --cluster (action: input clusters) with the ARM id of each target cluster, or --facts with a facts file.');
}


/***/ }),

/***/ 9561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ knownIssues)
});

;// CONCATENATED MODULE: ./lib/known-issues/acr-anonymous-pull-sp.js
/** Kubernetes #74715: the service principal was always offered, and its 401 was final. */
const acrAnonymousPullSp = {
    id: 'acr-anonymous-pull-sp',
    title: 'Anonymous pull from ACR fails because the service principal credential is always used',
    documented: { section: 2, title: 'image pull error from ACR anonymous repository' },
    causes: ['L9'],
    severity: 'warning',
    component: 'kubelet-in-tree',
    appliesTo: { identity: 'servicePrincipal', anonymousPull: true, grant: 'missing' },
    introduced: null,
    fixes: [
        {
            minor: '1.10',
            documented: 'none',
            fixed: 'none',
            confidence: 'absence',
            source: 'cherry-picks of kubernetes #74715 only #74784 (1.11), #74783 (1.12), #74782 (1.13)'
        },
        {
            minor: '1.11',
            documented: '1.11.9',
            fixed: '1.11.9',
            source: 'CHANGELOG-1.11, changes since v1.11.8 list #74715'
        },
        {
            minor: '1.12',
            documented: '1.12.7',
            fixed: '1.12.7',
            source: 'CHANGELOG-1.12, changes since v1.12.6 list #74715'
        },
        {
            minor: '1.13',
            documented: '1.13.5',
            fixed: '1.13.5',
            source: 'CHANGELOG-1.13, changes since v1.13.4 list #74715'
        },
        {
            minor: '1.14',
            documented: '1.14.0',
            fixed: '1.14.0',
            source: 'Kubernetes 1.14 release notes drafts, SIG Azure, list #74715'
        }
    ],
    workarounds: [
        {
            text: 'Create a secret with empty user name and password in the namespace of the pod, and name it in spec.imagePullSecrets.',
            command: `kubectl create secret generic emptysecret --from-literal=.dockerconfigjson='{"auths":{"<host>":{"Username":"","Password":"","Email":""}}}' --type=kubernetes.io/dockerconfigjson`,
            manifest: `kind: Pod
apiVersion: v1
metadata:
  name: apache
spec:
  containers:
  - image: <host>/bitnami/apache:2.4.38
    name: apache
  imagePullSecrets:
  - name: emptysecret`
        },
        { text: 'Grant AcrPull to the service principal.' }
    ],
    links: [
        {
            title: 'fix Azure Container Registry anonymous repo image pull error',
            url: 'https://github.com/kubernetes/kubernetes/pull/74715'
        },
        {
            title: 'cannot access Azure Container Registry public repo',
            url: 'https://github.com/kubernetes/kubernetes/issues/74714'
        },
        {
            title: 'Pull an Image from a Private Registry',
            url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry'
        },
        {
            title: 'containerd refuses the empty credential (invalid auth config)',
            url: 'https://github.com/kubernetes/kubernetes/issues/82043'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-arm-audience-disabled.js
/** The role is right and the pull fails all the same: a check of grants alone would pass. */
const acrArmAudienceDisabled = {
    id: 'acr-arm-audience-disabled',
    title: "Registry has authentication-as-ARM disabled and the node's credential provider still sends ARM tokens",
    documented: null,
    causes: ['Z14'],
    severity: 'error',
    appliesTo: { identity: 'managedIdentity', authenticationAsArm: false },
    introduced: null,
    fixes: [
        {
            minor: '1.29',
            fixed: 'none',
            source: 'AKS runs the in-tree provider up to 1.29; it uses the ServiceManagementEndpoint audience'
        },
        {
            minor: '1.30',
            fixed: 'any',
            nodeImage: {
                linux: '202505.14.0',
                windows2022: '20348.4893.260311',
                windows2025: '26100.32522.260311'
            },
            provider: '1.30.11',
            source: 'cloud-provider-azure #8697; Azure/AKS vhd-notes (Windows inferred)'
        },
        {
            minor: '1.31',
            fixed: 'any',
            nodeImage: {
                linux: '202505.14.0',
                windows2022: '20348.4893.260311',
                windows2025: '26100.32522.260311'
            },
            provider: '1.31.5',
            source: 'cloud-provider-azure #8698; Azure/AKS vhd-notes (Windows inferred)'
        },
        {
            minor: '1.32',
            fixed: 'any',
            nodeImage: {
                linux: '202505.14.0',
                windows2022: '20348.4893.260311',
                windows2025: '26100.32522.260311'
            },
            provider: '1.32.4',
            source: 'cloud-provider-azure #8696; Azure/AKS vhd-notes (Windows inferred)'
        },
        {
            minor: '1.33',
            fixed: '1.33.0',
            provider: '1.33.0',
            source: 'cloud-provider-azure v1.33.0 release notes, #8593'
        }
    ],
    workarounds: [
        { text: 'Upgrade the node image, or the minor.', upgrade: true },
        {
            text: 'Let the registry accept ARM tokens again.',
            command: 'az acr config authentication-as-arm update -r <registry> --status enabled'
        }
    ],
    links: [
        {
            title: 'acr-credential-provider asks for the ARM audience',
            url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/issues/8592'
        },
        {
            title: 'use acr audience token for ACR authentication',
            url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/8593'
        },
        { title: 'AKS issue', url: 'https://github.com/Azure/AKS/issues/4560' }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-challenge-timeout-10s.js
/** Intermittent; likelier with private endpoints and slow name resolution. */
const acrChallengeTimeout10s = {
    id: 'acr-challenge-timeout-10s',
    title: 'In-tree provider gives up on ACR after 10 seconds',
    documented: null,
    causes: ['L9'],
    severity: 'warning',
    component: 'kubelet-in-tree',
    appliesTo: { identity: 'managedIdentity' },
    introduced: '1.22',
    fixes: [
        {
            minor: '1.22',
            fixed: '1.22.8',
            source: 'Giant Swarm 17.1.0 notes; cherry-pick kubernetes #108227'
        },
        {
            minor: '1.23',
            fixed: '1.23.5',
            confidence: 'unverified',
            source: 'a cherry-pick is listed in Giant Swarm notes; number expected from the same round'
        },
        { minor: '1.24', fixed: '1.24.0', source: 'kubernetes #108209' }
    ],
    workarounds: [{ text: 'Retry.' }],
    links: [
        {
            title: 'timeout 10 s to 60 s',
            url: 'https://github.com/kubernetes/kubernetes/pull/108209'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-greedy-login-server.js
/** The provider's `.*\.azurecr\.io` ran into the path of mirrored repositories. */
const acrGreedyLoginServer = {
    id: 'acr-greedy-login-server',
    title: 'Repository path containing "azurecr." confuses the provider\'s login-server regex',
    documented: null,
    causes: ['L9'],
    severity: 'note',
    appliesTo: { imageRepositoryPath: /\.azurecr\.(io|cn|us|de)/ },
    introduced: null,
    fixes: [
        {
            minor: '1.29',
            fixed: 'none',
            confidence: 'inferred',
            source: 'in-tree provider, same regex family; no fix seen'
        },
        {
            minor: '1.30',
            fixed: '1.30.0',
            provider: '1.30.0',
            source: 'cloud-provider-azure #5824 (ce10318c8); also provider 1.27.17, 1.28.9, 1.29.4'
        }
    ],
    workarounds: [{ text: 'Rename the repository.' }, { text: 'Use imagePullSecrets.' }],
    links: [
        {
            title: 'non-greedy login server',
            url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/5824'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-msi-cross-subscription.js
/** Kubernetes #77245: the provider listed registries before it offered a managed identity's credential. */
const acrMsiCrossSubscription = {
    id: 'acr-msi-cross-subscription',
    title: 'Managed identity cannot pull from an ACR it cannot list (another subscription, or AcrPull only)',
    documented: { section: 3, title: 'pull private ACR image error on a MSI enabled cluster' },
    causes: ['L9'],
    severity: 'error',
    component: 'kubelet-in-tree',
    appliesTo: {
        identity: 'managedIdentity',
        anyOf: [{ crossSubscription: true }, { grantLacksRegistryRead: true }]
    },
    introduced: '1.8',
    introducedNote: 'inferred: managed identity with ACR arrived about 1.8; not supported at all before',
    fixes: [
        {
            minor: '1.14',
            documented: 'none',
            fixed: 'none',
            source: 'CHANGELOG-1.14 sections 1.14.2 and 1.14.3 do not list kubernetes #77245; no cherry-pick; needs #75587 (1.15). 1.14.4 to 1.14.10 not read'
        },
        {
            minor: '1.15',
            documented: '1.15.0',
            fixed: '1.15.0',
            source: 'CHANGELOG-1.15 lists #77245'
        },
        {
            minor: '1.16',
            documented: '1.16.0',
            fixed: '1.16.0',
            source: 'branched after the merge of #77245'
        }
    ],
    workarounds: [
        { text: 'Upgrade to 1.15 or later.', upgrade: true },
        { text: 'Use imagePullSecrets.' }
    ],
    links: [
        {
            title: 'Fix ACR MSI cross-subscription authentication error',
            url: 'https://github.com/kubernetes/kubernetes/pull/77245'
        },
        {
            title: 'UseManagedIdentityExtension is broken for Auth with Azure container registry',
            url: 'https://github.com/kubernetes/kubernetes/issues/87579'
        },
        {
            title: 'pull image from a cross-subscription azure container registry does not work by MSI',
            url: 'https://github.com/kubernetes/kubernetes/issues/67892'
        },
        {
            title: 'a different fault: Windows nodes, fixed by AKS release 2020-05-25',
            url: 'https://github.com/Azure/AKS/issues/1428'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-msi-empty-cache.js
/** Kubernetes #92330. Every AKS node pulls system images from mcr.microsoft.com, so every node qualifies. */
const acrMsiEmptyCache = {
    id: 'acr-msi-empty-cache',
    title: 'Intermittent 401 after a non-ACR image was pulled first (empty credential cached for 1 minute)',
    documented: {
        section: 4,
        title: 'pull private ACR image failed randomly on a managed identity enabled cluster'
    },
    causes: ['L9'],
    severity: 'warning',
    component: 'kubelet-in-tree',
    appliesTo: { identity: 'managedIdentity' },
    introduced: '1.15',
    introducedNote: 'regression of kubernetes #75587',
    fixes: [
        {
            minor: '1.15',
            documented: 'none',
            fixed: 'none',
            confidence: 'absence',
            source: 'cherry-picks of kubernetes #92330 only #92405 (1.18), #93313 (1.17), #93314 (1.16); 1.15.12 was the last 1.15'
        },
        {
            minor: '1.16',
            documented: '1.16.14',
            fixed: '1.16.14',
            source: 'Giant Swarm v9.3.8 AWS notes, kubernetes 1.16.14, list #92330'
        },
        {
            minor: '1.17',
            documented: '1.17.10',
            fixed: '1.17.10',
            upgradeTo: '1.17.11',
            source: 'CHANGELOG-1.17 v1.17.10 lists #92330 and says the 1.17.10 artifacts are incomplete, do not use'
        },
        {
            minor: '1.18',
            documented: '1.18.6',
            fixed: '1.18.6',
            source: 'Giant Swarm v13.0.0 notes, kubernetes 1.18.6, list #92330 (#92405)'
        },
        {
            minor: '1.19',
            documented: '1.19.0',
            fixed: '1.19.0',
            source: 'CHANGELOG-1.19 v1.19.0 release notes list #92330'
        }
    ],
    workarounds: [{ text: 'Retry after 1 to 2 minutes.' }],
    links: [
        {
            title: "fix: don't use docker config cache if it's empty",
            url: 'https://github.com/kubernetes/kubernetes/pull/92330'
        },
        {
            title: 'Pulling Azure Container Registry image using Managed Service Identity may fail',
            url: 'https://github.com/kubernetes/kubernetes/issues/92326'
        },
        {
            title: 'fix: pull image error with azure managed identity (closed unmerged; successor 96355)',
            url: 'https://github.com/kubernetes/kubernetes/pull/92818'
        },
        {
            title: 'change that introduced the regression in 1.15',
            url: 'https://github.com/kubernetes/kubernetes/pull/75587'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-msi-multi-registry.js
/**
 * Kubernetes #96355: one cache entry for all registries. The published list names 1.17.14, 1.18.12 and 1.19.4,
 * which were tagged before the cherry-picks were opened.
 */
const acrMsiMultiRegistry = {
    id: 'acr-msi-multi-registry',
    title: 'Random authentication failure when pulling from several registries with a managed identity',
    documented: {
        section: 5,
        title: 'random authentication failure when pulling image from multiple container registries using Azure managed identity'
    },
    causes: ['L9'],
    severity: 'warning',
    // System images come from mcr.microsoft.com, so a single registry in the manifests is not the only one.
    severityWhen: [{ when: { registryHostsAtMost: 1 }, severity: 'note' }],
    component: 'kubelet-in-tree',
    appliesTo: { identity: 'managedIdentity' },
    introduced: '1.15',
    introducedNote: 'regression of kubernetes #75587',
    fixes: [
        {
            minor: '1.15',
            documented: null,
            fixed: 'none',
            confidence: 'inferred',
            source: 'the regression is of 1.15 and no 1.15 cherry-pick of kubernetes #96355 exists; the published list has no such row'
        },
        {
            minor: '1.16',
            documented: 'none',
            fixed: 'none',
            confidence: 'absence',
            source: 'no 1.16 cherry-pick of kubernetes #96355; 1.16.15 was the last 1.16'
        },
        {
            minor: '1.17',
            documented: '1.17.14',
            fixed: '1.17.15',
            source: 'CHANGELOG-1.17, changes since v1.17.14 list #96355, changes since v1.17.13 do not (#96559, opened 2020-11-13)'
        },
        {
            minor: '1.18',
            documented: '1.18.12',
            fixed: '1.18.13',
            source: 'Giant Swarm v13.1.0 Azure notes, kubernetes 1.18.13, list #96355 (#96558, opened 2020-11-13)'
        },
        {
            minor: '1.19',
            documented: '1.19.4',
            fixed: '1.19.5',
            confidence: 'dates',
            source: 'tag v1.19.4 is of 2020-11-11, cherry-pick #96546 was opened 2020-11-13; 1.19.5 is the next release'
        },
        {
            minor: '1.20',
            documented: '1.20.0',
            fixed: '1.20.0',
            source: 'merged 2020-11 before 1.20.0; release notes list #96355'
        }
    ],
    workarounds: [{ text: 'Wait for a few more tries, or use a single container registry.' }],
    links: [
        {
            title: 'fix pull image error from multiple ACRs using azure managed identityy',
            url: 'https://github.com/kubernetes/kubernetes/pull/96355'
        },
        {
            title: 'Pulling Azure Container Registry image using Managed Service Identity may fail',
            url: 'https://github.com/kubernetes/kubernetes/issues/92326'
        },
        { title: 'ACR Image Pull Errors', url: 'https://github.com/Azure/acr/issues/451' },
        { title: 'related report', url: 'https://github.com/kubernetes/kubernetes/issues/92737' }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-nap-1-29.js
/** On these nodes the in-tree provider was off and the out-of-tree one not set up. */
const acrNap129 = {
    id: 'acr-nap-1-29',
    title: 'Node auto-provisioned 1.29 nodes cannot use the kubelet identity for ACR',
    documented: null,
    causes: ['Z20'],
    severity: 'note',
    appliesTo: { nodeProvisioningMode: 'Auto' },
    introduced: '1.29',
    fixes: [
        {
            minor: '1.29',
            fixed: 'none',
            note: 'fixed on the server in August 2024',
            source: 'karpenter-provider-azure PR #456 (2024-08-14)'
        },
        { minor: '1.30', fixed: '1.30.0', source: 'out-of-tree provider from 1.30' }
    ],
    workarounds: [{ text: 'Recreate the auto-provisioned nodes.' }, { text: 'Upgrade.' }],
    links: [
        {
            title: 'auto-provisioned nodes get 401 from ACR',
            url: 'https://github.com/Azure/karpenter-provider-azure/issues/411'
        },
        {
            title: 'in-tree credential provider switched on again',
            url: 'https://github.com/Azure/karpenter-provider-azure/pull/456'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-private-cloud-suffix.js
/** The in-tree provider knew only azurecr.io, .cn, .de and .us. */
const acrPrivateCloudSuffix = {
    id: 'acr-private-cloud-suffix',
    title: 'ACR in a custom Azure cloud gets no credentials',
    documented: null,
    causes: ['L9'],
    severity: 'warning',
    component: 'kubelet-in-tree',
    appliesTo: { cloud: 'custom' },
    introduced: null,
    fixes: [
        {
            minor: '1.16',
            fixed: '1.16.10',
            confidence: 'unverified',
            source: 'cherry-pick kubernetes #90480, April to May 2020; number by date'
        },
        {
            minor: '1.17',
            fixed: '1.17.6',
            confidence: 'unverified',
            source: 'cherry-pick kubernetes #90479, April to May 2020; number by date'
        },
        {
            minor: '1.18',
            fixed: '1.18.3',
            confidence: 'unverified',
            source: 'cherry-pick kubernetes #90478, April to May 2020; number by date'
        },
        { minor: '1.19', fixed: '1.19.0', source: 'kubernetes #90425' }
    ],
    workarounds: [{ text: 'Use imagePullSecrets.' }],
    links: [
        {
            title: 'registry suffixes of custom clouds',
            url: 'https://github.com/kubernetes/kubernetes/pull/90425'
        },
        {
            title: 'no credentials in a custom cloud',
            url: 'https://github.com/kubernetes/kubernetes/issues/90412'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-regional-endpoint-unmatched.js
const source = 'azure-management-docs container-registry-geo-replication.md (managed identity, node image 202607.29 or later); AgentBaker 040ade0b94';
/** matchImages compares the number of dot-separated parts: `*.azurecr.io` does not match a regional host. */
const acrRegionalEndpointUnmatched = {
    id: 'acr-regional-endpoint-unmatched',
    title: 'Regional endpoint host (NAME.REGION.geo.azurecr.io) is not matched by the kubelet credential provider',
    documented: null,
    causes: ['Z15'],
    severity: 'error',
    appliesTo: { imageHost: /^[a-z0-9-]+\.[a-z0-9]+\.geo\.azurecr\.(io|cn|us|de)$/ },
    introduced: '1.30',
    fixes: [
        { minor: '1.30', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source },
        { minor: '1.31', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source },
        { minor: '1.32', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source },
        { minor: '1.33', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source },
        { minor: '1.34', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source },
        { minor: '1.35', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source },
        { minor: '1.36', fixed: 'any', nodeImage: { linux: '202607.29.0' }, source }
    ],
    remains: [
        {
            when: { identity: 'servicePrincipal' },
            text: 'a service principal also needs a credential provider with cloud-provider-azure #10720 (after 1.36.5)'
        }
    ],
    workarounds: [
        { text: 'Use the global login server <login-server>.' },
        { text: 'Use imagePullSecrets.' },
        { text: 'Upgrade the node image.', upgrade: true }
    ],
    links: [
        {
            title: 'matchImages lacks regional endpoints',
            url: 'https://github.com/Azure/AgentBaker/issues/8862'
        },
        { title: 'fix of matchImages', url: 'https://github.com/Azure/AgentBaker/pull/8994' },
        {
            title: 'fix of the provider',
            url: 'https://github.com/kubernetes-sigs/cloud-provider-azure/pull/10720'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/acr-sp-grant-not-seen.js
/** Kubernetes #66429: the provider listed the registries it could see, with a cached token. */
const acrSpGrantNotSeen = {
    id: 'acr-sp-grant-not-seen',
    title: 'Image pull fails after granting the service principal access, or from a registry in another subscription',
    documented: {
        section: 1,
        title: 'pull image error after granting sp access to Azure Container Registry'
    },
    causes: ['L9'],
    severity: 'warning',
    severityWhen: [{ when: { crossSubscription: true }, severity: 'error' }],
    component: 'kubelet-in-tree',
    appliesTo: {
        identity: 'servicePrincipal',
        anyOf: [{ crossSubscription: true }, { grantYoungerThanHours: 2 }]
    },
    introduced: null,
    fixes: [
        {
            minor: '1.7',
            documented: 'none',
            fixed: 'none',
            confidence: 'absence',
            source: 'no cherry-pick of kubernetes #66429; only #66645 (1.9), #66644 (1.10), #66598 (1.11)'
        },
        {
            minor: '1.8',
            documented: 'none',
            fixed: 'none',
            confidence: 'absence',
            source: 'no cherry-pick of kubernetes #66429; only #66645 (1.9), #66644 (1.10), #66598 (1.11)'
        },
        {
            minor: '1.9',
            documented: '1.9.11',
            fixed: '1.9.11',
            source: 'CHANGELOG-1.9, changes since v1.9.10 list #66429'
        },
        {
            minor: '1.10',
            documented: '1.10.7',
            fixed: '1.10.7',
            source: 'CHANGELOG-1.10, changes since v1.10.6 list #66429'
        },
        {
            minor: '1.11',
            documented: '1.11.2',
            fixed: '1.11.2',
            source: 'CHANGELOG-1.11, changes since v1.11.1 list #66429'
        },
        {
            minor: '1.12',
            documented: '1.12.0',
            fixed: '1.12.0',
            source: 'CHANGELOG-1.12, pre-release section lists #66429 (merged July 2018)'
        }
    ],
    workarounds: [
        {
            text: "Wait for at most 2 hours: the service principal's token expires, and the pull succeeds after a few tries."
        },
        { text: 'Restart the kubelet service on the node.' },
        { text: 'For a registry in another subscription, use imagePullSecrets.' }
    ],
    links: [
        {
            title: 'fix acr could not be listed in sp issue',
            url: 'https://github.com/kubernetes/kubernetes/pull/66429'
        },
        {
            title: 'kubelet needs restart after granting sp access to azure acr',
            url: 'https://github.com/kubernetes/kubernetes/issues/65225'
        },
        {
            title: 'Kubelet requires restart after granting AKS SP access to ACR resource',
            url: 'https://github.com/Azure/AKS/issues/442'
        },
        {
            title: 'Unable to pull images from ACR: Error response from daemon',
            url: 'https://github.com/Azure/acs-engine/issues/3654'
        },
        {
            title: 'pull image from a cross-subscription azure container registry does not work by MSI',
            url: 'https://github.com/kubernetes/kubernetes/issues/67892'
        }
    ]
};

;// CONCATENATED MODULE: ./lib/known-issues/index.js











/** Every known issue: first the published five in their order, then the later ones by weight. */
const knownIssues = [
    acrSpGrantNotSeen,
    acrAnonymousPullSp,
    acrMsiCrossSubscription,
    acrMsiEmptyCache,
    acrMsiMultiRegistry,
    acrArmAudienceDisabled,
    acrRegionalEndpointUnmatched,
    acrChallengeTimeout10s,
    acrPrivateCloudSuffix,
    acrGreedyLoginServer,
    acrNap129
];


/***/ }),

/***/ 7625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ isAzureRegistryHost),
/* harmony export */   KJ: () => (/* binding */ azureRegistrySuffixes),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   _A: () => (/* binding */ microsoftRegistry),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/* unused harmony exports parseReference, printReference */
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2188);

// The grammar is that of github.com/distribution/reference, regexp.go; the pieces are matched one by one,
// so that no pattern has two ways to match the same text and time stays linear on hostile strings.
const pathComponent = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const hostLabel = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const ipv6Host = /^\[[A-Fa-f0-9:]+\]$/;
const portSuffix = /:[0-9]+$/;
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const identifier = /^[a-f0-9]{64}$/;
/** Lower-case hex digits of the algorithms that go-digest offers (github.com/opencontainers/go-digest, algorithm.go). */
const digestLengths = { sha256: 64, sha384: 96, sha512: 128 };
const longestPath = 255;
/** A host name has at most 253 characters (RFC 1035), a path 255, a tag 128 and a digest 135. */
const longestReference = 1024;
const invalid = (reason) => ({ ok: false, reason });
/** A piece of a text, short enough for a message. */
const excerpt = (text) => (text.length > 80 ? `${text.slice(0, 77)}...` : text);
const isHost = (domain) => {
    const host = domain.replace(portSuffix, '');
    return ipv6Host.test(host) || host.split('.').every(label => hostLabel.test(label));
};
/** A colon before the last slash belongs to a port. */
const splitPieces = (text) => {
    const at = text.indexOf('@');
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return {
        name: colon < 0 ? named : named.slice(0, colon),
        tag: colon < 0 ? null : named.slice(colon + 1),
        digest: at < 0 ? null : text.slice(at + 1)
    };
};
/** Docker Hub's names: splitDockerDomain in github.com/distribution/reference, normalize.go. */
const splitDomain = (name) => {
    const slash = name.indexOf('/');
    if (slash < 0)
        return ['docker.io', `library/${name}`];
    const first = name.slice(0, slash);
    const rest = name.slice(slash + 1);
    const isDomain = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
    if (!isDomain)
        return ['docker.io', name];
    if (first !== 'docker.io' && first !== 'index.docker.io')
        return [first, rest];
    return ['docker.io', rest.includes('/') ? rest : `library/${rest}`];
};
const plainTrouble = (text) => {
    if (text.length > longestReference)
        return `it has ${text.length} characters, and no reference has more than ${longestReference}`;
    if (text === '')
        return 'it is empty';
    if (text.trim() === '')
        return 'it is blank';
    if (/^\s/.test(text))
        return 'a blank stands before it, which Kubernetes does not remove';
    if (/\s$/.test(text))
        return 'a blank stands after it, which Kubernetes does not remove';
    return null;
};
const pathTrouble = (path) => {
    if (path.toLowerCase() !== path)
        return `the repository '${excerpt(path)}' must be lower case`;
    if (path.length > longestPath)
        return `the repository has ${path.length} characters, and ${longestPath} are allowed`;
    const wrong = path.split('/').find(component => !pathComponent.test(component));
    if (wrong === undefined)
        return null;
    return wrong === ''
        ? 'the repository has an empty part: a slash too many, or nothing behind the registry host'
        : `the repository part '${excerpt(wrong)}' may hold only letters, digits and single separators (. _ __ -) between them`;
};
// A first part such as `foo_bar.example` is no host by the grammar, but two path components joined by a dot;
// the grammar then accepts the whole name without a domain, and containerd takes the first part for the host.
const domainTrouble = (domain) => isHost(domain) || pathComponent.test(domain)
    ? null
    : `'${excerpt(domain)}' is no registry host, which holds letters, digits, hyphens and dots, and perhaps a port`;
const tagTrouble = (tag) => {
    if (tag === null || tagPattern.test(tag))
        return null;
    if (tag === '')
        return 'nothing stands behind the colon of the tag';
    return `the tag '${excerpt(tag)}' may hold up to 128 letters, digits and _ . -, and does not begin with . or -`;
};
const digestTrouble = (digest) => {
    if (digest === null)
        return null;
    const colon = digest.indexOf(':');
    const algorithm = digest.slice(0, Math.max(colon, 0));
    const length = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined;
    if (length === undefined)
        return `the digest '${excerpt(digest)}' begins with no known algorithm (${Object.keys(digestLengths).join(', ')})`;
    const hex = digest.slice(colon + 1);
    if (hex.length === length && /^[a-f0-9]*$/.test(hex))
        return null;
    return `a ${algorithm} digest has ${length} lower-case hexadecimal digits, and '${excerpt(hex)}' is not that`;
};
/** One sentence for what is seen most, before the grammar names a detail. */
const schemeTrouble = (text) => {
    const [scheme] = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text) ?? [];
    return scheme === undefined ? null : `a reference has no scheme; leave out '${excerpt(scheme)}'`;
};
/**
 * ParseNormalizedNamed of github.com/distribution/reference, normalize.go: what the kubelet does before any
 * pull (kubernetes/kubernetes pkg/kubelet/images/image_manager.go, applyDefaultImageTag).
 */
const parseReference = (text) => {
    const early = plainTrouble(text) ?? schemeTrouble(text);
    if (early !== null)
        return invalid(early);
    if (identifier.test(text))
        return invalid('64 hexadecimal digits are an image identifier, not a name');
    const { name, tag, digest } = splitPieces(text);
    if (name === '')
        return invalid('no repository stands before the tag or digest');
    const [domain, repository] = splitDomain(name);
    const trouble = domainTrouble(domain) ?? pathTrouble(repository) ?? tagTrouble(tag) ?? digestTrouble(digest);
    return trouble === null
        ? { ok: true, reference: { domain, repository, tag, digest } }
        : invalid(trouble);
};
/** The reference in full: with the host and path that a short name stands for. */
const printReference = ({ domain, repository, tag, digest }) => `${domain}/${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`;
const mask = '\0';
/** A piece that is not known before its placeholder is filled in. */
const known = (piece) => piece?.includes(mask) === true ? null : piece;
const parsedImage = (text, result) => result.ok
    ? { kind: 'reference', text, reference: result.reference }
    : { kind: 'invalid', text, reason: result.reason };
/** Placeholders in tag and digest do not matter; any other hides what is pulled. */
const parseAround = (text, resolved, masked) => {
    const { name, tag, digest } = splitPieces(masked);
    const hidden = name.indexOf(mask);
    if (hidden >= 0) {
        const placeholder = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_0__/* .placeholdersIn */ .Qf)(resolved).find(found => resolved.startsWith(found, hidden));
        return { kind: 'unresolved', text, placeholder: placeholder ?? resolved };
    }
    const named = parseReference(tag === null ? name : `${name}:${tag.replaceAll(mask, 'x')}`);
    if (!named.ok)
        return parsedImage(text, named);
    const trouble = digestTrouble(known(digest));
    if (trouble !== null)
        return parsedImage(text, invalid(trouble));
    const reference = { ...named.reference, tag: known(tag), digest: known(digest) };
    return { kind: 'reference', text, reference };
};
/**
 * What an image text means once the known placeholders are filled in; `text` stays as written.
 * `__X__` is also legal inside a repository and a tag, so it is first taken as it stands.
 */
const parseImage = (text, variables) => {
    if (text.length > longestReference)
        return parsedImage(text, parseReference(text));
    const { text: resolved, unresolved } = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_0__/* .resolvePlaceholders */ .PR)(text, variables);
    if (unresolved.length === 0)
        return parsedImage(text, parseReference(resolved));
    const literal = parseAround(text, resolved, (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPlaceholders */ .jw)(resolved, mask, 'unmistakable'));
    return literal.kind === 'invalid'
        ? parseAround(text, resolved, (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPlaceholders */ .jw)(resolved, mask, 'all'))
        : literal;
};
/** The registry host as Azure and the kubelet's matching know it: lower case, without port. */
const registryHost = ({ domain }) => domain.replace(portSuffix, '').toLowerCase();
/** Microsoft Artifact Registry, from where AKS takes its own images. */
const microsoftRegistry = 'mcr.microsoft.com';
/** Azure's clouds: public, China, US government, and Germany, which kubelets still know (cloud-provider-azure, azure_credentials.go). */
const azureRegistrySuffixes = [
    'azurecr.io',
    'azurecr.cn',
    'azurecr.us',
    'azurecr.de'
];
// learn.microsoft.com, "Azure Container Registry: regional endpoints" (`name.region.geo.`) and
// "domain name label" (`name-hash.`); `name.region.data.` are blob endpoints, never an image's host.
const azureName = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+\.geo)?$/;
/** Whether a host (lower case, without port) is a container registry of a cloud with these suffixes. */
const isAzureRegistryHost = (host, suffixes) => suffixes.some(suffix => {
    const ending = `.${suffix.replace(/^\./, '').toLowerCase()}`;
    return host.endsWith(ending) && azureName.test(host.slice(0, -ending.length));
});


/***/ }),

/***/ 9727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ compareMinors),
/* harmony export */   Y8: () => (/* binding */ isBefore),
/* harmony export */   i6: () => (/* binding */ parseKubernetesVersion)
/* harmony export */ });
/* unused harmony export minorOf */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);

/** AKS adds `-akslts` and `-hotfix.20201016`, AKS Engine `_f0.2`; semver would read the first as a pre-release. */
const withSuffix = /^v?(?<minor>\d+\.\d+)(?:\.(?<patch>\d+))?(?<suffix>[-+_].*)?$/;
/** Pre-releases may lack what their final release has; AKS never shipped one. */
const preRelease = /^-(?:alpha|beta|rc)/;
/** null for what is no released Kubernetes version. */
function parseKubernetesVersion(text) {
    const { minor, patch, suffix } = withSuffix.exec(text?.trim() ?? '')?.groups ?? {};
    if (minor === undefined || preRelease.test(suffix ?? ''))
        return null;
    return { minor, full: patch === undefined ? null : (0,semver__WEBPACK_IMPORTED_MODULE_0__.parse)(`${minor}.${patch}`) };
}
/** Negative when `left` is older; minors such as `1.9` and `1.10`. */
const compareMinors = (left, right) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(`${left}.0`, `${right}.0`);
const minorOf = (version) => version.split('.').slice(0, 2).join('.');
/** Whether `version` is older than the patch; null when only its minor is known and patches before exist. */
function isBefore(version, patch) {
    if (version.full !== null)
        return (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(version.full, patch) < 0;
    return patch.endsWith('.0') ? false : null;
}


/***/ }),

/***/ 5997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ lineLocation)
/* harmony export */ });
/** The first column of a line, for what concerns a whole file or line. */
const lineLocation = (file, line = 1) => ({
    file,
    line,
    column: 1,
    endLine: line,
    endColumn: 1
});


/***/ }),

/***/ 9466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseNodeImage),
/* harmony export */   k: () => (/* binding */ compareNodeImages)
/* harmony export */ });
/** Build numbers of Windows Server (Microsoft, "Windows Server release information"). */
const windowsBuilds = {
    '20348': 'windows2022',
    '26100': 'windows2025'
};
const numbersOf = (text) => text.split('.').map(Number);
/** `AKSWindows-2022-containerd-gen2-20348.4893.260311`: build, revision, date. */
function windowsImage(text) {
    const version = /(?<build>\d{5})\.\d+\.\d{6}$/.exec(text);
    const line = windowsBuilds[version?.groups?.['build'] ?? ''] ?? null;
    return version === null ? null : { line, numbers: numbersOf(version[0]) };
}
/** `AKSUbuntu-2204gen2containerd-202306.19.0`; until 2022 `…-2022.01.07`: date, then the build of that day. */
function linuxImage(text) {
    const { month, day, build } = /(?:^|-)(?<month>20\d{4}|20\d{2}\.\d{2})\.(?<day>\d{2})(?:\.(?<build>\d+))?$/.exec(text)
        ?.groups ?? {};
    if (month === undefined || day === undefined)
        return null;
    return { line: 'linux', numbers: [month.replace('.', ''), day, build ?? '0'].map(Number) };
}
/** null when the name ends in no version, or in one of the other operating system. */
function parseNodeImage(nodeImageVersion, osType) {
    if (nodeImageVersion === null)
        return null;
    return osType === 'Windows' ? windowsImage(nodeImageVersion) : linuxImage(nodeImageVersion);
}
/** Negative when `left` is older; both of the same line. */
function compareNodeImages(left, right) {
    for (const [index, number] of left.numbers.entries()) {
        const difference = number - (right.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}


/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wu: () => (/* binding */ demandsOf),
  Fr: () => (/* binding */ eligiblePools),
  Y$: () => (/* binding */ landable),
  rS: () => (/* binding */ landsOnVirtualNode)
});

// EXTERNAL MODULE: ./lib/kubernetes/three-valued.js
var three_valued = __webpack_require__(1090);
;// CONCATENATED MODULE: ./lib/kubernetes/node-affinity.js

/** Asks each possible value; all must agree for a certain answer. */
function ask(values, holds) {
    if (values === null)
        return 'no';
    if (values === undefined || values === 'any')
        return 'maybe';
    const answers = new Set(values.map(holds));
    return answers.size > 1 ? 'maybe' : (0,three_valued/* answerOf */.ut)(answers.has(true));
}
const exists = (values) => values === undefined ? 'maybe' : (0,three_valued/* answerOf */.ut)(values !== null);
const integer = (text) => /^-?\d+$/.test(text ?? '') ? Number(text) : NaN;
/** Both sides must be integers, else nothing matches (Kubernetes API, NodeSelectorRequirement). */
const differs = (values, bounds, sign) => ask(values, value => sign * (integer(value) - integer(bounds[0])) > 0);
const operators = {
    In: (values, wanted) => ask(values, value => wanted.includes(value)),
    NotIn: (values, wanted) => (0,three_valued/* not */.AU)(ask(values, value => wanted.includes(value))),
    Exists: values => exists(values),
    DoesNotExist: values => (0,three_valued/* not */.AU)(exists(values)),
    Gt: (values, wanted) => differs(values, wanted, 1),
    Lt: (values, wanted) => differs(values, wanted, -1)
};
const fulfils = (labels, { key, operator, values }) => operators[operator]?.(labels(key), values) ?? 'maybe';
/** A term without any requirement matches no node (Kubernetes API, NodeSelectorTerm). */
function matchesTerm(labels, term) {
    if (term.expressions.length === 0 && !term.hasMatchFields)
        return 'no';
    return (0,three_valued/* allOf */.bn)([
        ...term.expressions.map(requirement => fulfils(labels, requirement)),
        ...(term.hasMatchFields ? ['maybe'] : [])
    ]);
}
/** Terms are alternatives, the requirements of a term hold together. */
const matchesAffinity = (labels, terms) => (terms === null ? 'yes' : (0,three_valued/* anyOf */.EB)(terms.map(term => matchesTerm(labels, term))));
/** One pair of a `nodeSelector`. */
const matchesLabel = (labels, key, value) => ask(labels(key), actual => actual === value);

;// CONCATENATED MODULE: ./lib/kubernetes/node-labels.js
const aks = 'kubernetes.azure.com';
/** Label values hold at most 63 characters (Kubernetes, "Labels and Selectors"); AKS shortens what is longer. */
const labelLength = 63;
const certain = (value) => value === null || value === undefined || value.length > labelLength ? 'any' : [value];
/** ARM says `Ubuntu2204` where nodes carry `Ubuntu` or the full name, depending on their age. */
const osSkuValues = (osSku) => osSku === null ? 'any' : [...new Set([osSku, osSku.replace(/\d+$/, '')])];
/** Nodes carry the lower case; the AKS documentation prints `User`. */
const modeValues = (mode) => [...new Set([mode.toLowerCase(), mode])];
/** Labels that AKS puts on every node (AKS docs, "Use labels in an AKS cluster", reserved system labels). */
const systemLabels = (pool, surroundings) => ({
    'kubernetes.io/os': [pool.osType.toLowerCase()],
    'beta.kubernetes.io/os': [pool.osType.toLowerCase()],
    'kubernetes.io/arch': certain(pool.architecture),
    'beta.kubernetes.io/arch': certain(pool.architecture),
    'node.kubernetes.io/instance-type': certain(pool.vmSize),
    'beta.kubernetes.io/instance-type': certain(pool.vmSize),
    'kubernetes.io/role': ['agent'],
    'topology.kubernetes.io/region': certain(surroundings.location),
    'topology.kubernetes.io/zone': 'any',
    agentpool: [pool.name],
    [`${aks}/agentpool`]: [pool.name],
    [`${aks}/mode`]: modeValues(pool.mode),
    [`${aks}/role`]: ['agent'],
    [`${aks}/cluster`]: certain(surroundings.nodeResourceGroup),
    [`${aks}/priority`]: [pool.spot ? 'spot' : 'regular'],
    [`${aks}/scalesetpriority`]: pool.spot ? ['spot'] : null,
    [`${aks}/os-sku`]: osSkuValues(pool.osSku)
});
/** Looks up what is known of a label on the nodes of a pool; undefined: nothing. */
function labelsOf(pool, surroundings) {
    const system = new Map(Object.entries(systemLabels(pool, surroundings)));
    const own = new Map(Object.entries(pool.labels));
    return key => {
        const value = own.get(key);
        return value === undefined ? system.get(key) : [value];
    };
}

;// CONCATENATED MODULE: ./lib/kubernetes/taints.js

/** `key=value:Effect` or `key:Effect`, as `az aks nodepool --node-taints` takes them; null when neither. */
function taintOf(text) {
    const match = /^(?<key>[^=:]+)(?:=(?<value>[^:]*))?:(?<effect>\w+)$/.exec(text.trim());
    if (match?.groups === undefined)
        return null;
    const { key = '', value = '', effect = '' } = match.groups;
    return { key, value, effect };
}
const keepsPodsOff = (taint) => taint.effect === 'NoSchedule' || taint.effect === 'NoExecute';
/** Kubernetes docs, "Taints and Tolerations": an empty effect matches all, an empty key with Exists too. */
function tolerates(toleration, taint) {
    const { key, operator, value, effect } = toleration;
    if ((effect ?? '') !== '' && effect !== taint.effect)
        return 'no';
    if ((key ?? '') === '')
        return (0,three_valued/* answerOf */.ut)(operator === 'Exists');
    if (key !== taint.key)
        return 'no';
    if (operator === 'Exists')
        return 'yes';
    return (operator ?? 'Equal') === 'Equal' ? (0,three_valued/* answerOf */.ut)((value ?? '') === taint.value) : 'maybe';
}
/** Whether a pod with these tolerations may be put on a node with this taint. */
function toleratesTaint(text, tolerations) {
    const taint = taintOf(text);
    if (taint === null)
        return 'maybe';
    return keepsPodsOff(taint) ? (0,three_valued/* anyOf */.EB)(tolerations.map(each => tolerates(each, taint))) : 'yes';
}

;// CONCATENATED MODULE: ./lib/kubernetes/node-pools.js




/** AKS puts it on spot pools itself (AKS docs, "Add a spot node pool"). */
const spotTaint = 'kubernetes.azure.com/scalesetpriority=spot:NoSchedule';
const taintsOf = (pool) => new Set([...pool.taints, ...(pool.spot ? [spotTaint] : [])]);
const demand = (kind, text, met) => ({ kind, text, met });
const taintDemands = (pool, pod) => [...taintsOf(pool)].map(taint => demand('taint', taint, toleratesTaint(taint, pod.tolerations)));
/** Virtual nodes carry this label; the nodes of a pool only if their pool says so. */
const virtualNode = { key: 'type', value: 'virtual-kubelet' };
const isVirtualNodeLabel = (key, value) => key === virtualNode.key && value === virtualNode.value;
/**
 * Everything the pod asks of the pool's nodes. A node name bypasses the scheduler and its taints; a runtime
 * class may add a selector of its own, which is seldom among the manifests.
 */
function demandsOf(pool, pod, surroundings = {}) {
    const labels = labelsOf(pool, surroundings);
    const hasLabel = (key, value) => isVirtualNodeLabel(key, value) && pool.labels[key] !== value
        ? 'no'
        : matchesLabel(labels, key, value);
    return [
        ...(pod.nodeName === null ? [] : [demand('node-name', pod.nodeName, 'maybe')]),
        ...Object.entries(pod.nodeSelector).map(([key, value]) => demand('node-selector', `${key}=${value}`, hasLabel(key, value))),
        demand('node-affinity', 'required node affinity', matchesAffinity(labels, pod.nodeAffinity)),
        ...(pod.nodeName === null ? taintDemands(pool, pod) : []),
        ...(pod.runtimeClassName === null
            ? []
            : [demand('runtime-class', pod.runtimeClassName, 'maybe')])
    ];
}
/** Most pods choose no nodes: then only taints decide, and no label need be looked at. */
const choosesNodes = (pod) => pod.nodeName !== null ||
    pod.nodeAffinity !== null ||
    pod.runtimeClassName !== null ||
    Object.keys(pod.nodeSelector).length > 0;
/**
 * Whether the scheduler can put the pod on a node of the pool; maybe where a label could have been set
 * on the node by hand, and for text that no PodSpec surrounds.
 */
const landable = (pool, pod, surroundings = {}) => {
    if (pod === null)
        return 'maybe';
    const demands = choosesNodes(pod) ? demandsOf(pool, pod, surroundings) : taintDemands(pool, pod);
    return (0,three_valued/* allOf */.bn)(demands.map(({ met }) => met));
};
/** The pools on which the pod can land, certainly or perhaps. */
const eligiblePools = (pools, pod, surroundings = {}) => pools.filter(pool => landable(pool, pod, surroundings) !== 'no');
/** Taints of virtual nodes, today's and an older one (AKS docs, "Create virtual nodes"; virtual-kubelet/azure-aci). */
const virtualNodeTaints = [
    'virtual-kubelet.io/provider=azure:NoSchedule',
    'azure.com/aci:NoSchedule'
];
/** AKS labels the nodes of pools so, and virtual nodes are in no pool. */
const isPoolLabel = (key) => key === 'agentpool' || key.startsWith('kubernetes.azure.com/');
/**
 * Whether the pod runs on a virtual node, where no kubelet identity exists: yes when it selects one,
 * maybe when it only tolerates one that the cluster has (`virtualNodes`).
 */
function landsOnVirtualNode(pod, virtualNodes) {
    if (pod === null)
        return 'no';
    if (pod.nodeSelector[virtualNode.key] === virtualNode.value)
        return 'yes';
    if (!virtualNodes || Object.keys(pod.nodeSelector).some(isPoolLabel))
        return 'no';
    const tolerated = virtualNodeTaints.some(taint => toleratesTaint(taint, pod.tolerations) !== 'no');
    return tolerated ? 'maybe' : 'no';
}


/***/ }),

/***/ 9209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   C_: () => (/* binding */ scalarAt),
/* harmony export */   IO: () => (/* binding */ scalarIn),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   NO: () => (/* binding */ walkScalars),
/* harmony export */   Un: () => (/* binding */ itemsIn),
/* harmony export */   YK: () => (/* binding */ mappingIn),
/* harmony export */   _y: () => (/* binding */ plainValue),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   oB: () => (/* binding */ nodeAt),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   ss: () => (/* binding */ duplicateKeys)
/* harmony export */ });
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2246);

/** What an alias stands for. */
const contentOf = (node) => node.kind === 'alias' ? node.target : node;
/** The entries that a merge key adds, those that come first winning. */
function* mergedFrom(value) {
    const content = contentOf(value);
    const via = value.kind === 'alias' ? value : null;
    if (content.kind === 'sequence')
        for (const item of content.items)
            yield* mergedFrom(item);
    if (content.kind === 'mapping')
        for (const entry of entriesOf(content))
            yield via === null ? entry : { ...entry, via };
}
const resolveEntries = ({ entries }) => {
    const effective = new Map();
    for (const entry of entries)
        if (!(0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMergeKey */ .y)(entry.key))
            effective.set(entry.key.text, entry);
    for (const { key, value } of entries)
        if ((0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMergeKey */ .y)(key))
            for (const entry of mergedFrom(value))
                if (!effective.has(entry.key.text))
                    effective.set(entry.key.text, entry);
    return [...effective.values()];
};
/**
 * A mapping as kubectl reads it: the last of equal keys counts, silently; own keys win over merged ones, and
 * earlier merged mappings over later ones (yaml.org/type/merge.html).
 */
const entriesOf = (mapping) => mapping.irregular ? resolveEntries(mapping) : mapping.entries;
/** Of equal keys the last, which is the one that counts. */
const duplicateKeys = ({ entries }) => {
    const last = new Map();
    const duplicates = new Set();
    for (const { key } of entries) {
        if (last.has(key.text) && !(0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .isMergeKey */ .y)(key))
            duplicates.add(key.text);
        last.set(key.text, key);
    }
    return [...duplicates].flatMap(text => last.get(text) ?? []);
};
/** The value of a key, null where the node is no mapping or has no such key. */
const child = (node, key) => {
    const content = node === null ? null : contentOf(node);
    if (content?.kind !== 'mapping')
        return null;
    return entriesOf(content).find(entry => entry.key.text === key)?.value ?? null;
};
const mappingIn = (node) => {
    const content = node === null ? null : contentOf(node);
    return content?.kind === 'mapping' ? content : null;
};
const scalarIn = (node) => {
    const content = node === null ? null : contentOf(node);
    return content?.kind === 'scalar' ? content : null;
};
const itemsIn = (node) => {
    const content = node === null ? null : contentOf(node);
    return content?.kind === 'sequence' ? content.items : [];
};
/** YAML 1.1's forms of null; yaml.org/type/null.html. */
const isNull = ({ text, style }) => style === 'plain' && /^(?:~|null|Null|NULL|)$/.test(text);
/** The text of a scalar that holds any: null, empty and blank texts do not. */
const textIn = (node) => {
    const scalar = scalarIn(node);
    return scalar === null || isNull(scalar) || scalar.text.trim() === '' ? null : scalar.text;
};
/** The node at a path, aliases and merge keys resolved; null where there is none. */
const nodeAt = (root, path) => {
    let node = root;
    for (const step of path)
        node = typeof step === 'number' ? (itemsIn(node)[step] ?? null) : child(node, step);
    return node;
};
/** The scalar at a path, aliases and merge keys resolved; null where there is none. */
const scalarAt = (root, path) => scalarIn(nodeAt(root, path));
/** Every scalar value below a node with its path, in the order of the text; null forms included. */
function* walkScalars(root, path = []) {
    const content = root === null ? null : contentOf(root);
    if (content?.kind === 'scalar')
        yield { path, scalar: content };
    if (content?.kind === 'sequence')
        for (const [index, item] of content.items.entries())
            yield* walkScalars(item, [...path, index]);
    if (content?.kind === 'mapping')
        for (const { key, value } of entriesOf(content))
            yield* walkScalars(value, [...path, key.text]);
}
/** Objects, arrays, texts and null; numbers and booleans stay the text they were written as. */
const plainValue = (root) => {
    const content = root === null ? null : contentOf(root);
    if (content === null)
        return null;
    if (content.kind === 'scalar')
        return isNull(content) ? null : content.text;
    if (content.kind === 'sequence')
        return content.items.map(plainValue);
    return Object.fromEntries(entriesOf(content).map(({ key, value }) => [key.text, plainValue(value)]));
};


/***/ }),

/***/ 2188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ resolvePlaceholders),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   iS: () => (/* binding */ placeholderPattern),
/* harmony export */   jw: () => (/* binding */ maskPlaceholders)
/* harmony export */ });
/**
 * No form but `__X__` holds only characters of a valid reference, so a text without them is left alone.
 * Longer forms stand before those they contain.
 */
const forms = [
    {
        // github.com/qetza/replacetokens-task, tasks/ReplaceTokensV6/task.json: token patterns.
        tools: 'replace-tokens (GitHub and GitLab style)',
        pattern: String.raw `\$\{\{([^{}]*)\}\}`
    },
    { tools: 'replace-tokens (double braces), Jinja, Helm', pattern: String.raw `\{\{([^{}]*)\}\}` },
    { tools: 'replace-tokens (default), Octopus', pattern: String.raw `#\{([^{}]*)\}#?` },
    { tools: 'replace-tokens and Azure Pipelines macros', pattern: String.raw `\$\(([^()]*)\)` },
    {
        // fluxcd.io, Kustomization, "Post build variable substitution"; `$${X}` is its escape.
        tools: 'envsubst, azd, Flux',
        pattern: String.raw `\$?\$\{([^{}]*)\}`
    },
    { tools: 'envsubst', pattern: String.raw `\$([A-Za-z_][A-Za-z0-9_]*)` },
    { tools: 'replace-tokens', pattern: '__([A-Za-z][A-Za-z0-9.-]*(?:_[A-Za-z0-9.-]+)*)__' },
    // Not the end tags of HTML.
    { tools: 'documentation', pattern: '<([^<>/][^<>]*)>' }
];
/** Source of a pattern for any placeholder. */
const placeholderPattern = `(?:${forms.map(({ pattern }) => pattern).join('|')})`;
const anyForm = new RegExp(placeholderPattern, 'g');
const opening = /[#${<]|__/;
/** `__app__` may be a part of a repository; with upper case it can only be part of a tag. */
const legalName = /^__[a-z0-9._-]+__$/;
/** Name and default of `${NAME:=default}`, `${NAME:-default}`, `${NAME=default}`, `${NAME-default}`. */
const withDefault = /^([A-Za-z_][A-Za-z0-9_]*):?[-=](.*)$/s;
const nameIn = (groups) => groups.find(group => typeof group === 'string')?.trim() ?? '';
const isText = (value) => typeof value === 'string';
/** The value that the tool would write, or null when nothing says what the placeholder stands for. */
const valueOf = (written, content, variables) => {
    if (written.startsWith('$${'))
        return null;
    const known = (name) => Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
    const [, name, fallback] = written.startsWith('${') ? (withDefault.exec(content) ?? []) : [];
    if (name === undefined || fallback === undefined)
        return known(content);
    return known(name) ?? fallback;
};
/** The placeholders of a text, as written. */
const placeholdersIn = (text) => opening.test(text) ? [...new Set(text.match(anyForm) ?? [])] : [];
/**
 * Fills in the placeholders whose value is known. Values are not looked through again, as with Flux and
 * replace-tokens; a placeholder in a value is therefore unresolved.
 */
const resolvePlaceholders = (text, variables) => {
    if (!opening.test(text))
        return { text, unresolved: [] };
    const resolved = text.replace(anyForm, (written, ...groups) => {
        const content = nameIn(groups.slice(0, forms.length).filter(isText));
        return valueOf(written, content, variables) ?? written;
    });
    return { text: resolved, unresolved: placeholdersIn(resolved) };
};
/**
 * Puts a stand-in where placeholders are, so that the text around them can be taken apart;
 * `unmistakable` leaves alone what may as well be a legal part of a reference.
 */
const maskPlaceholders = (text, standIn, which) => text.replace(anyForm, written => which === 'unmistakable' && legalName.test(written) ? written : standIn);


/***/ }),

/***/ 2410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* reexport */ keyringMatches),
  Q: () => (/* binding */ pullSecret)
});

;// CONCATENATED MODULE: ./lib/kubernetes/docker-config.js
class DockerConfigError extends Error {
}
/** The bytes behind base64, one character for each; Go's decoder leaves out line breaks too. */
const bytesOf = (base64, what) => {
    const compact = base64.replace(/[\r\n]/g, '');
    try {
        if (/^[A-Za-z0-9+/]*={0,2}$/.test(compact))
            return atob(compact);
    }
    catch {
        // The length is wrong: said below like a wrong character.
    }
    throw new DockerConfigError(`${what} is not base64`);
};
const utf8 = new TextDecoder();
/** The text behind base64; throws where it is none. */
const decodeBase64 = (base64, what) => utf8.decode(Uint8Array.from(bytesOf(base64, what), byte => byte.charCodeAt(0)));
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Go's decoder finds struct fields without regard to case, and the last of several wins (encoding/json). */
const field = (object, name) => Object.entries(object).findLast(([key]) => key.toLowerCase() === name)?.[1];
const textField = (object, name, host) => {
    const value = field(object, name) ?? '';
    if (typeof value === 'string')
        return value;
    throw new DockerConfigError(`'${name}' of '${host}' is not text`);
};
/** Kubernetes pkg/credentialprovider/config.go, decodeDockerConfigFieldAuth: padded or not, split at the first colon. */
const loginFromAuth = (auth, host) => {
    const decoded = decodeBase64(auth, `'auth' of '${host}'`);
    const colon = decoded.indexOf(':');
    if (colon < 0)
        throw new DockerConfigError(`'auth' of '${host}' is not base64 of USER:PASSWORD`);
    return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
};
/** `auth` wins over username and password; `identitytoken` and credential helpers mean nothing to the kubelet. */
const loginOf = (entry, host) => {
    if (entry === null)
        return { username: '', password: '' };
    if (!isObject(entry))
        throw new DockerConfigError(`the entry '${host}' is no object`);
    const username = textField(entry, 'username', host);
    const password = textField(entry, 'password', host);
    const auth = textField(entry, 'auth', host);
    return auth === '' ? { username, password } : loginFromAuth(auth, host);
};
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The user name of a registry's refresh token; learn.microsoft.com, az acr login --expose-token. */
const tokenUser = '00000000-0000-0000-0000-000000000000';
const userOf = ({ username }) => {
    if (username === '')
        return { kind: 'none' };
    return guid.test(username) && username !== tokenUser
        ? { kind: 'service-principal', clientId: username.toLowerCase() }
        : { kind: 'name', name: username };
};
const secretEntry = (key, value) => {
    const login = loginOf(value, key);
    return { key, user: userOf(login), complete: login.username !== '' && login.password !== '' };
};
const parseJson = (json) => {
    try {
        return JSON.parse(json);
    }
    catch {
        // JSON.parse quotes the text, which is secret.
        throw new DockerConfigError('it is no JSON');
    }
};
const entriesOf = (json, form) => {
    const config = parseJson(json);
    if (!isObject(config))
        throw new DockerConfigError('it is no JSON object');
    const hosts = form === 'dockerconfigjson' ? (field(config, 'auths') ?? {}) : config;
    if (!isObject(hosts))
        throw new DockerConfigError(`'auths' is no object`);
    return Object.entries(hosts).map(([key, value]) => secretEntry(key, value));
};
/** Kubernetes pkg/credentialprovider/config.go; one wrong entry makes the kubelet refuse the whole config. */
const readDockerConfig = (content, form) => {
    try {
        const json = content.encoding === 'text' ? content.text : decodeBase64(content.text, `'data'`);
        return { ok: true, entries: entriesOf(json, form) };
    }
    catch (error) {
        if (error instanceof DockerConfigError)
            return { ok: false, reason: error.message };
        throw error;
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/nodes.js
var nodes = __webpack_require__(9209);
// EXTERNAL MODULE: ./lib/kubernetes/placeholders.js
var placeholders = __webpack_require__(2188);
;// CONCATENATED MODULE: ./lib/kubernetes/host-glob.js
/**
 * Go's filepath.Match on one label of a host, case-sensitive. Only `*` is left of its patterns: in a URL, `?` ends
 * the host, and brackets stand for an address. Only the last `*` is gone back to, so that a hostile pattern takes
 * no more than its length times the text's.
 */
const globMatches = (pattern, text) => {
    let at = 0;
    let position = 0;
    let star = null;
    while (position < text.length) {
        if (pattern[at] === '*') {
            at++;
            star = { at, position };
        }
        else if (pattern[at] === text[position]) {
            at++;
            position++;
        }
        else if (star === null)
            return false;
        else {
            star.position++;
            position = star.position;
            at = star.at;
        }
    }
    return /^\**$/.test(pattern.slice(at));
};

;// CONCATENATED MODULE: ./lib/kubernetes/keyring.js

const splitPath = (address) => {
    const slash = address.indexOf('/');
    return slash < 0 ? [address, ''] : [address.slice(0, slash), address.slice(slash)];
};
const addressOf = (address) => {
    const [authority, path] = splitPath(address);
    const colon = authority.lastIndexOf(':');
    const hasPort = colon >= 0 && !authority.includes(']', colon);
    const host = hasPort ? authority.slice(0, colon) : authority;
    return { labels: host.split('.'), port: hasPort ? authority.slice(colon + 1) : '', path };
};
const ipv6Authority = /^\[[\dA-Fa-f:.]+\](?::\d*)?$/;
/** What Go's url.Parse refuses before the path; the kubelet logs and ignores such a key. */
const isMalformed = (authority) => !ipv6Authority.test(authority) &&
    (/[\s\\^`{}|[\]\p{Cc}]/u.test(authority) || !/^\d*$/.test(addressOf(authority).port));
/**
 * What the kubelet files a key of a docker config under, or null where it ignores the key
 * (kubernetes pkg/credentialprovider/keyring.go, BasicDockerKeyring.Add).
 */
const keyringKey = (written) => {
    const [login, path] = splitPath(written.replace(/^https?:\/\//, '').replace(/[?#].*$/s, ''));
    const authority = login.slice(login.lastIndexOf('@') + 1);
    if (isMalformed(authority))
        return null;
    const effective = /^\/v[12]\//.test(path) ? path.slice('/v1'.length) : path;
    return authority + (effective === '/' ? '' : effective);
};
/** keyring.go, URLsMatch: equal ports, as many labels, each label by its glob, and the path's beginning as text. */
const covers = (key, target) => key.port === target.port &&
    key.labels.length === target.labels.length &&
    target.path.startsWith(key.path) &&
    key.labels.every((label, index) => globMatches(label, target.labels[index] ?? ''));
const dockerHubKey = 'index.docker.io';
const byKey = (entries) => {
    const keyring = new Map();
    for (const entry of entries) {
        const key = keyringKey(entry.key);
        if (key === null)
            continue;
        const filed = keyring.get(key);
        if (filed === undefined)
            keyring.set(key, [entry]);
        else
            filed.push(entry);
    }
    return keyring;
};
/**
 * The credentials that the kubelet tries for an image, in its order: longer keys before their beginnings, hosts
 * before globs. Docker Hub's own key counts only where no other matches (keyring.go, BasicDockerKeyring.Lookup).
 * Pass the entries of all pull secrets of a pod together: the kubelet makes one keyring of them.
 */
const keyringMatches = (entries, { domain, repository }) => {
    const keyring = byKey(entries);
    const target = addressOf(`${domain}/${repository}`);
    const keys = [...keyring.keys()].sort().reverse();
    const matches = keys
        .filter(key => covers(addressOf(key), target))
        .flatMap(key => keyring.get(key) ?? []);
    const isDockerHub = domain === 'docker.io' || domain === dockerHubKey;
    return matches.length === 0 && isDockerHub ? (keyring.get(dockerHubKey) ?? []) : matches;
};

;// CONCATENATED MODULE: ./lib/kubernetes/pull-secrets.js




/** The only two types the kubelet takes credentials from (kubernetes pkg/credentialprovider/secrets/secrets.go). */
const pull_secrets_forms = new Map([
    ['kubernetes.io/dockerconfigjson', 'dockerconfigjson'],
    ['kubernetes.io/dockercfg', 'dockercfg']
]);
/** `stringData` overwrites `data`, whatever their order (kubernetes/api core/v1 types.go, Secret). */
const contentAt = (node, key) => {
    const plain = (0,nodes/* scalarIn */.IO)((0,nodes/* child */.jf)((0,nodes/* child */.jf)(node, 'stringData'), key));
    if (plain !== null)
        return { encoding: 'text', text: plain.text };
    const encoded = (0,nodes/* scalarIn */.IO)((0,nodes/* child */.jf)((0,nodes/* child */.jf)(node, 'data'), key));
    return encoded === null ? null : { encoding: 'base64', text: encoded.text };
};
/** Whether the file holds not what the cluster gets: SOPS encrypts values, pipelines fill in placeholders. */
const isFilledLater = (node, text) => (0,nodes/* child */.jf)(node, 'sops') !== null || text.startsWith('ENC[') || (0,placeholders/* placeholdersIn */.Qf)(text).length > 0;
const unusable = (problem) => ({ problem, entries: [] });
/** null: what the cluster gets is not in the file. */
const readSecret = (node, type, variables) => {
    const form = pull_secrets_forms.get(type);
    if (form === undefined)
        return unusable(`its type is ${type}, and the kubelet reads only kubernetes.io/dockerconfigjson and kubernetes.io/dockercfg`);
    const key = `.${form}`;
    const content = contentAt(node, key);
    if (content === null)
        return (0,nodes/* child */.jf)(node, 'sops') === null ? unusable(`it has no key ${key}`) : null;
    const config = readDockerConfig(content, form);
    if (!config.ok)
        return isFilledLater(node, content.text)
            ? null
            : unusable(`its ${key} cannot be read: ${config.reason}`);
    const entries = config.entries.map(entry => ({
        ...entry,
        key: (0,placeholders/* resolvePlaceholders */.PR)(entry.key, variables).text
    }));
    // An empty config is a stub for a controller that copies the real one into it.
    const isPartial = entries.length === 0 || entries.some(({ key }) => (0,placeholders/* placeholdersIn */.Qf)(key).length > 0);
    return isPartial ? null : { problem: null, entries };
};
/**
 * A Secret of the manifests as the kubelet would use it for pulls; null where the file does not hold what the
 * cluster gets (encrypted, placeholders, an empty stub), which makes it as unseen as one outside of the manifests.
 */
const pullSecret = ({ workload, node }, location, variables) => {
    const type = (0,nodes/* textIn */.r7)((0,nodes/* child */.jf)(node, 'type')) ?? 'Opaque';
    const reading = readSecret(node, type, variables);
    if (reading === null)
        return null;
    return { namespace: workload.namespace ?? '', name: workload.name, type, ...reading, location };
};


/***/ }),

/***/ 1090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ not),
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/** Conjunction; yes when there is nothing to fulfil. */
const allOf = (answers) => answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';
/** Disjunction; no when there is no alternative. */
const anyOf = (answers) => answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';
const answerOf = (condition) => (condition ? 'yes' : 'no');
const opposites = { yes: 'no', no: 'yes', maybe: 'maybe' };
const not = (answer) => opposites[answer];


/***/ }),

/***/ 1958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ YamlError),
/* harmony export */   ZQ: () => (/* binding */ ParseBudget),
/* harmony export */   yC: () => (/* binding */ NodeBudget)
/* harmony export */ });
/** Why a document is not read; `offset` is into the file's text. */
class YamlError extends Error {
    offset;
    /** `refused`: kubectl might read it, but it exceeds what one file may hold here. */
    kind;
    constructor(message, offset, kind = 'invalid') {
        super(message);
        this.offset = offset;
        this.kind = kind;
    }
}
const mostNodes = 1_000_000;
const mostRepeatedCharacters = 5_000_000;
/** What a failed attempt costs beside its length: js-yaml's error draws a picture of the place. */
const charactersForError = 1_000;
const freeAliasNodes = 100_000;
const aliasNodesForEachWritten = 10;
/** How much text of one file may be parsed more than once. */
class ParseBudget {
    left = mostRepeatedCharacters;
    /** Whether so many characters may be parsed again, and counts them. */
    allows(characters) {
        this.left -= characters + charactersForError;
        return this.left >= 0;
    }
}
/** What one file may hold, counted over all its documents, so that time and memory stay bounded. */
class NodeBudget {
    written = 0;
    throughAliases = 0;
    /** Nodes as a walk meets them, those behind aliases each time anew. */
    get total() {
        return this.written + this.throughAliases;
    }
    countNode(offset) {
        this.written++;
        if (this.written > mostNodes)
            throw new YamlError(`the file holds more than ${mostNodes} YAML nodes`, offset, 'refused');
    }
    /** kubectl limits the share of aliases as well: go-yaml, decode.go, "document contains excessive aliasing". */
    countAlias(nodes, offset) {
        this.throughAliases += nodes;
        if (this.throughAliases > freeAliasNodes + aliasNodesForEachWritten * this.written)
            throw new YamlError('the document contains excessive aliasing', offset);
    }
}


/***/ }),

/***/ 2246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ TreeBuilder),
/* harmony export */   y: () => (/* binding */ isMergeKey)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);
/* harmony import */ var _yaml_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1958);


const fewKeys = 8;
/** A tagged scalar is what its tag says; only an untagged plain one can be null or a number. */
const styleOf = ({ style, tagStart }) => {
    if (style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.PLAIN)
        return tagStart < 0 ? 'plain' : 'quoted';
    return style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.SINGLE_QUOTED || style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.DOUBLE_QUOTED
        ? 'quoted'
        : 'block';
};
/** Mappings are mostly short, where comparing pairs is faster than a set. */
const hasDuplicates = (entries) => {
    if (entries.length > fewKeys)
        return new Set(entries.map(({ key }) => key.text)).size < entries.length;
    for (let first = 0; first < entries.length; first++)
        for (let second = first + 1; second < entries.length; second++)
            if (entries[first]?.key.text === entries[second]?.key.text)
                return true;
    return false;
};
/** Whether an entry merges its value into the mapping; a quoted `<<` is an ordinary key. */
const isMergeKey = ({ text, style }) => text === '<<' && style === 'plain';
/** Builds trees from the events of one stretch of text. */
class TreeBuilder {
    /** One for each document, in order. */
    roots = [];
    text;
    offset;
    budget;
    anchors = new Map();
    outer = [];
    frame = null;
    lastEnd;
    /** `offset` is where `text` begins in the file. */
    constructor(text, offset, budget) {
        this.text = text;
        this.offset = offset;
        this.budget = budget;
        this.lastEnd = offset;
    }
    take(event) {
        switch (event.type) {
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR:
                this.addScalar(event);
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING: {
                const start = event.start + this.offset;
                this.open(event, { kind: 'mapping', start, end: start, entries: [], irregular: false });
                break;
            }
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE: {
                const start = event.start + this.offset;
                this.open(event, { kind: 'sequence', start, end: start, items: [] });
                break;
            }
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP:
                this.close();
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.ALIAS:
                this.addAlias(event.anchorStart, event.anchorEnd);
                break;
            case js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT:
                this.anchors.clear();
        }
    }
    addScalar(event) {
        const absent = event.valueStart < 0;
        const start = absent ? this.lastEnd : event.valueStart + this.offset;
        const end = absent ? start : event.valueEnd + this.offset;
        this.lastEnd = end;
        this.budget.countNode(start);
        const node = {
            kind: 'scalar',
            start,
            end,
            text: (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(this.text, event),
            style: styleOf(event)
        };
        if (event.anchorStart >= 0)
            this.anchor(event, node).nodes = 1;
        this.add(node);
    }
    addAlias(nameStart, nameEnd) {
        const name = this.text.slice(nameStart, nameEnd);
        const start = nameStart - '*'.length + this.offset;
        const end = nameEnd + this.offset;
        this.lastEnd = end;
        const anchored = this.anchors.get(name);
        if (anchored === undefined)
            throw new _yaml_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .YamlError */ .Iz(`unknown anchor '${name}' referenced`, start);
        if (anchored.open)
            throw new _yaml_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .YamlError */ .Iz(`anchor '${name}' value contains itself`, start);
        this.budget.countNode(start);
        this.budget.countAlias(anchored.nodes, start);
        this.add({ kind: 'alias', start, end, target: anchored.node });
    }
    anchor(event, node) {
        const anchored = { node, nodes: 0, open: false };
        this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), anchored);
        return anchored;
    }
    open(event, node) {
        const totalBefore = this.budget.total;
        this.budget.countNode(node.start);
        this.add(node);
        const anchored = event.anchorStart < 0 ? null : this.anchor(event, node);
        if (anchored !== null)
            anchored.open = true;
        if (this.frame !== null)
            this.outer.push(this.frame);
        this.frame = { node, anchored, totalBefore, key: null };
    }
    /** Also closes the document itself, which has no frame. */
    close() {
        const { frame } = this;
        if (frame === null)
            return;
        const { node, anchored } = frame;
        node.end = Math.max(this.lastEnd, node.start);
        if (node.kind === 'mapping')
            node.irregular =
                node.entries.some(({ key }) => isMergeKey(key)) || hasDuplicates(node.entries);
        if (anchored !== null) {
            anchored.nodes = this.budget.total - frame.totalBefore;
            anchored.open = false;
        }
        this.frame = this.outer.pop() ?? null;
    }
    add(node) {
        const { frame } = this;
        if (frame === null)
            this.roots.push(node);
        else if (frame.node.kind === 'sequence')
            frame.node.items.push(node);
        else if (frame.key === null)
            frame.key = this.keyFrom(node);
        else {
            frame.node.entries.push({ key: frame.key, value: node });
            frame.key = null;
        }
    }
    keyFrom(node) {
        const key = node.kind === 'alias' ? node.target : node;
        if (key.kind !== 'scalar')
            throw new _yaml_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .YamlError */ .Iz('invalid map key', node.start);
        return key;
    }
}


/***/ }),

/***/ 3345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ writeNamedFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);



/** Writes a file that the user named, relative to the workspace, with the folders it lies in. */
function writeNamedFile(workspace, file, text) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, file);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`File ${file} cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, { cause: error });
    }
}


/***/ }),

/***/ 1097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ formats),
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   qC: () => (/* binding */ reportFileInputs)
/* harmony export */ });
const reading = ['check', 'images', 'collect'];
const everywhere = ['check', 'images', 'collect', 'explain', 'demo'];
/** Formats that `--format` and the inputs `NAME-file` take. */
const formats = [
    'text',
    'json',
    'sarif',
    'markdown',
    'github',
    'gitlab',
    'azure-pipelines',
    'junit',
    'html'
];
const one = { repeatable: false };
const many = { repeatable: true };
/** The one list of settings: arguments, help text, action inputs and the README's table come from it. */
const options = [
    {
        name: 'manifests',
        flag: null,
        input: 'manifests',
        value: 'PATH',
        ...many,
        commands: reading,
        description: 'Files, directories (recursive, *.yaml *.yml *.json), globs, or - for standard input; charts and kustomizations in them are rendered.'
    },
    {
        name: 'clusters',
        flag: 'cluster',
        input: 'clusters',
        value: 'ID',
        ...many,
        commands: ['check', 'collect'],
        description: 'Target AKS clusters: ARM id of a managed cluster, or SUBSCRIPTION/RESOURCE-GROUP/NAME.'
    },
    {
        name: 'cluster-name',
        flag: null,
        input: 'cluster-name',
        value: 'NAME',
        ...one,
        commands: ['check', 'collect'],
        description: 'One target cluster by name, with resource-group and subscription-id, instead of clusters.'
    },
    {
        name: 'resource-group',
        flag: null,
        input: 'resource-group',
        value: 'NAME',
        ...one,
        commands: ['check', 'collect'],
        description: 'Resource group of cluster-name.'
    },
    {
        name: 'subscription-id',
        flag: null,
        input: 'subscription-id',
        value: 'ID',
        ...one,
        commands: ['check', 'collect'],
        description: 'Subscription of cluster-name.'
    },
    {
        name: 'registries',
        flag: 'registry',
        input: null,
        value: 'HOST',
        ...many,
        commands: ['collect'],
        description: 'Collect these registries too, named or not in the manifests.'
    },
    {
        name: 'facts',
        flag: 'facts',
        input: 'facts',
        value: 'FILE',
        ...one,
        commands: ['check'],
        description: 'Judge from a facts file; opens no connection at all and needs no credentials.'
    },
    {
        name: 'facts-out',
        flag: 'facts-out',
        input: 'facts-out',
        value: 'FILE',
        ...one,
        commands: ['check'],
        description: 'Write the facts that were used to this file.'
    },
    {
        name: 'out',
        flag: 'out',
        input: null,
        value: 'FILE',
        ...one,
        commands: ['collect'],
        description: 'Where to write the facts (default: standard output).'
    },
    {
        name: 'facts-max-age',
        flag: 'max-age',
        input: 'facts-max-age',
        value: 'DURATION',
        ...one,
        commands: ['check'],
        description: 'Facts older than this, such as 12h or 3d, become unknown (default: 72h, with a warning from 24h on).'
    },
    {
        name: 'format',
        flag: 'format',
        input: null,
        value: 'NAME[=FILE]',
        ...many,
        commands: ['check', 'images'],
        description: `Report format: ${formats.join(', ')}; without FILE to standard output, at most one (default: text).`
    },
    {
        name: 'fail-on',
        flag: 'fail-on',
        input: 'fail-on',
        value: 'LEVEL',
        ...one,
        commands: ['check'],
        description: 'Lowest severity that fails: error (default), warning, note, unknown (as error, and unknown fails too) or never.'
    },
    {
        name: 'class-severity',
        flag: 'class-severity',
        input: 'class-severity',
        value: 'CLASS=LEVEL',
        ...many,
        commands: ['check'],
        description: 'Highest severity for images of class pod, container, field (default: warning) or mention (default: note), such as field=error or mention=off.'
    },
    {
        name: 'namespace',
        flag: 'namespace',
        input: 'namespace',
        value: 'NAME',
        ...one,
        commands: reading,
        description: 'Namespace of objects that name none (default: default).'
    },
    {
        name: 'images',
        flag: 'set-image',
        input: 'images',
        value: 'NAME:TAG',
        ...many,
        commands: reading,
        description: 'Images that the deployment will put into the manifests, as azure/k8s-deploy does.'
    },
    {
        name: 'imagepullsecrets',
        flag: 'image-pull-secret',
        input: 'imagepullsecrets',
        value: 'NAME',
        ...many,
        commands: reading,
        description: 'Pull secrets that the deployment will add to the pods, as azure/k8s-deploy does.'
    },
    {
        name: 'variables',
        flag: 'var',
        input: 'variables',
        value: 'NAME=VALUE',
        ...many,
        commands: reading,
        description: 'Fills a placeholder in image strings, such as ${NAME} or #{NAME}#.'
    },
    {
        name: 'helm-values',
        flag: 'values',
        input: 'helm-values',
        value: 'FILE',
        ...many,
        commands: reading,
        description: 'Values files for the charts, as helm --values.'
    },
    {
        name: 'helm-set',
        flag: 'helm-set',
        input: 'helm-set',
        value: 'KEY=VALUE',
        ...many,
        commands: reading,
        description: 'Values for the charts, as helm --set.'
    },
    {
        name: 'helm-release',
        flag: 'release',
        input: 'helm-release',
        value: 'NAME',
        ...one,
        commands: reading,
        description: 'Release name for the charts (default: the name of the chart).'
    },
    {
        name: 'render',
        flag: 'no-render',
        input: 'render',
        value: null,
        ...one,
        commands: reading,
        description: 'Charts and kustomizations are not rendered (nothing of the repository is run); their plain files are still read.'
    },
    {
        name: 'remote-bases',
        flag: 'remote-bases',
        input: 'remote-bases',
        value: null,
        ...one,
        commands: reading,
        description: 'Let kustomize fetch remote bases, which is refused by default.'
    },
    {
        name: 'kubelet-object-id',
        flag: 'kubelet-object-id',
        input: 'kubelet-object-id',
        value: 'ID',
        ...one,
        commands: ['check', 'collect'],
        description: "Object id of a service-principal cluster's principal, which Azure Resource Manager does not tell."
    },
    {
        name: 'thorough',
        flag: 'thorough',
        input: 'thorough',
        value: null,
        ...one,
        commands: ['check', 'collect'],
        description: 'Read also what is rarely the cause (cache rules, replicas, storage, scale sets, subscriptions); costs a few requests for each registry and cluster.'
    },
    {
        name: 'environment',
        flag: 'cloud',
        input: 'environment',
        value: 'NAME',
        ...one,
        commands: ['check', 'collect'],
        description: 'AzurePublicCloud (default), AzureUSGovernment, AzureChinaCloud or custom; the spellings of azure/login are accepted.'
    },
    {
        name: 'resource-manager-endpoint',
        flag: 'resource-manager',
        input: 'resource-manager-endpoint',
        value: 'URL',
        ...one,
        commands: ['check', 'collect'],
        description: 'Azure Resource Manager of a custom cloud.'
    },
    {
        name: 'authority-host',
        flag: 'authority',
        input: 'authority-host',
        value: 'URL',
        ...one,
        commands: ['check', 'collect'],
        description: 'Sign-in authority of a custom cloud.'
    },
    {
        name: 'client-id',
        flag: null,
        input: 'client-id',
        value: 'ID',
        ...one,
        commands: ['check', 'collect'],
        description: 'Client id for OIDC sign-in, as azure/login; the job needs permissions: id-token: write.'
    },
    {
        name: 'tenant-id',
        flag: null,
        input: 'tenant-id',
        value: 'ID',
        ...one,
        commands: ['check', 'collect'],
        description: 'Tenant id for OIDC sign-in, as azure/login.'
    },
    {
        name: 'audience',
        flag: null,
        input: 'audience',
        value: 'URI',
        ...one,
        commands: ['check', 'collect'],
        description: 'Audience of the OIDC token (default: api://AzureADTokenExchange).'
    },
    {
        name: 'auth-type',
        flag: 'auth-type',
        input: 'auth-type',
        value: 'TYPE',
        ...one,
        commands: ['check', 'collect'],
        description: "IDENTITY signs in with the machine's managed identity, as azure/login; otherwise leave it out."
    },
    {
        name: 'check-run',
        flag: null,
        input: 'check-run',
        value: null,
        ...one,
        commands: ['check'],
        description: 'Create a check run of its own that carries all annotations; needs github-token and permissions: checks: write.'
    },
    {
        name: 'github-token',
        flag: null,
        input: 'github-token',
        value: 'TOKEN',
        ...one,
        commands: ['check'],
        description: 'Token for check-run.'
    },
    {
        name: 'config',
        flag: 'config',
        input: 'config',
        value: 'FILE',
        ...one,
        commands: reading,
        description: 'Settings file (default: .acr-pull-check.yaml in the root or in .github/); flag > environment > file > default.'
    },
    {
        name: 'no-color',
        flag: 'no-color',
        input: null,
        value: null,
        ...one,
        commands: everywhere,
        description: 'Plain text; NO_COLOR is honoured too.'
    },
    {
        name: 'quiet',
        flag: 'quiet',
        input: null,
        value: null,
        ...one,
        commands: everywhere,
        description: 'No progress on standard error.'
    },
    {
        name: 'verbose',
        flag: 'verbose',
        input: null,
        value: null,
        ...one,
        commands: everywhere,
        description: 'More on standard error: who signed in, what was asked.'
    }
];
/** Inputs `sarif-file`, `json-file`, …: where the action writes a report of that format. */
const reportFileInputs = formats.map(format => ({ input: `${format}-file`, format }));


/***/ }),

/***/ 2574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ checkUrl),
/* harmony export */   j: () => (/* binding */ project)
/* harmony export */ });
/** The one place that knows the project's name, version and home; a test holds it against package.json. */
const project = {
    name: 'acr-pull-check',
    version: '0.1.0',
    url: 'https://github.com/acr-pull-check/acr-pull-check'
};
/** The section of a check in the documentation of this major version. */
const checkUrl = (id) => `${project.url}/blob/v1/docs/checks.md#${id}`;


/***/ }),

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hk: () => (/* binding */ annotations),
/* harmony export */   jG: () => (/* binding */ leftOutText),
/* harmony export */   oA: () => (/* binding */ withinLimits),
/* harmony export */   q$: () => (/* binding */ hasColumns)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9300);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1659);
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5649);



/** The runner cuts longer messages off (actions/runner, src/Runner.Worker/ExecutionContext.cs). */
const longestMessage = 4096;
/** Of a check run's annotation (REST API, "Create a check run"). */
const longestTitle = 255;
/** An unknown neither passes nor fails, but a person must see it: GitHub has no fourth level. */
const levels = {
    error: 'error',
    warning: 'warning',
    unknown: 'warning',
    note: 'notice'
};
/** Every place of every finding: first all primary places by rank, then the other places. */
function sightings(report) {
    const anchor = (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .anchors */ .p)(report);
    const findings = (0,_ranking_js__WEBPACK_IMPORTED_MODULE_2__/* .ranked */ .ad)(report.findings);
    return [
        ...findings.map(finding => ({ finding, location: anchor(finding) })),
        ...findings.flatMap(finding => finding.locations.slice(1).map(location => ({ finding, location })))
    ];
}
const keyOf = ({ finding, location }) => JSON.stringify([
    finding.severity,
    finding.check,
    location?.file,
    location?.line,
    location?.column
]);
/** A fleet gives one check many findings at one image, one for each cluster: they share an annotation. */
function shared(all) {
    const places = new Map();
    for (const sighting of all) {
        const same = places.get(keyOf(sighting));
        if (same === undefined)
            places.set(keyOf(sighting), [sighting]);
        else
            same.push(sighting);
    }
    return [...places.values()];
}
const distinct = (texts) => [...new Set(texts)];
function messageOf(report, findings) {
    const remediation = findings.flatMap(finding => finding.remediation);
    const fixes = remediation.map(({ description, command }) => command === null ? description : `${description}\n${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(command).join('\n')}`);
    const paragraphs = [
        distinct(findings.map(finding => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(finding.message))).join('\n'),
        ...distinct(fixes).map(fix => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(fix).join('\n')),
        ...distinct(findings.flatMap(finding => report.checks[finding.check]?.url ?? [])).map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)
    ];
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(paragraphs.filter(paragraph => paragraph !== '').join('\n\n'), longestMessage);
}
function titleOf(report, { check, severity }) {
    const title = report.checks[check]?.title ?? check;
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(severity === 'unknown' ? `Unknown: ${title}` : title), longestTitle);
}
/** Worst first: one for each check and place. GitHub's limits are `withinLimits`'s business. */
function annotations(report) {
    const all = shared(sightings(report)).map(([first, ...others]) => ({
        level: levels[first.finding.severity],
        title: titleOf(report, first.finding),
        message: messageOf(report, [first, ...others].map(({ finding }) => finding)),
        location: first.location === null ? null : visible(first.location)
    }));
    const rank = ({ level }) => ['error', 'warning', 'notice'].indexOf(level);
    return all.toSorted((left, right) => rank(left) - rank(right));
}
const visible = (location) => ({ ...location, file: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(location.file) });
/** What a step may show of each level (actions/runner, ExecutionContext.cs, `_maxCountPerIssueType`). */
const mostPerLevel = 10;
/** What fits into one step, and how many are left; when any are, one notice stays free to say so. */
function withinLimits(all) {
    const first = (level, most) => all.filter(annotation => annotation.level === level).slice(0, most);
    const serious = [...first('error', mostPerLevel), ...first('warning', mostPerLevel)];
    const shown = [...serious, ...first('notice', mostPerLevel)];
    if (shown.length === all.length)
        return { shown, left: 0 };
    const reduced = [...serious, ...first('notice', mostPerLevel - 1)];
    return { shown: reduced, left: all.length - reduced.length };
}
/** Columns only within one line: the runner and the Checks API refuse them otherwise. */
const hasColumns = ({ line, endLine }) => line === endLine;
const leftOutText = (left) => `and ${left} more in the job summary`;


/***/ }),

/***/ 9300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ linkTarget),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Ke: () => (/* binding */ markupLines),
/* harmony export */   Ks: () => (/* binding */ markdownStart),
/* harmony export */   MJ: () => (/* binding */ inertWords),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   _9: () => (/* binding */ markupText),
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   dD: () => (/* binding */ pipelineData),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   gC: () => (/* binding */ pipelineProperty),
/* harmony export */   oW: () => (/* binding */ pathInUrl),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   s$: () => (/* binding */ jsonText),
/* harmony export */   wi: () => (/* binding */ inertLines),
/* harmony export */   wq: () => (/* binding */ commandData)
/* harmony export */ });
/*
 * Texts of manifests and of Azure are data: whatever they hold, they must not become a terminal sequence, a CI command,
 * Markdown, HTML or XML. Every reporter escapes with these functions and no others.
 */
const escapeCharacter = String.fromCodePoint(0x1b);
const bell = String.fromCodePoint(0x07);
/** Complete CSI and OSC sequences (ECMA-48, 5.4 and 8.3.89); what is incomplete loses its control characters below. */
const terminalSequences = new RegExp(`${escapeCharacter}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${escapeCharacter}${bell}]*(?:${bell}|${escapeCharacter}\\\\))`, 'g');
/** Controls (C0, C1), format characters (bidi, zero width, tags), line separators, lone surrogates, noncharacters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const invisibleInLine = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** What a person can see of a text, in one line. */
const oneLine = (text) => text
    .replace(terminalSequences, '')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(invisible, '');
/** The same for texts of several lines, such as commands and rationales. */
const visibleLines = (text) => text
    .replace(terminalSequences, '')
    .split(/\r\n|\r|\n/)
    .map(line => line.replaceAll('\t', '  ').replace(invisible, ''));
/** At most `length` UTF-16 units, with `…` for what is cut off. */
function clipped(text, length) {
    if (text.length <= length)
        return text;
    return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/**
 * `##[name]` is a command anywhere in a line to GitHub's runner (actions/runner, src/Runner.Common/ActionCommand.cs),
 * `##vso[` to Azure Pipelines' agent (microsoft/azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs);
 * a blank breaks them up.
 */
const inertWords = (text) => text.replace(/##(?=\[|vso\[)/gi, '# #');
/** A finished text of which no CI system obeys a line: GitHub's runner also takes `::name` after leading white space. */
const inertLines = (text) => inertWords(text).replace(/^([^\S\n]*):(?=:)/gm, '$1: ');
/** Most reports hold nothing else, and this is far quicker to see than the Unicode classes above. */
const plainAscii = /^[\n -~]*$/;
/** JSON with 2 spaces; what would be invisible, or a command to a CI system, is written as `\uXXXX`: the same value. */
function jsonText(value) {
    const text = JSON.stringify(value, null, 2);
    const visible = plainAscii.test(text) ? text : text.replace(invisibleInLine, unicodeEscapes);
    return `${visible.replaceAll('##', String.raw `#\u0023`)}\n`;
}
function unicodeEscapes(character) {
    return Array.from({ length: character.length }, (_, index) => String.raw `\u` + character.charCodeAt(index).toString(16).padStart(4, '0')).join('');
}
/** Data of a workflow command (actions/toolkit, packages/core/src/command.ts). */
const commandData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A property of a workflow command. */
const commandProperty = (text) => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
/** Data of a logging command (microsoft/azure-pipelines-task-lib, node/taskcommand.ts). */
const pipelineData = (text) => text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A property of a logging command. */
const pipelineProperty = (text) => pipelineData(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};
/** Text or attribute value of HTML and XML alike; `::` and `##` become entities, so that no line is a CI command. */
const markupText = (text) => oneLine(text)
    .replace(/[&<>"']/g, character => entities[character] ?? character)
    .replaceAll('::', '&#58;:')
    .replace(/#(?=#)/g, '&#35;');
/** Several lines of HTML or XML text, such as a command. */
const markupLines = (text) => visibleLines(text).map(markupText).join('\n');
const markdownSigns = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '|': '&#124;',
    '@': '&#64;'
};
/**
 * Words inside a Markdown line or table cell: no emphasis, link, code, mathematics, HTML, mention or autolink
 * (GitHub Flavored Markdown, 6.9 makes links of bare `www.` and `://`).
 */
const markdownText = (text) => oneLine(text)
    .replace(/[&<>|@\\`*_{}[\]~!$#]/g, sign => markdownSigns[sign] ?? `\\${sign}`)
    .replaceAll('://', '&#58;//')
    .replace(/www\./gi, word => word.replace('.', '&#46;'));
/** Markdown that begins a line or list item: no list, heading underline or indented code. */
const markdownStart = (markdown) => markdown
    .trimStart()
    .replace(/^[-+=:]/, String.raw `\$&`)
    .replace(/^(\d+)([.)])/, String.raw `$1\$2`);
const longestRun = (text) => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
/** Inline code, also in a table cell and a link; what would end either, no name has, and it becomes escaped words. */
function markdownCode(text) {
    const code = oneLine(text);
    if (code.trim() === '')
        return '` `';
    return /[`|]/.test(code) ? markdownText(code) : `\`${code}\``;
}
/** A fenced block that its content cannot close. */
function markdownBlock(text, language) {
    const code = visibleLines(text).join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
    return `${fence}${language}\n${code}\n${fence}`;
}
/** A relative path as part of a URL. */
const pathInUrl = (path) => oneLine(path)
    .split('/')
    .map(segment => encodeURIComponent(segment).replace(/[()'!*~]/g, percentCode))
    .join('/');
function percentCode(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** An address that may stand in a link: https only, without what could end the link. */
const linkTarget = (url) => /^https:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url) ? url : null;


/***/ }),

/***/ 3288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hk: () => (/* reexport */ annotations/* annotations */.hk),
  M1: () => (/* reexport */ imageReporters),
  qN: () => (/* reexport */ markdownReport),
  R0: () => (/* binding */ reporters),
  Mf: () => (/* reexport */ textReport),
  oA: () => (/* reexport */ annotations/* withinLimits */.oA)
});

// EXTERNAL MODULE: ./lib/reports/escape.js
var reports_escape = __webpack_require__(9300);
// EXTERNAL MODULE: ./lib/reports/places.js
var reports_places = __webpack_require__(1659);
// EXTERNAL MODULE: ./lib/reports/ranking.js
var ranking = __webpack_require__(5649);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(3678);
;// CONCATENATED MODULE: ./lib/reports/azure-pipelines.js




/** `task.logissue` knows two types; a note is a plain line of the log. */
const types = {
    error: 'error',
    warning: 'warning',
    unknown: 'warning',
    note: null
};
/** Logging commands for the findings, then the outcome in plain lines. */
function azurePipelinesReport(report, { root } = { root: null }) {
    const lines = [
        ...(0,ranking/* ranked */.ad)(report.findings).flatMap(finding => issues(finding, root)),
        plainLine(`${report.summary.conclusion}: ${(0,words/* headline */.Pl)(report)}`),
        plainLine(`${(0,words/* findingCounts */.s_)(report.summary)}; looked at ${(0,words/* lookedAt */.O1)(report.summary)}`)
    ];
    return `${lines.join('\n')}\n`;
}
const plainLine = (text) => (0,reports_escape/* inertWords */.MJ)((0,reports_escape/* oneLine */.TN)(text));
/** What is wrong, then the first command that fixes it; line feeds travel escaped. */
function messageOf({ severity, message, remediation }) {
    const command = remediation.find(one => one.command !== null)?.command ?? '';
    const lines = [
        (0,reports_escape/* oneLine */.TN)(severity === 'unknown' ? `Unknown: ${message}` : message),
        ...(command === '' ? [] : (0,reports_escape/* visibleLines */.gB)(command))
    ];
    return (0,reports_escape/* inertWords */.MJ)(lines.join('\n'));
}
function issues(finding, root) {
    const type = types[finding.severity];
    if (type === null)
        return [plainLine(noteText(finding))];
    const places = finding.locations.length === 0 ? [null] : finding.locations;
    return places.map(place => {
        const properties = [
            ['type', type],
            ...(place === null ? [] : placeProperties(place, root)),
            ['code', plainLine(finding.check)]
        ];
        const text = properties.map(([name, value]) => `${name}=${(0,reports_escape/* pipelineProperty */.gC)(value)}`).join(';');
        return `##vso[task.logissue ${text}]${(0,reports_escape/* pipelineData */.dD)(messageOf(finding))}`;
    });
}
function noteText(finding) {
    const [primary] = finding.locations;
    const place = primary === undefined ? '' : ` ${(0,reports_places/* placeText */.Z)(primary)}`;
    return `note${place} ${finding.message} [${finding.check}]`;
}
function placeProperties({ file, line, column }, root) {
    const path = root === null ? file : `${root.replace(/[\\/]+$/, '')}/${file}`;
    return [
        ['sourcepath', plainLine(path)],
        ['linenumber', String(line)],
        ['columnnumber', String(column)]
    ];
}

// EXTERNAL MODULE: ./lib/reports/annotations.js
var annotations = __webpack_require__(1425);
;// CONCATENATED MODULE: ./lib/reports/github.js


function properties({ title, location }) {
    if (location === null)
        return [['title', title]];
    const { file, line, endLine, column, endColumn } = location;
    return [
        ['file', file],
        ['line', line],
        ['endLine', endLine],
        ...((0,annotations/* hasColumns */.q$)(location)
            ? [
                ['col', column],
                ['endColumn', endColumn]
            ]
            : []),
        ['title', title]
    ];
}
function command(name, values, message) {
    const text = values
        .map(([key, value]) => `${key}=${(0,reports_escape/* commandProperty */.N1)((0,reports_escape/* inertWords */.MJ)(String(value)))}`)
        .join(',');
    return `::${name} ${text}::${(0,reports_escape/* commandData */.wq)((0,reports_escape/* inertWords */.MJ)(message))}`;
}
/** Workflow commands, one a line, within what GitHub shows of one step. */
function githubReport(report) {
    const { shown, left } = (0,annotations/* withinLimits */.oA)((0,annotations/* annotations */.hk)(report));
    const commands = shown.map(annotation => command(annotation.level, properties(annotation), annotation.message));
    const rest = left === 0 ? [] : [command('notice', [['title', 'acr-pull-check']], (0,annotations/* leftOutText */.jG)(left))];
    return [...commands, ...rest].map(line => `${line}\n`).join('');
}

;// CONCATENATED MODULE: ./lib/reports/gitlab.js



/** GitLab's words (GitLab docs, "Code Quality", report format); `blocker` is left to people. */
const severities = {
    error: 'critical',
    warning: 'major',
    unknown: 'minor',
    note: 'info'
};
const description = ({ severity, message }) => (0,reports_escape/* oneLine */.TN)(severity === 'unknown' ? `Unknown: ${message}` : message);
/** Fingerprints must differ within a report, so every place after the first numbers its own. */
const entry = (finding, { file, line }, index) => ({
    description: description(finding),
    check_name: finding.check,
    fingerprint: index === 0 ? finding.fingerprint : `${finding.fingerprint}-${index + 1}`,
    severity: severities[finding.severity],
    location: { path: (0,reports_escape/* oneLine */.TN)(file), lines: { begin: line } }
});
/** GitLab Code Quality: one entry for each place of each finding. */
function gitlabReport(report) {
    const anchor = (0,reports_places/* anchors */.p)(report);
    return (0,reports_escape/* jsonText */.s$)((0,ranking/* ranked */.ad)(report.findings).flatMap(finding => {
        const primary = anchor(finding);
        if (primary === null)
            return [];
        return [primary, ...finding.locations.slice(1)].map((place, index) => entry(finding, place, index));
    }));
}

;// CONCATENATED MODULE: ./lib/reports/evidence.js
/** What a verdict and the findings about it have in common. */
const subjectKey = (cluster, image) => JSON.stringify([cluster, image]);
function byClusterAndImage(report) {
    const found = new Map();
    for (const verdict of report.verdicts) {
        const same = found.get(subjectKey(verdict.cluster, verdict.image));
        if (same === undefined)
            found.set(subjectKey(verdict.cluster, verdict.image), [verdict]);
        else
            same.push(verdict);
    }
    return found;
}
/** Finds the verdicts that findings explain: same cluster, same image. */
function verdictsBehind(report) {
    const verdicts = byClusterAndImage(report);
    return findings => [
        ...new Set(findings.flatMap(({ cluster, image }) => cluster === null || image === null ? [] : (verdicts.get(subjectKey(cluster, image)) ?? [])))
    ];
}
/** The sentences of several chains of evidence, each once, in the order of the chains. */
const evidence = (verdicts) => [
    ...new Set(verdicts.flatMap(verdict => verdict.because))
];

;// CONCATENATED MODULE: ./lib/reports/grouping.js

/** Without a remediation there is nothing in common but the place of the trouble. */
const fixOf = ({ check, remediation, registry, cluster }) => JSON.stringify(remediation.length === 0
    ? [check, registry, cluster]
    : [check, remediation.map(({ description, command }) => [description, command])]);
/** In the order of their worst finding. */
function groupedByFix(findings) {
    const groups = new Map();
    for (const finding of (0,ranking/* ranked */.ad)(findings)) {
        const group = groups.get(fixOf(finding));
        if (group === undefined)
            groups.set(fixOf(finding), [finding]);
        else
            group.push(finding);
    }
    return [...groups.values()].map(groupOf);
}
function groupOf(findings) {
    const [{ check, severity, cluster, registry, remediation }] = findings;
    return {
        check,
        severity,
        cluster: findings.every(finding => finding.cluster === cluster) ? cluster : null,
        registry: findings.every(finding => finding.registry === registry) ? registry : null,
        remediation,
        findings
    };
}
const clusterName = ({ cluster }) => cluster === null ? '' : cluster.slice(cluster.lastIndexOf('/') + 1);
/** What a message says besides which image and which cluster it is about. */
const pattern = (finding) => [finding.image ?? '', clusterName(finding)]
    .filter(name => name !== '')
    .reduce((message, name) => message.split(name).join('\n'), finding.message);
/** The message, cut short where it says the same as the first of its group about another image or cluster. */
function messageInGroup(finding, { findings: [first] }) {
    const same = finding.image !== null && first.image !== null && pattern(finding) === pattern(first);
    if (finding === first || !same)
        return finding.message;
    const elsewhere = finding.cluster === first.cluster ? '' : ` on cluster ${clusterName(finding)}`;
    return `${finding.image}: likewise${elsewhere}`;
}

;// CONCATENATED MODULE: ./lib/reports/prose.js
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A host, path, image reference, version, option or GUID; plain English words never match. */
const isName = (word) => /[/@=\\]|[a-z0-9]\.[a-z0-9]/i.test(word) || word.startsWith('--') || guid.test(word);
const opening = `"'(`;
const closing = `.,:;!?"')`;
/** Splits the punctuation around a word off, character by character: a regular expression would backtrack. */
function bounds(word) {
    let start = 0;
    let end = word.length;
    while (start < end && opening.includes(word.charAt(start)))
        start += 1;
    while (end > start && closing.includes(word.charAt(end - 1)))
        end -= 1;
    return [start, end];
}
function wordSegments(word) {
    const [start, end] = bounds(word);
    const name = word.slice(start, end);
    if (!isName(name))
        return [{ kind: 'words', text: word }];
    return [
        { kind: 'words', text: word.slice(0, start) },
        { kind: 'code', text: name },
        { kind: 'words', text: word.slice(end) }
    ];
}
/** Sets the names in a sentence apart, which also keeps them from being read as links or mentions. */
function segments(sentence) {
    const result = [];
    for (const next of sentence.split(/( +)/).flatMap(wordSegments)) {
        const last = result.at(-1);
        if (last?.kind === 'words' && next.kind === 'words')
            result[result.length - 1] = { kind: 'words', text: last.text + next.text };
        else if (next.text !== '')
            result.push(next);
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/reports/html-group.js





const prose = (sentence) => segments((0,reports_escape/* oneLine */.TN)(sentence))
    .map(({ kind, text }) => kind === 'code' ? `<code>${(0,reports_escape/* markupText */._9)(text)}</code>` : (0,reports_escape/* markupText */._9)(text))
    .join('');
/** One fix: which findings it cures, the commands, the evidence folded away. */
function htmlGroup(report, group, verdicts, names) {
    return [
        `<article class="${group.severity}">`,
        ...title(report, group, names),
        '<ul class="findings">',
        ...group.findings.flatMap(finding => findingLines(finding, group)),
        '</ul>',
        ...group.remediation.flatMap(fix),
        ...folded(evidence(verdicts)),
        '</article>'
    ];
}
function title(report, group, names) {
    const check = report.checks[group.check];
    const url = check === undefined ? null : (0,reports_escape/* linkTarget */.Cm)(check.url);
    const id = `<code>${(0,reports_escape/* markupText */._9)(group.check)}</code>`;
    const facets = [
        `<span class="severity">${group.severity}</span>`,
        url === null ? id : `<a href="${(0,reports_escape/* markupText */._9)(url)}">${id}</a>`,
        ...(group.cluster === null ? [] : [`cluster <code>${(0,reports_escape/* markupText */._9)(names(group.cluster))}</code>`]),
        ...(group.registry === null ? [] : [`registry <code>${(0,reports_escape/* markupText */._9)(group.registry)}</code>`])
    ];
    return [
        `<h3>${(0,reports_escape/* markupText */._9)(check?.title ?? group.check)}</h3>`,
        `<p class="facets">${facets.join(' ')}</p>`
    ];
}
function findingLines(finding, group) {
    const pools = finding.nodePools.length === 0
        ? ''
        : ` <span class="quiet">node pools: ${(0,reports_escape/* markupText */._9)(finding.nodePools.join(', '))}</span>`;
    const places = finding.locations.map(place => `<code>${(0,reports_escape/* markupText */._9)((0,reports_places/* placeText */.Z)(place))}</code>`);
    return [
        `<li>${prose(messageInGroup(finding, group))}${pools}`,
        ...(places.length === 0 ? [] : [`<div class="places">${places.join(' ')}</div>`]),
        '</li>'
    ];
}
const fix = ({ description, command }, index) => [
    `<p class="fix">${index === 0 ? '<b>Fix</b> ' : ''}${prose(description)}</p>`,
    ...(command === null ? [] : [`<pre><code>${(0,reports_escape/* markupLines */.Ke)(command)}</code></pre>`])
];
const folded = (sentences) => sentences.length === 0
    ? []
    : [
        '<details><summary>Evidence</summary><ul>',
        ...sentences.map(sentence => `<li>${prose(sentence)}</li>`),
        '</ul></details>'
    ];

;// CONCATENATED MODULE: ./lib/reports/html-style.js
/** System fonts and colours with at least 4.5:1 contrast in both schemes (WCAG 2.2, 1.4.3). */
const htmlStyle = `
:root {
  --ground: #fff; --surface: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0969da;
  --error: #c3222b; --warning: #8a5a00; --unknown: #7447c4; --note: #0969da; --good: #19713a;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --surface: #161b22; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #6cb0ff;
    --error: #ff7b72; --warning: #e3b341; --unknown: #c297ff; --note: #6cb0ff; --good: #56d364;
  }
}
body { background: var(--ground); color: var(--text); margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.25rem; margin: 2.5rem 0 1rem; padding-bottom: .3rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .25rem 0; }
a { color: var(--link); }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Consolas, 'DejaVu Sans Mono', monospace; }
code { overflow-wrap: anywhere; }
.quiet, footer { color: var(--quiet); }
header { border-left: .4rem solid var(--quiet); padding: .25rem 0 .25rem 1.25rem; }
header.pass { border-color: var(--good); } header.fail { border-color: var(--error); } header.inconclusive { border-color: var(--unknown); }
.conclusion { font-size: .8rem; font-weight: 700; letter-spacing: .08em; text-transform: uppercase; }
.pass .conclusion { color: var(--good); } .fail .conclusion { color: var(--error); } .inconclusive .conclusion { color: var(--unknown); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .925rem; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .9rem .4rem 0; text-align: left; vertical-align: top; white-space: nowrap; }
thead th { color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 400; white-space: normal; }
td span { font-weight: 600; }
td span::before { display: inline-block; width: 1.3em; }
td.no-pull { color: var(--error); } td.no-pull span::before { content: '✗'; }
td.unknown { color: var(--unknown); } td.unknown span::before { content: '?'; }
td.pull { color: var(--good); } td.pull span::before { content: '✓'; }
article { border: 1px solid var(--line); border-left: .3rem solid var(--note); border-radius: .4rem; break-inside: avoid; margin: 0 0 1.25rem; padding: 1rem 1.25rem; }
article.error { border-left-color: var(--error); } article.warning { border-left-color: var(--warning); } article.unknown { border-left-color: var(--unknown); }
.facets { color: var(--quiet); font-size: .875rem; }
.facets > *:not(:last-child) { margin-right: .6rem; }
.severity { color: var(--note); font-weight: 700; }
.error .severity { color: var(--error); } .warning .severity { color: var(--warning); } .unknown .severity { color: var(--unknown); }
.findings { margin: .75rem 0; padding-left: 1.1rem; }
.places { color: var(--quiet); font-size: .9em; }
.places code { margin-right: 1rem; }
pre { background: var(--surface); border-radius: .3rem; margin: .5rem 0 .75rem; overflow-wrap: anywhere; padding: .7rem .9rem; user-select: all; white-space: pre-wrap; }
details { color: var(--quiet); font-size: .9rem; margin-top: .75rem; }
summary { cursor: pointer; }
footer { border-top: 1px solid var(--line); font-size: .85rem; margin-top: 2.5rem; padding-top: .75rem; }
@media print {
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  pre { border: 1px solid var(--line); }
  details::details-content { content-visibility: visible; height: auto; }
}
`;

;// CONCATENATED MODULE: ./lib/reports/names.js
/** Resource group and subscription stand at fixed places of an ARM id: /subscriptions/S/resourceGroups/G/…/NAME. */
function spellings(id) {
    const [, , subscription, , group, ...rest] = id.split('/');
    const name = rest.at(-1);
    if (subscription === undefined || group === undefined || name === undefined)
        return [id];
    return [name, `${group}/${name}`, `${subscription}/${group}/${name}`, id];
}
function occurrences(texts) {
    const counts = new Map();
    for (const text of texts)
        counts.set(text, (counts.get(text) ?? 0) + 1);
    return counts;
}
/** Every cluster that the report speaks of, in the order of the question. */
const clusterIds = (report) => [
    ...new Set([
        ...report.clusters.map(cluster => cluster.id),
        ...report.verdicts.map(verdict => verdict.cluster),
        ...report.findings.flatMap(finding => finding.cluster ?? [])
    ])
];
/** For each ARM id the shortest spelling that no other cluster of the report shares. */
function clusterNames(report) {
    const ids = clusterIds(report);
    const counts = occurrences(ids.flatMap(spellings));
    const names = new Map(ids.map(id => [id, spellings(id).find(spelling => counts.get(spelling) === 1) ?? id]));
    return id => names.get(id) ?? id;
}
/** An image text with its digest cut to what tells it apart, for tables. */
const shortImage = (image) => image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1…');
/** At most `length` characters, with `…` in the middle: both ends of an image reference tell something. */
function abbreviated(text, length) {
    const characters = Array.from(text);
    if (characters.length <= length)
        return text;
    const head = Math.ceil((length - 1) / 2);
    return [...characters.slice(0, head), '…', ...characters.slice(head + 1 - length)].join('');
}

;// CONCATENATED MODULE: ./lib/reports/matrix.js

/** From the result that needs attention to the one that does not. */
const results = ['no-pull', 'unknown', 'pull'];
const worse = (left, right) => results.find(result => result === left || result === right) ?? right;
const worstOf = (row) => results.find(result => row.cells.includes(result)) ?? 'pull';
/** Several pullers of one image on one cluster share a cell, which shows the worst of them. */
function cellsByImage(report) {
    const images = new Map();
    for (const { image, cluster, result } of report.verdicts) {
        const cells = images.get(image) ?? new Map();
        images.set(image, cells.set(cluster, worse(cells.get(cluster), result)));
    }
    return images;
}
function verdictMatrix(report) {
    const clusters = clusterIds(report);
    const rows = [...cellsByImage(report)].map(([image, cells]) => ({
        image,
        cells: clusters.map(cluster => cells.get(cluster) ?? null)
    }));
    const rank = (row) => results.indexOf(worstOf(row));
    return { clusters, rows: rows.toSorted((left, right) => rank(left) - rank(right)) };
}
/** The clusters of a row that have this result. */
const clustersWith = (matrix, row, result) => matrix.clusters.filter((_, index) => row.cells[index] === result);

// EXTERNAL MODULE: ./lib/reports/plural.js
var plural = __webpack_require__(8053);
;// CONCATENATED MODULE: ./lib/reports/html-table.js





/** More columns than a page is wide become a column for each result. */
const mostColumns = 10;
/** The verdicts, images with a problem first; empty without verdicts. */
function htmlTable(report) {
    const matrix = verdictMatrix(report);
    if (matrix.rows.length === 0)
        return [];
    const names = clusterNames(report);
    return matrix.clusters.length > mostColumns ? fleet(matrix, names) : grid(matrix, names);
}
const table = (columns, rows, cells) => [
    '<table>',
    `<thead><tr>${['Image', ...columns].map(column => `<th scope="col">${(0,reports_escape/* markupText */._9)(column)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(row => `<tr><th scope="row"><code>${(0,reports_escape/* markupText */._9)(row.image)}</code></th>${cells(row).join('')}</tr>`),
    '</tbody>',
    '</table>'
];
const cell = (result) => result === null
    ? '<td class="quiet">not judged</td>'
    : `<td class="${result}"><span>${words/* resultWords */.Xb[result]}</span></td>`;
const grid = ({ clusters, rows }, names) => table(clusters.map(names), rows, row => row.cells.map(cell));
/** The names stay folded, so that a page of a thousand clusters can be read. */
const fleet = (matrix, names) => table(results.map(result => words/* resultWords */.Xb[result]), matrix.rows, row => results.map(result => {
    const clusters = clustersWith(matrix, row, result);
    if (clusters.length === 0)
        return '<td></td>';
    const count = (0,plural/* counted */.h)(clusters.length, 'cluster');
    const list = (0,reports_escape/* markupText */._9)(clusters.map(names).join(', '));
    return `<td class="${result}"><details><summary>${count}</summary>${list}</details></td>`;
}));

;// CONCATENATED MODULE: ./lib/reports/html.js








/** One page that needs nothing else: no script, no request, light and dark, fit to print. */
function htmlReport(report) {
    return `${[
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        `<title>${(0,reports_escape/* markupText */._9)(`${report.tool.name}: ${(0,words/* headline */.Pl)(report)}`)}</title>`,
        `<style>${htmlStyle}</style>`,
        '</head>',
        '<body>',
        ...header(report),
        '<main>',
        ...verdictSection(report),
        ...findingSection(report),
        ...proofSection(report),
        '</main>',
        `<footer>${(0,reports_escape/* markupText */._9)(`${report.tool.name} ${report.tool.version}`)}</footer>`,
        '</body>',
        '</html>'
    ].join('\n')}\n`;
}
function header(report) {
    const { summary } = report;
    const others = (0,words/* otherRegistries */.aZ)(report);
    const names = clusterNames(report);
    return [
        `<header class="${summary.conclusion}">`,
        `<p class="conclusion">${summary.conclusion}</p>`,
        `<h1>${(0,reports_escape/* markupText */._9)((0,words/* headline */.Pl)(report))}</h1>`,
        `<p>${(0,words/* findingCounts */.s_)(summary)} · looked at ${(0,words/* lookedAt */.O1)(summary)}</p>`,
        `<p class="quiet">facts ${(0,reports_escape/* markupText */._9)((0,words/* factsText */.hl)(report))}${others === null ? '' : ` · ${others}`}</p>`,
        ...report.clusters.flatMap(({ id, reason }) => reason === null
            ? []
            : [
                `<p>Cluster <b>${(0,reports_escape/* markupText */._9)(names(id))}</b> could not be read: ${(0,reports_escape/* markupText */._9)(reason)}</p>`
            ]),
        '</header>'
    ];
}
function verdictSection(report) {
    const table = htmlTable(report);
    return table.length === 0
        ? []
        : ['<section>', '<h2>Verdicts</h2>', '<div class="wide">', ...table, '</div>', '</section>'];
}
function findingSection(report) {
    const groups = groupedByFix(report.findings);
    if (groups.length === 0)
        return [];
    const behind = verdictsBehind(report);
    const names = clusterNames(report);
    return [
        '<section>',
        '<h2>What to fix</h2>',
        ...groups.flatMap(group => htmlGroup(report, group, behind(group.findings), names)),
        '</section>'
    ];
}
function proofSection(report) {
    if (report.summary.verdicts.pull === 0)
        return [];
    return [
        '<section class="proof">',
        '<h2>What is not proven</h2>',
        `<p><b>pull</b> means ${words/* noBlockingConfiguration */.Hf}. Only a node can prove:</p>`,
        '<ul>',
        ...report.notProven.map(item => `<li>${(0,reports_escape/* markupText */._9)(item)}</li>`),
        '</ul>',
        '</section>'
    ];
}

;// CONCATENATED MODULE: ./lib/reports/json.js

const useInOrder = (use) => ({
    class: use.class,
    file: use.file,
    line: use.line,
    column: use.column,
    endLine: use.endLine,
    endColumn: use.endColumn,
    workload: {
        apiVersion: use.workload.apiVersion,
        kind: use.workload.kind,
        namespace: use.workload.namespace,
        name: use.workload.name
    },
    container: use.container === null ? null : { name: use.container.name, type: use.container.type },
    origin: use.origin
});
const imagesInOrder = (images) => images.map(image => ({
    reference: image.reference,
    registryKind: image.registryKind,
    registry: image.registry,
    repository: image.repository,
    tag: image.tag,
    digest: image.digest,
    uses: image.uses.map(useInOrder)
}));
const invalidImagesInOrder = (images) => images.map(({ text, reason, uses }) => ({ text, reason, uses: uses.map(useInOrder) }));
const summaryInOrder = ({ verdicts, findings, ...summary }) => ({
    conclusion: summary.conclusion,
    files: summary.files,
    images: summary.images,
    registries: summary.registries,
    clusters: summary.clusters,
    verdicts: { pull: verdicts.pull, 'no-pull': verdicts['no-pull'], unknown: verdicts.unknown },
    findings: {
        error: findings.error,
        warning: findings.warning,
        note: findings.note,
        unknown: findings.unknown
    }
});
const verdictInOrder = (verdict) => ({
    cluster: verdict.cluster,
    image: verdict.image,
    registry: verdict.registry,
    repository: verdict.repository,
    result: verdict.result,
    puller: {
        kind: verdict.puller.kind,
        objectId: verdict.puller.objectId,
        name: verdict.puller.name
    },
    because: verdict.because
});
const locationInOrder = (location) => ({
    file: location.file,
    line: location.line,
    column: location.column,
    endLine: location.endLine,
    endColumn: location.endColumn
});
const findingInOrder = (finding) => ({
    check: finding.check,
    severity: finding.severity,
    message: finding.message,
    cluster: finding.cluster,
    registry: finding.registry,
    image: finding.image,
    nodePools: finding.nodePools,
    remediation: finding.remediation.map(({ description, command }) => ({ description, command })),
    locations: finding.locations.map(locationInOrder),
    fingerprint: finding.fingerprint,
    suppressed: finding.suppressed
});
/** The report itself, version 1. */
const jsonReport = (report) => (0,reports_escape/* jsonText */.s$)({
    schemaVersion: report.schemaVersion,
    tool: { name: report.tool.name, version: report.tool.version },
    facts: { source: report.facts.source, collectedAt: report.facts.collectedAt },
    summary: summaryInOrder(report.summary),
    images: imagesInOrder(report.images),
    invalidImages: invalidImagesInOrder(report.invalidImages),
    verdicts: report.verdicts.map(verdictInOrder),
    findings: report.findings.map(findingInOrder),
    clusters: report.clusters.map(({ id, reason }) => ({ id, reason })),
    checks: report.checks,
    notProven: report.notProven
});

;// CONCATENATED MODULE: ./lib/reports/junit.js






/**
 * JUnit XML as CI systems read it (the Ant task's format): a suite for each cluster, a case for each image, so that the
 * test view is the verdict table. A missing answer is a skipped case: neither passed nor failed.
 */
function junitReport(report) {
    const findings = findingsBySubject(report);
    const suites = [...clusterSuites(report, findings), otherSuite(report, findings)].filter(suite => suite.cases.length > 0);
    const all = suites.flatMap(suite => suite.cases);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="${(0,reports_escape/* markupText */._9)(report.tool.name)}" ${counts(all)}>`,
        ...suites.flatMap(suiteLines),
        '</testsuites>',
        ''
    ].join('\n');
}
function findingsBySubject(report) {
    const found = new Map();
    for (const finding of (0,ranking/* ranked */.ad)(report.findings)) {
        const subject = subjectKey(finding.cluster, finding.image);
        const same = found.get(subject);
        if (same === undefined)
            found.set(subject, [finding]);
        else
            same.push(finding);
    }
    return found;
}
function clusterSuites(report, findings) {
    const names = clusterNames(report);
    const cases = new Map(clusterIds(report).map(cluster => [cluster, []]));
    for (const verdict of report.verdicts) {
        const same = findings.get(subjectKey(verdict.cluster, verdict.image)) ?? [];
        cases.get(verdict.cluster)?.push(verdictCase(verdict, same));
    }
    return [...cases].map(([cluster, items]) => ({ name: names(cluster), cases: items }));
}
function verdictCase(verdict, findings) {
    const failed = verdict.result === 'no-pull' || findings.some(({ severity }) => severity === 'error');
    const passed = verdict.result === 'pull' && !failed;
    return {
        name: verdict.image,
        outcome: failed ? 'failure' : passed ? 'passed' : 'skipped',
        type: findings[0]?.check ?? verdict.result,
        message: findings[0]?.message ?? (passed ? words/* noBlockingConfiguration */.Hf : verdict.result),
        details: [...findings.map(findingText), ...verdict.because].join('\n'),
        file: findings[0]?.locations[0]?.file ?? null
    };
}
/** Findings about manifests, and those of a cluster or registry as a whole. */
function otherSuite(report, findings) {
    const judged = new Set(report.verdicts.map(({ cluster, image }) => subjectKey(cluster, image)));
    const others = [...findings].flatMap(([subject, same]) => (judged.has(subject) ? [] : same));
    return { name: 'manifests and clusters', cases: others.map(findingCase) };
}
const outcomes = {
    error: 'failure',
    unknown: 'skipped',
    warning: 'passed',
    note: 'passed'
};
const findingCase = (finding) => ({
    name: finding.message,
    outcome: outcomes[finding.severity],
    type: finding.check,
    message: finding.message,
    details: findingText(finding),
    file: finding.locations[0]?.file ?? null
});
const findingText = (finding) => [
    `${finding.severity}: ${finding.message} [${finding.check}]`,
    ...finding.locations.map(location => `at ${(0,reports_places/* placeText */.Z)(location)}`),
    ...finding.remediation.flatMap(({ description, command }) => command === null ? [description] : [description, command])
].join('\n');
function counts(cases) {
    const count = (outcome) => cases.filter(item => item.outcome === outcome).length;
    return `tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`;
}
const suiteLines = ({ name, cases }) => [
    `  <testsuite name="${(0,reports_escape/* markupText */._9)(name)}" ${counts(cases)}>`,
    ...cases.flatMap(item => caseLines(name, item)),
    '  </testsuite>'
];
function caseLines(suite, { name, outcome, type, message, details, file }) {
    const place = file === null ? '' : ` file="${(0,reports_escape/* markupText */._9)(file)}"`;
    const open = `    <testcase classname="${(0,reports_escape/* markupText */._9)(suite)}" name="${(0,reports_escape/* markupText */._9)(name)}"${place}>`;
    const reason = `message="${(0,reports_escape/* markupText */._9)(message)}"`;
    const content = {
        failure: `<failure type="${(0,reports_escape/* markupText */._9)(type)}" ${reason}>${(0,reports_escape/* markupLines */.Ke)(details)}</failure>`,
        skipped: `<skipped ${reason}/>\n      <system-out>${(0,reports_escape/* markupLines */.Ke)(details)}</system-out>`,
        passed: `<system-out>${(0,reports_escape/* markupLines */.Ke)(details)}</system-out>`
    }[outcome];
    return [open, `      ${content}`, '    </testcase>'];
}

;// CONCATENATED MODULE: ./lib/reports/markdown-group.js






const mostPlaces = 10;
const mostEvidence = 40;
const longestText = 2000;
const longestPath = 200;
const signs = {
    error: '❌',
    warning: '⚠️',
    unknown: '❔',
    note: 'ℹ️'
};
/** One fix: which findings it cures, the commands, the evidence folded away. `omitted` counts findings without room. */
function groupBlock(content, most) {
    const { group, source } = content;
    const shown = group.findings.slice(0, most);
    return {
        lines: [
            ...markdown_group_title(content),
            ...shown.flatMap(finding => markdown_group_findingLines(finding, group, source)),
            '',
            ...markdown_group_fix(group),
            ...markdown_group_folded(evidence(content.verdicts))
        ],
        omitted: group.findings.length - shown.length
    };
}
const markdown_group_prose = (sentence) => (0,reports_escape/* markdownStart */.Ks)(segments((0,reports_escape/* clipped */.cz)((0,reports_escape/* oneLine */.TN)(sentence), longestText))
    .map(({ kind, text }) => (kind === 'code' ? (0,reports_escape/* markdownCode */.D9)(text) : (0,reports_escape/* markdownText */.p7)(text)))
    .join(''));
function markdown_group_title({ report, group, names, number }) {
    const check = report.checks[group.check];
    const url = check === undefined ? null : (0,reports_escape/* linkTarget */.Cm)(check.url);
    const id = (0,reports_escape/* markdownCode */.D9)(group.check);
    const facets = [
        `**${group.severity}**`,
        url === null ? id : `[${id}](${url})`,
        ...(group.cluster === null ? [] : [`cluster ${(0,reports_escape/* markdownCode */.D9)(names(group.cluster))}`]),
        ...(group.registry === null ? [] : [`registry ${(0,reports_escape/* markdownCode */.D9)(group.registry)}`])
    ];
    return [
        `#### ${number}. ${signs[group.severity]} ${(0,reports_escape/* markdownText */.p7)(check?.title ?? group.check)}`,
        '',
        facets.join(' · '),
        ''
    ];
}
function markdown_group_findingLines(finding, group, source) {
    const message = messageInGroup(finding, group);
    const line = `- ${markdown_group_prose(message)}${poolsText(finding)}`;
    const places = placesText(finding, source);
    if (places === '')
        return [line];
    return message === finding.message ? [line, `  <br>at ${places}`] : [`${line} at ${places}`];
}
const poolsText = ({ nodePools }) => nodePools.length === 0 ? '' : ` (node pools: ${(0,reports_escape/* markdownText */.p7)((0,plural/* listed */.K)(nodePools, mostPlaces))})`;
function placesText({ locations }, source) {
    const shown = locations.slice(0, mostPlaces).map(place => placeLink(place, source));
    const left = locations.length - shown.length;
    return shown.join(', ') + (left > 0 ? ` and ${left} more places` : '');
}
function placeLink(place, source) {
    const text = (0,reports_escape/* markdownCode */.D9)(`${abbreviated(place.file, longestPath)}:${place.line}`);
    if (source === null)
        return text;
    const url = (0,reports_escape/* linkTarget */.Cm)(`${source.repositoryUrl}/blob/${source.sha}/${(0,reports_escape/* pathInUrl */.oW)(place.file)}#L${place.line}`);
    return url === null ? text : `[${text}](${url})`;
}
function markdown_group_fix({ remediation }) {
    return remediation.flatMap(({ description, command }, index) => [
        `${index === 0 ? '**Fix:** ' : ''}${markdown_group_prose(description)}`,
        '',
        ...(command === null ? [] : [(0,reports_escape/* markdownBlock */.dI)(command, 'sh'), ''])
    ]);
}
function markdown_group_folded(sentences) {
    if (sentences.length === 0)
        return [];
    const left = sentences.length - mostEvidence;
    return [
        '<details><summary>Evidence</summary>',
        '',
        ...sentences.slice(0, mostEvidence).map(sentence => `- ${markdown_group_prose(sentence)}`),
        ...(left > 0 ? [`- and ${left} more sentences in the JSON report`] : []),
        '',
        '</details>',
        ''
    ];
}

;// CONCATENATED MODULE: ./lib/reports/markdown-table.js





/** More columns than a summary page shows side by side become lists of names. */
const markdown_table_mostColumns = 6;
const mostNames = 8;
const longestImage = 120;
const longestName = 80;
/** Rows without a problem that stay open; the others are folded away. */
const mostQuietRows = 10;
const mostRows = 1000;
const markdown_table_signs = { 'no-pull': '❌', unknown: '❔', pull: '✅' };
const cellText = (result) => result === null ? 'not judged' : `${markdown_table_signs[result]} ${words/* resultWords */.Xb[result]}`;
const imageCell = (image) => (0,reports_escape/* markdownCode */.D9)(abbreviated(shortImage(image), longestImage));
const line = (cells) => `| ${cells.join(' | ')} |`;
/** Images with a problem first; of the others, those beyond the first few are folded. */
function tableLines(report, matrix, room) {
    if (matrix.rows.length === 0)
        return [];
    const names = clusterNames(report);
    const render = matrix.clusters.length > markdown_table_mostColumns ? fleetTable(matrix, names) : markdown_table_table(matrix, names);
    const problems = matrix.rows.filter(row => worstOf(row) !== 'pull');
    const quiet = matrix.rows.slice(problems.length);
    const shown = fitting([...problems, ...quiet.slice(0, mostQuietRows)], render, room);
    const folded = shown.length < problems.length ? [] : fitting(quiet.slice(mostQuietRows), render, room / 2);
    const left = matrix.rows.length - shown.length - folded.length;
    return [
        ...render(shown),
        '',
        ...(folded.length === 0
            ? []
            : fold(`${(0,plural/* counted */.h)(folded.length, 'more image')} without a problem`, render(folded))),
        ...(left === 0 ? [] : [`And ${(0,plural/* counted */.h)(left, 'more image')}: see the JSON report.`, ''])
    ];
}
/** As many rows as fit: UTF-8 takes at most three bytes for each UTF-16 unit. */
function fitting(rows, render, room) {
    let left = room;
    const end = rows.slice(0, mostRows).findIndex(row => {
        left -= 3 * (render([row]).at(-1) ?? '').length;
        return left < 0;
    });
    return rows.slice(0, end < 0 ? mostRows : end);
}
const fold = (summary, lines) => [
    `<details><summary>${summary}</summary>`,
    '',
    ...lines,
    '',
    '</details>',
    ''
];
const markdown_table_table = ({ clusters }, names) => rows => [
    line(['Image', ...clusters.map(id => (0,reports_escape/* markdownText */.p7)(abbreviated(names(id), longestName)))]),
    line(['---', ...clusters.map(() => '---')]),
    ...rows.map(row => line([imageCell(row.image), ...row.cells.map(cellText)]))
];
/** Names where something is wrong, a number where nothing is. */
const fleetTable = (matrix, names) => rows => {
    const cell = (row, result) => {
        const clusters = clustersWith(matrix, row, result);
        if (clusters.length === 0)
            return '';
        const count = (0,plural/* counted */.h)(clusters.length, 'cluster');
        const shortNames = clusters.map(id => abbreviated(names(id), longestName));
        if (result === 'pull')
            return count;
        return `**${count}**: ${(0,reports_escape/* markdownText */.p7)((0,plural/* listed */.K)(shortNames, mostNames))}`;
    };
    const results = ['no-pull', 'unknown', 'pull'];
    return [
        line(['Image', ...results.map(cellText)]),
        line(['---', '---', '---', '---']),
        ...rows.map(row => line([imageCell(row.image), ...results.map(result => cell(row, result))]))
    ];
};

;// CONCATENATED MODULE: ./lib/reports/markdown.js









/** A step's summary over 1 MiB is dropped as a whole (GitHub docs, "Workflow commands": job summaries). */
const summaryBytes = 900 * 1024;
/** Of what there is room for, the table may take a part, so that findings are never crowded out. */
const tableShare = 0.3;
const conclusionSigns = {
    pass: '✅',
    fail: '❌',
    inconclusive: '❔'
};
/** The job summary: outcome, verdicts at a glance, findings grouped by fix with the evidence folded away. */
function markdownReport(report, options = {}) {
    const room = options.maxBytes ?? summaryBytes;
    const top = [...heading(report), ...tableLines(report, verdictMatrix(report), room * tableShare)];
    const bottom = ending(report);
    const body = findingBlocks(report, options.source ?? null, room - bytes(top) - bytes(bottom));
    return (0,reports_escape/* inertLines */.wi)(`${[...top, ...body, ...bottom].join('\n')}\n`);
}
const mostListed = 50;
/** What is no finding must not grow without bounds either. */
const markdown_short = (text) => (0,reports_escape/* markdownText */.p7)((0,reports_escape/* clipped */.cz)(text, 300));
const encoder = new TextEncoder();
const bytes = (lines) => lines.reduce((sum, line) => sum + encoder.encode(line).length + 1, 0);
function heading(report) {
    const { conclusion } = report.summary;
    return [
        `## ${conclusionSigns[conclusion]} ${conclusion}: ${(0,words/* headline */.Pl)(report)}`,
        '',
        `**${(0,words/* findingCounts */.s_)(report.summary)}** · looked at ${(0,words/* lookedAt */.O1)(report.summary)} · facts ${markdown_short((0,words/* factsText */.hl)(report))}`,
        ...unreadClusters(report),
        ''
    ];
}
function unreadClusters(report) {
    const names = clusterNames(report);
    const unread = report.clusters.flatMap(({ id, reason }) => reason === null
        ? []
        : ['', `❔ Cluster ${(0,reports_escape/* markdownCode */.D9)(markdown_short(names(id)))} could not be read: ${markdown_short(reason)}`]);
    return unread.slice(0, 2 * mostListed);
}
/** Room for the sentence that says how much was left out. */
const remarkBytes = 200;
/** How many findings of one fix are shown: fewer where more do not fit. */
const findingLimits = [50, 10, 1];
function findingBlocks(report, source, room) {
    const behind = verdictsBehind(report);
    const names = clusterNames(report);
    const lines = report.findings.length === 0 ? [] : ['### What to fix', ''];
    let left = room - bytes(lines) - remarkBytes;
    let omitted = 0;
    let number = 1;
    for (const group of groupedByFix(report.findings)) {
        const content = { report, group, names, source, verdicts: behind(group.findings), number };
        const block = findingLimits
            .map(most => groupBlock(content, most))
            .find(candidate => bytes(candidate.lines) <= left);
        omitted += block?.omitted ?? group.findings.length;
        if (block === undefined)
            continue;
        lines.push(...block.lines);
        left -= bytes(block.lines);
        number += 1;
    }
    return omitted === 0 ? lines : [...lines, leftOut(omitted), ''];
}
const leftOut = (omitted) => `**${(0,plural/* counted */.h)(omitted, 'more finding')}** left out for want of room: the JSON report has all of them.`;
function ending(report) {
    const { pull } = report.summary.verdicts;
    const others = (0,words/* otherRegistries */.aZ)(report);
    const proof = pull === 0
        ? []
        : [
            `**pull** means ${words/* noBlockingConfiguration */.Hf}. Not proven, because only a node can:`,
            '',
            ...report.notProven.slice(0, mostListed).map(item => `- ${(0,reports_escape/* markdownStart */.Ks)(markdown_short(item))}`),
            ''
        ];
    return [
        ...proof,
        ...(others === null ? [] : [`${others}.`, '']),
        `<sub>${markdown_short(`${report.tool.name} ${report.tool.version}`)}</sub>`
    ];
}

;// CONCATENATED MODULE: ./lib/reports/sarif.js




/** Limits of code scanning (github/docs, code-security, "SARIF support for code scanning"). */
const mostResults = 25_000;
const mostRelatedLocations = 100;
const longestDescription = 1024;
/**
 * SARIF asks for level `none` beside any kind but `fail` (2.1.0, 3.27.10). Code scanning knows levels and no kinds, and
 * would hide a missing answer at `none`, so an unknown is a warning there and stays `open` for whoever reads kinds.
 */
const levels = {
    error: 'error',
    warning: 'warning',
    unknown: 'warning',
    note: 'note'
};
/** SARIF 2.1.0 for code scanning and SARIF viewers. */
function sarifReport(report) {
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [run(report)]
    };
    return (0,reports_escape/* jsonText */.s$)(log);
}
function run(report) {
    const ids = [...new Set(report.findings.map(finding => finding.check))].toSorted();
    const anchor = (0,reports_places/* anchors */.p)(report);
    const findings = (0,ranking/* ranked */.ad)(report.findings).slice(0, mostResults);
    return {
        tool: {
            driver: {
                name: report.tool.name,
                version: report.tool.version,
                semanticVersion: report.tool.version,
                rules: ids.map(id => rule(id, report.checks[id]))
            }
        },
        automationDetails: { id: `${report.tool.name}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
            {
                executionSuccessful: true,
                toolExecutionNotifications: findings
                    .filter(finding => anchor(finding) === null)
                    .map(notification)
            }
        ],
        results: findings.flatMap(finding => {
            const place = anchor(finding);
            return place === null ? [] : result(finding, place, ids.indexOf(finding.check));
        }),
        properties: {
            conclusion: report.summary.conclusion,
            headline: (0,words/* headline */.Pl)(report),
            factsCollectedAt: report.facts.collectedAt,
            notProven: report.notProven
        }
    };
}
const pascalCase = (id) => id.replace(/(?:^|-)(\w)/g, (_match, letter) => letter.toUpperCase());
/** Code scanning demands all four texts, and shows `help`, not `helpUri`. */
function rule(id, check) {
    const title = check?.title ?? id;
    const rationale = (0,reports_escape/* visibleLines */.gB)(check?.rationale ?? title).join('\n');
    const references = check?.references ?? [];
    return {
        id,
        name: pascalCase(id),
        shortDescription: { text: (0,reports_escape/* clipped */.cz)((0,reports_escape/* oneLine */.TN)(title), longestDescription) },
        fullDescription: { text: (0,reports_escape/* clipped */.cz)((0,reports_escape/* oneLine */.TN)(rationale), longestDescription) },
        help: {
            text: [rationale, ...references.map(({ title, url }) => `${title}: ${url}`)].join('\n\n'),
            markdown: [rationale, ...references.map(({ title, url }) => `- [${title}](${url})`)].join('\n\n')
        },
        ...(check === undefined ? {} : { helpUri: check.url }),
        properties: { tags: ['azure', 'container-registry', 'kubernetes'], precision: 'very-high' }
    };
}
/** `[text](target)` would be an embedded link (SARIF 2.1.0, 3.11.6). */
const plainMessage = (text) => (0,reports_escape/* visibleLines */.gB)(text)
    .join('\n')
    .replace(/\[(?=[^\][]*\]\()/g, String.raw `\[`);
const messageText = ({ message, remediation }) => [
    message,
    ...remediation.map(({ description, command }) => command === null ? description : `${description}\n${command}`)
].join('\n\n');
function result(finding, place, ruleIndex) {
    const related = finding.locations.slice(1, 1 + mostRelatedLocations);
    return {
        ruleId: finding.check,
        ruleIndex,
        kind: finding.severity === 'unknown' ? 'open' : 'fail',
        level: levels[finding.severity],
        message: { text: plainMessage(messageText(finding)) },
        locations: [sarif_location(place)],
        ...(related.length === 0 ? {} : { relatedLocations: related.map(alsoAt) }),
        partialFingerprints: { 'acrPullCheck/v1': finding.fingerprint },
        properties: {
            severity: finding.severity,
            cluster: finding.cluster,
            registry: finding.registry,
            image: finding.image,
            nodePools: finding.nodePools,
            remediation: finding.remediation
        }
    };
}
const sarif_location = (place) => ({
    physicalLocation: {
        artifactLocation: { uri: (0,reports_escape/* pathInUrl */.oW)(place.file), uriBaseId: '%SRCROOT%' },
        region: {
            startLine: place.line,
            startColumn: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn
        }
    }
});
const alsoAt = (place, index) => ({
    id: index + 1,
    message: { text: 'also here' },
    ...sarif_location(place)
});
/** A finding without any place, which a result may not be. */
const notification = (finding) => ({
    descriptor: { id: finding.check },
    level: levels[finding.severity],
    message: { text: plainMessage(messageText(finding)) }
});

;// CONCATENATED MODULE: ./lib/reports/terminal.js
const introducer = `${String.fromCodePoint(0x1b)}[`;
/** Select Graphic Rendition (ECMA-48, 8.3.117): on, text, off. */
const rendition = (on, off) => text => text === '' ? '' : `${introducer}${on}m${text}${introducer}${off}m`;
const colours = {
    red: rendition(31, 39),
    yellow: rendition(33, 39),
    green: rendition(32, 39),
    blue: rendition(34, 39),
    magenta: rendition(35, 39),
    bold: rendition(1, 22),
    dim: rendition(2, 22)
};
const plain = text => text;
const noColours = {
    red: plain,
    yellow: plain,
    green: plain,
    blue: plain,
    magenta: plain,
    bold: plain,
    dim: plain
};
const terminal_words = (text, paint = plain) => text
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ text: word, paint }));
const characterCount = (text) => Array.from(text).length;
/** Lines of at most `width` characters where words allow it; all but the first are indented. */
function wrapped(content, width, indent) {
    const lines = [];
    let line = '';
    let length = 0;
    for (const { text, paint } of content) {
        const needed = characterCount(text);
        if (length > 0 && length + 1 + needed > width) {
            lines.push(line);
            line = indent + paint(text.trimStart());
            length = indent.length + characterCount(text.trimStart());
        }
        else {
            line += (length > 0 ? ' ' : '') + paint(text);
            length += (length > 0 ? 1 : 0) + needed;
        }
    }
    return [...lines, line];
}
/** Pads to `width` characters on the right. */
const padded = (text, width) => text + ' '.repeat(Math.max(0, width - characterCount(text)));
/** The widest of some texts, in characters. */
const widest = (texts) => texts.reduce((width, text) => Math.max(width, characterCount(text)), 0);

;// CONCATENATED MODULE: ./lib/reports/text-findings.js






const labelWidth = 11;
const margin = ' '.repeat(labelWidth);
const continuation = ' '.repeat(4);
const text_findings_mostPlaces = 5;
const text_findings_mostEvidence = 12;
const severityPaint = (palette, severity) => ({ error: palette.red, warning: palette.yellow, unknown: palette.magenta, note: palette.blue })[severity];
/** One block for each fix: the findings that it cures, why, and the command. */
function text_findings_findingLines(report, canvas) {
    const behind = verdictsBehind(report);
    return groupedByFix(report.findings).map(group => [
        ...group.findings.flatMap(finding => findingWithPlaces(finding, group, canvas)),
        ...because(evidence(behind(group.findings)), canvas),
        ...text_findings_fix(group, canvas)
    ]);
}
/** `file:line:col  severity  message  [check]`, then the other places of the same finding. */
function findingWithPlaces(finding, group, { palette, width }) {
    const [primary, ...others] = finding.locations;
    const content = [
        ...(primary === undefined
            ? []
            : [{ text: `${(0,reports_escape/* oneLine */.TN)((0,reports_places/* placeText */.Z)(primary))} `, paint: palette.bold }]),
        { text: `${finding.severity} `, paint: severityPaint(palette, finding.severity) },
        ...terminal_words((0,reports_escape/* oneLine */.TN)(messageInGroup(finding, group))),
        { text: ` [${(0,reports_escape/* oneLine */.TN)(finding.check)}]`, paint: palette.dim }
    ];
    const more = others.length - text_findings_mostPlaces;
    return [
        ...wrapped(content, width, continuation),
        ...labelled('also at', others.slice(0, text_findings_mostPlaces).map(reports_places/* placeText */.Z), { palette, width }),
        ...(more > 0 ? [`${margin}and ${more} more places`] : []),
        ...labelled('pools', pools(finding), { palette, width })
    ];
}
const pools = ({ nodePools }) => nodePools.length === 0 ? [] : [(0,plural/* listed */.K)(nodePools, 8)];
/** Items under each other, the label before the first. */
function labelled(label, items, { palette, width }, bullet = '') {
    const hanging = ' '.repeat(bullet.length);
    return items.flatMap((item, index) => {
        const start = index === 0 ? `  ${label}`.padEnd(labelWidth) : margin;
        const room = width - labelWidth - bullet.length;
        const [first = '', ...rest] = wrapped(terminal_words((0,reports_escape/* oneLine */.TN)(item)), room, '');
        return [palette.dim(start + bullet) + first, ...rest.map(line => margin + hanging + line)];
    });
}
function because(sentences, canvas) {
    const more = sentences.length - text_findings_mostEvidence;
    return [
        ...labelled('because', sentences.slice(0, text_findings_mostEvidence), canvas, '· '),
        ...(more > 0 ? [`${margin}· and ${more} more sentences in the JSON report`] : [])
    ];
}
const text_findings_fix = ({ remediation }, canvas) => remediation.flatMap((one, index) => [
    ...labelled(index === 0 ? 'fix' : '', [one.description], canvas),
    ...commandLines(one, canvas)
]);
/** Never wrapped, so that a person can copy it. */
const commandLines = ({ command }, { palette }) => command === null
    ? []
    : (0,reports_escape/* visibleLines */.gB)(command).map(line => (continuation + palette.bold(line)).trimEnd());

;// CONCATENATED MODULE: ./lib/reports/text-matrix.js






const text_matrix_longestImage = 80;
const gap = '  ';
/** Images without a problem that are listed one by one. */
const text_matrix_mostQuietRows = 20;
const text_matrix_mostNames = 6;
const text_matrix_signs = { 'no-pull': '✗', unknown: '?', pull: '✓' };
const resultPaint = (palette, result) => ({ 'no-pull': palette.red, unknown: palette.magenta, pull: palette.green })[result];
const text_matrix_cellText = (result) => result === null ? '-' : `${text_matrix_signs[result]} ${words/* resultWords */.Xb[result]}`;
const imageText = (image) => abbreviated((0,reports_escape/* oneLine */.TN)(shortImage(image)), text_matrix_longestImage);
/** A table where it fits into the width, else one paragraph for each image. */
function matrixLines(report, matrix, palette, width) {
    if (matrix.rows.length === 0)
        return [];
    const names = clusterNames(report);
    const clusters = matrix.clusters.map(id => (0,reports_escape/* oneLine */.TN)(names(id)));
    const rows = shownRows(matrix);
    const imageWidth = widest(['image', ...rows.map(row => imageText(row.image))]);
    const cellWidths = clusters.map(name => widest([name, text_matrix_cellText('no-pull')]));
    const tableWidth = cellWidths.reduce((sum, cell) => sum + gap.length + cell, imageWidth);
    const body = tableWidth <= width
        ? text_matrix_table(rows, clusters, imageWidth, cellWidths, palette)
        : paragraphs({ ...matrix, clusters, rows }, palette);
    const left = matrix.rows.length - rows.length;
    return left === 0 ? body : [...body, `and ${(0,plural/* counted */.h)(left, 'more image')} without a problem`];
}
function shownRows({ rows }) {
    const problems = rows.filter(row => worstOf(row) !== 'pull').length;
    return rows.slice(0, problems + text_matrix_mostQuietRows);
}
function text_matrix_table(rows, clusters, imageWidth, cellWidths, palette) {
    const line = (image, cells, paint) => {
        const columns = cells.map((text, index) => {
            const painted = (paint[index] ?? plain)(text);
            return gap + painted + padded(text, cellWidths[index] ?? 0).slice(text.length);
        });
        return (padded(image, imageWidth) + columns.join('')).trimEnd();
    };
    return [
        palette.dim(line('image', clusters, [])),
        ...rows.map(row => line(imageText(row.image), row.cells.map(text_matrix_cellText), row.cells.map(result => (result === null ? palette.dim : resultPaint(palette, result)))))
    ];
}
/** For a fleet: names where something is wrong, a number where nothing is. */
function paragraphs(matrix, palette) {
    return matrix.rows.flatMap(row => {
        const counts = results.flatMap(result => {
            const clusters = clustersWith(matrix, row, result);
            if (clusters.length === 0)
                return [];
            const names = result === 'pull' ? '' : `: ${(0,plural/* listed */.K)(clusters, text_matrix_mostNames)}`;
            const count = (0,plural/* counted */.h)(clusters.length, 'cluster');
            return `  ${resultPaint(palette, result)(text_matrix_cellText(result))} on ${count}${names}`;
        });
        const image = imageText(row.image);
        return worstOf(row) === 'pull' ? [image + counts.join('')] : [image, ...counts];
    });
}

;// CONCATENATED MODULE: ./lib/reports/text.js








const defaultMatrixWidth = 120;
/** For people in a terminal: what to fix, the verdicts at a glance, what is not proven, the outcome. */
function textReport(report, options = { color: false }) {
    const palette = options.color ? colours : noColours;
    const matrix = verdictMatrix(report);
    const sections = [
        ...text_findings_findingLines(report, { palette, width: options.width ?? Infinity }),
        matrixLines(report, matrix, palette, options.width ?? defaultMatrixWidth),
        notProven(report, palette),
        outcome(report, palette)
    ].filter(section => section.length > 0);
    return `${(0,reports_escape/* inertLines */.wi)(sections.map(section => section.join('\n')).join('\n\n'))}\n`;
}
/** A verdict `pull` is no promise: it says that nothing known blocks, and this says what nobody looked at. */
function notProven(report, palette) {
    const { pull } = report.summary.verdicts;
    if (pull === 0)
        return [];
    const subject = `${(0,plural/* counted */.h)(pull, 'pull')}: ${words/* noBlockingConfiguration */.Hf}`;
    if (report.notProven.length === 0)
        return [palette.green(subject)];
    return [
        `${palette.green(subject)}; only a node can prove:`,
        ...report.notProven.map(item => palette.dim(`  · ${(0,reports_escape/* oneLine */.TN)(item)}`))
    ];
}
function outcome(report, palette) {
    const { summary } = report;
    const paint = { pass: palette.green, fail: palette.red, inconclusive: palette.magenta }[summary.conclusion];
    const others = (0,words/* otherRegistries */.aZ)(report);
    const names = clusterNames(report);
    return [
        ...report.clusters.flatMap(({ id, reason }) => reason === null
            ? []
            : palette.magenta(`cluster ${(0,reports_escape/* oneLine */.TN)(names(id))} could not be read: ${(0,reports_escape/* oneLine */.TN)(reason)}`)),
        `${palette.bold(paint(summary.conclusion))}  ${palette.bold((0,words/* headline */.Pl)(report))}`,
        `${(0,words/* findingCounts */.s_)(summary)} · looked at ${(0,words/* lookedAt */.O1)(summary)}`,
        palette.dim(`facts ${(0,reports_escape/* oneLine */.TN)((0,words/* factsText */.hl)(report))}${others === null ? '' : ` · ${others}`}`)
    ];
}

;// CONCATENATED MODULE: ./lib/reports/image-list.js





const slotNames = {
    container: 'container',
    init: 'init container',
    ephemeral: 'ephemeral container',
    volume: 'image volume'
};
/** Such as `Deployment shop/web, container web`. */
function objectText({ workload, container }) {
    const namespace = workload.namespace === null ? '' : `${workload.namespace}/`;
    const slot = container === null ? '' : `, ${slotNames[container.type]} ${container.name}`;
    return `${workload.kind} ${namespace}${workload.name}${slot}`;
}
function rowsOf(text, uses, remark) {
    return uses.map(use => [
        (0,reports_escape/* oneLine */.TN)((0,reports_places/* placeText */.Z)(use)),
        (0,reports_escape/* oneLine */.TN)(text) + remark,
        (0,reports_escape/* oneLine */.TN)(objectText(use))
    ]);
}
/** One line for each use: `file:line:col  image  workload, container`. */
function imageListText(list) {
    const rows = [
        ...list.images.flatMap(({ reference, uses }) => rowsOf(reference, uses, '')),
        ...list.invalidImages.flatMap(({ text, uses }) => rowsOf(text, uses, ' (no image reference)'))
    ];
    const placeWidth = widest(rows.map(([place]) => place));
    const imageWidth = Math.min(100, widest(rows.map(([, image]) => image)));
    const lines = rows.map(([place, image, object]) => `${padded(place, placeWidth)}  ${padded(image, imageWidth)}  ${object}`);
    return `${(0,reports_escape/* inertLines */.wi)([...lines, ...summary(list, rows.length)].join('\n'))}\n`;
}
function summary({ images, invalidImages }, places) {
    const invalid = invalidImages.length === 0
        ? ''
        : `, ${(0,plural/* counted */.h)(invalidImages.length, 'text')} that ${invalidImages.length === 1 ? 'is' : 'are'} no image reference`;
    const gap = places === 0 ? [] : [''];
    return [...gap, `${(0,plural/* counted */.h)(images.length, 'image')} at ${(0,plural/* counted */.h)(places, 'place')}${invalid}`];
}
const imageListJson = ({ schemaVersion, images, invalidImages }) => (0,reports_escape/* jsonText */.s$)({
    schemaVersion,
    images: imagesInOrder(images),
    invalidImages: invalidImagesInOrder(invalidImages)
});
/** What `images` prints. */
const imageReporters = { text: imageListText, json: imageListJson };

;// CONCATENATED MODULE: ./lib/reports/index.js













/** Every format by the name that `--format` takes, with default options. */
const reporters = {
    text: (report) => textReport(report),
    json: jsonReport,
    sarif: sarifReport,
    markdown: (report) => markdownReport(report),
    github: githubReport,
    gitlab: gitlabReport,
    'azure-pipelines': (report) => azurePipelinesReport(report),
    junit: junitReport,
    html: htmlReport
};


/***/ }),

/***/ 1659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ placeText),
/* harmony export */   p: () => (/* binding */ anchors)
/* harmony export */ });
const placeText = ({ file, line, column }) => `${file}:${line}:${column}`;
/**
 * Where to show a finding in formats that demand a place: its own places, else an image that it concerns.
 * Null when the report has no place at all.
 */
function anchors(report) {
    const first = [...report.images, ...report.invalidImages].find(image => image.uses.length > 0)?.uses[0] ??
        null;
    return finding => finding.locations[0] ?? useOf(report, finding) ?? first;
}
function useOf(report, finding) {
    const concerned = report.images.find(image => image.reference === finding.image) ??
        report.images.find(image => finding.registry !== null && image.registry === finding.registry);
    return concerned?.uses[0];
}


/***/ }),

/***/ 8053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1 image`, `2 images`, `2 registries`. */
function counted(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/** The first `most` texts, then how many are left: `a, b and 3 more`. */
function listed(texts, most) {
    const left = texts.length - most;
    return left > 0 ? `${texts.slice(0, most).join(', ')} and ${left} more` : texts.join(', ');
}


/***/ }),

/***/ 5649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ad: () => (/* binding */ ranked),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
/* unused harmony export bySeverity */
/** From what blocks to what is good to know; a missing answer weighs less than a known defect, more than a note. */
const severities = ['error', 'warning', 'unknown', 'note'];
const byText = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const byLocation = (left, right) => byText(left.file, right.file) || left.line - right.line || left.column - right.column;
/** Findings without a place come after those that have one. */
function byPlace(left, right) {
    if (left !== undefined && right !== undefined)
        return byLocation(left, right);
    return Number(left === undefined) - Number(right === undefined);
}
const bySeverity = (left, right) => severities.indexOf(left) - severities.indexOf(right);
/** Severity, then primary file and line; findings that tie keep the order of the checks. */
const ranked = (findings) => findings.toSorted((left, right) => bySeverity(left.severity, right.severity) || byPlace(left.locations[0], right.locations[0]));


/***/ }),

/***/ 3678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hf: () => (/* binding */ noBlockingConfiguration),
/* harmony export */   O1: () => (/* binding */ lookedAt),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Xb: () => (/* binding */ resultWords),
/* harmony export */   aZ: () => (/* binding */ otherRegistries),
/* harmony export */   hl: () => (/* binding */ factsText),
/* harmony export */   s_: () => (/* binding */ findingCounts)
/* harmony export */ });
/* unused harmony exports severityCount, verdictCount */
/* harmony import */ var _plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8053);
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5649);


/** A verdict in a cell. `pull` is the name of a verdict and no promise; `noBlockingConfiguration` says what it means. */
const resultWords = {
    'no-pull': 'no pull',
    unknown: 'unknown',
    pull: 'pull'
};
const noBlockingConfiguration = 'no blocking configuration found';
const severityNouns = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    unknown: ['unknown', 'unknown'],
    note: ['note', 'notes']
};
const severityCount = (severity, count) => (0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(count, ...severityNouns[severity]);
/** Such as `2 errors, 1 unknown`, or `no findings`. */
function findingCounts(summary) {
    const counts = _ranking_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO
        .filter(severity => summary.findings[severity] > 0)
        .map(severity => severityCount(severity, summary.findings[severity]));
    return counts.length === 0 ? 'no findings' : counts.join(', ');
}
/** What was looked at, so that "no findings" differs from "nothing found". */
const lookedAt = (summary) => [
    `${(0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(summary.images, 'image')} in ${(0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(summary.files, 'file')}`,
    (0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(summary.registries, 'registry', 'registries'),
    (0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(summary.clusters, 'cluster')
].join(', ');
/** How old the answers are: `read from Azure 2026-11-20 08:15 UTC`. */
function factsText({ facts }) {
    const time = facts.collectedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC');
    return `${facts.source === 'azure' ? 'read from Azure' : 'from a facts file of'} ${time}`;
}
const verdictCount = ({ verdicts }) => verdicts.pull + verdicts['no-pull'] + verdicts.unknown;
/** The outcome in one clause, without full stop. */
function headline({ summary }) {
    const all = (0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(verdictCount(summary), 'pull');
    const refused = summary.verdicts['no-pull'];
    const open = summary.verdicts.unknown;
    if (refused > 0)
        return `${refused} of ${all} ${refused === 1 ? 'is' : 'are'} blocked`;
    if (open > 0)
        return `${open} of ${all} could not be decided`;
    if (verdictCount(summary) === 0 && summary.conclusion === 'pass')
        return 'no pull to judge';
    if (summary.conclusion === 'pass')
        return noBlockingConfiguration;
    return findingCounts(summary);
}
/** Images of other registries are listed and never judged. */
function otherRegistries({ images }) {
    const others = images.filter(image => image.registryKind === 'other').length;
    if (others === 0)
        return null;
    return `${(0,_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(others, 'image')} of other registries ${others === 1 ? 'is' : 'are'} not judged`;
}


/***/ }),

/***/ 155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gW: () => (/* binding */ loadNamed),
  PX: () => (/* binding */ readManifests),
  eF: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/facts-source.js + 2 modules
var facts_source = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/access/verdicts.js
var access_verdicts = __webpack_require__(34);
// EXTERNAL MODULE: ./lib/known-issues/index.js + 11 modules
var known_issues = __webpack_require__(9561);
// EXTERNAL MODULE: ./lib/checks/landing.js
var landing = __webpack_require__(2070);
// EXTERNAL MODULE: ./lib/checks/wording.js
var wording = __webpack_require__(1429);
;// CONCATENATED MODULE: ./lib/checks/blocked-pulls.js



const knownIssueIds = new Set(known_issues/* knownIssues */.i.map(({ id }) => id));
/** Known issues that are sure to break pulls; those that heal by themselves are no errors. */
const blockers = (drafted) => drafted
    .filter(({ check, draft }) => knownIssueIds.has(check.id) && draft.severity === 'error')
    .map(({ draft }) => draft);
const concerns = (draft, verdict) => draft.cluster === verdict.cluster &&
    draft.registry === verdict.registry &&
    verdict.uses.some(use => draft.uses.includes(use));
/** On every pool where one of the uses can land, or only on some. */
function blocksEverywhere(found, verdict, { facts }) {
    const cluster = (0,wording/* clusterOf */.es)(facts, verdict.cluster);
    if (cluster === null)
        return false;
    const blocked = new Set(found.flatMap(({ nodePools }) => nodePools ?? []));
    const pools = (0,landing/* poolsOf */.Fo)(cluster);
    const isBlocked = (use) => found.some(({ uses }) => uses.includes(use)) &&
        (0,landing/* landingPools */.T6)(cluster, pools, use).every(({ name }) => blocked.has(name));
    return verdict.uses.every(isBlocked);
}
function settled(verdict, drafts, context) {
    const found = verdict.result === 'pull' ? drafts.filter(draft => concerns(draft, verdict)) : [];
    if (found.length === 0)
        return verdict;
    const everywhere = blocksEverywhere(found, verdict, context);
    return {
        ...verdict,
        result: everywhere ? 'no-pull' : 'unknown',
        because: [
            ...verdict.because.slice(0, -1),
            ...found.map(({ message }) => `${message}.`),
            everywhere
                ? 'The grant is in order, but every node that the pod can land on has this known issue.'
                : 'The grant is in order, but some of the nodes that the pod can land on have this known issue.'
        ]
    };
}
/**
 * `pull` means that nothing known stands against it: a grant alone is not enough where a known issue is sure to break
 * the pull on the nodes.
 */
function settleVerdicts(drafted, context) {
    const drafts = blockers(drafted);
    return context.verdicts.map(verdict => settled(verdict, drafts, context));
}

// EXTERNAL MODULE: ./lib/checks/index.js + 81 modules
var checks = __webpack_require__(5594);
;// CONCATENATED MODULE: ./lib/checks/fingerprint.js
/** FNV-1a, 64 bits: an identity for comparing runs, not a protection (Fowler, Noll, Vo; RFC 9923). */
function fingerprint(parts) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(parts.join('\n')))
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return hash.toString(16).padStart(16, '0');
}

;// CONCATENATED MODULE: ./lib/checks/judge.js

const classes = ['pod', 'container', 'field', 'mention'];
const ranks = ['error', 'warning', 'note'];
/** `unknown` is no degree of badness: only a mention, which nobody pulls, makes it a note. */
function limited(severity, limit, imageClass) {
    if (limit === 'off')
        return null;
    if (severity === 'unknown')
        return imageClass === 'mention' ? 'note' : 'unknown';
    return ranks[Math.max(ranks.indexOf(severity), ranks.indexOf(limit))] ?? severity;
}
const objectOf = (use) => [
    use.workload.apiVersion,
    use.workload.kind,
    use.workload.namespace ?? '',
    use.workload.name,
    use.container?.type ?? '',
    use.container?.name ?? ''
].join('/');
function identity(check, draft, locations) {
    const objects = draft.uses.map(objectOf);
    const places = objects.length > 0 ? objects : locations.map(location => location.file);
    return fingerprint([
        check.id,
        ...new Set(places.toSorted()),
        draft.image ?? draft.message,
        draft.registry ?? '',
        (draft.cluster ?? '').toLowerCase()
    ]);
}
function distinct(locations) {
    const key = (location) => `${location.file}:${location.line}:${location.column}`;
    return [...new Map(locations.map(location => [key(location), location])).values()];
}
function finding(check, draft, severity) {
    const locations = distinct(draft.locations ?? [
        ...draft.uses.map(use => use.location),
        ...draft.uses.flatMap(use => use.related)
    ]);
    return {
        check: check.id,
        severity,
        message: draft.message,
        cluster: draft.cluster ?? null,
        registry: draft.registry ?? null,
        image: draft.image ?? null,
        nodePools: draft.nodePools ?? [],
        remediation: draft.remediation,
        locations,
        fingerprint: identity(check, draft, locations),
        suppressed: null
    };
}
/** One draft may concern images of several classes: each class gets its own severity, so its own finding. */
function* complete(check, draft, limits) {
    if (draft.uses.length === 0) {
        yield finding(check, draft, draft.severity);
        return;
    }
    const bySeverity = new Map();
    for (const imageClass of classes) {
        const severity = limited(draft.severity, limits[imageClass], imageClass);
        const uses = draft.uses.filter(use => use.class === imageClass);
        if (severity === null || uses.length === 0)
            continue;
        bySeverity.set(severity, [...(bySeverity.get(severity) ?? []), ...uses]);
    }
    for (const [severity, uses] of bySeverity)
        yield finding(check, { ...draft, uses }, severity);
}
/** Runs every check over the same facts; the drafts come in the order of the checks. */
const draftFindings = (checks, context) => checks.flatMap(check => [...check.run(context)].map(draft => ({ check, draft })));
const completeFindings = (drafted, limits) => drafted.flatMap(({ check, draft }) => [...complete(check, draft, limits)]);
const judge = (checks, context, limits) => completeFindings(draftFindings(checks, context), limits);

// EXTERNAL MODULE: ./lib/image-list.js
var image_list = __webpack_require__(623);
// EXTERNAL MODULE: ./lib/project.js
var project = __webpack_require__(2574);
;// CONCATENATED MODULE: ./lib/judgement.js






const failing = {
    error: ['error'],
    warning: ['error', 'warning'],
    note: ['error', 'warning', 'note'],
    unknown: ['error', 'unknown'],
    never: []
};
/** Only canipull and az aks check-acr look from inside a node; we never claim these (failure causes T4-T6, T8, T9, Z10). */
const notProven = [
    'that the tag or digest exists in the registry, for the platform of the nodes',
    'name resolution, routing, firewalls and TLS inspection between the nodes and the registry',
    'that every node still carries its identity and reaches the instance metadata service'
];
function conclusionOf(findings, verdicts, failOn) {
    if (findings.some(finding => failing[failOn].includes(finding.severity)))
        return 'fail';
    const open = findings.some(finding => finding.severity === 'unknown') ||
        verdicts.some(verdict => verdict.result === 'unknown');
    return open ? 'inconclusive' : 'pass';
}
const count = (items, test) => items.filter(test).length;
function summarise(manifests, facts, list, verdicts, findings, failOn) {
    const results = (result) => count(verdicts, verdict => verdict.result === result);
    const severities = (severity) => count(findings, finding => finding.severity === severity);
    return {
        conclusion: conclusionOf(findings, verdicts, failOn),
        files: manifests.files,
        images: list.images.length,
        registries: new Set(list.images.filter(image => image.registryKind === 'acr').map(image => image.registry)).size,
        clusters: facts.clusters.length,
        verdicts: { pull: results('pull'), 'no-pull': results('no-pull'), unknown: results('unknown') },
        findings: {
            error: severities('error'),
            warning: severities('warning'),
            note: severities('note'),
            unknown: severities('unknown')
        }
    };
}
const reportVerdict = (verdict) => ({
    cluster: verdict.cluster,
    image: verdict.image,
    registry: verdict.registry,
    repository: verdict.repository,
    result: verdict.result,
    puller: verdict.puller,
    because: verdict.because
});
function documentation(findings) {
    const found = new Set(findings.map(finding => finding.check));
    return Object.fromEntries(checks/* checks */.A
        .filter(check => found.has(check.id))
        .map(({ id, title, rationale, references }) => [
        id,
        { title, rationale, references, url: (0,project/* checkUrl */.C)(id) }
    ]));
}
/** The whole judgement: the same manifests, facts and policy always give the same report. */
function judgement(manifests, facts, source, policy) {
    const context = { manifests, facts, verdicts: (0,access_verdicts/* judgePulls */.Y)(manifests, facts) };
    const drafted = draftFindings(checks/* checks */.A, context);
    const verdicts = settleVerdicts(drafted, context);
    const findings = completeFindings(drafted, policy.classSeverity);
    const hosts = facts.registries.map(registry => registry.host);
    const list = (0,image_list/* imageList */.O)(manifests, [...facts.cloud.registrySuffixes, ...hosts]);
    return {
        schemaVersion: '1',
        tool: { name: project/* project */.j.name, version: project/* project */.j.version },
        facts: { source, collectedAt: facts.collectedAt },
        summary: summarise(manifests, facts, list, verdicts, findings, policy.failOn),
        clusters: facts.clusters.map(({ id, answer }) => ({
            id,
            reason: answer.known || answer.reason.code === 'stale' ? null : answer.reason.message
        })),
        images: list.images,
        invalidImages: list.invalidImages,
        verdicts: verdicts.map(reportVerdict),
        findings,
        checks: documentation(findings),
        notProven
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kubernetes/location.js
var kubernetes_location = __webpack_require__(5997);
;// CONCATENATED MODULE: ./lib/kubernetes/custom-resources.js
/**
 * Objects whose images no kubelet pulls: patterns to compare with, what controllers read themselves, machine
 * images. A registry in them is a mention at most.
 */
const mentionOnlyRows = [
    { group: 'kyverno.io', source: 'kyverno.io/docs: image patterns in validate and verifyImages' },
    { group: 'policies.kyverno.io', source: 'kyverno.io/docs: ImageValidatingPolicy' },
    {
        group: 'constraints.gatekeeper.sh',
        source: 'open-policy-agent.github.io/gatekeeper: parameters'
    },
    { group: 'mutations.gatekeeper.sh', source: 'open-policy-agent.github.io/gatekeeper: Assign' },
    { group: 'templates.gatekeeper.sh', source: 'open-policy-agent.github.io/gatekeeper' },
    {
        group: 'admissionregistration.k8s.io',
        source: 'kubernetes.io: validating and mutating admission policies'
    },
    {
        group: 'image.toolkit.fluxcd.io',
        source: 'fluxcd.io: ImageRepository is scanned by the image-reflector-controller'
    },
    { group: 'source.toolkit.fluxcd.io', source: 'fluxcd.io: the source-controller pulls artifacts' },
    {
        group: 'argoproj.io',
        kinds: ['Application', 'ApplicationSet', 'AppProject'],
        source: 'argo-cd.readthedocs.io: the repo-server pulls charts'
    },
    {
        group: 'infrastructure.cluster.x-k8s.io',
        source: 'capz.sigs.k8s.io: machine images, not container images'
    }
];
/** Objects that describe other objects; nothing in them is an image that somebody pulls. */
const skippedRows = [
    {
        group: 'apiextensions.k8s.io',
        kinds: ['CustomResourceDefinition'],
        source: 'kubernetes.io: schemas with descriptions, examples and defaults'
    }
];
/** Objects whose pods take service account and pull secrets from one place, away from the containers. */
const podFactRows = [
    {
        group: 'argoproj.io',
        kinds: ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate'],
        path: ['spec'],
        source: 'argo-workflows.readthedocs.io, fields: WorkflowSpec'
    },
    {
        group: 'argoproj.io',
        kinds: ['CronWorkflow'],
        path: ['spec', 'workflowSpec'],
        source: 'argo-workflows.readthedocs.io, fields: CronWorkflowSpec'
    }
];
/** Keys whose value is one container, or a part of one that names its image. */
const containerKeys = new Set([
    // argo-workflows.readthedocs.io, fields: Template
    'container',
    'script',
    // tekton.dev/docs/pipelines/tasks
    'stepTemplate'
]);
/** Keys whose value is a list of containers. */
const containerListKeys = new Set([
    // tekton.dev/docs/pipelines/tasks
    'steps',
    'sidecars',
    // Helm values and operators
    'sidecarContainers',
    'initContainers',
    'additionalContainers',
    'extraContainers'
]);
/** Mappings in which `image` is something else than what a kubelet pulls. */
const falseFriendKeys = new Set([
    // kubernetes.io, storage/volumes: a Ceph block device
    'rbd',
    // kyverno.io: patterns
    'verifyImages',
    // Azure virtual machines: a machine image
    'storageProfile',
    // strimzi.io KafkaConnect build.output, shipwright.io Build output: where an image is pushed to
    'output'
]);
/** Keys of which a second one silently changes what is pulled, or by whom. */
const duplicatesThatMatter = new Set([
    'image',
    'containers',
    'initContainers',
    'ephemeralContainers',
    'imagePullSecrets',
    'serviceAccountName',
    'volumes',
    'template',
    'spec'
]);
/** Keys with text for people. */
const proseKeys = new Set(['description', 'example']);
/** Keys of an Argo CD Application below which Helm values stand; argo-cd.readthedocs.io, user-guide/helm. */
const embeddedValuesKeys = new Set(['valuesObject']);
const groupOf = (apiVersion) => apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
const rowFor = (rows, apiVersion, kind) => {
    const group = groupOf(apiVersion);
    return rows.find(row => row.group === group && (row.kinds?.includes(kind) ?? true));
};
const isMentionOnly = (apiVersion, kind) => rowFor(mentionOnlyRows, apiVersion, kind) !== undefined;
const isSkipped = (apiVersion, kind) => rowFor(skippedRows, apiVersion, kind) !== undefined;
/** Where the object keeps service account and pull secrets of its pods, null where the containers' parent does. */
const podFactsPath = (apiVersion, kind) => rowFor(podFactRows, apiVersion, kind)?.path ?? null;

;// CONCATENATED MODULE: ./lib/kubernetes/document-filter.js
/** No image stands in a text without the word, unless escapes hide it; these kinds decide who pulls. */
const concernsPulls = /image|\\[xuU\r\n]|\b(?:ServiceAccount|Secret|AcrPullBinding)\b/i;
/**
 * What ordinary mistakes look like: a tab in the indentation, a bracket or quote that its line does not close,
 * two values on one line. Such a document is parsed, so that a broken one is reported whatever it is about.
 */
const looksBroken = new RegExp([
    String.raw `^ *(?:- *)?\t`,
    String.raw `[:-] +(?:\[[^\n[\]]*|\{[^\n{}]*|"[^\n"]*|'[^\n']*)$`,
    String.raw `^[^\n"'#[{]*: [^\n"'#[{]*: `,
    String.raw `\{\{`
].join('|'), 'm');
/** Whether a document can hold anything about pulls. Looking is ten times as fast as parsing, and most files cannot. */
const mayConcernPulls = (text, mentions) => concernsPulls.test(text) || mentions.concerns(text) || looksBroken.test(text);

// EXTERNAL MODULE: ./lib/kubernetes/nodes.js
var kubernetes_nodes = __webpack_require__(9209);
;// CONCATENATED MODULE: ./lib/kubernetes/image-fields.js

/** Keys such as `image`, `sidecarImage`, `sidecar.istio.io/proxyImage`; the rule of Renovate's helm-values manager. */
const isImageKey = (key) => /image$/i.test(key);
const partsOf = (mapping) => {
    const parts = new Map();
    for (const { key, value, via } of (0,kubernetes_nodes/* entriesOf */.Mc)(mapping)) {
        const scalar = (0,kubernetes_nodes/* scalarIn */.IO)(value);
        if (scalar !== null && !(0,kubernetes_nodes/* isNull */.kZ)(scalar) && scalar.text !== '')
            parts.set(key.text, { scalar, via: via ?? (value.kind === 'alias' ? value : null) });
    }
    return parts;
};
const firstOf = (parts, keys) => keys.find(key => parts.has(key)) ?? null;
const join = (parts, { registry, name, tag, digest }) => {
    const named = parts.get(name);
    if (named === undefined)
        return null;
    const part = (key, before, after) => key === null ? '' : before + (parts.get(key)?.scalar.text ?? '') + after;
    return {
        text: part(registry, '', '/') + named.scalar.text + part(tag, ':', '') + part(digest, '@', ''),
        ...named,
        keys: [registry, name, tag, digest].filter(key => key !== null)
    };
};
/** `{registry, repository, tag, digest}` below an image key: `[registry/]repository[:tag][@digest]`. */
const imageFromMapping = (mapping) => {
    const parts = partsOf(mapping);
    const name = firstOf(parts, ['repository', 'name']);
    if (name === null)
        return null;
    return join(parts, {
        registry: firstOf(parts, ['registry']),
        name,
        tag: firstOf(parts, ['tag', 'version']),
        digest: firstOf(parts, ['digest'])
    });
};
const namesHost = (text) => /^[^/]*[.:][^/]*\//.test(text);
const namesTag = (text) => text.lastIndexOf(':') > text.lastIndexOf('/') || text.includes('@');
/**
 * A scalar below an image key, with what stands beside it: `registry`, `tag` and `digest` as in many charts,
 * `repository` and `version` as in NVIDIA's ClusterPolicy. What the scalar itself names is not taken again.
 */
const imageFromSiblings = (key, mapping) => {
    const parts = partsOf(mapping);
    const text = parts.get(key)?.scalar.text;
    if (text === undefined)
        return null;
    const alone = key !== 'image';
    const registry = alone || namesHost(text) ? null : firstOf(parts, ['registry', 'repository']);
    const tags = registry === 'repository' ? ['tag', 'version'] : ['tag'];
    const tagged = alone || namesTag(text);
    return join(parts, {
        registry,
        name: key,
        tag: tagged ? null : firstOf(parts, tags),
        digest: tagged ? null : firstOf(parts, ['digest'])
    });
};

;// CONCATENATED MODULE: ./lib/kubernetes/pod-spec.js

/** Where a PodSpec keeps its containers (kubernetes/api core/v1 types.go, PodSpec). */
const containerLists = new Map([
    ['containers', 'container'],
    ['initContainers', 'init'],
    ['ephemeralContainers', 'ephemeral']
]);
/** Whether a node is a mapping with an image of its own. */
const isContainer = (node) => (0,kubernetes_nodes/* scalarIn */.IO)((0,kubernetes_nodes/* child */.jf)(node, 'image')) !== null;
/**
 * Whether a mapping is a PodSpec, wherever it stands: `containers` with at least one `image`. In manifests of
 * custom resources `name` is often absent, so it is not asked for.
 */
const hasPodShape = (mapping) => {
    const containers = (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(mapping, 'containers'));
    return (containers.length > 0 &&
        containers.every(container => (0,kubernetes_nodes/* mappingIn */.YK)(container) !== null) &&
        containers.some(isContainer));
};
/** The texts of a mapping's scalars, null and blank ones left out. */
const textsOf = (node) => {
    const mapping = (0,kubernetes_nodes/* mappingIn */.YK)(node);
    if (mapping === null)
        return {};
    const texts = (0,kubernetes_nodes/* entriesOf */.Mc)(mapping).flatMap(({ key, value }) => {
        const content = (0,kubernetes_nodes/* contentOf */.$E)(value);
        return content.kind === 'scalar' ? [[key.text, (0,kubernetes_nodes/* textIn */.r7)(content) ?? '']] : [];
    });
    return Object.fromEntries(texts);
};
/** `imagePullSecrets`: references by name, in order; the kubelet leaves blank ones out. */
const secretNames = (node) => (0,kubernetes_nodes/* itemsIn */.Un)(node).flatMap(item => (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(item, 'name')) ?? []);
const requirement = (node) => ({
    key: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'key')) ?? '',
    operator: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'operator')) ?? '',
    values: (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(node, 'values')).map(value => (0,kubernetes_nodes/* scalarIn */.IO)(value)?.text ?? '')
});
const selectorTerm = (node) => ({
    expressions: (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(node, 'matchExpressions')).map(requirement),
    hasMatchFields: (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(node, 'matchFields')).length > 0
});
const requiredTerms = [
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms'
];
const nodeAffinity = (podSpec) => {
    const terms = (0,kubernetes_nodes/* nodeAt */.oB)(podSpec, requiredTerms);
    return terms === null ? null : (0,kubernetes_nodes/* itemsIn */.Un)(terms).map(selectorTerm);
};
const toleration = (node) => ({
    key: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'key')),
    operator: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'operator')),
    value: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'value')),
    effect: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'effect'))
});
/** `serviceAccount` is the old name of the field, which the API server still takes. */
const podContext = (podSpec) => ({
    serviceAccountName: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(podSpec, 'serviceAccountName')) ?? (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(podSpec, 'serviceAccount')),
    imagePullSecrets: secretNames((0,kubernetes_nodes/* child */.jf)(podSpec, 'imagePullSecrets')),
    nodeName: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(podSpec, 'nodeName')),
    nodeSelector: textsOf((0,kubernetes_nodes/* child */.jf)(podSpec, 'nodeSelector')),
    nodeAffinity: nodeAffinity(podSpec),
    tolerations: (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(podSpec, 'tolerations')).map(toleration),
    runtimeClassName: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(podSpec, 'runtimeClassName'))
});
const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
/** null where none is written, or none that Kubernetes knows. */
const pullPolicyOf = (node) => {
    const text = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'imagePullPolicy')) ?? (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'pullPolicy'));
    return pullPolicies.find(policy => policy === text) ?? null;
};

;// CONCATENATED MODULE: ./lib/kubernetes/scalar-types.js
// yaml.org/type/int.html, float.html and bool.html, without base 60 and without y and n, which go-yaml reads as text.
const integer = /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)$/;
const scalar_types_float = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const scalar_types_boolean = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
/** No number of a manifest is longer; the patterns are kept from texts of megabytes. */
const longest = 100;
/** null: the scalar is text (or null). */
const otherType = ({ text, style }) => {
    if (style !== 'plain' || text.length > longest)
        return null;
    if (scalar_types_boolean.test(text))
        return 'boolean';
    return integer.test(text) || scalar_types_float.test(text) || special.test(text) ? 'number' : null;
};

// EXTERNAL MODULE: ./lib/kubernetes/image-reference.js
var image_reference = __webpack_require__(7625);
;// CONCATENATED MODULE: ./lib/kubernetes/problems.js
/** Whether a text is meant for kubectl, as far as text that could not be parsed can tell. */
const looksLikeObject = (text) => /^["']?apiVersion["']?:/m.test(text) && /^["']?kind["']?:/m.test(text);
/** kubectl applies nothing of such a document, so for a Kubernetes object it is an error; other files are not its concern. */
const severityFor = (text) => looksLikeObject(text) ? 'error' : 'warning';
const invalidDocument = (reason, text, location) => ({
    check: 'manifest-invalid',
    severity: severityFor(text),
    message: `kubectl would refuse this document: ${reason}`,
    remediation: `Correct the document; \`kubectl create --dry-run=client -f ${location.file}\` shows what kubectl reads.`,
    location
});
const invalidSeparator = (text, location) => ({
    check: 'manifest-invalid',
    severity: severityFor(text),
    message: 'kubectl would refuse this file: a line that begins with --- separates documents, and only a comment may follow on it',
    remediation: 'Move what follows --- to the next line.',
    location
});
const nestedList = (location) => ({
    check: 'manifest-invalid',
    severity: 'error',
    message: 'kubectl would refuse this file: a List stands inside a List',
    remediation: 'Move the items of the inner List to the outer one.',
    location
});
const refusedDocument = (reason, location) => ({
    check: 'manifest-unreadable',
    severity: 'warning',
    message: `This document was not read: ${reason}; no image in it was judged`,
    remediation: 'Split the file.',
    location
});
const unrenderedTemplate = (location) => ({
    check: 'manifest-unreadable',
    severity: 'note',
    message: 'This is an unrendered template, so its images cannot be checked here',
    remediation: 'Check the chart as a whole (name the directory with its Chart.yaml), or check what the template renders to.',
    location
});
const duplicateKey = (key, last) => ({
    check: 'duplicate-image-key',
    severity: 'warning',
    message: `'${key}' is written twice in one mapping: kubectl silently takes this, the last one; kustomize refuses the file`,
    remediation: `Remove the '${key}' that is not meant.`,
    location: last
});
const commentedImage = (location) => ({
    check: 'image-not-text',
    severity: 'note',
    message: 'The image cannot be checked: YAML reads everything from the # on as a comment, so it is empty',
    remediation: 'Put the image in quotes, so that the placeholder is part of the text.',
    location
});
const emptyImage = (location) => ({
    check: 'image-not-text',
    severity: 'warning',
    message: 'The image is empty, which the API server refuses',
    remediation: 'Write an image reference, or remove the key where another tool sets it.',
    location
});
const imageOfOtherType = (text, type, location) => ({
    check: 'image-not-text',
    severity: 'error',
    message: `The image ${text} is a ${type} in YAML, and the API server refuses all but text`,
    remediation: `Put it in quotes: "${text}".`,
    location
});

;// CONCATENATED MODULE: ./lib/kubernetes/use-collector.js




const noSlot = (imageClass) => ({
    class: imageClass,
    container: null,
    pullPolicy: null,
    pod: null
});
/**
 * Where mentions found in a decoded text stand in the text as written. Escapes can hide them: from the first one
 * that is not found on, none is looked for, and the whole scalar is the place.
 */
const placesIn = (written, decoded, mentions) => {
    if (written === decoded)
        return mentions;
    const places = [];
    let from = 0;
    for (const mention of mentions) {
        const token = decoded.slice(mention.start, mention.end);
        const start = written.indexOf(token, from);
        if (start < 0)
            break;
        from = start + token.length;
        places.push({ start, end: from });
    }
    return places;
};
/** Writes down what the walk through one object finds. */
class UseCollector {
    object;
    file;
    reported = new Set();
    constructor(object, file) {
        this.object = object;
        this.file = file;
    }
    parse(text) {
        return (0,image_reference/* parseImage */.zZ)(text, this.file.variables);
    }
    hasMention(text) {
        return this.file.mentions.find(text).length > 0;
    }
    /** Behind an alias, the place to look at is the alias; the anchor's scalar is related. */
    add(image, scalar, via, slot) {
        const written = this.file.locate(scalar.start, scalar.end);
        this.push(image, via === null ? written : this.file.locate(via.start, via.end), via === null ? [] : [written], slot);
    }
    addMentions(scalar, via) {
        const mentions = this.file.mentions.find(scalar.text);
        if (mentions.length === 0)
            return;
        const places = placesIn(this.file.text.slice(scalar.start, scalar.end), scalar.text, mentions);
        for (const [index, { image }] of mentions.entries()) {
            const place = places[index];
            const start = scalar.start + (place?.start ?? 0);
            const end = place === undefined ? scalar.end : scalar.start + place.end;
            this.add(image, { start, end }, via, noSlot('mention'));
        }
    }
    /** Whether the scalar is a text; if not, says so. `key` is where the reader looks when there is no value. */
    isText(key, scalar) {
        const type = otherType(scalar);
        if (type === null && !(0,kubernetes_nodes/* isNull */.kZ)(scalar))
            return true;
        if (this.reported.has(scalar))
            return false;
        this.reported.add(scalar);
        const { locate, problems } = this.file;
        if (type !== null)
            problems.push(imageOfOtherType(scalar.text, type, locate(scalar.start, scalar.end)));
        else if (this.isCommentBehind(key))
            problems.push(commentedImage(locate(key.start, key.end)));
        else
            problems.push(emptyImage(locate(key.start, key.end)));
        return false;
    }
    noteDuplicate(key) {
        if (this.reported.has(key))
            return;
        this.reported.add(key);
        this.file.problems.push(duplicateKey(key.text, this.file.locate(key.start, key.end)));
    }
    push(image, location, related, { class: imageClass, container, pullPolicy, pod }) {
        const { workload } = this.object;
        this.file.uses.push({
            image,
            class: imageClass,
            location,
            related,
            workload,
            container,
            pullPolicy,
            pod,
            origin: null
        });
    }
    /** `image: #{REGISTRY}#…`: a placeholder that YAML reads as a comment. */
    isCommentBehind(key) {
        const { text } = this.file;
        const newline = text.indexOf('\n', key.end);
        const rest = text.slice(key.end, newline < 0 ? text.length : newline);
        return /^["']?\s*:\s+#\{/.test(rest);
    }
}

;// CONCATENATED MODULE: ./lib/kubernetes/images.js






const behind = (place, alias) => alias === null || alias === undefined || place.via !== null ? place : { ...place, via: alias };
const inside = (place, node) => behind(place, node.kind === 'alias' ? node : null);
const belowKey = (place, { key, value, via }) => {
    const below = inside(behind(place, via), value);
    if (falseFriendKeys.has(key.text))
        return { ...below, pulled: false };
    return embeddedValuesKeys.has(key.text) ? { ...below, pulled: true } : below;
};
/**
 * Service account and pull secrets that stand away from the containers. Where the object names none, what runs
 * it may: the pod is then not known.
 */
const podFactsAt = (node, path) => {
    const facts = (0,kubernetes_nodes/* mappingIn */.YK)((0,kubernetes_nodes/* nodeAt */.oB)(node, path));
    const pod = facts === null ? null : podContext(facts);
    return pod === null || (pod.serviceAccountName === null && pod.imagePullSecrets.length === 0)
        ? null
        : pod;
};
/** Whether a key such as `registry` is already read as a part of the `image` beside it. */
const isPartOfImage = (key, mapping) => (key === 'registry' || key === 'repository') &&
    imageFromSiblings('image', mapping)?.keys.includes(key) === true;
/** `x-…` is the convention for keys that only hold anchors; what is used of them is met behind its aliases. */
const isOutsideOfSpec = (key) => key === 'status' || key.startsWith('x-');
/** Walks through one object; places inside of it are told apart by shape, not by kind. */
class ImageWalk {
    object;
    collect;
    /** Helm values: which pod they end up in is not known before rendering. */
    isValues;
    /** Whether the object keeps its pods' facts away from the containers, and these facts. */
    factsApart;
    podApart;
    constructor(object, file) {
        const { apiVersion, kind } = object.workload;
        const path = podFactsPath(apiVersion, kind);
        this.object = object;
        this.collect = new UseCollector(object, file);
        this.isValues = apiVersion === '';
        this.factsApart = path !== null;
        this.podApart = path === null ? null : podFactsAt(object.node, path);
    }
    run() {
        const { workload, node } = this.object;
        const place = { via: null, pulled: !isMentionOnly(workload.apiVersion, workload.kind) };
        for (const entry of this.entries(node))
            if (!isOutsideOfSpec(entry.key.text))
                this.entry(entry, node, place);
    }
    entries(mapping) {
        if (mapping.irregular)
            for (const key of (0,kubernetes_nodes/* duplicateKeys */.ss)(mapping))
                if (duplicatesThatMatter.has(key.text))
                    this.collect.noteDuplicate(key);
        return (0,kubernetes_nodes/* entriesOf */.Mc)(mapping);
    }
    node(node, place) {
        const content = (0,kubernetes_nodes/* contentOf */.$E)(node);
        if (content.kind === 'scalar')
            this.collect.addMentions(content, place.via);
        else if (content.kind === 'sequence')
            for (const item of content.items)
                this.node(item, inside(place, item));
        else if (place.pulled && hasPodShape(content))
            this.podSpec(content, place);
        else
            for (const entry of this.entries(content))
                this.entry(entry, content, place);
    }
    entry(entry, mapping, place) {
        const { key, value } = entry;
        if (proseKeys.has(key.text))
            return;
        const below = belowKey(place, entry);
        const taken = below.pulled && (this.field(entry, mapping, below) || this.containers(key.text, value, below));
        if (!taken && !(below.pulled && isPartOfImage(key.text, mapping)))
            this.node(value, below);
    }
    podSpec(podSpec, place) {
        const pod = this.factsApart ? this.podApart : podContext(podSpec);
        for (const entry of this.entries(podSpec)) {
            const { key, value } = entry;
            const below = belowKey(place, entry);
            const isList = (0,kubernetes_nodes/* contentOf */.$E)(value).kind === 'sequence';
            const type = isList ? containerLists.get(key.text) : undefined;
            if (type !== undefined)
                for (const item of (0,kubernetes_nodes/* itemsIn */.Un)(value))
                    this.container(item, type, 'pod', pod, inside(below, item));
            else if (isList && key.text === 'volumes')
                for (const item of (0,kubernetes_nodes/* itemsIn */.Un)(value))
                    this.volume(item, pod, inside(below, item));
            else
                this.entry(entry, podSpec, place);
        }
    }
    /** Containers outside of a PodSpec: below keys that are known to hold one or several. */
    containers(key, value, place) {
        const single = containerKeys.has(key);
        const nodes = single ? [value] : containerListKeys.has(key) ? (0,kubernetes_nodes/* itemsIn */.Un)(value) : [];
        if (!nodes.some(isContainer))
            return false;
        const type = containerLists.get(key) ?? 'container';
        for (const node of nodes)
            this.container(node, type, 'container', this.podApart, inside(place, node));
        return true;
    }
    container(node, type, imageClass, pod, place) {
        const container = (0,kubernetes_nodes/* mappingIn */.YK)(node);
        if (container === null)
            return;
        const name = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(container, 'name')) ?? '';
        const pullPolicy = pullPolicyOf(container);
        const slot = { class: imageClass, container: { name, type }, pullPolicy, pod };
        for (const entry of this.entries(container))
            if (entry.key.text !== 'image' || !this.image(entry, slot, place))
                this.entry(entry, container, place);
    }
    volume(node, pod, place) {
        const volume = (0,kubernetes_nodes/* mappingIn */.YK)(node);
        if (volume === null)
            return;
        const name = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(volume, 'name')) ?? '';
        for (const entry of this.entries(volume)) {
            const image = entry.key.text === 'image' ? (0,kubernetes_nodes/* mappingIn */.YK)(entry.value) : null;
            if (image === null)
                this.entry(entry, volume, place);
            else {
                const container = { name, type: 'volume' };
                const slot = { class: 'pod', container, pullPolicy: pullPolicyOf(image), pod };
                for (const part of this.entries(image))
                    if (part.key.text === 'reference')
                        this.image(part, slot, belowKey(place, entry));
            }
        }
    }
    /** An image that a kubelet is certain to pull; false where it is no scalar. */
    image(entry, slot, place) {
        const scalar = (0,kubernetes_nodes/* scalarIn */.IO)(entry.value);
        if (scalar === null || this.isValues)
            return false;
        const { via } = belowKey(place, entry);
        if (this.collect.isText(entry.key, scalar))
            this.collect.add(this.collect.parse(scalar.text), scalar, via, slot);
        return true;
    }
    /** A field that is named like an image and holds one; false where it does not. */
    field(entry, mapping, place) {
        const { key, value } = entry;
        if (!isImageKey(key.text))
            return false;
        const content = (0,kubernetes_nodes/* contentOf */.$E)(value);
        if (content.kind === 'mapping')
            return this.imageMapping(content, place);
        if (content.kind === 'sequence' || otherType(content) !== null || (0,kubernetes_nodes/* isNull */.kZ)(content))
            return false;
        const joined = imageFromSiblings(key.text, mapping);
        return ((joined !== null && this.fieldImage(joined, mapping, place)) ||
            this.fieldImage({ text: content.text, scalar: content, via: null, keys: [] }, mapping, place));
    }
    /** `image: {registry, repository, tag}`; what else stands beside these is looked at as anywhere. */
    imageMapping(mapping, place) {
        const found = imageFromMapping(mapping);
        if (found === null || !this.fieldImage(found, mapping, place))
            return false;
        for (const entry of this.entries(mapping))
            if (!found.keys.includes(entry.key.text))
                this.entry(entry, mapping, place);
        return true;
    }
    /** Many fields are named like images and hold none; an invalid text is only taken where it names a registry. */
    fieldImage(found, mapping, place) {
        const image = this.collect.parse(found.text);
        if (image.kind === 'invalid' && !this.collect.hasMention(found.text))
            return false;
        const slot = { ...noSlot('field'), pullPolicy: pullPolicyOf(mapping) };
        this.collect.add(image, found.scalar, place.via ?? found.via, slot);
        return true;
    }
}
/** Adds the images of an object, and what is wrong with how they are written, to the reading of its file. */
const collectImages = (object, file) => {
    new ImageWalk(object, file).run();
};

;// CONCATENATED MODULE: ./lib/kubernetes/kubernetes-objects.js

const typeOf = (node) => {
    const apiVersion = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'apiVersion'));
    const kind = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(node, 'kind'));
    return apiVersion === null || kind === null ? null : { apiVersion, kind };
};
const manifestObject = (node, { apiVersion, kind }, namespace) => {
    const metadata = (0,kubernetes_nodes/* child */.jf)(node, 'metadata');
    const name = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(metadata, 'name')) ?? (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(metadata, 'generateName')) ?? '';
    const named = (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* child */.jf)(metadata, 'namespace')) ?? namespace;
    return { workload: { apiVersion, kind, namespace: named, name }, node };
};
const isList = (node, { kind }) => kind.endsWith('List') && (0,kubernetes_nodes/* mappingIn */.YK)((0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(node, 'items'))[0] ?? null) !== null;
/** Items of a typed list may leave out what the list says: kubectl accepts a `DeploymentList` of Deployments. */
const itemType = (item, list) => {
    const own = typeOf(item);
    if (own !== null || list.kind === 'List')
        return own;
    return { apiVersion: list.apiVersion, kind: list.kind.slice(0, -'List'.length) };
};
const objectsInList = (list, names, namespace) => {
    const objects = [];
    const nestedLists = [];
    for (const item of (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* child */.jf)(list, 'items'))) {
        const node = (0,kubernetes_nodes/* mappingIn */.YK)(item);
        const own = itemType(item, names);
        if (node === null || own === null)
            continue;
        if (isList(node, own))
            nestedLists.push(item);
        else
            objects.push(manifestObject(node, own, namespace));
    }
    return { objects, nestedLists };
};
const nothing = { objects: [], nestedLists: [] };
/** The Kubernetes objects of a document; other YAML has none. */
const objectsIn = ({ root }, namespace) => {
    const node = (0,kubernetes_nodes/* mappingIn */.YK)(root);
    const names = typeOf(node);
    if (node === null || names === null)
        return nothing;
    return isList(node, names)
        ? objectsInList(node, names, namespace)
        : { objects: [manifestObject(node, names, namespace)], nestedLists: [] };
};
const baseName = (file) => file.slice(file.lastIndexOf('/') + 1);
const isValuesFile = (file) => /^values.*\.ya?ml$/i.test(baseName(file));
/** Kustomize reads these without apiVersion and kind (kubernetes-sigs/kustomize, api/konfig, DefaultKustomizationFileName). */
const isKustomization = (file) => /^(?:kustomization\.ya?ml|Kustomization)$/.test(baseName(file));
/** A document that is no Kubernetes object, but whose file name says what it is; null for all others. */
const objectByFileName = ({ root }, file, values) => {
    const node = (0,kubernetes_nodes/* mappingIn */.YK)(root);
    if (node === null || typeOf(node) !== null)
        return null;
    const workload = { namespace: null, name: baseName(file) };
    if (isKustomization(file))
        return {
            workload: {
                apiVersion: 'kustomize.config.k8s.io/v1beta1',
                kind: 'Kustomization',
                ...workload
            },
            node
        };
    return values || isValuesFile(file)
        ? { workload: { apiVersion: '', kind: 'HelmValues', ...workload }, node }
        : null;
};

// EXTERNAL MODULE: ./lib/kubernetes/placeholders.js
var placeholders = __webpack_require__(2188);
;// CONCATENATED MODULE: ./lib/kubernetes/mentions.js


const escaped = (suffix) => suffix.replace(/^\./, '').replace(/[^A-Za-z0-9-]/g, String.raw `\$&`);
/**
 * A host is only looked for where no letter, digit, dot or hyphen stands before it, so each stretch of text is
 * scanned once. Data endpoints (`name.region.data.azurecr.io`) do not match: no image is pulled by that name.
 */
const hostPattern = (suffixes) => new RegExp(String.raw `(?<![A-Za-z0-9.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+\.geo)?\.(?:${suffixes.map(escaped).join('|')})(?::\d+)?(?=$|[/"'\s,;)])`, 'gi');
const restPattern = new RegExp(`^(?:[A-Za-z0-9._/:@-]|${placeholders/* placeholderPattern */.iS})*`);
const sentenceEnd = /[.:/@-]+$/;
/** No reference is longer; patterns with alternatives fail on texts of megabytes. */
const longestRest = 1024;
/** The text from the host on, as far as it can belong to a reference. */
const tokenAt = (text, start, hostEnd) => {
    const rest = restPattern.exec(text.slice(hostEnd, hostEnd + longestRest))?.[0] ?? '';
    const isPattern = rest.endsWith('/') || /[*?]/.test(text.charAt(hostEnd + rest.length));
    return text.slice(start, hostEnd) + (isPattern ? '' : rest.replace(sentenceEnd, ''));
};
const imageOf = (token, host, suffixes) => {
    const parsed = (0,image_reference/* parseImage */.zZ)(token, {});
    if (parsed.kind === 'unresolved')
        return parsed;
    return parsed.kind === 'reference' &&
        (0,image_reference/* isAzureRegistryHost */.BS)((0,image_reference/* registryHost */.U$)(parsed.reference), suffixes)
        ? parsed
        : { kind: 'registry', text: token, host: host.replace(/:\d+$/, '').toLowerCase() };
};
const mentions_nothing = [];
const noMentions = { find: () => mentions_nothing, concerns: () => false };
const createSearch = (suffixes) => {
    const hosts = hostPattern(suffixes);
    const anySuffix = new RegExp(suffixes.map(escaped).join('|'), 'i');
    const shortest = Math.min(...suffixes.map(suffix => suffix.length));
    const concerns = (text) => text.length > shortest && anySuffix.test(text);
    const mention = ({ 0: host, index: start, input }) => {
        const token = tokenAt(input, start, start + host.length);
        return { image: imageOf(token, host, suffixes), start, end: start + token.length };
    };
    return {
        concerns,
        find: text => (concerns(text) ? Array.from(text.matchAll(hosts), mention) : mentions_nothing)
    };
};
const searches = new WeakMap();
/** Compiled once for each list of suffixes, which all files of a run share. */
const mentionSearch = (suffixes) => {
    const known = suffixes.length === 0 ? noMentions : searches.get(suffixes);
    if (known !== undefined)
        return known;
    const search = createSearch(suffixes);
    searches.set(suffixes, search);
    return search;
};

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./lib/kubernetes/source.js
const lineStartsOf = (text) => {
    const starts = [startOfText(text)];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
};
/** Where the text begins: behind the byte order mark, which no editor counts as a column. */
const startOfText = (text) => (text.startsWith('\uFEFF') ? 1 : 0);
const lineIndexAt = (lineStarts, offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lineStarts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
};
/** The newlines are only looked for when the first location is asked for: most files report none. */
const locator = ({ file, text }) => {
    let lineStarts;
    const position = (offset) => {
        lineStarts ??= lineStartsOf(text);
        const index = lineIndexAt(lineStarts, offset);
        return { line: index + 1, column: Math.max(offset - (lineStarts[index] ?? 0), 0) + 1 };
    };
    return (start, end) => {
        const from = position(start);
        const to = position(end);
        return { file, ...from, endLine: to.line, endColumn: to.column };
    };
};

;// CONCATENATED MODULE: ./lib/kubernetes/document-split.js

const endOfLine = (text, from) => {
    const newline = text.indexOf('\n', from);
    return newline < 0 ? text.length : newline;
};
const nextSeparator = (text, from) => {
    const newline = text.indexOf('\n---', from);
    return newline < 0 ? -1 : newline + 1;
};
const separatorLines = (text, from) => {
    const lines = [];
    let start = text.startsWith('---', from) ? from : nextSeparator(text, from);
    while (start >= 0) {
        const end = endOfLine(text, start);
        lines.push({ start, end });
        start = nextSeparator(text, end);
    }
    return lines;
};
const isBad = (text, { start, end }) => {
    const rest = text.slice(start + '---'.length, end).trim();
    return rest !== '' && !rest.startsWith('#');
};
/**
 * kubectl's own splitter, which knows no YAML: each line that begins with `---` ends a document, and only a
 * comment may follow on that line (kubernetes/apimachinery pkg/util/yaml/decoder.go, YAMLReader.Read).
 */
const splitYaml = (text) => {
    const ranges = [];
    let start = startOfText(text);
    let badSeparator = null;
    for (const line of separatorLines(text, start)) {
        if (start < line.start)
            ranges.push({ start, end: line.start, badSeparator });
        badSeparator = isBad(text, line) ? line : null;
        start = Math.min(line.end + 1, text.length);
    }
    return [...ranges, { start, end: text.length, badSeparator }];
};
/** Follows brackets and strings through a text, character by character. */
class JsonScanner {
    depth = 0;
    inString = false;
    escaped = false;
    /** Whether the character is space between values or belongs to one. */
    accepts(character) {
        if (this.inString)
            this.insideString(character);
        else if (character === '"')
            this.inString = true;
        else if (character === '{' || character === '[')
            this.depth++;
        else if (this.depth === 0)
            return character.trim() === '';
        else if (character === '}' || character === ']')
            this.depth--;
        return this.depth > 0 || !this.inString;
    }
    insideString(character) {
        if (this.escaped)
            this.escaped = false;
        else if (character === '\\')
            this.escaped = true;
        else if (character === '"')
            this.inString = false;
    }
}
/** The values of a stream of JSON objects, or null where the text is something else. */
const splitJson = (text) => {
    const ranges = [];
    const scanner = new JsonScanner();
    let start = 0;
    for (let at = 0; at < text.length; at++) {
        const before = scanner.depth;
        if (!scanner.accepts(text.charAt(at)))
            return null;
        if (before === 0 && scanner.depth === 1)
            start = at;
        if (before === 1 && scanner.depth === 0)
            ranges.push({ start, end: at + 1, badSeparator: null });
    }
    return scanner.depth === 0 ? ranges : null;
};
const looksLikeJson = (text) => /^\uFEFF?\s*[{[]/.test(text) && !text.includes('\n---');
/** The documents of a file, those without content included. YAML parsers refuse JSON objects in a row; kubectl reads them. */
const splitDocuments = (text) => (looksLikeJson(text) ? splitJson(text) : null) ?? splitYaml(text);

;// CONCATENATED MODULE: ./lib/kubernetes/yaml-events.js

/** Far above any manifest; kubectl itself allows 10,000 (go-yaml, parserc.go, max_depth). */
const maxDepth = 100;
/** js-yaml's reasons, as far as they are told apart here. */
const tooDeep = 'nesting exceeded';
const outdented = 'deficient indentation';
const isTooDeep = (reason) => reason.startsWith(tooDeep);
/** Nobody comments on longer lines; the pattern is kept from lines of megabytes. */
const longestLine = 10_000;
const quotedOrComment = /(?:^|[\s[{,:])(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|(#))/g;
/** Where a comment begins on a line, or the line's end; a quote opens a text only where a value can begin. */
const endOfContent = (line) => {
    if (line.length > longestLine)
        return line.length;
    for (const match of line.matchAll(quotedOrComment))
        if (match[1] !== undefined)
            return match.index + match[0].length - 1;
    return line.length;
};
const blank = (text, start, end) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
/** Puts the line at an offset behind the line before it; null where there is none. */
const joinLine = (text, lineStart, offset) => {
    if (lineStart === 0)
        return null;
    const previousStart = text.lastIndexOf('\n', lineStart - 2) + 1;
    const previous = text.slice(previousStart, lineStart).trimEnd();
    return blank(text, previousStart + endOfContent(previous), offset);
};
/** The text with the blanks before an offset as js-yaml wants them, all offsets unmoved; null where they are not the trouble. */
const mendIndentation = (text, offset) => {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const contentEnd = lineStart + text.slice(lineStart, offset).trimEnd().length;
    if (text.slice(contentEnd, offset).includes('\t'))
        return blank(text, contentEnd, offset);
    return contentEnd === lineStart ? joinLine(text, lineStart, offset) : null;
};
/**
 * YAML wants the lines of a bracket or quote indented by blanks deeper than their key, and js-yaml insists on it.
 * kubectl does not (go-yaml ignores indentation inside of brackets and quotes), and `args: [` with its `]` below
 * the key is common. So where that is the trouble, the line is joined to the one before it.
 */
const readEvents = (given, budget) => {
    for (let text = given;;) {
        try {
            return { text, events: (0,js_yaml/* parseEvents */.PH)(text, { maxDepth }) };
        }
        catch (error) {
            if (!(error instanceof js_yaml/* YAMLException */.tB) || error.reason !== outdented)
                throw error;
            const mended = mendIndentation(text, error.mark?.position ?? 0);
            if (mended === null || !budget.allows(text.length))
                throw error;
            text = mended;
        }
    }
};

// EXTERNAL MODULE: ./lib/kubernetes/yaml-limits.js
var yaml_limits = __webpack_require__(1958);
// EXTERNAL MODULE: ./lib/kubernetes/yaml-tree.js
var yaml_tree = __webpack_require__(2246);
;// CONCATENATED MODULE: ./lib/kubernetes/objects.js








/**
 * Events are small objects, some hundred bytes for each piece of text between commas and newlines. A text with
 * more of these than the budget has nodes is refused before it fills the memory.
 */
const mostPieces = 2_000_000;
const countOf = (text, character) => {
    let count = 0;
    for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1))
        count++;
    return count;
};
const refuseTooManyPieces = (text, { start }) => {
    if (text.length > mostPieces && countOf(text, '\n') + countOf(text, ',') > mostPieces)
        throw new yaml_limits/* YamlError */.Iz(`it has more than ${mostPieces} lines and commas`, start, 'refused');
};
const isEmpty = (root) => root.kind === 'scalar' && root.style === 'plain' && root.text === '';
/** All documents of the range: `...` ends one without a separator. */
const parseRange = (text, range, budgets) => {
    const slice = text.slice(range.start, range.end);
    refuseTooManyPieces(slice, range);
    const { text: parsed, events } = readEvents(slice, budgets.parse);
    const builder = new yaml_tree/* TreeBuilder */.G(parsed, range.start, budgets.nodes);
    for (const event of events)
        builder.take(event);
    const { start, end } = range;
    return builder.roots.map(root => ({ start, end, root: isEmpty(root) ? null : root }));
};
/** A line that begins with `%` is a directive, and kubectl reads none but for YAML 1.1. */
const troubleFrom = (error, text, { start, end }) => {
    if (error instanceof yaml_limits/* YamlError */.Iz)
        return { reason: error.message, offset: error.offset, refused: error.kind === 'refused' };
    const offset = start + (error instanceof js_yaml/* YAMLException */.tB ? (error.mark?.position ?? 0) : 0);
    const directive = /^\s*(%.*)/.exec(text.slice(start, end))?.[1];
    if (directive !== undefined)
        return {
            reason: `found the directive '${directive.trim()}', and kubectl reads none`,
            offset: text.indexOf('%', start),
            refused: false
        };
    const reason = error instanceof js_yaml/* YAMLException */.tB ? error.reason : (0,errors/* messageOf */.bD)(error);
    return { reason, offset, refused: isTooDeep(reason) };
};
/** From the trouble to the end of its line; what is missing at the end of a document is missed behind its last word. */
const restOfLine = (text, offset, { start, end }) => {
    const lastEnd = start + text.slice(start, end).trimEnd().length;
    const from = Math.min(offset, Math.max(lastEnd - 1, start));
    const newline = text.indexOf('\n', from);
    return { start: from, end: newline < 0 || newline > end ? end : newline };
};
/** Whether a text is made for a template engine such as Helm's. */
const isTemplate = (text) => text.includes('{{');
/** Parses the documents of one file one after the other, so that a broken one hides no other. */
class FileParser {
    documents = [];
    problems = [];
    locate;
    text;
    budgets = { nodes: new yaml_limits/* NodeBudget */.yC(), parse: new yaml_limits/* ParseBudget */.ZQ() };
    templateNoted = false;
    constructor(source) {
        this.text = source.text;
        this.locate = locator(source);
    }
    parse(range) {
        const { badSeparator } = range;
        if (badSeparator !== null)
            this.problems.push(invalidSeparator(this.text, this.locate(badSeparator.start, badSeparator.end)));
        try {
            this.documents.push(...parseRange(this.text, range, this.budgets));
        }
        catch (error) {
            if (badSeparator === null)
                this.report(error, range);
        }
    }
    report(error, range) {
        const trouble = troubleFrom(error, this.text, range);
        const { start, end } = restOfLine(this.text, trouble.offset, range);
        const location = this.locate(start, end);
        const text = this.text.slice(range.start, range.end);
        if (trouble.refused)
            this.problems.push(refusedDocument(trouble.reason, location));
        else if (!isTemplate(text))
            this.problems.push(invalidDocument(trouble.reason, text, location));
        else if (!this.templateNoted) {
            this.templateNoted = true;
            this.problems.push(unrenderedTemplate(location));
        }
    }
}
const anyText = () => true;
/**
 * Splits and parses a file as kubectl does (sigs.k8s.io/yaml). A document whose text is not wanted is skipped
 * unparsed, which is ten times as fast.
 */
const parseDocuments = (source, isWanted = anyText) => {
    const parser = new FileParser(source);
    const { text } = source;
    for (const range of splitDocuments(text))
        if (isWanted(text.slice(range.start, range.end)))
            parser.parse(range);
    return parser;
};

// EXTERNAL MODULE: ./lib/kubernetes/pull-secrets.js + 3 modules
var pull_secrets = __webpack_require__(2410);
;// CONCATENATED MODULE: ./lib/kubernetes/service-accounts.js


const serviceAccount = ({ workload, node }, location) => ({
    namespace: workload.namespace ?? '',
    name: workload.name,
    imagePullSecrets: secretNames((0,kubernetes_nodes/* child */.jf)(node, 'imagePullSecrets')),
    annotations: textsOf((0,kubernetes_nodes/* nodeAt */.oB)(node, ['metadata', 'annotations'])),
    location
});
const bindingVersions = [
    {
        group: 'msi-acrpull.microsoft.com/',
        server: ['spec', 'acrServer'],
        identities: [
            ['spec', 'managedIdentityClientID'],
            ['spec', 'managedIdentityResourceID']
        ],
        workloadIdentity: ['spec', 'workloadIdentityClientID'],
        secretName: binding => `${binding}-msi-acrpull-secret`
    },
    {
        group: 'acrpull.microsoft.com/',
        server: ['spec', 'acr', 'server'],
        identities: [
            ['spec', 'auth', 'managedIdentity', 'clientID'],
            ['spec', 'auth', 'managedIdentity', 'resourceID']
        ],
        workloadIdentity: ['spec', 'auth', 'workloadIdentity'],
        secretName: binding => `acr-pull-${binding}`
    }
];
const managedIdentity = (node, { identities, workloadIdentity }) => (0,kubernetes_nodes/* nodeAt */.oB)(node, workloadIdentity) === null
    ? (identities.map(path => (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* nodeAt */.oB)(node, path))).find(text => text !== null) ?? null)
    : null;
/** null where the API group is not that of the controller, or the binding names no registry. */
const pullBinding = ({ workload, node }, location) => {
    const version = bindingVersions.find(({ group }) => workload.apiVersion.startsWith(group));
    const server = version === undefined ? null : (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* nodeAt */.oB)(node, version.server));
    if (version === undefined || server === null)
        return null;
    return {
        namespace: workload.namespace ?? '',
        name: workload.name,
        serviceAccountName: (0,kubernetes_nodes/* textIn */.r7)((0,kubernetes_nodes/* nodeAt */.oB)(node, ['spec', 'serviceAccountName'])) ?? 'default',
        server,
        secretName: version.secretName(workload.name),
        managedIdentity: managedIdentity(node, version),
        location
    };
};

;// CONCATENATED MODULE: ./lib/kubernetes/read.js












const nameLocation = ({ node }, locate) => {
    const name = (0,kubernetes_nodes/* scalarIn */.IO)((0,kubernetes_nodes/* child */.jf)((0,kubernetes_nodes/* child */.jf)(node, 'metadata'), 'name')) ?? node;
    return locate(name.start, name.kind === 'scalar' ? name.end : name.start);
};
/** Reads the objects of one file, each for what its kind is about. */
class FileReader {
    serviceAccounts = [];
    secrets = [];
    pullBindings = [];
    file;
    source;
    options;
    constructor(source, options, { locate, problems }) {
        this.source = source;
        this.options = options;
        const mentions = mentionSearch(options.registrySuffixes);
        this.file = {
            text: source.text,
            locate,
            variables: options.variables,
            mentions: mentions.concerns(source.text) ? mentions : noMentions,
            uses: [],
            problems: [...problems]
        };
    }
    read(document) {
        const { objects, nestedLists } = objectsIn(document, this.options.namespace);
        for (const list of nestedLists)
            this.file.problems.push(nestedList(this.file.locate(list.start, list.start)));
        const named = objectByFileName(document, this.source.file, this.source.values ?? false);
        for (const object of named === null ? objects : [named])
            this.readObject(object);
    }
    readObject(object) {
        const { apiVersion, kind } = object.workload;
        if (isSkipped(apiVersion, kind))
            return;
        const location = nameLocation(object, this.file.locate);
        if (kind === 'Secret' && apiVersion === 'v1') {
            const secret = (0,pull_secrets/* pullSecret */.Q)(object, location, this.options.variables);
            if (secret !== null)
                this.secrets.push(secret);
            return;
        }
        if (kind === 'ServiceAccount' && apiVersion === 'v1')
            this.serviceAccounts.push(serviceAccount(object, location));
        const binding = kind === 'AcrPullBinding' ? pullBinding(object, location) : null;
        if (binding !== null)
            this.pullBindings.push(binding);
        collectImages(object, this.file);
    }
}
/** The one door for the text of a file: everything that concerns pulls, and what stood in the way of reading it. */
const readManifest = (source, options) => {
    const mentions = mentionSearch(options.registrySuffixes);
    const parsed = parseDocuments(source, text => mayConcernPulls(text, mentions));
    const reader = new FileReader(source, options, parsed);
    for (const document of parsed.documents)
        reader.read(document);
    const { serviceAccounts, secrets, pullBindings, file } = reader;
    return { uses: file.uses, serviceAccounts, secrets, pullBindings, problems: file.problems };
};

;// CONCATENATED MODULE: ./lib/kubernetes/rewrites.js

// What azure/k8s-deploy does to manifests before it applies them: src/utilities/manifestUpdateUtils.ts and
// src/types/kubernetesTypes.ts (WORKLOAD_TYPES) of github.com/Azure/k8s-deploy.
const rewrittenContainers = ['container', 'init'];
/** The kinds whose pods get the pull secrets. */
const rewrittenKinds = [
    'Pod',
    'Deployment',
    'ReplicaSet',
    'DaemonSet',
    'StatefulSet',
    'Job',
    'CronJob',
    'ScaledJob'
];
/** Not the name by the reference grammar: k8s-deploy cuts at the first colon, so a registry port ends it. */
const nameBeforeTag = (image) => image.replace(/[:@].*$/s, '');
const rewrittenImage = ({ image }, images) => {
    const name = nameBeforeTag(image.text);
    const replacement = images.findLast(candidate => nameBeforeTag(candidate) === name);
    return replacement === undefined ? image : (0,image_reference/* parseImage */.zZ)(replacement, {});
};
const rewrittenPod = (pod, pullSecrets) => ({
    ...pod,
    imagePullSecrets: [...new Set([...pod.imagePullSecrets, ...pullSecrets])]
});
/**
 * The content as azure/k8s-deploy would apply it with its inputs `images` (`NAME:TAG` or `NAME@DIGEST`, for every
 * container of that name) and `imagepullsecrets` (appended to each pod's own). Locations stay where they were.
 */
const rewriteImages = (content, images, pullSecrets) => ({
    ...content,
    uses: content.uses.map(use => {
        if (use.class !== 'pod' || use.container === null)
            return use;
        const { container, pod, workload } = use;
        return {
            ...use,
            image: rewrittenContainers.includes(container.type) ? rewrittenImage(use, images) : use.image,
            pod: pod !== null && rewrittenKinds.includes(workload.kind)
                ? rewrittenPod(pod, pullSecrets)
                : pod
        };
    })
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/manifests/limits.js
/** What one run may take of the machine, so that a hostile file ends in a sentence and not in a hang. */
const limits = {
    /** As kube-linter: larger files are no manifests that a person wrote. */
    fileBytes: 10 * 1024 * 1024,
    renderMilliseconds: 60_000,
    /** For all renders of a run together. */
    allRendersMilliseconds: 600_000,
    renderOutputBytes: 64 * 1024 * 1024,
    /** Data segment of the binary; an ordinary chart renders in less than a fifth of it. */
    renderMemoryBytes: 1024 * 1024 * 1024,
    /** Binaries that run side by side. */
    concurrentRenders: 4,
    /** Extra renders spent on finding out which of several values an image comes from, for each chart. */
    probeRenders: 8,
    /** Values that one render marks at once. */
    probesInOneRender: 2_000,
    /** Of one template, when looking for a line; and looks for each chart. */
    templateLines: 5_000,
    templateSearches: 2_000,
    /** Looks for a text in all files of one kustomization. */
    textSearches: 2_000
};

;// CONCATENATED MODULE: ./lib/manifests/problem.js

/** A file that was refused or could not be read; the others go on. */
const unreadable = (file, message, remediation) => ({
    check: 'manifest-unreadable',
    severity: 'warning',
    message,
    remediation,
    location: (0,kubernetes_location/* lineLocation */._)(file)
});
/** A chart or kustomization whose images are not judged, because it could not be rendered. */
const notRendered = (location, message, remediation) => ({
    check: 'render-failed',
    severity: 'unknown',
    message,
    remediation,
    location
});
/** `1 chart`, `2 charts`. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./lib/manifests/workspace.js


const openWorkspace = (path) => {
    const absolute = (0,external_node_path_.resolve)(path);
    return { path: absolute, realPath: (0,external_node_fs_.realpathSync)(absolute) };
};
/** Whether a path is a directory or lies below it; both without symbolic links, or both with them. */
const isWithin = (directory, path) => {
    const rest = (0,external_node_path_.relative)(directory, path);
    return rest === '' || (rest !== '..' && !rest.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(rest));
};
/** Whether an existing path lies below a directory when symbolic links are followed; false where it does not exist. */
const staysInside = (directory, path) => {
    try {
        return isWithin((0,external_node_fs_.realpathSync)(directory), (0,external_node_fs_.realpathSync)(path));
    }
    catch {
        return false;
    }
};
/** A path as reports show it: relative to the workspace, with `/`. */
const reportedPath = (workspace, path) => {
    const base = isWithin(workspace.path, path) ? workspace.path : workspace.realPath;
    const shown = (0,external_node_path_.relative)(base, path).split(external_node_path_.sep).join('/');
    return shown === '' ? '.' : shown;
};

;// CONCATENATED MODULE: ./lib/manifests/read-file.js






/** Reads one manifest. Synchronous: for 10,000 local files, promises take ten times as long. */
function readFile(path, file) {
    try {
        return readDescriptor(file, (0,external_node_fs_.openSync)(path, openFlags));
    }
    catch (error) {
        return refused(file, `The file could not be read (${(0,errors/* messageOf */.bD)(error)})`, 'Check its permissions.');
    }
}
/**
 * Reads a file that another file led to: a template, a base, a patch. null where it cannot be read,
 * or where symbolic links take it out of the workspace.
 */
const readSource = (workspace, path) => {
    if (isWithin(workspace.path, path) && !staysInside(workspace.path, path))
        return null;
    const result = readFile(path, reportedPath(workspace, path));
    return result.kind === 'text' ? result.source : null;
};
/** Bytes from outside as text, or the reason why they are no manifest. */
function decodeText(file, bytes) {
    if (bytes.byteLength > limits.fileBytes)
        return tooLarge(file);
    if (bytes.includes(0)) {
        return refused(file, 'The file holds NUL bytes and is no text', 'Save it as UTF-8 text.');
    }
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        return refused(file, 'The file is not valid UTF-8', 'Save it as UTF-8 text.');
    }
    return { kind: 'text', source: { file, text: bytes.toString('utf8') } };
}
/** Opening a named pipe must not wait for its writer. */
const openFlags = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK;
const readDescriptor = (file, descriptor) => {
    try {
        const status = (0,external_node_fs_.fstatSync)(descriptor);
        if (!status.isFile()) {
            return refused(file, 'This is no regular file', 'Name a file, or pass it to standard input.');
        }
        return status.size > limits.fileBytes
            ? tooLarge(file)
            : decodeText(file, (0,external_node_fs_.readFileSync)(descriptor));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
};
const tooLarge = (file) => refused(file, `The file is larger than ${limits.fileBytes / 1024 / 1024} MB`, 'Split it, or leave it out.');
const refused = (file, cause, cure) => ({
    kind: 'refused',
    problem: unreadable(file, `${cause}, so nothing in it was judged`, cure)
});

;// CONCATENATED MODULE: ./lib/manifests/parsed-file.js


/** null where the file cannot be read; a text that is no YAML has no root. */
const parseFile = (workspace, path) => {
    const source = readSource(workspace, path);
    return source === null ? null : parseSource(source);
};
const parseSource = (source) => {
    const { documents, locate } = parseDocuments(source);
    const root = documents.find(document => document.root !== null)?.root ?? null;
    return { source, root, locate };
};

;// CONCATENATED MODULE: ./lib/manifests/search.js

const manifestName = /\.(?:ya?ml|json)$/;
/** In the order of kustomize's own `RecognizedKustomizationFileNames`. */
const kustomizationNames = [
    'kustomization.yaml',
    'kustomization.yml',
    'Kustomization'
];
const chartFileName = 'Chart.yaml';
/** Parts of a chart that reach us through its rendering only; a template is not YAML. */
const renderedChartParts = new Set(['templates', 'charts', 'crds']);
const isKustomizationName = (name) => kustomizationNames.includes(name);
const isManifestName = (name) => manifestName.test(name) || isKustomizationName(name);
const isRenderedChartPart = (name) => renderedChartParts.has(name);
/** What a search for manifests has found so far; paths are absolute, as they were reached. */
class Search {
    workspace;
    problems = [];
    /** Chart directories. */
    charts = new Set();
    /** Paths of kustomization files. */
    kustomizations = new Set();
    /** By the path without symbolic links, so that a link does not repeat a file. */
    #files = new Map();
    #seenDirectories = new Set();
    #hits = 0;
    constructor(workspace) {
        this.workspace = workspace;
    }
    get files() {
        return [...this.#files.values()];
    }
    /** Grows with everything that a path leads to, were it found before or only a problem. */
    get hits() {
        return this.#hits;
    }
    addFile(path, realPath) {
        this.#hits += 1;
        if (this.#files.has(realPath))
            return;
        this.#files.set(realPath, path);
        if (isKustomizationName((0,external_node_path_.basename)(path)))
            this.kustomizations.add(path);
    }
    addChart(directory) {
        this.#hits += 1;
        this.charts.add(directory);
    }
    addProblem(problem) {
        this.#hits += 1;
        this.problems.push(problem);
    }
    /** Whether a directory, given without symbolic links, is entered for the first time. */
    enter(realPath) {
        if (this.#seenDirectories.has(realPath)) {
            this.#hits += 1;
            return false;
        }
        this.#seenDirectories.add(realPath);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/chart-metadata.js







/** null where Chart.yaml cannot be read. */
const readChart = (workspace, directory) => {
    const metadata = parseFile(workspace, (0,external_node_path_.join)(directory, chartFileName));
    if (metadata === null)
        return null;
    return {
        directory,
        path: reportedPath(workspace, directory),
        name: (0,kubernetes_nodes/* scalarAt */.C_)(metadata.root, ['name'])?.text ?? '',
        isLibrary: (0,kubernetes_nodes/* scalarAt */.C_)(metadata.root, ['type'])?.text === 'library',
        subcharts: subchartsOf(directory, metadata.root),
        metadata
    };
};
const subchartsOf = (directory, root) => {
    return (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* nodeAt */.oB)(root, ['dependencies'])).flatMap(item => {
        const name = (0,kubernetes_nodes/* scalarAt */.C_)(item, ['name'])?.text;
        if (name === undefined || !/^[\w.-]+$/.test(name))
            return [];
        const unpacked = (0,external_node_path_.join)(directory, 'charts', name);
        return [
            {
                name: (0,kubernetes_nodes/* scalarAt */.C_)(item, ['alias'])?.text ?? name,
                directory: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(unpacked, chartFileName)) ? unpacked : null
            }
        ];
    });
};

;// CONCATENATED MODULE: ./lib/manifests/ordered-search.js
/** The last of items in rising order whose position is not above a limit, or undefined. */
const lastAtMost = (items, limit, positionOf) => {
    let low = -1;
    let high = items.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        const item = items[middle];
        if (item !== undefined && positionOf(item) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return items[low];
};

;// CONCATENATED MODULE: ./lib/manifests/probes.js


/** Legal at the end of a host, repository, tag or digest, and in nothing that people write. */
const markOf = (index) => `-zq${index}qz`;
const anyMark = /-zq(\d+)qz/g;
/** Values that are numbers are only marked under these keys: a replica count of 1 is no tag. */
const numberKey = /tag|version/i;
const imageKey = /image|repo|registry|tag|digest|version|host|server|hub|name|url/i;
/** More hosts than a real chart names. */
const mostHosts = 100;
/** Places whose value is a part of one of the images, or contains one. */
const findProbes = (files, images) => {
    const parts = new Set(images.flatMap(probes_partsOf));
    const hosts = new Set(images
        .map(writtenHost)
        .filter(host => host !== '')
        .slice(0, mostHosts));
    return files
        .flatMap(file => [...(0,kubernetes_nodes/* walkScalars */.NO)(file.root)].flatMap(leaf => probesAt(file, leaf, parts, hosts)))
        .slice(0, limits.probesInOneRender);
};
/** The registry host that an image text names, or nothing. */
const writtenHost = (image) => {
    const [first = '', ...rest] = image.split('/');
    return rest.length > 0 && /[.:]/.test(first) ? first : '';
};
/** Every run of whole path, tag and digest segments of an image. */
const probes_partsOf = (image) => {
    const tokens = image.split(/([/:@])/).slice(0, 25);
    const runs = [];
    for (let from = 0; from < tokens.length; from += 2) {
        for (let to = from + 1; to <= tokens.length; to += 2)
            runs.push(tokens.slice(from, to).join(''));
    }
    return runs.filter(run => run !== '');
};
const probesAt = (file, { path, scalar }, parts, hosts) => {
    const inline = scalar.style !== 'block';
    if (inline && parts.has(scalar.text)) {
        return mayBeImage(path, scalar) ? [wholeValue(file, scalar)] : [];
    }
    if (inline && scalar.text.includes('{{') && imageKey.test(lastKey(path))) {
        return [wholeValue(file, scalar)];
    }
    return [...hosts].flatMap(host => probesInside(file, scalar, host));
};
const lastKey = (path) => path.findLast(step => typeof step === 'string') ?? '';
const mayBeImage = (path, scalar) => {
    if (scalar.style === 'plain' && /^[\d.]+$/.test(scalar.text))
        return numberKey.test(lastKey(path));
    return imageKey.test(lastKey(path)) || /[./]/.test(scalar.text);
};
const wholeValue = (file, scalar) => ({
    file,
    offset: scalar.end,
    text: scalar.text,
    location: file.locate(scalar.start, scalar.end)
});
/** A value that holds more than the image, such as an argument list or a block of YAML. */
const probesInside = (file, scalar, host) => {
    if (!scalar.text.includes(host))
        return [];
    const written = file.source.text.slice(scalar.start, scalar.end);
    return [...written.matchAll(/[\w.:@/-]+/g)].flatMap(({ 0: text, index }) => {
        if (!text.includes(`${host}/`))
            return [];
        const start = scalar.start + index;
        const end = start + text.length;
        return [{ file, offset: end, text, location: file.locate(start, end) }];
    });
};
/** A values file with the marks of its probes, numbered by their place in the list. */
const withMarks = (file, probes) => {
    const marks = probes
        .map((probe, index) => ({ probe, mark: markOf(index) }))
        .filter(({ probe }) => probe.file === file)
        .sort((one, other) => one.probe.offset - other.probe.offset);
    let text = '';
    let from = 0;
    for (const { probe, mark } of marks) {
        text += file.source.text.slice(from, probe.offset) + mark;
        from = probe.offset;
    }
    return text + file.source.text.slice(from);
};
/** The hits by line number; a line that differs in more than its marks proves nothing. */
const readHits = (rendered, marked, probes) => {
    if (rendered.length !== marked.length)
        return null;
    const lines = marked.flatMap((line, index) => {
        if (!line.includes('-zq') || line.replace(anyMark, '') !== rendered[index])
            return [];
        return [[index + 1, hitsIn(line, probes)]];
    });
    return new Map(lines);
};
const hitsIn = (line, probes) => {
    let removed = 0;
    return [...line.matchAll(anyMark)].flatMap(({ 0: mark, 1: number, index }) => {
        const column = index - removed + 1;
        removed += mark.length;
        const probe = probes[Number(number)];
        return probe === undefined ? [] : [{ probe, column }];
    });
};

;// CONCATENATED MODULE: ./lib/manifests/template-lines.js

const parseTemplate = (text) => text
    .split('\n', limits.templateLines)
    .map((line, index) => ({
    segments: line.trim().split(/\{\{.*?(?:\}\}|$)/),
    lineNumber: index + 1
}))
    .filter(({ segments }) => segments.some(segment => /[\p{L}\p{N}]/u.test(segment)));
/**
 * Finds the line of a template that a rendered line comes from: the literal text around the actions
 * must fit, and among several that fit, the surrounding lines decide (the container's `name:` is
 * one of them). Indentation is not compared, because `nindent` changes it. No answer where two lines
 * fit equally well.
 */
const findTemplateLine = (patterns, rendered, lineNumber) => {
    const line = (rendered[lineNumber - 1] ?? '').trim();
    const fitting = patterns.flatMap((pattern, index) => (fits(pattern, line) ? [index] : []));
    const best = bestByContext(patterns, fitting, rendered, lineNumber);
    const pattern = best === null ? undefined : patterns[best];
    return pattern === undefined
        ? null
        : { lineNumber: pattern.lineNumber, literal: pattern.segments.length === 1 };
};
/** Like a file glob with `*` for each action. */
const fits = ({ segments }, line) => {
    const [first = '', ...rest] = segments;
    const last = rest.pop();
    if (last === undefined)
        return line === first;
    if (!line.startsWith(first) || !line.endsWith(last))
        return false;
    let position = first.length;
    for (const segment of rest) {
        const at = line.indexOf(segment, position);
        if (at < 0)
            return false;
        position = at + segment.length;
    }
    return position <= line.length - last.length;
};
/** Lines above and below that are looked at: the rest of a container, seldom more. */
const contextLines = 8;
const bestByContext = (patterns, fitting, rendered, lineNumber) => {
    const [only, another] = fitting;
    if (another === undefined)
        return only ?? null;
    const scored = fitting
        .map(index => ({ index, score: contextScore(patterns, index, rendered, lineNumber) }))
        .sort((one, other) => other.score - one.score);
    const [best, second] = scored;
    return best !== undefined && best.score > (second?.score ?? 0) ? best.index : null;
};
const contextScore = (patterns, index, rendered, lineNumber) => {
    const above = patterns.slice(Math.max(0, index - contextLines), index).reverse();
    const below = patterns.slice(index + 1, index + 1 + contextLines);
    const renderedAbove = rendered
        .slice(0, lineNumber - 1)
        .slice(-contextLines)
        .reverse();
    const renderedBelow = rendered.slice(lineNumber, lineNumber + contextLines);
    return sequenceScore(above, renderedAbove) + sequenceScore(below, renderedBelow);
};
/**
 * Walks both sequences outwards in step: a literal line weighs more than one with actions, and near
 * lines more; template lines that left nothing, as those of a condition, cost a little.
 */
const sequenceScore = (patterns, lines) => {
    let score = 0;
    let position = 0;
    for (const [distance, line] of lines.entries()) {
        if (line.trim() === '---')
            break;
        const found = patterns.findIndex((pattern, at) => at >= position && fits(pattern, line.trim()));
        if (found < 0)
            continue;
        const weight = (patterns[found]?.segments.length ?? 1) === 1 ? 2 : 1;
        score += weight * (contextLines - distance) - (found - position);
        position = found + 1;
    }
    return score;
};

;// CONCATENATED MODULE: ./lib/manifests/chart-source.js








/**
 * The source of rendered text, in this order: the value that was proven to be in it, the only value
 * that could be, the line of the template that fits, the template itself. A value that only adds the
 * tag does not outdo a template line that writes the registry.
 */
const chartSource = (rendering) => {
    const templates = templateReader(rendering);
    return location => {
        const text = textAt(rendering.lines, location);
        const hits = hitsWithin(rendering, location);
        const host = writtenHost(text);
        const named = hits.find(({ probe }) => host !== '' && probe.text.includes(host));
        if (named !== undefined)
            return provenPlace(named, hits);
        const template = templates(location);
        if (host !== '' && template.line.includes(host))
            return template.place;
        const first = hits[0];
        if (first !== undefined)
            return provenPlace(first, hits);
        return onlyCandidate(rendering.evidence.unproven, text, host) ?? template.place;
    };
};
/** The rendered text at a location; up to the end of the line where it goes on. */
const textAt = (lines, location) => {
    const line = lines[location.line - 1] ?? '';
    const end = location.endLine === location.line ? location.endColumn - 1 : line.length;
    return line.slice(location.column - 1, end);
};
const hitsWithin = (rendering, location) => (rendering.evidence.hits.get(location.line) ?? []).filter(({ column }) => column > location.column && (location.endLine > location.line || column <= location.endColumn));
const provenPlace = (best, hits) => ({
    location: best.probe.location,
    confidence: 'exact',
    related: hits.filter(hit => hit !== best).map(hit => hit.probe.location)
});
/** The one value that carries the registry, or the whole image where none is written. */
const onlyCandidate = (probes, text, host) => {
    const carried = host === '' ? text : host;
    const fitting = probes.filter(probe => probe.text.includes(carried) && (text.includes(probe.text) || probe.text.includes(text)));
    const [only] = fitting;
    return only === undefined || fitting.length > 1
        ? null
        : { location: only.location, confidence: 'likely' };
};
const templateReader = (rendering) => {
    const sources = sourceComments(rendering.lines);
    const files = new Map();
    let searches = 0;
    const fileOf = (source) => {
        const known = files.get(source);
        if (known !== undefined)
            return known;
        const file = readTemplate(rendering, source);
        files.set(source, file);
        return file;
    };
    return (location) => {
        const source = sourceAbove(sources, location.line) ?? '';
        const file = fileOf(source);
        if (file === null)
            return { place: chartPlace(rendering.chart, source), line: '' };
        searches += 1;
        const match = searches > limits.templateSearches
            ? null
            : findTemplateLine(file.patterns, rendering.lines, location.line);
        if (match === null) {
            return { place: { location: (0,kubernetes_location/* lineLocation */._)(file.file), confidence: 'file' }, line: '' };
        }
        const line = file.lines[match.lineNumber - 1] ?? '';
        const at = locationInLine(file.file, match.lineNumber, line, textAt(rendering.lines, location));
        return { place: { location: at, confidence: match.literal ? 'exact' : 'likely' }, line };
    };
};
/** Helm writes `# Source:` directly below the separator (helm, pkg/action/action.go, renderResources). */
const sourceComments = (lines) => lines.flatMap((line, index) => {
    const source = /^# Source: (\S.*)$/.exec(line.trimEnd())?.[1];
    return source === undefined || lines[index - 1]?.trimEnd() !== '---'
        ? []
        : [{ line: index + 1, source }];
});
/** The template that a rendered line comes from, as Helm names it. */
const sourceAbove = (comments, line) => lastAtMost(comments, line, comment => comment.line)?.source;
/** null for a template in a packed subchart, or a comment that names no file of the chart. */
const readTemplate = ({ workspace, chart }, comment) => {
    const path = templatePath(chart, comment);
    const source = path === null ? null : readSource(workspace, path);
    if (source === null)
        return null;
    const { file, text } = source;
    return { file, lines: text.split('\n'), patterns: parseTemplate(text) };
};
/** The first segment is the chart's name and not its directory; a subchart's is its alias. */
const templatePath = (chart, source) => {
    const [, ...segments] = source.split('/');
    const [folder, name, ...rest] = segments;
    const subchart = chart.subcharts.find(known => folder === 'charts' && known.name === name);
    const path = subchart?.directory == null
        ? (0,external_node_path_.join)(chart.directory, ...segments)
        : (0,external_node_path_.join)(subchart.directory, ...rest);
    return isWithin(chart.directory, path) ? path : null;
};
/** The dependency's line in Chart.yaml for a packed subchart, else the top of Chart.yaml. */
const chartPlace = ({ metadata }, source) => {
    const subchart = /^[^/]+\/charts\/([^/]+)\//.exec(source)?.[1];
    const lines = metadata.source.text.split('\n');
    const index = lines.findIndex(line => subchart !== undefined && /^[\s-]*(?:name|alias):/.test(line) && line.includes(subchart));
    return {
        location: (0,kubernetes_location/* lineLocation */._)(metadata.source.file, Math.max(index, 0) + 1),
        confidence: 'file'
    };
};
/** The text itself where the line writes it, else all that stands on the line. */
const locationInLine = (file, number, line, text) => {
    const found = text === '' ? -1 : line.indexOf(text);
    const start = found < 0 ? line.length - line.trimStart().length : found;
    const end = found < 0 ? line.trimEnd().length : found + text.length;
    return { file, line: number, column: start + 1, endLine: number, endColumn: end + 1 };
};

;// CONCATENATED MODULE: ./lib/manifests/remembered.js
/** The same function, which works out each answer once. */
const remembered = (work) => {
    const known = new Map();
    return key => {
        const before = known.get(key);
        if (before !== undefined)
            return before.value;
        const value = work(key);
        known.set(key, { value });
        return value;
    };
};

;// CONCATENATED MODULE: ./lib/manifests/values.js



/** The given values files, in their order; InputError for one that cannot be read. */
const readGivenValues = (workspace, paths) => paths.map(named => {
    const given = (0,external_node_path_.resolve)(workspace.path, named);
    const parsed = parseFile(workspace, given);
    if (parsed === null) {
        throw new errors/* InputError */.dz(`The values file "${named}" cannot be read: correct the path, which is relative to ${workspace.path}.`);
    }
    return { ...parsed, under: null, given };
});
/** A chart's own values, subcharts first: what comes later wins. */
const readOwnValues = (workspace, chart) => {
    const own = (directory, under) => {
        const parsed = parseFile(workspace, (0,external_node_path_.join)(directory, 'values.yaml'));
        return parsed === null ? [] : [{ ...parsed, under, given: null }];
    };
    const subcharts = chart.subcharts.flatMap(({ name, directory }) => directory === null ? [] : own(directory, name));
    return [...subcharts, ...own(chart.directory, null)];
};

;// CONCATENATED MODULE: ./lib/manifests/walk.js






/** Never manifests of this repository, and often very large. */
const skippedDirectories = new Set(['.git', 'node_modules']);
/**
 * Adds everything below a directory to the search. Synchronous on purpose: for 10,000 local files
 * this takes a tenth of the time of promises.
 */
function walkDirectory(search, path, boundary) {
    const walk = { search, boundary, linkedDirectories: [] };
    visitDirectory(walk, { path, realPath: (0,external_node_fs_.realpathSync)(path) });
    for (const linked of walk.linkedDirectories)
        visitDirectory(walk, linked);
}
function visitDirectory(walk, directory) {
    const { search } = walk;
    if (!search.enter(directory.realPath))
        return;
    const entries = listDirectory(search, directory.path);
    const isChart = entries.some(entry => entry.name === chartFileName);
    if (isChart)
        search.addChart(directory.path);
    for (const entry of entries) {
        if (isChart && isRenderedChartPart(entry.name))
            continue;
        visitEntry(walk, directory, entry);
    }
}
function visitEntry(walk, directory, entry) {
    const path = (0,external_node_path_.join)(directory.path, entry.name);
    if (entry.isSymbolicLink()) {
        visitLink(walk, path);
    }
    else if (entry.isDirectory()) {
        if (skippedDirectories.has(entry.name))
            return;
        visitDirectory(walk, { path, realPath: (0,external_node_path_.join)(directory.realPath, entry.name) });
    }
    else if (entry.isFile() && isManifestName(entry.name)) {
        walk.search.addFile(path, (0,external_node_path_.join)(directory.realPath, entry.name));
    }
}
function visitLink(walk, path) {
    const { search } = walk;
    const target = linkTarget(path);
    if (target === null) {
        if (isManifestName((0,external_node_path_.basename)(path)))
            search.addProblem(brokenLink(search, path));
        return;
    }
    const isDirectory = target.kind === 'directory';
    if (!isDirectory && !isManifestName((0,external_node_path_.basename)(path)))
        return;
    if (!isWithin(walk.boundary, target.realPath)) {
        search.addProblem(leavingLink(search, path));
    }
    else if (isDirectory) {
        walk.linkedDirectories.push({ path, realPath: target.realPath });
    }
    else {
        search.addFile(path, target.realPath);
    }
}
const linkTarget = (path) => {
    try {
        const realPath = (0,external_node_fs_.realpathSync)(path);
        return { kind: (0,external_node_fs_.statSync)(realPath).isDirectory() ? 'directory' : 'file', realPath };
    }
    catch {
        return null;
    }
};
const listDirectory = (search, path) => {
    try {
        const entries = (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
        return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    }
    catch (error) {
        search.addProblem(unreadable(reportedPath(search.workspace, path), `The directory could not be listed (${(0,errors/* messageOf */.bD)(error)}), so nothing in it was judged`, 'Give the running user the right to read it.'));
        return [];
    }
};
const leavingLink = (search, path) => unreadable(reportedPath(search.workspace, path), 'This symbolic link leads out of the workspace and was not followed', 'Copy the file into the repository, or name its real path on the command line.');
const brokenLink = (search, path) => unreadable(reportedPath(search.workspace, path), 'This symbolic link leads to nothing', 'Correct or remove the link.');

;// CONCATENATED MODULE: ./lib/manifests/bundle.js








/** Whether a manifest may be output of `helm template`, such as the bundle of azure/k8s-bake. */
const isBundle = ({ text }) => text.includes('\n# Source: ');
/**
 * Moves the images below a `# Source:` comment to the template it names, when that is in a chart of
 * the workspace. It is never more than `likely`: nobody knows which values the bundle was baked with.
 */
const bundleReader = (workspace) => {
    let charts;
    return (source, content) => {
        charts ??= workspaceCharts(workspace);
        const known = charts;
        const lines = source.text.split('\n');
        const comments = sourceComments(lines);
        const chartOf = remembered((comment) => namedChart(known, comment));
        const finderOf = remembered((chart) => finderFor(workspace, chart, lines, content));
        const uses = content.uses.map(use => {
            const comment = sourceAbove(comments, use.location.line);
            const chart = comment === undefined ? null : chartOf(comment);
            if (chart === null)
                return use;
            const { location, confidence } = finderOf(chart)(use.location);
            return {
                ...use,
                location,
                related: [use.location],
                origin: {
                    renderer: 'chart',
                    path: chart.path,
                    confidence: confidence === 'exact' ? 'likely' : confidence
                }
            };
        });
        return { ...content, uses };
    };
};
const workspaceCharts = (workspace) => {
    const search = new Search(workspace);
    walkDirectory(search, workspace.path, workspace.realPath);
    return [...search.charts].flatMap(directory => readChart(workspace, directory) ?? []);
};
/** The one chart of that name which has the file. */
const namedChart = (charts, comment) => {
    const [name] = comment.split('/');
    const having = charts.filter(chart => {
        const path = chart.name === name ? templatePath(chart, comment) : null;
        return path !== null && (0,external_node_fs_.existsSync)(path);
    });
    return having.length === 1 ? (having[0] ?? null) : null;
};
const finderFor = (workspace, chart, lines, content) => {
    const images = content.uses.map(use => textAt(lines, use.location));
    const unproven = findProbes(readOwnValues(workspace, chart), [...new Set(images)]);
    return chartSource({ workspace, chart, lines, evidence: { hits: new Map(), unproven } });
};

;// CONCATENATED MODULE: ./lib/manifests/content.js
const emptyContent = {
    uses: [],
    serviceAccounts: [],
    secrets: [],
    pullBindings: [],
    problems: []
};
const joinContent = (contents) => ({
    uses: contents.flatMap(({ uses }) => uses),
    serviceAccounts: contents.flatMap(({ serviceAccounts }) => serviceAccounts),
    secrets: contents.flatMap(({ secrets }) => secrets),
    pullBindings: contents.flatMap(({ pullBindings }) => pullBindings),
    problems: contents.flatMap(({ problems }) => problems)
});
/** Equal values once, the first kept; two overlays of one base repeat what neither changes. */
const content_distinct = (values) => {
    const seen = new Set();
    return values.filter(value => {
        const key = JSON.stringify(value);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
};
/** One image use for each image, place and workload, whatever it was rendered for. */
const distinctUses = (uses) => {
    const seen = new Set();
    return uses.filter(({ image, location, workload, container, pod }) => {
        const key = JSON.stringify([image, location, workload, container, pod]);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
};

// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
;// CONCATENATED MODULE: ./lib/manifests/find-files.js







/**
 * Finds what the named paths stand for: files, directories (recursive) and globs.
 *
 * Inside the workspace, symbolic links must not leave it, whoever named them: a pull request writes
 * them. A path that the user typed and that lies outside is read, and then bounds its own links.
 */
function findFiles(paths, workspace) {
    const search = new Search(workspace);
    for (const path of paths)
        findNamed(search, path);
    return search;
}
function findNamed(search, named) {
    const { hits } = search;
    const path = (0,external_node_path_.resolve)(search.workspace.path, named);
    if (exists(path)) {
        requireReadable(path, named);
        addTarget(search, path, 'named');
    }
    else if ((0,dist/* isDynamicPattern */.ey)(named)) {
        for (const match of expandGlob(search, named))
            addMatch(search, match);
    }
    if (search.hits === hits)
        throw nothingAt(search.workspace, path, named);
}
const exists = (path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
const nothingAt = (workspace, path, named) => new errors/* NothingToJudgeError */.kV(exists(path)
    ? `"${named}" holds no *.yaml, *.yml or *.json file and no chart: name the directory of your manifests.`
    : `"${named}" matches no manifest: name a file, a directory or a glob, relative to ${workspace.path}.`);
const requireReadable = (path, named) => {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK);
    }
    catch (error) {
        throw new errors/* InputError */.dz(`"${named}" cannot be read (${(0,errors/* messageOf */.bD)(error)}): correct the path or its permissions.`, { cause: error });
    }
};
/** Directories that match are searched too, as a shell's expansion would pass them on. */
const expandGlob = (search, pattern) => (0,dist/* globSync */.AZ)(pattern, {
    cwd: search.workspace.path,
    absolute: true,
    dot: true,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/.git/**', '**/node_modules/**']
})
    .map(match => (0,external_node_path_.resolve)(match))
    .sort();
/** A link that leads to nothing matches nothing. */
function addMatch(search, path) {
    const isDirectory = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory();
    if (isDirectory === undefined)
        return;
    if (isDirectory || isManifestName((0,external_node_path_.basename)(path)))
        addTarget(search, path, 'matched');
}
function addTarget(search, path, found) {
    const realPath = (0,external_node_fs_.realpathSync)(path);
    const isDirectory = (0,external_node_fs_.statSync)(realPath).isDirectory();
    const boundary = boundaryOf(search.workspace, path, realPath, isDirectory);
    if (!isWithin(boundary, realPath)) {
        search.addProblem(leavingLink(search, path));
        return;
    }
    const isChart = isDirectory && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, chartFileName));
    const chart = isChart && found === 'named' ? null : chartAround(search.workspace, path);
    if (chart !== null)
        search.addChart(chart);
    else if (isDirectory)
        walkDirectory(search, path, boundary);
    else if ((0,external_node_path_.basename)(path) === chartFileName)
        search.addChart((0,external_node_path_.dirname)(path));
    else
        search.addFile(path, realPath);
}
const boundaryOf = (workspace, path, realPath, isDirectory) => {
    if (isWithin(workspace.path, path))
        return workspace.realPath;
    return isDirectory ? realPath : (0,external_node_path_.dirname)(realPath);
};
/**
 * The outermost chart whose templates, subcharts or CRDs a path belongs to: a changed template is
 * judged by rendering its chart. Only a subchart that is named itself is rendered by itself.
 */
const chartAround = (workspace, path) => {
    let outermost = null;
    for (let directory = (0,external_node_path_.dirname)(path);; directory = (0,external_node_path_.dirname)(directory)) {
        const [part = ''] = (0,external_node_path_.relative)(directory, path).split(external_node_path_.sep);
        if (isRenderedChartPart(part) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, chartFileName))) {
            outermost = directory;
        }
        if (directory === workspace.path || directory === (0,external_node_path_.dirname)(directory))
            return outermost;
    }
};

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 1 modules
var schemas = __webpack_require__(2765);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./lib/manifests/flux.js





const emptyForNull = schemas/* pipe */.FsL(schemas/* nullable */.mee(schemas/* string */.YjP()), schemas/* transform */.pdi(text => text ?? ''));
const texts = schemas/* catch */.MfU(schemas/* record */.g1P(schemas/* string */.YjP(), emptyForNull), {});
const optionalText = schemas/* nullish */.cl6(schemas/* string */.YjP());
/** fluxcd.io, Kustomization, "Post build variable substitution". */
const fluxKustomization = schemas/* object */.Ikc({
    apiVersion: schemas/* string */.YjP().check(api/* _startsWith */.$S('kustomize.toolkit.fluxcd.io/')),
    kind: schemas/* literal */.euz('Kustomization'),
    metadata: schemas/* nullish */.cl6(schemas/* object */.Ikc({ namespace: optionalText })),
    spec: schemas/* object */.Ikc({
        path: optionalText,
        postBuild: schemas/* object */.Ikc({
            substitute: schemas/* optional */.lqM(texts),
            substituteFrom: schemas/* catch */.MfU(schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* object */.Ikc({ kind: schemas/* string */.YjP(), name: schemas/* string */.YjP() }))), [])
        })
    })
});
const configMap = schemas/* object */.Ikc({
    kind: schemas/* literal */.euz('ConfigMap'),
    metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), namespace: optionalText }),
    data: texts
});
/** Reads the substitutions that Flux Kustomizations of this repository declare for its own directories. */
const fluxSubstitutions = (workspace, sources) => {
    const kustomizations = flux_objectsIn(sources, 'postBuild:', fluxKustomization);
    if (kustomizations.length === 0)
        return [];
    const configMaps = flux_objectsIn(sources, 'ConfigMap', configMap);
    return kustomizations.flatMap(kustomization => {
        // join, not resolve: ncc would take resolve for the name of a folder to bundle.
        const directory = (0,external_node_path_.join)(workspace.path, kustomization.spec.path ?? '');
        return (0,external_node_fs_.existsSync)(directory)
            ? [{ directory, variables: variablesOf(kustomization, configMaps) }]
            : [];
    });
};
/** The variable sets that hold for a path: those of the closest directory, one for each Kustomization of it. */
const variablesAt = (substitutions, path) => {
    const around = substitutions.filter(({ directory }) => isWithin(directory, path));
    const closest = Math.max(...around.map(({ directory }) => directory.length));
    return around
        .filter(({ directory }) => directory.length === closest)
        .map(({ variables }) => variables);
};
const flux_objectsIn = (sources, marker, schema) => sources
    .filter(({ source }) => source.text.includes(marker))
    .flatMap(({ path, source }) => parseDocuments(source).documents.flatMap(({ root }) => {
    const { data } = schema.safeParse((0,kubernetes_nodes/* plainValue */._y)(root));
    return data === undefined ? [] : [{ ...data, file: path }];
}));
/** Inline values win over those of ConfigMaps, and later ConfigMaps over earlier ones. */
const variablesOf = ({ file, metadata, spec }, configMaps) => {
    const named = (spec.postBuild.substituteFrom ?? []).flatMap(({ kind, name }) => {
        const found = kind === 'ConfigMap' ? closestNamed(configMaps, name, metadata?.namespace, file) : null;
        return found === null ? [] : [found.data];
    });
    return Object.fromEntries([...named, spec.postBuild.substitute ?? {}].flatMap(variables => Object.entries(variables)));
};
/** Each cluster's directory often has a ConfigMap of the same name, so the closest one counts; null where two are. */
const closestNamed = (configMaps, name, namespace, file) => {
    const ranked = configMaps
        .filter(({ metadata }) => metadata.name === name)
        .filter(({ metadata }) => (metadata.namespace ?? namespace) === (namespace ?? metadata.namespace))
        .map(found => ({ found, shared: sharedSegments((0,external_node_path_.dirname)(found.file), (0,external_node_path_.dirname)(file)) }))
        .sort((one, other) => other.shared - one.shared);
    const [best, second] = ranked;
    return best === undefined || best.shared === second?.shared ? null : best.found;
};
const sharedSegments = (one, other) => {
    const segments = other.split(external_node_path_.sep);
    const differing = one.split(external_node_path_.sep).findIndex((segment, index) => segment !== segments[index]);
    return differing < 0 ? one.split(external_node_path_.sep).length : differing;
};

;// CONCATENATED MODULE: ./lib/manifests/plain-files.js





/** Files at the top of a chart that describe it and name no image. */
const chartDescriptions = new Set([chartFileName, 'requirements.yaml', 'values.schema.json']);
/** Whether a found file says something by itself. */
const isPlain = (path, charts) => !(chartDescriptions.has((0,external_node_path_.basename)(path)) && charts.has((0,external_node_path_.dirname)(path)));
/** Reads one file by itself; output of `helm template` is brought back to its chart. */
const readPlain = ({ path, source }, charts, read, bundles) => {
    const isValues = (0,external_node_path_.basename)(path) === 'values.yaml' && charts.has((0,external_node_path_.dirname)(path));
    const content = read(isValues ? { ...source, values: true } : source, path);
    return isBundle(source) ? bundles(source, content) : content;
};
/** What can be read of a chart that was not rendered: its values, and templates without any action. */
const unrenderedSources = (workspace, chart) => {
    const templates = filesBelow((0,external_node_path_.join)(chart, 'templates'))
        .flatMap(path => sourceOf(workspace, path))
        .filter(({ source }) => !source.text.includes('{{'));
    return [...sourceOf(workspace, (0,external_node_path_.join)(chart, 'values.yaml')), ...templates];
};
const sourceOf = (workspace, path) => {
    const source = readSource(workspace, path);
    return source === null ? [] : [{ path, source }];
};
const filesBelow = (directory) => {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true }).flatMap(entry => {
            const path = (0,external_node_path_.join)(directory, entry.name);
            if (entry.isDirectory())
                return filesBelow(path);
            return entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name) ? [path] : [];
        });
    }
    catch {
        return [];
    }
};

;// CONCATENATED MODULE: ./lib/manifests/chart-failure.js





const correctTemplate = () => 'Correct the template or the values it needs; `helm template` repeats the fault.';
const correctValues = () => 'Correct the YAML of the values file.';
const failureForms = [
    {
        // helm, pkg/action/dependency.go, CheckDependencies
        says: /missing in charts\/ directory: (?<file>[^,\s]+)/,
        names: 'dependency',
        cure: chart => `Run \`helm dependency build ${chart.path}\` before the check.`
    },
    {
        // text/template and helm, pkg/engine/engine.go, cleanupParseError and cleanupExecError
        says: /(?:parse error at|execution error at) \((?<file>[^:()]+):(?<line>\d+)/,
        names: 'template',
        cure: correctTemplate
    },
    {
        says: /template: (?<file>[^:\s]+):(?<line>\d+)/,
        names: 'template',
        cure: correctTemplate
    },
    {
        // Helm 4 lays the same fault out over several lines (pkg/engine/engine.go, reformatExecErrorMsg).
        says: /^Error: (?<file>[^:\s]+):(?<line>\d+):\d+\s*$/m,
        names: 'template',
        cure: correctTemplate
    },
    {
        // The line of this fault counts in the rendered text, not in the template.
        says: /YAML parse error on (?<file>[^:\s]+):/,
        names: 'template',
        cure: correctTemplate
    },
    {
        says: /(?:failed to parse|cannot load) (?<file>[^:]+): .*?(?:line (?<line>\d+)|$)/m,
        names: 'values',
        cure: correctValues
    },
    {
        says: /values don't meet the specifications of the schema/,
        names: 'chart',
        cure: () => "Give the values that the chart's values.schema.json demands, with `--values` or `--helm-set`."
    },
    {
        says: /incompatible with Kubernetes/,
        names: 'chart',
        cure: chart => `Render it with \`helm template --kube-version VERSION ${chart.path}\` and pass the output as a file.`
    }
];
/** A failing render as a problem on the line that Helm names, else on Chart.yaml. */
const chartFailure = (context, reason) => {
    const { chart } = context;
    const message = `Helm could not render the chart ${chart.path}, so its images are not judged: ${firstSentence(reason)}`;
    for (const form of failureForms) {
        const groups = form.says.exec(reason)?.groups;
        if (groups !== undefined || form.says.test(reason)) {
            return notRendered(placeOf(context, form, groups ?? {}), message, form.cure(chart));
        }
    }
    return notRendered((0,kubernetes_location/* lineLocation */._)(chart.metadata.source.file), message, `Make \`helm template ${chart.path}\` succeed, or check the rendered output instead of the chart.`);
};
const placeOf = ({ workspace, chart, values }, form, { file = '', line = '1' }) => {
    const metadata = chart.metadata.source;
    if (form.names === 'dependency') {
        const index = metadata.text
            .split('\n')
            .findIndex(text => text.includes('name:') && text.includes(file));
        return (0,kubernetes_location/* lineLocation */._)(metadata.file, Math.max(index, 0) + 1);
    }
    if (form.names === 'template') {
        const path = templatePath(chart, file);
        return path === null || !(0,external_node_fs_.existsSync)(path)
            ? (0,kubernetes_location/* lineLocation */._)(metadata.file)
            : (0,kubernetes_location/* lineLocation */._)(reportedPath(workspace, path), Number(line));
    }
    const named = values.find(known => known.given === file || known.source.file.endsWith(file));
    return form.names === 'values' && named !== undefined
        ? (0,kubernetes_location/* lineLocation */._)(named.source.file, Number(line))
        : (0,kubernetes_location/* lineLocation */._)(metadata.file);
};
const longestReason = 400;
/** Helm's own words on one line, without its advice about --debug. */
const firstSentence = (reason) => {
    const words = reason
        .replace(/^Error: /, '')
        .replace(/Use --debug flag[^\n]*/, '')
        .replace(/\s+/g, ' ')
        .trim();
    return words.length > longestReason ? `${words.slice(0, longestReason)}…` : words;
};

;// CONCATENATED MODULE: ./lib/manifests/leaving-links.js



/**
 * The first symbolic link below a directory that leads out of a boundary, or null. Helm follows
 * every link of a chart and hands the content to templates, so such a chart is not rendered.
 */
const findLeavingLink = (directory, boundary) => {
    for (const entry of (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        if (entry.isSymbolicLink() && !leadsInside(path, boundary))
            return path;
        const below = entry.isDirectory() ? findLeavingLink(path, boundary) : null;
        if (below !== null)
            return below;
    }
    return null;
};
const leadsInside = (path, boundary) => {
    try {
        return isWithin(boundary, (0,external_node_fs_.realpathSync)(path));
    }
    catch {
        return true;
    }
};

;// CONCATENATED MODULE: ./lib/manifests/rendering.js
/** What was read from rendered text, moved to the lines that a person edits. */
const atSource = (content, rendered, placeOf) => {
    const moved = (items) => items.map(item => ({ ...item, location: placeOf(item.location).location }));
    return {
        uses: content.uses.map(use => {
            const { location, confidence, related = [] } = placeOf(use.location);
            return { ...use, location, related, origin: { ...rendered, confidence } };
        }),
        serviceAccounts: moved(content.serviceAccounts),
        secrets: moved(content.secrets),
        pullBindings: moved(content.pullBindings),
        problems: moved(content.problems)
    };
};

;// CONCATENATED MODULE: ./lib/manifests/run-binary.js



/** The absolute path of a program, or null. Relative PATH entries are passed over: a repository could fill them. */
function findBinary(name, environment) {
    const file = process.platform === 'win32' ? `${name}.exe` : name;
    const directories = (environment['PATH'] ?? environment['Path'] ?? '').split(external_node_path_.delimiter);
    const paths = directories.filter(external_node_path_.isAbsolute).map(directory => (0,external_node_path_.join)(directory, file));
    return paths.find(isExecutable) ?? null;
}
const isExecutable = (path) => {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
};
/** Runs helm, kustomize or kubectl on files of the repository: no shell, no inherited secret, bounded. */
async function renderWith(world, command) {
    const left = command.deadline - world.now();
    if (left <= 0)
        return { kind: 'failed', reason: outOfTime };
    const result = await world.execute({
        ...withMemoryLimit(world, command),
        directory: command.directory,
        environment: environmentFor(world.environment, command),
        milliseconds: Math.ceil(Math.min(limits.renderMilliseconds, left)),
        outputBytes: limits.renderOutputBytes
    });
    return result.kind === 'success'
        ? { kind: 'rendered', text: result.stdout }
        : { kind: 'failed', reason: reasonOf(result) };
}
const outOfTime = `the ${limits.allRendersMilliseconds / 60_000} minutes that one run has for rendering were used up`;
/** `prlimit` (util-linux) is on every GitHub Linux runner; elsewhere GOMEMLIMIT alone slows growth. */
const withMemoryLimit = (world, { binary, parameters }) => {
    const prlimit = process.platform === 'linux' ? findBinary('prlimit', world.environment) : null;
    if (prlimit === null)
        return { binary, parameters };
    const limit = `--data=${limits.renderMemoryBytes}`;
    return { binary: prlimit, parameters: [limit, binary, ...parameters] };
};
/** Needed to start a program at all on Windows. */
const windowsVariables = ['SystemRoot', 'SYSTEMROOT', 'windir', 'PATHEXT', 'COMSPEC'];
/** How a build server reaches the network; passed on for remote bases only. */
const networkVariables = [
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR'
];
/**
 * The second wall after our own look at the references: git refuses every transport (git(1),
 * GIT_ALLOW_PROTOCOL), and Go's HTTP client finds no proxy on the discard port.
 */
const noNetwork = {
    GIT_ALLOW_PROTOCOL: 'none',
    HTTP_PROXY: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9'
};
/** Nothing of ours but PATH: no token, no kubeconfig, no helm plugin or repository of the user. */
const environmentFor = (ours, { home, network }) => ({
    ...pick(ours, ['PATH', 'Path', ...windowsVariables]),
    ...(network ? pick(ours, networkVariables) : noNetwork),
    GIT_TERMINAL_PROMPT: '0',
    GOMEMLIMIT: String(limits.renderMemoryBytes / 2),
    HELM_CACHE_HOME: (0,external_node_path_.join)(home, 'cache'),
    HELM_CONFIG_HOME: (0,external_node_path_.join)(home, 'config'),
    HELM_DATA_HOME: (0,external_node_path_.join)(home, 'data'),
    HELM_PLUGINS: (0,external_node_path_.join)(home, 'plugins'),
    HOME: home,
    KUBECONFIG: (0,external_node_path_.join)(home, 'kubeconfig'),
    TEMP: home,
    TMP: home,
    TMPDIR: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: (0,external_node_path_.join)(home, 'config')
});
const pick = (from, names) => Object.fromEntries(names.flatMap(name => (from[name] === undefined ? [] : [[name, from[name]]])));
const goOutOfMemory = /^fatal error: .*out of memory/m;
const reasonOf = (result) => {
    if (result.kind === 'time-out') {
        return `it took longer than ${limits.renderMilliseconds / 1000} seconds and was stopped`;
    }
    if (result.kind === 'too-much-output') {
        return `it wrote more than ${limits.renderOutputBytes / 1024 / 1024} MB and was stopped`;
    }
    return goOutOfMemory.test(result.stderr)
        ? `it needed more than ${limits.renderMemoryBytes / 1024 / 1024 / 1024} GB of memory`
        : result.stderr;
};

;// CONCATENATED MODULE: ./lib/manifests/chart.js














/** Renders one chart with Helm and brings what is in it back to the chart's own lines. */
async function loadChart(run, helm, directory, givenValues, home) {
    const chart = readChart(run.workspace, directory);
    if (chart === null)
        return unreadableChart(run, directory);
    if (chart.isLibrary)
        return { kind: 'skipped' };
    const link = findLeavingLink(directory, chart_boundaryOf(run, directory));
    if (link !== null)
        return leavingChart(run, chart, link);
    const values = [...readOwnValues(run.workspace, chart), ...givenValues];
    return renderChart({ run, helm, chart, home, values });
}
const chart_boundaryOf = ({ workspace }, directory) => isWithin(workspace.path, directory) ? workspace.realPath : (0,external_node_fs_.realpathSync)(directory);
async function renderChart(job) {
    const { run, chart } = job;
    const given = job.values.flatMap(({ given: path }) => (path === null ? [] : [path]));
    const result = await helmTemplate(job, given);
    if (result.kind === 'failed') {
        const context = { workspace: run.workspace, chart, values: job.values };
        return { kind: 'failed', problem: chartFailure(context, result.reason) };
    }
    const content = run.read({ file: chart.path, text: result.text }, chart.directory);
    const lines = result.text.split('\n');
    const images = [...new Set(content.uses.map(use => textAt(lines, use.location)))];
    const evidence = await proveValues(job, lines, images);
    const placeOf = chartSource({ workspace: run.workspace, chart, lines, evidence });
    return {
        kind: 'rendered',
        content: atSource(content, { renderer: 'chart', path: chart.path }, placeOf),
        covered: [(0,external_node_path_.join)(chart.directory, 'values.yaml'), ...given]
    };
}
/** `--include-crds` keeps the numbering of hooks and resources as `helm install` has it; no test of `--validate` reaches a cluster. */
const helmTemplate = (job, valuesFiles) => {
    const { namespace, helm: options } = job.run.request;
    return renderWith(job.run.world, {
        binary: job.helm,
        parameters: [
            'template',
            options.release ?? 'release-name',
            job.chart.directory,
            '--namespace',
            namespace,
            '--include-crds',
            ...valuesFiles.flatMap(file => ['--values', file]),
            ...options.set.flatMap(pair => ['--set', pair])
        ],
        directory: job.run.workspace.path,
        home: job.home,
        network: false,
        deadline: job.run.deadline
    });
};
/**
 * Finds out by experiment which values are in which line. One more render with all marks answers for
 * all images at once; where the marks upset the chart, they are tried one by one, the most telling first.
 */
async function proveValues(job, lines, images) {
    const probes = findProbes(job.values, images);
    if (probes.length === 0)
        return { hits: new Map(), unproven: [] };
    const together = await renderMarked(job, lines, probes);
    if (together !== null)
        return { hits: together, unproven: [] };
    const hits = new Map();
    const decided = new Set();
    for (const probe of mostTelling(probes)) {
        const alone = await renderMarked(job, lines, [probe]);
        if (alone !== null)
            decided.add(probe);
        for (const [line, found] of alone ?? [])
            hits.set(line, [...(hits.get(line) ?? []), ...found]);
    }
    return { hits, unproven: probes.filter(probe => !decided.has(probe)) };
}
const mostTelling = (probes) => {
    const namesHost = (probe) => Number(writtenHost(`${probe.text}/`) !== '');
    return [...probes]
        .sort((one, other) => namesHost(other) - namesHost(one))
        .slice(0, limits.probeRenders);
};
async function renderMarked(job, lines, probes) {
    const marked = new Set(probes.map(probe => probe.file));
    const files = job.values.flatMap((file, index) => {
        if (marked.has(file))
            return [writeMarked(job, file, probes, index)];
        return file.given === null ? [] : [file.given];
    });
    const result = await helmTemplate(job, files);
    return result.kind === 'failed' ? null : readHits(lines, result.text.split('\n'), probes);
}
/** A copy with marks; a chart's own values become the first `--values`, which has the same effect. */
const writeMarked = ({ home }, file, probes, index) => {
    const path = (0,external_node_path_.join)(home, `values-${index}.yaml`);
    const text = withMarks(file, probes);
    (0,external_node_fs_.writeFileSync)(path, file.under === null ? text : nested(file.under, text));
    return path;
};
const nested = (key, text) => `${JSON.stringify(key)}:\n${text.replace(/^(?=.)/gm, '  ')}`;
const unreadableChart = (run, directory) => ({
    kind: 'failed',
    problem: notRendered((0,kubernetes_location/* lineLocation */._)(reportedPath(run.workspace, (0,external_node_path_.join)(directory, 'Chart.yaml'))), 'Chart.yaml cannot be read, so the images of this chart are not judged', 'Save it as UTF-8 text that the running user may read.')
});
const leavingChart = (run, chart, link) => ({
    kind: 'failed',
    problem: notRendered((0,kubernetes_location/* lineLocation */._)(reportedPath(run.workspace, link)), `This symbolic link leads out of the workspace, so the chart ${chart.path} was not rendered`, 'Copy the file into the chart.')
});

;// CONCATENATED MODULE: ./lib/manifests/in-parallel.js
/** Works on all items, at most `limit` at a time; the answers keep the order of the items. */
async function inParallel(items, limit, work) {
    const answers = [];
    const waiting = items.entries();
    const lane = async () => {
        for (const [index, item] of waiting)
            answers[index] = await work(item, index);
    };
    await Promise.all(Array.from({ length: limit }, lane));
    return answers;
}

;// CONCATENATED MODULE: ./lib/manifests/kustomization.js






/** kustomize, api/types/kustomization.go; `vars` and inline values name no files. */
const resourceFields = [
    ['resources', '*'],
    ['bases', '*']
];
const componentFields = [['components', '*']];
const inputFields = [
    ['patches', '*', 'path'],
    ['patchesStrategicMerge', '*'],
    ['patchesJson6902', '*', 'path'],
    ['replacements', '*', 'path'],
    ['configMapGenerator', '*', 'files', '*'],
    ['configMapGenerator', '*', 'envs', '*'],
    ['configMapGenerator', '*', 'env'],
    ['secretGenerator', '*', 'files', '*'],
    ['secretGenerator', '*', 'envs', '*'],
    ['secretGenerator', '*', 'env'],
    ['configurations', '*'],
    ['crds', '*'],
    ['openapi', 'path']
];
/** Their files can name further files, which a kustomization does not show. */
const pluginFields = [
    ['generators', '*'],
    ['transformers', '*'],
    ['validators', '*']
];
const chartFields = ['helmCharts', 'helmChartInflationGenerator'];
/** null where the file cannot be read. */
const readKustomization = (workspace, path) => {
    const parsed = parseFile(workspace, path);
    if (parsed === null)
        return null;
    const directory = (0,external_node_path_.dirname)(path);
    const references = (fields) => referencesIn(parsed, directory, fields);
    return {
        ...parsed,
        path,
        directory,
        shown: reportedPath(workspace, directory),
        isComponent: (0,kubernetes_nodes/* scalarAt */.C_)(parsed.root, ['kind'])?.text === 'Component',
        resources: references(resourceFields),
        components: references(componentFields),
        inputs: references([...inputFields, ...pluginFields]),
        charts: chartsIn(parsed),
        hasPlugins: references(pluginFields).length > 0
    };
};
/** The kustomization file of a directory, or null. */
const kustomizationIn = (directory) => kustomizationNames.map(name => (0,external_node_path_.join)(directory, name)).find(path => (0,external_node_fs_.existsSync)(path)) ?? null;
const referencesIn = ({ root, locate }, directory, fields) => [...(0,kubernetes_nodes/* walkScalars */.NO)(root)].flatMap(({ path, scalar }) => {
    const field = fields.find(known => isField(known, path));
    if (field === undefined || scalar.text.includes('\n'))
        return [];
    const text = field.includes('files') ? scalar.text.replace(/^[^=]*=/, '') : scalar.text;
    const local = isRemote(text) ? null : (0,external_node_path_.resolve)(directory, text);
    return [{ text, location: locate(scalar.start, scalar.end), path: local }];
});
const isField = (field, path) => field.length === path.length &&
    field.every((step, index) => step === '*' ? typeof path[index] === 'number' : step === path[index]);
/**
 * What kustomize fetches: HTTP files (api/internal/loader/fileloader.go) and git repositories
 * (api/internal/git/repospec.go), tried before any local path of the same name.
 */
const remoteForm = /^(?:[a-z][a-z0-9+.-]*:\/\/|git::|gh:|[\w.-]+@[\w.-]+[:/]|(?:www\.)?github\.com[:/])|\?(?:ref|version|timeout|submodules)=|\.git(?:\/|$)|\/_git\//i;
const isRemote = (text) => remoteForm.test(text);
const chartsIn = ({ root, locate }) => {
    for (const field of chartFields) {
        const node = (0,kubernetes_nodes/* nodeAt */.oB)(root, [field]);
        if (node !== null)
            return locate(node.start, node.end);
    }
    return null;
};

;// CONCATENATED MODULE: ./lib/manifests/kustomization-graph.js


const readGraph = (workspace, files) => {
    const graph = new Map();
    const waiting = [...files];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const kustomization = readKustomization(workspace, path);
        if (kustomization === null || graph.has(kustomization.directory))
            continue;
        graph.set(kustomization.directory, kustomization);
        for (const { path: target } of [...kustomization.resources, ...kustomization.components]) {
            const next = target === null ? null : kustomizationIn(target);
            if (next !== null)
                waiting.push(next);
        }
    }
    return graph;
};
/**
 * The kustomizations to build: those that no other one includes. Components are no deployment of
 * their own. A circle has no such kustomization; its first member then shows kustomize's complaint.
 */
const leavesOf = (graph, found) => {
    const candidates = [...found]
        .map(path => [...graph.values()].find(known => known.path === path))
        .filter(known => known !== undefined)
        .filter(known => !known.isComponent);
    const included = new Set([...graph.values()].flatMap(one => includedBy(graph, one)));
    const leaves = candidates.filter(candidate => !included.has(candidate));
    const reached = new Set(leaves.flatMap(leaf => chainOf(graph, leaf)));
    for (const candidate of candidates) {
        if (reached.has(candidate))
            continue;
        leaves.push(candidate);
        for (const member of chainOf(graph, candidate))
            reached.add(member);
    }
    return leaves;
};
/** A kustomization and everything that it includes, the outermost first. */
const chainOf = (graph, leaf) => {
    const chain = new Set([leaf]);
    for (const member of chain) {
        for (const next of includedBy(graph, member))
            chain.add(next);
    }
    return [...chain];
};
const includedBy = (graph, from) => [...from.resources, ...from.components].flatMap(({ path }) => {
    const target = path === null ? undefined : graph.get(path);
    return target === undefined || target === from ? [] : [target];
});
/** Files that are judged through the built output. */
const coveredBy = (chain) => chain.flatMap(({ path, resources, components, inputs }) => [
    path,
    ...[...resources, ...components, ...inputs].flatMap(reference => reference.path !== null && (0,external_node_fs_.existsSync)(reference.path) ? [reference.path] : [])
]);
/**
 * The kustomizations that a resource file passes through, the innermost first: each with its
 * components before itself, as kustomize applies them (api/internal/target/kusttarget.go, accumulateTarget).
 */
const stagesOf = (graph, leaf, file) => {
    const route = routeTo(graph, leaf, file, new Set()) ?? [leaf];
    return route.flatMap(stage => [...componentsOf(graph, stage, new Set()), stage]);
};
const routeTo = (graph, from, file, seen) => {
    if (seen.has(from))
        return null;
    seen.add(from);
    if (from.path === file || from.resources.some(({ path }) => path === file))
        return [from];
    for (const next of includedBy(graph, from)) {
        const route = routeTo(graph, next, file, seen);
        if (route !== null)
            return [...route, from];
    }
    return null;
};
const componentsOf = (graph, { components }, seen) => components.flatMap(({ path }) => {
    const component = path === null ? undefined : graph.get(path);
    if (component === undefined || seen.has(component))
        return [];
    seen.add(component);
    return [...componentsOf(graph, component, seen), component];
});

;// CONCATENATED MODULE: ./lib/manifests/kustomize-failure.js




/** Why a kustomization is not built at all, or null: what kustomize would fetch, read outside, or run. */
const refusal = (run, leaf, chain) => {
    const references = chain.flatMap(referencesOf);
    const remote = references.find(({ path }) => path === null);
    if (remote !== undefined && !run.request.remoteBases)
        return remoteProblem(leaf, remote);
    const outside = references.find(reference => leavesWorkspace(run, leaf, reference));
    if (outside !== undefined)
        return outsideProblem(leaf, outside);
    const inflating = chain.find(({ charts }) => charts !== null);
    return inflating?.charts == null
        ? null
        : notRendered(inflating.charts, `The kustomization ${inflating.shown} inflates a Helm chart, which kustomize only does with --enable-helm, so ${leaf.shown} was not built`, `Check the output instead: \`kustomize build --enable-helm ${leaf.shown} | acr-pull-check check -\`.`);
};
const referencesOf = ({ resources, components, inputs }) => [
    ...resources,
    ...components,
    ...inputs
];
const remoteProblem = (leaf, { text, location }) => notRendered(location, `The kustomization ${leaf.shown} takes "${text}" from the network, so it was not built and its images are not judged`, 'Allow it with `--remote-bases` (action input `remote-bases: true`), or keep a copy in the repository.');
/** A kustomization that the user named outside the workspace may reach what lies around it. */
const leavesWorkspace = ({ workspace }, leaf, { path }) => path !== null &&
    isWithin(workspace.path, leaf.directory) &&
    (!isWithin(workspace.path, path) || ((0,external_node_fs_.existsSync)(path) && !staysInside(workspace.path, path)));
const outsideProblem = (leaf, { text, location }) => notRendered(location, `"${text}" lies outside the workspace, so the kustomization ${leaf.shown} was not built and its images are not judged`, 'Keep all that a kustomization needs in the repository, or run the check from a directory that holds both.');
/** kustomize, api/internal/loader/loadrestrictions.go. */
const isRestricted = (reason) => /security; file '.*' is not in or below/.test(reason);
/** A failing build as a problem on the entry that kustomize names, else on the kustomization it was in. */
const buildFailure = (workspace, leaf, chain, reason) => notRendered(faultLocation(leaf, chain, reason), `kustomize could not build ${leaf.shown}, so its images are not judged: ${innermostCause(workspace, reason)}`, `Make \`kustomize build ${leaf.shown}\` succeed; it repeats the fault.`);
/** kustomize tells the way from the outermost kustomization inwards, so what it names last is the fault. */
const faultLocation = (leaf, chain, reason) => {
    const named = chain
        .flatMap(referencesOf)
        .map(({ text, location }) => ({
        location,
        at: Math.max(reason.lastIndexOf(`'${text}'`), reason.lastIndexOf(`(${text})`))
    }))
        .sort((one, other) => other.at - one.at)[0];
    if (named !== undefined && named.at >= 0)
        return named.location;
    const owner = chain.findLast(({ directory }) => reason.includes(` path '${directory}'`));
    return (0,kubernetes_location/* lineLocation */._)((owner ?? leaf).source.file);
};
const longestCause = 400;
/** Everything before it is the way there, which begins in a wrapper that the reader does not know. */
const wayThere = /^.*(?:accumulating resources from|(?:recursed accumulation of|recursed merging from|make target for) path) '[^']*': /s;
const innermostCause = ({ realPath }, reason) => {
    const cause = reason
        .replace(/^Error: /, '')
        .replace(wayThere, '')
        .replaceAll(`${realPath}/`, '')
        .replace(/\s+/g, ' ')
        .trim();
    return cause.length > longestCause ? `${cause.slice(0, longestCause)}…` : cause;
};

;// CONCATENATED MODULE: ./lib/manifests/kustomize-origin.js




/**
 * What kustomize writes into `config.kubernetes.io/origin` (api/resource/origin.go): a local file, a
 * file of a repository, or the generator that made the object.
 */
const originSchema = schemas/* object */.Ikc({
    path: schemas/* optional */.lqM(schemas/* string */.YjP()),
    repo: schemas/* optional */.lqM(schemas/* string */.YjP()),
    configuredIn: schemas/* optional */.lqM(schemas/* string */.YjP())
});
const annotation = 'config.kubernetes.io/origin';
/** The origin of one built object; paths are made absolute from the directory that was built. */
const originOf = ({ root }, directory) => {
    const text = (0,kubernetes_nodes/* scalarAt */.C_)(root, ['metadata', 'annotations', annotation])?.text;
    if (text === undefined)
        return null;
    const [document] = parseDocuments({ file: annotation, text }).documents;
    const { data } = originSchema.safeParse((0,kubernetes_nodes/* plainValue */._y)(document?.root ?? null));
    if (data?.repo !== undefined)
        return { kind: 'remote', url: data.repo };
    if (data?.path?.includes('://') === true)
        return { kind: 'remote', url: data.path };
    if (data?.path !== undefined)
        return { kind: 'file', path: (0,external_node_path_.resolve)(directory, data.path) };
    return data?.configuredIn === undefined
        ? null
        : { kind: 'generator', path: (0,external_node_path_.resolve)(directory, data.configuredIn) };
};
/**
 * The built text without these annotations, which are ours and not the user's. Their characters
 * become spaces, so that every position stays what it was.
 */
const withoutOrigins = (text, documents) => {
    let kept = '';
    let from = 0;
    for (const { root } of documents) {
        const annotations = (0,kubernetes_nodes/* mappingIn */.YK)((0,kubernetes_nodes/* nodeAt */.oB)(root, ['metadata', 'annotations']));
        const entry = annotations?.entries.find(({ key }) => key.text === annotation);
        if (entry === undefined)
            continue;
        kept += text.slice(from, entry.key.start) + kustomize_origin_blank(text.slice(entry.key.start, entry.value.end));
        from = entry.value.end;
    }
    return kept + text.slice(from);
};
const kustomize_origin_blank = (text) => text.replace(/[^\n]/g, ' ');

;// CONCATENATED MODULE: ./lib/manifests/base-files.js



/** Reads the objects of source files, each file once. */
const baseFileReader = (workspace) => {
    const known = new Map();
    return (path) => {
        const read = known.get(path) ?? readObjects(workspace, path);
        known.set(path, read);
        return read;
    };
};
const identityOf = (root) => ({
    kind: (0,kubernetes_nodes/* scalarAt */.C_)(root, ['kind'])?.text ?? '',
    name: (0,kubernetes_nodes/* scalarAt */.C_)(root, ['metadata', 'name'])?.text ?? '',
    namespace: (0,kubernetes_nodes/* scalarAt */.C_)(root, ['metadata', 'namespace'])?.text ?? null
});
/**
 * The object that a built one was made from: same kind, and the longest name that the built name
 * contains; of equal names that in the same namespace, which a kustomization may have changed.
 */
const baseObject = (objects, built) => {
    const closeness = ({ name, namespace }) => 2 * name.length + Number(namespace === built.namespace);
    const fitting = objects.filter(({ kind, name }) => kind === built.kind && built.name.includes(name));
    return fitting.sort((one, other) => closeness(other) - closeness(one))[0] ?? null;
};
const readObjects = (workspace, path) => {
    const source = readSource(workspace, path);
    if (source === null)
        return [];
    const { documents, locate } = parseDocuments(source);
    return documents.flatMap(({ root }) => itemsOf(root).map(item => ({
        root: item,
        ...identityOf(item),
        source,
        locate
    })));
};
/** kustomize takes a List apart (kyaml, and `kind: …List` alike). */
const itemsOf = (root) => {
    if (root === null)
        return [];
    const isList = (0,kubernetes_nodes/* scalarAt */.C_)(root, ['kind'])?.text.endsWith('List') === true;
    const items = isList ? (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* nodeAt */.oB)(root, ['items'])) : [];
    return items.length > 0 ? items : [root];
};

;// CONCATENATED MODULE: ./lib/manifests/kustomize-images.js


const imageEntries = ({ root, locate }) => (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* nodeAt */.oB)(root, ['images'])).flatMap(item => {
    const scalar = (key) => (0,kubernetes_nodes/* scalarAt */.C_)(item, [key]);
    const name = scalar('name');
    if (name === null)
        return [];
    const edited = scalar('newName') ?? scalar('newTag') ?? scalar('digest') ?? name;
    return [
        {
            name: name.text,
            newName: (0,kubernetes_nodes/* textIn */.r7)(scalar('newName')),
            newTag: (0,kubernetes_nodes/* textIn */.r7)(scalar('newTag')),
            tagSuffix: (0,kubernetes_nodes/* textIn */.r7)(scalar('tagSuffix')),
            digest: (0,kubernetes_nodes/* textIn */.r7)(scalar('digest')),
            location: locate(edited.start, edited.end)
        }
    ];
});
/**
 * Fields that `images` rewrites: those of PodSpecs, image volumes, and any list under `containers` or
 * `initContainers` (kustomize, api/filters/imagetag: imagetag.go, legacy.go).
 */
const isRewritten = (path) => {
    const [list, index, ...field] = path.slice(path.at(-1) === 'image' ? -3 : -4);
    if (typeof index !== 'number')
        return false;
    return field.length === 1
        ? list === 'containers' || list === 'initContainers'
        : list === 'volumes' && field[0] === 'image' && field[1] === 'reference';
};
/** What an entry makes of an image, or null where its name does not match (kustomize, api/filters/imagetag/updater.go). */
const applyEntry = (entry, image) => {
    const parts = splitImage(image);
    if (parts.name !== entry.name)
        return null;
    const { tag, digest } = newVersion(entry, parts);
    return [
        entry.newName ?? parts.name,
        tag === null ? '' : `:${tag}`,
        digest === null ? '' : `@${digest}`
    ].join('');
};
/** An entry's version replaces both the tag and the digest that were there. */
const newVersion = (entry, parts) => {
    if (entry.newTag !== null || entry.digest !== null) {
        return { tag: entry.newTag, digest: entry.digest };
    }
    if (entry.tagSuffix !== null)
        return { tag: `${parts.tag ?? ''}${entry.tagSuffix}`, digest: null };
    return parts;
};
/** Longer than any reference that a runtime takes. */
const longestImage = 1_000;
/** As kustomize splits, without a look at the grammar (api/internal/image/image.go, Split). */
const splitImage = (image) => {
    if (image.length > longestImage)
        return { name: image, tag: null, digest: null };
    const [, name = image, tag = null, digest = null] = /^([^@]*?)(?::([^/:@]*))?(?:@(.*))?$/.exec(image) ?? [];
    return { name, tag, digest };
};

;// CONCATENATED MODULE: ./lib/manifests/named-path.js


const namedPath = (root, path) => path.map((step, index) => {
    if (typeof step === 'string')
        return step;
    const name = (0,kubernetes_nodes/* scalarAt */.C_)((0,kubernetes_nodes/* nodeAt */.oB)(root, path.slice(0, index + 1)), ['name'])?.text;
    return name === undefined ? step : { name };
});
/** The node that a path of names leads to in another document, or null. */
const nodeByNames = (root, path) => {
    let node = root;
    for (const step of path) {
        node = typeof step === 'object' ? itemNamed(node, step.name) : (0,kubernetes_nodes/* nodeAt */.oB)(node, [step]);
        if (node === null)
            return null;
    }
    return node;
};
/** The first of equal names, as kustomize merges. */
const itemNamed = (list, name) => {
    if (list === null)
        return null;
    const known = itemsByName.get(list);
    if (known !== undefined)
        return known.get(name) ?? null;
    const named = (0,kubernetes_nodes/* itemsIn */.Un)(list).map(item => [(0,kubernetes_nodes/* scalarAt */.C_)(item, ['name'])?.text ?? '', item]);
    const index = new Map(named.toReversed());
    itemsByName.set(list, index);
    return index.get(name) ?? null;
};
/** Lists of any length are searched by name once for each item. */
const itemsByName = new WeakMap();

;// CONCATENATED MODULE: ./lib/manifests/text-span.js
/** How often a text occurs before an offset. */
const occurrencesBefore = (text, wanted, offset) => {
    let count = 0;
    for (let at = text.indexOf(wanted); at >= 0 && at < offset; at = text.indexOf(wanted, at + 1)) {
        count += 1;
    }
    return count;
};
/** The location of the n-th occurrence (from 0) of a text in a span, or null. */
const locateWithin = (span, wanted, occurrence = 0) => {
    const { text } = span.source;
    let at = text.indexOf(wanted, span.start);
    for (let skipped = 0; skipped < occurrence && at >= 0; skipped += 1) {
        at = text.indexOf(wanted, at + 1);
    }
    return wanted === '' || at < 0 || at + wanted.length > span.end
        ? null
        : span.locate(at, at + wanted.length);
};

;// CONCATENATED MODULE: ./lib/manifests/kustomize-patches.js







/** What the patches of one kustomization write at a place, in their order. */
const patchValues = (patches, wanted) => patches
    .filter(({ target }) => target === null || selects(target, wanted))
    .flatMap(document => document.root.kind === 'sequence'
    ? operationValues(document, wanted)
    : mergeValues(document, wanted));
/** The patches of a kustomization, inline or in files. */
const patchDocuments = (workspace, kustomization) => {
    const { root } = kustomization;
    const listed = (key) => (0,kubernetes_nodes/* itemsIn */.Un)((0,kubernetes_nodes/* nodeAt */.oB)(root, [key]));
    const merges = listed('patchesStrategicMerge').map(item => ({
        text: (0,kubernetes_nodes/* scalarAt */.C_)(item, []),
        target: null
    }));
    const patches = [...listed('patches'), ...listed('patchesJson6902')].map(item => ({
        text: (0,kubernetes_nodes/* scalarAt */.C_)(item, ['path']) ?? (0,kubernetes_nodes/* scalarAt */.C_)(item, ['patch']),
        target: targetOf((0,kubernetes_nodes/* nodeAt */.oB)(item, ['target']))
    }));
    return [...merges, ...patches].flatMap(({ text, target }) => text === null ? [] : documentsOf(workspace, kustomization, text, target));
};
const targetOf = (target) => target === null
    ? null
    : {
        kind: (0,kubernetes_nodes/* scalarAt */.C_)(target, ['kind'])?.text ?? null,
        name: (0,kubernetes_nodes/* scalarAt */.C_)(target, ['name'])?.text ?? null
    };
/** The scalar is either the path of the patch or the patch itself. */
const documentsOf = (workspace, kustomization, scalar, target) => {
    const path = (0,external_node_path_.resolve)(kustomization.directory, scalar.text);
    const file = scalar.text.includes('\n') || !(0,external_node_fs_.existsSync)(path) ? null : parseFile(workspace, path);
    const source = file === null ? { file: kustomization.source.file, text: scalar.text } : file.source;
    const { documents, locate } = parseDocuments(source);
    const locateScalar = (found) => file === null ? locateInline(kustomization, scalar, found) : locate(found.start, found.end);
    return documents.flatMap(({ root }) => root === null ? [] : [{ root, target, locate: locateScalar }]);
};
/** The decoded patch and the text of its block scalar differ by indentation only. */
const locateInline = (kustomization, block, found) => {
    const occurrence = occurrencesBefore(block.text, found.text, found.start);
    return (locateWithin({ ...kustomization, start: block.start, end: block.end }, found.text, occurrence) ?? kustomization.locate(block.start, block.end));
};
/** `name` is a regular expression for kustomize; a name that differs may still match, so only plain names exclude. */
const selects = (target, wanted) => (target.kind === null || target.kind === wanted.kind) &&
    (target.name === null || !/^[\w.-]+$/.test(target.name) || wanted.name.includes(target.name));
/** A strategic merge patch has the shape of the object that it patches. */
const mergeValues = ({ root, target, locate }, wanted) => {
    const kind = (0,kubernetes_nodes/* scalarAt */.C_)(root, ['kind'])?.text ?? null;
    const name = (0,kubernetes_nodes/* scalarAt */.C_)(root, ['metadata', 'name'])?.text ?? null;
    if (target === null && !selects({ kind, name }, wanted))
        return [];
    const scalar = (0,kubernetes_nodes/* scalarAt */.C_)(nodeByNames(root, wanted.path), []);
    return scalar === null ? [] : [{ text: scalar.text, location: locate(scalar) }];
};
/** The operations of a JSON patch (RFC 6902) that write the place, whole or as part of a value. */
const operationValues = ({ root, locate }, wanted) => (0,kubernetes_nodes/* itemsIn */.Un)(root).flatMap(operation => {
    const pointer = (0,kubernetes_nodes/* scalarAt */.C_)(operation, ['path'])?.text;
    const value = (0,kubernetes_nodes/* nodeAt */.oB)(operation, ['value']);
    if (pointer === undefined || value === null)
        return [];
    const base = pointerSteps(pointer);
    const container = (0,kubernetes_nodes/* scalarAt */.C_)(value, ['name'])?.text ?? null;
    return [...(0,kubernetes_nodes/* walkScalars */.NO)(value)].flatMap(({ path, scalar }) => reaches([...base, ...path], wanted.path, base.length, container)
        ? [{ text: scalar.text, location: locate(scalar) }]
        : []);
});
const pointerSteps = (pointer) => pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(step => (/^(?:\d+|-)$/.test(step) ? 0 : step));
/** Indexes of an operation count at the moment it runs, so any list item fits, unless a name tells them apart. */
const reaches = (path, wanted, baseLength, container) => path.length === wanted.length &&
    wanted.every((step, index) => {
        if (typeof step === 'string')
            return step === path[index];
        if (typeof path[index] !== 'number')
            return false;
        return (index !== baseLength - 1 ||
            container === null ||
            typeof step === 'number' ||
            step.name === container);
    });

;// CONCATENATED MODULE: ./lib/manifests/text-search.js




/**
 * Finds the one place in some files where a text stands; null where there is none or more than one.
 * The files need not be YAML: generators read properties and scripts.
 */
const textSearch = (workspace, paths) => {
    let sources;
    let searches = 0;
    return (wanted) => {
        searches += 1;
        if (searches > limits.textSearches || wanted === '')
            return null;
        sources ??= [...new Set(paths)].flatMap(path => readSource(workspace, path) ?? []);
        const holding = sources.filter(({ text }) => text.includes(wanted));
        const [only] = holding;
        if (only === undefined || holding.length > 1)
            return null;
        const span = { source: only, locate: locator(only), start: 0, end: only.text.length };
        return locateWithin(span, wanted, 1) === null ? locateWithin(span, wanted) : null;
    };
};

;// CONCATENATED MODULE: ./lib/manifests/kustomize-source.js











/**
 * The source of built text: the object's file says what the scalar was, the kustomizations that it
 * passed through say what they made of it, and the last one that wrote it is the place to edit.
 */
const kustomizeSource = (build) => {
    const lookup = new SourceLookup(build);
    return location => lookup.placeOf(location);
};
class SourceLookup {
    build;
    chain;
    objectsIn;
    patchesOf;
    findText;
    entriesOf = remembered(imageEntries);
    sourceOf = remembered((document) => this.readSource(document));
    constructor(build) {
        const { workspace, graph, leaf } = build;
        this.build = build;
        this.chain = chainOf(graph, leaf);
        this.objectsIn = baseFileReader(workspace);
        this.patchesOf = remembered(stage => patchDocuments(workspace, stage));
        this.findText = textSearch(workspace, coveredBy(this.chain));
    }
    placeOf(location) {
        const { leaf, scalarAtLocation } = this.build;
        const rendered = scalarAtLocation(location);
        if (rendered === null)
            return this.placeOfFile(leaf.path);
        const { origin } = this.sourceOf(rendered.document);
        if (origin?.kind === 'file')
            return this.placeInFile(rendered, origin.path);
        if (origin?.kind === 'remote') {
            return remotePlace(this.chain, origin.url) ?? this.placeOfFile(leaf.path);
        }
        return this.placeOfText(rendered.text) ?? this.placeOfFile(origin?.path ?? leaf.path);
    }
    readSource(document) {
        const { graph, leaf, directory } = this.build;
        const origin = originOf(document, directory);
        if (origin?.kind !== 'file')
            return { origin, object: null, stages: [] };
        return {
            origin,
            object: baseObject(this.objectsIn(origin.path), identityOf(document.root)),
            stages: stagesOf(graph, leaf, origin.path)
        };
    }
    placeInFile(rendered, file) {
        const { root } = rendered.document;
        const wanted = { ...identityOf(root), path: namedPath(root, rendered.path) };
        const { object, stages } = this.sourceOf(rendered.document);
        const base = object === null ? null : baseScalar(object, wanted.path);
        const written = this.writers(stages, wanted, base);
        const final = isRewritten(rendered.path)
            ? written.map(one => this.throughImages(stages, one))
            : written;
        const proven = final.filter(({ text }) => text === rendered.scalar.text);
        return (kustomize_source_provenPlace(proven, rendered, base) ??
            this.placeOfText(rendered.text) ??
            basePlace(base, object) ??
            this.placeOfFile(file));
    }
    /** Everything that wrote the place: the base first, then the patches from the inside out. */
    writers(stages, wanted, base) {
        const start = base === null ? [] : [{ text: base.text, location: wholeOf(base), stage: 0 }];
        const patched = stages.flatMap((kustomization, stage) => patchValues(this.patchesOf(kustomization), wanted).map(value => ({ ...value, stage })));
        return [...start, ...patched];
    }
    throughImages(stages, written) {
        let current = written;
        for (const entry of stages.slice(written.stage).flatMap(this.entriesOf)) {
            const text = applyEntry(entry, current.text);
            if (text !== null)
                current = { ...current, text, location: entry.location };
        }
        return current;
    }
    /** Where the text itself stands once in the files of the kustomizations. */
    placeOfText(text) {
        const location = this.findText(text);
        return location === null ? null : { location, confidence: 'likely' };
    }
    placeOfFile(file) {
        const owner = this.chain.find(({ path }) => path === file) ?? this.build.leaf;
        return { location: (0,kubernetes_location/* lineLocation */._)(owner.source.file), confidence: 'file' };
    }
}
const baseScalar = (object, path) => {
    const scalar = (0,kubernetes_nodes/* scalarAt */.C_)(nodeByNames(object.root, path), []);
    return scalar === null ? null : { ...scalar, object };
};
const wholeOf = ({ object, start, end }) => object.locate(start, end);
/** The outermost place that explains the text; the base, if it is another one, is what a reader looks up next. */
const kustomize_source_provenPlace = (proven, rendered, base) => {
    const last = proven.reduce((best, written) => (best === null || written.stage >= best.stage ? written : best), null);
    if (last === null)
        return null;
    const places = new Set(proven.map(({ location }) => JSON.stringify(location)));
    const confidence = places.size === 1 ? 'exact' : 'likely';
    if (base === null)
        return { location: last.location, confidence };
    const whole = wholeOf(base);
    return isSame(last.location, whole)
        ? { location: partOf(base, rendered) ?? whole, confidence }
        : { location: last.location, confidence, related: [whole] };
};
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** The same piece of an unchanged scalar, where only a piece of the built one is meant. */
const partOf = (base, { text, occurrence }) => occurrence === null
    ? null
    : locateWithin({ ...base.object, start: base.start, end: base.end }, text, occurrence);
const basePlace = (base, object) => {
    if (base !== null)
        return { location: wholeOf(base), confidence: 'likely' };
    if (object === null)
        return null;
    const { line } = object.locate(object.root.start, object.root.start);
    return { location: (0,kubernetes_location/* lineLocation */._)(object.source.file, line), confidence: 'file' };
};
/** The line that names the remote base. */
const remotePlace = (chain, url) => {
    const bare = url.replace(/^[a-z+]+:\/\//, '').replace(/\.git$/, '');
    const named = chain
        .flatMap(({ resources, components }) => [...resources, ...components])
        .find(({ path, text }) => path === null && text.includes(bare));
    return named === undefined ? null : { location: named.location, confidence: 'likely' };
};

;// CONCATENATED MODULE: ./lib/manifests/rendered-text.js


/**
 * Looks up what stands at a location of rendered text. The scalars of one document are kept at a
 * time, because locations come in the order of the text.
 */
const scalarFinder = (text, { documents }) => {
    const lineStarts = rendered_text_lineStartsOf(text);
    const offsetOf = (line, column) => (lineStarts[line - 1] ?? 0) + column - 1;
    let current;
    let scalars = [];
    return (location) => {
        const start = offsetOf(location.line, location.column);
        const end = offsetOf(location.endLine, location.endColumn);
        const document = lastAtMost(documents, start, documentStart);
        if (document === undefined)
            return null;
        if (document !== current) {
            current = document;
            scalars = [...(0,kubernetes_nodes/* walkScalars */.NO)(document.root)].sort((one, other) => one.scalar.start - other.scalar.start);
        }
        const found = lastAtMost(scalars, start, scalarStart);
        if (found === undefined || found.scalar.end < start)
            return null;
        return { ...found, document, ...rendered_text_partOf(text, found, start, end) };
    };
};
const rendered_text_partOf = (text, { scalar }, start, end) => {
    const part = text.slice(start, end);
    const isWhole = start === scalar.start && end === scalar.end;
    const before = text.slice(scalar.start, start + part.length - 1);
    return { text: part, occurrence: isWhole ? null : before.split(part).length - 1 };
};
const documentStart = (document) => document.start;
const scalarStart = ({ scalar }) => scalar.start;
const rendered_text_lineStartsOf = (text) => {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
};

;// CONCATENATED MODULE: ./lib/manifests/kustomize-build.js










/** Builds one kustomization and brings what is in it back to the lines of its files. */
async function loadKustomization(run, kustomize, graph, leaf, home) {
    const chain = chainOf(graph, leaf);
    const refused = refusal(run, leaf, chain);
    if (refused !== null)
        return { kind: 'failed', problem: refused };
    const directory = writeWrapper(leaf, home);
    const result = await build({ run, kustomize, leaf, chain, home }, directory);
    if (result.kind === 'failed') {
        return { kind: 'failed', problem: buildFailure(run.workspace, leaf, chain, result.reason) };
    }
    const built = { file: leaf.shown, text: result.text };
    const parsed = parseDocuments(built);
    const text = withoutOrigins(built.text, parsed.documents);
    const placeOf = kustomizeSource({
        workspace: run.workspace,
        graph,
        leaf,
        directory,
        scalarAtLocation: scalarFinder(built.text, parsed)
    });
    const content = run.read({ file: leaf.shown, text }, leaf.directory);
    return {
        kind: 'rendered',
        content: atSource(content, { renderer: 'kustomization', path: leaf.shown }, placeOf),
        covered: coveredBy(chain)
    };
}
/**
 * A kustomization of our own around the user's, which asks for origin annotations and leaves the
 * user's tree untouched. kustomize takes only relative roots; between two Windows drives there is
 * none, and the build goes without origins.
 */
const writeWrapper = (leaf, home) => {
    const directory = (0,external_node_path_.join)(home, 'build');
    (0,external_node_fs_.mkdirSync)(directory);
    const target = (0,external_node_fs_.realpathSync)(leaf.directory);
    const path = (0,external_node_path_.relative)(directory, target);
    if ((0,external_node_path_.isAbsolute)(path))
        return target;
    const wrapper = {
        resources: [path.split(external_node_path_.sep).join('/')],
        buildMetadata: ['originAnnotations']
    };
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'kustomization.yaml'), JSON.stringify(wrapper));
    return directory;
};
/**
 * Controllers such as Flux build without kustomize's restriction to files below a kustomization. So
 * do we, when that is what stands in the way and every file in play has been seen to lie in the workspace.
 */
const build = async (job, directory) => {
    const restricted = await runKustomize(job, directory, []);
    const mayLift = !job.chain.some(({ hasPlugins }) => hasPlugins);
    return restricted.kind === 'failed' && isRestricted(restricted.reason) && mayLift
        ? runKustomize(job, directory, ['--load-restrictor', 'LoadRestrictionsNone'])
        : restricted;
};
const runKustomize = ({ run, kustomize, home }, directory, options) => renderWith(run.world, {
    binary: kustomize.binary,
    parameters: [kustomize.command, directory, ...options],
    directory: home,
    home,
    network: run.request.remoteBases,
    deadline: run.deadline
});

;// CONCATENATED MODULE: ./lib/manifests/render-all.js













/** Renders the charts and the outermost kustomizations that were found, in a temporary directory. */
async function renderAll(run, search) {
    if (search.charts.size + search.kustomizations.size === 0)
        return nothingRendered;
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_fs_.realpathSync)(run.world.temporaryDirectory), 'acr-pull-check-'));
    try {
        const charts = await renderCharts(run, search, (0,external_node_path_.join)(temporary, 'charts'));
        const kustomizations = await buildKustomizations(run, search, (0,external_node_path_.join)(temporary, 'kustomizations'));
        return {
            charts: charts.outcomes,
            kustomizations: kustomizations.outcomes,
            problems: [...charts.problems, ...kustomizations.problems]
        };
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
const nothingRendered = { charts: [], kustomizations: [], problems: [] };
const renderCharts = async (run, search, temporary) => {
    const directories = [...search.charts];
    const [first] = directories;
    if (first === undefined)
        return { outcomes: [], problems: [] };
    const values = readGivenValues(run.workspace, run.request.helm.valuesFiles);
    const helm = findBinary('helm', run.world.environment);
    if (helm === null) {
        const location = (0,kubernetes_location/* lineLocation */._)(reportedPath(run.workspace, (0,external_node_path_.join)(first, chartFileName)));
        const message = `Helm is not on PATH, so ${counted(directories.length, 'chart')} could not be rendered and only the values files were read`;
        return { outcomes: [], problems: [notRendered(location, message, installHelm)] };
    }
    const outcomes = await inParallel(directories, limits.concurrentRenders, async (directory, index) => ({
        ...(await loadChart(run, helm, directory, values, homeIn(temporary, index))),
        directory
    }));
    return { outcomes, problems: [] };
};
const installHelm = 'Install Helm 3 or 4 before the check (https://helm.sh/docs/intro/install/, in a workflow `azure/setup-helm`), or pass `helm template` output.';
const buildKustomizations = async (run, search, temporary) => {
    const graph = readGraph(run.workspace, search.kustomizations);
    const leaves = leavesOf(graph, search.kustomizations);
    const [first] = leaves;
    if (first === undefined)
        return { outcomes: [], problems: [] };
    const kustomize = findKustomize(run.world.environment);
    if (kustomize === null) {
        const message = `Neither kustomize nor kubectl is on PATH, so ${counted(leaves.length, 'kustomization')} could not be built and the files were read as they are`;
        const problem = notRendered((0,kubernetes_location/* lineLocation */._)(first.source.file), message, installKustomize);
        return { outcomes: [], problems: [problem] };
    }
    const outcomes = await inParallel(leaves, limits.concurrentRenders, (leaf, index) => loadKustomization(run, kustomize, graph, leaf, homeIn(temporary, index)));
    return { outcomes, problems: [] };
};
const installKustomize = 'Install kustomize (https://kubectl.docs.kubernetes.io/installation/kustomize/) or kubectl before the check, or pass `kustomize build` output.';
const findKustomize = (environment) => {
    const kustomize = findBinary('kustomize', environment);
    if (kustomize !== null)
        return { binary: kustomize, command: 'build' };
    const kubectl = findBinary('kubectl', environment);
    return kubectl === null ? null : { binary: kubectl, command: 'kustomize' };
};
const homeIn = (temporary, index) => {
    const home = (0,external_node_path_.join)(temporary, String(index));
    (0,external_node_fs_.mkdirSync)(home, { recursive: true });
    return home;
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/manifests/world.js


const realWorld = {
    environment: process.env,
    execute,
    // As monotonic as performance.now(), whose module takes milliseconds to load.
    now: () => process.uptime() * 1000,
    temporaryDirectory: (0,external_node_os_.tmpdir)(),
    readStandardInput
};
async function readStandardInput() {
    const chunks = [];
    let size = 0;
    for await (const chunk of process.stdin) {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > limits.fileBytes)
            break;
    }
    return Buffer.concat(chunks);
}
/** The module is loaded only where something is run: most runs render nothing. */
async function execute(execution) {
    const { execFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    const options = {
        cwd: execution.directory,
        env: execution.environment,
        timeout: execution.milliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: execution.outputBytes,
        windowsHide: true
    };
    return new Promise(resolve => {
        execFile(execution.binary, execution.parameters, options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ kind: 'success', stdout });
            else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
                resolve({ kind: 'too-much-output' });
            else if (error.killed === true)
                resolve({ kind: 'time-out' });
            else
                resolve({ kind: 'failure', stderr: stderr === '' ? error.message : stderr });
        }).stdin?.end();
    });
}

;// CONCATENATED MODULE: ./lib/manifests/load.js
















const standardInput = '-';
/** How problems and images of standard input are reported. */
const standardInputName = 'stdin';
/**
 * Everything that the named paths hold: plain manifests as they are, charts and kustomizations as
 * they render, each image at the place that a person edits.
 */
async function loadManifests(request, world = realWorld) {
    const workspace = openWorkspace(request.workspace);
    const search = findFiles(request.paths.filter(path => path !== standardInput), workspace);
    const files = readAll(search, workspace);
    const read = readerFor(request, fluxSubstitutions(workspace, files.sources));
    const deadline = world.now() + limits.allRendersMilliseconds;
    const run = { world, request, workspace, read, deadline };
    const rendered = request.render ? await renderAll(run, search) : nothingRendered;
    const plain = plainContent(workspace, search, files.sources, rendered, read);
    const typed = request.paths.includes(standardInput)
        ? await load_readStandardInput(world, workspace, read)
        : [];
    const content = joinContent([renderedContent(rendered), ...plain, ...typed]);
    const problems = [
        ...search.problems,
        ...files.problems,
        ...rendered.problems,
        ...(request.render ? [] : notAsked(workspace, search)),
        ...content.problems
    ];
    return {
        ...rewriteImages(content, request.setImages, request.imagePullSecrets),
        files: files.sources.length + typed.length,
        problems: content_distinct(problems)
    };
}
const readAll = (search, workspace) => {
    const sources = [];
    const problems = [];
    for (const path of search.files) {
        const result = readFile(path, reportedPath(workspace, path));
        if (result.kind === 'text')
            sources.push({ path, source: result.source });
        else
            problems.push(result.problem);
    }
    return { sources, problems };
};
/**
 * Reads text once for each set of Flux variables that holds at its path; a base that two clusters
 * deploy differently pulls two images. What the user passes wins.
 */
const readerFor = ({ namespace, variables, registrySuffixes }, substitutions) => {
    const options = { namespace, variables, registrySuffixes };
    return (source, path) => {
        const sets = source.text.includes('${') ? variablesAt(substitutions, path) : [];
        if (sets.length === 0)
            return readManifest(source, options);
        const contents = sets.map(set => readManifest(source, { ...options, variables: { ...set, ...variables } }));
        const [first = emptyContent] = contents;
        return { ...first, uses: distinctUses(contents.flatMap(({ uses }) => uses)) };
    };
};
/** Two overlays of one base repeat what neither of them changes. */
const renderedContent = (rendered) => {
    const contents = [...rendered.charts, ...rendered.kustomizations].map(outcome => {
        if (outcome.kind === 'rendered')
            return outcome.content;
        return { ...emptyContent, problems: outcome.kind === 'failed' ? [outcome.problem] : [] };
    });
    const content = joinContent(contents);
    return { ...content, uses: distinctUses(content.uses) };
};
/** Files that no rendering has judged, and what can be read of charts that were not rendered. */
const plainContent = (workspace, search, sources, rendered, read) => {
    const outcomes = [...rendered.charts, ...rendered.kustomizations];
    const covered = new Set(outcomes.flatMap(outcome => (outcome.kind === 'rendered' ? outcome.covered : [])));
    const done = new Set(rendered.charts.flatMap(({ kind, directory }) => (kind === 'failed' ? [] : [directory])));
    const unrendered = [...search.charts]
        .filter(chart => !done.has(chart))
        .flatMap(chart => unrenderedSources(workspace, chart));
    const byPath = new Map([...sources, ...unrendered].map(found => [found.path, found]));
    const bundles = bundleReader(workspace);
    return [...byPath.values()]
        .filter(({ path }) => !covered.has(path) && isPlain(path, search.charts))
        .map(found => readPlain(found, search.charts, read, bundles));
};
const load_readStandardInput = async (world, workspace, read) => {
    const result = decodeText(standardInputName, await world.readStandardInput());
    if (result.kind === 'refused')
        return [{ ...emptyContent, problems: [result.problem] }];
    const source = result.source;
    return [readPlain({ path: workspace.path, source }, new Set(), read, bundleReader(workspace))];
};
/** One note that some of the repository was not looked at, because the user asked so. */
const notAsked = (workspace, search) => {
    const charts = [...search.charts].map(chart => (0,external_node_path_.join)(chart, chartFileName));
    const [first] = [...charts, ...search.kustomizations];
    if (first === undefined)
        return [];
    const parts = [
        ...(charts.length === 0 ? [] : [counted(charts.length, 'chart')]),
        ...(search.kustomizations.size === 0
            ? []
            : [counted(search.kustomizations.size, 'kustomization')])
    ];
    return [
        {
            check: 'render-failed',
            severity: 'note',
            message: `Rendering is off, so of ${parts.join(' and ')} only the plain files were read`,
            remediation: 'Leave out `--no-render` (action input `render: false`) where the repository is trusted.',
            location: (0,kubernetes_location/* lineLocation */._)(reportedPath(workspace, first))
        }
    ];
};

;// CONCATENATED MODULE: ./lib/run.js




/** The whole program: inputs to manifests, to facts, to the report. Everything after the facts is pure. */
async function run(inputs, world) {
    const source = await (0,facts_source/* factsFor */.x)(inputs, world);
    const manifests = await readManifests(inputs.manifests, world, source.registrySuffixes);
    const facts = await source.facts(manifests);
    return judgement(manifests, facts, source.kind, inputs);
}
/** Everything that the named paths hold, which may be nothing. */
const loadNamed = (inputs, { workspace }, registrySuffixes) => loadManifests({ ...inputs, workspace, registrySuffixes });
/** Reads what the user named; a run that sees no image must not look like one that found no fault. */
async function readManifests(inputs, world, registrySuffixes) {
    const manifests = await loadNamed(inputs, world, registrySuffixes);
    if (manifests.uses.length === 0 && manifests.problems.length === 0)
        throw new errors/* NothingToJudgeError */.kV(`No image is in ${inputs.paths.join(', ')} (${manifests.files} files read): name the manifests that are deployed, or the directory of the chart or kustomization.`);
    return manifests;
}


/***/ }),

/***/ 3390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ settingsFromEnvironment),
/* harmony export */   ME: () => (/* binding */ settingsFromFile),
/* harmony export */   sm: () => (/* binding */ valuesOf),
/* harmony export */   ss: () => (/* binding */ mergeSettings)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3243);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2765);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1097);




const scalar = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()]);
const configValue = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([scalar, zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(scalar), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), scalar)]);
const configFile = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), configValue));
const lines = (text) => text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
const environmentName = (option) => `ACR_PULL_CHECK_${option.name.toUpperCase().replaceAll('-', '_')}`;
/** One text as a door gives it: a repeatable option takes one value a line. */
const valuesOf = (option, text) => option.repeatable ? lines(text) : lines(text).slice(0, 1);
/** `ACR_PULL_CHECK_FAIL_ON` and its like; empty variables count as absent. */
function settingsFromEnvironment(environment) {
    return Object.fromEntries(_options_js__WEBPACK_IMPORTED_MODULE_2__/* .options */ .fF
        .map(option => [option.name, valuesOf(option, environment[environmentName(option)] ?? '')])
        .filter(([, values]) => values.length > 0));
}
/** Secrets and the file's own name are no settings of a file that lies in the repository. */
const notInFile = ['config', 'github-token'];
function valuesFromFile(value) {
    if (Array.isArray(value))
        return value.map(String);
    if (typeof value === 'object')
        return Object.entries(value).map(([name, item]) => `${name}=${String(item)}`);
    return lines(String(value));
}
/** The settings file: keys are the option names, values a scalar, a list, or a map for NAME=VALUE options. */
function settingsFromFile(file, text) {
    const parsed = configFile.safeParse(parseYaml(file, text));
    if (!parsed.success) {
        const key = parsed.error.issues[0]?.path.join('.') ?? '';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`Settings file ${file} has no usable value at '${key}': write a text, a list, or a map of names to texts.`);
    }
    return Object.fromEntries(Object.entries(parsed.data ?? {}).map(([key, value]) => {
        const option = _options_js__WEBPACK_IMPORTED_MODULE_2__/* .options */ .fF.find(known => known.name === key && !notInFile.includes(key));
        if (option === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`Settings file ${file} has the unknown key '${key}': write one of ${settableNames().join(', ')}.`);
        return [key, valuesFromFile(value)];
    }));
}
const settableNames = () => _options_js__WEBPACK_IMPORTED_MODULE_2__/* .options */ .fF.map(option => option.name).filter(name => !notInFile.includes(name));
function parseYaml(file, text) {
    try {
        const [first = null] = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .loadAll */ .gh)(text);
        return first;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`Settings file ${file} is no YAML: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error).split('\n', 1).join('')}.`, {
            cause: error
        });
    }
}
/** Later sources win, option by option: file, then environment, then flags or inputs. */
const mergeSettings = (...sources) => Object.fromEntries(sources.flatMap(source => Object.entries(source)));


/***/ }),

/***/ 9516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2574);


/** Anything that is not a ReportedError is our own bug, and says so. */
function troubleOf(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportedError */ .SS)
        return { message: error.message, exitCode: error.exitCode };
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return {
        message: `internal error: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}. This is a bug of acr-pull-check: please report it at ${_project_js__WEBPACK_IMPORTED_MODULE_1__/* .project */ .j.url}/issues with the facts file (--facts-out).\n${stack}`,
        exitCode: _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.usage
    };
}


/***/ })

};
