import { capital } from '../../../base/words.ts';
import type { CalicoEntity, CalicoPort } from '../../../model/calico.ts';
import type { Path } from '../../../model/source.ts';
import { protocolOf } from '../../../policy/lower/calicoPorts.ts';
import { codeList, count, portsText } from '../../../policy/print.ts';
import { nameLines } from '../ports.ts';
import type { CalicoScene } from '../scene.ts';
import type { Side } from './entity.ts';

/** A list of ports of one side of a rule, or one of them. */
export function portEntryLines(
  { reading, told, side }: Side,
  entity: CalicoEntity,
  field: 'ports' | 'notPorts',
  item: Path[number] | undefined,
  scene: CalicoScene,
): readonly string[] {
  const ports = entity[field] ?? [];
  const { match, written } = told;
  if (match === null) return [];
  const port = ports.length === 1 ? ports[0] : ports[Number(item)];
  const protocol = written.protocol === undefined ? null : protocolOf(written.protocol);
  if (side === 'source')
    return [
      `**${field === 'ports' ? 'Comes from' : 'Does not come from'} ${port === undefined ? `one of ${codeList(ports.map(String))}` : numberText(port, protocol)}**.`,
      'That is the port that the client sends from, which its system mostly picks at random; the port that it connects to is `destination.ports`.',
    ];
  if (field === 'notPorts')
    return [
      `**Every port but ${port === undefined ? codeList(ports.map(String)) : numberText(port, protocol)}**.`,
      'The rule does not match these, which denies nothing by itself.',
    ];
  if (port === undefined)
    return [
      match.unsure === null
        ? `**${capital(portsText(match.ports))}**.`
        : `One of ${codeList(ports.map(String))}.`,
      OF_CONTAINERS,
    ];
  const name = nameOf(port);
  return name === null
    ? [`**${numberText(port, protocol)}**.`, OF_CONTAINERS]
    : nameLines(name, protocol, reading.policy, match, scene);
}

const OF_CONTAINERS = 'These are the ports of containers; those of a Service are never seen.';

/** The name that a port is given by; null for numbers and ranges. */
const nameOf = (port: CalicoPort): string | null =>
  /^\d+(?::\d+)?$/.test(String(port)) ? null : String(port);

function numberText(port: CalicoPort, protocol: string | null): string {
  const of = protocol === null ? 'port' : protocol;
  const [first, last] = String(port).split(':');
  return last === undefined || nameOf(port) !== null
    ? `${of} ${port}`
    : `${of} ${first} to ${last} (${count(Number(last) - Number(first) + 1, 'port')})`;
}
