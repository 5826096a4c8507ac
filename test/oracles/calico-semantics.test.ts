import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CalicoEntity, CalicoPolicy, CalicoRule } from '../../server/src/model/calico.ts';
import { usualAssumptions } from '../../server/src/policy/assumptions.ts';
import { inOrder, inTurn } from '../../server/src/policy/calicoTiers.ts';
import { decide } from '../../server/src/policy/evaluate.ts';
import { matchesRequest, normalPath, type HttpRequest } from '../../server/src/policy/http.ts';
import type { HttpPath, IrPolicy } from '../../server/src/policy/ir.ts';
import { directionsOf } from '../../server/src/policy/lower/calico.ts';
import {
  entityExpression,
  subjectExpression,
} from '../../server/src/policy/lower/calicoSelectors.ts';
import { parse } from '../../server/src/policy/selector/calico/parse.ts';
import { selectorOf } from '../../server/src/policy/selector/calico/selectorOf.ts';
import { implies } from '../../server/src/policy/selector/implies.ts';
import type { Expression } from '../../server/src/policy/selector/calico/expression.ts';
import { lowered } from '../policy/build.ts';
import { apply, EMPTY } from '../../server/src/workspace/snapshot.ts';
import { worldOf } from '../../server/src/workspace/world.ts';
import { material } from '../support/material.ts';
import { suite } from './support/suite.ts';

/*
 * What Calico's own tests, and a reading of its sources, say of the meaning of policies: which endpoints they select,
 * in which order they are tried, and what becomes of a flow.
 */

interface Effective {
  readonly why: string;
  readonly effectiveSelector: string;
}

interface Flow {
  readonly why: string;
  readonly tiers: readonly {
    readonly name: string;
    readonly defaultAction: string;
    readonly policies: readonly {
      readonly name: string;
      readonly staged: boolean;
      readonly ingress: readonly {
        readonly action: string;
        readonly http?: { readonly methods?: readonly string[]; readonly exact?: string };
      }[];
    }[];
  }[];
  readonly profiles: readonly string[];
  readonly flow: Partial<HttpRequest>;
  readonly verdict: string;
}

interface Cases {
  readonly entityEffectiveSelector: readonly (Effective & {
    readonly policyNamespace: string;
    readonly entity: CalicoEntity;
  })[];
  readonly policyEffectiveSelector: readonly (Effective & {
    readonly namespace: string;
    readonly spec: CalicoPolicy['spec'];
  })[];
  readonly typesDefault: readonly {
    readonly kind: string;
    readonly ingressRules?: number;
    readonly egressRules?: number;
    readonly types?: readonly string[];
    readonly hasIngress?: boolean;
    readonly hasEgress?: boolean;
    readonly policyTypes?: readonly string[];
  }[];
  readonly tierOrder: readonly {
    readonly why: string;
    readonly tiers: readonly {
      readonly name: string;
      readonly exists: boolean;
      readonly order?: number;
    }[];
    readonly sorted: readonly string[];
  }[];
  readonly policyOrder: readonly {
    readonly why: string;
    readonly policies: readonly {
      readonly kind: string;
      readonly name: string;
      readonly namespace?: string;
      readonly order?: number;
    }[];
    readonly sorted: readonly string[];
  }[];
  readonly tieredVerdict: readonly Flow[];
  readonly httpMethodMatch: {
    readonly cases: readonly {
      readonly why: string;
      readonly methods: readonly string[];
      readonly method: string;
      readonly match: boolean;
    }[];
  };
  readonly httpPathMatch: {
    readonly cases: readonly {
      readonly why: string;
      readonly paths: readonly { readonly exact?: string; readonly prefix?: string }[];
      readonly path: string;
      readonly match: boolean;
    }[];
  };
  readonly httpPathNormalize: {
    readonly cases: readonly {
      readonly why: string;
      readonly path: string;
      readonly normalized: string | null;
    }[];
  };
}

const folder = material('oracles', 'calico');
if (folder !== null) {
  const cases = JSON.parse(
    readFileSync(path.join(folder, 'semantics-cases.json'), 'utf8'),
  ) as Cases;

  check(
    'entityEffectiveSelector',
    cases.entityEffectiveSelector.map(
      ({ why, policyNamespace, entity, effectiveSelector }) =>
        [
          why,
          effectiveSelector,
          () => same(entityExpression(entity, nameOf(policyNamespace)), effectiveSelector),
        ] as const,
    ),
  );
  check(
    'policyEffectiveSelector',
    cases.policyEffectiveSelector.map(
      ({ why, namespace, spec, effectiveSelector }) =>
        [
          why,
          effectiveSelector,
          () => same(subjectExpression(spec, nameOf(namespace)), effectiveSelector),
        ] as const,
    ),
  );
  check(
    'typesDefault',
    cases.typesDefault.map(
      (one, index) =>
        [
          `${one.kind} ${index}`,
          (one.types ?? one.policyTypes!).join(),
          () => (one.types === undefined ? kubernetesTypes(one) : calicoTypes(one)).join(),
        ] as const,
    ),
  );
  check(
    'tierOrder',
    cases.tierOrder.map(
      ({ why, tiers, sorted }) =>
        [
          why,
          sorted.join(),
          () =>
            inOrder(
              tiers.map(({ name }) => name),
              tiers
                .filter(({ exists }) => exists)
                .map(({ name, order = null }) => ({ name, order, rest: 'deny' })),
            )
              .map(({ name }) => name)
              .join(),
        ] as const,
    ),
  );
  check(
    'policyOrder',
    cases.policyOrder.map(
      ({ why, policies, sorted }) =>
        [
          why,
          sorted.join(),
          () =>
            inTurn(policies.map(asPolicy))
              .map((policy) => (sorted[0]!.includes('(') ? longName(policy) : policy.name))
              .join(),
        ] as const,
    ),
  );
  check(
    'tieredVerdict',
    cases.tieredVerdict.map((one) => [one.why, one.verdict, () => verdictOf(one)] as const),
  );
  check(
    'httpMethodMatch',
    cases.httpMethodMatch.cases.map(
      ({ why, methods, method, match }) =>
        [why, match, () => matchesRequest({ methods, paths: [] }, { method, path: '/' })] as const,
    ),
  );
  check(
    'httpPathMatch',
    cases.httpPathMatch.cases.map(
      ({ why, paths, path: asked, match }) =>
        [
          why,
          match,
          () =>
            matchesRequest(
              { methods: [], paths: paths.map(asPath) },
              { method: 'GET', path: asked },
            ),
        ] as const,
    ),
  );
  check(
    'httpPathNormalize',
    cases.httpPathNormalize.cases.map(
      ({ why, path: asked, normalized }) => [why, normalized, () => normalPath(asked)] as const,
    ),
  );
}

/** A suite of cases, each with its name, what is expected, and what netpol says. */
function check(
  suiteName: string,
  cases: readonly (readonly [name: string, expected: unknown, actual: () => unknown])[],
): void {
  suite(
    `calico-semantics ${suiteName}`,
    cases.map(([name, expected, actual]) => ({ name, expected, actual })),
  );
}

const nameOf = (namespace: string): string | null => (namespace === '' ? null : namespace);

/** The expected text where both match the same labels; what ours is otherwise. */
function same(expression: Expression | null, expected: string): string {
  if (expression === null) return '';
  const [ours, theirs] = [selectorOf(expression), selectorOf(parse(expected).expression!)];
  return implies(ours, theirs) && implies(theirs, ours) ? expected : JSON.stringify(ours);
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const rules = (count: number): readonly CalicoRule[] =>
  Array.from({ length: count }, () => ({ action: 'Allow' }));

const calicoTypes = ({
  ingressRules = 0,
  egressRules = 0,
}: Cases['typesDefault'][number]): string[] =>
  directionsOf(
    { ingress: rules(ingressRules), egress: rules(egressRules) },
    'projectcalico.org/v3',
  ).map(capitalized);

function kubernetesTypes({ hasIngress, hasEgress }: Cases['typesDefault'][number]): string[] {
  const { isolates } = lowered({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'staged', namespace: 'n' },
    spec: {
      podSelector: {},
      ...(hasIngress && { ingress: [{}] }),
      ...(hasEgress && { egress: [{}] }),
    },
  });
  return (['ingress', 'egress'] as const)
    .filter((direction) => isolates[direction])
    .map(capitalized);
}

type Ordered = Cases['policyOrder'][number]['policies'][number];

const asPolicy = ({ kind, name, namespace, order }: Ordered): IrPolicy =>
  lowered(
    kind === 'KubernetesNetworkPolicy'
      ? {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name, namespace },
          spec: { podSelector: {} },
        }
      : {
          apiVersion: 'projectcalico.org/v3',
          kind,
          metadata: { name, namespace },
          spec: { order },
        },
  );

const longName = ({ name, namespace, kind }: IrPolicy): string =>
  `${name} (${namespace === null ? '' : `${namespace}/`}${kind})`;

const asPath = ({ exact, prefix }: { exact?: string; prefix?: string }): HttpPath =>
  exact === undefined ? { kind: 'prefix', path: prefix! } : { kind: 'exact', path: exact };

/** What becomes of the flow to a pod that all policies select; without a profile nothing is allowed in the end. */
function verdictOf({ tiers, profiles, flow }: Flow): string {
  const objects: object[] = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n' } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', namespace: 'n' },
      spec: { containers: [] },
    },
    ...tiers.flatMap(({ name, defaultAction, policies }, place) => [
      ...(name === 'default'
        ? []
        : [
            {
              apiVersion: 'projectcalico.org/v3',
              kind: 'Tier',
              metadata: { name },
              spec: { order: place + 1, defaultAction },
            },
          ]),
      ...policies.map((policy, order) => ({
        apiVersion: 'projectcalico.org/v3',
        kind: policy.staged ? 'StagedGlobalNetworkPolicy' : 'GlobalNetworkPolicy',
        metadata: { name: `${name}.${policy.name}` },
        spec: {
          tier: name,
          order,
          types: ['Ingress'],
          ingress: policy.ingress.map(({ action, http }) => ({
            action,
            ...(http !== undefined && {
              http: {
                ...(http.methods !== undefined && { methods: http.methods }),
                ...(http.exact !== undefined && { paths: [{ exact: http.exact }] }),
              },
            }),
          })),
        },
      })),
    ]),
  ];
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  const snapshot = apply(EMPTY, {
    reason: 'test',
    upserted: [{ uri: 'file:///flow.yaml', text }],
    read: true,
  });
  const world = worldOf(snapshot);
  const [web] = world.inventory('n').pods;
  const { decisions, doubts } = decide(
    world.tiers('n'),
    {
      subject: web!,
      peer: { kind: 'external', family: 'IPv4', first: 1n, last: 1n },
      direction: 'ingress',
      request: { method: flow.method ?? 'GET', path: flow.path ?? '/' },
    },
    { ...usualAssumptions, httpRules: 'enforced' },
  );
  if (doubts.length > 0) return JSON.stringify(doubts);
  return decisions
    .map(({ verdict, because }) =>
      profiles.length === 0 && because.some(({ policy }) => policy === null)
        ? 'Deny'
        : capitalized(verdict),
    )
    .join();
}
