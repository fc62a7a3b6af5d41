/**
 * The longest rendering within a number of bytes. GitHub documents characters for the texts of a check run and counts
 * bytes ("exceeds a maximum bytesize of 65535"). Cuts nothing itself: the renderer knows what may go.
 */

/** Renders with fewer characters until the UTF-8 form fits; three bytes are the most that one character takes. */
export function fitBytes(render: (maxLength: number) => string, maxBytes: number): string {
  for (const share of [1, 1.5, 2]) {
    const text = render(Math.floor(maxBytes / share));
    if (Buffer.byteLength(text) <= maxBytes) return text;
  }
  return render(Math.floor(maxBytes / 3));
}
