import * as fc from 'fast-check';

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const selector = fc.constantFrom(
  'all()',
  "app == 'web'",
  "app != 'web'",
  '!has(app)',
  "projectcalico.org/namespace == 'shop'",
  "pcns.team == 'a' || app contains 'd'",
  "pcsa.role == 'x'",
);
const entity = fc.record({
  selector: maybe(selector),
  notSelector: maybe(selector),
  namespaceSelector: maybe(fc.constantFrom('all()', 'global()', "team == 'a'")),
  nets: maybe(fc.constantFrom(['10.0.0.0/24'], ['2001:db8::/32'], ['0.0.0.0/0'])),
  notNets: maybe(fc.constantFrom(['10.0.0.1/32'], ['2001:db8::/64'])),
  ports: maybe(fc.constantFrom([80], ['1:100'], ['http'])),
});
const rule = fc.record({
  action: fc.constantFrom('Allow', 'Deny', 'Pass', 'Log'),
  protocol: maybe(fc.constantFrom('TCP', 'UDP', 17)),
  ipVersion: maybe(fc.constantFrom(4, 6)),
  source: maybe(entity),
  destination: maybe(entity),
});
/** What a policy of Calico's says, in the words of its manifest; not all of it is taken by Calico. */
export const calicoSpec = fc.record({
  tier: maybe(fc.constantFrom('default', 'early', 'nowhere')),
  order: maybe(fc.integer({ min: -5, max: 5 })),
  selector: maybe(selector),
  types: maybe(fc.subarray(['Ingress', 'Egress'], { minLength: 1 })),
  ingress: fc.array(rule, { maxLength: 3 }),
  egress: fc.array(rule, { maxLength: 3 }),
});
