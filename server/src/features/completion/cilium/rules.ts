import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Direction } from '../../../policy/ir.ts';
import { CILIUM_LABELS } from '../../../policy/vocabulary.ts';
import type { Choice } from '../choice.ts';
import type { Source } from '../source.ts';
import { itemPlace } from './place.ts';
import { dnsItem, snippetOf } from './wholes.ts';

/** Whole items for the sections of Cilium's rules, where one has not been begun. */
export const ciliumRules: Source = (spot, { completesSchema }) => {
  const { on, flow, present, word, column, layout } = spot;
  if (!completesSchema || on !== 'key' || flow || present.length > 0 || word.isKey) return [];
  const place = itemPlace(spot);
  if (place === null || place.inside.length > 0) return [];
  const { direction, isDeny } = place;
  const items = ITEMS[direction].filter(({ isAllowOnly }) => !(isDeny && isAllowOnly === true));
  return items.map(({ label, about, item }, index): Choice => ({
    label,
    text: snippetOf(item, layout).replaceAll('\n', `\n${' '.repeat(column)}`),
    kind: CompletionItemKind.Snippet,
    snippet: true,
    detail: about,
    weight: items.length - index,
  }));
};

/** An item to begin with. */
interface Beginning {
  readonly label: string;
  readonly about: string;
  /** Whether nothing of the kind can be denied. */
  readonly isAllowOnly?: boolean;
  readonly item: object;
}

const toPort = (port: string): object => ({ ports: [{ port, protocol: 'TCP' }] });

const itemsFor = (direction: Direction): readonly Beginning[] => {
  const word = direction === 'ingress' ? 'from' : 'to';
  const pods = { [`${word}Endpoints`]: [{ matchLabels: { '${1:app}': '${2:web}' } }] };
  return [
    {
      label: `${word}Endpoints: pods to one port`,
      about: 'Pods of the same namespace by their labels, on one port',
      item: { ...pods, toPorts: [toPort('${3:8080}')] },
    },
    {
      label: `${word}Endpoints: pods of another namespace`,
      about: 'Pods by the name of their namespace',
      item: {
        [`${word}Endpoints`]: [
          { matchLabels: { [`k8s:${CILIUM_LABELS.namespace}`]: '${1:monitoring}' } },
        ],
      },
    },
    {
      label: `${word}Entities: what is no pod`,
      about: 'The outside, nodes or the API server, by what they are',
      item: { [`${word}Entities`]: ['${1:world}'] },
    },
    {
      label: `${word}Endpoints: HTTP requests`,
      about: 'Only requests that are listed, of pods of the same namespace',
      isAllowOnly: true,
      item: {
        ...pods,
        toPorts: [
          {
            ...toPort('${3:8080}'),
            rules: { http: [{ method: '${4:GET}', path: '${5:/public/.*}' }] },
          },
        ],
      },
    },
    {
      label: `${word}CIDRSet: addresses outside`,
      about: 'Addresses outside of the cluster, with exceptions',
      item: { [`${word}CIDRSet`]: [{ cidr: '${1:192.0.2.0/24}', except: ['${2:192.0.2.8/32}'] }] },
    },
  ];
};

const ITEMS: Readonly<Record<Direction, readonly Beginning[]>> = {
  ingress: itemsFor('ingress'),
  egress: [
    {
      label: 'toEndpoints: DNS through the proxy',
      about: 'Queries to kube-dns, from whose answers toFQDNs learns addresses',
      isAllowOnly: true,
      item: dnsItem,
    },
    {
      label: 'toFQDNs: a DNS name',
      about: 'What a name stands for; it needs DNS through the proxy beside it',
      isAllowOnly: true,
      item: { toFQDNs: [{ matchName: '${1:api.example.com}' }], toPorts: [toPort('443')] },
    },
    ...itemsFor('egress'),
  ],
};
