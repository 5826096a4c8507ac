/*
 * A synthetic workspace of 10,000 documents: 200 namespaces, and in each 20 Deployments, 9 Services and 20 policies of the
 * usual forms, in a file by kind. In every tenth namespace a policy type of the last policy is misspelt.
 */

/** How large it is. */
const SIZE = { namespaces: 200, deployments: 20, services: 9, policies: 20 } as const;

/** A file of a namespace by what is in it. */
export type Part = 'namespace' | 'workloads' | 'services' | 'policies';

/** The path of a file of a namespace within the workspace. */
export const pathOf = (namespace: number, part: Part): string => `team-${namespace}/${part}.yaml`;

const namespaceText = (at: number): string => `---
apiVersion: v1
kind: Namespace
metadata:
  name: team-${at}
  labels:
    stage: ${at % 3 === 0 ? 'prod' : 'test'}
    area: area-${at % 10}
    owner: owner-${at}
`;

const deploymentText = (namespace: number, at: number): string => `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${at}
  namespace: team-${namespace}
  labels:
    app: app-${at}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: app-${at}
  template:
    metadata:
      labels:
        app: app-${at}
        tier: ${at % 4 === 0 ? 'frontend' : 'backend'}
        role: role-${at % 5}
    spec:
      containers:
        - name: main
          image: example/app-${at}:1.0
          ports:
            - name: http
              containerPort: 8080
            - name: metrics
              containerPort: 9090
          resources:
            requests: {cpu: 100m, memory: 64Mi}
`;

const serviceText = (namespace: number, at: number): string => `---
apiVersion: v1
kind: Service
metadata:
  name: app-${at}
  namespace: team-${namespace}
spec:
  selector:
    app: app-${at}
  ports:
    - name: http
      port: 80
      targetPort: http
`;

const spec = (namespace: number, at: number): string => {
  const next = (namespace + 1) % SIZE.namespaces;
  const ingress = namespace % 10 === 0 && at === SIZE.policies - 1 ? 'Ingres' : 'Ingress';
  const forms = [
    `  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
    `  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - {protocol: UDP, port: 53}
        - {protocol: TCP, port: 53}
`,
    `  podSelector:
    matchLabels:
      app: app-${at}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: app-${(at + 1) % SIZE.deployments}
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: team-${next}
          podSelector:
            matchLabels:
              tier: frontend
      ports:
        - port: http
`,
    `  podSelector:
    matchLabels:
      app: app-${at}
  policyTypes: [${ingress}]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              stage: prod
          podSelector:
            matchLabels:
              role: role-${at % 5}
      ports:
        - port: 8080
`,
    `  podSelector:
    matchLabels:
      app: app-${at}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
            cidr: 10.${namespace % 256}.0.0/16
            except: [10.${namespace % 256}.${at}.0/24]
      ports:
        - port: 443
    - to:
        - podSelector:
            matchLabels:
              app: app-${(at + 2) % SIZE.deployments}
      ports:
        - port: metrics
`,
  ];
  return at < 2 ? forms[at]! : forms[2 + (at % 3)]!;
};

const policyText = (namespace: number, at: number): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: policy-${at}
  namespace: team-${namespace}
spec:
${spec(namespace, at)}`;

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('');

/** Every file of the workspace by its path. */
export const workspaceFiles = (): { readonly path: string; readonly text: string }[] =>
  Array.from({ length: SIZE.namespaces }, (_, at) => [
    { path: pathOf(at, 'namespace'), text: namespaceText(at) },
    {
      path: pathOf(at, 'workloads'),
      text: times(SIZE.deployments, (one) => deploymentText(at, one)),
    },
    { path: pathOf(at, 'services'), text: times(SIZE.services, (one) => serviceText(at, one)) },
    { path: pathOf(at, 'policies'), text: times(SIZE.policies, (one) => policyText(at, one)) },
  ]).flat();

/** One kind of edit: the file, and the text behind which a letter is typed. */
export interface Edit {
  readonly name: string;
  readonly part: Part;
  readonly behind: string;
}

/** The edits that are measured. */
export const edits: readonly Edit[] = [
  { name: 'policy', part: 'policies', behind: '    matchLabels:\n      app: app-2' },
  { name: 'pod template label', part: 'workloads', behind: '        role: role-1' },
  { name: 'Namespace label', part: 'namespace', behind: '    stage: ' },
];

/** The namespaces in which a letter is typed, one after the other. */
export const typedIn = (keystrokes: number): readonly number[] =>
  Array.from({ length: keystrokes }, (_, count) => (count * 7) % SIZE.namespaces);
