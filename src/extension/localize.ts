/** `vscode.l10n.t`, as far as it is used: modules that take it as a parameter run without VS Code. */
export type Localize = (message: string, ...args: (string | number | boolean)[]) => string;
