/** The last port there is. */
export const LAST_PORT = 65535;

/** What the `port` of an entry of Cilium's is: a number, the name of a port, or nothing that can be read. */
export type CiliumPortText =
  | { readonly kind: 'number'; readonly port: number; readonly octal: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'none' };

/**
 * Reads a port as Cilium does: a number up to 65535, which is octal where it begins with a zero (Go, `strconv.ParseUint`
 * with base 0), or the name of a service, compared in lower case (RFC 6335, section 5.1). Zero means every port.
 */
export function readCiliumPort(text: string): CiliumPortText {
  if (/^\d+(?:_\d+)*$/.test(text)) {
    const digits = text.replaceAll('_', '');
    const octal = /^0\d/.test(digits);
    const port = octal
      ? /^[0-7]+$/.test(digits)
        ? Number.parseInt(digits, 8)
        : NaN
      : Number(digits);
    return port <= LAST_PORT ? { kind: 'number', port, octal } : { kind: 'none' };
  }
  return /^(?=.{1,15}$)(?=.*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(text)
    ? { kind: 'name', name: text.toLowerCase() }
    : { kind: 'none' };
}
