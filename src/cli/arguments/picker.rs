//! What the screen understands as a picker.

/// How the screen picks for another program.
#[derive(Debug, Clone, Default, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub struct PickerArguments {
    /// Pick, and print this of what was picked.
    #[arg(long, value_name = "WHAT")]
    pub print: Option<PrintChoice>,
    /// Several can be marked.
    #[arg(long, short = 'm')]
    pub multi: bool,
    /// What the screen starts with; as words without an option.
    #[arg(long = "query", short = 'q', value_name = "QUERY", conflicts_with = "query")]
    pub initial: Option<String>,
    /// Where one organisation alone is met, it is picked at once.
    #[arg(long, short = '1')]
    pub select_1: bool,
    /// Where nothing is met, the screen does not open.
    #[arg(long, short = '0')]
    pub exit_0: bool,
    /// The screen begins with what was asked last.
    #[arg(long, conflicts_with_all = ["query", "initial", "plain"])]
    pub resume: bool,
    /// Lines in place of the screen.
    #[arg(long, conflicts_with_all = ["print", "multi", "select_1", "exit_0"])]
    pub plain: bool,
}

/// What is printed of what was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum PrintChoice {
    /// The address, or the number.
    #[default]
    Url,
    /// The handle.
    Handle,
    /// The name of the organisation.
    Name,
    /// The id of the organisation.
    Id,
    /// All of it as JSON.
    Json,
    /// All of it between tabs.
    Tsv,
}

impl PickerArguments {
    /// The first of these options that was given and that a command can do nothing with; it tells all in lines already.
    pub(in crate::cli) fn given(&self) -> Option<&'static str> {
        let all = [
            ("--print", self.print.is_some()),
            ("--multi", self.multi),
            ("--query", self.initial.is_some()),
            ("--select-1", self.select_1),
            ("--exit-0", self.exit_0),
            ("--resume", self.resume),
        ];
        all.into_iter().find(|(_, is_given)| *is_given).map(|(name, _)| name)
    }
}
