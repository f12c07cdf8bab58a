// gray-matter keeps the original text of a file as Buffer.from(text). A browser has no Buffer; bytes will do.
const encoder = new globalThis.TextEncoder();

export const Buffer = { from: (text) => encoder.encode(text) };
