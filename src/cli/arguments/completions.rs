//! What `completions` understands.

/// What `completions` understands.
#[derive(Debug, clap::Args)]
pub struct CompletionsArguments {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: ShellChoice,
}

/// A shell that can ask how a line goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
#[expect(missing_docs, reason = "each is the name of a program")]
pub enum ShellChoice {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

impl ShellChoice {
    /// The name of the program.
    pub fn id(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Elvish => "elvish",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Zsh => "zsh",
        }
    }
}
