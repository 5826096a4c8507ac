/** A policy of the namespace `shop` that lets clients in on a port; `"8080"` in quotes is refused. */
export const policy = (port: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ podSelector: { matchLabels: { app: client } } }]
      ports: [{ port: ${port} }]
`;

/** A policy with one error, `invalid-port`, and one without. */
export const bad = policy('"8080"');
/** The same policy, repaired. */
export const good = policy('8080');
