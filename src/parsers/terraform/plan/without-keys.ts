/** Addresses without their instance keys. */

/**
 * `module.a["x"].aws_sqs_queue.q[0]` is `module.a.aws_sqs_queue.q`; with `key` that stands for every key. Brackets inside
 * quoted keys are part of the key.
 */
export function withoutKeys(address: string, key = ''): string {
  let plain = '';
  for (let at = 0; at < address.length; at += 1) {
    if (address[at] === '[') {
      at = endOfKey(address, at);
      plain += key;
    } else plain += address[at] ?? '';
  }
  return plain;
}

function endOfKey(address: string, start: number): number {
  let isText = false;
  for (let at = start + 1; at < address.length; at += 1) {
    const character = address[at];
    if (character === '\\') at += 1;
    else if (character === '"') isText = !isText;
    else if (character === ']' && !isText) return at;
  }
  return address.length;
}
