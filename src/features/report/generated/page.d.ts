// Describes page.js, which scripts/generate.mjs writes from src/reportPage (not committed).

/** What runs in the page. */
export const script: string;
export const style: string;
/** Their hashes as a content security policy names them: `sha256-…`. */
export const scriptHash: string;
export const styleHash: string;
