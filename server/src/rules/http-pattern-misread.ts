import { portRulesIn } from '../admission/ciliumWalk.ts';
import type { CiliumHttp } from '../model/cilium.ts';
import { setScalar } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { CILIUM_POLICIES } from '../model/kinds.ts';
import type { Resource } from '../model/resource.ts';
import { patternFault } from '../policy/requestPattern.ts';
import { documentRule } from './rule.ts';

/** Conditions on HTTP that look like a shell pattern, a method or a header, and are compared otherwise. */
export default documentRule(
  {
    code: 'http-pattern-misread',
    title: 'A condition on HTTP that Cilium reads otherwise than it looks',
    category: 'too-closed',
    severity: 'warning',
    docs: `In Cilium's rules about HTTP \`method\` and \`path\` are regular expressions for the **whole** of their part.
\`/api/*\` is \`/api\` with any number of slashes behind it, and no path below; those are \`/api/.*\`. Every path begins
with \`/\`, without the scheme and host of a URL. Methods are written in capitals, as they are sent, and several of them
with \`|\` in between. A text in \`headers\` is a name, a blank and a value: \`X-Key: secret\`; without the blank it is the
name of a header alone, and no name has a colon.`,
    since: '0.1.0',
    fixable: true,
  },
  CILIUM_POLICIES,
  function* (policy) {
    for (const { portRule } of portRulesIn(policy))
      for (const http of portRule.rules?.http ?? []) {
        yield* pathFaults(policy, http);
        yield* methodFaults(policy, http);
        yield* headerFaults(policy, http);
      }
  },
);

/** A path of nothing but ordinary characters and stars, as a shell has patterns; a star behind a dot is an expression. */
const SHELL_PATTERN = /^\^?(?:[\w%~:@,;=/-]|\.(?!\*)|(?<=[\w/-])\*)+\$?$/;

/** A path that begins with a letter or digit, which has to be there. */
const WITHOUT_SLASH = /^\^?[A-Za-z0-9](?![?*{])/;

/** What may stand before a path: the beginning of the text, and of a URL scheme, host and port (RFC 3986, section 3). */
const BEFORE_PATH = /^(\^?)(?:https?\??:\/\/[\w.\\:-]*(?:\/|(?=\$?$)))?/;

function* pathFaults(policy: Resource, http: CiliumHttp): Generator<Finding> {
  const { path } = http;
  if (path === undefined || patternFault(path) !== null) return;
  if (WITHOUT_SLASH.test(path) && !path.includes('|')) {
    const written = path.replace(BEFORE_PATH, '$1/');
    // Where in a URL the path begins is then not clear.
    if (written.includes('://')) return;
    yield {
      span: policy.source.value(http, 'path'),
      confidence: 'proven',
      message: `The path of a request begins with \`/\`, so \`${path}\` matches none. Write \`${written}\`.`,
      fixes: [
        {
          title: `Write \`${written}\``,
          safe: false,
          edits: () => setScalar(policy, http, 'path', written),
        },
      ],
    };
    return;
  }
  if (path.includes('*') && SHELL_PATTERN.test(path)) {
    const star = path.indexOf('*');
    const before = path[star - 1]!;
    const written = path.replaceAll('*', '.*');
    yield {
      span: policy.source.value(http, 'path'),
      confidence: 'proven',
      message: `A path is a regular expression, in which \`${before}*\` is any number of \`${before}\`, and not any characters. For those write \`${written}\`.`,
      fixes: [
        {
          title: `Write \`${written}\`: any characters there`,
          safe: false,
          edits: () => setScalar(policy, http, 'path', written),
        },
      ],
    };
  }
}

/** The methods of requests (RFC 9110, section 9, and RFC 5789). */
const METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
]);

/** Several methods with commas or blanks between them, which no method has (RFC 9110, section 9.1). */
const LIST_OF_METHODS = /^[A-Z]+(?:[,\s]+[A-Z]+)+$/;

function* methodFaults(policy: Resource, http: CiliumHttp): Generator<Finding> {
  const { method } = http;
  if (method !== undefined && LIST_OF_METHODS.test(method)) {
    const written = method.split(/[,\s]+/).join('|');
    yield {
      span: policy.source.value(http, 'method'),
      confidence: 'proven',
      message: `This is the name of one method, \`${method}\`, which no request has. Several are an expression: write \`${written}\`.`,
      fixes: [
        {
          title: `Write \`${written}\``,
          safe: false,
          edits: () => setScalar(policy, http, 'method', written),
        },
      ],
    };
    return;
  }
  const capitals = method?.toUpperCase();
  if (method === undefined || method === capitals || !METHODS.has(capitals!)) return;
  yield {
    span: policy.source.value(http, 'method'),
    confidence: 'proven',
    message: `Methods are compared with regard to case and sent in capitals, so \`${method}\` matches no request. Write \`${capitals!}\`.`,
    fixes: [
      {
        title: `Write \`${capitals!}\``,
        safe: false,
        edits: () => setScalar(policy, http, 'method', capitals!),
      },
    ],
  };
}

/** A header is split at its first blank (Cilium, pkg/envoy); a name with a colon inside is none (RFC 9110, section 5.1). */
function* headerFaults(policy: Resource, http: CiliumHttp): Generator<Finding> {
  for (const [index, text] of (http.headers ?? []).entries()) {
    const [, name, value] = /^([\w-]+):(\S+)$/.exec(text) ?? [];
    if (name === undefined || value === undefined) continue;
    yield {
      span: policy.source.value(http.headers!, index),
      confidence: 'proven',
      message: `Without a blank this is the name of a header, \`${text}\`, which no request has. For \`${name}\` with the value \`${value}\` write \`${name}: ${value}\`.`,
      fixes: [
        {
          title: `Write \`${name}: ${value}\``,
          safe: false,
          edits: () => setScalar(policy, http.headers!, index, `${name}: ${value}`),
        },
      ],
    };
  }
}
