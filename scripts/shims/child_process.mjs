// Commander binds this when it is loaded. Our subcommands are functions, so that it starts no program.
export {};
