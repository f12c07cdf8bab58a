/** What scripts/vscode/page.mjs does on the page of the workbench when it is asked to. */
export type Deed = 'grant trust' | 'choose a finding in the German report' | 'drop an image' | 'paste an image';

/** Asks the page for what no extension can do. Whoever asks waits for what follows from it. */
export function askPage(deed: Deed): void {
  console.log(`[suite-ask] ${deed}`);
}
