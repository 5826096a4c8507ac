/** The lines of one document of a measured file. */
const LINES_PER_DOCUMENT = 40;

/** A policy of 40 lines with the usual parts; in every tenth a policy type is misspelt. */
const policyText = (at: number): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: policy-${at}
  namespace: team-${at % 17}
  labels:
    app.kubernetes.io/name: policy-${at}
    app.kubernetes.io/part-of: shop
spec:
  podSelector:
    matchLabels:
      app: service-${at}
    matchExpressions:
      - key: tier
        operator: In
        values: [frontend, backend]
  policyTypes:
    - ${at % 10 === 0 ? 'Ingres' : 'Ingress'}
    - Egress
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: team-${(at + 1) % 17}
          podSelector:
            matchLabels:
              app: client-${at}
        - ipBlock:
            cidr: 10.${at % 256}.0.0/16
            except:
              - 10.${at % 256}.1.0/24
      ports:
        - protocol: TCP
          port: 8080
  egress:
    - to:
        - podSelector: {}
      ports:
        - {protocol: UDP, port: 53}
`;

/** A file of exactly `lines` lines, a multiple of those of a document. */
export const policiesOf = (lines: number): string =>
  Array.from({ length: lines / LINES_PER_DOCUMENT }, (_, at) => policyText(at)).join('');

/** The line of the middle document on which letters are typed, at its end, and that of the key hovered over. */
export const middleOf = (lines: number): { readonly typed: number; readonly hovered: number } => {
  const first = Math.floor(lines / LINES_PER_DOCUMENT / 2) * LINES_PER_DOCUMENT;
  return { typed: first + 12, hovered: first + 10 };
};
