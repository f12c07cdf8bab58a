// Run as a process of its own by chromium.mjs: where the package unpacks to is decided by TMPDIR when it is loaded.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
