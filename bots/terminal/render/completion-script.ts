/** The word by which a script asks the program for completions; no person types it. */
export const ASKED = 'words';

/**
 * Each script hands over the line up to the caret and the word at it, and reads one completion a line, with a tab
 * before what it is for. Nothing that was typed is run, or read as anything but a text.
 */
const SCRIPTS = {
  bash: `# dramatis in bash. In ~/.bashrc: eval "$(dramatis completion bash)"
_dramatis() {
  local completion
  COMPREPLY=()
  while IFS= read -r completion; do
    COMPREPLY+=("\${completion%%$'\\t'*}")
  done < <(dramatis completion ${ASKED} "\${COMP_LINE:0:COMP_POINT}" "\${COMP_WORDS[COMP_CWORD]}" 2>/dev/null)
}
complete -o default -F _dramatis dramatis
`,
  zsh: `#compdef dramatis
# dramatis in zsh. In ~/.zshrc, after compinit: eval "$(dramatis completion zsh)"
_dramatis() {
  local value about
  local -a values shown
  while IFS=$'\\t' read -r value about; do
    values+=("$value")
    shown+=("$value\${about:+  -- $about}")
  done < <(dramatis completion ${ASKED} "\${(j: :)words[1,CURRENT-1]} $PREFIX" "$PREFIX" 2>/dev/null)
  if (( \${#values} )); then
    compadd -l -Q -d shown -a values
  else
    _files
  fi
}
compdef _dramatis dramatis
`,
  fish: `# dramatis in fish. In ~/.config/fish/config.fish: dramatis completion fish | source
function __dramatis_complete
    set -l line (commandline -cp)
    set -l word (commandline -ct)
    dramatis completion ${ASKED} "$line" "$word" 2>/dev/null
end
complete -c dramatis -f -a '(__dramatis_complete)'
complete -c dramatis -n '__fish_seen_subcommand_from import rescore' -F
`,
} as const;

export type Shell = keyof typeof SCRIPTS;

export const SHELLS = Object.keys(SCRIPTS);

export function isShell(name: string): name is Shell {
  return Object.hasOwn(SCRIPTS, name);
}

/** Makes a shell complete the program's commands, once it has read it. */
export function scriptFor(shell: Shell): string {
  return SCRIPTS[shell];
}
