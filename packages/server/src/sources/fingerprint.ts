// A de-duplication key for platforms that give their events no id: the same content has the same key, however it is spelt.
// Names are sorted because a platform that keeps its posts as jsonb may send them again in another order.
import { createHash } from 'node:crypto';

/** `platform:` and 64 hexadecimal digits: no dot, so that it can become part of a webhook id. `value` comes from JSON. */
export function fingerprint(platform: string, value: unknown): string {
  return `${platform}:${createHash('sha256').update(canonical(value)).digest('hex')}`;
}

/**
 * One spelling for each value: like JSON, names sorted, a comma after every item. Keeps its own stack, because what comes
 * from outside may be nested without limit: an object or array on it has still to be written, a text is ready.
 */
function canonical(value: unknown): string {
  const todo: (string | object)[] = [];
  pushItem(todo, '', value);
  let text = '';
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === 'string') text += next;
    else pushItems(todo, next);
  }
  return text;
}

/** Last things first, as a stack wants it. */
function pushItems(todo: (string | object)[], value: object): void {
  if (Array.isArray(value)) {
    todo.push(']');
    for (let at = value.length - 1; at >= 0; at -= 1) pushItem(todo, '', value[at]);
    todo.push('[');
    return;
  }
  todo.push('}');
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields).sort().reverse()) {
    pushItem(todo, `${JSON.stringify(name)}:`, fields[name]);
  }
  todo.push('{');
}

function pushItem(todo: (string | object)[], label: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) todo.push(',', value, label);
  else todo.push(`${label}${JSON.stringify(value)},`);
}
