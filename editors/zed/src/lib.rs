//! Tells Zed which program speaks the Language Server Protocol for loccit.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{self as zed, serde_json, LanguageServerId, Result};

/// The extension, which keeps nothing.
struct Loccit;

impl zed::Extension for Loccit {
    fn new() -> Self {
        Loccit
    }

    /// Return the program that `lsp.loccit.binary` names, or that is on the search path.
    fn language_server_command(
        &mut self,
        server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let binary = LspSettings::for_worktree(server.as_ref(), worktree)?.binary;
        let set = binary.and_then(|binary| binary.path);
        let found = set.or_else(|| worktree.which("loccit"));
        Ok(zed::Command {
            command: found.ok_or("Install loccit: pip install \"loccit[lsp]\"")?,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }

    /// Return what `lsp.loccit.initialization_options` says.
    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Loccit);
