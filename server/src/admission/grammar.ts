/*
 * The grammars of names and labels, as functions from a text to what is wrong with it: a clause that goes on from "it",
 * or null where nothing is (apimachinery, package validation).
 */

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

/** The length of a text in UTF-8, as Kubernetes counts. */
export const byteLength = (text: string): number =>
  isAscii(text)
    ? text.length
    : encodeURIComponent(wellFormed(text)).replace(/%[0-9A-F]{2}/g, 'x').length;

/** Whether each character is one byte, as nearly always. */
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Lone surrogates, which no encoding can write, as the character that stands for them. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** What is wrong with a DNS-1123 label, as namespaces are named. */
export function dnsLabelFault(text: string): string | null {
  if (text === '') return 'is empty';
  if (byteLength(text) > 63) return 'has more than 63 characters';
  return DNS_LABEL.test(text)
    ? null
    : 'may hold only lower-case letters, digits and `-`, and must begin and end with a letter or digit';
}

/** What is wrong with a DNS-1123 subdomain, as most objects are named. */
export function dnsSubdomainFault(text: string): string | null {
  if (text === '') return 'is empty';
  if (byteLength(text) > 253) return 'has more than 253 characters';
  return text.split('.').every((part) => DNS_LABEL.test(part))
    ? null
    : 'may hold only lower-case letters, digits, `-` and `.`, and each part must begin and end with a letter or digit';
}

/** What is wrong with a label key: `name` or `prefix/name`. */
export function labelKeyFault(text: string): string | null {
  const [first, second, third] = text.split('/');
  if (third !== undefined) return 'has more than one `/`';
  const [prefix, name] = second === undefined ? [null, first!] : [first!, second];
  if (prefix !== null) {
    const fault = dnsSubdomainFault(prefix);
    if (fault !== null) return `has a part before the \`/\` that ${fault}`;
  }
  return nameFault(name);
}

/** What is wrong with a label value; the empty one is fine. */
export const labelValueFault = (text: string): string | null =>
  text === '' ? null : nameFault(text);

function nameFault(name: string): string | null {
  if (name === '') return 'has an empty name';
  if (byteLength(name) > 63) return 'has more than 63 characters';
  return NAME.test(name)
    ? null
    : 'may hold only letters, digits, `-`, `_` and `.`, and must begin and end with a letter or digit';
}

/** What is wrong with the name of a port. */
export function portNameFault(text: string): string | null {
  if (text === '') return 'is empty';
  if (byteLength(text) > 15) return 'has more than 15 characters';
  if (!/^[-a-z0-9]+$/.test(text)) return 'may hold only lower-case letters, digits and `-`';
  if (!/[a-z]/.test(text)) return 'needs at least one letter';
  if (text.includes('--')) return 'has two `-` in a row';
  return /^-|-$/.test(text) ? 'begins or ends with `-`' : null;
}

/** As the API has it; its `A-z` takes a few characters between the cases that no name has. */
const DOMAIN_NAME =
  /^(\*\.)?([A-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.)+[A-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.?$/;

/** What is wrong with an entry of `domainNames` (Network Policy API reference, `DomainName`). */
export function domainNameFault(text: string): string | null {
  if (DOMAIN_NAME.test(text)) return null;
  const rest = text.replace(/^\*\./, '');
  if (rest.includes('*')) return 'may have a `*` only as its whole first part, before other parts';
  if (/^[a-z]+:\/\//i.test(text)) return 'is no URL, but a name such as `www.example.com`';
  return rest.replace(/\.$/, '').includes('.')
    ? 'may hold only letters, digits, `-` and `_`, and each part must begin and end with a letter or digit'
    : 'needs at least two parts, such as `www.example.com`';
}
