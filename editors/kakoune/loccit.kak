# In your kakrc, after kakoune-lsp (version 18 or newer) is loaded.

hook -group lsp-filetype-loccit global BufSetOption filetype=(?:markdown|latex|org|restructuredtext|html|bibtex) %{
    set-option buffer lsp_servers %{
        [loccit]
        root_globs = ["loccit.toml", "bibliography", ".git"]
        command = "loccit"
        args = ["lsp"]
    }
}

hook global WinSetOption filetype=(?:markdown|latex|org|restructuredtext|html|bibtex) %{
    lsp-enable-window
}
