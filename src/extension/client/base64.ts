/** `String.fromCharCode` takes its characters as arguments, of which engines allow some ten thousands. */
const chunkSize = 0x2000;

/** Base64 of bytes without Node's Buffer, which the browser does not have. */
export function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize) {
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + chunkSize)));
  }
  return btoa(chunks.join(''));
}
