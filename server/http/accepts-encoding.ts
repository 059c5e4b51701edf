/** RFC 9110 section 12.5.3: whether an Accept-Encoding header names this coding and does not refuse it. */
export function acceptsEncoding(header: string | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some((part) => {
    const [name, quality] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    return name === encoding && Number(quality ?? '1') > 0;
  });
}
