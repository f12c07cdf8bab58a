#!/usr/bin/env bash
# The check of action.yml. Everything comes in variables of the environment, so that no input is ever run as a program.
set -u

version="${INPUT_VERSION:-$(node -p 'require(process.argv[1]).version' "$ACTION_PATH/package.json")}"
arguments=(check --fail-on "$INPUT_FAIL_ON" --format "sarif=$INPUT_SARIF_FILE")
if [ "$INPUT_ANNOTATIONS" = true ]; then arguments+=(--format github); else arguments+=(--format text); fi

since="${INPUT_CHANGED_SINCE:-${BASE:-}}"
if [ -n "$since" ] && [ "$since" != all ]; then arguments+=("--changed-since=$since"); fi
if [ -n "$INPUT_BASELINE" ]; then arguments+=("--baseline=$INPUT_BASELINE"); fi
if [ -n "$INPUT_CONFIG" ]; then arguments+=("--config=$INPUT_CONFIG"); fi

arguments+=(--)
while IFS= read -r path; do
  if [ -n "$path" ]; then arguments+=("$path"); fi
done <<< "$INPUT_PATH"

# A SARIF of an earlier step must not pass for this one's.
rm -f -- "$INPUT_SARIF_FILE"
code=0
npx --yes "dynamics-docs@$version" "${arguments[@]}" || code=$?

echo "exit-code=$code" >> "$GITHUB_OUTPUT"
if [ -f "$INPUT_SARIF_FILE" ]; then
  case "$INPUT_SARIF_FILE" in
    /*) echo "sarif-file=$INPUT_SARIF_FILE" >> "$GITHUB_OUTPUT" ;;
    *) echo "sarif-file=$WORKING_DIRECTORY/$INPUT_SARIF_FILE" >> "$GITHUB_OUTPUT" ;;
  esac
fi
