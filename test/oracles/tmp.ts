import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  edgesOf,
  lines,
  manifestsIn,
  npGuardAssumptions,
  parseJson,
  parseText,
  isNamed,
  parsePorts,
} from './npGuard.ts';
import { load } from '../policy/load.ts';
import { reach } from '../../server/src/policy/reach.ts';
const root = '/work/shared/oracles/np-guard';
const es = JSON.parse(readFileSync(path.join(root, 'index.json'), 'utf8'));
let ok = 0,
  n = 0;
for (const e of es) {
  if (
    e.command !== 'list' ||
    e.usesANP ||
    e.usesBANP ||
    e.usesUDN ||
    e.usesNAD ||
    e.usesVM ||
    e.usesIngress
  )
    continue;
  n++;
  const c = load(manifestsIn(root, e.manifestsDir), npGuardAssumptions);
  const g = reach(c.endpoints, c.tiersFor, npGuardAssumptions);
  let s;
  do s = g.next();
  while (!s.done);
  const t = readFileSync(path.join(root, e.expectedFile), 'utf8');
  const exp = e.format === 'json' ? parseJson(t) : parseText(t, null);
  let got = edgesOf(s.value.connections);
  const f = e.options.focusWorkloads;
  if (f)
    got = got.filter((x) =>
      f.some(
        (w: string) =>
          (e.options.focusDirection !== 'ingress' && isNamed(x.src, w)) ||
          (e.options.focusDirection !== 'egress' && isNamed(x.dst, w)),
      ),
    );
  const A = lines(exp, got),
    B = lines(got, exp);
  const miss = [...A].filter((x) => !B.has(x)),
    extra = [...B].filter((x) => !A.has(x));
  if (!miss.length && !extra.length) ok++;
  else
    console.log(
      e.name,
      e.manifestsDir,
      A.size,
      B.size,
      'missing',
      miss.slice(0, 3),
      'extra',
      extra.slice(0, 3),
      s.value.doubts.slice(0, 2),
    );
}
console.log(ok, n);
