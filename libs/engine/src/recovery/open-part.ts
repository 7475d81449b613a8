import type { KnownStream, PartOf } from '../known-stream';

/**
 * A decision that one of these streams holds a part of and another should and does not: what is decided on them
 * would be decided on half of something. Decisions known to be over are not looked at again.
 */
export function openPart(
  touched: ReadonlyMap<string, KnownStream>,
  isOver: (commandId: string) => boolean,
): PartOf | undefined {
  for (const { parts } of touched.values()) {
    if (parts.size === 0) continue;
    for (const [stream, { commands }] of touched) {
      for (const part of parts.get(stream)?.values() ?? []) {
        if (!commands.has(part.commandId) && !isOver(part.commandId)) return part;
      }
    }
  }
  return undefined;
}
