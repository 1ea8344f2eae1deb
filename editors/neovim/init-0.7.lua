-- Neovim 0.7 to 0.10: put this into your init.lua.
local server

vim.o.completeopt = "menu,menuone,noinsert"

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "tex", "plaintex", "typst", "org", "rst", "html", "bib" },
  callback = function(event)
    if not server or vim.lsp.client_is_stopped(server) then
      server = vim.lsp.start_client({
        name = "loccit",
        cmd = { "loccit", "lsp" },
        root_dir = vim.fn.getcwd(),
      })
    end
    vim.lsp.buf_attach_client(event.buf, server)
    vim.bo[event.buf].omnifunc = "v:lua.vim.lsp.omnifunc"
    local function map(keys, action)
      vim.keymap.set("n", keys, action, { buffer = event.buf })
    end
    map("K", vim.lsp.buf.hover)
    map("gd", vim.lsp.buf.definition)
    map("gr", vim.lsp.buf.references)
    map("<leader>r", vim.lsp.buf.rename)
    map("<leader>a", vim.lsp.buf.code_action)
  end,
})
