-- A writer at work in Neovim, who writes down what the editor shows.
-- RESULTS names the file for that.

local patience = 60000
local seen = {}

local function wait(what, is_there)
  if not vim.wait(patience, is_there, 50) then
    seen.missing = what
    vim.fn.writefile({ vim.json.encode(seen) }, vim.env.RESULTS)
    vim.cmd("qall!")
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

-- Put the cursor onto the first place of a text.
local function go_to(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search("\\V" .. pattern, "c") > 0, pattern)
end

local function keys(typed)
  vim.api.nvim_feedkeys(
    vim.api.nvim_replace_termcodes(typed, true, false, true), "xt", false)
end

wait("the server", function()
  local clients = vim.lsp.buf_get_clients(0)
  return next(clients) ~= nil and vim.tbl_values(clients)[1].initialized
end)

-- Complete a key.  The omnifunc asks, and shows its answer when it comes.
local essay = vim.api.nvim_get_current_buf()
local position = vim.lsp.util.make_position_params()
position.position = { line = 2, character = #"So does [@dav" }
local answers = vim.lsp.buf_request_sync(essay, "textDocument/completion", position, patience)
local answer = vim.tbl_values(answers)[1].result
seen.completion = vim.tbl_map(function(item)
  return item.label
end, answer.items or answer)

-- Hover over a key.
go_to("alexander2010")
vim.lsp.buf.hover()
local window
wait("the hover", function()
  for _, each in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(each).relative ~= "" then
      window = each
    end
  end
  return window ~= nil
end)
local shown = vim.api.nvim_win_get_buf(window)
seen.hover = table.concat(vim.api.nvim_buf_get_lines(shown, 0, -1, false), "\n")
vim.api.nvim_win_close(window, true)

-- Rename a source, in the essay and in the library.
vim.lsp.buf.rename("alexander")
wait("the rename", function()
  return text():find("[@alexander, p. 46]", 1, true) ~= nil
end)
seen.renamed = text()
vim.cmd("silent wall")

-- Go to its entry, as soon as Neovim has sent what it changed in the library.
go_to("alexander,")
local function is_in_library()
  return vim.fn.expand("%:t") == "sources.bib"
end
wait("the definition", function()
  vim.lsp.buf.definition()
  return vim.wait(1000, is_in_library)
end)
seen.definition = vim.fn.getline(".")
vim.cmd("silent buffer " .. essay)

-- What is wrong with the essay, and what helps.
local function problems()
  return vim.tbl_filter(function(each)
    return each.message:find("jimenez2104", 1, true)
  end, vim.diagnostic.get(essay))
end
wait("the problem", function()
  return #problems() > 0
end)
seen.problem = problems()[1].message
vim.ui.select = function(items, options, choose)
  for index, item in ipairs(items) do
    local line = options.format_item and options.format_item(item) or item
    if line:find("jimenez2014", 1, true) then
      seen.action = line
      choose(item, index)
      return
    end
  end
end
go_to("jimenez2104")
vim.lsp.buf.code_action()
wait("the code action", function()
  return text():find("[@jimenez2014]", 1, true) ~= nil
end)
wait("the problem to go away", function()
  return #problems() == 0
end)
seen.text = text()

vim.fn.writefile({ vim.json.encode(seen) }, vim.env.RESULTS)
vim.cmd("qall!")
