import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExact } from './json-exact.ts';
import { fromXml, toXml } from './xml.ts';

const body = (value: Parameters<typeof toXml>[1]) =>
  toXml('event', value).replace('<?xml version="1.0" encoding="UTF-8"?>', '');

describe('JSON becomes XML (L22)', () => {
  it('with an element for each member, repeated for arrays, and text for the rest', () => {
    const value = {
      id: 'x',
      total: 1.5,
      paid: true,
      note: null,
      tags: ['a', 'b'],
      none: [],
      customer: { name: 'Ngozi' },
    };
    expect(body(value)).toBe(
      '<event><id>x</id><total>1.5</total><paid>true</paid><note/><tags>a</tags><tags>b</tags><customer><name>Ngozi</name></customer></event>',
    );
  });

  it('with items for arrays that no member holds', () => {
    expect(body([[1, 2], [3]])).toBe(
      '<event><item><item>1</item><item>2</item></item><item><item>3</item></item></event>',
    );
  });

  it('with numbers as they were written', () => {
    expect(body(parseExact('{"total":1.50,"id":12345678901234567890}'))).toBe(
      '<event><total>1.50</total><id>12345678901234567890</id></event>',
    );
  });

  it('with what means something to XML escaped', () => {
    expect(body({ a: `<b a="1">&amp;</b> ' ]]>` })).not.toMatch(/<b|]]>/);
  });

  it('with names that XML has, whatever the key', () => {
    const xml = body({
      'a b': 1,
      '1st': 2,
      'x:y': 3,
      '': 4,
      '<script>': 5,
      _x0041_: 6,
      '@id': 7,
      '#text': 8,
    });
    expect(xml).toContain('<a_x0020_b>1</a_x0020_b>');
    expect(fromXml(xml)).toMatchObject({
      value: {
        'a b': '1',
        '1st': '2',
        'x:y': '3',
        '': '4',
        '<script>': '5',
        _x0041_: '6',
        '@id': '7',
        '#text': '8',
      },
    });
  });

  it('without characters that XML cannot carry', () => {
    expect(body({ a: 'x\u0000\u0008\ud800y' })).toBe('<event><a>x\ufffd\ufffd\ufffdy</a></event>');
  });

  it('and is read back the same, as text, for any names and texts', () => {
    const printable = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replace(/[\s\p{Cc}\ufffe\uffff]/gu, '_').toWellFormed());
    // The library reads none that mean something to JavaScript.
    const refused = ['__proto__', 'constructor', 'prototype'];
    const name = printable.filter((text) => !refused.includes(text));
    fc.assert(
      fc.property(
        fc.dictionary(
          name,
          printable.filter((text) => text !== ''),
          { minKeys: 1 },
        ),
        (value) => {
          expect(fromXml(toXml('event', value))).toEqual({
            kind: 'read',
            root: 'event',
            value: { ...value },
          });
        },
      ),
    );
  });

  it('keeps a member called __proto__ a member', () => {
    expect(body(parseExact('{"__proto__":{"a":1}}'))).toBe('<event><__proto__><a>1</a></__proto__></event>');
  });
});

describe('XML becomes JSON', () => {
  it('as text, without attributes and namespaces', () => {
    expect(
      fromXml(
        '<?xml version="1.0"?><s:answer xmlns:s="urn:x"><code a="1">0200</code><i>1</i><i>2</i></s:answer>',
      ),
    ).toEqual({
      kind: 'read',
      root: 'answer',
      value: { code: '0200', i: ['1', '2'] },
    });
  });

  it('reads the five entities of XML and characters by number, once, and CDATA as it is', () => {
    expect(fromXml('<a><![CDATA[&#65;<b>]]></a>')).toMatchObject({ value: '&#65;<b>' });
    expect(fromXml('<a>&amp;#65;&amp;lt;</a>')).toMatchObject({ value: '&#65;&lt;' });
    expect(fromXml('<a>&lt;&amp;&gt;&quot;&apos;&#65;</a>')).toMatchObject({ value: `<&>"'A` });
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>', /document type/],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /document type/],
    ['<a><b></a>', /line 1/],
    ['', /./],
    ['text', /./],
    ['<a/><b/>', /./],
  ])('%s is not read', (text, reason) => {
    expect(fromXml(text)).toEqual({ kind: 'unreadable', reason: expect.stringMatching(reason) });
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '&',
      ';',
      '#',
      'x',
      '"',
      '=',
      '!',
      '[',
      ']',
      '-',
      '?',
      ' ',
      '__proto__',
      'CDATA',
      'constructor',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(['read', 'unreadable']).toContain(fromXml(pieces.join('')).kind);
        expect(['read', 'unreadable']).toContain(fromXml(`<a>${pieces.join('')}</a>`).kind);
      }),
      { numRuns: 1000 },
    );
    expect(fromXml(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`).kind).toBe('unreadable');
  });
});
