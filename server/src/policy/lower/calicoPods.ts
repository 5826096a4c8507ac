import { EVERY_NAMESPACE } from '../peers.ts';
import type { NamespaceKey } from '../../model/namespace.ts';
import type { Namespaces, PodPeer } from '../ir.ts';
import type { Expression } from '../selector/calico/expression.ts';
import { selectorOf } from '../selector/calico/selectorOf.ts';
import { EVERYTHING } from '../selector/selector.ts';

/*
 * The pods that a selector of Calico speaks of.
 */

/** The namespaces of which a policy can speak without naming any: its own, or where it is global all. */
export const scopeOf = (namespace: NamespaceKey | null): Namespaces =>
  namespace === null ? EVERY_NAMESPACE : { kind: 'own', namespace };

/** The namespaces that a selector is true of. */
export const matching = (expression: Expression): Namespaces => ({
  kind: 'matching',
  selector: selectorOf(expression),
  vocabulary: 'calico',
});

/** Pods on the network of their node are no endpoints of Calico's (workload endpoints). */
export const pods = (namespaces: Namespaces, labels: Expression | null): PodPeer => ({
  kind: 'pods',
  namespaces,
  pods: labels === null ? EVERYTHING : selectorOf(labels),
  vocabulary: 'calico',
  withoutHosts: true,
});
