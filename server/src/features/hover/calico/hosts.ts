import type { CalicoPolicy } from '../../../model/calico.ts';
import type { Place } from '../../../model/finding.ts';
import { stringsOf, textOf } from '../../../model/untyped.ts';
import { areLegible, subjectExpression } from '../../../policy/lower/calicoSelectors.ts';
import { selectorOf } from '../../../policy/selector/calico/selectorOf.ts';
import { implies } from '../../../policy/selector/implies.ts';
import { EVERYTHING, matches } from '../../../policy/selector/selector.ts';
import { companionsOf } from '../../../workspace/companions.ts';
import { placeOf, type Member } from '../../../workspace/member.ts';
import { linkedNames } from '../names.ts';
import { count } from '../../../policy/print.ts';
import type { Scene } from '../scene.ts';

/** Whether a policy of the whole cluster surely selects a host with some labels; hosts have no others. */
export const selectsHost = (
  spec: CalicoPolicy['spec'],
  labels: Readonly<Record<string, string>>,
): boolean =>
  areLegible(spec.selector, spec.namespaceSelector, spec.serviceAccountSelector) &&
  matches(selectorOf(subjectExpression(spec, null)), labels) === 'yes';

/** The labels of a host. */
export const hostLabels = ({ resource }: Member): Readonly<Record<string, string>> =>
  stringsOf(resource.body.metadata?.labels);

/** The host endpoints that a policy of the whole cluster selects, besides pods; nothing where no host can be one of them. */
export function hostLines(spec: CalicoPolicy['spec'], scene: Scene): readonly string[] {
  const hosts = companionsOf(scene.snapshot.companions, 'calico/HostEndpoint')
    .map(({ member }) => member)
    .filter(({ resource }) => resource.opaque === null);
  const selected = hosts.filter((host) => selectsHost(spec, hostLabels(host)));
  if (selected.length > 0)
    return [
      `**And ${count(selected.length, 'host endpoint')}**: ${linkedNames(selected.map(placed), scene)}`,
    ];
  if (!selectsHost(spec, {})) return [];
  const all = implies(EVERYTHING, selectorOf(subjectExpression(spec, null)));
  return [
    `And ${all ? 'every host endpoint' : 'host endpoints, but for what the labels rule out'}, as hosts live in no namespace; none is described in this workspace.`,
  ];
}

/** An object by its name and place. */
export const placed = (member: Member): { readonly name: string; readonly place: Place } => ({
  name: textOf(member.resource.body.metadata.name) ?? '',
  place: placeOf(member),
});
