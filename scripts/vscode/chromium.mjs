import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { installOnce } from './install.mjs';

/** Without a sandbox it runs as root; the rest keeps it from calling home. */
const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Launches a headless Chromium: the one that CHROME_PATH names, else the one from npm, else an installed Chrome or Edge.
 */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  // Our own signal handling ends it: Playwright's would end this process before the rest is cleaned up.
  const common = {
    headless: true,
    args: quietArguments,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  if (process.env.CHROME_PATH) return chromium.launch({ ...common, executablePath: process.env.CHROME_PATH });
  if (process.platform === 'linux' && process.arch === 'x64') {
    return chromium.launch({ ...common, ...(await chromiumFromNpm()) });
  }
  for (const channel of ['chrome', 'msedge']) {
    try {
      return await chromium.launch({ ...common, channel });
    } catch {
      // Not installed: the next one may be.
    }
  }
  throw new Error('No browser: install Chrome or Edge, or set CHROME_PATH to a Chromium.');
}

async function chromiumFromNpm() {
  const manifest = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = await installOnce(`chromium-${version}`, unpack);
  const executablePath = join(folder, 'chromium');
  const plain = existsSync('/etc/fonts') ? process.env : { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') };
  // A slim Linux lacks libraries that Chromium links to, such as libnss3: the package carries them.
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  for (const env of [plain, { ...plain, LD_LIBRARY_PATH: libraries }]) {
    const { code } = await run(executablePath, ['--version'], { env });
    if (code === 0) return { executablePath, env };
  }
  throw new Error('The Chromium from npm does not start on this system: set CHROME_PATH to one that does.');
}

async function unpack(folder) {
  // The execution environment makes the package unpack the system libraries it carries as well.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const script = join(dirname(fileURLToPath(import.meta.url)), 'unpack-chromium.mjs');
  const { code, output } = await run(process.execPath, [script], { env });
  if (code !== 0) throw new Error(`The Chromium from npm could not be unpacked:\n${output}`);
  // The package's own file names folders of a cloud service.
  writeFileSync(
    join(folder, 'fonts', 'fonts.conf'),
    '<?xml version="1.0"?>\n<fontconfig><dir prefix="relative">.</dir></fontconfig>\n',
  );
}
