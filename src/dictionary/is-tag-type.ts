/** Tells object types of one key and one value (`Tag`, `ElasticFileSystemTag`), which other languages write as a map. */
import type { KindDefinition } from './dictionary.ts';
import { nestedType } from './nested-type.ts';

/** True when the nested type has `Key` and `Value` and nothing else. */
export function isTagType(kind: KindDefinition, object: string): boolean {
  return (
    Object.keys(nestedType(kind, object) ?? {})
      .sort()
      .join() === 'Key,Value'
  );
}
