-- Neovim 0.11 or newer: save this as `lsp/loccit.lua` beside your init.lua, and put
-- `vim.lsp.enable("loccit")` into your init.lua.
return {
  cmd = { "loccit", "lsp" },
  filetypes = {
    "markdown",
    "quarto",
    "tex",
    "plaintex",
    "typst",
    "org",
    "rst",
    "html",
    "bib",
  },
  root_markers = { "loccit.toml", "bibliography", ".git" },
}
