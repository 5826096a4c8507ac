import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import {
  addressText,
  cidrsOf,
  contains,
  externalEndpoints,
  isWholeFamily,
  mergeBlocks,
  overlaps,
  parseAddress,
  parseBlock,
  pieces,
  wholeFamily,
  type Block,
} from './cidr.ts';

const readAs = (text: string): string[] | null => {
  const block = parseBlock(text);
  return block && cidrsOf([block]);
};

describe('parseBlock', () => {
  for (const [text, expected] of [
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['10.1.2.3/16', '10.1.0.0/16'],
    ['010.001.0.0/016', '10.1.0.0/16'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255/32', '255.255.255.255/32'],
    ['::/0', '::/0'],
    ['FD00:0:0:0:0:0:0:1/64', 'fd00::/64'],
    ['1:2:3:4:5:6:7::/112', '1:2:3:4:5:6:7:0/112'],
    ['::1.2.3.4/128', '::102:304/128'],
    ['64:ff9b::1.2.3.4/96', '64:ff9b::/96'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
    ['::ffff:0:0/95', '::fffe:0:0/95'],
  ] as const)
    test(`${text} is ${expected}`, () => assert.deepEqual(readAs(text), [expected]));

  for (const text of [
    '',
    ' ',
    '/',
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/+8',
    '10.0.0.0/8 ',
    '10.0.0/8',
    '10.0.0.0.0/8',
    '10.0.0.256/8',
    '10.0.0.0/8/8',
    '::/129',
    ':/0',
    ':::/0',
    '1::2::3/64',
    '1:2:3:4:5:6:7:8::/64',
    '1:2:3:4:5:6:7/64',
    '12345::/16',
    'g::/16',
    '1.2.3.4::/96',
    'fe80::1%eth0/64',
    '1:2:3:4:5:6:7:1.2.3.4/128',
    '10.0.0.0/8e1',
    '10.0.0.0/00000000000000000000008e',
    'example.com/8',
  ])
    test(`"${text}" is no block`, () => assert.equal(parseBlock(text), null));

  test('no text makes it throw', () => {
    const piece = fc.constantFrom(
      '0',
      '10',
      '256',
      'ffff',
      ':',
      '::',
      '.',
      '/',
      '32',
      '129',
      '%',
      ' ',
      '-1',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        ),
        (text) => {
          parseBlock(text);
          parseAddress(text);
        },
      ),
    );
  });
});

const family = fc.constantFrom<Block['family']>('IPv4', 'IPv6');
const block: fc.Arbitrary<Block> = family.chain((kind) => {
  const { last } = wholeFamily(kind);
  const near = fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(last - 40n, last), fc.bigInt(0n, last));
  return fc.tuple(near, near).map(([a, b]) => ({
    family: kind,
    first: a < b ? a : b,
    last: a < b ? b : a,
  }));
});

describe('blocks', () => {
  test('the CIDRs of a block hold exactly its addresses, and no two of them can be joined', () => {
    fc.assert(
      fc.property(block, (drawn) => {
        const cidrs = cidrsOf([drawn]);
        const parsed = cidrs.map((text) => parseBlock(text)!);
        assert.ok(parsed.every((part, i) => i === 0 || part.first === parsed[i - 1]!.last + 1n));
        assert.equal(parsed[0]!.first, drawn.first);
        assert.equal(parsed.at(-1)!.last, drawn.last);
        const sizes = parsed.map(({ first, last }) => last - first + 1n);
        for (let i = 1; i < parsed.length; i++)
          assert.ok(sizes[i] !== sizes[i - 1] || (parsed[i - 1]!.first / sizes[i]!) % 2n === 1n);
      }),
    );
  });

  test('an address reads back from its text', () => {
    fc.assert(
      fc.property(block, ({ family: kind, first }) => {
        const mapped = kind === 'IPv6' && first >> 32n === 0xffffn;
        fc.pre(!mapped);
        assert.deepEqual(parseAddress(addressText(kind, first)), {
          family: kind,
          first,
          last: first,
        });
      }),
    );
  });

  test('pieces cover a block, and lie wholly in or out of each border', () => {
    fc.assert(
      fc.property(block, fc.array(block, { maxLength: 6 }), (whole, borders) => {
        const cut = pieces(whole, borders);
        assert.deepEqual(mergeBlocks(cut), [whole]);
        for (const piece of cut)
          for (const border of borders)
            assert.ok(!overlaps(piece, border) || contains(border, piece));
      }),
    );
  });

  test('merging keeps the addresses, sorted and apart', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), block, (blocks, probe) => {
        const merged = mergeBlocks(blocks);
        for (const piece of pieces(probe, blocks))
          assert.equal(
            merged.some((part) => contains(part, piece)),
            blocks.some((part) => contains(part, piece)),
          );
        for (let i = 1; i < merged.length; i++)
          assert.ok(
            merged[i]!.family !== merged[i - 1]!.family ||
              merged[i]!.first > merged[i - 1]!.last + 1n,
          );
      }),
    );
  });

  test('only a block with every address of its family is the whole family', () => {
    assert.ok(isWholeFamily(parseBlock('0.0.0.0/0')!));
    assert.ok(isWholeFamily(parseBlock('10.0.0.0/0')!));
    assert.ok(!isWholeFamily(parseBlock('0.0.0.0/1')!));
  });

  test('the outside is cut at the blocks in use, each family apart', () => {
    const ends = externalEndpoints(['IPv4', 'IPv6'], [parseBlock('10.0.0.0/8')!]);
    assert.deepEqual(
      ends.map(
        (end) => `${addressText(end.family, end.first)}-${addressText(end.family, end.last)}`,
      ),
      [
        '0.0.0.0-9.255.255.255',
        '10.0.0.0-10.255.255.255',
        '11.0.0.0-255.255.255.255',
        '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      ],
    );
  });
});
