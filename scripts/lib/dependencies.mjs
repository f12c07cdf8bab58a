import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';

/** Installs the packages of package-lock.json unless node_modules holds exactly those. Says whether it had to. */
export async function ensureDependencies() {
  if (isInstalled()) return false;
  const command = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  // No package here needs its install script: esbuild finds its binary among the optional dependencies.
  await npm([command, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
  return true;
}

/**
 * npm writes what it installed to node_modules/.package-lock.json as its last act. Optional packages are left out of the
 * comparison: which of them are there depends on the platform.
 */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
