-- Run by test/server/neovim.test.ts in a headless Neovim that has an article open: does what a writer does, event by event, and
-- writes what it saw as JSON into the file that the variable REPORT names.
local report = {}
local article = vim.api.nvim_get_current_buf()

local function finish()
  local file = assert(io.open(vim.env.REPORT, 'w'))
  file:write(vim.fn.json_encode(report))
  file:close()
  vim.cmd('qall!')
end

-- A mistake of this script must not leave Neovim waiting.
local function guarded(step)
  return function(...)
    local done, problem = pcall(step, ...)
    if not done then
      report.failure = tostring(problem)
      finish()
    end
  end
end

local function ask(method, params, answer)
  vim.lsp.buf_request(article, method, params, guarded(function(problem, result)
    assert(problem == nil, problem and problem.message)
    answer(result)
  end))
end

local function position()
  local line, character = unpack(vim.api.nvim_win_get_cursor(0))
  return { textDocument = { uri = vim.uri_from_bufnr(article) }, position = { line = line - 1, character = character } }
end

local function names(symbols)
  return vim.tbl_map(function(symbol)
    return { name = symbol.name, children = names(symbol.children or {}) }
  end, symbols)
end

local function look()
  ask('textDocument/hover', position(), function(hover)
    report.hover = hover.contents.value
    ask('textDocument/documentSymbol', { textDocument = position().textDocument }, function(symbols)
      report.symbols = names(symbols)
      finish()
    end)
  end)
end

local function repair(finding)
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  vim.ui.select = guarded(function(actions, options, choose)
    report.actions = vim.tbl_map(options.format_item, actions)
    choose(actions[1])
  end)
  vim.lsp.buf.code_action()
end

local step = 'find'
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = guarded(function()
    local findings = vim.diagnostic.get(article)
    if step == 'find' and #findings > 0 then
      step = 'repair'
      report.findings = vim.tbl_map(function(finding)
        return { line = finding.lnum, column = finding.col, code = finding.code, source = finding.source, severity = finding.severity }
      end, findings)
      -- Not in the middle of the message that is being handled.
      vim.schedule(guarded(function() repair(findings[1]) end))
    elseif step == 'repair' and #findings == 0 then
      step = 'look'
      report.text = vim.api.nvim_buf_get_lines(article, 0, -1, false)
      vim.schedule(guarded(look))
    end
  end),
})
