import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonPath, memberText, memberTexts, replaceValues } from './json-spans.ts';

type Random = () => number;

/** Writes a value as JSON in one of its many spellings: any white space, any escapes. */
function spell(value: unknown, random: Random): string {
  const space = () => ['', '', '', ' ', '\n\t', '\r\n  '][Math.floor(random() * 6)] ?? '';
  const list = (items: string[]) => items.map((item) => `${space()}${item}${space()}`).join(',') || space();
  if (Array.isArray(value)) return `[${list(value.map((item) => spell(item, random)))}]`;
  if (typeof value === 'string') return spellString(value, random);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${spellString(name, random)}${space()}:${space()}${spell(member, random)}`,
  );
  return `{${list(members)}}`;
}

function spellString(text: string, random: Random): string {
  const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  const letters = Array.from({ length: text.length }, (_, at) =>
    random() < 0.2 ? unit(text.charCodeAt(at)) : JSON.stringify(text[at]).slice(1, -1),
  );
  return `"${letters.join('')}"`;
}

/** A generator with a seed, so that a failing example can be run again. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

const anyName = fc.oneof(
  fc.constantFrom('content', 'a', '', '__proto__', '"', '\\', 'c\\u0061'),
  fc.string(),
);
// V8 may read an escaped name of one character as a backslash (nodejs/node#63785), and then JSON.parse cannot be the judge.
const names = anyName.filter((name) => name.length !== 1);
const scalar = fc.oneof(fc.jsonValue({ maxDepth: 0 }), fc.string({ unit: 'binary' }));
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;
const seeds = fc.integer();

describe('the text of a member', () => {
  it.each([
    ['{"content":{"a":[1,2]}}', '{"a":[1,2]}'],
    [' {\n "content" :\t{ "a" : 1 } , "b": 2 } ', '{ "a" : 1 }'],
    ['{"content":"}\\"]{","b":1}', '"}\\"]{"'],
    ['{"a":"\\\\","content":"\\\\\\""}', '"\\\\\\""'],
    ['{"cont\\u0065nt":1.50e+3}', '1.50e+3'],
    ['{"content":1,"b":2,"content":3}', '3'],
    ['{"b":{"content":1},"content":null}', 'null'],
    ['{"b":{"content":1}}', undefined],
    ['{"contents":1,"Content":2}', undefined],
    ['{}', undefined],
    ['"content"', undefined],
    ['null', undefined],
  ])('of %s is %s', (text, expected) => {
    expect(memberText(text, 'content')).toBe(expected);
  });

  it('parses to what JSON.parse reads there, however the text is written', () => {
    fc.assert(
      fc.property(fc.dictionary(names, json), names, seeds, (object, other, seed) => {
        const text = spell(object, seeded(seed));
        const whole = JSON.parse(text) as Record<string, unknown>;
        for (const name of [...Object.keys(object), other]) {
          const found = memberText(text, name);
          const value = Object.hasOwn(whole, name) ? whole[name] : undefined;
          expect(found === undefined ? undefined : JSON.parse(found)).toEqual(value);
        }
      }),
    );
  });

  it('is letter for letter what was written for the last member of the name', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, json)), anyName, seeds, (entries, other, seed) => {
        const random = seeded(seed);
        const members = entries.map(([name, value]) => [name, spell(value, random)] as const);
        const text = members.map(([name, value]) => `${spellString(name, random)} :\n${value}\t`).join(', ');
        const last = new Map(members);
        for (const name of [...last.keys(), other])
          expect(memberText(`{${text}}`, name)).toBe(last.get(name));
      }),
    );
  });
});

describe('the texts of a member in each element', () => {
  it('come one for each element, in order', () => {
    const text = '[{"content":[1 ]}, {"other":{"content":0}},7,{},[{"content":1}],{"a":[{}],"content":"]"}]';
    expect(memberTexts(text, 'content')).toEqual(['[1 ]', undefined, undefined, undefined, undefined, '"]"']);
    expect(memberTexts(' [ ] ', 'content')).toEqual([]);
  });

  it('parse to what JSON.parse reads there', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(names, json)), names, seeds, (objects, name, seed) => {
        const text = spell(objects, seeded(seed));
        const whole = JSON.parse(text) as Record<string, unknown>[];
        const found = memberTexts(text, name).map((value) =>
          value === undefined ? undefined : JSON.parse(value),
        );
        expect(found).toEqual(
          whole.map((object) => (Object.hasOwn(object, name) ? object[name] : undefined)),
        );
      }),
    );
  });
});

const isToken = (path: JsonPath) => path.at(-1) === 'token';

describe('replacing values', () => {
  it('leaves every other byte as it was', () => {
    const text =
      '{ "token" : "a\\"b" ,"n":1.0,\t"l":[{"tok\\u0065n":{"token":1}},[] , {"x":"\\u00e9"}],"token":null}\n';
    expect(replaceValues(text, isToken, '"-"')).toBe(
      '{ "token" : "-" ,"n":1.0,\t"l":[{"tok\\u0065n":"-"},[] , {"x":"\\u00e9"}],"token":"-"}\n',
    );
  });

  it('names each value by its path', () => {
    const paths: string[] = [];
    const note = (path: JsonPath) => paths.push(JSON.stringify(path)) < 0;
    expect(replaceValues('{"a":[1,{"b":{}},[]],"":"x"}', note, '')).toBe('{"a":[1,{"b":{}},[]],"":"x"}');
    expect(paths).toEqual(['[]', '["a"]', '["a",0]', '["a",1]', '["a",1,"b"]', '["a",2]', '[""]']);
  });

  it('can replace the whole', () => {
    expect(replaceValues(' [1] ', (path) => path.length === 0, '2')).toBe(' 2 ');
  });

  it('visits exactly the values that JSON.parse makes', () => {
    fc.assert(
      fc.property(json, seeds, (value, seed) => {
        const text = spell(value, seeded(seed));
        const visited: string[] = [];
        expect(replaceValues(text, (path) => visited.push(JSON.stringify(path)) < 0, '')).toBe(text);
        expect(visited.sort()).toEqual(pathsOf(JSON.parse(text)).sort());
      }),
    );
  });

  it('changes the matching values and nothing else', () => {
    fc.assert(
      fc.property(json, seeds, fc.nat(), (value, seed, pick) => {
        const text = spell(value, seeded(seed));
        const paths = pathsOf(JSON.parse(text));
        const chosen = paths[pick % paths.length];
        const marked = replaceValues(text, (path) => JSON.stringify(path) === chosen, '"\u0001here\u0001"');
        const [before = '', after = '', ...more] = marked.split('"\u0001here\u0001"');
        expect(more).toEqual([]);
        expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
        const replaced = text.slice(before.length, text.length - after.length);
        expect(JSON.parse(replaced)).toEqual(
          valueAt(JSON.parse(text), JSON.parse(chosen ?? '[]') as JsonPath),
        );
      }),
    );
  });
});

describe('hostile text', () => {
  it('a megabyte of brackets costs no call stack', () => {
    const depth = 1 << 20;
    const text = `{"a":${'['.repeat(depth)}${']'.repeat(depth)},"content":1}`;
    expect(memberText(text, 'content')).toBe('1');
    expect(replaceValues(text, (path) => path[0] === 'content', '2')).toBe(
      text.replace('"content":1', '"content":2'),
    );
  });

  it('a megabyte of escaped quotes and backslashes takes linear time', () => {
    const text = `{"a":"${'\\"'.repeat(1 << 19)}${'\\\\'.repeat(1 << 19)}","content":1}`;
    expect(memberText(text, 'content')).toBe('1');
  });

  it('any text at all comes to an end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '1', ' ') }),
        (text) => {
          memberTexts(text, 'a');
          replaceValues(text, isToken, '');
        },
      ),
    );
  });
});

function pathsOf(value: unknown, path: (string | number)[] = []): string[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, member]) =>
          pathsOf(member, [...path, Array.isArray(value) ? Number(name) : name]),
        )
      : [];
  return [JSON.stringify(path), ...inner];
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce((at: unknown, step) => (at as Record<string | number, unknown>)[step], value);
}
