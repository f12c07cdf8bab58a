// Run as a process of its own by webServer.mjs, so that what @vscode/test-web prints stays apart and all it holds open ends
// with it. Arguments: the module and the options of its `open`, as JSON.
import { createRequire } from 'node:module';

const [module, options] = process.argv.slice(2);
await createRequire(import.meta.url)(module).open(JSON.parse(options));
