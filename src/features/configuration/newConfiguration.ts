/** A new `.dynamics-docs.json`: what applies without one, with a word on each choice. */
export const newConfiguration = `{
  // What the metadata of articles is checked against: "dynamics" is the bundled schema. A list may name files of your
  // own, too: ["dynamics", "./team.metadata-schema.json"].
  "metadataSchema": "dynamics",

  // How serious a finding is, by its code: "error", "warning", "suggestion", "info" or "off".
  "rules": {
    // "description-bad-length": "off"
  },

  // Files that are not checked, as patterns that start from this folder.
  "ignore": [
    // "archive/**"
  ]
}
`;
