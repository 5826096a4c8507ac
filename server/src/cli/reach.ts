import type { Place } from '../model/finding.ts';
import type { Cluster } from '../policy/connect.ts';
import { count } from '../policy/print.ts';
import { reach as reachAll } from '../policy/reach.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { clusterOf } from '../workspace/cluster.ts';
import { apartText } from './apartText.ts';
import { exitCodes, misused, type ExitCode } from './exitCode.ts';
import { gather, isMisuse } from './gather.ts';
import type { Host } from './host.ts';
import type { ReachOptions } from './options.ts';
import { harmless } from '../base/harmless.ts';
import { answerJson } from './output/json.ts';
import { reachText } from './output/reachText.ts';
import { tellLeftOut } from './leftOut.ts';
import { tellEnforcer } from './tellEnforcer.ts';

/** `netpol reach`: who can connect to whom among the workloads to report on, and from and to outside. */
export function reach(options: ReachOptions, host: Host): ExitCode {
  const gathered = gather(options, host);
  if (isMisuse(gathered)) return misused(host, gathered.misuse);
  const unreadable = tellLeftOut(gathered, host);
  tellEnforcer(gathered.snapshot, host);
  const snapshot = options.staged ? asIfInForce(gathered.snapshot) : gathered.snapshot;
  const cluster = clusterOf(snapshot);
  const reported = new Set([...gathered.reported, ...gathered.inventory]);
  const isReported = ({ place }: { readonly place: Place }): boolean => reported.has(place.uri);
  const walk = reachAll(cluster, snapshot.settings.assumptions, {
    asked: isReported,
    withHosts: options.hosts,
  });
  let [step, done] = [walk.next(), 0];
  for (; step.done !== true; step = walk.next())
    host.progress(`${++done} ${options.hosts ? 'workloads and hosts' : 'workloads'}`);
  host.progress(null);
  const { connections, doubts } = step.value;
  const homes = cluster.endpoints.filter(isReported).map(({ namespace }) => namespace.key);
  const apart = apartText(homes, gathered);
  if (options.format === 'json') {
    host.print(answerJson(snapshot, { connections, doubts }));
    if (apart !== null) host.complain(`netpol: ${apart}\n`);
  } else
    host.print(
      reachText(step.value, gathered, host) +
        hostsText(cluster, options) +
        (options.staged ? 'Staged policies are counted as if they were in force.\n' : '') +
        (apart === null ? '' : `${harmless(apart)}\n`),
    );
  return unreadable ? exitCodes.failed : exitCodes.clean;
}

/** Which hosts are no ends of rows; nothing where there are none. */
function hostsText({ hosts }: Cluster, options: ReachOptions): string {
  const { endpoints = [] } = hosts ?? {};
  if (!options.hosts)
    return endpoints.length === 0
      ? ''
      : `${count(endpoints.length, 'host')} that a HostEndpoint describes ${endpoints.length === 1 ? 'is' : 'are'} left out; --hosts reports them, too.\n`;
  const lost = endpoints.flatMap(({ name, addresses }) => (addresses.length === 0 ? [name] : []));
  return lost.length === 0
    ? ''
    : `${harmless(lost.map((name) => `host/${name}`).join(', '))}: left out, as no expectedIPs say where ${lost.length === 1 ? 'it is' : 'they are'}.\n`;
}

/** The same workspace in a cluster where staged policies are in force. */
const asIfInForce = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  settings: {
    ...snapshot.settings,
    assumptions: { ...snapshot.settings.assumptions, stagedPolicies: 'enforced' },
  },
});
