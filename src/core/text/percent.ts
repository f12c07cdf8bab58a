/** The text that a percent-encoded one stands for. */
export function decodePercent(plain: string): string {
  try {
    return decodeURIComponent(plain);
  } catch (error) {
    // A `%` that encodes nothing stands for itself.
    if (error instanceof URIError) return plain;
    throw error;
  }
}
