import type { CalicoEntity } from '../model/calico.ts';
import { CALICO_RULED, type Kind } from '../model/kinds.ts';
import { fieldText } from '../model/fieldText.ts';
import type { Resource } from '../model/resource.ts';
import { entitiesIn, ignoredBy, refusedBy, type DirectedEntity } from './calicoWalk.ts';
import { admissionRule, type Refusal } from './rule.ts';
import { listed } from './suggestion.ts';
import { fieldIn, isWhole } from './walk.ts';

/** Services at an end of a rule where they cannot be, with what they do not go with, or without their name. */
export default admissionRule(
  {
    code: 'invalid-service-match',
    title: 'A Service that a rule cannot ask for',
    category: 'refused',
    severity: 'error',
    docs: `\`services\` names the peer: the \`source\` of an ingress rule of Calico, the \`destination\` of an egress rule. It needs
a \`name\`, in policies of the whole cluster a \`namespace\` too, and goes with no other condition on that end; the ports of a
destination are those of the Service. Calico refuses the whole policy otherwise.`,
    since: '0.1.0',
    fixable: false,
  },
  CALICO_RULED,
  function* (policy) {
    for (const directed of entitiesIn(policy)) {
      const services = fieldIn(policy, directed.entity, 'services');
      if (services === undefined) continue;
      const wrong =
        sideFault(policy, directed) ??
        nameFault(policy, services) ??
        companyFault(policy, directed);
      if (wrong !== null) yield wrong;
    }
  },
);

const placeOf = (
  { source }: Resource,
  object: object,
  key: string,
): Pick<Refusal, 'span' | 'field' | 'confidence'> => ({
  span: source.key(object, key),
  field: fieldText([...source.path(object), key]),
  confidence: 'proven',
});

function sideFault(policy: Resource, { direction, side, entity }: DirectedEntity): Refusal | null {
  const peer = direction === 'ingress' ? 'source' : 'destination';
  if (side === peer || policy.kind.id === 'calico/Profile') return null;
  return {
    ...placeOf(policy, entity, 'services'),
    message: `The \`${side}\` of an ${direction} rule is the selected endpoint itself, and a Service can only be its peer, ${ignoredBy(policy)}. Name it in \`${peer}\`.`,
  };
}

/** The policies that live in no namespace, from which that of a Service could be told. */
const isGlobal = ({ namespaced, id }: Kind): boolean => !namespaced && id !== 'calico/Profile';

function nameFault(
  policy: Resource,
  services: NonNullable<CalicoEntity['services']>,
): Refusal | null {
  const owner = policy.source.path(services);
  const place = {
    span: policy.source.of(services),
    field: fieldText(owner),
    confidence: 'proven' as const,
  };
  if (!isWhole(policy, services)) return null;
  if ((services.name ?? '') === '')
    return {
      ...place,
      field: `${place.field}.name`,
      message: `\`services\` needs the \`name\` of a Service, ${refusedBy(policy)}.`,
    };
  return isGlobal(policy.kind) && (services.namespace ?? '') === ''
    ? {
        ...place,
        field: `${place.field}.namespace`,
        message: `A ${policy.kind.name} lives in no namespace and has to say in which \`${services.name!}\` is, ${ignoredBy(policy)}. Add \`namespace\`.`,
      }
    : null;
}

function companyFault(
  policy: Resource,
  { direction, side, entity }: DirectedEntity,
): Refusal | null {
  const conditions = [
    'namespaceSelector',
    'selector',
    'notSelector',
    'serviceAccounts',
    'nets',
    'notNets',
    ...(side === 'destination' ? (['ports', 'notPorts'] as const) : []),
  ] as const;
  const given = conditions.filter((key) => isGiven(fieldIn(policy, entity, key)));
  const [first] = given;
  if (first === undefined) return null;
  const arePorts = given.every((key) => key === 'ports' || key === 'notPorts');
  return {
    ...placeOf(policy, entity, first),
    message: arePorts
      ? `\`services\` brings the ports of the destination with it and goes with no ${listed(given)}, ${refusedBy(policy)}. Remove ${given.length === 1 ? 'it' : 'them'}.`
      : `\`services\` says by itself who the ${direction === 'ingress' ? 'source' : 'destination'} is and goes with no ${listed(given)}, ${refusedBy(policy)}. Make them rules of their own.`,
  };
}

/** Whether a condition is there; empty texts and lists count as left out, an empty mapping does not. */
const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
