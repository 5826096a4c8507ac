import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutTabStops } from './tabStops.ts';

test('tab stops give way to what stands in them', () => {
  assert.equal(
    withoutTabStops('name: ${1:deny-all}\nport: $2\n${3}$0'),
    'name: deny-all\nport: \n',
  );
  assert.equal(withoutTabStops('operator: ${1|In,NotIn,Exists|}'), 'operator: In');
  assert.equal(withoutTabStops('cost: \\$5 \\\\'), 'cost: $5 \\');
});
